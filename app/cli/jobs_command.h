// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// jobs, jobs show ID, jobs resume ID, jobs report ID. @returns the exit code.
int runJobs(Session& session);

} // namespace rangedesk::cli
