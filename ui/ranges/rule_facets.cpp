// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/rule_facets.h"

#include "session/worker.h"

namespace rangedesk::ui {

void RuleFacets::show(std::shared_ptr<const RuleRows> rows)
{
    m_rows = std::move(rows);
    showGroups();
    inWorker(
        this, [counted = m_rows] { return counted->products(); },
        [this, counted = m_rows](FacetModel::Group products) {
            if (counted != m_rows)
                return; // others came meanwhile
            m_products = std::move(products);
            showGroups();
        });
}

/// Until they are counted anew the products stay as they were: what is chosen among them is not lost.
void RuleFacets::showGroups()
{
    auto groups = m_rows->groups();
    if (!m_products.values.empty())
        groups.push_back(m_products);
    m_pane->setGroups(std::move(groups));
}

} // namespace rangedesk::ui
