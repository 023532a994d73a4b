// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "changes/import_job.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace rangedesk {

namespace {

struct SessionText
{
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

} // namespace

Session::Session(SessionWish wish, AppKey key) : m_wish(std::move(wish)), m_key(std::move(key))
{
    if (!m_wish.ceiling && environmentOf(m_wish) == Environment::Production)
        m_wish.ceiling = Ceiling(); // without a profile, too, a wrong column must not clear a country
}

Session::~Session() = default;

Result<DataDirectory*> Session::data(bool forChanging)
{
    if (!m_data) {
        auto opened = DataDirectory::open(m_wish.dataDir);
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
    return m_wish.demo ? QStringLiteral("demo")
                       : scopeOf(m_connection ? m_connection->settings() : m_wish.connection);
}

QStringList Session::acceptedScopes() const
{
    QStringList scopes{scope()};
    if (m_wish.rehearsal && !m_wish.rehearsal->scope.isEmpty())
        scopes << m_wish.rehearsal->scope;
    return scopes;
}

QString Session::host() const
{
    return m_wish.rehearsal ? SessionText::tr("a copy of %1 on this computer").arg(m_wish.rehearsal->name)
           : m_wish.demo    ? SessionText::tr("the demo server on this computer")
                            : m_wish.connection.baseUrl.host();
}

SessionWish wishOf(const Profile& profile, const ProfileStore& store)
{
    SessionWish wish;
    wish.demo = profile.environment == Environment::Rehearsal;
    wish.dataDir = store.dataFolder(profile);
    if (wish.demo && !profile.rehearsalOf.isEmpty()) {
        wish.rehearsal = RehearsalWish{profile.rehearsalOf, SessionText::tr("a company"), {}, {}, false};
        for (const Profile& real : store.all().value_or(std::vector<Profile>())) {
            if (real.id == profile.rehearsalOf && real.needsKey())
                wish.rehearsal = RehearsalWish{real.id, real.name, store.dataFolder(real),
                                               scopeOf(connectionOf(real)), false};
        }
    }
    wish.profile = profile.name;
    wish.environment = profile.environment;
    wish.color = profile.color;
    wish.connection = connectionOf(profile);
    wish.settingsFolder = store.root();
    wish.settings = loadSettings(wish.settingsFolder);
    if (profile.needsProxyPassword())
        wish.proxyEntry = profile.proxyEntry();
    wish.productsPerRequest = static_cast<std::size_t>(profile.productsPerRequest);
    wish.ceiling = profile.ceiling;
    wish.lockOpens = std::chrono::minutes(profile.openMinutes);
    wish.writeLock = std::make_shared<WriteLock>();
    if (!profile.startsLocked)
        wish.writeLock->openForGood();
    return wish;
}

QString Session::confirmName() const
{
    return m_wish.profile.isEmpty() ? host() : m_wish.profile;
}

PostingPolicy Session::policy() const
{
    return {m_wish.ceiling, environmentOf(m_wish) == Environment::Production, confirmName(), {}};
}

Environment Session::environmentOf(const SessionWish& wish)
{
    if (wish.environment)
        return *wish.environment;
    if (wish.demo)
        return Environment::Rehearsal;
    const QString host = wish.connection.baseUrl.host();
    const bool isLocal = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
    return isLocal ? Environment::Test : Environment::Production;
}

Result<Connection*> Session::connection()
{
    if (m_connection)
        return m_connection.get();
    ConnectionSettings settings = m_wish.connection;
    AppKey key = std::move(m_key);
    if (m_wish.demo) {
        auto folder = data(true); // the demo's state is kept there
        if (!folder)
            return tl::unexpected(folder.error());
        auto company = m_wish.rehearsal ? rehearsalData(*m_wish.rehearsal, **folder, scope())
                                        : Result<demo::DemoData>(demo::seedData());
        if (!company)
            return tl::unexpected(company.error());
        if (m_wish.rehearsal)
            m_wish.rehearsal->renews = false;
        m_demo = std::make_unique<demo::DemoServer>(std::move(*company));
        if (!m_demo->start(0, rehearsalStatePath(**folder)))
            return fail(ErrorKind::Storage, SessionText::tr("The demo server cannot be started."),
                        SessionText::tr("Check that the data folder can be written."));
        settings.baseUrl = QUrl(m_demo->address());
        settings.openid = demo::DemoServer::openid();
        settings.proxy = {ProxyKind::None, {}, 0, {}, nullptr}; // whatever the profile was before
        settings.authorities.clear();
        key = AppKey(demo::DemoServer::key());
    } else if (settings.openid.empty()) {
        return fail(ErrorKind::Usage, SessionText::tr("--openid is missing."),
                    SessionText::tr("Give --base-url and --openid, or --demo."));
    } else if (key.isEmpty()) {
        return fail(ErrorKind::Usage, SessionText::tr("The key is missing."),
                    SessionText::tr("Put it into the environment variable RANGEDESK_APPKEY."));
    }
    // Wrong passwords lock accounts: none is not tried.
    if (settings.proxy.kind == ProxyKind::Manual && !settings.proxy.user.isEmpty() &&
        !settings.proxy.password) {
        m_key = std::move(key);
        return fail(ErrorKind::Usage, SessionText::tr("The password of the proxy is missing."),
                    SessionText::tr("Type it in the profile: it is kept in the keychain."));
    }
    auto checked = checkedSettings(std::move(settings));
    if (!checked) {
        m_key = std::move(key);
        return tl::unexpected(checked.error());
    }
    openLog(*checked);
    m_connection =
        std::make_unique<Connection>(std::move(*checked), std::move(key), m_wish.writeLock, m_recorder.get());
    return m_connection.get();
}

/// Reading works without a folder to write to; then there is no log.
void Session::openLog(const ConnectionSettings& settings)
{
    const auto folder = data(false);
    if (!folder)
        return;
    m_log =
        std::make_unique<RequestLog>((*folder)->logPath(), (*folder)->journalPath(), m_wish.settings.logDays);
    // A name that does not change with the language.
    const QString name = !m_wish.profile.isEmpty() ? m_wish.profile
                         : m_wish.demo             ? QStringLiteral("demo")
                                                   : m_wish.connection.baseUrl.host();
    m_recorder = std::make_unique<RequestRecorder>(
        *m_log, LogOrigin{name, normalisedAddress(settings.baseUrl), toQString(settings.openid)},
        m_wish.settings.logBodies);
}

} // namespace rangedesk
