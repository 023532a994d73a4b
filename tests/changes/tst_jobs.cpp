// SPDX-License-Identifier: GPL-3.0-or-later
// Whole jobs against the demo server: outcomes, faults, halving, interruption and resume.
#include "changes/report.h"
#include "changes/row_store.h"
#include "core/text.h"
#include "demo/demo_data.h"
#include "store/database.h"
#include "support/sheet_maker.h"
#include "support/test_world.h"

#include <QFile>
#include <QTest>
#include <set>

using namespace rangedesk;
using tests::State;
using tests::World;

namespace {

const demo::DemoData& seed()
{
    static const demo::DemoData data = demo::seedData();
    return data;
}

std::string departmentCode(std::size_t index)
{
    return seed().dimensions[0].values[index].code;
}

/// Rows for ranges "department and city tier", which the seed rarely has: value `count` products each.
std::string sheetOf(std::size_t ranges, std::size_t products, const std::string& flags = "1,0")
{
    std::string csv = "dept_code,type_code,product_code,is_must_sale,is_new\n";
    for (std::size_t r = 0; r < ranges; ++r) {
        for (std::size_t p = 0; p < products; ++p)
            csv += departmentCode(r % 20) + ',' + seed().dimensions[4].values[r / 20].code + ',' +
                   seed().products[p].code + ',' + flags + '\n';
    }
    return csv;
}

struct LogLine
{
    std::string operation;
    std::string msgId;
    bool applied;
    std::string body;
};

std::vector<LogLine> writesOf(World& world)
{
    std::vector<LogLine> lines;
    for (const QByteArray& line : QByteArray::fromStdString(world.server.log()).split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() == 5 && cells[0].startsWith("modify"))
            lines.push_back({cells[0].toStdString(), cells[1].toStdString(), cells[2] == "applied",
                             cells[4].toStdString()});
    }
    return lines;
}

/// No write was applied twice: the same body is there once.
bool appliedOnce(World& world)
{
    std::set<std::string> bodies;
    for (const LogLine& line : writesOf(world)) {
        if (line.applied && !bodies.insert(line.body).second)
            return false;
    }
    return true;
}

bool balances(const JobCounts& c)
{
    return c.rowsRead == c.refused + c.excluded + c.unchanged + c.held + c.planned &&
           c.planned == c.verified + c.accepted + c.rejected + c.failed + c.unknown + c.notSent;
}

} // namespace

#define VERIFY_WELL(outcome)                                                                                 \
    QVERIFY2(!(outcome).problem, (outcome).problem ? qPrintable((outcome).problem->text()) : "");            \
    QVERIFY(balances((outcome).job.counts))

class TestJobs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Database::setFaultInjector({}); }
    void appliesAndVerifies();
    void matchesRowByRowApplier();
    void dryRunIsPure();
    void deletesAfterwards();
    void perRowKeepsRangesFilled();
    void repeatsShareTheOutcome();
    void lostReplies_data();
    void lostReplies();
    void throttledWritesAreQueuedAgain();
    void endlessThrottlingIsResumable();
    void lastProductsWarn();
    void halvingNamesTheCulprit();
    void partlyAppliedRefusal();
    void refusalsOfTheWholeRequest_data();
    void refusalsOfTheWholeRequest();
    void lateVisibility();
    void neverVisible();
    void shortListsAreOnlyAccepted();
    void namesResolvedByReadingBack();
    void stopOnError();
    void stopOnErrorHoldsOnResume();
    void partlyAppliedAndLost();
    void unresolvedRowsGoOnAfterResume();
    void resumeWithoutServerKeepsTheRows();
    void faultyCustomersStopNobody();
    void manyPages();
    void missingPermission();
    void interruptAndResume();
    void cancelSendsNothingMore();
    void pauseHoldsBack();
    void changedMeanwhile();
    void resumeKeepsToItsServer();
    void customers_data();
    void customers();
    void everyDatabaseFailure();
    void fullDiskPauses();
    void everyRequestFailure_data();
    void everyRequestFailure();
    void reportColumns();
};

void TestJobs::appliesAndVerifies()
{
    World world;
    const JobOutcome outcome = world.apply(sheetOf(12, 30));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.state, JobState::Done);
    QCOMPARE(outcome.job.counts.rowsRead, 360);
    QCOMPARE(outcome.job.counts.verified, outcome.job.counts.planned);
    QVERIFY(outcome.job.counts.verified > 300);
    QCOMPARE(outcome.job.counts.requestsSent, 12);
    // The second time the server holds it all.
    const JobOutcome again = world.apply(sheetOf(12, 30));
    VERIFY_WELL(again);
    QCOMPARE(again.job.counts.unchanged, 360);
    QCOMPARE(again.job.counts.requestsSent, 0);
    // And the journal tells the same.
    Journal journal = world.openJournal();
    QCOMPARE(journal.jobs().value().size(), 2U);
    const auto loaded = loadJob(journal.job(1).value().value(), *world.data, journal);
    QCOMPARE(countRows(loaded->batch).verified, outcome.job.counts.verified);
}

void TestJobs::matchesRowByRowApplier()
{
    World world;
    State expected = tests::parseState(world.server.state());
    tests::SheetWish wish;
    wish.rows = 6000;
    wish.ranges = 150;
    const tests::MadeSheet sheet = tests::makeSheet(seed(), wish, expected);
    tests::applyRows(sheet, expected);
    const JobOutcome outcome = world.apply(sheet.csv());
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.verified, outcome.job.counts.planned);
    QVERIFY(outcome.job.counts.refused > 50);
    QVERIFY(outcome.job.counts.unchanged > 100);
    const std::string difference =
        tests::describeDifference(expected, tests::parseState(world.server.state()));
    QVERIFY2(difference.empty(), difference.c_str());
}

void TestJobs::dryRunIsPure()
{
    World world;
    const std::string before = world.server.state();
    const JobOutcome first = world.dryRun(sheetOf(5, 20));
    const JobOutcome second = world.dryRun(sheetOf(5, 20));
    QVERIFY(!first.problem);
    QCOMPARE(packRows(first.batch), packRows(second.batch)); // the same plan, byte for byte
    QCOMPARE(first.job.counts.notSent, first.job.counts.planned);
    QCOMPARE(world.server.state(), before);
    QVERIFY(writesOf(world).empty());
    QVERIFY(world.openJournal().jobs().value().empty());
}

void TestJobs::deletesAfterwards()
{
    World world;
    const State before = tests::parseState(world.server.state());
    QVERIFY(!world.apply(sheetOf(6, 20)).problem);
    ImportOptions options;
    options.operation = OperationChoice::Delete;
    const JobOutcome outcome = world.apply(sheetOf(6, 25), options);
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.unchanged, 6 * 5); // nothing to remove
    QCOMPARE(outcome.job.counts.verified, 6 * 20);
    for (const auto& [range, products] : tests::parseState(world.server.state()))
        QVERIFY(before.contains(range)); // ranges whose last product went are gone
}

void TestJobs::perRowKeepsRangesFilled()
{
    World world;
    QVERIFY(!world.apply(sheetOf(1, 3)).problem);
    ImportOptions options;
    options.operation = OperationChoice::PerRow;
    std::string csv = "dept_code,type_code,product_code,is_must_sale,is_new,opt_type\n";
    for (std::size_t p = 0; p < 3; ++p)
        csv += departmentCode(0) + ',' + seed().dimensions[4].values[0].code + ',' + seed().products[p].code +
               ",1,0,1\n";
    csv += departmentCode(0) + ',' + seed().dimensions[4].values[0].code + ',' + seed().products[9].code +
           ",1,0,0\n";
    const JobOutcome outcome = world.apply(csv, options);
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.verified, 4);
    const auto writes = writesOf(world);
    QVERIFY(writes[1].body.find("\"opt_type\":\"0\"") != std::string::npos); // adding goes first
    QVERIFY(writes[2].body.find("\"opt_type\":\"1\"") != std::string::npos);
}

void TestJobs::repeatsShareTheOutcome()
{
    World world;
    const std::string once = sheetOf(1, 2);
    const JobOutcome outcome = world.apply(once + once.substr(once.find('\n') + 1));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.rowsRead, 4);
    QCOMPARE(outcome.job.counts.verified, 4);
    QCOMPARE(writesOf(world).size(), 1U);
    QVERIFY(explanation(outcome.batch, outcome.batch.rows[2], outcome.requests)
                .contains(QLatin1String("line 2")));
}

void TestJobs::lostReplies_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("applied");
    QTest::newRow("closed after it was applied") << QByteArray("close-after") << true;
    QTest::newRow("silent after it was applied") << QByteArray("silent-after") << true;
    QTest::newRow("truncated reply") << QByteArray("truncated") << true;
    QTest::newRow("another msg_id") << QByteArray("other-message") << true;
    QTest::newRow("closed before") << QByteArray("close-before") << false;
    QTest::newRow("silent before") << QByteArray("silent-before") << false;
    QTest::newRow("HTTP 500") << QByteArray("http500") << false;
    QTest::newRow("HTTP 503") << QByteArray("http503") << false;
    QTest::newRow("HTML") << QByteArray("html") << false;
    QTest::newRow("redirect") << QByteArray("redirect") << false;
}

/// Unknown is settled by reading back: applied becomes verified, absent becomes failed; neither is repeated.
void TestJobs::lostReplies()
{
    QFETCH(QByteArray, fault);
    QFETCH(bool, applied);
    World world;
    ConnectionSettings settings = world.settings();
    settings.firstByteTimeout = std::chrono::milliseconds(500);
    world.reconnect(settings);
    QVERIFY(world.server.set("fault=" + fault.toStdString() + ":modifySaleRangePds:1:1"));
    const JobOutcome outcome = world.apply(sheetOf(4, 5));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.verified, applied ? 20 : 15);
    QCOMPARE(outcome.job.counts.failed, applied ? 0 : 5);
    QCOMPARE(outcome.job.counts.unknown, 0);
    QVERIFY(appliedOnce(world));
    QCOMPARE(writesOf(world).size(), 4U);
}

void TestJobs::throttledWritesAreQueuedAgain()
{
    World world;
    QVERIFY(world.server.set("fault=throttle:modifySaleRangePds:1"));
    QVERIFY(world.server.set("fault=http429:modifySaleRangePds:1"));
    const JobOutcome outcome = world.apply(sheetOf(3, 4));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.verified, 12);
    std::set<std::string> messages;
    for (const LogLine& line : writesOf(world))
        QVERIFY(messages.insert(line.msgId).second); // each time a new msg_id
    QCOMPARE(messages.size(), 5U);
}

void TestJobs::endlessThrottlingIsResumable()
{
    World world;
    QVERIFY(world.server.set("fault=throttle:modifySaleRangePds:6"));
    const JobOutcome outcome = world.apply(sheetOf(1, 4));
    QVERIFY(outcome.problem);
    QCOMPARE(outcome.problem->kind, ErrorKind::Interrupted);
    QCOMPARE(outcome.job.counts.notSent, 4); // refused before work is not "rejected"
    QCOMPARE(writesOf(world).size(), 6U);    // once, and five times again
    const JobOutcome resumed = world.resume(outcome.job.id);
    VERIFY_WELL(resumed);
    QCOMPARE(resumed.job.counts.verified, 4);
}

void TestJobs::lastProductsWarn()
{
    World world;
    QVERIFY(!world.apply(sheetOf(1, 3)).problem);
    ImportOptions options;
    options.operation = OperationChoice::Delete;
    const JobOutcome outcome = world.dryRun(sheetOf(1, 3), options);
    QVERIFY(std::any_of(outcome.batch.warnings.begin(), outcome.batch.warnings.end(),
                        [](const Warning& w) { return w.kind == Warning::Kind::LastProducts; }));
    QVERIFY(world.dryRun(sheetOf(1, 2), options).batch.warnings.empty());
}

void TestJobs::halvingNamesTheCulprit()
{
    World world;
    QVERIFY(world.server.set("refuse-product=" + seed().products[37].code));
    const JobOutcome outcome = world.apply(sheetOf(2, 64));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.rejected, 2);
    QCOMPARE(outcome.job.counts.verified, 126);
    QVERIFY(outcome.job.counts.requestsSent <= 2 + 2 * 20);
    for (const Row& row : outcome.batch.rows) {
        if (row.state == RowState::Rejected) {
            QCOMPARE(outcome.batch.products[row.product].value, seed().products[37].code);
            QVERIFY(outcome.requests[row.request - 1].message.contains(
                QStringLiteral("停用"))); // the server's words
        }
    }
}

void TestJobs::partlyAppliedRefusal()
{
    World world;
    QVERIFY(world.server.set("fault=refuse-partly:modifySaleRangePds:1:0:处理中断"));
    const JobOutcome outcome = world.apply(sheetOf(1, 16));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.verified, 16); // what was applied is seen before the rest is sent again
    const auto writes = writesOf(world);
    QVERIFY(writes.size() >= 2);
    QVERIFY(writes[1].body.find(seed().products[0].code) == std::string::npos);
}

void TestJobs::refusalsOfTheWholeRequest_data()
{
    QTest::addColumn<QByteArray>("assignment");
    QTest::addColumn<qint64>("most");
    QTest::newRow("ranges switched off: never halved") << QByteArray("ranges-disabled=1") << qint64(2);
    QTest::newRow("same words for both halves: halved once")
        << QByteArray("fault=refuse:modifySaleRangePds:-1:0:部门已停用") << qint64(6);
}

void TestJobs::refusalsOfTheWholeRequest()
{
    QFETCH(QByteArray, assignment);
    QFETCH(qint64, most);
    World world;
    QVERIFY(world.server.set(assignment.toStdString()));
    const JobOutcome outcome = world.apply(sheetOf(2, 40));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.rejected, 80);
    QCOMPARE(outcome.job.counts.requestsSent, most);
}

void TestJobs::lateVisibility()
{
    World world;
    QVERIFY(world.server.set("visible-delay=1500"));
    world.pauses = readBackPauses; // 0, 2 and 10 seconds
    const JobOutcome outcome = world.apply(sheetOf(2, 5));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.verified, 10);
}

void TestJobs::neverVisible()
{
    World world;
    QVERIFY(world.server.set("visible-delay=600000"));
    const JobOutcome outcome = world.apply(sheetOf(2, 5));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.accepted, 10);
    QCOMPARE(outcome.batch.rows[0].note, RowNote::NotVisible);
}

void TestJobs::shortListsAreOnlyAccepted()
{
    World world;
    QVERIFY(!world.apply(sheetOf(1, 10)).problem);
    QVERIFY(world.server.set("cut-short=1"));
    const JobOutcome outcome = world.apply(sheetOf(1, 10, "0,1"));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.verified, 5);
    QCOMPARE(outcome.job.counts.accepted, 5);
    ImportOptions options;
    options.operation = OperationChoice::Delete;
    const JobOutcome deletion = world.apply(sheetOf(1, 10), options);
    VERIFY_WELL(deletion);
    QCOMPARE(deletion.job.counts.held, 5); // never "nothing to remove"
}

void TestJobs::namesResolvedByReadingBack()
{
    World world;
    // No rule holds the dimension's values any more: nothing read resolves the name before, the new rule
    // does afterwards.
    const demo::DimensionData& tier = seed().dimensions[7];
    for (const auto& rule : seed().rangeRules) {
        if (rule.deleted || !rule.on.contains(7))
            continue;
        std::string body = "{";
        for (const auto& [dimension, values] : rule.on)
            body += (body.size() > 1 ? "," : "") + ('"' + seed().dimensions[dimension].prefix) + "_id\":\"" +
                    seed().dimensions[dimension].values[values[0]].id + '"';
        world.server.edit("removeSaleRange", body + '}');
    }
    QVERIFY(world.server.set("hide-deleted=1"));
    const JobOutcome outcome = world.apply(tier.prefix + "_name,product_code,is_must_sale,is_new\n" +
                                           tier.values[0].name + ',' + seed().products[0].code + ",1,0\n");
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.batch.rows[0].comparison, Comparison::NotComparable);
    QCOMPARE(outcome.job.counts.verified, 1);
}

void TestJobs::stopOnError()
{
    World world;
    ImportOptions options;
    options.send.stopOnError = true;
    const JobOutcome refused = world.apply(sheetOf(2, 4) + ",,X,1,0\n", options);
    VERIFY_WELL(refused);
    QCOMPARE(refused.job.counts.notSent, 8);
    QCOMPARE(refused.job.state, JobState::Cancelled);
    QVERIFY(!refused.notice.isEmpty());
    QVERIFY(writesOf(world).empty());
    ConnectionSettings settings = world.settings();
    settings.inFlight = 1;
    world.reconnect(settings);
    QVERIFY(world.server.set("fault=refuse:modifySaleRangePds:1:1"));
    const JobOutcome rejected = world.apply(sheetOf(4, 4), options);
    VERIFY_WELL(rejected);
    QCOMPARE(rejected.job.counts.verified, 4);
    QCOMPARE(rejected.job.counts.rejected, 4);
    QCOMPARE(rejected.job.counts.notSent, 8);
}

void TestJobs::stopOnErrorHoldsOnResume()
{
    World world;
    ImportOptions options;
    options.send.stopOnError = true;
    ConnectionSettings settings = world.settings();
    settings.inFlight = 1;
    world.reconnect(settings);
    QVERIFY(world.server.set("fault=refuse:modifySaleRangePds:1:1"));
    world.stopAfter(1, RequestState::Rejected);
    const JobOutcome stopped = world.apply(sheetOf(4, 4), options);
    QVERIFY(stopped.problem);
    world.goOn();
    const std::size_t before = writesOf(world).size();
    const JobOutcome resumed = world.resume(stopped.job.id);
    VERIFY_WELL(resumed);
    QCOMPARE(writesOf(world).size(), before); // the rejection still stands
    QCOMPARE(resumed.job.counts.rejected, 4);
    QCOMPARE(resumed.job.counts.notSent, 8);
}

void TestJobs::partlyAppliedAndLost()
{
    World world;
    ImportOptions options;
    options.send.productsPerRequest = 4;
    QVERIFY(world.server.set("fault=close-partly:modifySaleRangePds:1"));
    const JobOutcome outcome = world.apply(sheetOf(1, 12), options);
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.failed, 2); // read back: half of the first request is there
    QCOMPARE(outcome.job.counts.verified, 10);
    QCOMPARE(outcome.job.counts.notSent, 0);
}

/// Values that nothing named at the preview are named after the first request; that is no outside change.
void TestJobs::unresolvedRowsGoOnAfterResume()
{
    World world;
    for (const auto& rule : seed().rangeRules) {
        if (rule.deleted || !rule.on.contains(7))
            continue;
        std::string body = "{";
        for (const auto& [dimension, values] : rule.on)
            body += (body.size() > 1 ? ",\"" : "\"") + seed().dimensions[dimension].prefix + "_id\":\"" +
                    seed().dimensions[dimension].values[values[0]].id + '"';
        world.server.edit("removeSaleRange", body + '}');
    }
    QVERIFY(world.server.set("hide-deleted=1"));
    std::string csv = "dept_code,city_level_name,product_code,is_must_sale,is_new\n";
    for (std::size_t d = 0; d < 20; ++d)
        csv += departmentCode(d) + ',' + seed().dimensions[7].values[0].name + ",SP10001,1,0\n";
    ConnectionSettings settings = world.settings();
    settings.inFlight = 1;
    world.reconnect(settings);
    QVERIFY(world.server.set("latency=20"));
    world.stopAfter(2, RequestState::Accepted);
    const JobOutcome stopped = world.apply(csv);
    QVERIFY(stopped.problem);
    QVERIFY(stopped.job.counts.notSent > 10);
    QCOMPARE(stopped.batch.rows[0].comparison, Comparison::NotComparable);
    world.goOn();
    const JobOutcome resumed = world.resume(stopped.job.id);
    VERIFY_WELL(resumed);
    QCOMPARE(resumed.job.counts.held, 0);
    QCOMPARE(resumed.job.counts.verified, 20);
}

void TestJobs::resumeWithoutServerKeepsTheRows()
{
    World world;
    world.sink = [&world](const Progress& progress) {
        world.control.stop = progress.phase == JobPhase::Sending;
    };
    const JobOutcome stopped = world.apply(sheetOf(3, 3));
    QVERIFY(stopped.problem);
    world.goOn();
    QVERIFY(world.server.set("fault=html:getSaleRangePds:1"));
    const JobOutcome failed = world.resume(stopped.job.id);
    QVERIFY(failed.problem);
    QCOMPARE(failed.job.state, JobState::Interrupted);
    QCOMPARE(failed.batch.rows[4].line, 6U);
    QCOMPARE(failed.job.counts.rowsRead, 9);
    QCOMPARE(world.resume(stopped.job.id).job.counts.verified, 9);
}

void TestJobs::faultyCustomersStopNobody()
{
    World world;
    ImportOptions options;
    options.kind = ChangeKind::CustomerProducts;
    const std::string csv = "cm_code,product_code,is_must_sale,is_new\n" + std::string(101, 'K') +
                            ",SP10001,1,0\n" + seed().customers[5].code +
                            ",SP10001,1,0\nKH-NONE,SP10001,1,0\n";
    const JobOutcome outcome = world.apply(csv, options);
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.refused, 1);
    QCOMPARE(outcome.job.counts.verified, 1);
    QCOMPARE(outcome.job.counts.rejected, 1); // the server does not know it
}

/// More rules than two pages: a complete reading after the windows must really be complete.
void TestJobs::manyPages()
{
    World world;
    tests::SheetWish wish;
    wish.rows = 2300;
    wish.ranges = 2300;
    wish.faulty = 0;
    tests::MadeSheet sheet = tests::makeSheet(seed(), wish);
    QVERIFY(!world.apply(sheet.csv()).problem);
    for (tests::MadeRow& row : sheet.rows)
        row.csv.replace(row.csv.size() - 3, 3,
                        row.flags == "00"   ? "1,1"
                        : row.flags == "11" ? "0,0"
                        : row.flags == "01" ? "1,0"
                                            : "0,1");
    ConnectionSettings settings = world.settings();
    settings.inFlight = 1;
    world.reconnect(settings);
    QVERIFY(world.server.set("fault=close-before:modifySaleRangePds:1:2295"));
    const JobOutcome outcome = world.apply(sheet.csv());
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.failed, 1);
    QVERIFY(outcome.job.counts.verified > 2250);
    QCOMPARE(outcome.job.counts.verified + outcome.job.counts.failed + outcome.job.counts.accepted,
             outcome.job.counts.planned);
}

void TestJobs::missingPermission()
{
    World world;
    QVERIFY(world.server.set("fault=refuse:modifySaleRangePds:-1:0:没有权限"));
    const JobOutcome outcome = world.apply(sheetOf(40, 2));
    QVERIFY(outcome.problem); // for several targets in a row: the rest stays unsent, to be resumed
    QCOMPARE(outcome.problem->kind, ErrorKind::Refused);
    QVERIFY(outcome.job.counts.notSent > 40);
    QVERIFY(balances(outcome.job.counts));
    World other;
    QVERIFY(other.server.set("fault=refuse:modifySaleRangePds:1:0:该商品未授权"));
    const JobOutcome one = other.apply(sheetOf(5, 2));
    VERIFY_WELL(one);
    QCOMPARE(one.job.counts.rejected, 2);
    QCOMPARE(one.job.counts.verified, 8);
}

void TestJobs::interruptAndResume()
{
    World world;
    QVERIFY(world.server.set("latency=10"));
    world.stopAfter(10, RequestState::Accepted);
    const JobOutcome stopped = world.apply(sheetOf(100, 6));
    QVERIFY(stopped.problem);
    QCOMPARE(stopped.problem->kind, ErrorKind::Interrupted);
    QCOMPARE(stopped.job.state, JobState::Interrupted);
    QVERIFY(balances(stopped.job.counts));
    QVERIFY(stopped.job.counts.notSent > 0);
    world.goOn();
    QFile::remove(world.folder.filePath(QStringLiteral("sheet.csv"))); // the job has its own copy
    const JobOutcome resumed = world.resume(stopped.job.id);
    VERIFY_WELL(resumed);
    QCOMPARE(resumed.job.state, JobState::Done);
    QCOMPARE(resumed.job.counts.verified, resumed.job.counts.planned);
    QCOMPARE(resumed.job.counts.rowsRead, 600);
    QVERIFY(appliedOnce(world));
}

void TestJobs::cancelSendsNothingMore()
{
    World world;
    QVERIFY(world.server.set("latency=10"));
    world.cancelAfter(10, RequestState::Accepted);
    const JobOutcome outcome = world.apply(sheetOf(100, 6));
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.state, JobState::Cancelled);
    QVERIFY(outcome.job.counts.notSent > 0);
    QVERIFY(outcome.job.counts.verified > 0);
    QCOMPARE(outcome.job.counts.accepted, 0); // what was sent is verified all the same
    QCOMPARE(static_cast<qint64>(writesOf(world).size()), outcome.job.counts.requestsSent);
}

void TestJobs::pauseHoldsBack()
{
    World world;
    int seenPaused = 0;
    world.control.pause = true;
    world.sink = [&](const Progress& progress) {
        if (progress.paused && ++seenPaused == 3) {
            QVERIFY(writesOf(world).empty());
            world.control.pause = false;
        }
    };
    const JobOutcome outcome = world.apply(sheetOf(5, 5));
    VERIFY_WELL(outcome);
    QCOMPARE(seenPaused, 3);
    QCOMPARE(outcome.job.counts.verified, 25);
}

void TestJobs::changedMeanwhile()
{
    World world;
    QVERIFY(world.server.set("latency=10"));
    QVERIFY(!world.apply(sheetOf(60, 2, "0,0")).problem);
    world.stopAfter(6, RequestState::Accepted);
    const JobOutcome stopped = world.apply(sheetOf(60, 2, "1,1"));
    QCOMPARE(stopped.problem->kind, ErrorKind::Interrupted);
    world.goOn();
    // Another user changes a row that was not sent yet.
    const auto unsent = std::find_if(stopped.batch.rows.begin(), stopped.batch.rows.end(),
                                     [](const Row& row) { return row.state == RowState::NotSent; });
    QVERIFY(unsent != stopped.batch.rows.end());
    std::string range = "range";
    for (const Condition& condition : stopped.batch.targets[unsent->target].conditions)
        range += ' ' + std::string(dimensionPrefix(condition.dimension)) + '=' + condition.value + ';';
    world.server.edit(
        "modifySaleRangePds",
        tests::editBody(seed(), range, {{stopped.batch.products[unsent->product].value, "01"}}));
    const JobOutcome resumed = world.resume(stopped.job.id);
    VERIFY_WELL(resumed);
    QCOMPARE(resumed.job.counts.held, 1);
    QCOMPARE(resumed.job.counts.verified, resumed.job.counts.planned);
    const Row& held = resumed.batch.rows[static_cast<std::size_t>(unsent - stopped.batch.rows.begin())];
    QCOMPARE(held.note, RowNote::ChangedMeanwhile);
}

void TestJobs::resumeKeepsToItsServer()
{
    World world;
    world.control.stop = true;
    const JobOutcome stopped = world.apply(sheetOf(1, 1));
    QVERIFY(stopped.problem);
    world.control.stop = false;
    Journal journal = world.openJournal();
    const auto readsBefore = world.connection().readsSent();
    const JobOutcome other = ImportJob(world.connection(), QStringLiteral("another"), world.control, {})
                                 .resume(journal.job(stopped.job.id).value().value(), *world.data, journal);
    QCOMPARE(other.problem->kind, ErrorKind::Usage);
    QCOMPARE(world.connection().readsSent(), readsBefore);
}

void TestJobs::customers_data()
{
    QTest::addColumn<QByteArray>("by");
    QTest::addColumn<QByteArray>("assignment");
    QTest::addColumn<int>("count");
    for (const char* by : {"cm_id", "cm_code", "cm_source_code"}) {
        QTest::newRow(qPrintable(QLatin1String(by) + QStringLiteral(", each asked for")))
            << QByteArray(by) << QByteArray() << 4;
        QTest::newRow(qPrintable(QLatin1String(by) + QStringLiteral(", all read")))
            << QByteArray(by) << QByteArray() << 40;
    }
    QTest::newRow("reading all is refused") << QByteArray("cm_code") << QByteArray("need-customer=1") << 40;
    QTest::newRow("rules come without customers")
        << QByteArray("cm_code") << QByteArray("no-customers=1") << 40;
    QTest::newRow("repeated products") << QByteArray("cm_code") << QByteArray("repeats=1") << 12;
}

void TestJobs::customers()
{
    QFETCH(QByteArray, by);
    QFETCH(QByteArray, assignment);
    QFETCH(int, count);
    World world;
    QVERIFY(assignment.isEmpty() || world.server.set(assignment.toStdString()));
    std::string csv = by.toStdString() + ",product_code,is_must_sale,is_new\n";
    for (int i = 0; i < count; ++i) {
        // Half of them have a rule already, half have none.
        const std::size_t index = i % 2 == 0
                                      ? seed().customerRules[static_cast<std::size_t>(i)].customers.front()
                                      : static_cast<std::size_t>(i);
        const demo::CustomerData& customer = seed().customers[index];
        const std::string value = by == "cm_id"     ? customer.id
                                  : by == "cm_code" ? customer.code
                                                    : customer.sourceCode;
        for (std::size_t p = 100; p < 105; ++p)
            csv += value + ',' + seed().products[p].code + ",1,1\n";
    }
    ImportOptions options;
    options.kind = ChangeKind::CustomerProducts;
    const JobOutcome outcome = world.apply(csv, options);
    VERIFY_WELL(outcome);
    QCOMPARE(outcome.job.counts.rowsRead, count * 5);
    QCOMPARE(outcome.job.counts.held, 0);
    // A rule whose list is cut short proves absence of nothing; all the rest is read back.
    QVERIFY(outcome.job.counts.verified + outcome.job.counts.accepted == outcome.job.counts.planned);
    QVERIFY(outcome.job.counts.verified >= outcome.job.counts.planned - 10);
    options.operation = OperationChoice::Delete;
    const JobOutcome deletion = world.apply(csv, options);
    VERIFY_WELL(deletion);
    QVERIFY(deletion.job.counts.verified >= deletion.job.counts.planned - 10);
}

/// The n-th access to the journal fails, for every n: after a resume there is one final state, and no
/// write was applied twice.
void TestJobs::everyDatabaseFailure()
{
    const std::string csv = sheetOf(5, 3);
    World reference;
    QVERIFY(!reference.apply(csv).problem);
    const std::string expected = reference.server.state();
    bool reachedEnd = false;
    int failing = 0;
    while (!reachedEnd && failing < 300) {
        ++failing;
        World world;
        Journal journal = world.openJournal();
        CheckedFile file = world.checked(csv, {});
        int access = 0;
        Database::setFaultInjector([&access, failing] { return ++access == failing; });
        JobOutcome outcome = world.engine().apply(std::move(file), {}, *world.data, journal);
        reachedEnd = access < failing;
        Database::setFaultInjector({});
        if (outcome.job.id == 0) {
            QVERIFY(outcome.problem);
            QVERIFY(writesOf(world).empty()); // not recorded, so nothing was sent
            continue;
        }
        auto job = journal.job(outcome.job.id).value().value();
        if (job.state != JobState::Done) {
            outcome = world.engine().resume(std::move(job), *world.data, journal);
            VERIFY_WELL(outcome);
        }
        QCOMPARE(outcome.job.counts.verified, outcome.job.counts.planned);
        QCOMPARE(world.server.state(), expected);
        QVERIFY(appliedOnce(world));
    }
    QVERIFY(reachedEnd);
    QVERIFY(failing > 10);
}

/// Where somebody watches, a disk that fills pauses the run: nothing leaves that is not recorded, and it goes
/// on when there is room again.
void TestJobs::fullDiskPauses()
{
    World world;
    world.control.pausesAtLoss = true;
    Journal journal = world.openJournal();
    CheckedFile file = world.checked(sheetOf(40, 3), {});
    QVERIFY(world.server.set("latency=60"));
    std::atomic<bool> full{false};
    std::atomic<int> pauses{0};
    std::atomic<std::int64_t> sentWhileFull{0};
    std::atomic<std::int64_t> sentBefore{-1};
    world.sink = [&](const Progress& progress) {
        if (progress.phase == JobPhase::Sending && progress.requestsAnswered >= 3 && pauses == 0)
            full = true;
        if (!world.control.storageLost)
            return;
        if (sentBefore < 0)
            sentBefore = world.connection().writesSent();
        sentWhileFull = world.connection().writesSent() - sentBefore;
        if (++pauses == 5) { // somebody made room, and goes on
            full = false;
            world.control.pause = false;
        }
    };
    Database::setFaultInjector([&full] { return full.load(); });
    const JobOutcome outcome = world.engine().apply(std::move(file), {}, *world.data, journal);
    Database::setFaultInjector({});
    VERIFY_WELL(outcome);
    QVERIFY(pauses >= 5);
    QCOMPARE(sentWhileFull.load(), 0);
    QCOMPARE(outcome.job.counts.verified, 120);
    QVERIFY(appliedOnce(world));
    // Nobody watches: it ends, resumable.
    World alone;
    Journal other = alone.openJournal();
    CheckedFile again = alone.checked(sheetOf(40, 3), {});
    QVERIFY(alone.server.set("latency=60"));
    alone.sink = [&](const Progress& progress) {
        full = progress.phase == JobPhase::Sending && progress.requestsAnswered >= 3;
    };
    Database::setFaultInjector([&full] { return full.load(); });
    const JobOutcome broken = alone.engine().apply(std::move(again), {}, *alone.data, other);
    Database::setFaultInjector({});
    QVERIFY(broken.problem);
    const JobOutcome resumed = alone.resume(broken.job.id);
    VERIFY_WELL(resumed);
    QCOMPARE(resumed.job.counts.verified, 120);
    QVERIFY(appliedOnce(alone));
}

void TestJobs::everyRequestFailure_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("closed after") << QByteArray("close-after");
    QTest::newRow("HTTP 500") << QByteArray("http500");
    QTest::newRow("refused") << QByteArray("refuse");
}

/// The n-th request of any kind fails, for every n: the counts balance, and what is not verified was
/// certainly not applied twice.
void TestJobs::everyRequestFailure()
{
    QFETCH(QByteArray, fault);
    const std::string csv = sheetOf(3, 2);
    for (int failing = 0; failing < 8; ++failing) {
        World world;
        QVERIFY(world.server.set("fault=" + fault.toStdString() + "::1:" + std::to_string(failing)));
        JobOutcome outcome = world.apply(csv);
        QVERIFY(balances(outcome.job.counts));
        if (outcome.problem)
            outcome = world.resume(outcome.job.id);
        VERIFY_WELL(outcome);
        QVERIFY(appliedOnce(world));
        QCOMPARE(outcome.job.counts.verified + outcome.job.counts.failed, outcome.job.counts.planned);
    }
}

void TestJobs::reportColumns()
{
    World world;
    const JobOutcome outcome = world.apply("备注,dept_code,product_code,is_must_sale\n\"=1,5\",BM01," +
                                               seed().products[0].code + ",1\nx,BM01,P-NONE,1\nx,,P,1\n",
                                           [] {
                                               ImportOptions options;
                                               options.sheet.ignoredColumns << QStringLiteral("备注");
                                               return options;
                                           }());
    VERIFY_WELL(outcome);
    const QString path = world.folder.filePath(QStringLiteral("report.csv"));
    QVERIFY(writeReport(path, outcome.batch, outcome.requests).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines[0],
             QByteArray("\xEF\xBB\xBF备注,dept_code,product_code,is_must_sale,outcome,change,request_id,"
                        "server_message,verified,reason\r"));
    QVERIFY(lines[1].startsWith("\"=1,5\",BM01,")); // the input columns are untouched
    QVERIFY(lines[2].contains("rejected") && lines[2].contains("商品不存在"));
    QVERIFY(lines[3].contains("refused"));
    QCOMPARE(writeReport(QStringLiteral("/proc/none/r.csv"), outcome.batch, outcome.requests).error().kind,
             ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
