// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/list_reader.h"

#include "changes/rule_reader.h"
#include "core/rule_key.h"
#include "core/text.h"
#include "core/vendor_time.h"
#include "openapi/call.h"
#include "openapi/envelope.h"

#include <QCoreApplication>
#include <unordered_map>

namespace rangedesk {

namespace {

/// What was changed in the seconds around the start of a reading is read again by the next.
constexpr int overlapSeconds = 10 * 60;
/// What the query takes of an external id or a code.
constexpr std::size_t mostQueryCharacters = 32;

struct ListReaderText
{
    Q_DECLARE_TR_FUNCTIONS(ListReaderText)
};

/// A refusal that may be for want of a customer, and not of rights.
bool maySpeakOfCustomer(const Error& error)
{
    const std::string words = toUtf8(error.serverWords);
    return error.kind == ErrorKind::Refused && !speaksOfCredentials(words) && !speaksOfPermission(words) &&
           !speaksOfThrottling(words) && words.find("没有启用") == std::string::npos;
}

/// What was asked for by id tells whose rule it is, where the reply does not.
void appendOf(const CustomerSelector& asked, std::vector<ListItem<SaleRule>>& items, RuleList page)
{
    struct Texts
    {
        TextOwner reply;
        std::string id;
    };
    const auto texts = std::make_shared<const Texts>(Texts{page.text, asked.value});
    for (SaleRule& rule : page.items) {
        if (rule.customers.empty() && asked.by == SelectBy::Id)
            rule.customers.push_back({texts->id, {}, {}});
    }
    page.text = TextOwner(texts, texts->reply.get());
    appendItems(items, std::move(page));
}

Result<ListReading<Campaign>> readEachOf(Connection& connection, const std::vector<CampaignQuery>& queries,
                                         ReadingProgress& progress)
{
    ListReading<Campaign> reading;
    reading.startedAt = connection.serverNow().addSecs(-overlapSeconds);
    for (const CampaignQuery& query : queries) {
        auto list = queryCampaigns(connection, query, {&progress.stop, limits::retryPauses});
        if (!list)
            return tl::unexpected(list.error());
        ++progress.pages;
        progress.records += static_cast<std::int64_t>(list->items.size());
        appendItems(reading.items, std::move(*list));
    }
    return reading;
}

} // namespace

std::string campaignKey(const Campaign& campaign)
{
    return std::string(campaign.code.empty() ? campaign.sourceCode : campaign.code);
}

Result<ListReading<SaleRule>> readRuleList(Connection& connection, bool ofCustomers,
                                           const std::optional<QDateTime>& since, ReadingProgress& progress)
{
    ListReading<SaleRule> reading;
    reading.startedAt = connection.serverNow().addSecs(-overlapSeconds);
    RuleReader reader(connection, ofCustomers ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts,
                      {&progress.stop, limits::retryPauses}, {});
    bool lacksCustomers = false;
    auto done = reader.readList(since, [&](RuleList page) {
        ++progress.pages;
        progress.records += static_cast<std::int64_t>(page.items.size());
        lacksCustomers =
            lacksCustomers ||
            (ofCustomers && std::any_of(page.items.begin(), page.items.end(), [](const auto& rule) {
                 return !rule.isDeleted() && rule.customers.empty();
             }));
        appendItems(reading.items, std::move(page));
    });
    if (!done && !(ofCustomers && maySpeakOfCustomer(done.error())))
        return tl::unexpected(done.error());
    if (done && !lacksCustomers)
        return reading;
    reading.items.clear();
    reading.onlyByCustomer = done ? Error{ErrorKind::Refused,
                                          ListReaderText::tr("The rules came without their customers."),
                                          {},
                                          {},
                                          {}}
                                  : done.error();
    return reading;
}

Result<CustomerReading> readRulesOf(Connection& connection, const std::vector<CustomerSelector>& customers,
                                    ReadingProgress& progress)
{
    CustomerReading reading;
    RuleReader reader(connection, ChangeKind::CustomerProducts, {&progress.stop, limits::retryPauses}, {});
    auto refused = reader.readListOf(customers, [&](RuleList page, const CustomerSelector& asked) {
        ++progress.pages;
        progress.records += static_cast<std::int64_t>(page.items.size());
        appendOf(asked, reading.items, std::move(page));
    });
    if (!refused)
        return tl::unexpected(refused.error());
    reading.refused = std::move(*refused);
    return reading;
}

Result<ListReading<Campaign>> readCampaignList(Connection& connection, const std::optional<QDateTime>& since,
                                               ReadingProgress& progress,
                                               const std::set<std::string>& besides)
{
    // Many, and such as the query cannot ask for (api.md 21), by one query for all.
    constexpr std::size_t few = 20;
    const bool canAsk =
        besides.size() <= few && std::all_of(besides.begin(), besides.end(), [](const std::string& id) {
            return characterCount(id) <= mostQueryCharacters;
        });
    if (!since || !canAsk)
        return readEachOf(connection, {CampaignQuery()}, progress);
    std::vector<CampaignQuery> queries(2);
    queries[0].afterCreateTime = vendorDateTime(*since);
    queries[1].afterModifyTime = vendorDateTime(*since);
    for (const std::string& id : besides)
        queries.emplace_back().sourceCode = id;
    return readEachOf(connection, queries, progress);
}

Result<ListReading<Campaign>> readCampaigns(Connection& connection, const CampaignQuery& query,
                                            ReadingProgress& progress)
{
    return readEachOf(connection, {query}, progress);
}

Result<std::optional<ListItem<Campaign>>> readCampaign(Connection& connection, const Campaign& known,
                                                       ReadingProgress& progress)
{
    // An external id longer than the query's field cannot be asked for (api.md 21); its code can, cut or not.
    CampaignQuery query;
    if (!known.sourceCode.empty() && characterCount(known.sourceCode) <= mostQueryCharacters)
        query.sourceCode = known.sourceCode;
    else if (characterCount(known.code) <= mostQueryCharacters)
        query.code = known.code;
    auto list = queryCampaigns(connection, query, {&progress.stop, limits::retryPauses});
    if (!list)
        return tl::unexpected(list.error());
    ++progress.pages;
    // The external id stays what it is; the code is a value that others may have changed.
    const auto isIt = [&known, key = campaignKey(known)](const Campaign& campaign) {
        return known.sourceCode.empty() ? campaignKey(campaign) == key
                                        : campaign.sourceCode == known.sourceCode;
    };
    for (Campaign& campaign : list->items) {
        if (isIt(campaign))
            return ListItem<Campaign>{list->text, std::make_shared<const Campaign>(std::move(campaign))};
    }
    return std::optional<ListItem<Campaign>>();
}

std::vector<ListItem<SaleRule>> eachRuleOnce(std::vector<ListItem<SaleRule>> items)
{
    std::unordered_map<std::string, std::size_t> places;
    std::vector<ListItem<SaleRule>> once;
    for (ListItem<SaleRule>& item : items) {
        const auto [place, isFirst] = places.emplace(ruleKey(*item.value), once.size());
        if (isFirst)
            once.push_back(std::move(item));
        else
            once[place->second] = std::move(item);
    }
    return once;
}

std::optional<DimensionReading> readDimensions(Connection& connection, const StopFlag& stop)
{
    const auto list = queryDimensions(connection, {&stop, {}});
    if (!list)
        return std::nullopt;
    DimensionReading reading;
    for (const EnabledDimension& dimension : list->items) {
        if (const auto known = dimensionOfFilterCode(dimension.filterCode))
            reading.known.insert(*known);
        else
            reading.unknown.emplace_back(dimension.filterName.empty() ? dimension.filterCode
                                                                      : dimension.filterName);
    }
    return reading;
}

std::optional<std::set<Dimension>> readEnabledDimensions(Connection& connection, const StopFlag& stop)
{
    auto reading = readDimensions(connection, stop);
    return reading ? std::optional(std::move(reading->known)) : std::nullopt;
}

} // namespace rangedesk
