// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QPainter;

namespace rangedesk::ui {

/// What a bar of the time line, or a part of it, stands for.
enum class TimeBar { Past, ToCome, Suspended, Ended };

inline constexpr int timeBarThickness = 8;
inline constexpr int todayThickness = 2;

/// One painting for the chart and its legend.
void paintTimeBar(QPainter& painter, const QRect& whole, TimeBar bar);
void paintToday(QPainter& painter, const QRect& line);

} // namespace rangedesk::ui
