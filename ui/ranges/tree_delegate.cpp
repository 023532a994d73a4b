// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/tree_delegate.h"

#include "common/marks.h"
#include "common/theme.h"
#include "models/condition_tree_model.h"
#include "models/roles.h"

#include <QPainter>

namespace rangedesk::ui {

namespace {

constexpr int spine = 18;   ///< from the left edge to the line
constexpr int lowLine = 26; ///< of a tree that is only looked at

} // namespace

ConditionTreeView::ConditionTreeView(QWidget* parent) : QTreeView(parent)
{
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(36);
    setItemsExpandable(false);
    setExpandsOnDoubleClick(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setItemDelegate(new ConditionNodeDelegate(this));
}

void ConditionTreeView::setReadOnly(int mostLines)
{
    m_mostLines = mostLines;
    setDragDropMode(NoDragDrop);
    setIndentation(28);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    static_cast<ConditionNodeDelegate*>(itemDelegate())->setLow(true);
}

void ConditionTreeView::setModel(QAbstractItemModel* model)
{
    QTreeView::setModel(model);
    if (m_mostLines == 0)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        expandAll();
        updateGeometry();
    });
}

QSize ConditionTreeView::sizeHint() const
{
    if (m_mostLines == 0 || model() == nullptr)
        return QTreeView::sizeHint();
    int lines = 0;
    for (int branch = 0; branch < model()->rowCount(); ++branch)
        lines += 1 + model()->rowCount(model()->index(branch, 0));
    return {200, Theme::instance().scaled(lowLine) * std::min(lines, m_mostLines) + 2};
}

QSize ConditionTreeView::minimumSizeHint() const
{
    return m_mostLines == 0 ? QTreeView::minimumSizeHint() : QSize(80, sizeHint().height());
}

void ConditionTreeView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    painter->save();
    painter->fillRect(rect, color(selectionModel()->isSelected(index) ? Token::Selection : Token::Surface));
    const bool isBranch = ConditionTreeModel::isBranch(index);
    const int row = isBranch ? index.row() : index.parent().row();
    const bool isLastBranch = row == model()->rowCount() - 1;
    const int middle = rect.center().y();
    painter->setPen(QPen(color(Token::Chart2), 1.5));
    const int left = rect.left() + spine;
    if (isBranch || !isLastBranch)
        painter->drawLine(left, isBranch && row == 0 ? middle : rect.top(), left,
                          isBranch && isLastBranch ? middle : rect.bottom());
    if (isBranch) {
        painter->drawLine(left, middle, rect.right() - 2, middle);
        if (row > 0) {
            const int radius = Theme::instance().scaled(11);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(color(Token::Accent));
            painter->drawEllipse(QPoint(left, middle), radius, radius);
            painter->setPen(color(Token::OnAccent));
            painter->setFont(Theme::instance().font(Type::Caption));
            painter->drawText(QRect(left - radius, middle - radius, 2 * radius, 2 * radius), Qt::AlignCenter,
                              tr("&"));
        }
    } else {
        painter->setPen(QPen(color(Token::Line2), 1));
        const int elbow = rect.left() + indentation() + spine;
        const bool isLast = index.row() == model()->rowCount(index.parent()) - 1;
        painter->drawLine(elbow, rect.top(), elbow, isLast ? middle : rect.bottom());
        painter->drawLine(elbow, middle, rect.right(), middle);
    }
    painter->restore();
}

void ConditionNodeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    painter->save();
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    painter->fillRect(option.rect, color(isSelected ? Token::Selection : Token::Surface));
    QRect rest = option.rect.adjusted(6, 0, -12, 0);
    const bool isFaulty = index.data(FaultRole).toBool();
    const auto write = [&](const QString& text, Type type, Token ink, bool isBold = false) {
        QFont font = theme.font(type);
        font.setBold(isBold || font.bold());
        painter->setFont(font);
        painter->setPen(color(ink));
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rest.width());
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(shown) + 10);
    };
    if (isFaulty) {
        const int side = theme.scaled(14);
        paintMark(painter, Mark::Refused, QRect(rest.x(), rest.y(), side, rest.height()));
        rest.setLeft(rest.left() + side + 6);
    }
    if (ConditionTreeModel::isBranch(index)) {
        write(index.data().toString(), m_isLow ? Type::Body : Type::PaneTitle, Token::Ink, true);
        write(index.data(CaptionRole).toString(), Type::Caption, Token::Ink3);
        write(index.data(SecondLineRole).toString(), Type::Caption, Token::Refused);
    } else {
        write(index.data().toString(), Type::Body, isFaulty ? Token::Refused : Token::Ink);
        const QString chip = index.data(ChipRole).toString();
        painter->setFont(theme.font(Type::Caption));
        // A pixel more than the advance: the text is measured anew when it is elided, and may be told wider.
        const int width = std::min(rest.width(), painter->fontMetrics().horizontalAdvance(chip) + 16);
        const int height = theme.scaled(20);
        const QRect box(rest.left(), rest.center().y() - height / 2, width, height);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Token::SameTint));
        painter->drawRoundedRect(box, size::radiusChip, size::radiusChip);
        painter->setPen(color(Token::Ink2));
        painter->drawText(box.adjusted(7, 0, -7, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(chip, Qt::ElideMiddle, width - 14));
        rest.setLeft(box.right() + 10);
        write(index.data(isFaulty ? SecondLineRole : CaptionRole).toString(), Type::Caption,
              isFaulty ? Token::Refused : Token::Ink3);
    }
    if (isSelected && (option.state & QStyle::State_HasFocus) != 0) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(color(Token::Accent), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize ConditionNodeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int high = ConditionTreeModel::isBranch(index) ? 38 : size::row;
    return {200, Theme::instance().scaled(m_isLow ? lowLine : high)};
}

} // namespace rangedesk::ui
