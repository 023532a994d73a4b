// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review_counts.h"

#include <algorithm>
#include <bit>

namespace rangedesk {

namespace {

constexpr std::uint32_t abandonEvery = 4096;

/// What holds of a row, but for the fields.
struct Holds
{
    bool overlap;
    bool decision;
    bool remark;
};

Holds holdsOf(std::uint32_t facets, std::uint32_t wanted)
{
    const auto fits = [facets, wanted](std::uint32_t group) {
        return (wanted & group) == 0 || (facets & wanted & group) != 0;
    };
    return {fits(ReviewRows::AnyOverlap | ReviewRows::GoneOne), fits(ReviewRows::AnyDecision),
            fits(ReviewRows::AnyRemark)};
}

/// Counts by value, 0 for "not filled".
class FieldCounter
{
public:
    FieldCounter(const ReviewRows& rows, std::size_t at, const RowQuery& query)
        : m_rows(rows), m_at(at), m_counts(rows.valueCount(at) + 1)
    {
        const auto chosen = query.choices.find(rows.group(at));
        m_chosen = chosen == query.choices.end() || chosen->second.empty() ? nullptr : &chosen->second;
        for (std::uint32_t value = 0; m_chosen != nullptr && value < m_counts.size(); ++value)
            m_fits.push_back(m_chosen->contains(value == 0 ? 0 : rows.valueKey(at, value)));
    }
    int group() const { return m_rows.group(m_at); }
    bool hasChoice() const { return m_chosen != nullptr; }
    bool fits(std::uint32_t row) const
    {
        if (m_chosen == nullptr)
            return true;
        const std::uint32_t value = m_rows.valueIndex(m_at, row);
        return value != ReviewRows::notAsked && m_fits[value];
    }
    void count(std::uint32_t row)
    {
        if (const std::uint32_t value = m_rows.valueIndex(m_at, row); value != ReviewRows::notAsked)
            ++m_counts[value];
    }
    ReviewCounts::Field field() const
    {
        ReviewCounts::Field field{m_rows.group(m_at), m_rows.groupWord(m_at), {}, m_counts[0]};
        for (std::uint32_t value = 1; value < m_counts.size(); ++value) {
            const bool isChosen = m_chosen != nullptr && m_fits[value];
            if (m_counts[value] > 0 || isChosen) // what holds can always be let go
                field.values.push_back(
                    {m_rows.valueKey(m_at, value), m_rows.valueText(m_at, value), m_counts[value]});
        }
        std::sort(field.values.begin(), field.values.end(), [](const auto& a, const auto& b) {
            return a.count != b.count ? a.count > b.count : a.text < b.text;
        });
        return field;
    }

private:
    const ReviewRows& m_rows;
    std::size_t m_at;
    std::vector<std::size_t> m_counts;
    const std::set<std::uint64_t>* m_chosen = nullptr;
    std::vector<bool> m_fits; ///< by value, where there is a choice
};

} // namespace

std::size_t ReviewCounts::count(ReviewRows::Facet facet) const
{
    return facets.at(static_cast<std::size_t>(std::countr_zero(static_cast<std::uint32_t>(facet))));
}

ReviewCounts countReview(const ReviewRows& rows, const RowQuery& query, const RowSource::Abandon& abandon)
{
    ReviewCounts counts;
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        counts.any |= rows.facets(row);
    std::vector<FieldCounter> fields;
    for (std::size_t at = 0; at < rows.groupCount(); ++at)
        fields.emplace_back(rows, at, query);
    for (const auto& [group, values] : query.choices) {
        const bool isThere =
            std::any_of(fields.begin(), fields.end(),
                        [wanted = group](const FieldCounter& field) { return field.group() == wanted; });
        if (!isThere && !values.empty() && !values.contains(0))
            return counts; // nobody has such a field any more
    }
    const std::uint32_t wanted = query.facets;
    // Beside those who are gone the chips go on counting who is there.
    const std::uint32_t wantedOfThere = (wanted & ReviewRows::GoneOne) == 0
                                            ? wanted
                                            : (wanted & ~ReviewRows::GoneOne) | ReviewRows::AnyRegistered;
    const RowQuery wide{query.text, wanted == 0 ? 0
                                                : (wanted & ReviewRows::AnyOverlap) |
                                                      ReviewRows::AnyRegistered | ReviewRows::GoneOne};
    const std::vector<std::uint32_t> base = rows.select(wide, abandon);
    for (std::size_t i = 0; i < base.size(); ++i) {
        if (i % abandonEvery == 0 && abandon)
            return counts;
        const std::uint32_t row = base[i];
        const std::uint32_t facets = rows.facets(row);
        const Holds holds = holdsOf(facets, wanted);
        const Holds there = holdsOf(facets, wantedOfThere);
        FieldCounter* failing = nullptr;
        std::size_t failures = 0;
        for (FieldCounter& field : fields) {
            if (field.hasChoice() && !field.fits(row)) {
                failing = &field;
                ++failures;
            }
        }
        if (failures == 0) {
            const bool isRegistered = (rows.customer(row).lists & Registered) != 0;
            const std::uint32_t ofGone = facets & ReviewRows::GoneOne;
            if (there.overlap && isRegistered) {
                counts.registered += 1;
                if (there.remark)
                    ++counts.decisions.at(static_cast<std::size_t>(rows.verdict(row).decision));
            }
            for (std::uint32_t left = there.overlap && there.decision ? facets & ReviewRows::AnyRemark : 0U;
                 left != 0; left &= left - 1)
                ++counts.facets.at(static_cast<std::size_t>(std::countr_zero(left)));
            if (ofGone != 0)
                ++counts.facets.at(static_cast<std::size_t>(std::countr_zero(ofGone)));
        }
        if (!holds.overlap || !holds.decision || !holds.remark || failures > 1)
            continue;
        if (failing != nullptr) {
            failing->count(row);
            continue;
        }
        for (FieldCounter& field : fields)
            field.count(row);
    }
    for (const FieldCounter& field : fields)
        counts.fields.push_back(field.field());
    return counts;
}

} // namespace rangedesk
