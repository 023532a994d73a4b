// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// `left-behind`: what differs between a rehearsal and the copy of the company that it began with.
int runLeftBehind(Session& session);

} // namespace rangedesk::cli
