// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigns/time_line_chart.h"

#include <QDate>

#include <algorithm>
#include <cmath>
#include <functional>

/// The measures that laying out and painting share.
namespace rangedesk::ui::lanes {

inline constexpr int margin = 12;

inline int scaled(int length)
{
    return Theme::instance().scaled(length);
}

inline int laneHeight()
{
    return scaled(34);
}

inline int bandGap()
{
    return scaled(12);
}

} // namespace rangedesk::ui::lanes

namespace rangedesk::ui {

/// Days to pixels.
struct TimeLineChart::Scale
{
    int step() const;
    /// Each month of the axis, with where it stands.
    void eachMonth(const std::function<void(const QDate&, int)>& act) const;

    QDate first;
    double perDay = 1;
    double from = 0;   ///< where the first day would stand
    double hidden = 0; ///< how much of the days has no room
    int left = 0;      ///< of the area of the bars
    int right = 0;

    double at(const QDate& day) const { return from + static_cast<double>(first.daysTo(day)) * perDay; }
    /// Within the area.
    int within(double x) const { return static_cast<int>(std::clamp<double>(std::round(x), left, right)); }
};

} // namespace rangedesk::ui
