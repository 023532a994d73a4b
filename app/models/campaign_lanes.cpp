// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/campaign_lanes.h"

#include "core/text.h"
#include "core/vendor_time.h"

#include <map>
#include <tuple>

namespace rangedesk {

namespace {

/// What it belongs to, each with a key that tells namesakes apart and sorts as the names do.
std::map<QString, QString> groupsOf(const Campaign& campaign, LaneGroup group)
{
    std::map<QString, QString> names;
    const auto add = [&names](std::string_view name, std::string_view code) {
        const QString text = toQString(name.empty() ? code : name);
        names.emplace(text + QLatin1Char('\n') + toQString(code), text);
    };
    if (group == LaneGroup::Type) {
        add(campaign.typeName, campaign.typeCode);
    } else {
        for (const NamedEntry& department : campaign.departments)
            add(department.name, department.id);
    }
    if (names.empty())
        names.emplace(QStringLiteral("\n"), QString());
    return names;
}

/// Each bar in the first lane that is free again.
int intoLanes(std::vector<LaneBar>& bars, qint64 leastDays)
{
    std::sort(bars.begin(), bars.end(), [](const LaneBar& a, const LaneBar& b) {
        return std::tie(a.start, a.end, a.row) < std::tie(b.start, b.end, b.row);
    });
    std::vector<QDate> freeFrom; // of each lane
    for (LaneBar& bar : bars) {
        const auto lane = std::find_if(freeFrom.begin(), freeFrom.end(),
                                       [&bar](const QDate& from) { return from <= bar.start; });
        bar.lane = static_cast<int>(lane - freeFrom.begin());
        const QDate next = std::max(bar.end.addDays(1), bar.start.addDays(leastDays));
        if (lane == freeFrom.end())
            freeFrom.push_back(next);
        else
            *lane = next;
    }
    return static_cast<int>(freeFrom.size());
}

} // namespace

CampaignLanes campaignLanes(const CampaignRows& campaigns, const std::vector<std::uint32_t>& rows,
                            LaneGroup group, qint64 leastDays, const QDate& today)
{
    CampaignLanes lanes;
    std::map<QString, LaneBand> bands;
    CampaignDays days;
    for (const std::uint32_t row : rows) {
        const Campaign& campaign = campaigns.campaign(row);
        const LaneBar bar{row, vendorDay(campaign.startDate), vendorDay(campaign.endDate), 0};
        if (!bar.start.isValid() || !bar.end.isValid() || bar.end < bar.start) {
            lanes.off.push_back(row);
            continue;
        }
        days.emplace_back(bar.start, bar.end);
        for (const auto& [key, name] : groupsOf(campaign, group)) {
            LaneBand& band = bands[key];
            band.name = name;
            band.bars.push_back(bar);
        }
    }
    std::tie(lanes.first, lanes.last) = axisOf(days, today);
    for (auto& [key, band] : bands) {
        band.lanes = intoLanes(band.bars, leastDays);
        lanes.lanes += band.lanes;
        lanes.bands.push_back(std::move(band));
    }
    std::stable_partition(lanes.bands.begin(), lanes.bands.end(),
                          [](const LaneBand& band) { return !band.name.isEmpty(); });
    return lanes;
}

} // namespace rangedesk
