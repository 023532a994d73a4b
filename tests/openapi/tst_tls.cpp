// SPDX-License-Identifier: GPL-3.0-or-later
// Against `openssl s_server` with a certificate of every fault, and through tinyproxy: what is not trusted is
// refused before a byte of the request leaves, and said; a company's own authority and proxies work.
#include "openapi/call.h"
#include "openapi/proxy.h"
#include "tls_servers.h"

#include <QSslCertificate>

using namespace rangedesk;
using namespace rangedesk::tests;
using namespace std::chrono_literals;

namespace {

ConnectionSettings settingsFor(quint16 port)
{
    ConnectionSettings settings;
    settings.baseUrl = QUrl(QStringLiteral("https://localhost:%1").arg(port));
    settings.openid = "1";
    settings.requestsPerSecond = 0;
    settings.connectTimeout = 20s;
    settings.proxy.kind = ProxyKind::None;
    return settings;
}

Delivery send(Connection& connection)
{
    auto queue = std::make_shared<CompletionQueue>();
    connection.send(Operation::QueryPdSaleRange, "{}", "m1", queue);
    auto completion = queue->next(30s);
    return completion ? std::move(completion->delivery) : Delivery{};
}

/// Sends, lets the server answer once the request is there, and gives the delivery.
Delivery exchange(Connection& connection, SecureServer& server)
{
    auto queue = std::make_shared<CompletionQueue>();
    connection.send(Operation::QueryPdSaleRange, "{}", "m1", queue);
    const bool came = QTest::qWaitFor([&] { return server.received().endsWith("\r\n\r\n{}"); }, 20000);
    if (came)
        server.answer(R"({"return_code":"0","return_msg":"ok","msg_id":"m1"})");
    auto completion = queue->next(20s);
    return completion ? std::move(completion->delivery) : Delivery{};
}

} // namespace

class TestTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void faultsAreRefusedAndSaid_data();
    void faultsAreRefusedAndSaid();
    void oldProtocolIsRefused();
    void ownAuthorityIsTrusted();
    void authorityDoesNotExcuseOtherFaults();
    void unusableAuthorities();
    void proxyIsUsed();
    void proxyWantsPassword();
    void proxyAsksForPassword();
    void proxyThatIsNotThere();
    void systemProxyIsAsked();
    void proxySettingsAreChecked();

private:
    Authority m_authority;
};

void TestTls::initTestCase()
{
    QVERIFY(m_authority.make());
    QVERIFY(m_authority.sign(QStringLiteral("good"), QStringLiteral("localhost")));
    QVERIFY(m_authority.sign(QStringLiteral("expired"), QStringLiteral("localhost"),
                             QStringLiteral("20200101000000Z"), QStringLiteral("20210305000000Z")));
    QVERIFY(m_authority.sign(QStringLiteral("future"), QStringLiteral("localhost"),
                             QStringLiteral("20450101000000Z"), QStringLiteral("20460101000000Z")));
    QVERIFY(m_authority.sign(QStringLiteral("other"), QStringLiteral("openapi.other.example")));
    QVERIFY(m_authority.selfSign(QStringLiteral("self"), QStringLiteral("localhost")));
}

void TestTls::faultsAreRefusedAndSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("trusts");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* title, const char* name, bool trusts, CertificateFault fault,
                        const char* says) {
        QTest::newRow(title) << QString::fromLatin1(name) << trusts << static_cast<int>(fault)
                             << QString::fromLatin1(says);
    };
    row("expired", "expired", true, CertificateFault::Expired, "2021-03-05");
    row("not yet valid", "future", true, CertificateFault::NotYetValid, "2045-01-01");
    row("of another host", "other", true, CertificateFault::OtherHost, "openapi.other.example");
    row("self-signed", "self", false, CertificateFault::SelfSigned, "signed it itself");
    row("of an unknown issuer", "good", false, CertificateFault::UnknownIssuer, "Quanling Test CA");
}

void TestTls::faultsAreRefusedAndSaid()
{
    QFETCH(QString, name);
    QFETCH(bool, trusts);
    QFETCH(int, fault);
    QFETCH(QString, says);
    SecureServer server;
    QVERIFY(server.serve(m_authority, name));
    ConnectionSettings settings = settingsFor(server.port());
    if (trusts)
        settings.authorities = m_authority.pem("ca.pem");
    Connection connection(settings, AppKey("canary-key"));
    const Delivery delivery = send(connection);
    QCOMPARE(delivery.kind, Delivery::Kind::NeverLeft);
    QVERIFY(delivery.tlsRefused);
    QVERIFY(delivery.hopeless);
    QVERIFY(delivery.refusedCertificate);
    const CertificateRefusal& refusal = *delivery.refusedCertificate;
    QVERIFY(std::find(refusal.faults.begin(), refusal.faults.end(), static_cast<CertificateFault>(fault)) !=
            refusal.faults.end());
    QString sentences;
    for (const CertificateFault each : refusal.faults)
        sentences += describe(each, refusal) + QLatin1Char(' ');
    QVERIFY2(sentences.contains(says), qPrintable(sentences));
    QVERIFY(!certificateAdvice(refusal).isEmpty());
    QCOMPARE(refusal.certificate.host, QStringLiteral("localhost"));
    QCOMPARE(refusal.certificate.fingerprint.size(), 95);
    QVERIFY(delivery.problem.contains(QStringLiteral("certificate")));
    QTest::qWait(50);
    QCOMPARE(server.received(), QByteArray()); // not a byte of the request
    // The connection still knows it, and a failed handshake is no proof that the network is gone.
    QVERIFY(connection.status().refusedCertificate);
    QVERIFY(!connection.unreachableSince());
    // The error of a read tells to look at the certificate.
    const auto read = queryDimensions(connection, {nullptr, {}});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Connection);
    QVERIFY(read.error().advice.contains(QStringLiteral("certificate")));
}

void TestTls::oldProtocolIsRefused()
{
    SecureServer server;
    QVERIFY(server.serve(
        m_authority, QStringLiteral("good"),
        {QStringLiteral("-tls1_1"), QStringLiteral("-cipher"), QStringLiteral("DEFAULT@SECLEVEL=0")}));
    ConnectionSettings settings = settingsFor(server.port());
    settings.authorities = m_authority.pem("ca.pem");
    Connection connection(settings, AppKey("k"));
    const Delivery delivery = send(connection);
    QCOMPARE(delivery.kind, Delivery::Kind::NeverLeft);
    QVERIFY(delivery.tlsRefused);
    QCOMPARE(server.received(), QByteArray());
}

void TestTls::ownAuthorityIsTrusted()
{
    SecureServer server;
    QVERIFY(server.serve(m_authority, QStringLiteral("good")));
    ConnectionSettings settings = settingsFor(server.port());
    settings.authorities = m_authority.pem("ca.pem");
    Connection connection(settings, AppKey("k"));
    const Delivery delivery = exchange(connection, server);
    QVERIFY2(delivery.kind == Delivery::Kind::Replied, qPrintable(delivery.problem));
    QCOMPARE(delivery.httpStatus, 200);
    const ConnectionStatus status = connection.status();
    QVERIFY(status.certificate);
    QCOMPARE(status.certificate->issuer, QStringLiteral("Quanling Test CA"));
    QCOMPARE(status.certificate->owners, QStringList{QStringLiteral("localhost")});
    QVERIFY(!status.refusedCertificate);
    QVERIFY(status.wasReached);
    // The text of another certificate does not open the door.
    settings.authorities = m_authority.pem("self.pem");
    SecureServer second;
    QVERIFY(second.serve(m_authority, QStringLiteral("good")));
    settings.baseUrl.setPort(second.port());
    Connection stranger(settings, AppKey("k"));
    QVERIFY(send(stranger).tlsRefused);
}

void TestTls::authorityDoesNotExcuseOtherFaults()
{
    SecureServer server;
    QVERIFY(server.serve(m_authority, QStringLiteral("self")));
    ConnectionSettings settings = settingsFor(server.port());
    settings.authorities = m_authority.pem("ca.pem");
    Connection connection(settings, AppKey("k"));
    QVERIFY(send(connection).tlsRefused);
    QCOMPARE(server.received(), QByteArray());
}

void TestTls::unusableAuthorities()
{
    QVERIFY(readAuthorities(m_authority.pem("ca.pem")));
    QCOMPARE(readAuthorities(m_authority.pem("ca.pem") + m_authority.pem("good.pem"))->size(), 2);
    const QList<QByteArray> refused{"",
                                    "hello",
                                    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                                    m_authority.pem("ca.key"),
                                    m_authority.pem("expired.pem"),
                                    m_authority.pem("ca.pem").repeated(60),
                                    QByteArray(300 * 1024, 'x')};
    for (const QByteArray& pem : refused) {
        const auto read = readAuthorities(pem);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Usage);
        QVERIFY(!read.error().advice.isEmpty());
    }
    ConnectionSettings settings = settingsFor(1);
    settings.authorities = "hello";
    QVERIFY(!checkedSettings(settings));
}

void TestTls::proxyIsUsed()
{
    SecureServer server;
    QVERIFY(server.serve(m_authority, QStringLiteral("good")));
    Tinyproxy proxy;
    QVERIFY(proxy.serve());
    ConnectionSettings settings = settingsFor(server.port());
    settings.authorities = m_authority.pem("ca.pem");
    settings.proxy = {ProxyKind::Manual, QStringLiteral("127.0.0.1"), proxy.port(), {}, nullptr};
    Connection connection(settings, AppKey("k"));
    QCOMPARE(exchange(connection, server).kind, Delivery::Kind::Replied);
    QVERIFY2(proxy.log().contains("CONNECT localhost"), proxy.log().constData());
    QCOMPARE(proxyText(settings), QStringLiteral("127.0.0.1:%1").arg(proxy.port()));
}

void TestTls::proxyWantsPassword()
{
    SecureServer server;
    QVERIFY(server.serve(m_authority, QStringLiteral("good")));
    Tinyproxy proxy;
    QVERIFY(proxy.serve(QStringLiteral("ops"), QStringLiteral("s3cret")));
    ConnectionSettings settings = settingsFor(server.port());
    settings.authorities = m_authority.pem("ca.pem");
    settings.proxy = {ProxyKind::Manual, QStringLiteral("127.0.0.1"), proxy.port(), QStringLiteral("ops"),
                      std::make_shared<const AppKey>("wrong")};
    for (const bool hasUser : {true, false}) {
        if (!hasUser)
            settings.proxy.user.clear();
        Connection connection(settings, AppKey("k"));
        const Delivery delivery = send(connection);
        QCOMPARE(delivery.kind, Delivery::Kind::NeverLeft);
        QVERIFY2(delivery.problem.contains(QStringLiteral("proxy")), qPrintable(delivery.problem));
        QVERIFY(!delivery.problem.contains(QStringLiteral("wrong")));
    }
    settings.proxy.user = QStringLiteral("ops");
    QCOMPARE(server.received(), QByteArray());
    settings.proxy.password = std::make_shared<const AppKey>("s3cret");
    Connection connection(settings, AppKey("k"));
    QCOMPARE(exchange(connection, server).kind, Delivery::Kind::Replied);
}

/// As squid says it; tinyproxy answers a wrong password by 401, which Qt does not take for a question.
void TestTls::proxyAsksForPassword()
{
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    int asked = 0;
    connect(&proxy, &QTcpServer::newConnection, this, [&] {
        QTcpSocket* socket = proxy.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&asked, socket] {
            if (!socket->readAll().endsWith("\r\n\r\n"))
                return;
            ++asked;
            socket->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                          "Proxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0\r\n\r\n");
        });
    });
    ConnectionSettings settings = settingsFor(443);
    settings.proxy = {ProxyKind::Manual, QStringLiteral("127.0.0.1"), proxy.serverPort(),
                      QStringLiteral("ops"), std::make_shared<const AppKey>("wrong")};
    Connection connection(settings, AppKey("k"));
    auto queue = std::make_shared<CompletionQueue>();
    connection.send(Operation::QueryPdSaleRange, "{}", "m1", queue);
    std::optional<Completion> completion;
    QVERIFY(QTest::qWaitFor(
        [&] {
            completion = queue->next(0ms);
            return completion.has_value();
        },
        20000));
    QCOMPARE(completion->delivery.kind, Delivery::Kind::NeverLeft);
    QVERIFY2(completion->delivery.hopeless, qPrintable(completion->delivery.problem));
    QVERIFY2(completion->delivery.problem.contains(QStringLiteral("password")),
             qPrintable(completion->delivery.problem));
    QVERIFY(asked <= 2); // a wrong password is not tried again and again
}

void TestTls::proxyThatIsNotThere()
{
    ConnectionSettings settings = settingsFor(443);
    settings.proxy = {ProxyKind::Manual, QStringLiteral("127.0.0.1"), freePort(), {}, nullptr};
    Connection connection(settings, AppKey("k"));
    const Delivery delivery = send(connection);
    QCOMPARE(delivery.kind, Delivery::Kind::NeverLeft);
    QVERIFY2(delivery.problem.contains(QStringLiteral("proxy")), qPrintable(delivery.problem));
}

void TestTls::systemProxyIsAsked()
{
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    QByteArray first;
    connect(&proxy, &QTcpServer::newConnection, this, [&] {
        QTcpSocket* socket = proxy.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&first, socket] {
            first += socket->readAll();
            if (first.contains("\r\n\r\n"))
                socket->disconnectFromHost();
        });
    });
    qunsetenv("no_proxy");
    qputenv("https_proxy", QByteArray("http://127.0.0.1:") + QByteArray::number(proxy.serverPort()));
    ConnectionSettings settings = settingsFor(443);
    settings.baseUrl = QUrl(QStringLiteral("https://openapi.quanling.example"));
    settings.proxy = {};
    {
        Connection connection(settings, AppKey("k"));
        auto queue = std::make_shared<CompletionQueue>();
        connection.send(Operation::QueryPdSaleRange, "{}", "m1", queue);
        QTRY_VERIFY_WITH_TIMEOUT(first.startsWith("CONNECT openapi.quanling.example:443"), 20000);
    }
    QVERIFY(proxyText(settings).contains(QString::number(proxy.serverPort())));
    // What stays on this computer does not go through it.
    settings.baseUrl = QUrl(QStringLiteral("https://localhost:443"));
    QVERIFY(!proxyText(settings).contains(QString::number(proxy.serverPort())));
    qunsetenv("https_proxy");
}

void TestTls::proxySettingsAreChecked()
{
    ConnectionSettings settings = settingsFor(443);
    settings.proxy = {ProxyKind::Manual, {}, 8080, {}, nullptr};
    QVERIFY(!checkedSettings(settings));
    settings.proxy.host = QStringLiteral("http://proxy.example");
    QVERIFY(!checkedSettings(settings));
    settings.proxy.host = QStringLiteral("proxy.example");
    QVERIFY(checkedSettings(settings));
    settings.proxy.port = 0;
    QVERIFY(!checkedSettings(settings));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
