// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/engine_runner.h"

namespace rangedesk {

/// Posts jobs, one at a time, and begins those that wait in the queue.
class JobRunner : public EngineRunner
{
    Q_OBJECT
public:
    explicit JobRunner(Session& session, QObject* parent = nullptr);
    ~JobRunner() override;

    /// Takes the data folder and makes the connection; `opened` tells when both are there, `notOpened` why
    /// not.
    void open();
    /// Both are nullptr until opened; the connection may be used from any thread.
    Connection* connection() const { return m_connection; }
    const DataDirectory* data() const { return m_data; }

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

    /// Queued jobs begin only while this says so, such as while no question is on the screen.
    void setQueueGate(std::function<bool()> gate) { m_queueGate = std::move(gate); }
    /// The last job did not end well, so those behind it wait until a person begins one.
    bool isQueueStopped() const { return m_queueStopped; }

Q_SIGNALS:
    void opened();
    void notOpened(const rangedesk::Error& error);
    void finished(const rangedesk::SharedOutcome& outcome);
    void queued(const rangedesk::JobRecord& job);
    /// A queued job is begun now.
    void dueStarted(qint64 job);
    /// A queued job is due, and the write lock is closed.
    void dueLocked(qint64 job);
    /// Jobs wait in the queue, and the one before them did not end well.
    void queueStopped();

private:
    void ended(const SharedOutcome& outcome) override;
    void lookForDue();
    void begin(std::int64_t jobId, const std::optional<Consent>& consent);
    bool mayStart(const JobRecord& job) const;

    Connection* m_connection = nullptr;
    const DataDirectory* m_data = nullptr;
    QTimer m_dueTimer;
    QDateTime m_openedAt;  ///< UTC
    QDateTime m_idleSince; ///< UTC: the end of the last job
    std::function<bool()> m_queueGate;
    bool m_queueStopped = false;
    bool m_isLookingForDue = false;
    std::int64_t m_toldLocked = 0; ///< the due job that was told to wait for the lock
    QThreadPool m_queuePool;       ///< agreements are recorded while a job runs
};

} // namespace rangedesk
