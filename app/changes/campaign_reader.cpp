// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/campaign_reader.h"

#include "changes/campaign_snapshot.h"
#include "core/text.h"
#include "core/vendor_rules.h"
#include "openapi/decode.h"

namespace rangedesk {

namespace {

/// More campaigns than this are read by one query for all there are.
constexpr std::size_t fewCampaigns = 30;

/// Whether the query takes the value: its parameters are shorter than those of writing.
bool canAskFor(std::string_view parameter, const std::string& value)
{
    const FieldRule* rule = fieldRule(Operation::QueryCampaign, parameter);
    return rule != nullptr && characterCount(value) <= static_cast<std::size_t>(rule->maxCharacters);
}

} // namespace

CampaignReader::CampaignReader(Connection& connection, ChangeKind kind, ReadControl control,
                               std::function<void()> onRead)
    : m_connection(connection), m_withCustomers(kind == ChangeKind::Registrations),
      m_control(std::move(control)), m_onRead(std::move(onRead))
{}

Result<void> CampaignReader::readForPreview(Snapshot& snapshot, const Batch& batch)
{
    Wanted wanted;
    for (const Target& target : batch.targets) {
        const TypedCell* source = nullptr;
        const TypedCell* code = nullptr;
        for (const TypedCell& cell : target.cells)
            (cell.by == SelectBy::SourceCode ? source : code) = &cell;
        if (source != nullptr)
            wanted.sourceCodes.insert(source->value);
        else if (code != nullptr)
            wanted.codes.insert(code->value);
    }
    return read(snapshot, wanted);
}

Result<void> CampaignReader::readBack(Snapshot& snapshot, const std::vector<const Target*>& targets,
                                      const QDateTime& /*since*/, bool /*oneByOne*/)
{
    Wanted wanted;
    for (const Target* target : targets)
        wanted.sourceCodes.insert(target->key);
    return read(snapshot, wanted);
}

Result<void> CampaignReader::readNow(Snapshot& snapshot, const std::vector<CustomerSelector>& /*customers*/)
{
    snapshot.campaigns().beginPass();
    return readAllCampaigns(snapshot);
}

Result<void> CampaignReader::read(Snapshot& snapshot, const Wanted& wanted)
{
    CampaignSnapshot& campaigns = snapshot.campaigns();
    campaigns.beginPass();
    const auto takes = [](const char* parameter) {
        return [parameter](const std::string& value) { return canAskFor(parameter, value); };
    };
    const bool canAsk =
        std::all_of(wanted.sourceCodes.begin(), wanted.sourceCodes.end(), takes("activity_source_code")) &&
        std::all_of(wanted.codes.begin(), wanted.codes.end(), takes("activity_code"));
    if (!canAsk || wanted.sourceCodes.size() + wanted.codes.size() > fewCampaigns)
        return readAllCampaigns(snapshot);
    std::vector<CampaignQuery> queries;
    for (const std::string& source : wanted.sourceCodes)
        queries.emplace_back().sourceCode = source;
    for (const std::string& code : wanted.codes)
        queries.emplace_back().code = code;
    std::vector<ReadRequest> requests;
    for (const CampaignQuery& query : queries) {
        auto request = readRequest(toWire(query));
        if (!request)
            return tl::unexpected(request.error());
        requests.push_back(std::move(*request));
    }
    std::size_t next = 0;
    return readAll(
        m_connection, m_control,
        [&]() -> std::optional<ReadRequest> {
            return next < requests.size() ? std::optional(requests[next++]) : std::nullopt;
        },
        [&](std::size_t index, std::string body, const std::string& msgId) -> Result<void> {
            auto list = decodeCampaigns(std::move(body), msgId);
            if (!list)
                return tl::unexpected(list.error());
            // What was not asked for says nothing about what was.
            const CampaignQuery& query = queries[index];
            std::erase_if(list->items, [&](const Campaign& campaign) {
                return query.code.empty() ? campaign.sourceCode != query.sourceCode
                                          : campaign.code != query.code;
            });
            campaigns.take(*list, m_withCustomers);
            if (!query.sourceCode.empty())
                campaigns.completeOne(query.sourceCode);
            for (const Campaign& campaign : list->items)
                campaigns.completeOne(std::string(campaign.sourceCode));
            if (m_onRead)
                m_onRead();
            return {};
        });
}

Result<void> CampaignReader::readAllCampaigns(Snapshot& snapshot)
{
    auto list = queryCampaigns(m_connection, {}, m_control);
    if (!list)
        return tl::unexpected(list.error());
    snapshot.campaigns().take(*list, m_withCustomers);
    snapshot.campaigns().completePass();
    if (m_onRead)
        m_onRead();
    return {};
}

} // namespace rangedesk
