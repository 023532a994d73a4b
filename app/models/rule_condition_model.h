// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rule.h"
#include "models/condition_tree_model.h"
#include "rules/range_target.h"

namespace rangedesk {

/// The conditions of a rule as they stand on the server, to be looked at: also those that no request could
/// name, such as several values in one dimension or a dimension that is unknown.
class RuleConditionModel : public ConditionTreeModel
{
    Q_OBJECT
public:
    using ConditionTreeModel::ConditionTreeModel;

    void setRule(const SaleRule& rule);
    /// Of a range that is not posted yet.
    void setTarget(const RangeTarget& target);

    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<QString> m_names; ///< of the branches whose dimension the program does not know
};

} // namespace rangedesk
