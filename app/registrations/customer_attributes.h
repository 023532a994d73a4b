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
    /// How often each value occurs among @p rows; attributes that none of them has are left out.
    std::vector<ReviewList::Breakdown> breakdowns(const std::vector<std::uint32_t>& rows,
                                                  const std::atomic<bool>* abandon = nullptr) const;

private:
    static constexpr std::uint32_t unknown = 0xFFFFFFFFU;

    std::shared_ptr<const EntryList> m_customers;
    std::vector<std::uint32_t> m_entries; ///< by row
};

} // namespace rangedesk
