// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of a clearing (api.md 2): one of four outcomes, of a range and of a customer; what will be
// lost; and what is held because it moved.
#include "changes/cell_values.h"
#include "changes/change_rows.h"
#include "changes/follow_up.h"
#include "changes/report.h"
#include "demo/demo_data.h"
#include "support/test_world.h"

#include <QFile>
#include <QTest>

using namespace rangedesk;
using tests::World;

namespace {

const demo::DemoData& seed()
{
    static const demo::DemoData data = demo::seedData();
    return data;
}

ImportOptions clearing(ChangeKind kind)
{
    ImportOptions options;
    options.operation = OperationChoice::Clear;
    options.kind = kind;
    return options;
}

std::string department(std::size_t index)
{
    return seed().dimensions[0].values[index].code;
}

std::string type(std::size_t index)
{
    return seed().dimensions[4].values[index].code;
}

/// A sheet that clears something that is there, or is not.
std::string sheetOf(World& world, bool ofCustomers, bool isThere)
{
    if (ofCustomers) {
        std::set<std::string> having;
        for (const auto& rule : seed().customerRules) {
            for (const auto customer : rule.customers)
                having.insert(seed().customers[customer].code);
        }
        const auto& rules = seed().customerRules;
        const auto rule = std::find_if(rules.begin(), rules.end(),
                                       [](const auto& r) { return !r.deleted && r.customers.size() == 1; });
        if (isThere)
            return "cm_code\n" + seed().customers[rule->customers.front()].code + '\n';
        for (const auto& customer : seed().customers) {
            if (!having.contains(customer.code))
                return "cm_id\n" + customer.id + '\n';
        }
        return {};
    }
    std::string filled = "dept_code,type_code,product_code,is_must_sale,is_new\n";
    for (std::size_t p = 0; p < 5; ++p)
        filled += department(0) + ',' + type(0) + ',' + seed().products[p].code + ",1,0\n";
    if (world.apply(filled).problem)
        qFatal("the range cannot be filled");
    return "dept_code,type_code\n" +
           (isThere ? department(0) + ',' + type(0) : department(19) + ',' + type(3)) + '\n';
}

} // namespace

class TestClearings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void outcomes_data();
    void outcomes();
    void outcomeOfRows_data();
    void outcomeOfRows();
    void whatIsLost();
    void heldWhereItMoved();
};

void TestClearings::outcomes_data()
{
    QTest::addColumn<bool>("ofCustomers");
    QTest::addColumn<int>("outcome");
    for (const bool ofCustomers : {false, true}) {
        const char* kind = ofCustomers ? "customer" : "range";
        const auto add = [&](const char* name, ClearOutcome outcome) {
            QTest::addRow("%s, %s", kind, name) << ofCustomers << static_cast<int>(outcome);
        };
        add("cleared", ClearOutcome::Cleared);
        add("nothing to clear", ClearOutcome::NothingToClear);
        add("not cleared", ClearOutcome::NotCleared);
        add("could not be verified", ClearOutcome::NotVerified);
    }
}

void TestClearings::outcomes()
{
    QFETCH(const bool, ofCustomers);
    QFETCH(const int, outcome);
    const auto wanted = static_cast<ClearOutcome>(outcome);
    World world;
    const std::string sheet = sheetOf(world, ofCustomers, wanted != ClearOutcome::NothingToClear);
    const ImportOptions options =
        clearing(ofCustomers ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts);
    if (wanted == ClearOutcome::NotCleared)
        QVERIFY(world.server.set("visible-delay=60000"));
    if (wanted == ClearOutcome::NotVerified) {
        // The preview is read, what comes after the writing is refused.
        const auto reads = world.dryRun(sheet, options).job.counts.reads;
        QVERIFY(reads > 0);
        QVERIFY(world.server.set(std::string("fault=refuse:") +
                                 (ofCustomers ? "getSaleRangeCusPds" : "getSaleRangePds") +
                                 ":-1:" + std::to_string(reads) + ":没有权限"));
    }
    const JobOutcome job = world.apply(sheet, options);
    QCOMPARE(job.batch.rows.size(), std::size_t(1));
    QCOMPARE(static_cast<int>(clearOutcome(job.batch.rows.front())), outcome);
    // The report says it in the same words.
    const QString path = world.folder.filePath(QStringLiteral("report.csv"));
    QVERIFY(writeReport(path, job.batch, job.requests).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString report = QString::fromUtf8(file.readAll());
    QVERIFY2(report.contains(clearWord(wanted)) && report.contains(describe(wanted)), qPrintable(report));
    QCOMPARE(report.contains(describe(RowNote::NotVisible)), false);
}

void TestClearings::outcomeOfRows_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("note");
    QTest::addColumn<int>("outcome");
    const auto add = [](const char* name, RowState state, RowNote note, ClearOutcome outcome) {
        QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(note) << static_cast<int>(outcome);
    };
    add("verified", RowState::Verified, RowNote::None, ClearOutcome::Cleared);
    add("unchanged", RowState::Unchanged, RowNote::None, ClearOutcome::NothingToClear);
    add("still there", RowState::Accepted, RowNote::NotVisible, ClearOutcome::NotCleared);
    add("partly there", RowState::Accepted, RowNote::OtherValue, ClearOutcome::NotCleared);
    add("rejected", RowState::Rejected, RowNote::None, ClearOutcome::NotCleared);
    add("failed", RowState::Failed, RowNote::None, ClearOutcome::NotCleared);
    add("not read back", RowState::Accepted, RowNote::None, ClearOutcome::NotVerified);
    add("unknown", RowState::Unknown, RowNote::None, ClearOutcome::NotVerified);
    add("not sent", RowState::NotSent, RowNote::None, ClearOutcome::None);
    add("held", RowState::Held, RowNote::ChangedMeanwhile, ClearOutcome::None);
}

void TestClearings::outcomeOfRows()
{
    QFETCH(const int, state);
    QFETCH(const int, note);
    QFETCH(const int, outcome);
    Row row;
    row.type = ChangeType::Clear;
    row.state = static_cast<RowState>(state);
    row.note = static_cast<RowNote>(note);
    QCOMPARE(static_cast<int>(clearOutcome(row)), outcome);
    row.type = ChangeType::Upsert;
    QCOMPARE(clearOutcome(row), ClearOutcome::None);
}

/// Count and names, as they were before anything was sent; kept with the job.
void TestClearings::whatIsLost()
{
    World world;
    const std::string sheet = sheetOf(world, false, true);
    const JobOutcome job = world.apply(sheet, clearing(ChangeKind::RangeProducts));
    QCOMPARE(job.labels.cleared.size(), std::size_t(1));
    const BatchLabels::Held& held = job.labels.cleared.begin()->second;
    QCOMPARE(held.count, 5);
    QCOMPARE(held.names.size(), std::size_t(5));
    const QString words = describe(held, 3);
    QVERIFY2(words.startsWith(QLatin1Char('5')) && words.endsWith(QStringLiteral("…")), qPrintable(words));
    QVERIFY(!describe(held, 5).endsWith(QStringLiteral("…")));
    const auto again = unpackLabels(packLabels(job.labels), job.batch);
    QVERIFY(again && again->cleared.begin()->second.names == held.names);
}

/// What a colleague added since it was looked at is not cleared unseen.
void TestClearings::heldWhereItMoved()
{
    World world;
    const std::string sheet = sheetOf(world, false, true);
    const JobOutcome looked = world.dryRun(sheet, clearing(ChangeKind::RangeProducts));
    const Row& row = looked.batch.rows.front();
    ChangeRow change;
    change.line = 2;
    change.target = looked.batch.targets[row.target].cells;
    change.type = ChangeType::Clear;
    change.expected = row.base;
    const auto set = setOfChanges(ChangeKind::RangeProducts, {change}, QStringLiteral("clear"));
    QVERIFY(set.has_value());
    const auto apply = [&] {
        Journal journal = world.openJournal();
        return world.engine().apply(set->file, set->options, *world.data, journal);
    };
    QVERIFY(!world
                 .apply("dept_code,type_code,product_code,is_must_sale,is_new\n" + department(0) + ',' +
                        type(0) + ',' + seed().products[9].code + ",1,0\n")
                 .problem);
    const JobOutcome held = apply();
    QCOMPARE(held.batch.rows.front().state, RowState::Held);
    QCOMPARE(held.batch.rows.front().note, RowNote::ChangedMeanwhile);
    QCOMPARE(held.job.counts.requestsSent, 0);
    QVERIFY(!world
                 .apply("dept_code,type_code,product_code,opt_type\n" + department(0) + ',' + type(0) + ',' +
                            seed().products[9].code + ",delete\n",
                        [] {
                            ImportOptions options;
                            options.operation = OperationChoice::PerRow;
                            return options;
                        }())
                 .problem);
    QCOMPARE(apply().batch.rows.front().state, RowState::Verified);
}

QTEST_MAIN(TestClearings)
#include "tst_clearings.moc"
