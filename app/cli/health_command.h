// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// `health`: reads all rules of ranges and of customers and tells what is odd about them, with what could be
/// proposed. Nothing is sent. @returns the exit code: 1 where something was found
int runHealth(Session& session);

} // namespace rangedesk::cli
