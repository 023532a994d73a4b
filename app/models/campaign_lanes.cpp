// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/campaign_lanes.h"

#include "core/text.h"
#include "core/vendor_time.h"

#include <map>
#include <queue>
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

/// @param bars by their start
int intoLanes(std::vector<LaneBar>& bars, qint64 leastDays)
{
    using Taken = std::pair<QDate, int>; // until when, and the lane
    std::priority_queue<Taken, std::vector<Taken>, std::greater<>> taken;
    std::priority_queue<int, std::vector<int>, std::greater<>> freeAgain;
    int lanes = 0;
    for (LaneBar& bar : bars) {
        while (!taken.empty() && taken.top().first <= bar.start) {
            freeAgain.push(taken.top().second);
            taken.pop();
        }
        if (freeAgain.empty())
            freeAgain.push(lanes++);
        bar.lane = freeAgain.top();
        freeAgain.pop();
        taken.emplace(std::max(bar.end.addDays(1), bar.start.addDays(leastDays)), bar.lane);
    }
    return lanes;
}

} // namespace

CampaignLanes campaignBands(const CampaignRows& campaigns, const std::vector<std::uint32_t>& rows,
                            LaneGroup group, const QDate& today)
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
        std::sort(band.bars.begin(), band.bars.end(), [](const LaneBar& a, const LaneBar& b) {
            return std::tie(a.start, a.end, a.row) < std::tie(b.start, b.end, b.row);
        });
        lanes.bands.push_back(std::move(band));
    }
    std::stable_partition(lanes.bands.begin(), lanes.bands.end(),
                          [](const LaneBand& band) { return !band.name.isEmpty(); });
    return lanes;
}

void layLanes(CampaignLanes& lanes, qint64 leastDays)
{
    lanes.lanes = 0;
    for (LaneBand& band : lanes.bands) {
        band.lanes = intoLanes(band.bars, leastDays);
        lanes.lanes += band.lanes;
    }
}

} // namespace rangedesk
