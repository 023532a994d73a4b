// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/job_record.h"

namespace rangedesk {

QString jobStateName(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return QStringLiteral("queued");
    case JobState::Running:
        return QStringLiteral("running");
    case JobState::Paused:
        return QStringLiteral("paused");
    case JobState::Interrupted:
        return QStringLiteral("interrupted");
    case JobState::Done:
        return QStringLiteral("done");
    case JobState::Cancelled:
        return QStringLiteral("cancelled");
    case JobState::Draft:
        return QStringLiteral("draft");
    }
    return {};
}

JobState livingState(JobState state, bool isRunningElsewhere)
{
    const bool claimsToLive = state == JobState::Running || state == JobState::Paused;
    return claimsToLive && !isRunningElsewhere ? JobState::Interrupted : state;
}

std::vector<std::pair<const char*, std::int64_t>> namedCounts(const JobCounts& counts)
{
    return {{"rows_read", counts.rowsRead}, {"refused", counts.refused},
            {"excluded", counts.excluded},  {"unchanged", counts.unchanged},
            {"held", counts.held},          {"planned", counts.planned},
            {"verified", counts.verified},  {"accepted", counts.accepted},
            {"rejected", counts.rejected},  {"failed", counts.failed},
            {"unknown", counts.unknown},    {"not_sent", counts.notSent},
            {"requests", counts.requests},  {"requests_sent", counts.requestsSent},
            {"reads", counts.reads}};
}

} // namespace rangedesk
