// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "core/vendor_rules.h"

namespace rangedesk {

/// One writing request to be: rows of one target with one operation.
struct PlannedRequest
{
    std::uint32_t target = 0;
    ChangeType type = ChangeType::Upsert;
    std::vector<std::uint32_t> rows;
    std::int64_t parent = 0; ///< the refused request that this is a half of
    int attempt = 1;         ///< counted up where it never left or was refused for the rate
};

/// The fewest requests that carry every row in state NotSent, @p productsPerRequest at most in each:
/// per target and operation the rows are cut into full requests; each clearing and each campaign is one of
/// its own; registrations share one where they say the same (decisions 19), 200 at most. Targets
/// come in the order of the sheet; within one, adding and changing before deleting, so that it is never
/// emptied in between (decisions 13). Repeats are not sent.
std::vector<PlannedRequest> planRequests(const Batch& batch, std::size_t productsPerRequest);

/// What posting would come to, in figures.
struct PlanSummary
{
    std::int64_t rows = 0; ///< with repeats
    std::int64_t requests = 0;
    std::int64_t targets = 0;
    std::int64_t products = 0; ///< different ones
    std::int64_t removals = 0; ///< rows that remove or clear
    std::int64_t clears = 0;   ///< of them, rows that clear a whole target
};

/// The same figures that `planRequests` comes to, for rows in the given states (those a person excluded
/// differ from the batch's own).
PlanSummary summarisePlan(const Batch& batch, const std::vector<RowState>& states,
                          std::size_t productsPerRequest);

/// The body of a request, as operations 7 to 10 take it.
WireRequest wireRequest(const Batch& batch, const PlannedRequest& request);

} // namespace rangedesk
