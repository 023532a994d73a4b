// SPDX-License-Identifier: GPL-3.0-or-later
// The client is killed at random moments of each phase; after a resume there is one final state, and the
// server applied no row twice. RANGEDESK_KILLS sets how often (default 20).
#include "cli/programs.h"
#include "demo/demo_data.h"
#include "support/sheet_maker.h"

#include <QRandomGenerator>
#include <QThread>
#include <set>

using namespace rangedesk;
using rangedesk::tests::DemoProgram;
using rangedesk::tests::Desk;
using rangedesk::tests::Run;

namespace {

const QByteArrayList phases{"preview", "sending", "halving", "verifying", "finished"};

/// Rows of 40 ranges; one product is refused by the server, so that there is halving.
QByteArray sheetText()
{
    const demo::DemoData data = demo::seedData();
    QByteArray text = "dept_code,city_level_name,product_code,is_must_sale,is_new\n";
    for (std::size_t range = 0; range < 40; ++range) {
        for (std::size_t product = 0; product < 24; ++product)
            text += QByteArray::fromStdString(data.dimensions[0].values[range % 20].code + ',' +
                                              data.dimensions[7].values[range / 20].name + ',' +
                                              data.products[(range * 7 + product) % 300].code) +
                    ",1,0\n";
    }
    return text;
}

/// Every product of every applied write, as target and product.
bool appliedTwice(const QByteArray& log, QByteArray& which)
{
    std::set<QByteArray> seen;
    for (const QByteArray& line : log.split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() != 5 || cells[0] != "modifySaleRangePds" || cells[2] != "applied")
            continue;
        QJsonObject body = QJsonDocument::fromJson(cells[4]).object();
        const QJsonArray products = body.take(QStringLiteral("sale_products")).toArray();
        const QByteArray target = QJsonDocument(body).toJson(QJsonDocument::Compact);
        for (const QJsonValue& product : products) {
            which = target + product.toObject()[QStringLiteral("product_code")].toString().toUtf8();
            if (!seen.insert(which).second)
                return true;
        }
    }
    return false;
}

} // namespace

class TestKilled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedAtRandomMoments_data();
    void killedAtRandomMoments();
    void cleanupTestCase();

private:
    void start(DemoProgram& demo);
    QByteArray m_expected;
    QSet<QByteArray> m_killed;           ///< phases with a kill
    QMap<QByteArray, int> m_interrupted; ///< how many kills of a phase left a job to resume
};

void TestKilled::killedAtRandomMoments_data()
{
    QTest::addColumn<QByteArray>("phase");
    QTest::addColumn<int>("number");
    const int kills = qEnvironmentVariableIntValue("RANGEDESK_KILLS") > 0
                          ? qEnvironmentVariableIntValue("RANGEDESK_KILLS")
                          : 20;
    for (int i = 0; i < kills; ++i) {
        const QByteArray phase = phases[i % phases.size()];
        QTest::newRow((phase + ' ' + QByteArray::number(i)).constData()) << phase << i;
    }
}

void TestKilled::start(DemoProgram& demo)
{
    QVERIFY(demo.start({QStringLiteral("--set"), QStringLiteral("latency=15"), QStringLiteral("--set"),
                        QStringLiteral("refuse-product=SP10037")}));
}

void TestKilled::killedAtRandomMoments()
{
    QFETCH(QByteArray, phase);
    QFETCH(int, number);
    if (m_expected.isEmpty()) {
        DemoProgram demo;
        start(demo);
        const Desk desk(&demo);
        const Run run = desk.import(desk.write(QStringLiteral("s.csv"), sheetText()));
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.count("rejected") > 0);
        m_expected = demo.get("/_demo/state");
    }
    DemoProgram demo;
    start(demo);
    // The first kill of each phase meets it for certain: the server takes its time, and there is no delay.
    const bool isCertain = number < phases.size();
    if (phase == "preview" || isCertain)
        QVERIFY(demo.set(!isCertain           ? "latency=60"
                         : phase == "preview" ? "latency=5000"
                                              : "latency=300")
                    .isEmpty());
    const Desk desk(&demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheetText());
    const QString report = desk.folder.filePath(QStringLiteral("report.csv"));
    QProcess process;
    desk.prepare(process,
                 {QStringLiteral("import"), file, QStringLiteral("--kind"), QStringLiteral("range-products"),
                  QStringLiteral("--apply"), QStringLiteral("--report"), report});
    process.setReadChannel(QProcess::StandardError);
    process.start();
    QByteArray err;
    const auto comesTo = [&](const QByteArray& word) {
        while (!err.contains(word) && process.waitForReadyRead(60000))
            err += process.readAllStandardError();
        return err.contains(word);
    };
    if (phase == "preview" && isCertain) {
        const auto isRecorded = [&desk] {
            return !desk.run({QStringLiteral("jobs")}).json()[QStringLiteral("jobs")].toArray().isEmpty();
        };
        QTRY_VERIFY(isRecorded());
    } else if (phase != "preview" && isCertain) {
        QVERIFY(comesTo("sending"));
        if (phase != "finished")
            QVERIFY(demo.set("latency=3000").isEmpty());
    }
    QVERIFY(comesTo(phase == "halving" ? QByteArray("sending") : phase));
    if (phase == "halving") {
        // The server has refused something: from now on the client is about to halve.
        while (!demo.get("/_demo/log").contains("\t-\t1\t") && !process.waitForFinished(2))
            ;
    }
    const int most = phase == "preview" ? 30 : phase == "finished" ? 6 : phase == "verifying" ? 40 : 250;
    if (!isCertain)
        QThread::usleep(static_cast<unsigned long>(
            QRandomGenerator(static_cast<quint32>(number) + 77).bounded(most * 1000)));
    process.kill();
    process.waitForFinished();
    m_killed.insert(phase);
    QVERIFY(demo.set("latency=15").isEmpty());

    const QJsonArray jobs = desk.run({QStringLiteral("jobs")}).json()[QStringLiteral("jobs")].toArray();
    Run last;
    if (jobs.isEmpty()) {
        QVERIFY(!demo.get("/_demo/log")
                     .contains("modifySaleRangePds")); // killed before it was recorded: no trace
        last = desk.import(file);
    } else if (jobs[0].toObject()[QStringLiteral("state")].toString() == QLatin1String("interrupted")) {
        ++m_interrupted[phase];
        last = desk.run({QStringLiteral("jobs"), QStringLiteral("resume"), QStringLiteral("1")});
    } else {
        last = desk.run({QStringLiteral("jobs"), QStringLiteral("show"), QStringLiteral("1")});
    }
    QVERIFY2(last.exitCode == 0 || last.exitCode == 1, last.err.constData());
    QCOMPARE(last.count("verified") + last.count("rejected"), last.count("planned"));
    QVERIFY(last.count("rejected") > 0);
    QCOMPARE(demo.get("/_demo/state"), m_expected);
    QByteArray which;
    QVERIFY2(!appliedTwice(demo.get("/_demo/log"), which), which.constData());
    const Run reported = desk.run({QStringLiteral("jobs"), QStringLiteral("report"), QStringLiteral("1"),
                                   QStringLiteral("--report"), report});
    QCOMPARE(reported.exitCode, 0);
}

/// A kill that came too late proves nothing: most must have met a job under way.
void TestKilled::cleanupTestCase()
{
    for (const QByteArray& phase :
         {QByteArray("preview"), QByteArray("sending"), QByteArray("halving"), QByteArray("verifying")}) {
        qInfo("%s: %d jobs were interrupted", phase.constData(), m_interrupted.value(phase));
        QVERIFY(m_interrupted.value(phase) > 0 || !m_killed.contains(phase));
    }
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
