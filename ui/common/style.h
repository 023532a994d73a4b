// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace rangedesk::ui {

/// Fusion with our focus ring, check boxes, radio buttons, progress bars and line-edit frames: Fusion
/// paints them from the highlight colour, which is pale here.
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
};

/// A check box as the style and the delegates paint it.
void paintCheckBox(QPainter* painter, const QRect& rect, Qt::CheckState state, bool enabled, bool focused);

} // namespace rangedesk::ui
