// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/change_rows.h"
#include "store/data_directory.h"

namespace rangedesk {

/// `sheetOfChanges` for campaigns and registrations.
Sheet sheetOfCampaignChanges(ChangeKind kind, const std::vector<ChangeRow>& rows, bool withComments);

/// Keeps what the campaigns of planned rows held, on disk before anything leaves: without it no change could
/// be undone. What an earlier run of the job kept of rows that it sent stays, and is put back into the batch.
/// Storage on failure.
Result<void> keepCampaignBases(Batch& batch, const QString& key, const DataDirectory& data);
/// Puts what was kept into a batch of the journal. Storage where it cannot be read.
Result<void> loadCampaignBases(Batch& batch, const QString& key, const DataDirectory& data);

} // namespace rangedesk
