// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Sender that judges what came of each request.
#include "changes/sender.h"

#include "changes/halving.h"
#include "core/text.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct SenderText
{
    Q_DECLARE_TR_FUNCTIONS(SenderText)
};

/// So many requests refused in a row for a permission, in the same words, end the run.
constexpr int mostSameRefusals = 3;

} // namespace

void Sender::handle(Completion completion)
{
    const auto found = m_flying.find(completion.token);
    Flying flying = std::move(found->second);
    m_flying.erase(found);
    RequestRecord& request = record(flying.sequence);
    const WriteOutcome outcome =
        judgeWrite(operationOf(flying.unit), std::move(completion.delivery), toUtf8(request.msgId));
    request.code = toQString(outcome.code);
    request.message = toQString(outcome.message);
    switch (outcome.kind) {
    case WriteOutcome::Kind::NotLeft:
        notLeft(request, outcome, std::move(flying.unit));
        break;
    case WriteOutcome::Kind::Throttled:
        throttled(request, std::move(flying.unit));
        break;
    case WriteOutcome::Kind::Accepted:
    case WriteOutcome::Kind::Rejected:
    case WriteOutcome::Kind::Unknown:
        answered(request, outcome, flying.unit);
        break;
    }
    m_fates.push_back(request);
    if (m_requestSink)
        m_requestSink(request);
}

void Sender::answered(RequestRecord& request, const WriteOutcome& outcome, const PlannedRequest& unit)
{
    if (unit.type == ChangeType::Clear && m_firstClear == FirstClear::UnderWay)
        m_firstClear = outcome.kind == WriteOutcome::Kind::Rejected ? FirstClear::Due : FirstClear::Answered;
    if (unit.type == ChangeType::Clear && m_clearGuard.isNeeded())
        m_clearedSince = true;
    m_leftTries = 0;
    ++m_progress.requestsAnswered;
    m_progress.rowsAnswered += static_cast<std::int64_t>(unit.rows.size());
    RowState state = RowState::Accepted;
    request.state = RequestState::Accepted;
    if (outcome.kind == WriteOutcome::Kind::Rejected) {
        request.state = RequestState::Rejected;
        state = RowState::Rejected;
    } else if (outcome.kind == WriteOutcome::Kind::Unknown) {
        request.state = RequestState::Unknown;
        state = RowState::Unknown;
    }
    for (const std::uint32_t row : request.rows)
        m_batch.rows[row].state = state;
    // A server that takes requests and says nothing would make every one of them unknown.
    m_unansweredInARow = state == RowState::Unknown ? m_unansweredInARow + 1 : 0;
    if (m_control.pausesAtLoss && m_unansweredInARow >= limits::unansweredBeforePause && !m_control.pause &&
        m_connection.unreachableSince()) {
        m_control.pause = true;
        m_control.networkLost = true;
        m_unansweredInARow = 0;
    }
    Lane& lane = m_lanes[request.target];
    lane.throttled = 0;
    if (state == RowState::Unknown) {
        lane.unknown = true;
        m_unsettled.push_back(request.sequence);
    } else if (state == RowState::Rejected) {
        rejected(request, unit);
    }
    makeReady(request.target);
}

void Sender::rejected(RequestRecord& request, const PlannedRequest& unit)
{
    const std::string words = toUtf8(request.message);
    if (m_settings.stopOnError) {
        m_rejectionStops = true;
        return;
    }
    // A permission that is missing for one target may be there for others; for several in a row it is not.
    m_sameRefusals = speaksOfPermission(words) && words == m_lastRefusal ? m_sameRefusals + 1 : 1;
    m_lastRefusal = words;
    const bool forAll = speaksOfPermission(words) && m_sameRefusals >= mostSameRefusals;
    if (speaksOfCredentials(words) || forAll) {
        // No other request would fare better: the rest stays unsent, for a resume with a proper key.
        m_failure = refusal(operationOf(unit), {{}, toUtf8(request.code), words});
        return;
    }
    if (unit.rows.size() > 1 && !speaksOfDisabledRanges(words) && !speaksOfPermission(words)) {
        Lane& lane = m_lanes[request.target];
        lane.refused = true;
        lane.refusedParent = unit.parent;
        m_unsettled.push_back(request.sequence);
    }
}

void Sender::notLeft(RequestRecord& request, const WriteOutcome& outcome, PlannedRequest unit)
{
    request.state = RequestState::NotLeft;
    if (m_firstClear == FirstClear::UnderWay && unit.type == ChangeType::Clear)
        m_firstClear = FirstClear::Due;
    const std::uint32_t target = unit.target;
    ++unit.attempt;
    m_lanes[target].queue.push_front(std::move(unit));
    makeReady(target);
    if (outcome.cancelled || Clock::now() < m_resumeAt)
        return; // one failure for all that were under way together
    if (outcome.writeLocked) {
        m_failure =
            Error{ErrorKind::Locked,
                  SenderText::tr("The write lock is on: nothing more was sent."),
                  SenderText::tr("Nothing is lost. Open the lock and resume job %1 to go on.").arg(m_job.id),
                  {},
                  {}};
        return;
    }
    if (!outcome.hopeless && m_control.pausesAtLoss && m_leftTries >= limits::triesBeforePause) {
        m_control.pause = true; // until somebody clears it
        m_control.networkLost = true;
        m_leftTries = 0;
        return;
    }
    if (outcome.hopeless || m_leftTries >= limits::jobRetryPauses.size()) {
        m_failure = Error{ErrorKind::Connection,
                          SenderText::tr("The server cannot be reached. %1").arg(toQString(outcome.message)),
                          SenderText::tr("Nothing is lost. Resume job %1 to go on.").arg(m_job.id),
                          {},
                          {}};
        return;
    }
    m_resumeAt = Clock::now() + limits::jobRetryPauses.at(m_leftTries++);
}

void Sender::throttled(RequestRecord& request, PlannedRequest unit)
{
    Lane& lane = m_lanes[unit.target];
    if (m_firstClear == FirstClear::UnderWay && unit.type == ChangeType::Clear)
        m_firstClear = FirstClear::Due;
    if (!request.message.isEmpty())
        m_connection.slowDown(request.message); // HTTP 429 has slowed it down already
    request.state = RequestState::NotApplied;   // refused before work
    const std::uint32_t target = unit.target;
    ++unit.attempt;
    lane.queue.push_front(std::move(unit));
    makeReady(target);
    if (lane.throttled++ >= limits::throttledTries)
        m_failure = Error{ErrorKind::Interrupted,
                          SenderText::tr("The server keeps refusing for the rate: %1").arg(request.message),
                          SenderText::tr("Resume job %1 later, with a lower rate.").arg(m_job.id),
                          {},
                          {}};
}

} // namespace rangedesk
