// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/marks_by_row.h"
#include "registrations/review_list.h"

#include <mutex>

namespace rangedesk::ui {

/// Whom a step of a review is about.
class TouchedCustomers
{
public:
    /// @param rows of the customers in the list, or noCustomer; @param keys one for each
    TouchedCustomers(const std::shared_ptr<const ReviewList>& list, std::vector<std::uint32_t> rows,
                     std::vector<std::string> keys);
    /// Of many their keys are made in the worker that writes the step; until then the list stays.
    TouchedCustomers(std::shared_ptr<const ReviewList> list, std::vector<std::uint32_t> rows);

    std::size_t size() const { return m_rows.size(); }
    std::uint32_t row(std::size_t at) const { return m_rows[at]; }
    /// The rows count in this list.
    bool isOf(const std::shared_ptr<const ReviewList>& list) const { return m_list.lock() == list; }
    /// One for each. Takes its time with many, at first. Of any thread.
    const std::vector<std::string>& keys() const;
    std::string firstKey() const;

private:
    std::weak_ptr<const ReviewList> m_list;
    std::vector<std::uint32_t> m_rows;
    mutable std::mutex m_making;                         ///< of what follows
    mutable std::shared_ptr<const ReviewList> m_unnamed; ///< the list, until the keys are made
    mutable std::vector<std::string> m_keys;
};

/// The marks that a step gave to them.
struct ReviewChanges
{
    std::shared_ptr<const TouchedCustomers> of;
    std::vector<ReviewMark> marks; ///< one for each; where there are none they are
    MarksByRow byRow;              ///< those of the rows, shared with what the table shows

    const ReviewMark& mark(std::size_t at) const { return marks.empty() ? byRow.at(of->row(at)) : marks[at]; }
};

} // namespace rangedesk::ui
