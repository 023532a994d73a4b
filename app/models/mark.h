// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "store/job_record.h"

namespace rangedesk {

/// The signs for what matters: each has a shape, a colour and a word.
enum class Mark : std::uint8_t {
    None,
    Added,
    Changed,
    Removed,
    Same,
    Warning,
    Refused,
    Unknown,
    Accepted,
    Verified,
    Excluded,
    Sending,
    Waiting,
    Paused,
    Ended,
    Online,
    Count
};

/// The mark of a row that is reviewed, or of one that was sent.
Mark markOf(const Row& row, RowState state);
Mark markOf(RequestState state);
Mark markOf(JobState state);

/// Words that stand beside marks.
QString reviewWord(const Row& row, RowState state);
QString outcomeWord(RowState state);
QString requestWord(RequestState state);

} // namespace rangedesk
