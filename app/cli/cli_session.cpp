// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_session.h"

#include "output.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdlib>

namespace rangedesk::cli {

namespace {

struct SessionText
{
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

std::atomic<JobControl*> interrupted{nullptr};

void onSignal(int)
{
    JobControl* control = interrupted;
    if (control == nullptr || control->stop.exchange(true))
        std::_Exit(4); // resumable, as after the first
}

} // namespace

Session::Session(Options options, AppKey key) : m_options(std::move(options)), m_key(std::move(key)) {}

Session::~Session()
{
    interrupted = nullptr;
}

void Session::tellClock() const
{
    const auto skew = m_connection ? m_connection->clockSkew() : std::chrono::seconds(0);
    if (skew.count() != 0)
        message(SessionText::tr("The server's clock differs from this computer's by %1 seconds; signatures "
                                "use the server's.")
                    .arg(skew.count()));
}

void Session::watchInterrupts()
{
    interrupted = &m_control;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

Result<DataDirectory*> Session::data(bool forChanging)
{
    if (!m_data) {
        auto opened = DataDirectory::open(m_options.dataDir);
        if (!opened)
            return tl::unexpected(opened.error());
        m_data = std::make_unique<DataDirectory>(std::move(*opened));
    }
    if (forChanging) {
        if (auto locked = m_data->lock(); !locked)
            return tl::unexpected(locked.error());
    }
    return m_data.get();
}

QString Session::scope() const
{
    return m_options.demo ? QStringLiteral("demo") : scopeOf(m_connection->settings());
}

Result<Connection*> Session::connection()
{
    if (m_connection)
        return m_connection.get();
    ConnectionSettings settings = m_options.connection;
    AppKey key = std::move(m_key);
    if (m_options.demo) {
        auto folder = data(true); // the demo's state is kept there
        if (!folder)
            return tl::unexpected(folder.error());
        m_demo = std::make_unique<demo::DemoServer>();
        if (!m_demo->start(0, (*folder)->filePath(QStringLiteral("demo-state.jsonl"))))
            return fail(ErrorKind::Storage, SessionText::tr("The demo server cannot be started."),
                        SessionText::tr("Check that the data folder can be written."));
        settings.baseUrl = QUrl(m_demo->address());
        settings.openid = demo::DemoServer::openid();
        key = AppKey(demo::DemoServer::key());
    } else if (settings.openid.empty()) {
        return fail(ErrorKind::Usage, SessionText::tr("--openid is missing."),
                    SessionText::tr("Give --base-url and --openid, or --demo."));
    } else if (key.isEmpty()) {
        return fail(ErrorKind::Usage, SessionText::tr("The key is missing."),
                    SessionText::tr("Put it into the environment variable RANGEDESK_APPKEY."));
    }
    auto checked = checkedSettings(std::move(settings));
    if (!checked)
        return tl::unexpected(checked.error());
    m_connection = std::make_unique<Connection>(std::move(*checked), std::move(key));
    return m_connection.get();
}

} // namespace rangedesk::cli
