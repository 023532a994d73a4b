// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch_reader.h"

#include <set>

namespace rangedesk {

/// Reads campaigns through operation 3: a few of them one by one, by external id or code; many, and such as
/// the query cannot ask for (api.md 21), by one query for all.
class CampaignReader final : public BatchReader
{
public:
    CampaignReader(Connection& connection, ChangeKind kind, ReadControl control,
                   std::function<void()> onRead);

    Result<void> readForPreview(Snapshot& snapshot, const Batch& batch) override;
    Result<void> readBack(Snapshot& snapshot, const std::vector<const Target*>& targets,
                          const QDateTime& since, bool oneByOne) override;
    Result<void> readNow(Snapshot& snapshot, const std::vector<CustomerSelector>& customers) override;

private:
    struct Wanted
    {
        std::set<std::string> sourceCodes;
        std::set<std::string> codes; ///< of campaigns that are named by their code alone
    };
    Result<void> read(Snapshot& snapshot, const Wanted& wanted);
    Result<void> readAllCampaigns(Snapshot& snapshot);

    Connection& m_connection;
    bool m_withCustomers;
    ReadControl m_control;
    std::function<void()> m_onRead;
};

} // namespace rangedesk
