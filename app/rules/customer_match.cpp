// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/customer_match.h"

#include <algorithm>

namespace rangedesk {

CustomerMatch::CustomerMatch(std::shared_ptr<const Catalogue> catalogue) : m_catalogue(std::move(catalogue))
{
    const EntryList& customers = m_catalogue->of(EntryKind::Customer);
    for (std::size_t i = 0; i < dimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        for (const EntryList::Attribute& attribute : customers.attributes()) {
            if (attribute.name != dimensionPrefix(dimension))
                continue;
            m_attributes.at(i) = &attribute;
            const auto names = namesOfValues(m_catalogue->of(dimension), attribute.values);
            for (std::size_t value = 0; value < names.size(); ++value) {
                for (const std::string& name : names[value])
                    m_values.at(i)[name].push_back(static_cast<std::uint32_t>(value) + 1);
            }
        }
    }
}

/// Nothing where a condition is of a kind that is not known here; one without values fits nobody.
std::optional<std::vector<CustomerMatch::Condition>> CustomerMatch::allConditions(const SaleRule& rule) const
{
    std::vector<Condition> conditions;
    for (const RuleField& field : rule.fields) {
        const auto dimension = dimensionOfFilterCode(field.filterCode);
        if (!dimension)
            return std::nullopt;
        Condition& condition = conditions.emplace_back();
        condition.dimension = static_cast<std::size_t>(*dimension);
        const auto& values = m_values.at(condition.dimension);
        for (const std::string_view name : namesOf(field)) {
            if (const auto found = values.find(std::string(name)); found != values.end())
                condition.values.insert(condition.values.end(), found->second.begin(), found->second.end());
        }
        std::sort(condition.values.begin(), condition.values.end());
        condition.values.erase(std::unique(condition.values.begin(), condition.values.end()),
                               condition.values.end());
    }
    return conditions;
}

std::optional<std::vector<CustomerMatch::Condition>> CustomerMatch::conditionsOf(const SaleRule& rule) const
{
    auto conditions = allConditions(rule);
    const bool canFit = conditions && std::none_of(conditions->begin(), conditions->end(),
                                                   [](const Condition& one) { return one.values.empty(); });
    return canFit ? std::move(conditions) : std::nullopt;
}

bool CustomerMatch::fits(const std::vector<Condition>& conditions, std::uint32_t customer) const
{
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        const std::uint32_t has = value(condition.dimension, customer);
        return has != 0 && std::binary_search(condition.values.begin(), condition.values.end(), has);
    });
}

CustomerMatch::Count CustomerMatch::count(const SaleRule& rule, const std::atomic<bool>& abandon) const
{
    constexpr std::size_t abandonEvery = 4096;
    Count all;
    const auto conditions = allConditions(rule);
    if (!conditions)
        all.isAtLeast = true;
    if (!conditions || conditions->empty()) // a rule without conditions names nobody
        return all;
    const std::size_t customers = m_catalogue->of(EntryKind::Customer).size();
    for (std::uint32_t customer = 0; customer < customers; ++customer) {
        if (customer % abandonEvery == 0 && abandon)
            break;
        bool lacks = false;
        const bool mayFit = std::all_of(conditions->begin(), conditions->end(), [&](const Condition& one) {
            const std::uint32_t has = value(one.dimension, customer);
            lacks = lacks || has == 0;
            return has == 0 || std::binary_search(one.values.begin(), one.values.end(), has);
        });
        all.customers += mayFit && !lacks ? 1 : 0;
        all.isAtLeast = all.isAtLeast || (mayFit && lacks);
    }
    return all;
}

} // namespace rangedesk
