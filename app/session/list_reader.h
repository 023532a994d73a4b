// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/rule_reader.h"

#include <set>

namespace rangedesk {

/// Where a reading stands. Written by the reading thread, read by the window's.
struct ReadingProgress
{
    StopFlag stop{false};
    std::atomic<std::int64_t> pages{0};
    std::atomic<std::int64_t> records{0};
};

/// One campaign or one rule with the bytes that its texts point into.
template <typename T> struct ListItem
{
    TextOwner text;
    std::shared_ptr<const T> value;
};
/// The items of a reply, each with the reply's bytes.
template <typename T> void appendItems(std::vector<ListItem<T>>& items, Decoded<T> list)
{
    items.reserve(items.size() + list.items.size());
    for (T& item : list.items)
        items.push_back({list.text, std::make_shared<const T>(std::move(item))});
}

template <typename T> struct ListReading
{
    std::vector<ListItem<T>> items;
    QDateTime startedAt; ///< the server's time before the first request, for the next reading
    /// The server tells these rules only one customer at a time, and in which words; then there are no items.
    std::optional<Error> onlyByCustomer = {};
};

/// All rules of operation 5 or 6 (@p ofCustomers), or those created or changed since a moment; each rule
/// once a page tells it last. Blocks: call it in a worker.
Result<ListReading<SaleRule>> readRuleList(Connection& connection, bool ofCustomers,
                                           const std::optional<QDateTime>& since, ReadingProgress& progress);

/// Rules of customers that were asked for one by one.
struct CustomerReading
{
    std::vector<ListItem<SaleRule>> items;
    std::vector<CustomerSelector> refused; ///< the server would not show these
};
/// For servers that tell rules of operation 6 only one customer at a time (decisions 11). Blocks.
Result<CustomerReading> readRulesOf(Connection& connection, const std::vector<CustomerSelector>& customers,
                                    ReadingProgress& progress);

/// Each rule once, as it was told last, in the order in which they came first. What is read while somebody
/// works comes twice where it was changed.
std::vector<ListItem<SaleRule>> eachRuleOnce(std::vector<ListItem<SaleRule>> items);

/// Operation 4.
struct DimensionReading
{
    std::set<Dimension> known;
    std::vector<std::string> unknown; ///< names of those that are enabled, and that no request can name
};
/// Nothing where the server does not tell. Blocks.
std::optional<DimensionReading> readDimensions(Connection& connection, const StopFlag& stop);
/// The dimensions that are enabled, of those that are known; nothing where the server does not tell. Blocks.
std::optional<std::set<Dimension>> readEnabledDimensions(Connection& connection, const StopFlag& stop);

/// All campaigns, or those created or changed since a moment. Blocks.
/// @param besides external ids of campaigns that are read whatever their time of change says: nothing tells
/// that a registration counts as a change of its campaign
Result<ListReading<Campaign>> readCampaignList(Connection& connection, const std::optional<QDateTime>& since,
                                               ReadingProgress& progress,
                                               const std::set<std::string>& besides = {});

/// The campaigns that a query finds. Blocks.
Result<ListReading<Campaign>> readCampaigns(Connection& connection, const CampaignQuery& query,
                                            ReadingProgress& progress);

/// One campaign as it is now; nothing where the server has it no more. Blocks.
Result<std::optional<ListItem<Campaign>>> readCampaign(Connection& connection, const Campaign& known,
                                                       ReadingProgress& progress);

/// The campaign code, which the server makes unique; else the external id.
std::string campaignKey(const Campaign& campaign);

} // namespace rangedesk
