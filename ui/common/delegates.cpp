// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/delegates.h"

#include "common/marks.h"
#include "common/style.h"
#include "common/table_view.h"
#include "models/roles.h"
#include "models/tool_tip.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace rangedesk::ui {

namespace {

constexpr int margin = 10;
constexpr qsizetype longestLetter = 2; ///< characters of a value such as A or B1

Mark markAt(const QModelIndex& index)
{
    return static_cast<Mark>(index.data(MarkRole).toInt());
}

QString numberText(const QVariant& value)
{
    bool isNumber = false;
    const qlonglong number = value.toLongLong(&isNumber);
    return isNumber && value.typeId() != QMetaType::QString ? QLocale(QLocale::English).toString(number)
                                                            : value.toString();
}

int markSide()
{
    return Theme::instance().scaled(16);
}

} // namespace

QColor RowDelegate::textColor(const QModelIndex& index)
{
    if (index.data(FaultRole).toBool())
        return color(Token::Refused);
    return color(index.data(FadedRole).toBool() ? Token::Ink3 : Token::Ink);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {60, Theme::instance().scaled(m_height)};
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const TableView* view = TableView::of(option.widget);
    const bool isHovered =
        view != nullptr ? view->hoveredRow() == index.row() : (option.state & QStyle::State_MouseOver) != 0;
    painter->save();
    painter->fillRect(option.rect, color(isSelected  ? Token::Selection
                                         : isHovered ? Token::Hover
                                                     : Token::Surface));
    painter->setPen(QPen(color(Token::Line), 0));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool isFirst = view == nullptr || view->isFirstVisibleColumn(index.column());
    if (isSelected && isFirst)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), color(Token::Accent));
    const bool isCurrent = view != nullptr && view->hasFocus() && view->currentIndex().row() == index.row();
    if (isCurrent) { // the focus ring of a row lies inside it
        painter->setPen(QPen(color(Token::Accent), 0));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    paintCell(painter, option.rect.adjusted(margin, 0, -margin, 0), option, index);
    painter->restore();
}

int RowDelegate::paintText(QPainter* painter, const QRect& rect, const QString& text, const QColor& ink,
                           Type type, int alignment, Qt::TextElideMode elide)
{
    if (rect.width() <= 0 || text.isEmpty())
        return 0;
    painter->setFont(Theme::instance().font(type));
    painter->setPen(ink);
    QString line = text;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(line, elide, rect.width());
    painter->drawText(rect, alignment | Qt::TextSingleLine, shown);
    return std::min(metrics.horizontalAdvance(shown), rect.width());
}

int RowDelegate::chipWidth(const QString& text)
{
    const QFontMetrics metrics(Theme::instance().font(Type::Caption));
    const int side = 6 + Theme::instance().scaled(12);
    return text.isEmpty() ? side + 6 : side + 5 + metrics.horizontalAdvance(text) + 8;
}

/// What a text leaves free for the chip behind it: the chip says what must not be overlooked.
int RowDelegate::roomForChip(const QString& chip, const QRect& rect)
{
    return chip.isEmpty() ? 0 : std::min(chipWidth(chip) + 8, rect.width() * 2 / 3);
}

int RowDelegate::paintChip(QPainter* painter, const QRect& rect, Mark mark, const QString& text, bool atRight)
{
    const int side = Theme::instance().scaled(12);
    const int height = std::min(Theme::instance().scaled(size::chip), rect.height());
    const int width = std::min(chipWidth(text), rect.width());
    if (width < side + (text.isEmpty() ? 12 : 16))
        return 0;
    const QRect chip(atRight ? rect.right() - width + 1 : rect.x(), rect.center().y() - height / 2 + 1, width,
                     height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(markTint(mark)));
    painter->drawRoundedRect(chip, size::radiusChip, size::radiusChip);
    painter->restore();
    paintMark(painter, mark, QRect(chip.x() + 6, chip.y(), side, height));
    paintText(painter, chip.adjusted(6 + side + 5, 0, -6, 0), text, color(markToken(mark)), Type::Caption);
    return width;
}

void RowDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem&,
                            const QModelIndex& index) const
{
    const QString chip = index.data(ChipRole).toString();
    if (index.data(StruckRole).toBool()) {
        QFont font = Theme::instance().font(Type::Body);
        font.setStrikeOut(true);
        painter->setFont(font);
        painter->setPen(color(Token::Ink3));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                            Qt::ElideRight, rect.width()));
        return;
    }
    const int used = paintText(painter, rect.adjusted(0, 0, -roomForChip(chip, rect), 0),
                               index.data(Qt::DisplayRole).toString(), textColor(index), Type::Body,
                               index.data(Qt::TextAlignmentRole).isValid()
                                   ? index.data(Qt::TextAlignmentRole).toInt()
                                   : static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter));
    if (!chip.isEmpty())
        paintChip(painter, rect.adjusted(used + 8, 0, 0, 0), Mark::Warning, chip);
}

QString RowDelegate::fullText(const QModelIndex& index) const
{
    const QString chip = index.data(ChipRole).toString();
    const QString text = index.data(Qt::DisplayRole).toString();
    return chip.isEmpty() ? text : text + QLatin1Char('\n') + chip;
}

/// What the cell has no room for, and what the model has to say about it.
QString RowDelegate::tipOf(const QStyleOptionViewItem& option, const QAbstractItemView& view,
                           const QModelIndex& index) const
{
    const QString text = fullText(index);
    QString more = index.data(Qt::ToolTipRole).toString();
    const int room = option.rect.width() - 2 * margin;
    const bool isCut = text.contains(QLatin1Char('\n')) || view.fontMetrics().horizontalAdvance(text) > room;
    if (!isCut || text == more)
        return more;
    return more.isEmpty() ? text : text + QLatin1Char('\n') + more;
}

bool RowDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                            const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), toolTipText(tipOf(option, *view, index)), view);
    return true;
}

void FigureDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem&,
                               const QModelIndex& index) const
{
    paintText(painter, rect, numberText(index.data(Qt::DisplayRole)), textColor(index), Type::Body,
              Qt::AlignRight | Qt::AlignVCenter, Qt::ElideLeft);
}

namespace {

/// A text with what was searched for marked. @param parts first character and length in turn
void paintMatches(QPainter* painter, const QRect& rect, const QString& whole, const QVariantList& parts,
                  const QColor& ink, Type type)
{
    const QFont plain = Theme::instance().font(type);
    const QString text = QFontMetrics(plain).elidedText(whole, Qt::ElideRight, rect.width());
    QFont marked = plain;
    marked.setBold(true);
    marked.setUnderline(true);
    QRect rest = rect;
    const auto draw = [&](qsizetype from, qsizetype to, bool isMarked) {
        if (from >= to)
            return;
        painter->setFont(isMarked ? marked : plain);
        painter->setPen(isMarked ? color(Token::Accent) : ink);
        const QString piece = text.mid(from, to - from);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, piece);
        rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(piece));
    };
    qsizetype at = 0;
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
        const qsizetype from = std::clamp<qsizetype>(parts[i].toInt(), at, text.size());
        const qsizetype to = std::clamp<qsizetype>(from + parts[i + 1].toInt(), from, text.size());
        draw(at, from, false);
        draw(from, to, true);
        at = to;
    }
    draw(at, text.size(), false);
}

} // namespace

void MatchDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem&,
                              const QModelIndex& index) const
{
    paintMatches(painter, rect, index.data(Qt::DisplayRole).toString(), index.data(MatchRole).toList(),
                 textColor(index), Type::Body);
}

void CodeDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem&,
                             const QModelIndex& index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const QColor ink = color(index.data(FaultRole).toBool() ? Token::Refused : Token::Ink2);
    const QVariantList matches = index.data(MatchRole).toList();
    if (!matches.isEmpty())
        paintMatches(painter, rect, text, matches, ink, Type::Caption);
    else
        paintText(painter, rect, text, ink, Type::Caption, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
}

void MarkDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem&,
                             const QModelIndex& index) const
{
    const Mark mark = markAt(index);
    const int side = markSide();
    paintMark(painter, mark, QRect(rect.x(), rect.y(), side, rect.height()));
    paintText(painter, rect.adjusted(side + 7, 0, 0, 0), index.data(Qt::DisplayRole).toString(),
              color(markToken(mark)));
}

void ChipDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem&,
                             const QModelIndex& index) const
{
    paintChip(painter, rect, markAt(index), index.data(Qt::DisplayRole).toString());
}

void BeforeAfterDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    const QString before = index.data(BeforeRole).toString();
    const QString after = index.data(AfterRole).toString();
    QRect rest = rect;
    if (after.isEmpty()) {
        const QColor ink = index.data(FaultRole).toBool()   ? color(Token::Refused)
                           : markAt(index) == Mark::Warning ? color(Token::Warning)
                                                            : color(Token::Ink2);
        rest.setLeft(rest.left() + paintText(painter, rest, before, ink));
    } else {
        const Mark mark = markAt(index);
        const bool isReplaced = mark == Mark::Changed;
        QFont font = Theme::instance().font(Type::Body);
        font.setStrikeOut(isReplaced);
        painter->setFont(font);
        painter->setPen(color(isReplaced ? Token::Ink3 : Token::Ink));
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(before, Qt::ElideRight, rest.width() / 2);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        rest.setLeft(rest.left() + metrics.horizontalAdvance(shown));
        rest.setLeft(rest.left() + paintText(painter, rest, QStringLiteral(" → "), color(Token::Ink3)));
        rest.setLeft(rest.left() + paintText(painter, rest, after, color(markToken(mark))));
    }
    const QString warning = index.data(ChipRole).toString();
    if (!warning.isEmpty())
        paintChip(painter, rest.adjusted(8, 0, 0, 0), Mark::Warning, warning);
    Q_UNUSED(option)
}

void BarDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem&,
                            const QModelIndex& index) const
{
    const double fraction = index.data(FractionRole).toDouble();
    const QString text = index.data(Qt::DisplayRole).toString();
    if (fraction < 0) {
        paintText(painter, rect, text, color(Token::Ink3));
        return;
    }
    const int textWidth = std::min(rect.width(), Theme::instance().scaled(52));
    QRect track(rect.x(), rect.center().y() - 2, std::max(0, rect.width() - textWidth - 8), 6);
    painter->fillRect(track, color(Token::Sunken));
    track.setWidth(static_cast<int>(track.width() * std::clamp(fraction, 0.0, 1.0)));
    painter->fillRect(track, color(Token::Chart1));
    paintText(painter, rect, text, textColor(index), Type::Body, Qt::AlignRight | Qt::AlignVCenter);
}

void paintEnd(QPainter& painter, const QRect& bar, Qt::ArrowType way, const QColor& ink)
{
    const bool isLeft = way == Qt::LeftArrow;
    const double tip = isLeft ? bar.left() : bar.right() + 1;
    const double base = isLeft ? tip + bar.height() : tip - bar.height();
    const double middle = bar.y() + bar.height() / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF(
        {QPointF(tip, middle), QPointF(base, middle - bar.height()), QPointF(base, middle + bar.height())}));
    painter.restore();
}

void SpanDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem&,
                             const QModelIndex& index) const
{
    const QVariantList span = index.data(SpanRole).toList();
    const QString text = index.data(Qt::DisplayRole).toString();
    if (span.size() < 3) {
        paintText(painter, rect, text, textColor(index));
        return;
    }
    const int half = rect.height() / 2;
    paintText(painter, QRect(rect.x(), rect.y() + 3, rect.width(), half - 2), text, textColor(index));
    constexpr int thickness = 6;
    constexpr int shortest = 3; // one day of a year is still to be seen
    const QRect axis(rect.x(), rect.y() + half + (half - thickness) / 2 - 2, rect.width(), thickness);
    const auto at = [&axis](const QVariant& where) {
        const double within = std::clamp(where.toDouble(), 0.0, 1.0);
        return axis.x() + static_cast<int>(std::lround(within * (axis.width() - 1)));
    };
    painter->fillRect(axis, color(Token::Sunken));
    const int begin = std::min(at(span[0]), axis.right() - shortest + 1);
    const QColor ink = color(index.data(FadedRole).toBool() ? Token::Ink3 : Token::Chart1);
    painter->fillRect(QRect(begin, axis.y(), std::max(shortest, at(span[1]) - begin + 1), thickness), ink);
    // It begins before the axis, or ends behind it.
    if (span[0].toDouble() < 0)
        paintEnd(*painter, axis, Qt::LeftArrow, ink);
    if (span[1].toDouble() > 1)
        paintEnd(*painter, axis, Qt::RightArrow, ink);
    if (const double today = span[2].toDouble(); today >= 0 && today <= 1)
        painter->fillRect(QRect(at(span[2]), axis.y() - 3, 2, thickness + 6), color(Token::Ink));
}

void TwoLineDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem&,
                                const QModelIndex& index) const
{
    const int half = rect.height() / 2;
    QRect first(rect.x(), rect.y() + 3, rect.width(), half - 2);
    QRect second(rect.x(), rect.y() + half, rect.width(), half - 4);
    const QString chip = index.data(ChipRole).toString();
    if (!chip.isEmpty())
        first.setRight(first.right() - paintChip(painter, first, markAt(index), chip, true) - 8);
    paintText(painter, first, index.data(Qt::DisplayRole).toString(), textColor(index));
    const QString caption = index.data(CaptionRole).toString();
    if (!caption.isEmpty())
        second.setRight(second.right() -
                        paintText(painter, second, caption, color(Token::Ink2), Type::Caption,
                                  Qt::AlignRight | Qt::AlignVCenter) -
                        8);
    paintText(painter, second, index.data(SecondLineRole).toString(), color(Token::Ink3), Type::Caption);
    const QVariant fraction = index.data(FractionRole);
    if (fraction.isValid() && fraction.toDouble() >= 0) {
        QRect track(rect.x(), rect.bottom() - 4, rect.width(), 3);
        painter->fillRect(track, color(Token::Sunken));
        track.setWidth(static_cast<int>(track.width() * std::clamp(fraction.toDouble(), 0.0, 1.0)));
        painter->fillRect(track, color(Token::Accent));
    }
}

QString TwoLineDelegate::fullText(const QModelIndex& index) const
{
    return index.data(Qt::DisplayRole).toString() + QLatin1Char('\n') + index.data(SecondLineRole).toString();
}

void ConditionDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem&,
                                  const QModelIndex& index) const
{
    QStringList parts = index.data(BeforeRole).toStringList();
    const bool faded = index.data(FadedRole).toBool();
    const QFontMetrics metrics(Theme::instance().font(Type::Body));
    const QString chip = index.data(ChipRole).toString();
    const int whole = metrics.horizontalAdvance(parts.join(tr(" & ")));
    // The mark of the chip must not be overlooked; its words stand in the tool tip, too, and give way.
    const bool hasRoom = whole + roomForChip(chip, rect) <= rect.width();
    const QString chipText = hasRoom ? chip : QString();
    const int chipRoom = chip.isEmpty() ? 0 : chipWidth(chipText) + 8;
    QRect rest = rect.adjusted(0, 0, -chipRoom, 0);
    // Where not all of it fits the values stay: without them two rules read alike. A value that is a mere
    // letter says little without the name of its dimension, which goes last.
    const auto width = [&] { return metrics.horizontalAdvance(parts.join(tr(" & "))); };
    for (const qsizetype longest : {longestLetter, qsizetype{0}}) {
        for (qsizetype i = 0; i + 1 < parts.size() && width() > rest.width(); i += 2) {
            if (parts[i + 1].size() > longest)
                parts[i].clear();
        }
    }
    const QString more = tr(" & ") + QStringLiteral("…");
    const int moreWidth = metrics.horizontalAdvance(more) + 2;
    const auto last =
        std::find_if(parts.crbegin(), parts.crend(), [](const QString& part) { return !part.isEmpty(); });
    const qsizetype lastAt = parts.crend() - last - 1;
    bool isFirst = true;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i].isEmpty())
            continue;
        const bool isValue = i % 2 == 1;
        const bool isBehindName = isValue && !parts[i - 1].isEmpty();
        const QString gap = std::exchange(isFirst, false) ? QString()
                            : isBehindName                ? QStringLiteral(" ")
                                                          : tr(" & ");
        // A rule with fewer conditions would be another one: what is left out is always told.
        const int kept = i < lastAt ? moreWidth : 0;
        if (metrics.horizontalAdvance(gap + parts[i].left(2) + QStringLiteral("…")) > rest.width() - kept &&
            i > 0 && rest.left() > rect.left()) {
            rest.setLeft(rest.left() + paintText(painter, rest, more, color(Token::Ink3)));
            break;
        }
        rest.setLeft(rest.left() + paintText(painter, rest, gap, color(Token::Ink3)));
        rest.setLeft(rest.left() + paintText(painter, rest.adjusted(0, 0, -kept, 0), parts[i],
                                             color(isValue && !faded ? Token::Ink : Token::Ink3)));
    }
    if (!chip.isEmpty())
        paintChip(painter, QRect(QPoint(rest.left() + 8, rect.top()), rect.bottomRight()), Mark::Warning,
                  chipText);
}

void ToggleDelegate::paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const QVariant on = index.data(OnRole);
    if (!on.isValid())
        return;
    if (m_look == Look::CheckBox) {
        const bool enabled = (index.flags() & Qt::ItemIsEnabled) != 0;
        paintCheckBox(painter, QRect(rect.x(), rect.y(), 16, rect.height()),
                      on.toBool() ? Qt::Checked : Qt::Unchecked, enabled, false);
        return;
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString shown = on.toBool() ? QStringLiteral("✓ ") + text : text;
    const int height = Theme::instance().scaled(22);
    const int width = std::min(
        rect.width(), QFontMetrics(Theme::instance().font(Type::Caption)).horizontalAdvance(shown) + 16);
    const QRect chip(rect.x(), rect.center().y() - height / 2 + 1, width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isEdited = index.data(EditedRole).toBool();
    painter->setPen(QPen(color(isEdited      ? Token::Changed
                               : on.toBool() ? Token::Accent
                                             : Token::Line2),
                         isEdited ? 2 : 1));
    painter->setBrush(color(on.toBool() ? Token::Selection : Token::Surface));
    painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), size::radiusChip, size::radiusChip);
    painter->restore();
    paintText(painter, chip.adjusted(8, 0, -4, 0), shown, color(on.toBool() ? Token::Ink : Token::Ink3),
              Type::Caption);
    Q_UNUSED(option)
}

bool ToggleDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                 const QModelIndex& index)
{
    if (event->type() != QEvent::MouseButtonRelease || !index.data(OnRole).isValid())
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->pos()))
        return false;
    Q_EMIT toggled(index);
    return true;
}

} // namespace rangedesk::ui
