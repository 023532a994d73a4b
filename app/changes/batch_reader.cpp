// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/batch_reader.h"

#include "changes/campaign_reader.h"
#include "changes/rule_reader.h"

namespace rangedesk {

std::unique_ptr<BatchReader> makeReader(Connection& connection, ChangeKind kind, ReadControl control,
                                        std::function<void()> onRead)
{
    if (isOfCampaigns(kind))
        return std::make_unique<CampaignReader>(connection, kind, std::move(control), std::move(onRead));
    return std::make_unique<RuleReader>(connection, kind, std::move(control), std::move(onRead));
}

} // namespace rangedesk
