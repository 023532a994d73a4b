// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/snapshot.h"

#include <set>

namespace rangedesk {

/// For OperationChoice::Exact: adds a removal for every product that the server lists and the sheet does not
/// name, as records behind the user's own. Where the sheet cannot tell what is to be there (refused rows, a
/// list that the server cuts short, products by an external id) nothing is removed, and the batch says so.
/// @pre `resolve` ran on the same snapshot, `dropRemovals` before it
void addRemovals(Batch& batch, const Snapshot& snapshot);

/// Takes those of an earlier preview away. @returns their records, to tell them again.
std::vector<std::string> dropRemovals(Batch& batch);

/// The record of a row as it stands in the sheet.
std::string_view recordOf(const Batch& batch, const Row& row);

} // namespace rangedesk
