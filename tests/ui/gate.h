// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace rangedesk::tests {

/// Stands between a client and a server on this computer and can be shut: the network is gone.
class Gate : public QObject
{
public:
    explicit Gate(quint16 server) : m_target(server)
    {
        connect(&m_listener, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* inner = m_listener.nextPendingConnection())
                join(inner);
        });
        m_listener.listen(QHostAddress::LocalHost);
        m_port = m_listener.serverPort();
    }

    quint16 port() const { return m_port; }
    void shut()
    {
        m_listener.close();
        for (const QPointer<QTcpSocket>& socket : m_sockets) {
            if (socket)
                socket->abort();
        }
        m_sockets.clear();
    }
    /// Does @p act in place of handing on the @p count th request whose path holds @p operation. It happens
    /// as requests come, so that no run is over before a test that lets it begin comes to act itself.
    void at(int count, const QByteArray& operation, std::function<void()> act)
    {
        m_left = count;
        m_operation = operation;
        m_act = std::move(act);
    }
    /// Takes what comes and hands nothing on: the server hangs.
    void freeze(bool isFrozen) { m_isFrozen = isFrozen; }
    bool open() { return m_listener.listen(QHostAddress::LocalHost, m_port); }

private:
    void join(QTcpSocket* inner)
    {
        auto* outer = new QTcpSocket(this);
        m_sockets.append(inner);
        m_sockets.append(outer);
        connect(inner, &QTcpSocket::readyRead, outer, [this, inner, outer] {
            const QByteArray bytes = inner->readAll();
            if (m_left > 0 && bytes.contains(m_operation) && --m_left == 0)
                QMetaObject::invokeMethod(this, m_act, Qt::QueuedConnection); // it may end this socket
            else if (!m_isFrozen)
                outer->write(bytes);
        });
        connect(outer, &QTcpSocket::readyRead, inner, [inner, outer] { inner->write(outer->readAll()); });
        connect(inner, &QTcpSocket::disconnected, outer, &QTcpSocket::disconnectFromHost);
        connect(outer, &QTcpSocket::disconnected, inner, &QTcpSocket::disconnectFromHost);
        outer->connectToHost(QHostAddress::LocalHost, m_target);
    }

    QTcpServer m_listener;
    quint16 m_target;
    quint16 m_port = 0;
    bool m_isFrozen = false;
    int m_left = 0; ///< requests until something is done
    QByteArray m_operation;
    std::function<void()> m_act;
    QList<QPointer<QTcpSocket>> m_sockets;
};

} // namespace rangedesk::tests
