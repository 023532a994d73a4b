// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace rangedesk::ui {

/// The tree itself: one line down through the conditions with the round "and" on it, elbows to the values.
class ConditionTreeView : public QTreeView
{
    Q_OBJECT
public:
    explicit ConditionTreeView(QWidget* parent);

protected:
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
};

/// A condition with the number of its values; a value with the chip that tells by what it is sent.
class ConditionNodeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace rangedesk::ui
