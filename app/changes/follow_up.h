// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/cleared.h"
#include "changes/import_job.h"

namespace rangedesk {

/// What an undo can and cannot bring back (lesson 23), told before anything is sent. In rows of the job.
struct UndoSummary
{
    std::int64_t exact = 0;
    /// Put back, but not quite as it was: a product that came from one upstream supplier comes back for all,
    /// one that was listed twice comes back once.
    std::int64_t partly = 0;
    std::int64_t impossible = 0; ///< what was there before, or what is there now, cannot be known
    std::vector<std::uint32_t> impossibleLines; ///< the first hundred
};

/// What undoes a job, or some of its rows: the inverse change set, from the values read before. Each row says
/// what the job left behind; what others changed since is held by the preview. Usage where there is nothing
/// to undo.
/// @param rows indices of the job's rows; empty for all
/// @pre `job` comes from `loadJob`
Result<CheckedFile> undoOf(const JobOutcome& job, const ClearedProducts& cleared,
                           const std::vector<std::uint32_t>& rows, UndoSummary& summary);

/// The rows of a job whose fate is failed, unknown or not sent, once more. Usage where there are none.
Result<CheckedFile> retryOf(const JobOutcome& job);

/// How such a change set is read.
ImportOptions followUpOptions(const JobOutcome& job);

} // namespace rangedesk
