// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/job_runner.h"

#include "changes/job_files.h"
#include "changes/share.h"
#include "session/platform_memory.h"
#include "session/worker.h"
#include "store/journal_rescue.h"

#include <QCoreApplication>
#include <QFile>

namespace rangedesk {

namespace {

/// Screens repaint at most so often.
constexpr std::chrono::milliseconds tick{100};
/// How often the queue is looked at.
constexpr std::chrono::seconds dueTick{5};

/// The batch as a person left it. Copied in the engine's thread: the window shows the other.
Batch reviewedBatch(const JobOutcome& draft, const std::vector<RowState>& states)
{
    Batch batch = draft.batch;
    for (std::size_t i = 0; i < batch.rows.size() && i < states.size(); ++i)
        batch.rows[i].state = states[i];
    return batch;
}

/// The record with the words that a person added since.
JobRecord commented(const JobOutcome& draft, const RowComments& comments)
{
    JobRecord job = draft.job;
    job.options = withComments(job.options, comments);
    return job;
}

JobOutcome failedOutcome(Error error)
{
    JobOutcome outcome;
    outcome.problem = std::move(error);
    return outcome;
}

} // namespace

JobRunner::JobRunner(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_pool.setMaxThreadCount(1);
    m_queuePool.setMaxThreadCount(1);
    m_ticker.setInterval(tick);
    connect(&m_ticker, &QTimer::timeout, this, &JobRunner::flush);
    m_dueTimer.setInterval(dueTick);
    connect(&m_dueTimer, &QTimer::timeout, this, &JobRunner::lookForDue);
}

JobRunner::~JobRunner()
{
    stop();
    m_pool.waitForDone();
    m_queuePool.waitForDone();
}

void JobRunner::open()
{
    struct Opened
    {
        const DataDirectory* data;
        Connection* connection;
    };
    const auto work = [this]() -> Result<Opened> {
        auto data = m_session.data(true);
        if (!data)
            return tl::unexpected(data.error());
        const DataDirectory& folder = **data;
        // A journal that is damaged or lost is set aside now, so that the list of jobs can tell of it.
        if (auto aside = setAsideEmptyJournal(folder); !aside)
            return tl::unexpected(aside.error());
        if (auto journal = Journal::open(folder.journalPath()); !journal)
            return tl::unexpected(journal.error());
        auto connection = m_session.connection();
        if (!connection)
            return tl::unexpected(connection.error());
        return Opened{&folder, *connection};
    };
    const auto done = [this](const Result<Opened>& result) {
        if (!result) {
            Q_EMIT notOpened(result.error());
            return;
        }
        m_data = result->data;
        m_connection = result->connection;
        m_openedAt = QDateTime::currentDateTimeUtc();
        m_dueTimer.start();
        Q_EMIT opened();
    };
    inWorker(this, work, done, &m_pool);
}

void JobRunner::start(Task task, std::int64_t jobId, EngineWork work)
{
    if (isBusy())
        return; // one at a time; pages ask before
    m_jobId = jobId;
    m_control.stop = m_control.pause = m_control.cancel = m_control.networkLost = m_control.storageLost =
        false;
    m_control.pausesAtLoss = task == Task::Post;
    m_task = task;
    m_progress = m_latest = Progress{};
    m_moves.clear();
    m_ticker.start();
    Q_EMIT taskChanged();
    const auto run = [this, work = std::move(work)]() -> JobOutcome {
        auto opened = openJournal();
        if (!opened)
            return failedOutcome(opened.error());
        auto connection = m_session.connection();
        if (!connection)
            return failedOutcome(connection.error());
        ImportJob engine(**connection, m_session.scope(), m_control, [this](const Progress& progress) {
            QMutexLocker lock(&m_mutex);
            // NOLINTBEGIN(clang-analyzer-core.*): `this` is the runner
            const bool isNewPhase = m_latest.phase != progress.phase;
            m_latest = progress;
            // NOLINTEND(clang-analyzer-core.*)
            lock.unlock();
            if (isNewPhase) // what was read for the one before is gone
                giveBackMemory();
        });
        engine.setReadBackPauses(m_pauses);
        engine.setPolicy(m_session.policy());
        engine.setRequestSink([this](const RequestRecord& request) {
            const QMutexLocker lock(&m_mutex);
            // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): `this` is the runner
            m_moves.push_back({request, std::chrono::steady_clock::now()});
        });
        JobOutcome outcome = work(engine, *opened->data, opened->journal);
        giveBackMemory();
        return outcome;
    };
    const auto done = [this, task](JobOutcome outcome) {
        flush();
        m_ticker.stop();
        m_task = Task::None;
        m_jobId = 0;
        m_idleSince = QDateTime::currentDateTimeUtc();
        // A job that ended otherwise than it was meant to is looked at before the next one begins.
        const bool endedWell =
            !outcome.problem && outcome.job.state != JobState::Cancelled && outcome.job.counts.unknown == 0;
        m_queueStopped = m_queueStopped || (task == Task::Post && !endedWell);
        if (task == Task::Post && !endedWell)
            Q_EMIT queueStopped();
        const auto shared = std::make_shared<const JobOutcome>(std::move(outcome));
        Q_EMIT taskChanged();
        if (task == Task::Preview)
            Q_EMIT previewed(shared);
        else
            Q_EMIT finished(shared);
        Q_EMIT jobsChanged();
        lookForDue();
    };
    inWorker(this, run, done, &m_pool);
}

/// In the engine's thread. The folder is taken, and a journal that was lost is set aside before a new one is
/// begun.
Result<JobRunner::OpenJournal> JobRunner::openJournal()
{
    auto data = m_session.data(true);
    if (!data)
        return tl::unexpected(data.error());
    auto journal = openForPosting(**data);
    if (!journal)
        return tl::unexpected(journal.error());
    return OpenJournal{*data, std::move(*journal)};
}

void JobRunner::flush()
{
    std::vector<RequestMove> moves;
    {
        const QMutexLocker lock(&m_mutex);
        // The engine tells zeros where it changes its phase; what was reached stays on the screen.
        if (m_latest.phase == JobPhase::Sending) {
            m_progress = m_latest;
        } else {
            m_progress.phase = m_latest.phase;
            m_progress.reads = m_latest.reads;
            m_progress.inFlight = 0;
        }
        moves.swap(m_moves);
    }
    if (!moves.empty())
        Q_EMIT requestsMoved(moves);
    Q_EMIT progressed();
}

Result<JobRecord> JobRunner::jobOf(Journal& journal, std::int64_t id) const
{
    auto job = journal.job(id);
    if (!job)
        return tl::unexpected(job.error());
    if (!*job)
        return fail(ErrorKind::Usage, tr("There is no job %1.").arg(id));
    return std::move(**job);
}

void JobRunner::preview(std::shared_ptr<const CheckedFile> file, const ImportOptions& options)
{
    start(Task::Preview, 0,
          [file = std::move(file), options](ImportJob& engine, DataDirectory& data, Journal& journal) {
              return engine.draft(*file, options, data, journal);
          });
}

void JobRunner::previewSet(SetMaker make)
{
    start(Task::Preview, 0,
          [make = std::move(make), products = m_session.wish().productsPerRequest](
              ImportJob& engine, DataDirectory& data, Journal& journal) {
              auto set = make(data, journal);
              if (!set)
                  return failedOutcome(set.error());
              set->options.send.productsPerRequest = products;
              return engine.draft(std::move(set->file), set->options, data, journal);
          });
}

void JobRunner::previewUndo(std::int64_t jobId, std::vector<std::uint32_t> rows)
{
    previewSet([this, jobId, rows = std::move(rows)](const DataDirectory& data, Journal& journal) {
        auto job = jobOf(journal, jobId);
        return job ? undoOf(std::move(*job), rows, data, journal)
                   : Result<FollowUp>(tl::unexpected(job.error()));
    });
}

void JobRunner::previewChanges(const FollowUp& set)
{
    previewSet([set](const DataDirectory&, Journal&) { return Result<FollowUp>(set); });
}

void JobRunner::previewRetry(std::int64_t jobId)
{
    previewSet([this, jobId](const DataDirectory& data, Journal& journal) {
        auto job = jobOf(journal, jobId);
        return job ? retryOf(std::move(*job), data, journal) : Result<FollowUp>(tl::unexpected(job.error()));
    });
}

void JobRunner::previewShared(const QString& path)
{
    previewSet([path, scope = m_session.scope()](const DataDirectory&, Journal&) {
        SharedFacts facts;
        return openShared(path, scope, facts);
    });
}

void JobRunner::reopen(std::int64_t jobId)
{
    start(Task::Preview, jobId, [this, jobId](ImportJob& engine, DataDirectory& data, Journal& journal) {
        auto job = jobOf(journal, jobId);
        return job ? engine.reopenDraft(std::move(*job), data, journal) : failedOutcome(job.error());
    });
}

void JobRunner::post(SharedOutcome draft, std::vector<RowState> states, const RowComments& comments,
                     const Consent& consent)
{
    const std::int64_t jobId = draft->job.id;
    m_queueStopped = false; // a person is there
    start(Task::Post, jobId,
          [draft = std::move(draft), states = std::move(states), comments,
           consent](ImportJob& engine, DataDirectory& data, Journal& journal) {
              return engine.post(commented(*draft, comments), reviewedBatch(*draft, states), data, journal,
                                 consent);
          });
}

void JobRunner::resume(std::int64_t jobId, const std::optional<Consent>& consent)
{
    m_queueStopped = false; // a person is there
    begin(jobId, consent);
}

void JobRunner::begin(std::int64_t jobId, const std::optional<Consent>& consent)
{
    start(Task::Post, jobId,
          [this, jobId, consent](ImportJob& engine, DataDirectory& data, Journal& journal) {
              auto job = jobOf(journal, jobId);
              if (!job)
                  return failedOutcome(job.error());
              const JobState state = livingState(job->state, false);
              if (state != JobState::Interrupted && state != JobState::Queued)
                  return failedOutcome(
                      {ErrorKind::Usage, tr("Job %1 has nothing to resume.").arg(jobId), {}, {}, {}});
              return engine.resume(std::move(*job), data, journal, consent);
          });
}

void JobRunner::schedule(SharedOutcome draft, std::vector<RowState> states, const RowComments& comments,
                         const Consent& consent, const QDateTime& startAt)
{
    const auto keep = [this, draft = std::move(draft), states = std::move(states), comments, consent,
                       startAt]() -> Result<JobRecord> {
        auto opened = openJournal();
        if (!opened)
            return tl::unexpected(opened.error());
        auto connection = m_session.connection();
        if (!connection)
            return tl::unexpected(connection.error());
        const JobControl control;
        ImportJob engine(**connection, m_session.scope(), control, {});
        engine.setPolicy(m_session.policy());
        return engine.schedule(commented(*draft, comments), reviewedBatch(*draft, states), opened->journal,
                               consent, startAt);
    };
    const auto done = [this](const Result<JobRecord>& job) {
        if (job)
            Q_EMIT queued(*job);
        else
            Q_EMIT failed(job.error());
        Q_EMIT jobsChanged();
        lookForDue();
    };
    inWorker(this, keep, done, &m_queuePool);
}

void JobRunner::withdraw(std::int64_t jobId)
{
    const auto work = [this, jobId]() -> Result<void> {
        auto opened = openJournal();
        if (!opened)
            return tl::unexpected(opened.error());
        auto job = jobOf(opened->journal, jobId);
        if (!job)
            return tl::unexpected(job.error());
        return ImportJob::withdraw(std::move(*job), opened->journal);
    };
    const auto done = [this](const Result<void>& withdrawn) {
        if (!withdrawn)
            Q_EMIT failed(withdrawn.error());
        Q_EMIT jobsChanged();
    };
    inWorker(this, work, done, &m_queuePool);
}

/// One whose time passed while the program was closed, the computer asleep or the write lock shut does not
/// begin by itself: nobody expects it then.
bool JobRunner::mayStart(const JobRecord& job) const
{
    const auto options = optionsOf(job);
    if (job.state != JobState::Queued || job.scope != m_session.scope() || !options)
        return false;
    constexpr qint64 mostSecondsLate = 10LL * 60;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // It may have waited for the job before it.
    const QDateTime wasReady = std::max(options->startAt, m_idleSince);
    return options->startAt <= now && options->startAt >= m_openedAt &&
           wasReady.secsTo(now) <= mostSecondsLate;
}

/// Begins the queued job that is due, the oldest first, one at a time.
void JobRunner::lookForDue()
{
    const bool isGated = m_queueStopped || (m_queueGate && !m_queueGate());
    if (isBusy() || m_isLookingForDue || isGated || m_data == nullptr)
        return;
    m_isLookingForDue = true;
    const auto look = [this, path = m_data->journalPath()]() -> std::int64_t {
        auto journal = Journal::openForReading(path);
        auto jobs = journal ? journal->jobs() : Result<std::vector<JobRecord>>();
        if (!journal || !jobs)
            return 0;
        std::int64_t due = 0;
        QDateTime earliest;
        for (const JobRecord& job : *jobs) {
            if (!mayStart(job))
                continue;
            const QDateTime at = optionsOf(job)->startAt;
            if (due == 0 || at < earliest || (at == earliest && job.id < due)) {
                due = job.id;
                earliest = at;
            }
        }
        return due;
    };
    const auto done = [this](std::int64_t due) {
        m_isLookingForDue = false;
        const WriteLock* lock = m_session.wish().writeLock.get();
        if (due == 0 || isBusy() || (m_queueGate && !m_queueGate()))
            return;
        if (lock != nullptr && !lock->isOpen()) {
            if (std::exchange(m_toldLocked, due) != due)
                Q_EMIT dueLocked(due);
            return; // it waits for the lock
        }
        Q_EMIT dueStarted(due);
        begin(due, {});
    };
    inWorker(this, look, done, &m_queuePool);
}

void JobRunner::keepDraft(SharedOutcome draft, std::vector<RowState> states,
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
        if (!kept)
            Q_EMIT failed(kept.error());
        Q_EMIT jobsChanged();
    };
    inWorker(this, keep, done, &m_pool);
}

void JobRunner::discard(std::int64_t jobId)
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
    inWorker(this, remove, done, &m_pool);
}

void JobRunner::setPaused(bool paused)
{
    m_control.networkLost = m_control.storageLost = false;
    m_control.pause = paused;
    Q_EMIT taskChanged();
}

void JobRunner::cancel()
{
    m_control.cancel = true;
    m_control.pause = false;
    Q_EMIT taskChanged();
}

void JobRunner::stop()
{
    m_control.stop = true;
    m_control.pause = false;
    Q_EMIT taskChanged();
}

} // namespace rangedesk
