// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ImportJob that lets a person review before anything is sent.
#include "changes/campaign_rows.h"
#include "changes/desired_state.h"
#include "changes/import_job.h"
#include "changes/job_files.h"
#include "changes/plan.h"
#include "changes/row_store.h"

#include <QCoreApplication>
#include <QFile>

namespace rangedesk {

namespace {

struct DraftText
{
    Q_DECLARE_TR_FUNCTIONS(DraftText)
};

std::optional<Error> notIn(JobState wanted, const JobRecord& job)
{
    if (job.state == wanted)
        return std::nullopt;
    return Error{ErrorKind::Usage,
                 DraftText::tr("Job %1 is no draft any more.").arg(job.id),
                 DraftText::tr("Look at it in the list of jobs."),
                 {},
                 {}};
}

/// Rows of the sheet itself.
std::size_t ownRows(const Batch& batch)
{
    return static_cast<std::size_t>(std::count_if(batch.rows.begin(), batch.rows.end(), [&](const Row& row) {
        return row.offset < batch.sheet.removalsFrom;
    }));
}

std::int64_t plannedRequests(const Batch& batch, const ImportOptions& options)
{
    return static_cast<std::int64_t>(planRequests(batch, options.send.productsPerRequest).size());
}

} // namespace

JobOutcome ImportJob::draft(CheckedFile file, const ImportOptions& options, DataDirectory& data,
                            Journal& journal)
{
    JobOutcome outcome;
    if (auto recorded = record(outcome, std::move(file), options, JobState::Draft, m_scope, data, journal);
        !recorded) {
        outcome.problem = recorded.error();
        return outcome;
    }
    previewDraft(outcome, options, nullptr, data, journal);
    if (outcome.problem) {
        // Nothing was sent, and the sheet is where it was: there is nothing to keep.
        if (journal.removeUnsentJob(outcome.job.id))
            QFile::remove(data.rowsPath(outcome.job.key));
        outcome.job.id = 0;
    }
    return outcome;
}

Result<JobRecord> ImportJob::keepAsDraft(CheckedFile file, const ImportOptions& options, const QString& scope,
                                         const DataDirectory& data, Journal& journal)
{
    const QString keptIn = file.keptIn;
    const std::string kept = file.kept;
    JobOutcome outcome;
    if (auto recorded = record(outcome, std::move(file), options, JobState::Draft, scope, data, journal);
        !recorded)
        return tl::unexpected(recorded.error());
    // Only for people: how many rows wait.
    (void)journal.updateJob(outcome.job, false, JobState::Draft);
    // From here on the journal holds it.
    const bool isThere = !keptIn.isEmpty() && data.holds(keptIn);
    if (const auto bytes = isThere ? data.load(keptIn) : Result<std::string>(); bytes && *bytes == kept)
        QFile::remove(keptIn);
    return std::move(outcome.job);
}

JobOutcome ImportJob::reopenDraft(JobRecord job, DataDirectory& data, Journal& journal)
{
    JobOutcome outcome;
    outcome.job = std::move(job);
    if (outcome.problem = foreignJob(outcome.job); outcome.problem)
        return outcome;
    if (outcome.problem = notIn(JobState::Draft, outcome.job); outcome.problem)
        return outcome;
    const auto options = optionsOf(outcome.job);
    auto batch = options ? batchOfJob(outcome.job, data, *options) : tl::unexpected(options.error());
    if (!batch) {
        outcome.problem = batch.error();
        return outcome;
    }
    outcome.batch = std::move(*batch);
    Batch stored;
    // Removals that the sheet does not name were perhaps told anew and not kept any more: they are told once
    // more now, and only the sheet's own rows have to fit.
    const std::size_t packed = packedRowCount(outcome.job.rows);
    const bool mayDiffer = outcome.batch.operation == OperationChoice::Exact &&
                           packed >= ownRows(outcome.batch) && packed <= outcome.batch.rows.size() * 2 + 1000;
    stored.rows.resize(mayDiffer ? packed : outcome.batch.rows.size());
    const bool hasReview = !outcome.job.rows.isEmpty();
    if (auto unpacked = hasReview ? unpackRows(outcome.job.rows, stored) : Result<void>{}; !unpacked) {
        outcome.problem = unpacked.error(); // what was excluded is not to be guessed
        return outcome;
    }
    previewDraft(outcome, *options, hasReview ? &stored : nullptr, data, journal);
    return outcome;
}

/// @param reviewed rows of an earlier review, or nullptr
void ImportJob::previewDraft(JobOutcome& outcome, const ImportOptions& options, const Batch* reviewed,
                             const DataDirectory& data, Journal& journal)
{
    // Removals are told anew; those that a person had excluded are known by what they say.
    std::set<std::string> excludedRemovals;
    for (const Row& row : outcome.batch.rows) {
        const auto index = static_cast<std::size_t>(&row - outcome.batch.rows.data());
        const bool fits = reviewed != nullptr && reviewed->rows.size() == outcome.batch.rows.size();
        if (fits && row.offset >= outcome.batch.sheet.removalsFrom &&
            reviewed->rows[index].state == RowState::Excluded)
            excludedRemovals.emplace(recordOf(outcome.batch, row));
    }
    outcome.batch.accepted = options.accepted;
    Snapshot snapshot(options.kind);
    const std::unique_ptr<BatchReader> reader = readerFor(options.kind);
    if (auto previewed = preview(outcome.batch, snapshot, *reader); !previewed) {
        outcome.problem = previewed.error();
        return;
    }
    shareOutcomes(outcome.batch);
    outcome.labels = labelsOf(outcome.batch, &snapshot);
    outcome.news = newsOf(snapshot);
    // For people only: without them the list of jobs shows what the sheet says.
    (void)data.keep(data.namesPath(outcome.job.key), packLabels(outcome.labels));
    outcome.job.counts = countRows(outcome.batch);
    outcome.job.counts.requests = plannedRequests(outcome.batch, options);
    outcome.job.counts.reads = m_connection.readsSent() - m_readsAtStart;
    outcome.previewed.reserve(outcome.batch.rows.size());
    for (Row& row : outcome.batch.rows) {
        outcome.previewed.push_back(row.state);
        const auto index = static_cast<std::size_t>(&row - outcome.batch.rows.data());
        const bool isRemoval = row.offset >= outcome.batch.sheet.removalsFrom;
        const bool wasExcluded =
            isRemoval ? excludedRemovals.contains(std::string(recordOf(outcome.batch, row)))
                      : reviewed != nullptr && reviewed->rows[index].state == RowState::Excluded;
        // Also where there is nothing to send just now: the value may move back before it is posted.
        const bool isSound =
            canExclude(row.state) || row.state == RowState::Unchanged || row.state == RowState::Held;
        if (wasExcluded && isSound)
            row.state = RowState::Excluded;
    }
    auto kept = keepSheet(outcome, data);
    if (kept)
        kept = keepCampaignBases(outcome.batch, outcome.job.key, data);
    if (kept)
        kept = keepDraft(outcome.job, outcome.batch, journal);
    if (!kept)
        outcome.problem = kept.error();
}

Result<void> ImportJob::keepDraft(JobRecord& job, const Batch& reviewed, Journal& journal)
{
    const auto options = optionsOf(job);
    if (!options)
        return tl::unexpected(options.error());
    const std::int64_t reads = job.counts.reads;
    job.rows = packRows(reviewed);
    job.counts = countRows(reviewed);
    job.counts.requests = plannedRequests(reviewed, *options);
    job.counts.reads = reads;
    // Only a draft: what was posted meanwhile is not touched by a late exclusion.
    return journal.updateJob(job, true, JobState::Draft);
}

/// As if it had been previewed and interrupted just before its first request: resuming reads the targets
/// again and holds back what moved since.
JobRecord ImportJob::agreed(JobRecord draft, const Batch& reviewed, const std::optional<Consent>& consent,
                            std::size_t productsPerRequest) const
{
    if (consent) {
        Consent kept = *consent;
        if (kept.plan.isEmpty()) // what was shown is what came here
            kept.plan = planHash(reviewed, productsPerRequest, m_scope);
        draft.options = withConsent(draft.options, kept);
    }
    draft.phase = JobPhase::Sending;
    return draft;
}

Result<JobRecord> ImportJob::schedule(JobRecord draft, const Batch& reviewed, Journal& journal,
                                      const Consent& consent, const QDateTime& startAt) const
{
    if (auto foreign = foreignJob(draft))
        return tl::unexpected(*foreign);
    const auto options = optionsOf(draft);
    if (!options)
        return tl::unexpected(options.error());
    const std::size_t products = options->send.productsPerRequest;
    if (auto refusal = refusalToPost(m_policy, consent, reviewed, products, true))
        return tl::unexpected(*refusal);
    // The word covers its start (decisions 27), and a break after it.
    Consent lasting = consent;
    lasting.until = std::max(consent.until, startAt.addSecs(std::chrono::seconds(consentHolds).count()));
    JobRecord queued = agreed(std::move(draft), reviewed, lasting, products);
    queued.options = withStart(queued.options, startAt);
    queued.state = JobState::Queued;
    if (auto kept = keepDraft(queued, reviewed, journal); !kept)
        return tl::unexpected(kept.error());
    return queued;
}

Result<void> ImportJob::withdraw(JobRecord job, Journal& journal)
{
    job.state = JobState::Draft;
    job.phase = JobPhase::Preview;
    job.options = withStart(job.options, {});
    return journal.updateJob(job, true, JobState::Queued);
}

JobOutcome ImportJob::post(JobRecord draft, const Batch& reviewed, DataDirectory& data, Journal& journal,
                           const std::optional<Consent>& consent)
{
    if (auto foreign = foreignJob(draft)) {
        JobOutcome outcome;
        outcome.job = std::move(draft);
        outcome.problem = std::move(foreign);
        return outcome;
    }
    const auto options = optionsOf(draft);
    auto refusal = options
                       ? refusalToPost(m_policy, consent, reviewed, options->send.productsPerRequest, true)
                       : std::optional(options.error());
    if (refusal) { // it stays a draft
        JobOutcome outcome;
        outcome.job = std::move(draft);
        outcome.batch = reviewed;
        outcome.problem = std::move(refusal);
        return outcome;
    }
    // The journal lets a draft go this way once.
    JobRecord posted = agreed(draft, reviewed, consent, options->send.productsPerRequest);
    posted.state = JobState::Interrupted;
    if (auto kept = keepDraft(posted, reviewed, journal); !kept) {
        JobOutcome outcome;
        outcome.job = std::move(draft);
        outcome.batch = reviewed;
        outcome.problem = kept.error();
        return outcome;
    }
    return resume(std::move(posted), data, journal);
}

} // namespace rangedesk
