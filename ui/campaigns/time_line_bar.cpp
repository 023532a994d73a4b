// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/time_line_bar.h"

#include "common/theme.h"

#include <QPainter>

namespace rangedesk::ui {

void paintTimeBar(QPainter& painter, const QRect& whole, TimeBar bar)
{
    constexpr int radius = 2;
    const auto fill = [&](Token token) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(token));
        painter.drawRoundedRect(whole, radius, radius);
    };
    switch (bar) {
    case TimeBar::Past:
        fill(Token::Chart1);
        break;
    case TimeBar::ToCome:
        fill(Token::Chart2);
        break;
    case TimeBar::Ended:
        fill(Token::Line2);
        break;
    case TimeBar::Suspended: {
        const QRectF inner = QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(color(Token::Chart4), 1));
        for (const QBrush& brush :
             {QBrush(color(Token::WarningTint)), QBrush(color(Token::Chart4), Qt::BDiagPattern)}) {
            painter.setBrush(brush);
            painter.drawRoundedRect(inner, radius, radius);
        }
        break;
    }
    }
}

void paintToday(QPainter& painter, const QRect& line)
{
    painter.fillRect(line, color(Token::Production));
}

} // namespace rangedesk::ui
