// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rule_condition_model.h"

#include "core/text.h"
#include "models/roles.h"

namespace rangedesk {

void RuleConditionModel::setRule(const SaleRule& rule)
{
    ConditionTree tree;
    m_names.clear();
    for (const RuleField& field : rule.fields) {
        const auto dimension = dimensionOfFilterCode(field.filterCode);
        const std::string_view name = field.filterName.empty() ? field.filterCode : field.filterName;
        // Several values without a name each are shown as the server tells them.
        const bool hasNames = commaParts(field.selectedName).size() == commaParts(field.selectedId).size();
        const TreeValue whole{SelectBy::Id, std::string(trimmed(field.selectedId)),
                              std::string(trimmed(field.selectedCode)),
                              std::string(trimmed(field.selectedName)), true};
        // An unknown one stands under its own name; which dimension it is given is not shown.
        tree.branches.push_back({dimension.value_or(Dimension::Department),
                                 hasNames ? treeValuesOf(field) : std::vector<TreeValue>{whole}});
        m_names.push_back(dimension ? QString() : toQString(name));
    }
    setTree(std::move(tree), {});
}

void RuleConditionModel::setTarget(const RangeTarget& target)
{
    ConditionTree tree;
    for (std::size_t i = 0; i < target.cells.size(); ++i) {
        const TypedCell& cell = target.cells[i];
        const QString name = target.words.value(2 * static_cast<qsizetype>(i) + 1);
        tree.branches.push_back({cell.dimension, {{cell.by, cell.value, {}, toUtf8(name), true}}});
    }
    m_names.assign(tree.branches.size(), QString());
    setTree(std::move(tree), {});
}

QVariant RuleConditionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isBranch(index)) {
        const QString& name = m_names[static_cast<std::size_t>(index.row())];
        const bool hasSeveral = rowCount(index) > 1;
        if (role == Qt::DisplayRole && !name.isEmpty())
            return name;
        if (role == CaptionRole && !hasSeveral)
            return {}; // "any of 1" says nothing
        if (role == Qt::AccessibleTextRole)
            return data(index, Qt::DisplayRole);
        return ConditionTreeModel::data(index, role);
    }
    if (role == ChipRole) {
        const TreeBranch& branch = tree().branches[static_cast<std::size_t>(branchOf(index))];
        const TreeValue& value = branch.values[static_cast<std::size_t>(index.row())];
        return excerpt(value.code.empty() ? value.value : value.code, 24);
    }
    return ConditionTreeModel::data(index, role);
}

Qt::ItemFlags RuleConditionModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace rangedesk
