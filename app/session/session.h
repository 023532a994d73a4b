// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/app_settings.h"
#include "accounts/profile_store.h"
#include "changes/posting_guard.h"
#include "demo/demo_server.h"
#include "openapi/connection.h"
#include "session/rehearsal.h"
#include "session/request_recorder.h"
#include "store/data_directory.h"

#include <memory>

namespace rangedesk {

/// Which server a program works with, and where it keeps its files.
struct SessionWish
{
    bool demo = false;
    QString dataDir; ///< empty: the user's own place for application data
    ConnectionSettings connection;
    QString profile;                        ///< its name; empty where there is none
    std::optional<Environment> environment; ///< as the profile says
    ProfileColor color = ProfileColor::None;
    std::size_t productsPerRequest = 200;
    std::optional<Ceiling> ceiling;
    /// Asked before each writing request. Without one they may all leave.
    std::shared_ptr<WriteLock> writeLock;
    std::chrono::minutes lockOpens{60}; ///< for how long an opened lock stays open
    AppSettings settings;
    QString settingsFolder; ///< where they are kept
    /// A rehearsal of a real company; nothing: the demo company.
    std::optional<RehearsalWish> rehearsal;
    QString proxyEntry; ///< of the keychain, where the proxy wants a password; empty otherwise
};

/// What a profile asks for, with its data folder and a write lock as it starts.
SessionWish wishOf(const Profile& profile, const ProfileStore& store);

/// Data folder and connection, each made when first asked for. Use it in one thread at a time; the
/// connection it hands out may be used from any.
class Session
{
public:
    Session(SessionWish wish, AppKey key);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// The data folder, locked for this instance where @p forChanging: Busy where another one has it.
    Result<DataDirectory*> data(bool forChanging);
    /// The connection to the server, or to the demo server, which is started for it. Usage where openid or
    /// key are missing.
    Result<Connection*> connection();
    /// Under which jobs and the catalogue are kept.
    QString scope() const;

    bool isDemo() const { return m_wish.demo; }
    /// It works with the sample data that come with the program.
    bool hasSampleData() const { return m_wish.demo && !m_wish.rehearsal; }
    /// Servers and companies whose shared change sets may be opened here: of a rehearsal also the company
    /// that it has its copy of.
    QStringList acceptedScopes() const;
    /// Host of the server, for people to read.
    QString host() const;
    const SessionWish& wish() const { return m_wish; }
    /// The name that consent must bear: the profile's, else the host.
    QString confirmName() const;
    /// What must hold before anything is posted here.
    PostingPolicy policy() const;
    /// For a profile whose key came from the keychain, or from a person. @pre no connection was made
    void setKey(AppKey key) { m_key = std::move(key); }
    /// The same for the password of its proxy.
    void setProxyPassword(AppKey password)
    {
        m_wish.connection.proxy.password = std::make_shared<const AppKey>(std::move(password));
    }
    /// The log of requests; nullptr while there is no connection, or no folder to write to.
    RequestLog* log() const { return m_log.get(); }
    /// Whether the log keeps bodies from now on. @pre the connection was made
    void keepLogBodies(bool on)
    {
        if (m_recorder)
            m_recorder->keepBodies(on);
    }
    bool needsKey() const { return !m_wish.demo && m_key.isEmpty() && !m_connection; }
    /// As the profile says; without one the demo is a rehearsal, a server on this computer a test, and every
    /// other production.
    static Environment environmentOf(const SessionWish& wish);

protected:
    /// The connection, or nullptr while nobody asked for it.
    const Connection* madeConnection() const { return m_connection.get(); }

private:
    void openLog(const ConnectionSettings& settings);

    SessionWish m_wish;
    AppKey m_key;
    std::unique_ptr<DataDirectory> m_data;
    std::unique_ptr<RequestLog> m_log;
    std::unique_ptr<RequestRecorder> m_recorder;
    std::unique_ptr<demo::DemoServer> m_demo;
    std::unique_ptr<Connection> m_connection;
};

} // namespace rangedesk
