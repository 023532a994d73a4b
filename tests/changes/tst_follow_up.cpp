// SPDX-License-Identifier: GPL-3.0-or-later
// Clearing, the desired state, insert-only and change-only; undoing and repeating jobs.
#include "changes/follow_up.h"
#include "changes/job_archive.h"
#include "changes/suggestions.h"

#include "changes/check.h"
#include "changes/report.h"
#include "changes/share.h"
#include "changes/template.h"
#include "core/text.h"
#include "demo/demo_data.h"
#include "support/sheet_maker.h"
#include "support/test_world.h"

#include <QTest>
#include <random>

using namespace rangedesk;
using tests::State;
using tests::World;

namespace {

const demo::DemoData& seed()
{
    static const demo::DemoData data = demo::seedData();
    return data;
}

std::string department(std::size_t index)
{
    return seed().dimensions[0].values[index].code;
}

std::string type(std::size_t index)
{
    return seed().dimensions[4].values[index].code;
}

std::string product(std::size_t index)
{
    return seed().products[index].code;
}

ImportOptions with(OperationChoice operation, ChangeKind kind = ChangeKind::RangeProducts)
{
    ImportOptions options;
    options.operation = operation;
    options.kind = kind;
    return options;
}

/// Products 0 to 4 in ranges of the given departments and customer type 0.
std::string products(const std::vector<std::size_t>& departments, std::size_t count = 5)
{
    std::string csv = "dept_code,type_code,product_code,is_must_sale,is_new\n";
    for (const std::size_t d : departments) {
        for (std::size_t p = 0; p < count; ++p)
            csv += department(d) + ',' + type(0) + ',' + product(p) + ",1,0\n";
    }
    return csv;
}

/// The range of department and type 0, as the state names it.
std::string rangeOf(std::size_t d)
{
    return "range dept=" + seed().dimensions[0].values[d].id + "; type=" + seed().dimensions[4].values[0].id +
           "; ";
}

/// Without the ranges whose list the server cuts short: no undo of those is promised.
State comparable(State state)
{
    for (const auto& rule : seed().rangeRules) {
        if (rule.uncounted == 0)
            continue;
        std::string range = "range";
        for (const auto& [dimension, values] : rule.on)
            range += ' ' + seed().dimensions[dimension].prefix + '=' +
                     seed().dimensions[dimension].values[values.front()].id + ';';
        state.erase(range + ' ');
    }
    return state;
}

State stateOf(World& world)
{
    return tests::parseState(world.server.state());
}

JobOutcome loaded(World& world, std::int64_t id)
{
    Journal journal = world.openJournal();
    auto outcome = loadJob(journal.job(id).value().value(), *world.data, journal);
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().text()));
    return std::move(*outcome);
}

JobOutcome applyFile(World& world, const CheckedFile& file, const ImportOptions& options)
{
    Journal journal = world.openJournal();
    return world.engine().apply(file, options, *world.data, journal);
}

/// Undoes a job, or some of its rows.
JobOutcome undo(World& world, std::int64_t id, UndoSummary& summary,
                const std::vector<std::uint32_t>& rows = {})
{
    const JobOutcome job = loaded(world, id);
    const auto cleared = loadCleared(job.job.key, *world.data);
    const auto set = undoOf(job, *cleared, rows);
    if (!set)
        qFatal("%s", qPrintable(set.error().text()));
    summary = set->options.undo;
    return applyFile(world, set->file, set->options);
}

RefusalReason reasonOf(const Batch& batch, std::size_t row)
{
    const auto refusals = refusalByRow(batch);
    return refusals[row] != nullptr ? refusals[row]->reason : RefusalReason::Count;
}

bool balances(const JobCounts& c)
{
    return c.rowsRead == c.refused + c.excluded + c.unchanged + c.held + c.planned &&
           c.planned == c.verified + c.accepted + c.rejected + c.failed + c.unknown + c.notSent;
}

} // namespace

#define VERIFY_SAME(a, b)                                                                                    \
    QVERIFY2(tests::describeDifference(a, b).empty(), tests::describeDifference(a, b).c_str())

class TestFollowUp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void clears();
    void clearsCustomers();
    void clearRefusals();
    void clearTakesMore();
    void clearChangedMeanwhile();
    void insertOnly();
    void changeOnly();
    void exactly();
    void exactlyWithFaultyRows();
    void exactlyWithDoubtfulTargets();
    void exactlyWithARejectedRow();
    void exactlyCorrectedAgain();
    void exactlyInterruptedInThePreview();
    void exactlyWithoutRemovalsAnyMore();
    void exactlyCutShort();
    void clearIsLookedAtAfterAResume();
    void clearConsentCoversWhatGoes();
    void exactlyAsDraft();
    void exactlyResumed();
    void undoRestores_data();
    void undoRestores();
    void undoOfSomeRows();
    void undoFromTheArchive();
    void undoOfCorrectedRows();
    void undoLeavesOthersAlone();
    void undoOfTheUnknown();
    void retries();
    void expectedIsHeld();
    void shares();
    void templates_data();
    void templates();
    void nearValues();
};

void TestFollowUp::clears()
{
    World world;
    QVERIFY(!world.apply(products({0, 1, 2})).problem);
    const State filled = stateOf(world);
    const std::string sheet = "dept_code,type_code\n" + department(0) + ',' + type(0) + '\n' + department(2) +
                              ',' + type(0) + '\n' + department(2) + ',' + type(0) + '\n' + department(19) +
                              ',' + type(3) + '\n';
    const JobOutcome outcome = world.apply(sheet, with(OperationChoice::Clear));
    QVERIFY2(!outcome.problem, outcome.problem ? qPrintable(outcome.problem->text()) : "");
    QCOMPARE(outcome.job.kind, QStringLiteral("range-clear"));
    QCOMPARE(outcome.job.counts.verified, 3);
    QCOMPARE(outcome.job.counts.unchanged, 1); // there was nothing
    QCOMPARE(outcome.job.counts.requestsSent, 2);
    QVERIFY(balances(outcome.job.counts));
    State expected = filled;
    expected.erase(rangeOf(0));
    expected.erase(rangeOf(2));
    VERIFY_SAME(expected, stateOf(world));
    // What was taken is put back.
    UndoSummary summary;
    const JobOutcome undone = undo(world, outcome.job.id, summary);
    QVERIFY(!undone.problem);
    QCOMPARE(summary.exact, 2);
    QCOMPARE(undone.job.counts.verified, 10);
    VERIFY_SAME(filled, stateOf(world));
}

void TestFollowUp::clearsCustomers()
{
    World world;
    const State before = stateOf(world);
    // A customer with a rule, and one without.
    const auto& rules = seed().customerRules;
    const auto rule = std::find_if(rules.begin(), rules.end(), [](const auto& r) { return !r.deleted; });
    const std::string code = seed().customers[rule->customers.front()].code;
    const JobOutcome outcome =
        world.apply("cm_code\n" + code + '\n', with(OperationChoice::Clear, ChangeKind::CustomerProducts));
    QVERIFY2(!outcome.problem, outcome.problem ? qPrintable(outcome.problem->text()) : "");
    QCOMPARE(outcome.job.kind, QStringLiteral("customer-clear"));
    QCOMPARE(outcome.job.counts.verified, 1);
    QVERIFY(stateOf(world) != before);
    UndoSummary summary;
    QVERIFY(!undo(world, outcome.job.id, summary).problem);
    VERIFY_SAME(before, stateOf(world));
}

void TestFollowUp::clearRefusals()
{
    World world;
    ImportOptions perRow = with(OperationChoice::PerRow);
    const CheckedFile file = world.checked("dept_code,product_code,opt_type\n" + department(0) + ",,清除\n" +
                                               department(0) + ",P1,新增\n" + department(1) + ",P1,清除\n" +
                                               department(2) + ",,clear\n,,clear\n" + department(3) + ",,1\n",
                                           perRow);
    QCOMPARE(reasonOf(file.batch, 0), RefusalReason::Contradiction);
    QCOMPARE(reasonOf(file.batch, 1), RefusalReason::Contradiction);
    QCOMPARE(reasonOf(file.batch, 2), RefusalReason::ProductInClear);
    QCOMPARE(file.batch.rows[3].state, RowState::Checked);
    QCOMPARE(file.batch.rows[3].type, ChangeType::Clear);
    QCOMPARE(reasonOf(file.batch, 4), RefusalReason::NoCondition);
    QCOMPARE(reasonOf(file.batch, 5), RefusalReason::NoProduct);
    // A sheet without products only fits clearing.
    const auto plain = checkFile(world.writeFile(QStringLiteral("a.csv"), "dept_code\nX\n"), {});
    QVERIFY(!plain.has_value());
    // To clear counts as removing: the ceiling asks for a word.
    Journal journal = world.openJournal();
    ImportJob job = world.engine();
    PostingPolicy policy;
    policy.ceiling = Ceiling{};
    job.setPolicy(policy);
    const std::string live = [] {
        for (const auto& rule : seed().rangeRules) {
            if (!rule.deleted && rule.on.size() == 1 && rule.on.contains(0) && rule.on.at(0).size() == 1)
                return seed().dimensions[0].values[rule.on.at(0).front()].code;
        }
        return std::string();
    }();
    const auto clear = with(OperationChoice::Clear);
    const auto refused =
        job.apply(world.checked("dept_code\n" + live + '\n', clear), clear, *world.data, journal);
    QCOMPARE(refused.problem->kind, ErrorKind::Locked);
}

void TestFollowUp::clearTakesMore()
{
    World world;
    std::string sheet = "dept_code,product_code,is_must_sale,is_new\n";
    for (const std::size_t d : {5U, 6U, 7U})
        sheet += department(d) + ',' + product(0) + ",1,0\n";
    QVERIFY(!world.apply(sheet).problem);
    QVERIFY(!world.apply(products({5, 6, 7})).problem); // department and type contain the department
    QVERIFY(world.server.set("clear-widens=on"));
    const std::string clear =
        "dept_code\n" + department(5) + '\n' + department(6) + '\n' + department(7) + '\n';
    const JobOutcome outcome = world.apply(clear, with(OperationChoice::Clear));
    QVERIFY(!outcome.problem);
    QCOMPARE(outcome.job.state, JobState::Cancelled);
    QCOMPARE(outcome.job.counts.requestsSent, 1);
    QCOMPARE(outcome.job.counts.notSent, 2);
    QCOMPARE(outcome.job.counts.verified, 1);
    QVERIFY2(outcome.notice.contains(toQString(seed().dimensions[4].values[0].name)),
             qPrintable(outcome.notice));
    // Where it takes only its own, the others follow.
    World tame;
    QVERIFY(!tame.apply(sheet).problem);
    QVERIFY(!tame.apply(products({5, 6, 7})).problem);
    const JobOutcome all = tame.apply(clear, with(OperationChoice::Clear));
    QCOMPARE(all.job.state, JobState::Done);
    QCOMPARE(all.job.counts.verified, 3);
}

void TestFollowUp::clearChangedMeanwhile()
{
    World world;
    QVERIFY(!world.apply(products({0, 1})).problem);
    Journal journal = world.openJournal();
    const auto options = with(OperationChoice::Clear);
    const CheckedFile file = world.checked("dept_code,type_code\n" + department(0) + ',' + type(0) + '\n' +
                                               department(1) + ',' + type(0) + '\n',
                                           options);
    const JobOutcome draft = world.engine().draft(file, options, *world.data, journal);
    QCOMPARE(draft.job.counts.planned, 2);
    // Somebody adds a product to one of them before it is posted.
    QVERIFY(!world
                 .apply("dept_code,type_code,product_code,is_must_sale,is_new\n" + department(1) + ',' +
                        type(0) + ',' + product(9) + ",0,0\n")
                 .problem);
    const JobOutcome posted = world.engine().post(draft.job, draft.batch, *world.data, journal);
    QVERIFY(!posted.problem);
    QCOMPARE(posted.job.counts.verified, 1);
    QCOMPARE(posted.job.counts.held, 1);
    QCOMPARE(posted.batch.rows[1].note, RowNote::ChangedMeanwhile);
}

void TestFollowUp::insertOnly()
{
    World world;
    QVERIFY(!world.apply(products({0}, 3)).problem);
    const std::string sheet = "dept_code,type_code,product_code,is_must_sale,is_new\n" + department(0) + ',' +
                              type(0) + ',' + product(0) + ",0,1\n" + department(0) + ',' + type(0) + ',' +
                              product(8) + ",0,1\n";
    const JobOutcome outcome = world.apply(sheet, with(OperationChoice::InsertOnly));
    QCOMPARE(outcome.job.counts.unchanged, 1);
    QCOMPARE(outcome.job.counts.verified, 1);
    QCOMPARE(outcome.batch.rows[0].note, RowNote::ExistsAlready);
    QCOMPARE(outcome.batch.rows[1].comparison, Comparison::New);
}

void TestFollowUp::changeOnly()
{
    World world;
    QVERIFY(!world.apply(products({0}, 3)).problem);
    const std::string sheet = "dept_code,type_code,product_code,is_must_sale,is_new\n" + department(0) + ',' +
                              type(0) + ',' + product(0) + ",0,1\n" + department(0) + ',' + type(0) + ',' +
                              product(8) + ",0,1\n";
    const JobOutcome outcome = world.apply(sheet, with(OperationChoice::ChangeOnly));
    QCOMPARE(outcome.job.counts.unchanged, 1);
    QCOMPARE(outcome.job.counts.verified, 1);
    QCOMPARE(outcome.batch.rows[1].note, RowNote::NotThereYet);
    QCOMPARE(outcome.batch.rows[0].comparison, Comparison::Changed);
}

void TestFollowUp::exactly()
{
    World world;
    QVERIFY(!world.apply(products({0, 1, 2}, 6)).problem);
    const State before = stateOf(world);
    // Of range 0 products 0 to 2 and a new one; range 1 is as it is; range 2 is not named.
    std::string sheet = "dept_code,type_code,product_code,is_must_sale,is_new\n";
    for (const std::size_t p : {0U, 1U, 2U, 9U})
        sheet += department(0) + ',' + type(0) + ',' + product(p) + ",1,0\n";
    for (std::size_t p = 0; p < 6; ++p)
        sheet += department(1) + ',' + type(0) + ',' + product(p) + ",1,0\n";
    const JobOutcome outcome = world.apply(sheet, with(OperationChoice::Exact));
    QVERIFY2(!outcome.problem, outcome.problem ? qPrintable(outcome.problem->text()) : "");
    QCOMPARE(outcome.job.counts.rowsRead, 13); // three removals beside the ten rows
    QCOMPARE(outcome.job.counts.unchanged, 9);
    QCOMPARE(outcome.job.counts.verified, 4);
    QVERIFY(balances(outcome.job.counts));
    QCOMPARE(outcome.batch.rows[11].type, ChangeType::Delete);
    QCOMPARE(outcome.batch.rows[11].line, 0U);
    State expected = before;
    for (const std::size_t p : {3U, 4U, 5U})
        expected[rangeOf(0)].erase(product(p));
    expected[rangeOf(0)][product(9)] = "10";
    VERIFY_SAME(expected, stateOf(world));
    // The report tells the removals, too; the undo puts them back.
    const QString path = world.folder.filePath(QStringLiteral("report.csv"));
    const JobOutcome kept = loaded(world, outcome.job.id);
    QCOMPARE(kept.batch.rows.size(), std::size_t(13));
    QCOMPARE(kept.batch.rows[12].type, ChangeType::Delete);
    QVERIFY(writeReport(path, kept.batch, kept.requests).has_value());
    UndoSummary summary;
    QVERIFY(!undo(world, outcome.job.id, summary).problem);
    VERIFY_SAME(before, stateOf(world));
}

void TestFollowUp::exactlyWithFaultyRows()
{
    World world;
    QVERIFY(!world.apply(products({0, 1}, 4)).problem);
    // A faulty row of range 0 keeps what that range holds.
    std::string sheet = "dept_code,type_code,product_code,is_must_sale,is_new\n" + department(0) + ',' +
                        type(0) + ',' + product(0) + ",1,0\n" + department(0) + ',' + type(0) +
                        ",1.2E+12,1,0\n" + department(1) + ',' + type(0) + ',' + product(0) + ",1,0\n";
    const JobOutcome outcome = world.dryRun(sheet, with(OperationChoice::Exact));
    QCOMPARE(outcome.job.counts.rowsRead, 6);
    QCOMPARE(outcome.job.counts.planned, 3); // removals of range 1 only
    QVERIFY(describe(outcome.batch.warnings).join(QString()).contains(QStringLiteral("1 targets keep")));
    // A row that names no range may have meant any.
    sheet += ",," + product(1) + ",1,0\n";
    QCOMPARE(world.dryRun(sheet, with(OperationChoice::Exact)).job.counts.planned, 0);
}

/// A misspelt target would cost the right one its products.
void TestFollowUp::exactlyWithDoubtfulTargets()
{
    World world;
    QVERIFY(!world.apply(products({0, 1}, 3)).problem);
    const auto range = [](const std::string& dept, std::size_t p) {
        return dept + ',' + type(0) + ',' + product(p) + ",1,0\n";
    };
    const std::string head = "dept_code,type_code,product_code,is_must_sale,is_new\n";
    const JobOutcome misspelt =
        world.dryRun(head + range(department(0), 0) + range("bm-no-such", 1) + range(department(0), 2),
                     with(OperationChoice::Exact));
    QCOMPARE(misspelt.job.counts.planned, 0);
    QCOMPARE(misspelt.job.counts.held, 1);
    // The id and the code of a row contradict each other: it may have meant either.
    const std::string id = seed().dimensions[0].values[0].id;
    const JobOutcome contradicting =
        world.dryRun("dept_id,dept_code,type_code,product_code,is_must_sale,is_new\n" + id + ',' +
                         range(department(0), 0) + id + ',' + range(department(1), 1),
                     with(OperationChoice::Exact));
    QCOMPARE(contradicting.job.counts.refused, 1);
    QCOMPARE(contradicting.job.counts.planned, 0);
    // A customer that nobody knows may be a known one, misspelt.
    const auto& rules = seed().customerRules;
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [](const auto& r) { return r.products.size() > 2; });
    const std::string known = seed().customers[rule->customers.front()].code;
    const JobOutcome customers = world.dryRun("cm_code,product_code,is_must_sale,is_new\n" + known + ',' +
                                                  product(rule->products[0].product) + ",1,0\nKH-NO-SUCH," +
                                                  product(rule->products[1].product) + ",1,0\n",
                                              with(OperationChoice::Exact, ChangeKind::CustomerProducts));
    for (const Row& row : customers.batch.rows)
        QVERIFY(row.type == ChangeType::Upsert);
}

/// A product that the server refuses may be one that it lists, misspelt: nothing goes from that target.
void TestFollowUp::exactlyWithARejectedRow()
{
    World world;
    QVERIFY(!world.apply(products({0, 1}, 3)).problem);
    const State before = stateOf(world);
    std::string sheet = products({0}, 2) + department(0) + ',' + type(0) + ",SP1OOO3,1,0\n"; // for product 2
    sheet += department(1) + ',' + type(0) + ',' + product(0) + ",1,0\n";
    const JobOutcome outcome = world.apply(sheet, with(OperationChoice::Exact));
    QVERIFY(!outcome.problem);
    QCOMPARE(outcome.job.counts.rejected, 1);
    QCOMPARE(outcome.job.counts.held, 1);     // its removal
    QCOMPARE(outcome.job.counts.verified, 2); // those of the other range
    QVERIFY(balances(outcome.job.counts));
    State expected = before;
    expected[rangeOf(1)].erase(product(1));
    expected[rangeOf(1)].erase(product(2));
    VERIFY_SAME(expected, stateOf(world));
}

/// Refused rows are corrected and come back: with all that their target is to hold.
void TestFollowUp::exactlyCorrectedAgain()
{
    World world;
    QVERIFY(!world.apply(products({0}, 3)).problem);
    const State before = stateOf(world);
    const std::string sheet =
        products({0}, 2) + department(0) + ',' + type(0) + ',' + product(2) + ",perhaps,0\n";
    const JobOutcome outcome = world.apply(sheet, with(OperationChoice::Exact));
    QCOMPARE(outcome.job.counts.refused, 1);
    const QString path = world.folder.filePath(QStringLiteral("refused.csv"));
    QVERIFY(writeRefused(path, outcome.batch).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::string text = file.readAll().toStdString();
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 4); // headings and all three rows
    text.replace(text.find("perhaps"), 7, "1");
    const JobOutcome again = world.apply(text, with(OperationChoice::Exact));
    QVERIFY(!again.problem);
    QCOMPARE(again.job.counts.unchanged, 3);
    VERIFY_SAME(before, stateOf(world));
}

void TestFollowUp::exactlyInterruptedInThePreview()
{
    World world;
    QVERIFY(!world.apply(products({0}, 6)).problem);
    QVERIFY(world.server.set("fault=refuse:getSaleRangePds:1:0:系统忙"));
    const JobOutcome broken = world.apply(products({0}, 2), with(OperationChoice::Exact));
    QVERIFY(broken.problem);
    const JobOutcome resumed = world.resume(broken.job.id);
    QVERIFY2(!resumed.problem, resumed.problem ? qPrintable(resumed.problem->text()) : "");
    QCOMPARE(resumed.job.counts.verified, 4);
    // Its rows are kept with it: report and undo work.
    QCOMPARE(loaded(world, broken.job.id).batch.rows.size(), std::size_t(6));
    UndoSummary summary;
    QVERIFY(!undo(world, broken.job.id, summary).problem);
    QCOMPARE(summary.exact, 4);
}

void TestFollowUp::exactlyWithoutRemovalsAnyMore()
{
    World world;
    QVERIFY(!world.apply(products({0}, 4)).problem);
    Journal journal = world.openJournal();
    const auto options = with(OperationChoice::Exact);
    const std::string sheet = products({0}, 2) + department(0) + ',' + type(0) + ',' + product(9) + ",1,0\n";
    const JobOutcome draft =
        world.engine().draft(world.checked(sheet, options), options, *world.data, journal);
    QCOMPARE(draft.batch.rows.size(), std::size_t(5));
    // Somebody else takes those products away; the draft is looked at again and posted.
    const std::string gone = "dept_code,type_code,product_code\n" + department(0) + ',' + type(0) + ',' +
                             product(2) + '\n' + department(0) + ',' + type(0) + ',' + product(3) + '\n';
    QVERIFY(!world.apply(gone, with(OperationChoice::Delete)).problem);
    const JobOutcome again =
        world.engine().reopenDraft(journal.job(draft.job.id).value().value(), *world.data, journal);
    QVERIFY2(!again.problem, again.problem ? qPrintable(again.problem->text()) : "");
    QCOMPARE(again.batch.rows.size(), std::size_t(3));
    const JobOutcome posted = world.engine().post(again.job, again.batch, *world.data, journal);
    QVERIFY2(!posted.problem, posted.problem ? qPrintable(posted.problem->text()) : "");
    QCOMPARE(posted.job.counts.verified, 1);
}

/// The run ends before its first clearing was looked at: the resume looks before it sends anything.
void TestFollowUp::clearIsLookedAtAfterAResume()
{
    World world;
    std::string sheet = "dept_code,product_code,is_must_sale,is_new\n";
    for (const std::size_t d : {5U, 6U, 7U})
        sheet += department(d) + ',' + product(0) + ",1,0\n";
    QVERIFY(!world.apply(sheet).problem);
    QVERIFY(!world.apply(products({6})).problem);
    QVERIFY(world.server.set("clear-widens=on"));
    world.stopAfter(1, RequestState::Accepted);
    const std::string clear =
        "dept_code\n" + department(5) + '\n' + department(6) + '\n' + department(7) + '\n';
    const JobOutcome stopped = world.apply(clear, with(OperationChoice::Clear));
    QCOMPARE(stopped.job.state, JobState::Interrupted);
    QCOMPARE(stopped.job.counts.requestsSent, 1);
    QVERIFY(std::any_of(stopped.batch.warnings.begin(), stopped.batch.warnings.end(),
                        [](const Warning& w) { return w.kind == Warning::Kind::ClearsNear; }));
    world.goOn();
    const JobOutcome resumed = world.resume(stopped.job.id);
    QVERIFY(!resumed.problem);
    QCOMPARE(resumed.job.counts.requestsSent, 1);
    QVERIFY(!resumed.notice.isEmpty()); // what went besides is told, and nothing more is sent
}

void TestFollowUp::clearConsentCoversWhatGoes()
{
    World world;
    QVERIFY(!world.apply(products({0}, 3)).problem);
    const std::string clear = "dept_code,type_code\n" + department(0) + ',' + type(0) + '\n';
    const QString plan = world.dryRun(clear, with(OperationChoice::Clear)).plan;
    QCOMPARE(world.dryRun(clear, with(OperationChoice::Clear)).plan, plan);
    QVERIFY(!world.apply(products({0}, 4)).problem);
    QVERIFY(world.dryRun(clear, with(OperationChoice::Clear)).plan != plan);
}

void TestFollowUp::exactlyCutShort()
{
    World world;
    QVERIFY(!world.apply(products({0}, 8)).problem);
    QVERIFY(world.server.set("cut-short=on"));
    const JobOutcome outcome = world.dryRun(products({0}, 2), with(OperationChoice::Exact));
    QCOMPARE(outcome.job.counts.held, 2);
    QCOMPARE(outcome.batch.rows[0].note, RowNote::SheetIncomplete);
    QCOMPARE(outcome.job.counts.planned, 0);
}

void TestFollowUp::exactlyAsDraft()
{
    World world;
    QVERIFY(!world.apply(products({0}, 6)).problem);
    Journal journal = world.openJournal();
    const auto options = with(OperationChoice::Exact);
    JobOutcome draft =
        world.engine().draft(world.checked(products({0}, 2), options), options, *world.data, journal);
    QCOMPARE(draft.batch.rows.size(), std::size_t(6));
    draft.batch.rows[3].state = RowState::Excluded; // a removal that is not wanted
    QVERIFY(ImportJob::keepDraft(draft.job, draft.batch, journal));
    // Another product joins before it is looked at again: it is to go as well, and the other stays excluded.
    QVERIFY(!world
                 .apply("dept_code,type_code,product_code,is_must_sale,is_new\n" + department(0) + ',' +
                        type(0) + ',' + product(9) + ",0,0\n")
                 .problem);
    const JobOutcome again =
        world.engine().reopenDraft(journal.job(draft.job.id).value().value(), *world.data, journal);
    QVERIFY2(!again.problem, again.problem ? qPrintable(again.problem->text()) : "");
    QCOMPARE(again.batch.rows.size(), std::size_t(7));
    QCOMPARE(again.job.counts.excluded, 1);
    const JobOutcome posted = world.engine().post(again.job, again.batch, *world.data, journal);
    QVERIFY(!posted.problem);
    QCOMPARE(posted.job.counts.verified, 4);
    QCOMPARE(posted.job.counts.excluded, 1);
}

void TestFollowUp::exactlyResumed()
{
    World world;
    QVERIFY(!world.apply(products({0, 1, 2, 3}, 30)).problem);
    ImportOptions options = with(OperationChoice::Exact);
    options.send.productsPerRequest = 5;
    world.stopAfter(3, RequestState::Accepted);
    ConnectionSettings slow = world.settings();
    slow.requestsPerSecond = 40;
    world.reconnect(slow);
    const JobOutcome stopped = world.apply(products({0, 1, 2, 3}, 2), options);
    QCOMPARE(stopped.job.state, JobState::Interrupted);
    world.goOn();
    const JobOutcome resumed = world.resume(stopped.job.id);
    QVERIFY2(!resumed.problem, resumed.problem ? qPrintable(resumed.problem->text()) : "");
    QCOMPARE(resumed.job.counts.verified, 4 * 28);
    QVERIFY(balances(resumed.job.counts));
}

void TestFollowUp::undoRestores_data()
{
    QTest::addColumn<unsigned>("number");
    for (unsigned i = 1; i <= 6; ++i)
        QTest::addRow("change set %u", i) << i;
}

/// Undo(Apply(x)) = x, and Undo(Undo(Apply(x))) = Apply(x).
void TestFollowUp::undoRestores()
{
    QFETCH(unsigned, number);
    World world;
    const State before = stateOf(world);
    tests::SheetWish wish;
    wish.rows = 1500;
    wish.ranges = 60;
    wish.seed = number;
    const tests::MadeSheet made = tests::makeSheet(seed(), wish, before);
    const JobOutcome first = world.apply(made.csv());
    QVERIFY(!first.problem);
    const State between = stateOf(world);
    wish.deletes = true;
    wish.seed = number + 100;
    wish.rows = 600;
    const JobOutcome second =
        world.apply(tests::makeSheet(seed(), wish, between).csv(), with(OperationChoice::Delete));
    QVERIFY(!second.problem);
    const State after = stateOf(world);
    QVERIFY(after != between);
    UndoSummary summary;
    const JobOutcome undone = undo(world, second.job.id, summary);
    QVERIFY(!undone.problem);
    VERIFY_SAME(comparable(between), comparable(stateOf(world)));
    // The undo of the undo.
    UndoSummary again;
    const JobOutcome redone = undo(world, undone.job.id, again);
    QVERIFY(!redone.problem);
    VERIFY_SAME(comparable(after), comparable(stateOf(world)));
    UndoSummary third;
    QVERIFY(!undo(world, redone.job.id, third).problem);
    UndoSummary last;
    QVERIFY(!undo(world, first.job.id, last).problem);
    VERIFY_SAME(comparable(before), comparable(stateOf(world)));
    QVERIFY(summary.exact > 100 && last.exact > 500);
    QCOMPARE(summary.partly, 0);
}

void TestFollowUp::undoOfSomeRows()
{
    World world;
    const JobOutcome job = world.apply(products({0}, 5));
    const State filled = stateOf(world);
    UndoSummary summary;
    const JobOutcome undone = undo(world, job.job.id, summary, {1, 3});
    QCOMPARE(summary.exact, 2);
    QCOMPARE(undone.job.counts.verified, 2);
    State expected = filled;
    expected[rangeOf(0)].erase(product(1));
    expected[rangeOf(0)].erase(product(3));
    VERIFY_SAME(expected, stateOf(world));
    const JobOutcome none = loaded(world, undone.job.id);
    const JobOutcome read = world.dryRun(products({0}, 1));
    JobOutcome empty = read;
    empty.job.id = 7;
    QCOMPARE(undoOf(empty, {}, {}).error().kind, ErrorKind::Usage);
}

void TestFollowUp::undoFromTheArchive()
{
    World world;
    const State before = stateOf(world);
    const JobOutcome job = world.apply(products({0, 1}, 5));
    Journal journal = world.openJournal();
    auto stored = journal.job(job.job.id);
    QVERIFY(canArchive(**stored));
    QCOMPARE(archiveJobsBefore(QDateTime::currentDateTimeUtc().addDays(-1), *world.data, journal).value(), 0);
    QCOMPARE(archiveJobsBefore(QDateTime::currentDateTimeUtc().addDays(1), *world.data, journal).value(), 1);
    stored = journal.job(job.job.id);
    QVERIFY((*stored)->archived.isValid() && !canArchive(**stored));
    QCOMPARE(archiveJob(**stored, *world.data, journal).error().kind, ErrorKind::Usage);
    // All of it is there, and it can be undone.
    auto loaded = loadJob(**stored, *world.data, journal);
    QVERIFY(loaded && loaded->requests.size() == job.requests.size());
    QCOMPARE(loaded->batch.rows.size(), job.batch.rows.size());
    UndoSummary summary;
    const JobOutcome undone = undo(world, job.job.id, summary);
    QVERIFY(!undone.problem);
    VERIFY_SAME(before, stateOf(world));
    // So can a clearing, whose products are kept in a file of their own.
    QVERIFY(!world.apply(products({0}, 4)).problem);
    const State filled = stateOf(world);
    const JobOutcome cleared = world.apply("dept_code,type_code\n" + department(0) + ',' + type(0) + '\n',
                                           with(OperationChoice::Clear));
    QVERIFY(!cleared.problem && stateOf(world) != filled);
    QVERIFY(archiveJob(*journal.job(cleared.job.id).value(), *world.data, journal).has_value());
    QVERIFY(!undo(world, cleared.job.id, summary).problem);
    VERIFY_SAME(filled, stateOf(world));
    // What is not known yet stays where people see it.
    JobRecord unknown = **stored;
    unknown.archived = {};
    unknown.counts.unknown = 1;
    QVERIFY(!canArchive(unknown));
}

/// Refused rows come back with the columns that told why; their job is loaded and undone as any other.
void TestFollowUp::undoOfCorrectedRows()
{
    World world;
    const State before = stateOf(world);
    std::string sheet = products({0}, 3);
    sheet.insert(sheet.find('\n'), ",line,column,value,reason");
    for (std::size_t at = sheet.find('\n') + 1; at < sheet.size();) {
        const std::size_t end = sheet.find('\n', at);
        sheet.insert(end, ",2,x,y,z");
        at = sheet.find('\n', at) + 1;
    }
    const JobOutcome job = world.apply(sheet);
    QVERIFY(!job.problem);
    QCOMPARE(job.job.counts.verified, 3);
    UndoSummary summary;
    QVERIFY(!undo(world, job.job.id, summary).problem);
    VERIFY_SAME(before, stateOf(world));
}

void TestFollowUp::undoLeavesOthersAlone()
{
    World world;
    const JobOutcome job = world.apply(products({0}, 3));
    // Somebody changes one of the products since.
    QVERIFY(!world
                 .apply("dept_code,type_code,product_code,is_must_sale,is_new\n" + department(0) + ',' +
                        type(0) + ',' + product(1) + ",0,1\n")
                 .problem);
    UndoSummary summary;
    const JobOutcome undone = undo(world, job.job.id, summary);
    QVERIFY(!undone.problem);
    QCOMPARE(undone.job.counts.verified, 2);
    QCOMPARE(undone.job.counts.held, 1);
    QCOMPARE(undone.batch.rows[1].note, RowNote::ChangedMeanwhile);
}

void TestFollowUp::undoOfTheUnknown()
{
    World world;
    // Rows that could not be compared were sent on the user's word: what was there before is not known.
    JobOutcome job = world.apply(products({0}, 3));
    job.batch.rows[1].base = BaseValue{};
    const auto set = undoOf(job, {}, {});
    QVERIFY(set.has_value());
    QCOMPARE(set->options.undo.exact, 2);
    QCOMPARE(set->options.undo.impossible, 1);
    QCOMPARE(set->options.undo.impossibleLines, std::vector<std::uint32_t>{3});
    QCOMPARE(set->options.undoes, job.job.id);
    QCOMPARE(set->file.batch.rows.size(), std::size_t(2));
    QCOMPARE(set->file.batch.rows[1].line, 4U);
    // From one supplier only: it comes back for all.
    job.batch.rows[0].type = ChangeType::Delete;
    job.batch.rows[0].base = {true, true, true, false, false, true, false, 0};
    QCOMPARE(undoOf(job, {}, {})->options.undo.partly, 1);
}

void TestFollowUp::retries()
{
    World world;
    // One request is lost for good: its rows are failed.
    QVERIFY(world.server.set("fault=close-before:modifySaleRangePds:1:1"));
    const JobOutcome job = world.apply(products({0, 1, 2}, 4));
    QVERIFY(!job.problem);
    QCOMPARE(job.job.counts.failed, 4);
    const JobOutcome kept = loaded(world, job.job.id);
    const auto set = retryOf(kept);
    QVERIFY(set.has_value());
    QCOMPARE(set->file.batch.rows.size(), std::size_t(4));
    QCOMPARE(set->file.batch.rows[0].line, kept.batch.rows[4].line);
    const JobOutcome again = applyFile(world, set->file, set->options);
    QCOMPARE(again.job.counts.verified, 4);
    QCOMPARE(retryOf(loaded(world, again.job.id)).error().kind, ErrorKind::Usage);
}

void TestFollowUp::expectedIsHeld()
{
    World world;
    const std::string head = "dept_code,type_code,product_code,is_must_sale,is_new,expected\n";
    const std::string range = department(0) + ',' + type(0) + ',';
    const auto rows = [&](const char* first, const char* second) {
        return head + range + product(0) + ",1,1," + first + '\n' + range + product(1) + ",1,1," + second +
               '\n';
    };
    const JobOutcome absent = world.dryRun(rows("absent", "1/0"));
    QCOMPARE(absent.job.counts.planned, 1);
    QCOMPARE(absent.job.counts.held, 1);
    QCOMPARE(absent.batch.rows[1].note, RowNote::ChangedMeanwhile);
    QVERIFY(!world.apply(products({0}, 2)).problem);
    const JobOutcome present = world.dryRun(rows("absent", "1/0"));
    QCOMPARE(present.batch.rows[0].state, RowState::Held);
    QCOMPARE(present.batch.rows[1].state, RowState::NotSent);
    const JobOutcome bad = world.dryRun(rows("2/0", ""));
    QCOMPARE(reasonOf(bad.batch, 0), RefusalReason::BadExpected);
    QCOMPARE(bad.batch.rows[1].state, RowState::NotSent);
}

void TestFollowUp::shares()
{
    World world;
    QVERIFY(!world.apply(products({0}, 2)).problem);
    const std::string sheet = "dept_code,type_code,product_code,is_must_sale,is_new\n" + department(0) + ',' +
                              type(0) + ',' + product(0) + ",0,1\n" + department(0) + ',' + type(0) + ',' +
                              product(7) + ",1,1\n" + department(0) + ',' + type(0) + ',' + product(1) +
                              ",1,0\n";
    const JobOutcome draft = world.dryRun(sheet);
    QCOMPARE(draft.job.counts.planned, 2);
    const QString path = world.folder.filePath(QStringLiteral("给同事.rdchanges"));
    const RowComments comments{{1, QStringLiteral("九月新品, \"首批\"")}};
    SharedFacts facts{QStringLiteral("127.0.0.1"), QStringLiteral("请核对"), {}, 0};
    QVERIFY(writeShared(path, draft.batch, facts, QStringLiteral("test"), comments).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains("openid"));
    // The colleague opens it: nothing moved, so everything is planned as it was.
    SharedFacts read;
    const auto set = openShared(path, {QStringLiteral("test")}, read);
    QVERIFY2(set.has_value(), set ? "" : qPrintable(set.error().text()));
    QCOMPARE(read.note, facts.note);
    QCOMPARE(read.rows, 2);
    QVERIFY(set->file.batch.sheet.text.find("九月新品") != std::string::npos);
    const JobOutcome seen = world.engine().dryRun(set->file, set->options);
    QCOMPARE(seen.job.counts.planned, 2);
    QCOMPARE(seen.plan, draft.plan);
    // Somebody else was faster: it is seen at once.
    QVERIFY(!world
                 .apply("dept_code,type_code,product_code,is_must_sale,is_new\n" + department(0) + ',' +
                        type(0) + ',' + product(0) + ",1,1\n")
                 .problem);
    const JobOutcome moved = world.engine().dryRun(set->file, set->options);
    QCOMPARE(moved.job.counts.held, 1);
    QCOMPARE(moved.job.counts.planned, 1);
    // Another company, a damaged file, an empty set.
    QCOMPARE(openShared(path, {QStringLiteral("other")}, read).error().kind, ErrorKind::Locked);
    for (const qsizetype at : {5, 60, static_cast<int>(bytes.size()) - 3}) {
        QByteArray damaged = bytes;
        damaged[at] = damaged[at] == 'x' ? 'y' : 'x';
        const QString wrong = world.writeFile(QStringLiteral("wrong.rdchanges"), damaged.toStdString());
        const auto refused = openShared(wrong, {QStringLiteral("test")}, read);
        QVERIFY(!refused.has_value());
    }
    QCOMPARE(writeShared(path, Batch{}, facts, QStringLiteral("test"), {}).error().kind, ErrorKind::Usage);
    QCOMPARE(writeShared(QStringLiteral("/proc/none/x"), draft.batch, facts, {}, {}).error().kind,
             ErrorKind::Storage);
}

void TestFollowUp::templates_data()
{
    QTest::addColumn<ChangeKind>("kind");
    QTest::addColumn<bool>("clears");
    QTest::addColumn<QString>("name");
    for (const char* ending : {"csv", "xlsx"}) {
        for (const ChangeKind kind : {ChangeKind::RangeProducts, ChangeKind::CustomerProducts}) {
            for (const bool clears : {false, true}) {
                const QString kindName =
                    sheetKindName(kind, clears ? OperationChoice::Clear : OperationChoice::Upsert);
                QTest::addRow("%s %s", qPrintable(kindName), ending)
                    << kind << clears << QStringLiteral("模板.%1").arg(QLatin1String(ending));
            }
        }
    }
}

/// Every column of a template is known when it comes back; filled in, it imports.
void TestFollowUp::templates()
{
    QFETCH(ChangeKind, kind);
    QFETCH(bool, clears);
    QFETCH(QString, name);
    World world;
    const QString path = world.folder.filePath(name);
    CatalogueNews news;
    SaleRule rule;
    rule.fields.push_back({"dept_id", "部门", "123", "BM01", "华东"});
    rule.products.push_back({"1", "SP1", "乌龙茶", {}, {}, false, false});
    news.add(rule);
    const auto known = Catalogue().with(news);
    const Catalogue& values = *known;
    QVERIFY(writeTemplate(path, kind, clears, values).has_value());
    auto bytes = readSheetBytes(path);
    QVERIFY(bytes.has_value());
    auto sheet = openSheet(std::move(*bytes), {});
    QVERIFY2(sheet.has_value(), sheet ? "" : qPrintable(sheet.error().text()));
    for (const SheetColumn& column : sheet->columns)
        QVERIFY2(column.role.has_value(), column.heading.c_str());
    if (sheet->workbook)
        QCOMPARE(sheet->workbook->sheets.size(), std::size_t(3));
    const auto batch =
        checkSheet(std::move(*sheet), kind, clears ? OperationChoice::Clear : OperationChoice::Upsert);
    QVERIFY2(batch.has_value(), batch ? "" : qPrintable(batch.error().text()));
    QCOMPARE(batch->rows.size(), std::size_t(0));
    QCOMPARE(writeTemplate(QStringLiteral("/proc/none/x.csv"), kind, clears, values).error().kind,
             ErrorKind::Storage);
}

void TestFollowUp::nearValues()
{
    CatalogueNews news;
    SaleRule rule;
    rule.fields.push_back({"dept_id", "部门", "8931837644917761234", "HD01", "华东大区"});
    rule.products.push_back({"7364136223846793005", "SP10001", "乌龙茶 500毫升", {}, {}, false, false});
    rule.products.push_back({"7364136223846793999", "SP10002", "乌龙茶 1升", {}, {}, false, false});
    rule.products.push_back({"1234567890123456789", "SP20002", "气泡水", {}, {}, false, false});
    news.add(rule);
    const auto known = Catalogue().with(news);
    const auto of = [&](ColumnRole::Field field, SelectBy by, const std::string& cell) {
        return suggestions(*known, {field, Dimension::Department, by}, cell);
    };
    using Texts = std::vector<std::string>;
    // Rounded by a spreadsheet: the only id that becomes this.
    QCOMPARE(of(ColumnRole::Field::Condition, SelectBy::Id, "8.93183764491776E+18"),
             Texts{"8931837644917761234"});
    QCOMPARE(of(ColumnRole::Field::Condition, SelectBy::Id, "8.93E+18"), Texts{"8931837644917761234"});
    QCOMPARE(of(ColumnRole::Field::Condition, SelectBy::Id, "8931837644917760000"),
             Texts{"8931837644917761234"});
    QCOMPARE(of(ColumnRole::Field::Product, SelectBy::Id, "1.23457E+18"), Texts{"1234567890123456789"});
    QCOMPARE(of(ColumnRole::Field::Product, SelectBy::Id, "7.36413622384679E+18"), Texts{}); // two fit
    QCOMPARE(of(ColumnRole::Field::Product, SelectBy::Id, "8.93E+18"), Texts{});
    QCOMPARE(of(ColumnRole::Field::Product, SelectBy::Id, "123"), Texts{}); // not damaged
    // Near matches of codes and names.
    QCOMPARE(of(ColumnRole::Field::Product, SelectBy::Code, "SP1001"), (Texts{"SP10001", "SP10002"}));
    QCOMPARE(of(ColumnRole::Field::Product, SelectBy::Code, "sp20002").front(), std::string("SP20002"));
    QCOMPARE(of(ColumnRole::Field::Condition, SelectBy::Name, "华东"), Texts{"华东大区"});
    QCOMPARE(of(ColumnRole::Field::Condition, SelectBy::Name, "西北"), Texts{});
    QCOMPARE(of(ColumnRole::Field::MustSell, SelectBy::Id, "1"), Texts{});
}

QTEST_GUILESS_MAIN(TestFollowUp)
#include "tst_follow_up.moc"
