// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/import_job.h"

#include "catalogue/catalogue.h"
#include "changes/campaign_rows.h"
#include "changes/check.h"
#include "changes/cleared.h"
#include "changes/compare.h"
#include "changes/desired_state.h"
#include "changes/job_files.h"
#include "changes/resolve.h"
#include "changes/row_store.h"
#include "changes/verify.h"
#include "core/text.h"
#include "sheets/sheet_file.h"
#include "store/review_marks.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace rangedesk {

namespace {

struct JobText
{
    Q_DECLARE_TR_FUNCTIONS(JobText)
};

/// Windows of reading back start so long before the job's first write (decisions 21).
constexpr int windowSlackSeconds = 10 * 60;

/// In a warning; the report of a run names all that went.
constexpr qsizetype mostNeighboursNamed = 10;

/// What clearing might take besides, with what an earlier run of the job had to watch; on disk before
/// anything is cleared.
Result<ClearGuard> guardOf(const Batch& batch, const Snapshot& snapshot, const QString& key,
                           const DataDirectory& data)
{
    ClearGuard guard(batch, snapshot);
    const QString path = data.clearedPath(key) + QStringLiteral(".near");
    if (QFileInfo::exists(path)) {
        auto earlier = data.load(path);
        if (!earlier)
            return tl::unexpected(earlier.error());
        guard.addPacked(*earlier);
    }
    if (guard.isNeeded()) {
        if (auto kept = data.keep(path, guard.packed()); !kept)
            return tl::unexpected(kept.error());
    }
    return guard;
}

bool holdsRoundedIds(const Batch& batch)
{
    return std::any_of(batch.refusals.begin(), batch.refusals.end(),
                       [](const Refusal& r) { return r.reason == RefusalReason::DamagedByZeros; });
}

} // namespace

QString scopeOf(const ConnectionSettings& settings)
{
    return normalisedAddress(settings.baseUrl) + QLatin1Char('|') + toQString(settings.openid);
}

ImportJob::ImportJob(Connection& connection, QString scope, const JobControl& control, ProgressSink sink)
    : m_connection(connection), m_scope(std::move(scope)), m_control(control), m_sink(std::move(sink)),
      m_readsAtStart(connection.readsSent())
{}

std::unique_ptr<BatchReader> ImportJob::readerFor(ChangeKind kind)
{
    ReadControl control{&m_control.stop, limits::retryPauses};
    control.waitForNetwork = [this] { return waitForNetwork(m_control); };
    return makeReader(m_connection, kind, std::move(control), [this] { report(m_phase); });
}

void ImportJob::report(JobPhase phase)
{
    m_phase = phase;
    if (!m_sink || phase == JobPhase::Sending) // the sender tells more than this
        return;
    Progress progress;
    progress.phase = phase;
    progress.reads = m_connection.readsSent();
    m_sink(progress);
}

Result<void> ImportJob::preview(Batch& batch, Snapshot& snapshot, BatchReader& reader, bool isResumed)
{
    report(JobPhase::Preview);
    if (auto read = reader.readForPreview(snapshot, batch); !read)
        return read;
    if (holdsRoundedIds(batch)) {
        // Ids that were read with those very zeros are in order after all.
        auto again =
            checkSheet(std::move(batch.sheet), batch.kind, batch.operation,
                       // What an earlier run took as known may be gone since; its own record decides then.
                       [&snapshot, isResumed](const ColumnRole& role, std::string_view id) {
                           return isResumed || isKnownId(snapshot, role, id);
                       });
        if (!again)
            return tl::unexpected(again.error());
        again->accepted = std::move(batch.accepted);
        batch = std::move(*again);
    }
    if (isResumed) {
        resolve(batch, snapshot);
        compareRows(batch, snapshot);
        return {};
    }
    (void)dropRemovals(batch); // of an earlier preview
    resolve(batch, snapshot);
    if (batch.operation == OperationChoice::Exact)
        addRemovals(batch, snapshot);
    compareRows(batch, snapshot);
    if (const ClearGuard guard(batch, snapshot); guard.isNeeded()) {
        QStringList names = guard.names();
        if (names.size() > mostNeighboursNamed)
            names = names.mid(0, mostNeighboursNamed) << QStringLiteral("…");
        batch.warnings.push_back({Warning::Kind::ClearsNear, names});
    }
    return {};
}

std::shared_ptr<CatalogueNews> ImportJob::newsOf(const Snapshot& snapshot)
{
    auto news = std::make_shared<CatalogueNews>();
    snapshot.tell(*news);
    return news;
}

JobOutcome ImportJob::dryRun(CheckedFile file, const ImportOptions& options)
{
    JobOutcome outcome;
    outcome.batch = std::move(file.batch);
    Snapshot snapshot(options.kind);
    const std::unique_ptr<BatchReader> reader = readerFor(options.kind);
    if (auto previewed = preview(outcome.batch, snapshot, *reader); !previewed) {
        outcome.problem = previewed.error();
    } else {
        outcome.job.counts.requests =
            static_cast<std::int64_t>(planRequests(outcome.batch, options.send.productsPerRequest).size());
        outcome.plan = planHash(outcome.batch, options.send.productsPerRequest, m_scope);
    }
    conclude(outcome, nullptr);
    return outcome;
}

/// Consent without a plan counts only where the plan that was shown is handed over; here it was made just
/// now.
std::optional<Consent> ImportJob::seenPlanOnly(std::optional<Consent> consent) const
{
    if (m_policy.wantsConsent && consent && consent->plan.isEmpty())
        consent->plan = QStringLiteral("-");
    return consent;
}

JobOutcome ImportJob::apply(CheckedFile file, const ImportOptions& options, DataDirectory& data,
                            Journal& journal)
{
    JobOutcome outcome;
    if (auto recorded = record(outcome, std::move(file), options, JobState::Running, m_scope, data, journal);
        !recorded) {
        outcome.problem = recorded.error();
        return outcome;
    }
    Snapshot snapshot(options.kind);
    const std::unique_ptr<BatchReader> reader = readerFor(options.kind);
    if (auto previewed = preview(outcome.batch, snapshot, *reader); !previewed) {
        outcome.problem = previewed.error();
        conclude(outcome, &journal);
        return outcome;
    }
    if (auto kept = keepSheet(outcome, data); !kept) {
        outcome.problem = kept.error();
        conclude(outcome, &journal);
        return outcome;
    }
    outcome.problem = refusalToPost(m_policy, seenPlanOnly(options.consent), outcome.batch,
                                    options.send.productsPerRequest, true);
    if (outcome.problem) {
        // Nothing was sent, and the sheet is where it was: there is nothing to resume.
        shareOutcomes(outcome.batch);
        outcome.job.counts = countRows(outcome.batch);
        if (journal.removeUnsentJob(outcome.job.id))
            QFile::remove(data.rowsPath(outcome.job.key));
        outcome.job.id = 0;
        return outcome;
    }
    sendAndVerify(outcome, options, snapshot, *reader, data, journal);
    return outcome;
}

/// Removals of what the sheet does not name belong to its copy.
Result<void> ImportJob::keepSheet(const JobOutcome& outcome, const DataDirectory& data)
{
    const Sheet& sheet = outcome.batch.sheet;
    if (outcome.batch.operation != OperationChoice::Exact)
        return {};
    return data.keep(data.rowsPath(outcome.job.key), {sheet.text, sheetTrailer(sheet)});
}

/// The copy of the rows first, then the job: a kill between them leaves no job.
Result<void> ImportJob::record(JobOutcome& outcome, CheckedFile file, const ImportOptions& options,
                               JobState state, const QString& scope, const DataDirectory& data,
                               Journal& journal)
{
    JobRecord& job = outcome.job;
    job.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    job.scope = scope;
    job.kind = sheetKindName(options.kind, options.operation);
    job.file = QFileInfo(file.path).absoluteFilePath();
    job.fileHash = file.hash;
    job.options = optionsToJson(options, file.batch);
    job.state = state;
    job.created = QDateTime::currentDateTimeUtc();
    auto kept = keepRows(file, job.key, data);
    outcome.batch = std::move(file.batch);
    job.counts = countRows(outcome.batch);
    if (!kept)
        return kept;
    auto created = journal.createJob(job);
    if (!created) {
        QFile::remove(data.rowsPath(job.key));
        return tl::unexpected(created.error());
    }
    job.id = *created;
    return {};
}

void ImportJob::sendAndVerify(JobOutcome& outcome, const ImportOptions& options, Snapshot& snapshot,
                              BatchReader& reader, DataDirectory& data, Journal& journal)
{
    JobRecord& job = outcome.job;
    Batch& batch = outcome.batch;
    const bool refuses = std::any_of(batch.rows.begin(), batch.rows.end(),
                                     [](const Row& r) { return r.state == RowState::Refused; });
    if (options.send.stopOnError && refuses) {
        outcome.notice = JobText::tr(
            "Nothing was sent, because some rows are refused. Correct them and import the sheet again.");
        conclude(outcome, &journal);
        return;
    }
    if (!job.serverStart.isValid())
        job.serverStart = m_connection.serverNow().addSecs(-windowSlackSeconds);
    auto guard = guardOf(batch, snapshot, job.key, data);
    auto kept = guard ? keepCleared(batch, snapshot, job.key, data) : tl::unexpected(guard.error());
    if (kept)
        kept = keepCampaignBases(batch, job.key, data);
    if (!kept) {
        outcome.problem = kept.error();
        conclude(outcome, &journal);
        return;
    }
    const JobPhase phaseBefore = job.phase;
    if (job.phase == JobPhase::Preview) {
        job.counts.requests =
            static_cast<std::int64_t>(planRequests(batch, options.send.productsPerRequest).size());
        job.phase = JobPhase::Sending;
    }
    job.rows = packRows(batch);
    if (auto saved = journal.updateJob(job, true); !saved) {
        job.phase = phaseBefore; // the rows are not there: a resume previews again
        outcome.problem = saved.error();
        conclude(outcome, &journal);
        return;
    }
    // What is lost by clearings is known before they are sent; of those an earlier run sent, from its names.
    auto lost = labelsOf(batch, &snapshot).cleared;
    for (auto& [target, held] : outcome.labels.cleared)
        lost.insert_or_assign(target, std::move(held));
    bool leavesRows = false;
    {
        m_phase = JobPhase::Sending; // readings within are told by the sender
        SendSettings settings = options.send;
        settings.pauses = m_pauses;
        Sender sender(batch, snapshot, reader, m_connection, journal, job, outcome.requests, m_control,
                      settings, m_sink, m_requestSink, std::move(*guard));
        if (auto sent = sender.run(); !sent)
            outcome.problem = sent.error();
        leavesRows = sender.leavesRowsBehindUnknown();
        if (!sender.tookBesides().isEmpty())
            outcome.notice =
                JobText::tr("Clearing also took %1. Nothing more was sent. Undo this job to put back "
                            "what it took from its own targets.")
                    .arg(sender.tookBesides().join(QStringLiteral("; ")));
        else if (sender.stoppedAtRejection())
            outcome.notice = JobText::tr(
                "Stopped at the first rejection. Import the sheet again for the rows that were not sent.");
    }
    if (!outcome.problem) {
        job.phase = JobPhase::Verifying;
        report(JobPhase::Verifying);
        if (auto verified = verifyRows(batch, snapshot, reader, job.serverStart, m_control, m_pauses);
            !verified)
            outcome.problem = verified.error();
    }
    if (!outcome.problem && leavesRows && !m_control.cancel)
        outcome.problem =
            Error{ErrorKind::Interrupted,
                  JobText::tr("The fate of a request could not be settled; rows behind it were not sent."),
                  JobText::tr("Resume job %1 later to go on.").arg(job.id),
                  {},
                  {}};
    outcome.labels = labelsOf(batch, &snapshot);
    outcome.news = newsOf(snapshot);
    outcome.labels.cleared = std::move(lost);
    conclude(outcome, &journal);
    if (batch.kind == ChangeKind::Registrations)
        keepReportedTimes(outcome, data);
}

/// The server does not tell when a customer registered: the review shows what was reported from here. It is
/// told nowhere else, so that a file that cannot be written is no fault of the job.
void ImportJob::keepReportedTimes(const JobOutcome& outcome, const DataDirectory& data) const
{
    const Batch& batch = outcome.batch;
    std::map<std::string, ReviewMarks::Reports> reports; // by campaign
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        const Row& row = batch.rows[i];
        if (row.state == RowState::Verified)
            reports[batch.targets[row.target].key].emplace(batch.products[row.product].key,
                                                           batch.registrations[i].time);
    }
    if (reports.empty())
        return;
    // A damaged file is left for the review to find and tell: opening it here would set it aside unseen.
    if (QFileInfo::exists(data.marksPath()) && !ReviewMarks::openForReading(data.marksPath()))
        return;
    auto marks = ReviewMarks::open(data.marksPath());
    for (const auto& [campaign, times] : reports) {
        if (marks)
            (void)marks->keepReports(m_scope, ReviewMarks::campaignKey(campaign, {}), times);
    }
}

/// Counts, and records how the job stands. Rows are stored only where the run came to its end: an
/// interrupted one keeps its preview, and the requests tell the rest.
void ImportJob::conclude(JobOutcome& outcome, Journal* journal)
{
    shareOutcomes(outcome.batch);
    JobRecord& job = outcome.job;
    const std::int64_t planned = job.counts.requests;
    job.counts = countRows(outcome.batch);
    job.counts.requests = planned;
    job.counts.reads = m_earlierReads + m_connection.readsSent() - m_readsAtStart;
    job.counts.requestsSent = countSent(outcome.requests);
    if (journal == nullptr)
        return;
    const bool isCancelled = m_control.cancel && !job.rows.isEmpty();
    const bool isNetwork = outcome.problem && (outcome.problem->kind == ErrorKind::Connection ||
                                               outcome.problem->kind == ErrorKind::Interrupted);
    if (isNetwork && isCancelled) {
        // What was cancelled is not sent by a resume; without anything open there is nothing to resume.
        if (job.counts.unknown == 0 && job.counts.accepted == 0)
            outcome.problem.reset();
        else
            outcome.problem->advice =
                JobText::tr("It was cancelled: nothing more is sent. Resume job %1 to settle and "
                            "verify what was sent.")
                    .arg(job.id);
    }
    job.problem = outcome.problem ? outcome.problem->text() : outcome.notice;
    if (outcome.problem) {
        job.state = JobState::Interrupted;
        if (isCancelled)
            job.options = withCancelled(job.options); // what is resumed is not sent
    } else {
        job.state = m_control.cancel || !outcome.notice.isEmpty() ? JobState::Cancelled : JobState::Done;
        job.phase = JobPhase::Reported;
        job.finished = QDateTime::currentDateTimeUtc();
        job.rows = packRows(outcome.batch);
    }
    if (auto saved = journal->updateJob(job, !outcome.problem || isCancelled); !saved && !outcome.problem)
        outcome.problem = saved.error();
    report(JobPhase::Reported);
}

} // namespace rangedesk
