// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/snapshot.h"

namespace rangedesk {

/// Resolves ids, codes and names through what was read, makes rows that name one target or product
/// differently one, and refuses ambiguous and contradicting names (decisions 5, 6, 8). Afterwards each
/// target has its key and how it is sent. Rows whose names now meet are checked for repeats again.
void resolve(Batch& batch, const Snapshot& snapshot);

/// After reading back: targets that were not resolved, such as a range that is new, get their key now.
void resolveAgain(Batch& batch, const Snapshot& snapshot);

} // namespace rangedesk
