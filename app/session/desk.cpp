// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/desk.h"

#include "accounts/app_settings.h"

#include "session/connection_test.h"
#include "session/worker.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rangedesk {

namespace {

struct DeskText
{
    Q_DECLARE_TR_FUNCTIONS(DeskText)
};

constexpr int readingThreads = 4;

} // namespace

Desk::Desk(SessionWish wish, AppKey key)
    : m_environment(Session::environmentOf(wish)), m_session(std::move(wish), std::move(key)),
      m_runner(m_session), m_drafts(m_session)
{
    m_readers.setMaxThreadCount(readingThreads);
    connect(&m_runner, &JobRunner::opened, this, [this] {
        m_catalogueKeeper.open(data()->cataloguePath(), scope());
        m_picks.open(*data(), scope());
        m_readingKeeper.open(data()->readingsPath(), scope());
        m_drafts.archiveOld(loadSettings(this->wish().settingsFolder).archiveDays);
    });
    const auto learn = [this](const SharedOutcome& outcome) {
        if (outcome->news)
            m_catalogueKeeper.learn(std::exchange(*outcome->news, CatalogueNews()));
    };
    connect(&m_runner, &JobRunner::finished, this, learn);
    connect(&m_drafts, &DraftRunner::previewed, this, learn);
    connect(&m_runner, &JobRunner::finished, this, [this] {
        if (std::exchange(m_locksAfterJob, false) && writeLock() != nullptr)
            writeLock()->lock();
    });
}

Desk::~Desk()
{
    m_isGoing = true;
    m_readers.waitForDone();
    m_drafts.stop();
    m_runner.stop();
}

void Desk::askServer(QObject* context, std::function<void()> done)
{
    inWorker(
        context,
        [connection = connection(), &going = m_isGoing] { return testConnection(*connection, going); },
        [done = std::move(done)](const ConnectionReport&) { done(); }, &m_readers);
}

Result<std::vector<JobRecord>> Desk::jobs(const DataDirectory& data, const QString& scope,
                                          std::int64_t runningJob)
{
    if (QFileInfo(data.journalPath()).size() == 0)
        return std::vector<JobRecord>{};
    auto journal = Journal::openForReading(data.journalPath());
    if (!journal)
        return tl::unexpected(journal.error());
    auto jobs = journal->jobs();
    if (!jobs)
        return jobs;
    std::erase_if(*jobs, [&](const JobRecord& job) { return job.scope != scope; });
    for (JobRecord& job : *jobs) {
        const JobState recorded = job.state;
        job.state = livingState(recorded, job.id == runningJob);
        // The counts of a job that was killed stand in its requests.
        if (job.state == recorded)
            continue;
        auto full = journal->job(job.id);
        if (!full || !*full)
            continue;
        const JobState state = job.state;
        if (auto loaded = rangedesk::loadJob(**full, data, *journal))
            job = loaded->job;
        job.state = state;
    }
    return jobs;
}

std::optional<SetAsideJournal> Desk::unseenJournal(const DataDirectory& data)
{
    for (SetAsideJournal& aside : setAsideJournals(data)) {
        if (!aside.seen)
            return std::move(aside);
    }
    return std::nullopt;
}

Result<JobOutcome> Desk::loadJob(const DataDirectory& data, std::int64_t id)
{
    auto journal = Journal::openForReading(data.journalPath());
    if (!journal)
        return tl::unexpected(journal.error());
    auto job = journal->job(id);
    if (!job)
        return tl::unexpected(job.error());
    if (!*job)
        return fail(ErrorKind::Usage, DeskText::tr("There is no job %1.").arg(id));
    return rangedesk::loadJob(std::move(**job), data, *journal);
}

} // namespace rangedesk
