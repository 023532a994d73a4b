// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/customer_attributes.h"

#include "core/text.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct AttributeText
{
    Q_DECLARE_TR_FUNCTIONS(AttributeText)
};

constexpr std::uint32_t abandonEvery = 4096;

} // namespace

CustomerAttributes::CustomerAttributes(std::shared_ptr<const EntryList> customers, const ReviewList& list)
    : m_customers(std::move(customers)), m_entries(list.size(), unknown)
{
    if (attributeCount() == 0)
        return;
    std::vector<std::string> codes;
    std::vector<std::uint32_t> rows; // of those codes
    for (std::uint32_t row = 0; row < list.size(); ++row) {
        const ReviewCustomer& customer = list.at(row);
        if (const auto entry = customer.id.empty() ? std::nullopt : m_customers->withId(customer.id)) {
            m_entries[row] = *entry;
        } else if (!customer.code.empty()) {
            codes.emplace_back(customer.code);
            rows.push_back(row);
        }
    }
    if (codes.empty())
        return;
    const auto named = m_customers->named(codes, SelectBy::Code);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (named[i].size() != 1)
            continue;
        // Another id with this code is another customer, unless a list told the code alone.
        const std::uint32_t entry = named[i].front();
        if (list.at(rows[i]).id.empty() || m_customers->id(entry).starts_with(madeUpId))
            m_entries[rows[i]] = entry;
    }
}

QString CustomerAttributes::attributeWord(std::size_t attribute) const
{
    return AttributeText::tr("%1 (catalogue)").arg(attributeName(m_customers->attributes()[attribute].name));
}

std::string_view CustomerAttributes::value(std::uint32_t row, std::size_t attribute) const
{
    const EntryList::Attribute& told = m_customers->attributes()[attribute];
    const std::uint32_t entry = m_entries[row];
    const std::uint32_t value = entry == unknown ? 0 : told.valueOf[entry];
    return value == 0 ? std::string_view() : std::string_view(told.values[value - 1]);
}

std::vector<ReviewList::Breakdown> CustomerAttributes::breakdowns(const std::vector<std::uint32_t>& rows,
                                                                  const std::atomic<bool>* abandon) const
{
    std::vector<ReviewList::Breakdown> found;
    for (std::size_t attribute = 0; attribute < attributeCount(); ++attribute) {
        const EntryList::Attribute& told = m_customers->attributes()[attribute];
        std::vector<std::size_t> counts(told.values.size() + 1);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i % abandonEvery == 0 && abandon != nullptr && *abandon)
                return {};
            const std::uint32_t entry = m_entries[rows[i]];
            ++counts[entry == unknown ? 0 : told.valueOf[entry]];
        }
        ReviewList::Breakdown breakdown{attributeWord(attribute), {}, counts[0]};
        for (std::size_t value = 1; value < counts.size(); ++value) {
            if (counts[value] > 0)
                breakdown.values.emplace_back(toQString(told.values[value - 1]), counts[value]);
        }
        std::sort(breakdown.values.begin(), breakdown.values.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        if (!breakdown.values.empty())
            found.push_back(std::move(breakdown));
    }
    return found;
}

} // namespace rangedesk
