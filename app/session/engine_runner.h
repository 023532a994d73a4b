// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/import_job.h"
#include "session/session.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace rangedesk {

/// A request of the running job as it moved: recorded, or its fate known.
struct RequestMove
{
    RequestRecord request;
    std::chrono::steady_clock::time_point at;
};

using SharedOutcome = std::shared_ptr<const JobOutcome>;

/// Runs the engine for a window in a thread of its own, one task at a time. Lives in the window's thread;
/// what it reports arrives there. Nothing here waits, but for the destructor.
class EngineRunner : public QObject
{
    Q_OBJECT
public:
    ~EngineRunner() override;

    bool isBusy() const { return m_isBusy; }
    /// Of the running job; 0 while it has none yet.
    std::int64_t jobId() const { return m_jobId; }
    const Progress& progress() const { return m_progress; }
    bool isPaused() const { return m_control.pause; }
    /// It paused by itself because the server was not reached.
    bool isNetworkLost() const { return isBusy() && !isEnding() && m_control.networkLost; }
    /// It paused by itself because the journal cannot be written: the disk is full.
    bool isStorageLost() const { return isBusy() && !isEnding() && m_control.storageLost; }
    /// Cancel or stop was asked for.
    bool isEnding() const { return m_control.cancel || m_control.stop; }

    void setPaused(bool paused);
    /// Sends nothing more; what was sent is settled and verified.
    void cancel();
    /// Ends soon; the job can be resumed.
    void stop();

    /// For tests, which need not wait as long for a server to show a write.
    void setReadBackPauses(const ReadBackPauses& pauses) { m_pauses = pauses; }

Q_SIGNALS:
    void taskChanged();
    void progressed();
    void requestsMoved(const std::vector<rangedesk::RequestMove>& moves);
    /// A job was recorded, changed or taken away.
    void jobsChanged();
    void failed(const rangedesk::Error& error);

protected:
    /// @param session must outlive this
    /// @param pausesAtLoss where the network or the disk fails, rather than end
    EngineRunner(Session& session, bool pausesAtLoss, QObject* parent);

    using EngineWork = std::function<JobOutcome(ImportJob&, DataDirectory&, Journal&)>;
    /// Nothing happens while another task runs. @param work in the engine's thread
    void start(std::int64_t jobId, EngineWork work);
    /// The task is over, and another one can be started.
    virtual void ended(const SharedOutcome& outcome) = 0;
    /// Stops what runs at the next safe moment and waits for it: before what it uses goes.
    void finish();

    struct OpenJournal
    {
        DataDirectory* data;
        Journal journal;
    };
    Result<OpenJournal> openJournal();
    Result<JobRecord> jobOf(Journal& journal, std::int64_t id) const;
    Session& session() const { return m_session; }
    /// The runner goes, or its task is to end.
    const StopFlag& stopFlag() const { return m_control.stop; }
    QThreadPool& pool() { return m_pool; }

private:
    void flush();

    Session& m_session;
    bool m_pausesAtLoss;
    JobControl m_control;
    ReadBackPauses m_pauses = readBackPauses;
    bool m_isBusy = false;
    std::int64_t m_jobId = 0;
    Progress m_progress;

    QMutex m_mutex; ///< guards the two below: the engine's thread writes them
    Progress m_latest;
    std::vector<RequestMove> m_moves;

    QTimer m_ticker;
    QThreadPool m_pool;
};

/// The batch as a person left it: rows in the given states. Copies all of it; in a worker.
Batch reviewedBatch(const JobOutcome& draft, const std::vector<RowState>& states);
JobOutcome failedOutcome(Error error);

} // namespace rangedesk

Q_DECLARE_METATYPE(rangedesk::SharedOutcome)
