// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/campaign_counts.h"

#include <algorithm>
#include <utility>

namespace rangedesk {

namespace {

/// By id, else by code, else by name, as in the review of registrations.
std::pair<int, std::string_view> keyOf(const NamedEntry& entry)
{
    if (!entry.id.empty())
        return {0, entry.id};
    return entry.code.empty() ? std::pair(2, entry.name) : std::pair(1, entry.code);
}

std::size_t differentOf(const std::vector<NamedEntry>& entries)
{
    std::vector<std::pair<int, std::string_view>> keys;
    keys.reserve(entries.size());
    for (const NamedEntry& entry : entries)
        keys.push_back(keyOf(entry));
    std::sort(keys.begin(), keys.end());
    return static_cast<std::size_t>(std::unique(keys.begin(), keys.end()) - keys.begin());
}

} // namespace

CampaignCounts countsOf(const Campaign& campaign)
{
    return {differentOf(campaign.covered), differentOf(campaign.notified), differentOf(campaign.registered)};
}

} // namespace rangedesk
