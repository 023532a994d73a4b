// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/customer_facts.h"

#include <array>
#include <atomic>
#include <unordered_map>

namespace rangedesk {

/// Which customers of the catalogue the conditions of rules mean, for all of them at once: values are looked
/// up once, and then compared as numbers.
class CustomerMatch
{
public:
    struct Condition
    {
        std::size_t dimension;
        std::vector<std::uint32_t> values; ///< that fit, sorted; numbers of the attribute's values
    };
    struct Count
    {
        std::size_t customers = 0;
        bool isAtLeast = false; ///< others may fit: the catalogue does not know all that the rule asks for

        bool operator==(const Count&) const = default;
    };

    explicit CustomerMatch(std::shared_ptr<const Catalogue> catalogue);

    /// Nothing where no customer of the catalogue can fit.
    std::optional<std::vector<Condition>> conditionsOf(const SaleRule& rule) const;
    bool fits(const std::vector<Condition>& conditions, std::uint32_t customer) const;
    /// The number of a customer's value; 0 where it is not filled.
    std::uint32_t value(std::size_t dimension, std::uint32_t customer) const
    {
        const EntryList::Attribute* attribute = m_attributes.at(dimension);
        return attribute == nullptr ? 0 : attribute->valueOf[customer];
    }
    /// How many values customers have; their numbers begin at 1.
    std::size_t values(std::size_t dimension) const
    {
        const EntryList::Attribute* attribute = m_attributes.at(dimension);
        return attribute == nullptr ? 0 : attribute->values.size();
    }
    /// How many customers a rule speaks for. Takes a while for many customers: call it in a worker.
    Count count(const SaleRule& rule, const std::atomic<bool>& abandon) const;

private:
    std::optional<std::vector<Condition>> allConditions(const SaleRule& rule) const;

    std::shared_ptr<const Catalogue> m_catalogue;
    /// Of each dimension: the attribute that tells it, and which of its values a rule may mean by a name.
    std::array<const EntryList::Attribute*, dimensionCount> m_attributes{};
    std::array<std::unordered_map<std::string, std::vector<std::uint32_t>>, dimensionCount> m_values;
};

} // namespace rangedesk
