// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/condition_tree.h"

#include <QAbstractItemModel>

namespace rangedesk {

/// A condition tree as a tree of two levels: dimensions, all of which must hold, and beneath each its values,
/// any of which may. Values cannot be dragged to another dimension; dimensions can be dropped from outside
/// and moved.
class ConditionTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    static constexpr const char* dimensionMime = "application/x-rangedesk-dimension";

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows a tree and what is wrong with it. @param uses how many rules use a value, by its id
    void setTree(ConditionTree tree, TreeCheck check);
    /// What has become known of the tree that is shown.
    void setCheck(TreeCheck check);
    const TreeCheck& check() const { return m_check; }
    void setUses(std::map<std::pair<Dimension, std::string>, qint64> uses) { m_uses = std::move(uses); }
    const ConditionTree& tree() const { return m_tree; }

    static bool isBranch(const QModelIndex& index)
    {
        return index.isValid() && index.internalId() == topLevel;
    }
    /// The branch that an index is or belongs to; -1 for none.
    static int branchOf(const QModelIndex& index);
    /// The value of an index; -1 for a branch.
    static int valueOf(const QModelIndex& index);
    QModelIndex indexOf(int branch, int value = -1) const;
    const TreeProblem* problem(const QModelIndex& index) const;

    /// A dimension with its values, or with the one value that @p index is of; empty for none.
    ConditionTree piece(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    /// A dimension was dropped in front of a branch (or behind the last).
    void dimensionDropped(rangedesk::Dimension dimension, int before);
    /// Conditions as text, from another window or program.
    void textDropped(const QString& text);

private:
    QByteArray token() const;
    QString idOf(const QModelIndex& index) const;
    static constexpr quintptr topLevel = ~quintptr{0};

    ConditionTree m_tree;
    TreeCheck m_check;
    std::map<std::pair<Dimension, std::string>, qint64> m_uses;
};

} // namespace rangedesk
