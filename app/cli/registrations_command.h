// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// `registrations CAMPAIGN`: the funnel and the overlaps of its three lists, and with --output the list with
/// the decisions that were made in the window. @returns the exit code
int runRegistrations(Session& session);

} // namespace rangedesk::cli
