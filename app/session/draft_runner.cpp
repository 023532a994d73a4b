// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/draft_runner.h"

#include "changes/job_archive.h"
#include "changes/job_files.h"
#include "changes/share.h"
#include "session/worker.h"
#include "store/journal_rescue.h"

#include <QFile>

namespace rangedesk {

void DraftRunner::preview(std::shared_ptr<const CheckedFile> file, const ImportOptions& options)
{
    start(0, [file = std::move(file), options](ImportJob& engine, DataDirectory& data, Journal& journal) {
        return engine.draft(*file, options, data, journal);
    });
}

void DraftRunner::previewSet(SetMaker make)
{
    start(0, [make = std::move(make), products = session().wish().productsPerRequest](
                 ImportJob& engine, DataDirectory& data, Journal& journal) {
        auto set = make(data, journal);
        if (!set)
            return failedOutcome(set.error());
        set->options.send.productsPerRequest = products;
        return engine.draft(std::move(set->file), set->options, data, journal);
    });
}

void DraftRunner::previewUndo(std::int64_t jobId, std::vector<std::uint32_t> rows)
{
    previewSet([this, jobId, rows = std::move(rows)](const DataDirectory& data, Journal& journal) {
        auto job = jobOf(journal, jobId);
        return job ? undoOf(std::move(*job), rows, data, journal)
                   : Result<FollowUp>(tl::unexpected(job.error()));
    });
}

void DraftRunner::previewChanges(const FollowUp& set)
{
    previewSet([set](const DataDirectory&, Journal&) { return Result<FollowUp>(set); });
}

void DraftRunner::keepChanges(QObject* context, const FollowUp& set, const DataDirectory& data,
                              std::function<void(const Result<std::int64_t>&)> done)
{
    auto work = [set = FollowUp(set), &data, scope = session().scope(),
                 products = session().wish().productsPerRequest]() mutable -> Result<std::int64_t> {
        auto journal = openForPosting(data);
        if (!journal)
            return tl::unexpected(journal.error());
        set.options.send.productsPerRequest = products;
        auto job = ImportJob::keepAsDraft(std::move(set.file), set.options, scope, data, *journal);
        return job ? Result<std::int64_t>(job->id) : tl::unexpected(job.error());
    };
    const auto told = [this, done = std::move(done)](const Result<std::int64_t>& job) {
        if (job)
            Q_EMIT jobsChanged();
        done(job);
    };
    inWorker(context, std::move(work), told, &m_keeping);
}

void DraftRunner::accept(std::int64_t jobId, std::set<std::uint32_t> rows)
{
    start(jobId,
          [this, jobId, rows = std::move(rows)](ImportJob& engine, DataDirectory& data, Journal& journal) {
              auto job = jobOf(journal, jobId);
              if (!job)
                  return failedOutcome(job.error());
              job->options = withAccepted(job->options, rows);
              if (auto kept = journal.updateJob(*job, true, JobState::Draft); !kept)
                  return failedOutcome(kept.error());
              return engine.reopenDraft(std::move(*job), data, journal);
          });
}

void DraftRunner::previewRetry(std::int64_t jobId)
{
    previewSet([this, jobId](const DataDirectory& data, Journal& journal) {
        auto job = jobOf(journal, jobId);
        return job ? retryOf(std::move(*job), data, journal) : Result<FollowUp>(tl::unexpected(job.error()));
    });
}

void DraftRunner::previewShared(const QString& path)
{
    previewSet([path, scopes = session().acceptedScopes()](const DataDirectory&, Journal&) {
        SharedFacts facts;
        return openShared(path, scopes, facts);
    });
}

void DraftRunner::reopen(std::int64_t jobId)
{
    start(jobId, [this, jobId](ImportJob& engine, DataDirectory& data, Journal& journal) {
        auto job = jobOf(journal, jobId);
        return job ? engine.reopenDraft(std::move(*job), data, journal) : failedOutcome(job.error());
    });
}

void DraftRunner::keepDraft(SharedOutcome draft, std::vector<RowState> states,
                            const std::optional<RowComments>& comments)
{
    const auto keep = [this, draft = std::move(draft), states = std::move(states),
                       comments]() -> Result<void> {
        auto opened = openJournal();
        if (!opened)
            return tl::unexpected(opened.error());
        JobRecord job = draft->job;
        if (comments)
            job.options = withComments(job.options, *comments);
        return ImportJob::keepDraft(job, reviewedBatch(*draft, states), opened->journal);
    };
    const auto done = [this](const Result<void>& kept) {
        if (!kept && kept.error().kind != ErrorKind::Usage) // it has been posted since, as it was then
            Q_EMIT failed(kept.error());
        Q_EMIT jobsChanged();
    };
    inWorker(this, keep, done, &pool());
}

void DraftRunner::discard(std::int64_t jobId)
{
    const auto remove = [this, jobId]() -> Result<void> {
        auto opened = openJournal();
        if (!opened)
            return tl::unexpected(opened.error());
        auto job = jobOf(opened->journal, jobId);
        if (!job)
            return tl::unexpected(job.error());
        auto removed = opened->journal.removeUnsentJob(jobId);
        if (removed) {
            QFile::remove(opened->data->rowsPath(job->key));
            QFile::remove(opened->data->namesPath(job->key));
        }
        return removed;
    };
    const auto done = [this, jobId](const Result<void>& removed) {
        if (removed)
            Q_EMIT discarded(jobId);
        else
            Q_EMIT failed(removed.error());
        Q_EMIT jobsChanged();
    };
    inWorker(this, remove, done, &pool());
}

void DraftRunner::setArchived(std::int64_t jobId, bool isArchived)
{
    const auto work = [this, jobId, isArchived]() -> Result<void> {
        auto opened = openJournal();
        if (!opened)
            return tl::unexpected(opened.error());
        auto job = jobOf(opened->journal, jobId);
        if (!job)
            return tl::unexpected(job.error());
        return isArchived ? archiveJob(*job, *opened->data, opened->journal)
                          : opened->journal.unarchive(jobId);
    };
    const auto done = [this](const Result<void>& moved) {
        if (!moved)
            Q_EMIT failed(moved.error());
        Q_EMIT jobsChanged();
    };
    inWorker(this, work, done, &pool());
}

void DraftRunner::archiveOld(int days)
{
    if (days <= 0)
        return;
    const auto work = [this, days]() -> Result<int> {
        auto opened = openJournal();
        if (!opened)
            return tl::unexpected(opened.error());
        return archiveJobsBefore(QDateTime::currentDateTimeUtc().addDays(-days), *opened->data,
                                 opened->journal, &stopFlag());
    };
    const auto done = [this](const Result<int>& count) {
        if (!count) {
            Q_EMIT failed(count.error());
        } else if (*count > 0) {
            Q_EMIT archived(*count);
            Q_EMIT jobsChanged();
        }
    };
    inWorker(this, work, done, &pool());
}

DraftRunner::DraftRunner(Session& session, QObject* parent) : EngineRunner(session, false, parent)
{
    m_keeping.setMaxThreadCount(1);
}

DraftRunner::~DraftRunner()
{
    m_keeping.waitForDone(); // what was typed is on disk
    finish();
}

void DraftRunner::ended(const SharedOutcome& outcome)
{
    Q_EMIT previewed(outcome);
}

} // namespace rangedesk
