// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_session.h"

#include "output.h"
#include "session/catalogue_teaching.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <csignal>
#include <cstdlib>

namespace rangedesk::cli {

namespace {

struct SessionText
{
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

std::atomic<StopFlag*> interrupted{nullptr};

void onSignal(int)
{
    StopFlag* stop = interrupted;
    if (stop == nullptr || stop->exchange(true))
        std::_Exit(4); // resumable, as after the first
}

} // namespace

Session::Session(SessionWish wish, Options options, AppKey key)
    : rangedesk::Session(std::move(wish), std::move(key)), m_options(std::move(options))
{}

PostingPolicy Session::boundPolicy() const
{
    PostingPolicy bound = policy();
    const bool isGiven = m_options.mostRequests || m_options.mostRemovals;
    if (!bound.ceiling && isGiven)
        bound.ceiling = Ceiling{m_options.mostRequests.value_or(std::numeric_limits<std::int64_t>::max()),
                                m_options.mostRemovals.value_or(100)};
    return bound;
}

std::optional<Consent> Session::consent() const
{
    if (m_options.confirm.isEmpty() && !m_options.mostRequests && !m_options.mostRemovals)
        return std::nullopt;
    std::optional<Ceiling> raised;
    if (m_options.mostRequests || m_options.mostRemovals)
        raised = Ceiling{m_options.mostRequests.value_or(0), m_options.mostRemovals.value_or(0)};
    // Beyond production a raised ceiling needs no plan; the engine wants one where the name is given.
    return Consent::to(m_options.confirm, m_options.confirm.isEmpty() ? QString() : m_options.plan, raised);
}

Session::~Session()
{
    interrupted = nullptr;
}

void Session::tellClock() const
{
    const auto skew = madeConnection() != nullptr ? madeConnection()->clockSkew() : std::chrono::seconds(0);
    if (skew.count() != 0)
        message(SessionText::tr("The server's clock differs from this computer's by %1 seconds; signatures "
                                "use the server's.")
                    .arg(skew.count()));
}

Result<CatalogueNews> knownEntries(Session& session)
{
    CatalogueNews news;
    auto data = session.data(false);
    if (!data)
        return tl::unexpected(data.error());
    if (!QFileInfo::exists((*data)->cataloguePath()))
        return news;
    std::optional<Error> problem;
    if (auto file = CatalogueFile::openForReading((*data)->cataloguePath()); !file)
        problem = file.error();
    else if (auto loaded =
                 file->load(session.scope(),
                            [&](EntryKind kind, CatalogueEntry entry) { news.add(kind, std::move(entry)); });
             !loaded)
        problem = loaded.error();
    if (!problem)
        return news;
    // A damaged one is begun anew, as where it is written to.
    const auto anew = CatalogueFile::open((*data)->cataloguePath());
    if (!anew || anew->setAside().isEmpty())
        return tl::unexpected(*problem);
    tellSetAside(*anew);
    message(SessionText::tr("Take your reference lists over once more."));
    return CatalogueNews();
}

void teachCatalogue(Session& session, CatalogueNews news)
{
    if (news.isEmpty())
        return;
    auto data = session.data(false);
    auto file = data ? CatalogueFile::open((*data)->cataloguePath()) : tl::unexpected(data.error());
    if (file)
        tellSetAside(*file);
    const auto problem =
        file ? teachFile(std::move(news), *file, session.scope()) : std::optional(file.error());
    if (problem)
        message(SessionText::tr("What was read could not be kept in the catalogue. %1").arg(problem->text()));
}

void tellSetAside(const CatalogueFile& file)
{
    if (!file.setAside().isEmpty())
        message(SessionText::tr("The catalogue was damaged; it was set aside as %1 and begun anew.")
                    .arg(file.setAside()));
}

void teachCatalogue(Session& session, const JobOutcome& outcome)
{
    if (outcome.news)
        teachCatalogue(session, std::exchange(*outcome.news, CatalogueNews()));
}

void Session::watchInterrupts(StopFlag& stop)
{
    interrupted = &stop;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
#ifdef SIGHUP
    // The terminal was closed; under nohup that does not matter.
    if (std::signal(SIGHUP, onSignal) == SIG_IGN)
        std::signal(SIGHUP, SIG_IGN);
#endif
}

} // namespace rangedesk::cli
