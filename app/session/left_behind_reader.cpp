// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/left_behind_reader.h"

#include "session/rehearsal.h"

namespace rangedesk {

namespace {

template <typename T> std::vector<const T*> recordsOf(const std::vector<ListItem<T>>& items)
{
    std::vector<const T*> records;
    records.reserve(items.size());
    for (const ListItem<T>& item : items)
        records.push_back(item.value.get());
    return records;
}

CompanyState stateOf(const KnownCompany& company)
{
    return {recordsOf(company.rules), recordsOf(company.customerRules), recordsOf(company.campaigns)};
}

} // namespace

Result<std::vector<Trace>> readLeftBehind(Connection& connection, const DataDirectory& data,
                                          ReadingProgress& progress)
{
    const auto before = copiedCompany(data);
    if (!before)
        return tl::unexpected(before.error());
    KnownCompany now;
    for (const bool ofCustomers : {false, true}) {
        auto read = readRuleList(connection, ofCustomers, {}, progress);
        if (!read)
            return tl::unexpected(read.error());
        (ofCustomers ? now.customerRules : now.rules) = eachRuleOnce(std::move(read->items));
    }
    auto campaigns = readCampaignList(connection, {}, progress);
    if (!campaigns)
        return tl::unexpected(campaigns.error());
    now.campaigns = std::move(campaigns->items);
    return tracesOf(stateOf(*before), stateOf(now));
}

} // namespace rangedesk
