// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Sender that decides unknown and refused requests by reading back.
#include "changes/halving.h"
#include "changes/resolve.h"
#include "changes/sender.h"

#include <QCoreApplication>
#include <set>

namespace rangedesk {

namespace {

/// What the server holds as it was sent; beside others, more cannot be proven.
bool takeArrived(Row& row, ReadBack seen)
{
    if (seen == ReadBack::Match)
        row.state = RowState::Verified;
    if (seen == ReadBack::Beside) {
        row.state = RowState::Accepted;
        row.note = RowNote::BesideOthers;
    }
    return seen == ReadBack::Match || seen == ReadBack::Beside;
}

struct SenderText
{
    Q_DECLARE_TR_FUNCTIONS(SenderText)
};

} // namespace

/// While the first clearing is under way, or waits to be looked at, nothing else leaves; and it leaves alone.
bool Sender::mayLeave(const PlannedRequest& unit) const
{
    switch (m_firstClear) {
    case FirstClear::Due:
        return unit.type != ChangeType::Clear || m_flying.empty();
    case FirstClear::UnderWay:
    case FirstClear::Answered:
        return false;
    case FirstClear::Fine:
        break;
    }
    return true;
}

/// Reads everything again after the first clearing, and after the last: where other rules went, too, the rest
/// stays unsent.
Result<void> Sender::checkClears()
{
    if (m_firstClear != FirstClear::Answered)
        return {};
    m_clearedSince = false;
    if (auto read = m_reader.readNow(m_snapshot, m_clearGuard.customers()); !read)
        return read;
    m_tookBesides = m_clearGuard.vanished(m_snapshot);
    m_firstClear = FirstClear::Fine;
    return {};
}

/// Reads back the targets of unknown and refused requests and decides each of them.
Result<void> Sender::settle()
{
    std::vector<std::int64_t> open = std::exchange(m_unsettled, {});
    if (open.empty())
        return {};
    std::set<std::uint32_t> touched;
    std::set<std::uint32_t> stillUnknown;
    for (const std::int64_t sequence : open)
        touched.insert(record(sequence).target);
    for (std::size_t attempt = 0; attempt < m_settings.pauses.size() && !open.empty(); ++attempt) {
        m_progress.settling = std::count_if(open.begin(), open.end(), [this](std::int64_t sequence) {
            return record(sequence).state != RequestState::Rejected; // those are halved
        });
        report(true);
        if (!waitUnlessStopped(m_settings.pauses.at(attempt), m_control.stop))
            return fail(ErrorKind::Interrupted, SenderText::tr("Interrupted."));
        std::vector<const Target*> targets;
        targets.reserve(open.size());
        for (const std::int64_t sequence : open)
            targets.push_back(&m_batch.targets[record(sequence).target]);
        if (auto read = m_reader.readBack(m_snapshot, targets, m_job.serverStart, attempt > 0); !read)
            return read;
        resolveAgain(m_batch, m_snapshot);
        TargetViews views(m_batch, m_snapshot);
        const bool isLast = attempt + 1 == m_settings.pauses.size();
        std::vector<std::int64_t> later;
        std::vector<RequestRecord> fates;
        for (const std::int64_t sequence : open) {
            RequestRecord& request = record(sequence);
            if (request.state == RequestState::Rejected)
                settleRefused(request, views);
            else if (!settleUnknown(request, views, isLast))
                later.push_back(sequence);
            if (isLast && request.state == RequestState::Unknown)
                stillUnknown.insert(request.target);
            fates.push_back(request);
        }
        if (auto recorded = m_journal.record(m_job.id, fates, {}); !recorded)
            return recorded;
        for (const RequestRecord& fate : fates) {
            if (m_requestSink && fate.state != RequestState::Intended)
                m_requestSink(fate);
        }
        open = std::move(later);
    }
    m_progress.settling = 0;
    for (const std::uint32_t target : touched) {
        if (stillUnknown.contains(target))
            continue; // the next request leaves only when the former's fate is known (decisions 12)
        Lane& lane = m_lanes[target];
        lane.unknown = lane.refused = false;
        lane.refusedParent = 0;
        makeReady(target);
    }
    return {};
}

/// @returns false while the request may still become visible.
bool Sender::settleUnknown(RequestRecord& request, TargetViews& views, bool isLast)
{
    bool allMatch = true;
    for (const std::uint32_t index : request.rows) {
        const Row& row = m_batch.rows[index];
        const ReadBack seen = readBackOf(m_batch, row, m_snapshot, views);
        allMatch = allMatch && (seen == ReadBack::Match || seen == ReadBack::Beside);
    }
    if (!allMatch && !isLast)
        return false;
    // As before the write; where that was not known, an added product that is not there was not added.
    const auto isAsBefore = [&](const Row& row) {
        const BaseValue now = baseValue(m_batch, row, views);
        return now == row.base ||
               (!row.base.known && now.known && !now.present && row.type == ChangeType::Upsert);
    };
    // A request of an interrupted run that was not applied is sent again; one of this run has failed,
    // and sending it again is the user's decision (decisions 14).
    // Nothing says that a registration may be repeated (api.md 18).
    const bool again = request.sequence < m_firstOfThisRun && m_batch.kind != ChangeKind::Registrations;
    bool anyUnknown = false;
    bool anyMatch = false;
    for (const std::uint32_t index : request.rows) {
        Row& row = m_batch.rows[index];
        if (row.request != request.sequence)
            continue; // carried by a later request
        const ReadBack seen = readBackOf(m_batch, row, m_snapshot, views);
        if (takeArrived(row, seen)) {
            anyMatch = true;
        } else if (seen == ReadBack::Differs && isAsBefore(row)) {
            row.state = again ? RowState::NotSent : RowState::Failed;
        } else {
            row.state = RowState::Unknown;
            row.note = seen == ReadBack::Differs ? RowNote::OtherValue : row.note;
            anyUnknown = true;
        }
    }
    request.state = anyUnknown ? RequestState::Unknown
                    : anyMatch ? RequestState::Applied
                               : RequestState::NotApplied;
    return true;
}

void Sender::settleRefused(RequestRecord& request, TargetViews& views)
{
    std::vector<std::uint32_t> left;
    for (const std::uint32_t index : request.rows) {
        Row& row = m_batch.rows[index];
        if (row.request != request.sequence)
            continue; // carried by a half already
        const ReadBack seen = readBackOf(m_batch, row, m_snapshot, views);
        if (!takeArrived(row, seen)) // part may have been applied all the same
            left.push_back(index);
    }
    if (left.empty())
        return;
    const HalvingStep step = halvingStep(m_requests, request);
    if (step == HalvingStep::NotIsolated) {
        for (const std::uint32_t index : left)
            m_batch.rows[index].note = RowNote::NotIsolated;
    }
    // A target that can no longer be told from another (after a resume) is not written to again.
    if (step != HalvingStep::Halve || m_batch.targets[request.target].isFaulty || m_rejectionStops)
        return;
    const auto middle = left.begin() + static_cast<std::ptrdiff_t>((left.size() + 1) / 2);
    const ChangeType type = request.type;
    std::deque<PlannedRequest>& queue = m_lanes[request.target].queue;
    if (middle != left.end())
        queue.push_front({request.target, type, {middle, left.end()}, request.sequence});
    queue.push_front({request.target, type, {left.begin(), middle}, request.sequence});
}

} // namespace rangedesk
