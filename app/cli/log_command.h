// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// `log`, `log verify`, `log export FILE` and `log curl NUMBER`: the requests of a profile, or of a data
/// folder. @returns the exit code; `verify` ends with 1 where the log was changed
int runLog(Session& session);

} // namespace rangedesk::cli
