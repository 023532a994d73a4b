// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// jobs, jobs show ID, jobs resume ID, jobs report ID. @returns the exit code.
int runJobs(Session& session);

/// A job by the number that was given. Usage where there is none.
Result<JobRecord> jobOf(Journal& journal, const QString& id);

} // namespace rangedesk::cli
