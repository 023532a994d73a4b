// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/marks.h"

#include <QPainter>
#include <QPainterPath>

namespace rangedesk::ui {

namespace {

constexpr double grid = 16; ///< marks are drawn on 16 × 16

QPolygonF octagon()
{
    constexpr double near = 1.5;
    constexpr double far = 14.5;
    constexpr double cut = 3.8;
    return QPolygonF({{near + cut, near},
                      {far - cut, near},
                      {far, near + cut},
                      {far, far - cut},
                      {far - cut, far},
                      {near + cut, far},
                      {near, far - cut},
                      {near, near + cut}});
}

QPainterPath triangle(double inset)
{
    QPainterPath path;
    path.moveTo(8, 1.8 + inset);
    path.lineTo(15 - inset * 0.9, 14 - inset * 0.55);
    path.lineTo(1 + inset * 0.9, 14 - inset * 0.55);
    path.closeSubpath();
    return path;
}

void paintTick(QPainter* painter, double dx)
{
    painter->drawPolyline(QPolygonF({{2.6 + dx, 8.6}, {6.2 + dx, 12}, {12.4 + dx, 4.4}}));
}

void paintText(QPainter* painter, QChar sign)
{
    QFont font = painter->font();
    font.setFamilies(
        {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("sans-serif")});
    font.setPixelSize(10);
    font.setBold(true);
    painter->setFont(font);
    painter->drawText(QRectF(0, 0, grid, grid), Qt::AlignCenter, QString(sign));
}

} // namespace

Token markToken(Mark mark)
{
    switch (mark) {
    case Mark::Added:
    case Mark::Accepted:
    case Mark::Verified:
        return Token::Added;
    case Mark::Changed:
        return Token::Changed;
    case Mark::Removed:
        return Token::Removed;
    case Mark::Warning:
    case Mark::Paused:
        return Token::Warning;
    case Mark::Refused:
        return Token::Refused;
    case Mark::Unknown:
        return Token::Unknown;
    case Mark::Sending:
    case Mark::Online:
        return Token::Accent;
    case Mark::None:
    case Mark::Same:
    case Mark::Excluded:
    case Mark::Waiting:
    case Mark::Ended:
    case Mark::Count:
        break;
    }
    return Token::Same;
}

Token markTint(Mark mark)
{
    switch (markToken(mark)) {
    case Token::Added:
        return Token::AddedTint;
    case Token::Changed:
        return Token::ChangedTint;
    case Token::Removed:
        return Token::RemovedTint;
    case Token::Warning:
        return Token::WarningTint;
    case Token::Refused:
        return Token::RefusedTint;
    case Token::Unknown:
        return Token::UnknownTint;
    case Token::Accent:
        return Token::Selection;
    default:
        return Token::SameTint;
    }
}

namespace {

void paintShape(QPainter* painter, Mark mark, const QRect& rect, const QColor& ink, const QColor& ground)
{
    if (mark == Mark::None || mark == Mark::Count)
        return;
    const double side = std::min({rect.width(), rect.height(), Theme::instance().scaled(16)});
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0);
    painter->scale(side / grid, side / grid);
    const QPen line(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QPen cut(ground, 1.9, Qt::SolidLine, Qt::RoundCap);
    painter->setPen(line);
    painter->setBrush(Qt::NoBrush);
    switch (mark) {
    case Mark::Added: // filled square with a plus
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 2.5, 2.5);
        painter->setPen(cut);
        painter->drawLine(QPointF(8, 4.8), QPointF(8, 11.2));
        painter->drawLine(QPointF(4.8, 8), QPointF(11.2, 8));
        break;
    case Mark::Changed: { // filled triangle with a hole
        const QPainterPath shape = triangle(0).subtracted(triangle(5));
        painter->setPen(QPen(ink, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(ink);
        painter->drawPath(shape);
        break;
    }
    case Mark::Removed: // outlined square with a minus
        painter->drawRoundedRect(QRectF(2, 2, 12, 12), 2.5, 2.5);
        painter->drawLine(QPointF(5, 8), QPointF(11, 8));
        break;
    case Mark::Same: // two lines
        painter->drawLine(QPointF(3, 6), QPointF(13, 6));
        painter->drawLine(QPointF(3, 10.5), QPointF(13, 10.5));
        break;
    case Mark::Warning: // outlined triangle
        painter->drawPath(triangle(0.4));
        painter->drawLine(QPointF(8, 6.6), QPointF(8, 9.6));
        painter->drawPoint(QPointF(8, 11.8));
        break;
    case Mark::Refused: // filled octagon with a cross
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawPolygon(octagon());
        painter->setPen(cut);
        painter->drawLine(QPointF(5.6, 5.6), QPointF(10.4, 10.4));
        painter->drawLine(QPointF(10.4, 5.6), QPointF(5.6, 10.4));
        break;
    case Mark::Unknown: { // dashed circle with a question mark
        QPen dashed = line;
        dashed.setWidthF(1.3);
        dashed.setDashPattern({2.2, 1.9});
        painter->setPen(dashed);
        painter->drawEllipse(QRectF(1.6, 1.6, 12.8, 12.8));
        painter->setPen(line);
        paintText(painter, QLatin1Char('?'));
        break;
    }
    case Mark::Accepted:
        painter->setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        paintTick(painter, 0.5);
        break;
    case Mark::Verified:
        painter->setPen(QPen(ink, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF({{0.8, 9}, {3.8, 12}, {10, 4.4}}));
        painter->drawPolyline(QPolygonF({{7.2, 11}, {8.2, 12}, {14.8, 4.4}}));
        break;
    case Mark::Excluded: // struck circle
        painter->drawEllipse(QRectF(2, 2, 12, 12));
        painter->drawLine(QPointF(4, 4), QPointF(12, 12));
        break;
    case Mark::Sending: // half circle
        painter->drawEllipse(QRectF(2.5, 2.5, 11, 11));
        painter->setBrush(ink);
        painter->drawPie(QRectF(2.5, 2.5, 11, 11), -90 * 16, -180 * 16);
        break;
    case Mark::Waiting:
        painter->drawEllipse(QRectF(3, 3, 10, 10));
        break;
    case Mark::Paused:
        painter->setPen(QPen(ink, 2.2, Qt::SolidLine, Qt::FlatCap));
        painter->drawLine(QPointF(5.8, 3.8), QPointF(5.8, 12.2));
        painter->drawLine(QPointF(10.2, 3.8), QPointF(10.2, 12.2));
        break;
    case Mark::Ended:
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawRect(QRectF(4.5, 4.5, 7, 7));
        break;
    case Mark::Online:
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(QRectF(4.5, 4.5, 7, 7));
        break;
    case Mark::None:
    case Mark::Count:
        break;
    }
    painter->restore();
}

} // namespace

void paintMark(QPainter* painter, Mark mark, const QRect& rect, bool grey)
{
    paintShape(painter, mark, rect, color(grey ? Token::Ink : markToken(mark)), color(Token::Surface));
}

QPixmap markPixmap(Mark mark, int side, qreal ratio, bool onRail)
{
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRect all(0, 0, side, side);
    if (onRail)
        paintShape(&painter, mark, all, Theme::color(markToken(mark), true), color(Token::Rail));
    else
        paintMark(&painter, mark, all);
    return pixmap;
}

} // namespace rangedesk::ui
