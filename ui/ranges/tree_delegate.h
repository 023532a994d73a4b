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
    /// To be looked at only: low lines, nothing to drag, as high as its lines up to @p mostLines of them.
    void setReadOnly(int mostLines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void setModel(QAbstractItemModel* model) override;

protected:
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;

private:
    int m_mostLines = 0; ///< where it is to be looked at only
};

/// A condition with the number of its values; a value with the chip that tells by what it is sent.
class ConditionNodeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setLow(bool isLow) { m_isLow = isLow; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool m_isLow = false;
};

} // namespace rangedesk::ui
