// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/style.h"

#include "common/theme.h"

#include <QCheckBox>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>
#include <QStyleFactory>
#include <QStyleOption>

namespace rangedesk::ui {

namespace {

constexpr int indicatorSize = 16;

QRectF centredSquare(const QRect& rect, double side)
{
    const QRectF outer(rect);
    return {outer.center().x() - side / 2, outer.center().y() - side / 2, side, side};
}

void paintRadio(QPainter* painter, const QRect& rect, bool on, bool enabled)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF circle = centredSquare(rect, indicatorSize - 1);
    painter->setPen(QPen(color(on && enabled ? Token::Accent : Token::Control), on ? 1.5 : 1));
    painter->setBrush(color(enabled ? Token::Surface : Token::Bg));
    painter->drawEllipse(circle);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(enabled ? Token::Accent : Token::Ink3));
        painter->drawEllipse(centredSquare(rect, 8));
    }
    painter->restore();
}

void paintProgress(QPainter* painter, const QStyleOptionProgressBar& option)
{
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(Token::Sunken));
    painter->drawRect(option.rect);
    const int span = option.maximum - option.minimum;
    painter->setBrush(color(Token::Accent));
    if (span > 0) {
        QRect done = option.rect;
        done.setWidth(
            static_cast<int>(static_cast<qint64>(done.width()) * (option.progress - option.minimum) / span));
        painter->drawRect(done);
    } else { // nobody knows how much: a still pattern, nothing slides
        painter->fillRect(option.rect, QBrush(color(Token::Chart2), Qt::BDiagPattern));
    }
    painter->restore();
}

} // namespace

void paintCheckBox(QPainter* painter, const QRect& rect, Qt::CheckState state, bool enabled, bool focused)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = centredSquare(rect, indicatorSize - 1);
    const bool on = state != Qt::Unchecked;
    painter->setPen(QPen(color(on && enabled ? Token::Accent : Token::Control), 1));
    painter->setBrush(color(on        ? enabled ? Token::Accent : Token::Line2
                            : enabled ? Token::Surface
                                      : Token::Bg));
    painter->drawRoundedRect(box, 3, 3);
    painter->setPen(QPen(color(enabled ? Token::OnAccent : Token::Ink3), 1.8, Qt::SolidLine, Qt::RoundCap,
                         Qt::RoundJoin));
    const QPointF at = box.topLeft();
    if (state == Qt::Checked)
        painter->drawPolyline(
            QPolygonF({at + QPointF(3.5, 7.8), at + QPointF(6.3, 10.6), at + QPointF(11.6, 4.8)}));
    else if (state == Qt::PartiallyChecked)
        painter->drawLine(at + QPointF(4, 7.5), at + QPointF(11, 7.5));
    if (focused) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color(Token::Accent), 2));
        painter->drawRoundedRect(box.adjusted(-3, -3, 3, 3), 5, 5);
    }
    painter->restore();
}

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    const bool enabled = (option->state & State_Enabled) != 0;
    switch (element) {
    case PE_FrameFocusRect: {
        // Rows show their current cell themselves, buttons and fields by their border.
        if (qobject_cast<const QCheckBox*>(widget) == nullptr &&
            qobject_cast<const QRadioButton*>(widget) == nullptr)
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(color(Token::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), size::radiusControl,
                                 size::radiusControl);
        painter->restore();
        return;
    }
    case PE_IndicatorCheckBox: {
        const Qt::CheckState state = (option->state & State_NoChange) != 0 ? Qt::PartiallyChecked
                                     : (option->state & State_On) != 0     ? Qt::Checked
                                                                           : Qt::Unchecked;
        paintCheckBox(painter, option->rect, state, enabled, false);
        return;
    }
    case PE_IndicatorRadioButton:
        paintRadio(painter, option->rect, (option->state & State_On) != 0, enabled);
        return;
    case PE_FrameLineEdit:
    case PE_PanelItemViewRow:
        return; // the style sheet frames line edits, delegates paint rows
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    if (element == CE_ProgressBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            paintProgress(painter, *bar);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSize;
    case PM_SplitterWidth:
        return 5;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_UnderlineShortcut:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_Widget_Animation_Duration: // almost no motion
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace rangedesk::ui
