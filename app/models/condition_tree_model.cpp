// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/condition_tree_model.h"

#include "core/text.h"
#include "models/mark.h"
#include "models/roles.h"
#include "models/tool_tip.h"

#include <QCoreApplication>
#include <QMimeData>
#include <algorithm>

namespace rangedesk {

namespace {

struct TreeModelText
{
    Q_DECLARE_TR_FUNCTIONS(TreeModelText)
};

/// By what it is sent: the chip behind a value. @param id that is sent instead of what was typed; empty: none
QString sentBy(const TreeValue& value, const QString& id)
{
    const QString text = excerpt(value.value, 24);
    const bool isResolved = !id.isEmpty();
    switch (value.by) {
    case SelectBy::Code:
        return isResolved ? TreeModelText::tr("code %1, sent as id").arg(text)
                          : TreeModelText::tr("by code %1").arg(text);
    case SelectBy::Name:
        return isResolved ? TreeModelText::tr("name %1, sent as id").arg(text)
                          : TreeModelText::tr("by name %1").arg(text);
    default:
        return TreeModelText::tr("by id %1").arg(text);
    }
}

/// The same in full.
QString sentInFull(const TreeValue& value, const QString& id)
{
    QString text = excerpt(value.value, 200);
    if (value.by == SelectBy::Id || id.isEmpty())
        return text;
    return value.by == SelectBy::Code ? TreeModelText::tr("Typed as code %1, sent as id %2").arg(text, id)
                                      : TreeModelText::tr("Typed as name %1, sent as id %2").arg(text, id);
}

} // namespace

void ConditionTreeModel::setTree(ConditionTree tree, TreeCheck check)
{
    beginResetModel();
    m_tree = std::move(tree);
    m_check = std::move(check);
    endResetModel();
}

void ConditionTreeModel::setCheck(TreeCheck check)
{
    m_check = std::move(check);
    for (int branch = 0; branch < rowCount(); ++branch) {
        const QModelIndex top = indexOf(branch);
        Q_EMIT dataChanged(top, top);
        if (const int values = rowCount(top); values > 0)
            Q_EMIT dataChanged(indexOf(branch, 0), indexOf(branch, values - 1));
    }
}

/// The id that is sent for a value, where it is known.
QString ConditionTreeModel::idOf(const QModelIndex& index) const
{
    const auto branch = static_cast<std::size_t>(branchOf(index));
    const auto value = static_cast<std::size_t>(index.row());
    const bool isThere = branch < m_check.ids.size() && value < m_check.ids[branch].size();
    return isThere ? excerpt(m_check.ids[branch][value], 40) : QString();
}

int ConditionTreeModel::branchOf(const QModelIndex& index)
{
    if (!index.isValid())
        return -1;
    return index.internalId() == topLevel ? index.row() : static_cast<int>(index.internalId());
}

int ConditionTreeModel::valueOf(const QModelIndex& index)
{
    return !index.isValid() || index.internalId() == topLevel ? -1 : index.row();
}

QModelIndex ConditionTreeModel::indexOf(int branch, int value) const
{
    const QModelIndex top = index(branch, 0);
    return value < 0 ? top : index(value, 0, top);
}

const TreeProblem* ConditionTreeModel::problem(const QModelIndex& index) const
{
    const std::pair place(branchOf(index), valueOf(index));
    const auto found = std::lower_bound(
        m_check.problems.begin(), m_check.problems.end(), place,
        [](const TreeProblem& one, const auto& wanted) { return std::pair(one.branch, one.value) < wanted; });
    const bool isIt = found != m_check.problems.end() && std::pair(found->branch, found->value) == place;
    return isIt ? &*found : nullptr;
}

QModelIndex ConditionTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : topLevel);
}

QModelIndex ConditionTreeModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(index.internalId()), 0, topLevel);
}

int ConditionTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_tree.branches.size());
    if (parent.internalId() != topLevel || parent.column() > 0)
        return 0;
    return static_cast<int>(m_tree.branches[static_cast<std::size_t>(parent.row())].values.size());
}

int ConditionTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant ConditionTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TreeBranch& branch = m_tree.branches[static_cast<std::size_t>(branchOf(index))];
    const TreeProblem* fault = problem(index);
    const QString reason = fault != nullptr ? describe(*fault, m_tree) : QString();
    if (role == FaultRole)
        return fault != nullptr;
    if (role == MarkRole)
        return static_cast<int>(fault != nullptr ? Mark::Refused : Mark::None);
    if (isBranch(index)) {
        const QString name = dimensionName(branch.dimension);
        const QString count = TreeModelText::tr("any of %1").arg(branch.values.size());
        switch (role) {
        case Qt::DisplayRole:
            return name;
        case CaptionRole:
            return count;
        case SecondLineRole:
            return reason;
        case Qt::AccessibleTextRole:
            return QStringList{name, count, reason}.join(QStringLiteral(", "));
        default:
            return {};
        }
    }
    const TreeValue& value = branch.values[static_cast<std::size_t>(index.row())];
    const QString name = excerpt(value.name.empty() ? value.value : value.name, 60);
    const QString id = idOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case ChipRole:
        return sentBy(value, id);
    case SecondLineRole:
        return reason;
    case CaptionRole: {
        const auto found = m_uses.find({branch.dimension, id.isEmpty() ? value.value : toUtf8(id)});
        return found == m_uses.end() ? QVariant()
                                     : QVariant(TreeModelText::tr("%1 ranges").arg(found->second));
    }
    case Qt::ToolTipRole:
        return toolTipText(sentInFull(value, id));
    case Qt::AccessibleTextRole:
        return QStringList{name, sentBy(value, id), reason}.join(QStringLiteral(", "));
    default:
        return {};
    }
}

Qt::ItemFlags ConditionTreeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
}

QStringList ConditionTreeModel::mimeTypes() const
{
    return {QLatin1String(dimensionMime), QStringLiteral("text/plain")};
}

ConditionTree ConditionTreeModel::piece(const QModelIndex& index) const
{
    const int branch = branchOf(index);
    const int value = valueOf(index);
    if (branch < 0)
        return {};
    ConditionTree piece{{m_tree.branches[static_cast<std::size_t>(branch)]}};
    if (value >= 0)
        piece.branches.front().values = {piece.branches.front().values[static_cast<std::size_t>(value)]};
    return piece;
}

/// Tells this tree from those of other windows and programs.
QByteArray ConditionTreeModel::token() const
{
    return QByteArray::number(QCoreApplication::applicationPid()) + '-' +
           QByteArray::number(reinterpret_cast<quintptr>(this));
}

QMimeData* ConditionTreeModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setText(treeText(piece(indexes.first()))); // into a chat, a sheet, or the tree of another window
    if (!isBranch(indexes.first()))
        return data;
    const Dimension dimension = m_tree.branches[static_cast<std::size_t>(indexes.first().row())].dimension;
    data->setData(QLatin1String(dimensionMime),
                  QByteArray::number(static_cast<int>(dimension)) + ' ' + token());
    return data;
}

bool ConditionTreeModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                                      const QModelIndex& parent)
{
    // The dimension of another window comes with its values: those are in the text.
    bool isNumber = false;
    const QList<QByteArray> parts = data->data(QLatin1String(dimensionMime)).split(' ');
    const int dimension = parts.first().toInt(&isNumber);
    const bool isOwn = parts.size() < 2 || parts[1] == token();
    if ((!isNumber || !isOwn) && data->hasText()) {
        Q_EMIT textDropped(data->text());
        return false;
    }
    if (!isNumber || dimension < 0 || dimension >= dimensionCount)
        return false;
    const int before = parent.isValid() ? branchOf(parent) : row < 0 ? rowCount() : row;
    Q_EMIT dimensionDropped(static_cast<Dimension>(dimension), before);
    return false; // the tree is changed by an edit that can be undone, never by the view
}

} // namespace rangedesk
