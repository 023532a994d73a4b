// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_data.h"

#include <QByteArray>
#include <QString>
#include <QThread>
#include <functional>
#include <string>

class QTcpServer;

namespace rangedesk::demo {

class HttpServer;
class Operations;

/// The demo server in a thread of its own, for `--demo` and for tests. All functions may be called from
/// the thread that made it; they wait for the server's thread.
class DemoServer
{
public:
    /// @param data the company; the demo company where none is given
    explicit DemoServer(DemoData data = seedData());
    ~DemoServer();
    DemoServer(const DemoServer&) = delete;
    DemoServer& operator=(const DemoServer&) = delete;

    /// Keeps applied writes in @p stateFile (empty: in memory only). @returns false where the port is taken
    /// or the file cannot be used. @p makeListener makes another kind of server, for TLS.
    bool start(quint16 port = 0, const QString& stateFile = {},
               const std::function<QTcpServer*()>& makeListener = {});

    quint16 port() const { return m_port; }
    QString address() const;
    static std::string openid();
    static std::string key();

    /// "name=value", as on the command line of rangedesk-demo. @returns false for an unknown switch.
    bool set(const std::string& assignment);
    /// The state of all ranges in a text that can be compared; a line a range.
    std::string state();
    /// A line a campaign: its fields, its departments, "customer=merchant information" of each registered.
    std::string campaigns();
    /// A line a request: operation, msg_id, applied, code, body; tab-separated.
    std::string log();
    /// "microseconds requests" spent on building replies.
    std::string figures();
    /// What another user does meanwhile.
    std::string edit(const std::string& operation, const std::string& body);

private:
    std::string control(const std::string& path, const QByteArray& body);

    QThread m_thread;
    std::unique_ptr<Operations> m_operations;
    HttpServer* m_http = nullptr;
    QObject* m_context = nullptr;
    quint16 m_port = 0;
};

} // namespace rangedesk::demo
