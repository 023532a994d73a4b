// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/follow_up.h"
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

/// Runs jobs for a window, one at a time, in a thread of its own. Lives in the window's thread; what it
/// reports arrives there. Nothing here waits, but for the destructor.
class JobRunner : public QObject
{
    Q_OBJECT
public:
    enum class Task : std::uint8_t { None, Preview, Post };
    Q_ENUM(Task)

    /// @p session must outlive this.
    explicit JobRunner(Session& session, QObject* parent = nullptr);
    /// Stops what runs at the next safe moment and waits for it.
    ~JobRunner() override;

    Task task() const { return m_task; }
    bool isBusy() const { return m_task != Task::None; }
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

    /// Takes the data folder and makes the connection; `opened` tells when both are there, `notOpened` why
    /// not.
    void open();
    /// Both are nullptr until opened; the connection may be used from any thread.
    Connection* connection() const { return m_connection; }
    const DataDirectory* data() const { return m_data; }

    /// Records the sheet as a draft and compares it with the server; `previewed` brings the outcome.
    void preview(std::shared_ptr<const CheckedFile> file, const ImportOptions& options);
    /// Records what undoes a job (or these rows of it) as a draft, and compares it.
    void previewUndo(std::int64_t jobId, std::vector<std::uint32_t> rows);
    /// The same for changes that were made in a form.
    void previewChanges(const FollowUp& set);
    /// The same for the rows of a job that failed, are unknown or were not sent.
    void previewRetry(std::int64_t jobId);
    /// The same for a change set that was shared as a file.
    void previewShared(const QString& path);
    /// Compares a kept draft again.
    void reopen(std::int64_t jobId);
    /// Posts a draft as it was reviewed, rows in the given states; `finished` brings the outcome.
    void post(SharedOutcome draft, std::vector<RowState> states, const RowComments& comments,
              const Consent& consent);
    /// Goes on with an interrupted job. @param consent anew, where the kept one has ended
    void resume(std::int64_t jobId, const std::optional<Consent>& consent = {});
    /// Keeps a draft to be posted at a time (UTC), or when the job before it is over: `queued` tells of it.
    void schedule(SharedOutcome draft, std::vector<RowState> states, const RowComments& comments,
                  const Consent& consent, const QDateTime& startAt);
    /// Makes a queued job a draft again.
    void withdraw(std::int64_t jobId);
    /// Keeps which rows of a draft are excluded; waits its turn.
    void keepDraft(SharedOutcome draft, std::vector<RowState> states,
                   const std::optional<RowComments>& comments = {});
    /// Takes away a job of which nothing was sent.
    void discard(std::int64_t jobId);

    /// Queued jobs begin only while this says so, such as while no question is on the screen.
    void setQueueGate(std::function<bool()> gate) { m_queueGate = std::move(gate); }
    /// The last job did not end well, so those behind it wait until a person begins one.
    bool isQueueStopped() const { return m_queueStopped; }

    void setPaused(bool paused);
    /// Sends nothing more; what was sent is settled and verified.
    void cancel();
    /// Ends soon; the job can be resumed.
    void stop();

    /// For tests, which need not wait as long for a server to show a write.
    void setReadBackPauses(const ReadBackPauses& pauses) { m_pauses = pauses; }

Q_SIGNALS:
    void opened();
    void notOpened(const rangedesk::Error& error);
    void taskChanged();
    void progressed();
    void requestsMoved(const std::vector<rangedesk::RequestMove>& moves);
    void previewed(const rangedesk::SharedOutcome& outcome);
    void finished(const rangedesk::SharedOutcome& outcome);
    /// A job was recorded, changed or taken away.
    void jobsChanged();
    void discarded(qint64 job);
    void queued(const rangedesk::JobRecord& job);
    /// A queued job is begun now.
    void dueStarted(qint64 job);
    /// A queued job is due, and the write lock is closed.
    void dueLocked(qint64 job);
    /// Jobs wait in the queue, and the one before them did not end well.
    void queueStopped();
    void failed(const rangedesk::Error& error);

private:
    using EngineWork = std::function<JobOutcome(ImportJob&, DataDirectory&, Journal&)>;
    void start(Task task, std::int64_t jobId, EngineWork work);
    using SetMaker = std::function<Result<FollowUp>(const DataDirectory&, Journal&)>;
    void previewSet(SetMaker make);
    struct OpenJournal
    {
        DataDirectory* data;
        Journal journal;
    };
    Result<OpenJournal> openJournal();
    void flush();
    void lookForDue();
    void begin(std::int64_t jobId, const std::optional<Consent>& consent);
    bool mayStart(const JobRecord& job) const;
    Result<JobRecord> jobOf(Journal& journal, std::int64_t id) const;

    Session& m_session;
    JobControl m_control;
    ReadBackPauses m_pauses = readBackPauses;
    Connection* m_connection = nullptr;
    const DataDirectory* m_data = nullptr;
    Task m_task = Task::None;
    std::int64_t m_jobId = 0;
    Progress m_progress;

    QMutex m_mutex; ///< guards the two below: the engine's thread writes them
    Progress m_latest;
    std::vector<RequestMove> m_moves;

    QTimer m_ticker;
    QTimer m_dueTimer;
    QDateTime m_openedAt;  ///< UTC
    QDateTime m_idleSince; ///< UTC: the end of the last task
    std::function<bool()> m_queueGate;
    bool m_queueStopped = false;
    bool m_isLookingForDue = false;
    std::int64_t m_toldLocked = 0; ///< the due job that was told to wait for the lock
    QThreadPool m_pool;
    QThreadPool m_queuePool; ///< agreements are recorded while a job runs
};

} // namespace rangedesk

Q_DECLARE_METATYPE(rangedesk::SharedOutcome)
