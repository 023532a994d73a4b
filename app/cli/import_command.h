// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// import FILE … @returns the exit code.
int runImport(Session& session);

/// Previews or posts what was checked, as the options ask. @returns the exit code.
int runChecked(Session& session, CheckedFile file, ImportOptions import);

/// Before anything is done: the reports can be written, and overwrite neither what is read nor each other.
/// @param sheet that of the job, where it is another than the command names
Result<void> checkReportPaths(const Options& options, const QString& sheet = {});

/// The name that was confirmed, where one was, is that of what is posted to.
Result<void> checkConfirmed(const Session& session);

/// Every column that is to be ignored must be there. Says so where one that names a condition or a customer
/// is ignored. Usage where one is not there.
Result<void> checkIgnored(const Options& options, const Sheet& sheet);

/// Writes the reports that were asked for. @returns the worse of @p code and what came of it.
int writeReports(const Options& options, const JobOutcome& outcome, int code);

} // namespace rangedesk::cli
