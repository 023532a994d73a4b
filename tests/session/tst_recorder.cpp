// SPDX-License-Identifier: GPL-3.0-or-later
// What a session leaves in the log: every request, what was kept back, words for people; never the key or a
// signature; and a command for the shell that really works.
#include "openapi/decode.h"
#include "session/log_words.h"
#include "session/session.h"
#include "support/test_world.h"

#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;
using namespace std::chrono_literals;

namespace {

RequestTrace trace(Operation operation, const std::string& body, const std::string& reply, int status = 200)
{
    RequestTrace made;
    made.operation = operation;
    made.body = body;
    made.msgId = "m1";
    made.startedAt = QDateTime::currentDateTimeUtc();
    made.kind = Delivery::Kind::Replied;
    made.httpStatus = status;
    made.replyHead = reply;
    made.bytesReceived = static_cast<std::int64_t>(reply.size());
    return made;
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRequestOfASession();
    void writeLockIsLogged();
    void outcomes_data();
    void outcomes();
    void longReplies();
    void targetsInWords();
    void personalDataIsMasked();
    void curlWorksInAShell();
    void exportIsComplete();
    void echoedSignatureIsBlanked();
    void proxyPasswordIsNotDoneWithout();
};

void TestRecorder::everyRequestOfASession()
{
    tests::World world;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log.db"));
    {
        RequestLog log(path, folder.filePath(QStringLiteral("journal.db")), 30);
        RequestRecorder recorder(log, {QStringLiteral("test")}, true);
        Connection connection(checkedSettings(world.settings()).value(), AppKey(demo::DemoServer::key()), {},
                              &recorder);
        QVERIFY(queryDimensions(connection, {nullptr, {}}));
        RuleQuery query;
        query.pageNumber = 1;
        query.pageLength = 10;
        QVERIFY(queryRules(connection, Operation::GetSaleRangePds, query, {nullptr, {}}));
    }
    const auto entries = RequestLog::read(path, 0, 100);
    QVERIFY(entries);
    QCOMPARE(entries->size(), 2U);
    QCOMPARE(entries->at(0).operation, QStringLiteral("queryPdSaleRange"));
    QCOMPARE(entries->at(0).outcome, LogOutcome::Answered);
    QCOMPARE(entries->at(0).httpStatus, 200);
    QCOMPARE(entries->at(0).code, QStringLiteral("0"));
    QVERIFY(entries->at(1).bytesReceived > 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains(demo::DemoServer::key()));
    // Nor an address with a signature in it.
    QVERIFY(!bytes.contains("/api/"));
}

void TestRecorder::writeLockIsLogged()
{
    tests::World world;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log.db"));
    {
        RequestLog log(path, {}, 30);
        RequestRecorder recorder(log, {QStringLiteral("test")}, false);
        Connection connection(checkedSettings(world.settings()).value(), AppKey(demo::DemoServer::key()),
                              std::make_shared<WriteLock>(), &recorder);
        auto queue = std::make_shared<CompletionQueue>();
        connection.send(Operation::RemoveSaleRange, R"({"dept_id":"5"})", "m9", queue);
        QVERIFY(queue->next(5s));
    }
    const auto entries = RequestLog::read(path, 0, 100);
    QCOMPARE(entries->size(), 1U);
    QCOMPARE(entries->front().outcome, LogOutcome::KeptBack);
    QCOMPARE(entries->front().bytesSent, 0);
    QCOMPARE(entries->front().msgId, QStringLiteral("m9"));
    QVERIFY(entries->front().writes);
    QVERIFY(entries->front().requestBody.isEmpty()); // not asked for
}

void TestRecorder::outcomes_data()
{
    QTest::addColumn<std::string>("reply");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* title, const char* reply, int status, LogOutcome outcome,
                        const char* words) {
        QTest::newRow(title) << std::string(reply) << status << static_cast<int>(outcome)
                             << QString::fromUtf8(words);
    };
    row("number", R"({"return_code":0,"return_msg":"好"})", 200, LogOutcome::Answered, "好");
    row("refused", R"({"return_code":"100606","return_msg":"没有权限"})", 200, LogOutcome::Refused,
        "没有权限");
    row("malformed", "<html>", 200, LogOutcome::Unusable, "");
    row("server error", R"({"return_code":0})", 502, LogOutcome::Unusable, "502");
}

void TestRecorder::outcomes()
{
    QFETCH(std::string, reply);
    QFETCH(int, status);
    QFETCH(int, outcome);
    QFETCH(QString, words);
    const LogEntry entry = logEntryOf(trace(Operation::ModifySaleRangePds, "{}", reply, status), {}, false);
    QCOMPARE(static_cast<int>(entry.outcome), outcome);
    QVERIFY2(entry.words.contains(words), qPrintable(entry.words));
    // Of the clear operations 1 is an answer, too (api.md 2).
    const LogEntry clear =
        logEntryOf(trace(Operation::RemoveSaleRange, "{}", R"({"return_code":"1","return_msg":"删除成功!"})"),
                   {}, false);
    QCOMPARE(clear.outcome, LogOutcome::Answered);
    RequestTrace lost = trace(Operation::QueryCampaign, "{}", {}, 0);
    lost.kind = Delivery::Kind::Lost;
    lost.problem = QStringLiteral("gone");
    QCOMPARE(logEntryOf(lost, {}, false).outcome, LogOutcome::NoAnswer);
    lost.kind = Delivery::Kind::NeverLeft;
    QCOMPARE(logEntryOf(lost, {}, false).outcome, LogOutcome::NotSent);
    QCOMPARE(logEntryOf(lost, {}, false).bytesSent, 0);
}

void TestRecorder::longReplies()
{
    RequestTrace made = trace(Operation::QueryCampaign, "{}",
                              R"({"return_code": "0", "return_msg":"成功 \"x\"","response_data":"[{\"a)");
    made.replyTail = R"(b\"}]"})";
    LogEntry entry = logEntryOf(made, {}, true);
    QCOMPARE(entry.outcome, LogOutcome::Answered);
    QCOMPARE(entry.code, QStringLiteral("0"));
    QVERIFY(entry.words.startsWith(QStringLiteral("成功")));
    QVERIFY(entry.replyBody.isEmpty()); // cut apart, it could hold anything
    made.replyHead = R"({"response_data":"[{\"return_code\":\"5\")";
    made.replyTail = R"(}]","return_code":"1","return_msg":"失败"})";
    entry = logEntryOf(made, {}, false);
    QCOMPARE(entry.outcome, LogOutcome::Refused);
    QCOMPARE(entry.words, QStringLiteral("失败"));
    made.replyTail = "x";
    QCOMPARE(logEntryOf(made, {}, false).outcome, LogOutcome::Unusable);
}

void TestRecorder::targetsInWords()
{
    const LogEntry entry = logEntryOf(
        trace(
            Operation::ModifySaleRangePds,
            R"({"dept_code":"HD01","customer_level_name":"A级","opt_type":"1","sale_products":[{"a":1},{"a":2}]})",
            R"({"return_code":0})"),
        {}, false);
    const QString words = logTargetWords(entry);
    for (const char* part : {"Department HD01", "Customer level A级", "delete", "2 products"})
        QVERIFY2(words.contains(QString::fromUtf8(part)), qPrintable(words));
    QCOMPARE(operationWord(QStringLiteral("modifySaleRangePds")), QStringLiteral("Change range products"));
    QCOMPARE(operationWord(QStringLiteral("somethingNew")), QStringLiteral("somethingNew"));
    // A long value is cut, an id keeps every digit.
    const LogEntry longer = logEntryOf(
        trace(Operation::RemoveCmSaleRange,
              R"({"cm_id":"8930212674401593001","cm_name":")" + std::string(500, 'x') + "\"}", "{}"),
        {}, false);
    QVERIFY(logTargetWords(longer).contains(QStringLiteral("8930212674401593001")));
    QVERIFY(longer.target.size() < 400);
}

void TestRecorder::personalDataIsMasked()
{
    const std::string body =
        R"({"cm_id":"8930212674401593001","product_code":"13812345678","phone":"电话 13812345670","note":"身份证 320102199001011234",)"
        R"("merchant_information":"王小明，电话 13987654321，地址 南京市玄武区长江路 1 号"})";
    const QString masked = QString::fromUtf8(maskedBody(body));
    QVERIFY2(masked.contains(QStringLiteral("8930212674401593001")), qPrintable(masked));
    QVERIFY(masked.contains(QStringLiteral("13812345678"))); // nothing but digits: a code, not a telephone
    for (const char* secret : {"13812345670", "13987654321", "320102199001011234", "长江路"})
        QVERIFY2(!masked.contains(QString::fromUtf8(secret)), qPrintable(masked));
    const std::string reply =
        R"({"return_code":"0","response_data":"[{\"name\":\"店\",\"registered_customer\":[)"
        R"({\"merchant_information\":\"王小明，电话 13987654321，住址很长很长很长\"}]}]"})";
    const QString kept = QString::fromUtf8(maskedBody(reply));
    QVERIFY2(!kept.contains(QStringLiteral("13987654321")) && !kept.contains(QStringLiteral("很长很长")),
             qPrintable(kept));
    QVERIFY(kept.contains(QStringLiteral("店")));
    QVERIFY(maskedBody("{\"merchant_information\":\"cut").isEmpty());
    QVERIFY(maskedBody(std::string(100000, 'x')).size() < 40000);
}

void TestRecorder::curlWorksInAShell()
{
    tests::World world;
    RequestTrace made =
        trace(Operation::GetSaleRangePds, R"({"page_number":1,"page_length":2})", R"({"return_code":0})");
    const ConnectionSettings settings = checkedSettings(world.settings()).value();
    const LogOrigin origin{{}, normalisedAddress(settings.baseUrl), QString::fromStdString(settings.openid)};
    LogEntry entry = logEntryOf(made, origin, false);
    const QString command = curlCommand(entry, settings);
    QVERIFY(!command.contains(QString::fromLatin1(demo::DemoServer::key())));
    const auto run = [](const QString& script) {
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("RANGEDESK_APPKEY"), QString::fromLatin1(demo::DemoServer::key()));
        environment.insert(QStringLiteral("no_proxy"), QStringLiteral("*"));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
        while (shell.state() != QProcess::NotRunning)
            QTest::qWait(20); // the server lives in this thread
        return shell.readAllStandardOutput() + shell.readAllStandardError();
    };
    QByteArray said = run(command);
    QVERIFY2(said.contains("\"return_code\"") && said.contains("response_data"), said.constData());
    QVERIFY2(decodeRules(Operation::GetSaleRangePds, said.toStdString(), {}).has_value(), said.constData());
    // A body with an apostrophe and Chinese, as it was kept.
    entry = logEntryOf(trace(Operation::GetSaleRangeCusPds,
                             R"({"cm_name":"老王's 店","page_number":1,"page_length":1})",
                             R"({"return_code":0})"),
                       origin, true);
    said = run(curlCommand(entry, settings));
    QVERIFY2(said.contains("return_code"), said.constData());
    QVERIFY(!said.contains("签名"));
    // A write says that it is one, and without its body leaves a place for it.
    entry = logEntryOf(trace(Operation::RemoveSaleRange, R"({"dept_id":"5"})", R"({"return_code":0})"),
                       origin, false);
    const QString write = curlCommand(entry, settings);
    QVERIFY(write.contains(QStringLiteral("Careful")));
    QVERIFY(write.contains(QStringLiteral("body=''")));
    // It goes to the server of the entry, never to another; where that is not known it goes nowhere.
    const LogEntry nowhere = logEntryOf(
        trace(Operation::RemoveSaleRange, R"({"dept_id":"5"})", R"({"return_code":0})"), {}, false);
    QVERIFY(!curlCommand(nowhere, settings).contains(QStringLiteral("curl")));
    ConnectionSettings other = settings;
    other.baseUrl = QUrl(QStringLiteral("https://openapi.waiqin365.com"));
    other.proxy = {ProxyKind::Manual, QStringLiteral("proxy.example"), 3128, {}, nullptr};
    QVERIFY(!curlCommand(logEntryOf(made, origin, false), other).contains(QStringLiteral("waiqin")));
    // What was masked is not sent.
    entry = logEntryOf(
        trace(Operation::RemoveCmSaleRange, R"({"cm_name":"老王 13812345678"})", R"({"return_code":0})"),
        origin, true);
    QVERIFY(curlCommand(entry, settings).contains(QStringLiteral("body=''")));
}

void TestRecorder::exportIsComplete()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log.db"));
    {
        RequestLog writer(log, {}, 30);
        RequestRecorder recorder(writer, {QStringLiteral("p")}, false);
        recorder.requestOver(
            trace(Operation::QueryCampaign, "{}", R"({"return_code":"1","return_msg":"=cmd|x"})"));
        for (int i = 0; i < 10500; ++i) // more than one part
            recorder.requestOver(trace(Operation::QueryCampaign, "{}", R"({"return_code":"0"})"));
    }
    const QString path = folder.filePath(QStringLiteral("日志.csv"));
    const auto written = exportLog(path, log);
    QVERIFY(written);
    QCOMPARE(*written, 10501);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    QVERIFY(bytes.contains("'=cmd|x"));
    QVERIFY(bytes.contains("refused"));
    QCOMPARE(bytes.count("\r\n"), 10502);
    QVERIFY(!exportLog(QStringLiteral("/proc/none/x.csv"), log));
}

/// A server that quotes the path in its answer quotes the signature.
void TestRecorder::echoedSignatureIsBlanked()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray path;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&path, socket] {
            const QByteArray part = socket->readAll();
            if (!part.startsWith("POST "))
                return;
            path = part.split(' ').value(1);
            const QByteArray body = R"({"return_code":"9","return_msg":"no )" + path + "\"}";
            socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " +
                          QByteArray::number(body.size()) + "\r\n\r\n" + body);
        });
    });
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log.db"));
    ConnectionSettings settings;
    settings.baseUrl = QUrl(QStringLiteral("http://localhost:%1").arg(server.serverPort()));
    settings.openid = "1";
    {
        RequestLog writer(log, {}, 30);
        RequestRecorder recorder(writer, {QStringLiteral("p")}, true);
        Connection connection(settings, AppKey("key"), {}, &recorder);
        auto queue = std::make_shared<CompletionQueue>();
        connection.send(Operation::QueryPdSaleRange, "{}", "m1", queue);
        QVERIFY(QTest::qWaitFor([&] { return queue->next(0ms).has_value(); }, tests::patience));
    }
    const auto entry = RequestLog::readEntry(log, 1);
    QVERIFY(entry && *entry);
    const QByteArray digest = path.split('/').value(path.count('/') - 1);
    QCOMPARE(digest.size(), 32);
    QVERIFY((*entry)->words.startsWith(QLatin1String("no ")));
    QVERIFY(!(*entry)->words.contains(QString::fromLatin1(digest)));
    QVERIFY(!(*entry)->replyBody.isEmpty() && !(*entry)->replyBody.contains(digest));
}

/// A wrong password locks accounts: without one nothing is sent. A rehearsal, which may have been another
/// kind before, needs none.
void TestRecorder::proxyPasswordIsNotDoneWithout()
{
    const QTemporaryDir folder;
    SessionWish wish;
    wish.dataDir = folder.path();
    wish.connection.openid = "1";
    wish.connection.proxy = {ProxyKind::Manual, QStringLiteral("proxy.example"), 3128, QStringLiteral("ops"),
                             nullptr};
    Session refused(wish, AppKey("key"));
    const auto none = refused.connection();
    QVERIFY(!none && none.error().what.contains(QStringLiteral("password")));
    refused.setProxyPassword(AppKey("s3cret"));
    QVERIFY(refused.connection());
    wish.demo = true;
    Session rehearsal(wish, AppKey());
    const auto connection = rehearsal.connection();
    QVERIFY(connection && queryDimensions(**connection, {nullptr, {}}));
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
