// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigns/campaign_form.h"
#include "store/data_directory.h"

#include <optional>

namespace rangedesk::ui {

/// An edit of a campaign that was begun and neither posted nor given up: kept over a crash.
struct KeptEdit
{
    CampaignForm::Mode mode = CampaignForm::Mode::New;
    std::vector<std::string> campaigns; ///< external ids; of a new one what was typed
    CampaignWish wish;                  ///< of one to change only what differed
    CampaignWish before;                ///< what that replaced
};

/// As a file holds it.
std::string bytesOf(const KeptEdit& edit);
QString editPath(const DataDirectory& data, const QString& scope);

/// Keeps the edit; blocks for as long as writing a small file does, so call it in a worker.
/// @param scope the server and company: an edit belongs to no other
Result<void> keepEdit(const DataDirectory& data, const QString& scope, const KeptEdit& edit);
/// Nothing where none was kept, or none that can be read.
std::optional<KeptEdit> keptEdit(const DataDirectory& data, const QString& scope);
void forgetEdit(const DataDirectory& data, const QString& scope);

} // namespace rangedesk::ui
