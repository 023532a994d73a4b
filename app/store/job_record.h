// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rangedesk {

enum class JobState : std::uint8_t {
    Queued,
    Running,
    Paused,
    Interrupted,
    Done,
    Cancelled,
    Draft, ///< previewed for a person to review; nothing was sent and nothing is before they say so
};

/// The state as `jobs` prints it: queued, running, paused, interrupted, done, cancelled, draft.
QString jobStateName(JobState state);

/// The state of a job as it really is: one that says it is running while no instance is, was killed.
JobState livingState(JobState state, bool isRunningElsewhere);

/// What a job was doing last. A job goes through them in this order.
enum class JobPhase : std::uint8_t { Preview, Sending, Verifying, Reported };

/// Counts in rows; they balance (decisions 22): rowsRead = refused + excluded + unchanged + held +
/// planned, planned = verified + accepted + rejected + failed + unknown + notSent. The last three
/// count requests.
struct JobCounts
{
    std::int64_t rowsRead = 0;
    std::int64_t refused = 0;
    std::int64_t excluded = 0;
    std::int64_t unchanged = 0;
    std::int64_t held = 0;
    std::int64_t planned = 0;
    std::int64_t verified = 0;
    std::int64_t accepted = 0;
    std::int64_t rejected = 0;
    std::int64_t failed = 0;
    std::int64_t unknown = 0;
    std::int64_t notSent = 0;
    std::int64_t requests = 0;     ///< writes planned
    std::int64_t requestsSent = 0; ///< writes sent
    std::int64_t reads = 0;

    bool operator==(const JobCounts&) const = default;
};

/// The counts under their names in the JSON output, in order.
std::vector<std::pair<const char*, std::int64_t>> namedCounts(const JobCounts& counts);

struct JobRecord
{
    std::int64_t id = 0;
    QString key;        ///< names the file with the job's rows
    QString scope;      ///< normalised address and openid (decisions 23)
    QString kind;       ///< range-products, customer-products, range-clear or customer-clear
    QString file;       ///< as the user named it
    QString fileHash;   ///< SHA-256 of its bytes
    QByteArray options; ///< JSON: operation, encoding, delimiter, ignored columns, limits
    JobState state = JobState::Queued;
    JobPhase phase = JobPhase::Preview;
    QDateTime created;     ///< UTC
    QDateTime finished;    ///< UTC
    QDateTime serverStart; ///< the server's time before the first write (decisions 21), UTC
    QByteArray rows;       ///< packed row states, see changes/row_store.h
    JobCounts counts;
    QString problem;    ///< why it was interrupted
    QDateTime archived; ///< UTC; when it went to the archive, invalid where it did not
};

/// One writing request: intent first, fate afterwards.
enum class RequestState : std::uint8_t {
    Intended, ///< committed before it left; without a fate it is unknown
    Accepted,
    Rejected,
    NotLeft, ///< certainly not applied
    Unknown,
    Applied,    ///< was unknown; read back and found
    NotApplied, ///< was unknown or refused; read back and absent
};

struct RequestRecord
{
    std::int64_t sequence = 0; ///< within the job, from 1
    std::int64_t parent = 0;   ///< the refused request that this one is a half of, or 0
    QString msgId;
    std::uint32_t target = 0; ///< index within the batch
    ChangeType type = ChangeType::Upsert;
    std::vector<std::uint32_t> rows; ///< indices within the batch
    RequestState state = RequestState::Intended;
    QString code;
    QString message;
};

} // namespace rangedesk
