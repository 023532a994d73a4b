// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/style.h"

#include "common/style_paint.h"
#include "common/theme.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

namespace rangedesk::ui {

namespace {

constexpr int indicatorSize = 16;
constexpr int fieldPadding = 9; ///< with the border
constexpr int arrowWidth = 24;

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
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0)
            paintField(painter, option->rect, option->state);
        return; // within another field there is a ground already
    }
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, color(Token::Control));
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), color(Token::Rail));
        return;
    case PE_IndicatorHeaderArrow: {
        const auto* head = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (head != nullptr && head->sortIndicator != QStyleOptionHeader::None)
            paintChevron(painter, option->rect, head->sortIndicator == QStyleOptionHeader::SortUp, true);
        return;
    }
    case PE_FrameLineEdit:
    case PE_PanelItemViewRow:
        return; // delegates paint rows
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            paintProgress(painter, *bar);
            return;
        }
        break;
    case CE_ShapedFrame:
        if (paintFrame(painter, *option, widget))
            return;
        break;
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            paintPushButton(painter, *button, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton inked = *button;
            inked.palette.setColor(QPalette::ButtonText, pushButtonText(inked, widget));
            QProxyStyle::drawControl(element, &inked, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
        paintHeaderSection(painter, *option);
        return;
    case CE_HeaderLabel:
        if (const auto* head = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeaderV2 plain;
            static_cast<QStyleOptionHeader&>(plain) = *head;
            const bool hovered = (plain.state & State_MouseOver) != 0;
            plain.state &= ~State_On; // a chosen column is not bold
            const int more = Theme::instance().scaled(10) - pixelMetric(PM_HeaderMargin, head, widget);
            plain.rect.adjust(more, 0, -more, 0);
            plain.palette.setColor(QPalette::ButtonText, color(hovered ? Token::Ink : Token::Ink2));
            plain.text = painter->fontMetrics().elidedText(plain.text, Qt::ElideRight, plain.rect.width());
            QProxyStyle::drawControl(element, &plain, painter, widget);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Token::Raised));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Token::Line2));
        return;
    case CE_Splitter:
        paintSplitter(painter, *option);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    const bool enabled = (option->state & State_Enabled) != 0;
    if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
        paintToolButton(painter, *button, widget);
        QStyleOptionToolButton label = *button;
        label.palette.setColor(QPalette::ButtonText, toolButtonText(*button, widget));
        label.features &= ~QStyleOptionToolButton::HasMenu;
        label.rect = toolButtonLabel(label.rect, widget);
        drawControl(CE_ToolButtonLabel, &label, painter, widget);
        return;
    }
    if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
        paintField(painter, box->rect, box->state);
        paintChevron(painter, subControlRect(CC_ComboBox, box, SC_ComboBoxArrow, widget), false, enabled);
        return;
    }
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
        paintField(painter, spin->rect, spin->state);
        paintChevron(painter, subControlRect(CC_SpinBox, spin, SC_SpinBoxUp, widget), true,
                     (spin->stepEnabled & QAbstractSpinBox::StepUpEnabled) != 0);
        paintChevron(painter, subControlRect(CC_SpinBox, spin, SC_SpinBoxDown, widget), false,
                     (spin->stepEnabled & QAbstractSpinBox::StepDownEnabled) != 0);
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            paintScrollBar(painter, *bar, subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                              const QWidget* widget) const
{
    const Theme& theme = Theme::instance();
    const int field = theme.scaled(28) + 2;
    switch (type) {
    case CT_PushButton:
        return pushButtonSize(contents, widget);
    case CT_ToolButton:
        return toolButtonSize(contents, widget);
    case CT_LineEdit:
        return {contents.width() + 2 * fieldPadding, std::max(contents.height(), field)};
    case CT_ComboBox:
        return {contents.width() + 2 * fieldPadding + arrowWidth, field};
    case CT_SpinBox:
        return {QProxyStyle::sizeFromContents(type, option, contents, widget).width() + fieldPadding, field};
    case CT_MenuItem: {
        QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator)
            size.setHeight(std::max(size.height(), theme.scaled(30)));
        return size + QSize(theme.scaled(16), 0);
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0)
            return option->rect.adjusted(fieldPadding, 1, -fieldPadding, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const QRect& all = option->rect;
        if (part == SC_ComboBoxArrow)
            return {all.right() - arrowWidth, all.top(), arrowWidth, all.height()};
        if (part == SC_ComboBoxEditField)
            return all.adjusted(fieldPadding, 1, -arrowWidth, -1);
    }
    if (control == CC_SpinBox && part != SC_SpinBoxFrame) {
        const QRect& all = option->rect;
        const int half = all.height() / 2;
        if (part == SC_SpinBoxUp)
            return {all.right() - arrowWidth, all.top() + 2, arrowWidth, half - 2};
        if (part == SC_SpinBoxDown)
            return {all.right() - arrowWidth, all.top() + half, arrowWidth, half - 2};
        if (part == SC_SpinBoxEditField)
            return all.adjusted(fieldPadding - 2, 2, -arrowWidth, -2);
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return scrollBarPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* area = qobject_cast<QScrollArea*>(widget)) {
        area->setFrameShape(QFrame::NoFrame);
        area->viewport()->setAutoFillBackground(false);
    }
    if (qobject_cast<QLineEdit*>(widget) != nullptr || qobject_cast<QHeaderView*>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
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
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return leastSlider;
    case PM_HeaderMarkSize:
        return 10;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_DefaultFrameWidth:
        // Room for the ring of the focus.
        return qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
                       qobject_cast<const QTextEdit*>(widget) != nullptr
                   ? 2
                   : QProxyStyle::pixelMetric(metric, option, widget);
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
    case SH_ComboBox_Popup:            // a list below the field
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace rangedesk::ui
