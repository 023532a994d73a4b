// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/job_record.h"

namespace rangedesk {

/// Extra requests that halving may cost a target.
inline constexpr int mostExtraRequests = 20;

/// What to do with a request that was refused with several products.
enum class HalvingStep : std::uint8_t {
    Halve,
    Stop,        ///< the refusal is not about a product: all rows are rejected
    NotIsolated, ///< the cap is reached: the rows are rejected without a culprit
};

/// Decides from the journal's records alone, so that a resumed job goes on as it would have (decisions
/// 16). @p requests are all of the job's; @p refused is one of them, refused, with more than one row left
/// and not halved yet.
HalvingStep halvingStep(const std::vector<RequestRecord>& requests, const RequestRecord& refused);

} // namespace rangedesk
