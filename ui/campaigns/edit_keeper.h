// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/campaign_wish.h"
#include "store/data_directory.h"

#include <optional>

namespace rangedesk::ui {

/// An edit of a campaign that was begun and neither posted nor given up: kept over a crash.
struct KeptEdit
{
    std::string sourceCode;
    bool isNew = false;
    CampaignWish wish; ///< everything that was filled
};

/// Keeps the edit; blocks for as long as writing a small file does, so call it in a worker.
Result<void> keepEdit(const DataDirectory& data, const KeptEdit& edit);
/// Nothing where none was kept, or none that can be read.
std::optional<KeptEdit> keptEdit(const DataDirectory& data);
void forgetEdit(const DataDirectory& data);

} // namespace rangedesk::ui
