// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch_reader.h"
#include "changes/clear_guard.h"
#include "changes/compare.h"
#include "changes/plan.h"
#include "changes/progress.h"
#include "store/journal.h"

#include <deque>
#include <map>

namespace rangedesk {

struct SendSettings
{
    std::size_t productsPerRequest = 200;
    bool stopOnError = false; ///< send nothing more after the first rejection
    ReadBackPauses pauses = readBackPauses;
};

/// Sends the planned rows of a batch: each request's intent is committed to the journal before it
/// leaves, its fate afterwards; one request a target is in flight (decisions 12); unknown fates are
/// settled by reading back, refused requests halved (decisions 14, 16). Blocks the calling thread.
class Sender
{
public:
    /// @param requests all of the job's requests, of earlier runs too; grows
    Sender(Batch& batch, Snapshot& snapshot, BatchReader& reader, Connection& connection, Journal& journal,
           JobRecord& job, std::vector<RequestRecord>& requests, const JobControl& control,
           SendSettings settings, ProgressSink sink, RequestSink requestSink, ClearGuard guard);

    /// Sends, settles and halves until nothing is left or the run is stopped. Storage where the journal
    /// failed, Connection and Refused where going on is of no use, Interrupted where it was stopped: the
    /// job can be resumed after each of them.
    Result<void> run();

    /// Rows that were not sent because the fate of the request before them is still unknown.
    bool leavesRowsBehindUnknown() const;
    /// A rejection ended the sending, as the settings ask.
    bool stoppedAtRejection() const;
    /// What clearing took besides, by name: it ended the sending (decisions 17).
    const QStringList& tookBesides() const { return m_tookBesides; }

private:
    struct Lane
    {
        std::deque<PlannedRequest> queue;
        bool unknown = false; ///< a request of it waits to be settled: nothing may leave
        bool refused = false; ///< a request of it waits to be halved
        std::int64_t refusedParent = 0;
        int throttled = 0;
    };
    using Clock = std::chrono::steady_clock;

    void adoptEarlierRun();
    void makeReady(std::uint32_t target);
    void queuePlan();
    void withdrawWaiting();
    Result<void> sendReady();
    std::vector<RequestRecord> takeIntents();
    void holdBack(const PlannedRequest& unit);
    bool isUnsafeRemoval(const PlannedRequest& unit) const;
    Result<void> launch();
    bool waitsForStorage(const Error& error);
    Result<void> recordLastFates();
    void handle(Completion completion);
    void answered(RequestRecord& request, const WriteOutcome& outcome, const PlannedRequest& unit);
    void notLeft(RequestRecord& request, const WriteOutcome& outcome, PlannedRequest unit);
    void throttled(RequestRecord& request, PlannedRequest unit);
    void rejected(RequestRecord& request, const PlannedRequest& unit);
    Result<void> settle();
    bool mayLeave(const PlannedRequest& unit) const;
    Result<void> checkClears();
    bool settleUnknown(RequestRecord& request, TargetViews& views, bool isLast);
    void settleRefused(RequestRecord& request, TargetViews& views);
    bool isHalted() const
    {
        return m_failure.has_value() || m_rejectionStops || !m_tookBesides.isEmpty() || m_control.stop ||
               m_control.cancel;
    }
    Operation operationOf(const PlannedRequest& unit) const
    {
        return writeOperation(m_batch.kind, unit.type);
    }
    void report(bool always);
    RequestRecord& record(std::int64_t sequence)
    {
        return m_requests[static_cast<std::size_t>(sequence - 1)];
    }

    Batch& m_batch;
    Snapshot& m_snapshot;
    BatchReader& m_reader;
    Connection& m_connection;
    Journal& m_journal;
    JobRecord& m_job;
    std::vector<RequestRecord>& m_requests;
    std::vector<std::string> m_names; ///< of the targets, for the log
    const JobControl& m_control;
    SendSettings m_settings;
    ProgressSink m_sink;
    RequestSink m_requestSink;

    /// The first clearing goes alone and is looked at before the others follow.
    enum class FirstClear : std::uint8_t { Due, UnderWay, Answered, Fine };
    ClearGuard m_clearGuard;
    FirstClear m_firstClear = FirstClear::Fine;
    bool m_clearedSince = false; ///< something was cleared after the guard looked last
    QStringList m_tookBesides;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_wished; ///< of Exact: rows by target

    std::map<std::uint32_t, Lane> m_lanes;
    std::deque<std::uint32_t> m_ready;
    struct Flying
    {
        std::int64_t sequence;
        PlannedRequest unit;
    };
    std::map<std::uint64_t, Flying> m_flying;
    std::vector<PlannedRequest> m_units; ///< of the intents just recorded
    std::vector<RequestRecord> m_fates;
    std::vector<std::int64_t> m_unsettled;
    std::int64_t m_firstOfThisRun = 1; ///< sequence; earlier ones belong to an interrupted run
    std::shared_ptr<CompletionQueue> m_queue = std::make_shared<CompletionQueue>();
    std::optional<Error> m_failure;
    bool m_rejectionStops = false;
    bool m_withdrawn = false;
    std::string m_lastRefusal;
    int m_sameRefusals = 0;
    std::size_t m_leftTries = 0;
    int m_unansweredInARow = 0;
    Clock::time_point m_resumeAt{};
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_lastReport{};
    Progress m_progress;
};

} // namespace rangedesk
