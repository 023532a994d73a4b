// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/sender.h"

#include "changes/labels.h"
#include "core/text.h"
#include "openapi/encode.h"
#include "openapi/signing.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct SenderText
{
    Q_DECLARE_TR_FUNCTIONS(SenderText)
};

} // namespace

Sender::Sender(Batch& batch, Snapshot& snapshot, BatchReader& reader, Connection& connection,
               Journal& journal, JobRecord& job, std::vector<RequestRecord>& requests,
               const JobControl& control, SendSettings settings, ProgressSink sink, RequestSink requestSink,
               ClearGuard guard)
    : m_batch(batch), m_snapshot(snapshot), m_reader(reader), m_connection(connection), m_journal(journal),
      m_job(job), m_requests(requests), m_control(control), m_settings(settings), m_sink(std::move(sink)),
      m_requestSink(std::move(requestSink)), m_clearGuard(std::move(guard))
{
    // An earlier run may have ended before its first clearing was looked at.
    const bool hasCleared = std::any_of(m_requests.begin(), m_requests.end(), [](const RequestRecord& r) {
        return r.type == ChangeType::Clear && r.state != RequestState::NotLeft;
    });
    if (m_clearGuard.isNeeded())
        m_firstClear = hasCleared ? FirstClear::Answered : FirstClear::Due;
    for (std::uint32_t i = 0; i < batch.rows.size() && batch.operation == OperationChoice::Exact; ++i) {
        const Row& row = batch.rows[i];
        if (row.type == ChangeType::Upsert && row.primary == noIndex && row.isPlanned())
            m_wished[row.target].push_back(i);
    }
    m_progress.phase = JobPhase::Sending;
    m_names = labelsOf(batch, &snapshot).targets;
    m_firstOfThisRun = static_cast<std::int64_t>(m_requests.size()) + 1;
    m_rejectionStops = m_settings.stopOnError &&
                       std::any_of(m_requests.begin(), m_requests.end(),
                                   [](const RequestRecord& r) { return r.state == RequestState::Rejected; });
}

/// Requests of an interrupted run whose fate is open, or which wait to be halved, come first.
void Sender::adoptEarlierRun()
{
    for (const RequestRecord& request : m_requests) {
        const auto isLastOf = [&](std::uint32_t row) {
            return m_batch.rows[row].request == request.sequence;
        };
        const bool isOpen =
            request.state == RequestState::Intended || request.state == RequestState::Unknown ||
            (request.state == RequestState::Rejected && request.rows.size() > 1 && !m_rejectionStops);
        if (isOpen && std::any_of(request.rows.begin(), request.rows.end(), isLastOf)) {
            m_unsettled.push_back(request.sequence);
            m_lanes[request.target].unknown = true;
        }
    }
}

void Sender::makeReady(std::uint32_t target)
{
    const Lane& lane = m_lanes[target];
    if (lane.queue.empty() || lane.unknown)
        return;
    // Behind a refused request only its other half may go: both tell more than one.
    const bool isOtherHalf = lane.refusedParent != 0 && lane.queue.front().parent == lane.refusedParent;
    if (!lane.refused || isOtherHalf)
        m_ready.push_back(target);
}

void Sender::queuePlan()
{
    // After an earlier run's requests are settled: rows that were not applied are planned with the others.
    std::vector<PlannedRequest> plan = planRequests(m_batch, m_settings.productsPerRequest);
    // The first clearing is one that could take something besides: it shows what the others would do.
    std::stable_partition(plan.begin(), plan.end(), [this](const PlannedRequest& unit) {
        return unit.type == ChangeType::Clear && m_clearGuard.isNear(m_batch.targets[unit.target].key);
    });
    for (PlannedRequest& unit : plan) {
        ++m_progress.requestsPlanned;
        m_progress.rowsPlanned += static_cast<std::int64_t>(unit.rows.size());
        const std::uint32_t target = unit.target;
        std::deque<PlannedRequest>& queue = m_lanes[target].queue;
        queue.push_back(std::move(unit));
        if (queue.size() == 1)
            makeReady(target);
    }
}

Result<void> Sender::run()
{
    adoptEarlierRun();
    if (!m_unsettled.empty()) {
        if (auto settled = settle(); !settled)
            return settled;
    }
    if (auto checked = checkClears(); !checked)
        return checked;
    queuePlan();
    for (;;) {
        if (auto sent = sendReady(); !sent)
            return sent;
        if (m_control.stop)
            return fail(ErrorKind::Interrupted, SenderText::tr("Interrupted."),
                        SenderText::tr("Resume job %1 to go on.").arg(m_job.id));
        if (m_unsettled.empty() && m_firstClear != FirstClear::Answered) {
            if (!m_clearedSince)
                break;
            m_firstClear = FirstClear::Answered; // once more behind the last of them
        }
        if (auto settled = settle(); !settled)
            return settled;
        if (auto checked = checkClears(); !checked)
            return checked;
    }
    report(true);
    return {};
}

/// Sends until nothing is ready and nothing in flight.
Result<void> Sender::sendReady()
{
    for (;;) {
        if (auto launched = launch(); !launched && !m_failure)
            m_failure = launched.error();
        report(false);
        if (m_flying.empty() && (m_ready.empty() || isHalted() || m_firstClear == FirstClear::Answered))
            break;
        auto completion = m_queue->next(std::chrono::milliseconds(m_flying.empty() ? 20 : 100));
        while (completion) {
            handle(std::move(*completion));
            completion = m_queue->next(std::chrono::milliseconds(0));
        }
        if (isHalted())
            withdrawWaiting();
    }
    if (auto recorded = recordLastFates(); !recorded && !m_failure)
        m_failure = recorded.error();
    if (m_failure)
        return tl::unexpected(*m_failure);
    return {};
}

/// What waits for its turn within the connection has not left, and need not.
void Sender::withdrawWaiting()
{
    if (m_withdrawn)
        return;
    m_withdrawn = true;
    for (const auto& [token, flying] : m_flying)
        m_connection.withdraw(token);
}

/// Takes what may leave now; each gets a record, and its rows point to it.
std::vector<RequestRecord> Sender::takeIntents()
{
    std::vector<RequestRecord> intents;
    const bool waits = isHalted() || m_control.pause || Clock::now() < m_resumeAt;
    const auto window = static_cast<std::size_t>(m_connection.settings().inFlight);
    while (!waits && !m_ready.empty() && m_flying.size() + intents.size() < window) {
        Lane& lane = m_lanes[m_ready.front()];
        if (!mayLeave(lane.queue.front()) || (!intents.empty() && m_firstClear == FirstClear::UnderWay))
            break;
        m_ready.pop_front();
        PlannedRequest unit = std::move(lane.queue.front());
        lane.queue.pop_front();
        if (isUnsafeRemoval(unit)) {
            for (const std::uint32_t row : unit.rows) {
                m_batch.rows[row].state = RowState::Held;
                m_batch.rows[row].note = RowNote::SheetIncomplete;
            }
            makeReady(unit.target);
            continue;
        }
        if (const auto violations = validate(wireRequest(m_batch, unit)); !violations.empty()) {
            holdBack(unit); // the last gate: nothing that the vendor's tables forbid leaves
            m_connection.noteKeptBack(operationOf(unit), encodeBody(wireRequest(m_batch, unit)),
                                      toQString(violations.front().field) + QLatin1Char(' ') +
                                          describe(violations.front()));
            makeReady(unit.target);
            continue;
        }
        if (unit.type == ChangeType::Clear && m_firstClear == FirstClear::Due)
            m_firstClear = FirstClear::UnderWay;
        RequestRecord intent;
        intent.sequence = static_cast<std::int64_t>(m_requests.size() + intents.size()) + 1;
        intent.parent = unit.parent;
        intent.msgId = toQString(newMessageId());
        intent.target = unit.target;
        intent.type = unit.type;
        intent.rows = unit.rows;
        intents.push_back(std::move(intent));
        m_units.push_back(std::move(unit));
    }
    return intents;
}

/// What a sheet does not name goes only when all it names is there: a misspelt product would cost the right
/// one.
bool Sender::isUnsafeRemoval(const PlannedRequest& unit) const
{
    const bool isRemoval = m_batch.operation == OperationChoice::Exact && unit.type == ChangeType::Delete;
    if (!isRemoval)
        return false;
    const auto wished = m_wished.find(unit.target);
    return wished != m_wished.end() &&
           std::any_of(wished->second.begin(), wished->second.end(), [&](std::uint32_t index) {
               const RowState state = m_batch.rows[index].state;
               return state != RowState::Accepted && state != RowState::Verified;
           });
}

void Sender::holdBack(const PlannedRequest& unit)
{
    for (const std::uint32_t index : unit.rows) {
        m_batch.rows[index].state = RowState::Held;
        m_batch.rows[index].note = RowNote::UnresolvedValue;
    }
}

bool Sender::stoppedAtRejection() const
{
    return m_rejectionStops;
}

bool Sender::leavesRowsBehindUnknown() const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(),
                       [](const auto& lane) { return lane.second.unknown && !lane.second.queue.empty(); });
}

/// Where somebody watches, a disk that is full pauses the run; otherwise it ends, resumable.
bool Sender::waitsForStorage(const Error& error)
{
    if (error.kind != ErrorKind::Storage || !m_control.pausesAtLoss || isHalted())
        return false;
    m_control.storageLost = true;
    m_control.pause = true;
    return true;
}

/// The fates that came last have no request to be recorded with.
Result<void> Sender::recordLastFates()
{
    while (!m_fates.empty()) {
        auto recorded = m_journal.record(m_job.id, m_fates, {});
        if (recorded) {
            m_control.storageLost = false;
            m_fates.clear();
        } else if (!waitsForStorage(recorded.error())) {
            m_fates.clear();
            return recorded;
        }
        while (m_control.pause && m_control.storageLost && !isHalted()) {
            report(false);
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }
    return {};
}

Result<void> Sender::launch()
{
    m_units.clear();
    std::vector<RequestRecord> intents = takeIntents();
    if (intents.empty() && m_fates.empty())
        return {};
    if (auto recorded = m_journal.record(m_job.id, m_fates, intents); !recorded) {
        // Not on disk, so it does not leave. The fates are told again, at the latest by reading back at the
        // resume.
        for (PlannedRequest& unit : m_units) {
            const std::uint32_t target = unit.target;
            if (unit.type == ChangeType::Clear && m_firstClear == FirstClear::UnderWay)
                m_firstClear = FirstClear::Due;
            m_lanes[target].queue.push_front(std::move(unit));
            makeReady(target);
        }
        if (waitsForStorage(recorded.error()))
            return {};
        m_fates.clear();
        return recorded;
    }
    m_control.storageLost = false;
    m_fates.clear();
    for (std::size_t i = 0; i < intents.size(); ++i) {
        RequestRecord& intent = m_requests.emplace_back(std::move(intents[i]));
        for (const std::uint32_t row : intent.rows)
            m_batch.rows[row].request = static_cast<std::uint32_t>(intent.sequence);
        if (m_requestSink)
            m_requestSink(intent);
        const std::uint64_t token =
            m_connection.send(operationOf(m_units[i]), encodeBody(wireRequest(m_batch, m_units[i])),
                              toUtf8(intent.msgId), m_queue, m_units[i].attempt, m_names.at(intent.target));
        m_flying.emplace(token, Flying{intent.sequence, std::move(m_units[i])});
    }
    return {};
}

void Sender::report(bool always)
{
    const auto now = Clock::now();
    if (!m_sink || (!always && now - m_lastReport < std::chrono::milliseconds(100)))
        return;
    m_lastReport = now;
    const double seconds = std::chrono::duration<double>(now - m_started).count();
    m_progress.reads = m_connection.readsSent();
    m_progress.slowedDown = m_connection.isSlowedDown();
    m_progress.paused = m_control.pause;
    m_progress.stopping = m_control.stop || m_control.cancel;
    m_progress.inFlight = static_cast<int>(m_flying.size());
    m_progress.rowsPerSecond = seconds > 0 ? static_cast<double>(m_progress.rowsAnswered) / seconds : 0;
    // By requests: they are what the limit counts, and they carry different numbers of rows.
    const auto left = static_cast<double>(m_progress.requestsPlanned - m_progress.requestsAnswered);
    const auto answered = static_cast<double>(m_progress.requestsAnswered);
    m_progress.secondsLeft = answered > 0 && seconds > 0 ? std::max(0.0, left) * seconds / answered : -1;
    m_sink(m_progress);
}

} // namespace rangedesk
