// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_server.h"
#include "openapi/connection.h"
#include "store/data_directory.h"

#include <memory>

namespace rangedesk {

/// Which server a program works with, and where it keeps its files.
struct SessionWish
{
    bool demo = false;
    QString dataDir; ///< empty: the user's own place for application data
    ConnectionSettings connection;
};

/// What kind of company the session works on. Before profiles say so themselves: the demo is a
/// rehearsal, a server on this computer a test, and every other one production.
enum class Environment : std::uint8_t { Production, Test, Rehearsal };

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
    /// Under which jobs are kept. @pre the connection was made, or it is the demo
    QString scope() const;

    bool isDemo() const { return m_wish.demo; }
    /// Host of the server, for people to read.
    QString host() const;
    static Environment environmentOf(const SessionWish& wish);

protected:
    /// The connection, or nullptr while nobody asked for it.
    const Connection* madeConnection() const { return m_connection.get(); }

private:
    SessionWish m_wish;
    AppKey m_key;
    std::unique_ptr<DataDirectory> m_data;
    std::unique_ptr<demo::DemoServer> m_demo;
    std::unique_ptr<Connection> m_connection;
};

} // namespace rangedesk
