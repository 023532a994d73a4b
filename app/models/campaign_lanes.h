// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/campaign_rows.h"

namespace rangedesk {

/// By what a time line puts campaigns together.
enum class LaneGroup : std::uint8_t { Department, Type };

/// A campaign on a time line. One of several departments stands in the band of each.
struct LaneBar
{
    std::uint32_t row = 0; ///< of the campaigns
    QDate start;
    QDate end; ///< included
    int lane = 0;
};
/// A department or a type with its campaigns, from the earliest on: those that overlap lie in lanes of
/// their own.
struct LaneBand
{
    QString name; ///< empty: it is not filled
    std::vector<LaneBar> bars;
    int lanes = 0;
};
struct CampaignLanes
{
    std::vector<LaneBand> bands;    ///< by name, what is not filled last
    std::vector<std::uint32_t> off; ///< rows whose dates are no days, or end before they start
    QDate first;                    ///< of the axis; invalid where there is no bar; some may go beyond it
    QDate last;
    int lanes = 0; ///< of all bands
};

/// The bands with their bars, which have no lanes yet.
/// @param rows of the campaigns, to be shown
CampaignLanes campaignBands(const CampaignRows& campaigns, const std::vector<std::uint32_t>& rows,
                            LaneGroup group, const QDate& today = QDate::currentDate());
/// Puts each bar into the first lane of its band that is free again.
/// @param leastDays how many days a bar takes in its lane at least, for its name to be read
void layLanes(CampaignLanes& lanes, qint64 leastDays);

} // namespace rangedesk
