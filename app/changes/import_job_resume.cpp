// SPDX-License-Identifier: GPL-3.0-or-later
// A job that an earlier run of the program left unfinished.
#include "changes/import_job.h"
#include "changes/job_files.h"
#include "changes/row_store.h"
#include "core/text.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct JobText
{
    Q_DECLARE_TR_FUNCTIONS(JobText)
};

} // namespace

/// Lays what the earlier run decided over a fresh comparison (decisions 18).
void ImportJob::restore(Batch& batch, const Batch& stored, std::vector<RequestRecord>& requests)
{
    std::vector<bool> wasSent(batch.rows.size(), false);
    Batch fates;
    fates.kind = batch.kind;
    fates.rows = stored.rows;
    applyRequests(fates, requests);
    for (const RequestRecord& request : requests) {
        for (const std::uint32_t row : request.rows)
            wasSent[row] = true;
    }
    batch.refusals.clear();
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        Row& row = batch.rows[i];
        const Row now = row;
        const Row& before = stored.rows[i];
        row.state = before.state;
        row.comparison = before.comparison;
        row.note = before.note;
        row.base = before.base;
        row.primary = before.primary;
        if (!before.isPlanned() || before.primary != noIndex)
            continue;
        row.state = wasSent[i] ? fates.rows[i].state : RowState::NotSent;
        row.request = wasSent[i] ? fates.rows[i].request : 0;
        const bool isUnsent = row.state == RowState::NotSent;
        if (!isUnsent)
            continue;
        // What could not be compared before has not moved because it can be now.
        const bool resolvedOnly = !before.base.known && now.base.known && now.state != RowState::Refused;
        if (now.state == RowState::Unchanged) {
            row.state = RowState::Unchanged; // somebody made the same change
            row.comparison = now.comparison;
        } else if (resolvedOnly) {
            row.base = now.base;
            row.comparison = now.comparison;
        } else if (now.base != before.base || now.state == RowState::Refused) {
            row.state = RowState::Held;
            row.note = RowNote::ChangedMeanwhile;
        }
    }
    batch.refusals = stored.refusals;
    // Two spellings of one range may have become one target since.
    for (RequestRecord& request : requests) {
        const std::uint32_t target = request.rows.empty() ? noIndex : batch.rows[request.rows.front()].target;
        if (target != noIndex)
            request.target = target;
    }
}

/// Jobs are bound to a server and company (decisions 23).
std::optional<Error> ImportJob::foreignJob(const JobRecord& job) const
{
    if (job.scope == m_scope)
        return std::nullopt;
    return Error{ErrorKind::Usage,
                 JobText::tr("Job %1 belongs to another server or company: %2.").arg(job.id).arg(job.scope),
                 JobText::tr("Resume it with that connection. Nothing was sent."),
                 {},
                 {}};
}

JobOutcome ImportJob::resume(JobRecord job, DataDirectory& data, Journal& journal,
                             const std::optional<Consent>& consent)
{
    JobOutcome outcome;
    outcome.job = std::move(job);
    JobRecord& record = outcome.job;
    if (outcome.problem = foreignJob(record); outcome.problem)
        return outcome;
    if (consent) {
        const auto kept = optionsOf(record);
        record.options = withConsent(record.options, renewed(*consent, kept ? kept->consent : std::nullopt));
    }
    const auto options = optionsOf(record);
    auto batch = options ? batchOfJob(record, data, *options) : tl::unexpected(options.error());
    auto requests = journal.requests(record.id);
    if (!batch || !requests) {
        outcome.problem = batch ? requests.error() : batch.error();
        return outcome;
    }
    Batch stored;
    const bool hasPreview = record.phase != JobPhase::Preview;
    if (hasPreview) {
        stored.rows.resize(batch->rows.size());
        if (auto unpacked = unpackRows(record.rows, stored); !unpacked) {
            outcome.problem = unpacked.error();
            return outcome;
        }
    }
    if (options->isCancelled)
        m_control.cancel = true;
    outcome.batch = std::move(*batch);
    outcome.requests = std::move(*requests);
    m_earlierReads = record.counts.reads;
    record.state = JobState::Running;
    record.problem.clear();
    if (auto saved = journal.updateJob(record, false); !saved) {
        outcome.problem = saved.error();
        return outcome;
    }
    Snapshot snapshot(options->kind);
    const std::unique_ptr<BatchReader> reader = readerFor(options->kind);
    if (auto previewed = preview(outcome.batch, snapshot, *reader, hasPreview); !previewed) {
        outcome.problem = previewed.error();
        if (hasPreview && unpackRows(record.rows, outcome.batch))
            applyRequests(outcome.batch, outcome.requests);
        outcome.labels = labelsOf(outcome.batch, nullptr);
        conclude(outcome, &journal);
        return outcome;
    }
    if (hasPreview)
        restore(outcome.batch, stored, outcome.requests);
    else if (auto kept = keepSheet(outcome, data); !kept) {
        outcome.problem = kept.error();
        conclude(outcome, &journal);
        return outcome;
    }
    // A job that broke off during its preview has a plan that nobody has seen: it must be the agreed one.
    const auto open =
        std::count_if(outcome.requests.begin(), outcome.requests.end(), [](const RequestRecord& r) {
            return r.state == RequestState::Intended || r.state == RequestState::Unknown ||
                   (r.state == RequestState::Rejected && r.rows.size() > 1);
        });
    outcome.problem = refusalToPost(m_policy, hasPreview ? options->consent : seenPlanOnly(options->consent),
                                    outcome.batch, options->send.productsPerRequest, !hasPreview, open);
    if (outcome.problem) {
        conclude(outcome, &journal); // interrupted: it can be resumed with somebody's word
        return outcome;
    }
    sendAndVerify(outcome, *options, snapshot, *reader, data, journal);
    return outcome;
}

} // namespace rangedesk
