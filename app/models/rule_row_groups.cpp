// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of values by which rules are filtered: dimensions, ages and products.
#include "core/dimension.h"
#include "core/text.h"
#include "core/vendor_time.h"
#include "models/rule_rows.h"

#include <QCoreApplication>
#include <unordered_map>

namespace rangedesk {

namespace {

struct RuleText
{
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

/// Ages by which rules are told apart, in days.
constexpr std::array<qint64, 5> mostDays{0, 7, 30, 365, std::numeric_limits<qint64>::max()};

QString ageWord(std::size_t age)
{
    switch (age) {
    case 0:
        return RuleText::tr("Today");
    case 1:
        return RuleText::tr("In the last 7 days");
    case 2:
        return RuleText::tr("In the last 30 days");
    case 3:
        return RuleText::tr("In the last year");
    default:
        return RuleText::tr("Earlier");
    }
}

/// As groups of choices know a product; never 0.
std::uint64_t productNumber(std::string_view id)
{
    return std::hash<std::string_view>()(id) | 1U;
}

} // namespace

/// Values are told apart by their ids: two may bear one name. A rule with several values has each of them.
void RuleRows::countValues()
{
    struct Use
    {
        std::uint32_t place;
        std::uint32_t lastRow; ///< counted from 1 on: what is listed twice counts once
    };
    std::map<int, std::unordered_map<std::string_view, Use>> uses;
    std::map<int, std::vector<std::string_view>> codes; // of the texts
    const std::string_view severalKey("\x1f");          // no id
    const std::string severalValues = toUtf8(RuleText::tr("(several values)"));
    const auto use = [&](int group, std::uint32_t row, std::string_view id, std::string_view name,
                         std::string_view code) {
        DimensionValues& values = m_values[group];
        values.ofRow.resize(m_items.size(), 0);
        const std::string_view key = id.empty() ? name : id;
        const auto [found, isNew] =
            uses[group].emplace(key, Use{static_cast<std::uint32_t>(values.texts.size()), 0});
        if (isNew) {
            values.texts.emplace_back(name.empty() ? id : name);
            values.numbers.push_back(std::hash<std::string_view>()(key) | 1U); // never 0
            values.counts.push_back(0);
            codes[group].push_back(code.empty() ? id : code);
        }
        const std::uint32_t place = found->second.place;
        if (std::exchange(found->second.lastRow, row + 1) == row + 1)
            return;
        ++values.counts[place];
        if (values.ofRow[row] == 0)
            values.ofRow[row] = place + 1;
        else
            values.moreOfRow[row].push_back(place + 1);
    };
    for (std::uint32_t row = 0; row < m_items.size(); ++row) {
        for (const RuleField& field : rule(row).fields) {
            const auto dimension = dimensionOfFilterCode(field.filterCode);
            if (!dimension)
                continue;
            const int group = static_cast<int>(*dimension);
            if (field.selectedId.find(',') == std::string_view::npos) {
                use(group, row, trimmed(field.selectedId), field.selectedName, field.selectedCode);
                continue;
            }
            use(group, row, severalKey, severalValues, {});
            const auto ids = commaParts(field.selectedId);
            const auto names = commaParts(field.selectedName);
            const auto values = commaParts(field.selectedCode);
            for (std::size_t i = 0; i < ids.size(); ++i) {
                if (!ids[i].empty())
                    use(group, row, ids[i], names.size() == ids.size() ? names[i] : std::string_view(),
                        values.size() == ids.size() ? values[i] : std::string_view());
            }
        }
    }
    for (auto& [group, values] : m_values) {
        std::unordered_map<std::string, std::size_t> named;
        for (const std::string& text : values.texts)
            ++named[text];
        for (std::size_t i = 0; i < values.texts.size(); ++i) {
            const std::string_view code = codes[group][i];
            if (named[values.texts[i]] > 1 && !code.empty())
                values.texts[i].append(" (").append(code).append(")");
        }
    }
}

/// By the server's dates, which are those of China.
void RuleRows::countAges(const QDate& today)
{
    m_ages.reserve(m_items.size());
    for (const ListItem<SaleRule>& item : m_items) {
        const std::string_view time =
            item.value->modifyTime.empty() ? item.value->createTime : item.value->modifyTime;
        const QDate day = vendorDay(time);
        std::uint8_t age = 0;
        for (std::size_t i = mostDays.size(); day.isValid() && i > 0; --i) {
            if (day.daysTo(today) <= mostDays.at(i - 1))
                age = static_cast<std::uint8_t>(i);
        }
        m_ages.push_back(age);
    }
}

std::vector<FacetModel::Group> RuleRows::groups() const
{
    std::vector<FacetModel::Group> groups;
    for (const auto& [number, values] : m_values) {
        FacetModel::Group group{number, dimensionName(static_cast<Dimension>(number)), {}};
        for (std::uint32_t i = 0; i < values.texts.size(); ++i)
            group.values.push_back({values.numbers[i], toQString(values.texts[i]), values.counts[i]});
        std::sort(group.values.begin(), group.values.end(), [](const auto& a, const auto& b) {
            return a.count != b.count ? a.count > b.count : a.text < b.text;
        });
        groups.push_back(std::move(group));
    }
    FacetModel::Group ages{ageGroup, RuleText::tr("Changed"), {}};
    for (std::size_t i = 0; i < mostDays.size(); ++i) {
        const auto count = std::count(m_ages.begin(), m_ages.end(), static_cast<std::uint8_t>(i + 1));
        if (count > 0)
            ages.values.push_back({i + 1, ageWord(i), count});
    }
    if (!ages.values.empty())
        groups.push_back(std::move(ages));
    return groups;
}

FacetModel::Group RuleRows::products() const
{
    FacetModel::Group group{productGroup, RuleText::tr("Product"), {}};
    struct Use
    {
        const RuleProduct* product;
        std::int64_t rules = 0;
        std::uint32_t lastRow = 0; ///< counted from 1 on: what is listed twice counts once
    };
    std::unordered_map<std::string_view, Use> uses;
    for (std::uint32_t row = 0; row < m_items.size(); ++row) {
        for (const RuleProduct& product : rule(row).products) {
            Use& use = uses.try_emplace(product.id, Use{&product}).first->second;
            if (std::exchange(use.lastRow, row + 1) != row + 1)
                ++use.rules;
        }
    }
    group.values.reserve(uses.size());
    for (const auto& [id, use] : uses)
        group.values.push_back(
            {productNumber(id),
             toQString(use.product->name) + QLatin1Char(' ') + toQString(use.product->code), use.rules});
    std::sort(group.values.begin(), group.values.end(), [](const auto& a, const auto& b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    return group;
}

bool RuleRows::hasAnyOf(std::uint32_t row, int group, const std::set<std::uint64_t>& values) const
{
    if (group != productGroup) {
        if (RowSource::hasAnyOf(row, group, values))
            return true;
        const auto known = m_values.find(group);
        if (known == m_values.end())
            return false;
        const auto more = known->second.moreOfRow.find(row);
        return more != known->second.moreOfRow.end() &&
               std::any_of(more->second.begin(), more->second.end(), [&](std::uint32_t place) {
                   return values.contains(known->second.numbers[place - 1]);
               });
    }
    const auto& listed = rule(row).products;
    return std::any_of(listed.begin(), listed.end(), [&](const RuleProduct& product) {
        return values.contains(productNumber(product.id));
    });
}

std::uint64_t RuleRows::valueIn(std::uint32_t row, int group) const
{
    if (group == ageGroup)
        return m_ages[row];
    const auto found = m_values.find(group);
    const std::uint32_t place = found == m_values.end() ? 0 : found->second.ofRow[row];
    return place == 0 ? 0 : found->second.numbers[place - 1];
}

} // namespace rangedesk
