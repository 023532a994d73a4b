// SPDX-License-Identifier: GPL-3.0-or-later
// Each POST arrives at most once, over plain HTTP and TLS, also from a server that closes kept
// connections; limits, time-outs and refusals end as `decisions` say.
#include "openapi/call.h"
#include "openapi/connection.h"
#include "openapi/signing.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;
using namespace std::chrono_literals;

namespace {

/// Counts requests by their msg_id and closes each connection after it has read so many of them, without
/// answering the last.
class ClosingServer : public QObject
{
public:
    explicit ClosingServer(QTcpServer* listener) : m_listener(listener)
    {
        m_listener->setParent(this);
        connect(m_listener, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket* socket = m_listener->nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                read(socket);
            }
        });
        m_listener->listen(QHostAddress::LocalHost);
    }

    quint16 port() const { return m_listener->serverPort(); }
    QMap<QByteArray, int> arrivals;
    QByteArray lastHead;
    int closeAfter = 3;

private:
    void read(QTcpSocket* socket)
    {
        QByteArray& buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const qsizetype lengthAt = buffer.toLower().indexOf("content-length:");
        const qsizetype length =
            buffer.mid(lengthAt + 15, buffer.indexOf('\r', lengthAt) - lengthAt - 15).trimmed().toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        lastHead = buffer.left(end);
        const QByteArray path = buffer.left(buffer.indexOf('\r')).split(' ').value(1);
        const QByteArray message = path.mid(path.lastIndexOf('/') + 1);
        ++arrivals[message];
        buffer.remove(0, end + 4 + length);
        if (++m_served[socket] % closeAfter == 0) {
            m_buffers.remove(socket);
            socket->abort();
            return;
        }
        const QByteArray body = R"({"return_code":"0","return_msg":"ok","msg_id":")" + message + "\"}";
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                      body);
    }

    QTcpServer* m_listener;
    QMap<QTcpSocket*, QByteArray> m_buffers;
    QMap<QTcpSocket*, int> m_served;
};

struct Ending
{
    Delivery delivery;
    std::string msgId;
};

/// Sends @p count writes and waits for all, while the test's own thread serves.
std::vector<Ending> sendAll(Connection& connection, int count)
{
    auto queue = std::make_shared<CompletionQueue>();
    std::map<std::uint64_t, std::string> sent;
    for (int i = 0; i < count; ++i) {
        const std::string msgId = newMessageId();
        sent[connection.send(Operation::ModifySaleRangePds, R"({"opt_type":"0"})", msgId, queue)] = msgId;
    }
    std::vector<Ending> endings;
    QElapsedTimer timer;
    timer.start();
    while (endings.size() < sent.size() && timer.elapsed() < 30000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        while (auto completion = queue->next(0ms))
            endings.push_back({std::move(completion->delivery), sent.at(completion->token)});
    }
    return endings;
}

ConnectionSettings settingsFor(const QString& scheme, quint16 port)
{
    ConnectionSettings settings;
    settings.baseUrl = QUrl(QStringLiteral("%1://localhost:%2").arg(scheme).arg(port));
    settings.openid = "1";
    settings.requestsPerSecond = 0;
    settings.proxy.kind = ProxyKind::None; // whatever the environment of the tests says
    return settings;
}

} // namespace

class TestTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void closingServerGetsEachRequestOnce_data();
    void closingServerGetsEachRequestOnce();
    void untrustedCertificateIsRefused();
    void refusedConnectionNeverLeft();
    void unknownHostIsHopeless();
    void silentServerIsUnknown();
    void largeRepliesAreCut();
    void waitingRequestsCanBeWithdrawn();
    void requestHeaders();
    void rateIsKept();

private:
    QTcpServer* makeListener(bool tls) const;

    QTemporaryDir m_folder;
    QSslConfiguration m_tls;
};

void TestTransport::initTestCase()
{
    // A certificate of our own, made now, trusted by this process alone.
    const QString key = m_folder.filePath(QStringLiteral("key.pem"));
    const QString certificate = m_folder.filePath(QStringLiteral("cert.pem"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                   QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:localhost"),
                   QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
    QVERIFY(openssl.waitForFinished(30000));
    QCOMPARE(openssl.exitCode(), 0);
    QFile keyFile(key);
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setLocalCertificate(QSslCertificate::fromPath(certificate).value(0));
    m_tls.setPrivateKey(QSslKey(keyFile.readAll(), QSsl::Rsa));
    m_tls.setPeerVerifyMode(QSslSocket::VerifyNone);
}

QTcpServer* TestTransport::makeListener(bool tls) const
{
    if (!tls)
        return new QTcpServer;
    auto* server = new QSslServer;
    server->setSslConfiguration(m_tls);
    return server;
}

void TestTransport::closingServerGetsEachRequestOnce_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain HTTP to loopback") << false;
    QTest::newRow("TLS") << true;
}

void TestTransport::closingServerGetsEachRequestOnce()
{
    QFETCH(bool, tls);
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    if (tls) {
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(m_tls.localCertificate());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    ClosingServer server(makeListener(tls));
    Connection connection(settingsFor(tls ? QStringLiteral("https") : QStringLiteral("http"), server.port()),
                          AppKey("k"));
    const std::vector<Ending> endings = sendAll(connection, 60);
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(endings.size(), 60U);
    int unknown = 0;
    for (const Ending& ending : endings) {
        const WriteOutcome outcome = judgeWrite(Operation::ModifySaleRangePds, ending.delivery, ending.msgId);
        const int arrivals = server.arrivals.value(QByteArray::fromStdString(ending.msgId));
        QVERIFY2(arrivals <= 1, "a request arrived twice");
        if (outcome.kind == WriteOutcome::Kind::Accepted)
            QCOMPARE(arrivals, 1);
        else if (outcome.kind == WriteOutcome::Kind::NotLeft)
            QCOMPARE(arrivals, 0);
        else
            QCOMPARE(outcome.kind, WriteOutcome::Kind::Unknown);
        unknown += outcome.kind == WriteOutcome::Kind::Unknown ? 1 : 0;
    }
    QVERIFY(unknown > 0); // the server did close
}

void TestTransport::untrustedCertificateIsRefused()
{
    ClosingServer server(makeListener(true));
    Connection connection(settingsFor(QStringLiteral("https"), server.port()), AppKey("k"));
    const std::vector<Ending> endings = sendAll(connection, 1);
    QCOMPARE(endings.size(), 1U);
    QCOMPARE(endings[0].delivery.kind, Delivery::Kind::NeverLeft);
    QVERIFY(endings[0].delivery.hopeless);
    QVERIFY(server.arrivals.isEmpty());
}

void TestTransport::refusedConnectionNeverLeft()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    Connection connection(settingsFor(QStringLiteral("http"), port), AppKey("k"));
    const std::vector<Ending> endings = sendAll(connection, 2);
    QCOMPARE(endings.size(), 2U);
    QCOMPARE(endings[0].delivery.kind, Delivery::Kind::NeverLeft);
    QVERIFY(!endings[0].delivery.hopeless);
    QVERIFY(!endings[0].delivery.problem.isEmpty());
}

void TestTransport::unknownHostIsHopeless()
{
    ConnectionSettings settings = settingsFor(QStringLiteral("https"), 1);
    settings.baseUrl = QUrl(QStringLiteral("https://no-such-host.invalid"));
    settings.connectTimeout = 20s;
    Connection connection(settings, AppKey("k"));
    const std::vector<Ending> endings = sendAll(connection, 1);
    QCOMPARE(endings.size(), 1U);
    QCOMPARE(endings[0].delivery.kind, Delivery::Kind::NeverLeft);
}

void TestTransport::silentServerIsUnknown()
{
    QTcpServer silent; // accepts, reads nothing, answers nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ConnectionSettings settings = settingsFor(QStringLiteral("http"), silent.serverPort());
    settings.firstByteTimeout = 300ms;
    Connection connection(settings, AppKey("k"));
    const std::vector<Ending> endings = sendAll(connection, 1);
    QCOMPARE(endings.size(), 1U);
    QCOMPARE(endings[0].delivery.kind, Delivery::Kind::Lost);
}

void TestTransport::largeRepliesAreCut()
{
    ClosingServer server(makeListener(false));
    ConnectionSettings settings = settingsFor(QStringLiteral("http"), server.port());
    settings.replyBytes = 10;
    Connection connection(settings, AppKey("k"));
    const std::vector<Ending> endings = sendAll(connection, 1);
    QCOMPARE(endings.size(), 1U);
    QCOMPARE(endings[0].delivery.kind, Delivery::Kind::Lost);
    QVERIFY(endings[0].delivery.problem.contains(QLatin1String("limit")));
}

void TestTransport::waitingRequestsCanBeWithdrawn()
{
    ClosingServer server(makeListener(false));
    ConnectionSettings settings = settingsFor(QStringLiteral("http"), server.port());
    settings.requestsPerSecond = 0.5; // the second waits two seconds
    Connection connection(settings, AppKey("k"));
    auto queue = std::make_shared<CompletionQueue>();
    connection.send(Operation::ModifySaleRangePds, "{}", "m1", queue);
    const std::uint64_t second = connection.send(Operation::ModifySaleRangePds, "{}", "m2", queue);
    connection.withdraw(second);
    std::vector<Completion> endings;
    QElapsedTimer timer;
    timer.start();
    while (endings.size() < 2 && timer.elapsed() < tests::patience) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        while (auto completion = queue->next(0ms))
            endings.push_back(std::move(*completion));
    }
    QCOMPARE(endings.size(), 2U);
    QVERIFY(!server.arrivals.contains("m2"));
    QCOMPARE(connection.writesSent(), 1);
}

void TestTransport::requestHeaders()
{
    ClosingServer server(makeListener(false));
    Connection connection(settingsFor(QStringLiteral("http"), server.port()), AppKey("secret-key"));
    QCOMPARE(sendAll(connection, 1).size(), 1U);
    const QByteArray head = server.lastHead;
    QVERIFY(head.startsWith("POST /api/product/v1/modifySaleRangePds/1/"));
    QVERIFY(head.contains("HTTP/1.1"));
    QVERIFY(head.contains("Content-Type: application/json"));
    QVERIFY(head.contains("Content-Length: 16"));
    QVERIFY(head.toLower().contains("gzip"));
    QVERIFY(!head.contains("secret-key"));
    QVERIFY(!head.contains("Upgrade")); // HTTP/2 is off
}

void TestTransport::rateIsKept()
{
    ClosingServer server(makeListener(false));
    server.closeAfter = 1000;
    ConnectionSettings settings = settingsFor(QStringLiteral("http"), server.port());
    settings.requestsPerSecond = 20;
    Connection connection(settings, AppKey("k"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(sendAll(connection, 11).size(), 11U);
    QVERIFY(timer.elapsed() >= 490); // a rate is a lower bound on time, whatever the machine does
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
