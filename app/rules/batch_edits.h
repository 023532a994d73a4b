// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/range_edits.h"

namespace rangedesk {

/// What a compared sheet of range or customer products would post, as edits, so that the same answers stand
/// on both: rows that are excluded, held, refused or the same change nothing. Takes a while for many rows:
/// call it in a worker.
/// @param states of the rows as a person has reviewed them; fewer: the batch's own
RangeEdits editsOf(const Batch& batch, const std::vector<RowState>& states = {});

} // namespace rangedesk
