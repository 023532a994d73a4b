// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/change_rows.h"
#include "changes/cleared.h"
#include "changes/import_job.h"

namespace rangedesk {

/// A change set that was made from a job or a file, and how it is read.
struct FollowUp
{
    CheckedFile file;
    ImportOptions options;
};

/// Changes that a person made in a form, under a name for the list of jobs.
Result<FollowUp> setOfChanges(ChangeKind kind, const std::vector<ChangeRow>& rows, const QString& name);

/// What undoes a job, or some of its rows: the inverse change set, from the values read before. Each row says
/// what the job left behind; what others changed since is held by the preview. Usage where there is nothing
/// to undo.
/// @param rows indices of the job's rows; empty for all
/// @pre `job` comes from `loadJob`
Result<FollowUp> undoOf(const JobOutcome& job, const ClearedProducts& cleared,
                        const std::vector<std::uint32_t>& rows);

/// The rows of a job whose fate is failed, unknown or not sent, once more. Usage where there are none.
Result<FollowUp> retryOf(const JobOutcome& job);

/// The same of a job of the journal, with its files.
Result<FollowUp> undoOf(JobRecord job, const std::vector<std::uint32_t>& rows, const DataDirectory& data,
                        Journal& journal);
Result<FollowUp> retryOf(JobRecord job, const DataDirectory& data, Journal& journal);

} // namespace rangedesk
