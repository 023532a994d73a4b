// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/left_behind.h"
#include "session/list_reader.h"
#include "store/data_directory.h"

namespace rangedesk {

/// What a rehearsal holds now beside the copy it began with; everything is read from it. Usage where the
/// folder holds no copy. Blocks.
Result<std::vector<Trace>> readLeftBehind(Connection& connection, const DataDirectory& data,
                                          ReadingProgress& progress);

} // namespace rangedesk
