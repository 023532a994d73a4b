// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/campaign_snapshot.h"
#include "changes/compare.h"
#include "core/wire_request.h"

namespace rangedesk {

/// Compares the checked rows of campaigns or registrations with what was read (decisions 19, 20): new,
/// changed, the same, held or refused. Each row of campaigns keeps what it was compared with.
/// @pre `resolve` ran on the same snapshot
void compareCampaignRows(Batch& batch, const CampaignSnapshot& campaigns);

/// What the server holds for a row now.
BaseValue campaignBaseValue(const Batch& batch, const Row& row, const CampaignSnapshot& campaigns);

/// Whether reading back shows a row as it was sent.
ReadBack campaignReadBack(const Batch& batch, const Row& row, const CampaignSnapshot& campaigns);

/// The body of a request that writes campaigns or registrations.
WireRequest campaignRequest(const Batch& batch, const std::vector<std::uint32_t>& rows);

/// Index of a row within its batch.
std::uint32_t indexOf(const Batch& batch, const Row& row);

} // namespace rangedesk
