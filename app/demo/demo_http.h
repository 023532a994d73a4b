// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_operations.h"

#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <unordered_map>

namespace rangedesk::demo {

/// As much of HTTP/1.1 as the demo needs: POST and GET, kept connections, one request after the other on
/// each. A library's server cannot close a connection in the middle of a reply, which is what tests need.
class HttpServer : public QObject
{
public:
    /// @param listener QTcpServer or QSslServer; owned
    HttpServer(Operations& operations, QTcpServer* listener, QObject* parent = nullptr);

    /// Listens on 127.0.0.1. @returns false where the port is taken.
    bool listen(quint16 port) { return m_listener->listen(QHostAddress::LocalHost, port); }
    quint16 port() const { return m_listener->serverPort(); }

private:
    void accept();
    void read(QTcpSocket* socket);
    /// Takes one whole request off the buffer. @returns false where it is not complete.
    bool takeRequest(QTcpSocket* socket);
    void answer(QTcpSocket* socket, Answer answer, bool delayed);
    void send(QTcpSocket* socket, Answer answer);

    struct Peer
    {
        QByteArray buffer;
        bool busy = false;
    };
    Operations& m_operations;
    QTcpServer* m_listener;
    std::unordered_map<QTcpSocket*, Peer> m_peers;
};

} // namespace rangedesk::demo
