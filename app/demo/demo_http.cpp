// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_http.h"

#include <QLocale>
#include <QTimer>

namespace rangedesk::demo {

namespace {

constexpr qsizetype mostHeaderBytes = 16384;
constexpr qsizetype mostBodyBytes = qsizetype{64} * 1024 * 1024;

/// The value of a header, or empty.
QByteArray headerValue(const QByteArray& head, const QByteArray& name)
{
    for (const QByteArray& line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QByteArray dateText(const QDateTime& now)
{
    return QLocale::c().toString(now.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() +
           " GMT";
}

} // namespace

HttpServer::HttpServer(Operations& operations, QTcpServer* listener, QObject* parent)
    : QObject(parent), m_operations(operations), m_listener(listener)
{
    m_listener->setParent(this);
    connect(m_listener, &QTcpServer::pendingConnectionAvailable, this, &HttpServer::accept);
}

void HttpServer::accept()
{
    while (QTcpSocket* socket = m_listener->nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_peers.erase(socket);
            socket->deleteLater();
        });
        m_peers[socket];
        read(socket);
    }
}

void HttpServer::read(QTcpSocket* socket)
{
    Peer& peer = m_peers[socket];
    peer.buffer += socket->readAll();
    if (peer.buffer.size() > mostBodyBytes + mostHeaderBytes) {
        socket->abort();
        return;
    }
    if (!peer.busy)
        takeRequest(socket);
}

bool HttpServer::takeRequest(QTcpSocket* socket)
{
    Peer& peer = m_peers[socket];
    const qsizetype headEnd = peer.buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QByteArray head = peer.buffer.left(headEnd);
    const qsizetype length = headerValue(head, "Content-Length").toLongLong();
    if (headEnd > mostHeaderBytes || length < 0 || length > mostBodyBytes) {
        socket->abort();
        return false;
    }
    if (peer.buffer.size() < headEnd + 4 + length)
        return false;
    const QByteArray body = peer.buffer.mid(headEnd + 4, length);
    peer.buffer.remove(0, headEnd + 4 + length);
    peer.busy = true;
    const QList<QByteArray> requestLine = head.left(head.indexOf('\r')).split(' ');
    const std::string path = requestLine.value(1).toStdString();
    const bool isControl = path.starts_with("/_demo/");
    answer(socket, isControl ? m_operations.control(path, body) : m_operations.post(path, body), !isControl);
    return true;
}

void HttpServer::answer(QTcpSocket* socket, Answer answer, bool delayed)
{
    const int latency = delayed ? m_operations.switches().latencyMs : 0;
    if (latency <= 0) {
        send(socket, std::move(answer));
        return;
    }
    QTimer::singleShot(latency, Qt::PreciseTimer, socket,
                       [this, socket, kept = std::move(answer)]() mutable { send(socket, std::move(kept)); });
}

void HttpServer::send(QTcpSocket* socket, Answer answer)
{
    if (answer.silent)
        return; // the connection stays open and busy
    if (answer.closes) {
        socket->abort();
        return;
    }
    QByteArray body = std::move(answer.body);
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.httpStatus) +
                      " Demo\r\nDate: " + dateText(m_operations.now()) +
                      "\r\nContent-Type: " + QByteArray::fromStdString(answer.contentType) + "\r\n";
    if (answer.compressed) {
        body = qCompress(body).mid(4); // a zlib stream, which HTTP calls deflate
        head += "Content-Encoding: deflate\r\n";
    }
    for (const auto& [name, value] : answer.headers)
        head += QByteArray::fromStdString(name) + ": " + QByteArray::fromStdString(value) + "\r\n";
    head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    socket->write(head);
    if (answer.cutAt != std::string::npos) {
        socket->write(body.left(static_cast<qsizetype>(answer.cutAt)));
        socket->disconnectFromHost();
        return;
    }
    socket->write(body);
    socket->flush();
    const auto peer = m_peers.find(socket);
    if (peer == m_peers.end())
        return;
    peer->second.busy = false;
    takeRequest(socket);
}

} // namespace rangedesk::demo
