// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// campaigns, dimensions, rules, customer-rules. @returns the exit code.
int runQuery(Session& session);

} // namespace rangedesk::cli
