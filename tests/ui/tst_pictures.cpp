// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of merchants: fetched when a person asks, over HTTPS only, and never more than is good.
#include "core/language.h"
#include "openapi/tls_servers.h"
#include "review/picture_strip.h"

#include <QBuffer>
#include <QHostAddress>
#include <QImage>
#include <QMap>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>

using namespace rangedesk;
using tests::Authority;
using ui::PictureStrip;

namespace {

/// A server with files, and a loader that trusts it.
struct Files
{
    Authority authority;
    QSslServer server;
    ConnectionSettings settings;
    QMap<QByteArray, QByteArray> files;
    int asked = 0;

    bool start()
    {
        if (!authority.make() || !authority.sign(QStringLiteral("good"), QStringLiteral("localhost")))
            return false;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(authority.pem("good.pem")));
        tls.setPrivateKey(QSslKey(authority.pem("good.key"), QSsl::Rsa));
        server.setSslConfiguration(tls);
        QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [this] { serve(); });
        settings.authorities = authority.pem("ca.pem");
        settings.proxy.kind = ProxyKind::None;
        return server.listen(QHostAddress::LocalHost);
    }
    void serve()
    {
        QTcpSocket* socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            const QByteArray request = socket->peek(65536);
            if (!request.contains("\r\n\r\n"))
                return;
            (void)socket->readAll();
            ++asked;
            const QByteArray name = request.split(' ').value(1).mid(1);
            const QByteArray body = files.value(name);
            if (name.startsWith("to-"))
                socket->write("HTTP/1.1 302 Found\r\nLocation: " + body + "\r\nContent-Length: 0\r\n\r\n");
            else
                socket->write((files.contains(name) ? QByteArray("HTTP/1.1 200 OK\r\n")
                                                    : QByteArray("HTTP/1.1 404 Not Found\r\n")) +
                              "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        });
    }
    void picture(const char* name, int width, int height)
    {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        QBuffer buffer(&files[name]);
        image.save(&buffer, "PNG");
    }
    QString address(const char* name) const
    {
        return QStringLiteral("https://localhost:%1/%2").arg(server.serverPort()).arg(QLatin1String(name));
    }
    std::unique_ptr<PictureLoader> loader() const
    {
        return std::make_unique<PictureLoader>(settings, nullptr, PictureLoader::Near::Allowed);
    }
};

/// What a loader says of an address; "bytes" where it brought some.
QString answerOf(PictureLoader& loader, const QString& address)
{
    QString answer;
    loader.load(address, [&answer](const Result<QByteArray>& bytes) {
        answer = bytes ? QStringLiteral("bytes") : bytes.error().text();
    });
    (void)QTest::qWaitFor([&answer] { return !answer.isEmpty(); }, 25000);
    return answer;
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setLanguage(QStringLiteral("en")); }
    void onlyWhenAsked();
    void onlySecure();
    void ownNetwork();
    void bounded();
    void throughTheSystemsProxy();
    void noPictures_data();
    void noPictures();
};

void TestPictures::onlyWhenAsked()
{
    Files files;
    QVERIFY(files.start());
    files.picture("a.png", 300, 200);
    files.picture("b.png", 3000, 100);
    PictureStrip strip(nullptr);
    strip.setLoader(files.loader());
    strip.setAddresses({files.address("a.png"), files.address("b.png")});
    strip.show();
    QVERIFY(!strip.isHidden());
    QCOMPARE(strip.shownCount(), 0);
    QSignalSpy wanted(&strip, &PictureStrip::pictureWanted);
    strip.button()->click();
    QTRY_COMPARE_WITH_TIMEOUT(strip.shownCount(), 2, 20000);
    QCOMPARE(strip.failedCount(), 0);
    QCOMPARE(files.asked, 2); // none of them before it was wished
    for (auto* thumb : strip.findChildren<QToolButton*>()) {
        QVERIFY(!thumb->accessibleName().isEmpty());
        thumb->click();
    }
    QCOMPARE(wanted.count(), 2);
    for (const auto& arguments : wanted)
        QVERIFY(arguments.front().value<QImage>().width() <= 1600);
    // It stays on for the next customer; one without pictures has no strip.
    strip.setAddresses({files.address("b.png")});
    QTRY_COMPARE_WITH_TIMEOUT(strip.shownCount(), 1, 20000);
    strip.setAddresses({});
    QVERIFY(strip.isHidden());
    strip.setAddresses({files.address("a.png")});
    strip.button()->click(); // off
    QCOMPARE(strip.shownCount(), 0);
}

void TestPictures::onlySecure()
{
    Files files;
    QVERIFY(files.start());
    files.picture("a.png", 30, 20);
    const auto loader = files.loader();
    QCOMPARE(answerOf(*loader, files.address("a.png")), QStringLiteral("bytes"));
    for (const char* address :
         {"http://localhost:1/a.png", "file:///etc/passwd", "https://", "javascript:1", "",
          "https://user:word@localhost/a.png", "ftp://localhost/a.png", "https://local host/a.png"})
        QVERIFY2(answerOf(*loader, QString::fromLatin1(address)).contains(QStringLiteral("HTTPS")), address);
    // A certificate of an authority that nobody knows is refused, and cannot be waved through.
    ConnectionSettings untrusting = files.settings;
    untrusting.authorities.clear();
    PictureLoader stranger(untrusting, nullptr, PictureLoader::Near::Allowed);
    QVERIFY(answerOf(stranger, files.address("a.png")).contains(QStringLiteral("certificate")));
    // In the program nothing near is asked, whatever merchants write.
    PictureLoader strict(files.settings);
    for (const QString& address :
         {files.address("a.png"), QStringLiteral("https://127.0.0.1/a.png"),
          QStringLiteral("https://192.168.1.1/a.png"), QStringLiteral("https://intranet/a.png"),
          QStringLiteral("https://localhost./a.png"), QStringLiteral("https://[::1]/a.png")})
        QVERIFY2(answerOf(strict, address).contains(QStringLiteral("HTTPS")), qPrintable(address));
}

/// Where a name leads is looked at as well as the name.
void TestPictures::ownNetwork()
{
    for (const char* address :
         {"127.0.0.1", "127.1.2.3", "0.0.0.0", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.31.255.255",
          "192.168.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "fec0::1",
          "::ffff:10.0.0.1", "::ffff:127.0.0.1", "ff02::1", ""})
        QVERIFY2(PictureLoader::isNear(QHostAddress(QLatin1String(address))), address);
    for (const char* address : {"8.8.8.8", "100.128.0.1", "172.32.0.1", "192.169.0.1", "11.0.0.1",
                                "2001:4860:4860::8888", "::ffff:8.8.8.8"})
        QVERIFY2(!PictureLoader::isNear(QHostAddress(QLatin1String(address))), address);
}

void TestPictures::bounded()
{
    Files files;
    QVERIFY(files.start());
    files.files["large.png"] = QByteArray(static_cast<qsizetype>(limits::pictureBytes) + 1, 'x');
    const auto loader = files.loader();
    QVERIFY(answerOf(*loader, files.address("large.png")).contains(QStringLiteral("too large")));
    QVERIFY(answerOf(*loader, files.address("not-there.png")).contains(QStringLiteral("404")));
    // A picture that has moved is followed, but not out of HTTPS, and not for ever.
    files.picture("a.png", 30, 20);
    files.files["to-a"] = files.address("a.png").toUtf8();
    files.files["to-plain"] = "http://localhost:1/a.png";
    files.files["to-itself"] = files.address("to-itself").toUtf8();
    QCOMPARE(answerOf(*loader, files.address("to-a")), QStringLiteral("bytes"));
    for (const char* name : {"to-plain", "to-itself"})
        QVERIFY2(answerOf(*loader, files.address(name)) != QStringLiteral("bytes"), name);
    // A few are on their way at once; all of them come, and none once they are not wanted.
    files.picture("a.png", 30, 20);
    int came = 0;
    for (int i = 0; i < 12; ++i)
        loader->load(files.address("a.png"),
                     [&came](const Result<QByteArray>& bytes) { came += bytes ? 1 : 0; });
    QTRY_COMPARE_WITH_TIMEOUT(came, 12, 20000);
    loader->load(files.address("a.png"), [&came](const Result<QByteArray>&) { ++came; });
    loader->cancelAll();
    QCOMPARE(answerOf(*loader, files.address("a.png")), QStringLiteral("bytes")); // it would have come before
    QCOMPARE(came, 12);
}

/// The system is asked for the proxy of each host before the request leaves.
void TestPictures::throughTheSystemsProxy()
{
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    QByteArray asked;
    connect(&proxy, &QTcpServer::newConnection, &proxy, [&] {
        QTcpSocket* socket = proxy.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&asked, socket] {
            asked += socket->readAll();
            socket->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    const QByteArray before = qgetenv("https_proxy");
    qputenv("https_proxy", QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort()).toUtf8());
    ConnectionSettings settings;
    settings.proxy.kind = ProxyKind::System;
    PictureLoader loader(settings, nullptr, PictureLoader::Near::Allowed);
    const QString answer = answerOf(loader, QStringLiteral("https://pictures.example/a.png"));
    // What is dropped while the system is asked does not start afterwards.
    bool isTold = false;
    PictureLoader dropped(settings, nullptr, PictureLoader::Near::Allowed);
    dropped.load(QStringLiteral("https://other.example/a.png"),
                 [&isTold](const Result<QByteArray>&) { isTold = true; });
    QCoreApplication::processEvents();
    dropped.cancelAll();
    const QString next = answerOf(dropped, QStringLiteral("https://third.example/a.png"));
    if (before.isEmpty())
        qunsetenv("https_proxy");
    else
        qputenv("https_proxy", before);
    QVERIFY(!answer.isEmpty() && answer != QLatin1String("bytes"));
    QVERIFY2(asked.startsWith("CONNECT pictures.example:443"), asked.constData());
    QVERIFY(!next.isEmpty() && asked.contains("CONNECT third.example:443"));
    QVERIFY(!isTold && !asked.contains("other.example"));
}

void TestPictures::noPictures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("html") << QByteArray("<html><img src=x></html>");
    QTest::newRow("drawing") << QByteArray(
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc'/></svg>");
    QTest::newRow("broken") << QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
    // A head that promises 60,000 x 60,000 pixels.
    QTest::newRow("huge") << QByteArray::fromHex(
        "89504e470d0a1a0a0000000d494844520000ea600000ea60080200000000000000");
}

void TestPictures::noPictures()
{
    QFETCH(const QByteArray, bytes);
    const auto picture = ui::decodedPicture(bytes);
    QVERIFY(!picture);
    QVERIFY(!picture.error().text().isEmpty());
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
