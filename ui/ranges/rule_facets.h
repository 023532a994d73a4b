// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/facet_pane.h"
#include "models/rule_rows.h"

namespace rangedesk::ui {

/// Shows what rules can be filtered by: their conditions and age at once, their products as soon as a worker
/// has counted them.
class RuleFacets : public QObject
{
    Q_OBJECT
public:
    explicit RuleFacets(FacetPane* pane) : QObject(pane), m_pane(pane) {}

    void show(std::shared_ptr<const RuleRows> rows);

private:
    void showGroups();

    FacetPane* m_pane;
    std::shared_ptr<const RuleRows> m_rows;
    FacetModel::Group m_products{RuleRows::productGroup, {}, {}}; ///< of the rows that were counted last
};

} // namespace rangedesk::ui
