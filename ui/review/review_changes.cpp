// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_changes.h"

namespace rangedesk::ui {

TouchedCustomers::TouchedCustomers(const std::shared_ptr<const ReviewList>& list,
                                   std::vector<std::uint32_t> rows, std::vector<std::string> keys)
    : m_list(list), m_rows(std::move(rows)), m_keys(std::move(keys))
{}

TouchedCustomers::TouchedCustomers(std::shared_ptr<const ReviewList> list, std::vector<std::uint32_t> rows)
    : m_list(list), m_rows(std::move(rows)), m_unnamed(std::move(list))
{}

const std::vector<std::string>& TouchedCustomers::keys() const
{
    const std::scoped_lock lock(m_making);
    if (m_unnamed) {
        m_keys.reserve(m_rows.size());
        for (const std::uint32_t row : m_rows)
            m_keys.push_back(ReviewList::keyOf(m_unnamed->at(row)));
        m_unnamed.reset();
    }
    return m_keys;
}

std::string TouchedCustomers::firstKey() const
{
    const std::scoped_lock lock(m_making);
    return m_unnamed ? ReviewList::keyOf(m_unnamed->at(m_rows.front())) : m_keys.front();
}

} // namespace rangedesk::ui
