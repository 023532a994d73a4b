// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/entry_list.h"
#include "registrations/review_list.h"

namespace rangedesk {

/// What the catalogue knows of a campaign's customers: attributes that reference lists told, by the rows of a
/// review.
class CustomerAttributes
{
public:
    /// Looks every customer up, by its id, else by a code that one entry alone has, where
    /// either has no id of the server: call it in a worker.
    CustomerAttributes(std::shared_ptr<const EntryList> customers, const ReviewList& list);

    const std::shared_ptr<const EntryList>& customers() const { return m_customers; }
    std::size_t attributeCount() const { return m_customers->attributes().size(); }
    /// As people read it, and told from a field of the merchant information with the same name.
    QString attributeWord(std::size_t attribute) const;
    /// Empty where nothing is known.
    std::string_view value(std::uint32_t row, std::size_t attribute) const;
    /// From 1 on among the attribute's values, 0 where nothing is known.
    std::uint32_t valueIndex(std::uint32_t row, std::size_t attribute) const;
    const std::vector<std::string>& values(std::size_t attribute) const
    {
        return m_customers->attributes()[attribute].values;
    }
    /// Of the values, the same for every review; and of the attribute among what rows are grouped by.
    const std::vector<std::uint64_t>& keys(std::size_t attribute) const { return m_keys[attribute]; }
    int group(std::size_t attribute) const { return m_groups[attribute]; }

private:
    static constexpr std::uint32_t unknown = 0xFFFFFFFFU;

    std::shared_ptr<const EntryList> m_customers;
    std::vector<std::uint32_t> m_entries; ///< by row
    std::vector<std::vector<std::uint64_t>> m_keys;
    std::vector<int> m_groups;
};

} // namespace rangedesk
