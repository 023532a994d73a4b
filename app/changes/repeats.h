// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"

namespace rangedesk {

/// Finds rows in state Checked with one target and product. Equal ones become repeats of the first;
/// all rows of a contradiction are refused, each naming the lines of the others (decisions 5). Call it
/// again after resolving made targets or products one. O(n log n).
void findRepeats(Batch& batch);

/// For each row whether it was refused as part of a contradiction.
std::vector<bool> contradictoryRows(const Batch& batch);

} // namespace rangedesk
