// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/campaign_snapshot.h"
#include "changes/name_fault.h"

namespace rangedesk {

/// Gives a target its external id as the key. A campaign to be written need not be there; one that customers
/// register for must, and its code is sent along (api.md 21).
MaybeFault resolveCampaign(Target& target, ChangeKind kind, const CampaignSnapshot& campaigns);

/// A customer of a registration: by id where what was read of the campaigns tells it, else as typed.
MaybeFault resolveRegistered(ProductRef& customer, const CampaignSnapshot& campaigns);

} // namespace rangedesk
