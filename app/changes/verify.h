// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch_reader.h"
#include "changes/compare.h"
#include "changes/progress.h"

namespace rangedesk {

/// Reads back the targets of accepted rows and marks those that are equal as verified. Rows that differ
/// stay accepted, with a note, only after three readings (decisions 21); rows that cannot be told from a
/// list cut short stay accepted at once. Interrupted or Connection where reading failed: nothing is lost.
Result<void> verifyRows(Batch& batch, Snapshot& snapshot, BatchReader& reader, const QDateTime& since,
                        const JobControl& control, const ReadBackPauses& pauses);

} // namespace rangedesk
