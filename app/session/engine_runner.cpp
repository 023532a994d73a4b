// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine_runner.h"

#include "session/platform_memory.h"
#include "session/worker.h"
#include "store/journal_rescue.h"

namespace rangedesk {

namespace {

/// Screens repaint at most so often.
constexpr std::chrono::milliseconds tick{100};

} // namespace

Batch reviewedBatch(const JobOutcome& draft, const std::vector<RowState>& states)
{
    Batch batch = draft.batch;
    for (std::size_t i = 0; i < batch.rows.size() && i < states.size(); ++i)
        batch.rows[i].state = states[i];
    return batch;
}

JobOutcome failedOutcome(Error error)
{
    JobOutcome outcome;
    outcome.problem = std::move(error);
    return outcome;
}

EngineRunner::EngineRunner(Session& session, bool pausesAtLoss, QObject* parent)
    : QObject(parent), m_session(session), m_pausesAtLoss(pausesAtLoss)
{
    m_pool.setMaxThreadCount(1);
    m_ticker.setInterval(tick);
    connect(&m_ticker, &QTimer::timeout, this, &EngineRunner::flush);
}

EngineRunner::~EngineRunner() = default;

void EngineRunner::finish()
{
    m_control.stop = true;
    m_control.pause = false;
    m_pool.waitForDone();
}

void EngineRunner::start(std::int64_t jobId, EngineWork work)
{
    if (isBusy())
        return; // one at a time; pages ask before
    m_jobId = jobId;
    m_control.stop = m_control.pause = m_control.cancel = m_control.networkLost = m_control.storageLost =
        false;
    m_control.pausesAtLoss = m_pausesAtLoss;
    m_isBusy = true;
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
    const auto done = [this](JobOutcome outcome) {
        flush();
        m_ticker.stop();
        m_isBusy = false;
        m_jobId = 0;
        Q_EMIT taskChanged();
        ended(std::make_shared<const JobOutcome>(std::move(outcome)));
        Q_EMIT jobsChanged();
    };
    inWorker(this, run, done, &m_pool);
}

/// In the engine's thread. The folder is taken, and a journal that was lost is set aside before a new one is
/// begun.
Result<EngineRunner::OpenJournal> EngineRunner::openJournal()
{
    auto data = m_session.data(true);
    if (!data)
        return tl::unexpected(data.error());
    auto journal = openForPosting(**data);
    if (!journal)
        return tl::unexpected(journal.error());
    return OpenJournal{*data, std::move(*journal)};
}

void EngineRunner::flush()
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

Result<JobRecord> EngineRunner::jobOf(Journal& journal, std::int64_t id) const
{
    auto job = journal.job(id);
    if (!job)
        return tl::unexpected(job.error());
    if (!*job)
        return fail(ErrorKind::Usage, tr("There is no job %1.").arg(id));
    return std::move(**job);
}

void EngineRunner::setPaused(bool paused)
{
    m_control.networkLost = m_control.storageLost = false;
    m_control.pause = paused;
    Q_EMIT taskChanged();
}

void EngineRunner::cancel()
{
    m_control.cancel = true;
    m_control.pause = false;
    Q_EMIT taskChanged();
}

void EngineRunner::stop()
{
    m_control.stop = true;
    m_control.pause = false;
    Q_EMIT taskChanged();
}

} // namespace rangedesk
