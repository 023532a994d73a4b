// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/job_runner.h"

#include "changes/job_files.h"
#include "session/worker.h"
#include "store/journal_rescue.h"

namespace rangedesk {

namespace {

/// How often the queue is looked at.
constexpr std::chrono::seconds dueTick{5};

/// The record with the words that a person added since.
JobRecord commented(const JobOutcome& draft, const RowComments& comments)
{
    JobRecord job = draft.job;
    job.options = withComments(job.options, comments);
    return job;
}

} // namespace

JobRunner::JobRunner(Session& session, QObject* parent) : EngineRunner(session, true, parent)
{
    m_queuePool.setMaxThreadCount(1);
    m_dueTimer.setInterval(dueTick);
    connect(&m_dueTimer, &QTimer::timeout, this, &JobRunner::lookForDue);
}

JobRunner::~JobRunner()
{
    finish();
    m_queuePool.waitForDone();
}

void JobRunner::ended(const SharedOutcome& outcome)
{
    m_idleSince = QDateTime::currentDateTimeUtc();
    // A job that ended otherwise than it was meant to is looked at before the next one begins.
    const bool endedWell =
        !outcome->problem && outcome->job.state != JobState::Cancelled && outcome->job.counts.unknown == 0;
    m_queueStopped = m_queueStopped || !endedWell;
    if (!endedWell)
        Q_EMIT queueStopped();
    Q_EMIT finished(outcome);
    lookForDue();
}

void JobRunner::open()
{
    struct Opened
    {
        const DataDirectory* data;
        Connection* connection;
    };
    const auto work = [this]() -> Result<Opened> {
        auto data = session().data(true);
        if (!data)
            return tl::unexpected(data.error());
        const DataDirectory& folder = **data;
        // A journal that is damaged or lost is set aside now, so that the list of jobs can tell of it.
        if (auto aside = setAsideEmptyJournal(folder); !aside)
            return tl::unexpected(aside.error());
        if (auto journal = Journal::open(folder.journalPath()); !journal)
            return tl::unexpected(journal.error());
        auto connection = session().connection();
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
    inWorker(this, work, done, &pool());
}

void JobRunner::post(SharedOutcome draft, std::vector<RowState> states, const RowComments& comments,
                     const Consent& consent)
{
    const std::int64_t jobId = draft->job.id;
    m_queueStopped = false; // a person is there
    start(jobId, [draft = std::move(draft), states = std::move(states), comments,
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
    start(jobId, [this, jobId, consent](ImportJob& engine, DataDirectory& data, Journal& journal) {
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
        auto connection = session().connection();
        if (!connection)
            return tl::unexpected(connection.error());
        const JobControl control;
        ImportJob engine(**connection, session().scope(), control, {});
        engine.setPolicy(session().policy());
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
    if (job.state != JobState::Queued || job.scope != session().scope() || !options)
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
        const WriteLock* lock = session().wish().writeLock.get();
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

} // namespace rangedesk
