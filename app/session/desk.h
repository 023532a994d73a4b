// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/catalogue_keeper.h"
#include "session/draft_runner.h"
#include "session/job_runner.h"
#include "session/pick_keeper.h"
#include "session/reading_keeper.h"
#include "store/journal_rescue.h"

namespace rangedesk {

/// What all pages of a window work with: the session, the runner of jobs, and threads for readings that
/// wait for the network. Lives in the window's thread.
class Desk : public QObject
{
    Q_OBJECT
public:
    Desk(SessionWish wish, AppKey key);
    /// Stops what reads or runs, and waits for it.
    ~Desk() override;

    /// Takes the data folder and makes the connection, in a worker.
    void open() { m_runner.open(); }
    bool isOpen() const { return m_runner.connection() != nullptr; }

    JobRunner& runner() { return m_runner; }
    /// Compares the next sheet while a job runs.
    DraftRunner& drafts() { return m_drafts; }
    Session& session() { return m_session; }
    Connection* connection() const { return m_runner.connection(); }
    const DataDirectory* data() const { return m_runner.data(); }
    Environment environment() const { return m_environment; }
    const SessionWish& wish() const { return m_session.wish(); }
    /// The lock of the profile, or nullptr where there is none.
    WriteLock* writeLock() const { return m_session.wish().writeLock.get(); }
    /// The write lock closes when the job that is about to run has ended.
    void setLocksAfterJob(bool locks) { m_locksAfterJob = locks; }
    bool isDemo() const { return m_session.isDemo(); }
    QString host() const { return m_session.host(); }
    /// Asks the server once, harmlessly, so that it is known whether it answers; @p done comes in the
    /// window's thread, unless @p context is gone. @pre isOpen()
    void askServer(QObject* context, std::function<void()> done);
    /// For work that waits for replies: workers that filter tables never queue behind it.
    QThreadPool& readers() { return m_readers; }
    /// Set when the desk goes: readings stop.
    const StopFlag& isGoing() const { return m_isGoing; }

    /// The jobs of this server and company, the newest first, each as it really stands. Blocks; in a worker.
    static Result<std::vector<JobRecord>> jobs(const DataDirectory& data, const QString& scope,
                                               std::int64_t runningJob);
    /// A job with its rows and requests. Blocks; in a worker.
    static Result<JobOutcome> loadJob(const DataDirectory& data, std::int64_t id);
    /// A journal that was damaged and set aside, with what can be read of it; nothing where there is none
    /// that a person has not seen. Posting is locked until then (decisions 25). Blocks; in a worker.
    static std::optional<SetAsideJournal> unseenJournal(const DataDirectory& data);
    QString scope() const { return m_session.scope(); }

    /// What was read so far, and where readings put what they bring.
    CatalogueKeeper& catalogueKeeper() { return m_catalogueKeeper; }
    std::shared_ptr<const Catalogue> catalogue() const { return m_catalogueKeeper.catalogue(); }
    /// Where the lists that are read are kept for the next start.
    ReadingKeeper& readings() { return m_readingKeeper; }
    /// What was picked of late, and favourites.
    PickKeeper& picks() { return m_picks; }

private:
    Environment m_environment;
    bool m_locksAfterJob = false;
    Session m_session;
    StopFlag m_isGoing{false};
    QThreadPool m_readers;
    CatalogueKeeper m_catalogueKeeper;
    JobRunner m_runner;
    DraftRunner m_drafts;
    // They go before the runner, whose folder they write to.
    PickKeeper m_picks;
    ReadingKeeper m_readingKeeper;
};

} // namespace rangedesk
