// SPDX-License-Identifier: GPL-3.0-or-later
// The client is killed at random moments of runs of 2,000 requests at full speed, while the server loses
// replies, closes connections, answers 503 and is slow; so is each resumption. After the last one, and
// repeating what certainly failed, there is one final state, no row was applied twice, and the report
// balances. RANGEDESK_FAULT_KILLS sets how often (default 2; packaging/kill-test.sh for a thousand).
#include "cli/programs.h"
#include "demo/demo_data.h"

#include <QRandomGenerator>
#include <QThread>
#include <numeric>
#include <set>

using namespace rangedesk;
using rangedesk::tests::DemoProgram;
using rangedesk::tests::Desk;
using rangedesk::tests::Run;

namespace {

constexpr std::size_t ranges = 40;
constexpr std::size_t products = 50;
constexpr int killsOfRun = 12; ///< at most; a run may be through before

QByteArray sheetText()
{
    const demo::DemoData data = demo::seedData();
    QByteArray text = "dept_code,city_level_name,product_code,is_must_sale,is_new\n";
    for (std::size_t range = 0; range < ranges; ++range) {
        for (std::size_t product = 0; product < products; ++product)
            text += QByteArray::fromStdString(data.dimensions[0].values[range % 20].code + ',' +
                                              data.dimensions[7].values[range / 20].name + ',' +
                                              data.products[(range * 7 + product) % 300].code) +
                    ",1,0\n";
    }
    return text;
}

QStringList oneByOne(const QStringList& command)
{
    return command + QStringList{QStringLiteral("--products-per-request"), QStringLiteral("1")};
}

/// Some of each kind, spread over the run.
bool addFaults(const DemoProgram& demo, QRandomGenerator& random)
{
    for (const char* kind :
         {"close-after", "close-before", "truncated", "http503", "http500", "other-message"}) {
        for (int i = 0; i < 2; ++i) {
            const QByteArray fault = QByteArray("fault=") + kind +
                                     ":modifySaleRangePds:1:" + QByteArray::number(random.bounded(400));
            if (!demo.set(fault).isEmpty())
                return false;
        }
    }
    return demo.set("latency=" + QByteArray::number(8 + random.bounded(16))).isEmpty();
}

/// Products that were applied more often than once, as target and product.
QByteArray appliedTwice(const QByteArray& log)
{
    std::set<QByteArray> seen;
    for (const QByteArray& line : log.split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() == 5 && cells[0] == "modifySaleRangePds" && cells[2] == "applied" &&
            !seen.insert(cells[4]).second)
            return cells[4];
    }
    return {};
}

/// Where the program was by its words: "preview", "sending", "settling", "verifying", "finished".
QByteArray phaseOf(const QByteArray& words)
{
    QByteArray phase = "before";
    for (const QByteArray& line : words.split('\n')) {
        if (line.startsWith("Phase: "))
            phase = line.mid(7).split(':').first();
        else if (line.startsWith("Settling "))
            phase = "settling";
    }
    return phase;
}

/// Runs the command and kills it @p delay (ms) after it came to @p moment; the phase it was in.
QByteArray killed(const Desk& desk, const QStringList& command, const QByteArray& moment, int delay)
{
    QProcess process;
    desk.prepare(process, command);
    process.setReadChannel(QProcess::StandardError);
    process.start();
    if (!process.waitForStarted())
        return "not started";
    QByteArray err;
    while (!err.contains(moment) && process.waitForReadyRead(60000))
        err += process.readAllStandardError();
    QThread::msleep(static_cast<unsigned long>(delay));
    process.kill();
    process.waitForFinished();
    return phaseOf(err + process.readAllStandardError());
}

bool balances(const Run& run)
{
    const auto n = [&](const char* name) { return run.count(name); };
    return n("rows_read") == n("refused") + n("excluded") + n("unchanged") + n("held") + n("planned") &&
           n("planned") ==
               n("verified") + n("accepted") + n("rejected") + n("failed") + n("unknown") + n("not_sent");
}

} // namespace

class TestKillFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedAmidFaults();
    void cleanupTestCase();

private:
    void killedRun(int number, int kills);

    QByteArray m_expected;
    QMap<QByteArray, int> m_killedIn;
};

void TestKillFaults::killedAmidFaults()
{
    const int wished = std::max(2, qEnvironmentVariableIntValue("RANGEDESK_FAULT_KILLS"));
    const int mostRuns = wished * 3 + 10; // some are through before they are killed
    for (int number = 0, done = 0; done < wished && number < mostRuns; ++number) {
        killedRun(number, std::min(wished - done, killsOfRun));
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(QStringLiteral("run %1").arg(number)));
        done = std::accumulate(m_killedIn.cbegin(), m_killedIn.cend(), 0) - m_killedIn.value("finished");
        if (wished > killsOfRun)
            qInfo("run %d: %d kills", number, done);
    }
}

void TestKillFaults::killedRun(int number, int kills)
{
    if (m_expected.isEmpty()) {
        DemoProgram demo;
        QVERIFY(demo.start());
        const Desk desk(&demo);
        QCOMPARE(desk.import(desk.write(QStringLiteral("s.csv"), sheetText())).exitCode, 0);
        m_expected = demo.get("/_demo/state");
    }
    const int seed = qEnvironmentVariableIntValue("RANGEDESK_KILL_SEED") + 4711;
    QRandomGenerator random(static_cast<quint32>(number + seed));
    DemoProgram demo;
    QVERIFY(demo.start());
    const Desk desk(&demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheetText());
    QStringList command = oneByOne({QStringLiteral("import"), file, QStringLiteral("--kind"),
                                    QStringLiteral("range-products"), QStringLiteral("--apply")});
    for (int kill = 0; kill < kills; ++kill) {
        QVERIFY(addFaults(demo, random));
        // Mostly while it sends; now and then at any moment. The faults make it settle most of the time.
        const bool atAnyMoment = kill > 0 && random.bounded(5) == 0;
        const QByteArray phase = killed(desk, command, atAnyMoment ? "Phase: " : "Phase: sending",
                                        random.bounded(atAnyMoment ? 4000 : 1500));
        ++m_killedIn[phase];
        const Run shown = desk.run({QStringLiteral("jobs"), QStringLiteral("show"), QStringLiteral("1")});
        QVERIFY2(balances(shown), shown.out.constData());
        if (phase == "finished")
            break;
        command = {QStringLiteral("jobs"), QStringLiteral("resume"), QStringLiteral("1")};
    }

    // Resumed as often as it takes; then what certainly failed is sent once more, by a job of its own.
    qint64 job = 1;
    Run last;
    for (int round = 0; round < 8; ++round) {
        last = desk.run({QStringLiteral("jobs"), QStringLiteral("show"), QString::number(job)});
        const QString state = last.json()[QStringLiteral("state")].toString();
        QVERIFY2(balances(last), last.out.constData());
        if (state == QLatin1String("interrupted")) {
            (void)desk.run({QStringLiteral("jobs"), QStringLiteral("resume"), QString::number(job)});
            continue;
        }
        if (last.count("verified") == last.count("planned"))
            break;
        (void)desk.run(oneByOne({QStringLiteral("retry"), QString::number(job), QStringLiteral("--apply")}));
        ++job;
    }
    QCOMPARE(last.count("verified"), last.count("planned"));
    QCOMPARE(demo.get("/_demo/state"), m_expected);
    const QByteArray twice = appliedTwice(demo.get("/_demo/log"));
    QVERIFY2(twice.isEmpty(), twice.constData());
    const Run reported =
        desk.run({QStringLiteral("jobs"), QStringLiteral("report"), QStringLiteral("1"),
                  QStringLiteral("--report"), desk.folder.filePath(QStringLiteral("report.xlsx"))});
    QCOMPARE(reported.exitCode, 0);
}

void TestKillFaults::cleanupTestCase()
{
    for (auto at = m_killedIn.begin(); at != m_killedIn.end(); ++at)
        qInfo("killed in %s: %d", at.key().constData(), at.value());
}

QTEST_GUILESS_MAIN(TestKillFaults)
#include "tst_kill_faults.moc"
