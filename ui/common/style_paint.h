// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>
#include <QStyleOption>

class QPainter;
class QWidget;

// How controls and panes look. Chosen by object name or dynamic property (`kind`, `large`, `segment`, `chip`,
// `keycap`, `env`), as style sheets do it; those keep several kilobytes for each widget.
namespace rangedesk::ui {

/// Ground and lines of a pane that is known by its object name, of a key cap, of a text field's frame.
/// @returns false where it is none of them.
bool paintFrame(QPainter* painter, const QStyleOption& option, const QWidget* widget);

/// A push button without its label; @returns the colour of the label.
QColor paintPushButton(QPainter* painter, const QStyleOptionButton& option, const QWidget* widget);
QColor pushButtonText(const QStyleOptionButton& option, const QWidget* widget);
QSize pushButtonSize(const QSize& contents, const QWidget* widget);

/// A tool button without its label.
void paintToolButton(QPainter* painter, const QStyleOption& option, const QWidget* widget);
QColor toolButtonText(const QStyleOption& option, const QWidget* widget);
/// Where the label stands in the button.
QRect toolButtonLabel(const QRect& rect, const QWidget* widget);
QSize toolButtonSize(const QSize& contents, const QWidget* widget);

/// The rounded ground and border of fields: line edits, combo boxes, spin boxes.
void paintField(QPainter* painter, const QRect& rect, QStyle::State state);
/// A small arrow head in the middle of a rectangle.
void paintChevron(QPainter* painter, const QRect& rect, bool up, bool enabled);

/// The least length of a scroll bar's slider.
inline constexpr int leastSlider = 28;
/// The slider has the whole length: there are no buttons at the ends.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part);
void paintScrollBar(QPainter* painter, const QStyleOptionSlider& option, const QRect& slider);
void paintHeaderSection(QPainter* painter, const QStyleOption& option);
void paintSplitter(QPainter* painter, const QStyleOption& option);

} // namespace rangedesk::ui
