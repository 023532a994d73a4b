// SPDX-License-Identifier: GPL-3.0-or-later
// 50,000 rows over 1,000 ranges: a third unchanged, 2 % faulty, an outside edit in the middle of the run,
// deletes in a second job. The server's final state equals that of an independent row-by-row applier.
#include "cli/programs.h"
#include "support/sheet_maker.h"

using namespace rangedesk;
using rangedesk::tests::DemoProgram;
using rangedesk::tests::Desk;
using rangedesk::tests::Run;
using rangedesk::tests::State;

class TestLargeJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fiftyThousandRows();
};

void TestLargeJob::fiftyThousandRows()
{
    const demo::DemoData data = demo::seedData();
    DemoProgram demo;
    QVERIFY(demo.start());
    const Desk desk(&demo);
    const auto state = [&demo] { return tests::parseState(demo.get("/_demo/state").toStdString()); };

    // A third of the rows is there already: written before by "another user".
    tests::SheetWish wish;
    wish.faulty = 0;
    const tests::MadeSheet first = tests::makeSheet(data, wish);
    State prepared;
    for (const tests::MadeRow& row : first.rows) {
        if (std::hash<std::string>{}(row.range) % 3 == 0)
            prepared[row.range][row.product] = row.flags;
    }
    for (const auto& [range, products] : prepared)
        QCOMPARE(demo.get("/_demo/edit", QByteArray::fromStdString("modifySaleRangePds\n" +
                                                                   tests::editBody(data, range, products)))
                     .left(1),
                 QByteArray("0"));

    State expected = state();
    wish.faulty = 0.02;
    const tests::MadeSheet sheet = tests::makeSheet(data, wish, prepared);
    QCOMPARE(sheet.rows.size(), 50000U);
    tests::applyRows(sheet, expected);

    QVERIFY(demo.set("latency=5").isEmpty());
    QProcess process;
    const QString file = desk.write(QStringLiteral("large.csv"), QByteArray::fromStdString(sheet.csv()));
    desk.prepare(process, {QStringLiteral("import"), file, QStringLiteral("--kind"),
                           QStringLiteral("range-products"), QStringLiteral("--apply")});
    process.setReadChannel(QProcess::StandardError);
    process.start();
    // In the middle of the run somebody else changes a range that the sheet leaves alone.
    QByteArray err;
    while (!err.contains("sending") && process.waitForReadyRead(60000))
        err += process.readAllStandardError();
    std::string outside;
    for (const auto& [range, products] : expected) {
        const bool inSheet = std::any_of(sheet.rows.begin(), sheet.rows.end(),
                                         [&](const tests::MadeRow& row) { return row.range == range; });
        if (!inSheet && range.starts_with("range") &&
            range.find(';', range.find(';') + 1) == std::string::npos)
            outside = range;
    }
    QVERIFY(!outside.empty());
    expected[outside]["SP10300"] = "11";
    QCOMPARE(demo.get("/_demo/edit",
                      QByteArray::fromStdString("modifySaleRangePds\n" +
                                                tests::editBody(data, outside, {{"SP10300", "11"}})))
                 .left(1),
             QByteArray("0"));
    QVERIFY(!process.waitForFinished(0)); // it was in the middle of the run
    QVERIFY(process.waitForFinished(300000));
    const Run run{process.exitCode(), process.readAllStandardOutput(), {}};
    QCOMPARE(run.exitCode, 1); // some rows were refused
    QCOMPARE(run.count("rows_read"), 50000);
    QCOMPARE(run.count("verified"), run.count("planned"));
    QVERIFY(run.count("refused") > 800);
    QVERIFY(run.count("unchanged") > 14000);
    QCOMPARE(run.count("requests_sent"), run.count("requests"));
    std::string difference = tests::describeDifference(expected, state());
    QVERIFY2(difference.empty(), difference.c_str());

    // Deletes in a second job: half of what the first one wrote.
    tests::MadeSheet deletions;
    deletions.heading = sheet.heading;
    for (std::size_t i = 0; i < sheet.rows.size(); i += 2) {
        deletions.rows.push_back(sheet.rows[i]);
        deletions.rows.back().deletes = true;
    }
    tests::applyRows(deletions, expected);
    const Run deleted =
        desk.import(desk.write(QStringLiteral("delete.csv"), QByteArray::fromStdString(deletions.csv())),
                    {QStringLiteral("--operation"), QStringLiteral("delete"), QStringLiteral("--apply")});
    QCOMPARE(deleted.count("rows_read"), 25000);
    // Of rules whose list is cut short a deletion is accepted, never verified (decisions 10).
    QCOMPARE(deleted.count("verified") + deleted.count("accepted"), deleted.count("planned"));
    QVERIFY(deleted.count("verified") > deleted.count("planned") * 9 / 10);
    difference = tests::describeDifference(expected, state());
    QVERIFY2(difference.empty(), difference.c_str());
}

QTEST_GUILESS_MAIN(TestLargeJob)
#include "tst_large_job.moc"
