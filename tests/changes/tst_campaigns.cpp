// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns and registrations by sheet: checked, compared, sent, verified, settled, undone.
#include "changes/campaign_merge.h"
#include "changes/campaign_rows.h"
#include "changes/campaign_snapshot.h"
#include "changes/campaign_wish.h"
#include "changes/compare.h"
#include "changes/follow_up.h"
#include "changes/job_files.h"
#include "changes/plan.h"
#include "changes/posting_guard.h"
#include "changes/report.h"
#include "changes/resolve.h"
#include "changes/share.h"
#include "changes/template.h"
#include "core/text.h"
#include "demo/demo_data.h"
#include "openapi/decode.h"
#include "openapi/record_text.h"
#include "support/test_world.h"

#include <QTest>

using namespace rangedesk;
using tests::World;

namespace {

const demo::DemoData& seed()
{
    static const demo::DemoData data = demo::seedData();
    return data;
}

const demo::CampaignData& campaign(std::size_t index)
{
    return seed().campaigns[index];
}

ImportOptions of(ChangeKind kind, OperationChoice operation = OperationChoice::Upsert)
{
    ImportOptions options;
    options.kind = kind;
    options.operation = operation;
    return options;
}

/// The line of the server's state of a campaign.
QString lineOf(World& world, const std::string& sourceCode)
{
    for (const QString& line : toQString(world.server.campaigns()).split(QLatin1Char('\n'))) {
        if (line.startsWith(toQString(sourceCode) + QLatin1Char('|')))
            return line;
    }
    return {};
}

std::string codeOf(std::size_t customer)
{
    return seed().customers[customer].code;
}

/// A customer who is not registered for campaign 0.
std::size_t freeCustomer(std::size_t nth)
{
    for (std::size_t i = 0;; ++i) {
        const bool taken = std::any_of(campaign(0).registered.begin(), campaign(0).registered.end(),
                                       [i](const auto& entry) { return entry.first == i; });
        if (!taken && nth-- == 0)
            return i;
    }
}

const char* const newCampaign =
    "source_code,code,name,type_code,event_status,start_date,end_date,register_url,event_information,dept_"
    "code\n"
    "NEW-1,HD90001,新活动,CL,已上线,2026/3/1,2026-03-31,https://h5.example.com/a,陈列奖励,BM01\n";

std::string registrations(const std::vector<std::size_t>& customers,
                          const std::string& information = "电话:1")
{
    std::string csv = "campaign_source_code,cm_code,registered_time,merchant_information\n";
    for (const std::size_t customer : customers)
        csv += campaign(0).sourceCode + ',' + codeOf(customer) + ",2026-01-05 9:30," + information + '\n';
    return csv;
}

std::int64_t sentRequests(World& world, const char* operation)
{
    return toQString(world.server.log()).count(QLatin1String(operation) + QLatin1Char('\t'));
}

} // namespace

class TestCampaigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDatesAndWords_data();
    void readsDatesAndWords();
    void createsAndVerifies();
    void changesOneFieldAndSendsAll();
    void refusesFaultyCells_data();
    void refusesFaultyCells();
    void refusesForeignHeadingsAndOperations();
    void refusesNewOnesThatExist();
    void refusesNewOnesThatLackFields();
    void holdsWhatTheQueryMayHaveCut();
    void holdsDepartmentsThatCannotGoBack();
    void departmentsThatAreNotTold_data();
    void departmentsThatAreNotTold();
    void acceptsARegistrationOnceMore();
    void settlesARegistrationBesideAnother();
    void holdsTwoOfOneExternalId();
    void refusesContradictionsAndSharesRepeats();
    void holdsWhatMovedMeanwhile();
    void readsManyAtOnceAndLongIds();
    void settlesLostReplies();
    void undoesChanges();
    void undoneCreationIsEnded();
    void registersInGroups();
    void leavesRegisteredAlone();
    void refusesUnknownCampaignsAndCommas();
    void isolatesTheRefusedCustomer();
    void neverRepeatsARegistration();
    void neverRepeatsOverSeveralRuns();
    void neverTakesDepartmentsAway();
    void cannotUndoRegistrations();
    void sharesBothKinds();
    void writesTemplates();
    void wishesSurviveJson();
    void movedDepartments();
};

void TestCampaigns::readsDatesAndWords_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("moment");
    QTest::newRow("day") << QStringLiteral("2026-01-31") << QStringLiteral("2026-01-31") << QString();
    QTest::newRow("slashes") << QStringLiteral("2026/1/5") << QStringLiteral("2026-01-05") << QString();
    QTest::newRow("dots") << QStringLiteral(" 2026.12.1 ") << QStringLiteral("2026-12-01") << QString();
    QTest::newRow("midnight") << QStringLiteral("2026-01-31 00:00:00") << QStringLiteral("2026-01-31")
                              << QStringLiteral("2026-01-31 00:00:00");
    QTest::newRow("time") << QStringLiteral("2026/1/5 9:05") << QString()
                          << QStringLiteral("2026-01-05 09:05:00");
    QTest::newRow("iso") << QStringLiteral("2026-01-05T09:05:07") << QString()
                         << QStringLiteral("2026-01-05 09:05:07");
    QTest::newRow("no day") << QStringLiteral("2026-02-30") << QString() << QString();
    QTest::newRow("no time") << QStringLiteral("2026-02-03 25:00") << QString() << QString();
    QTest::newRow("chinese") << QStringLiteral("2026年1月5日") << QStringLiteral("2026-01-05") << QString();
    QTest::newRow("chinese with a time")
        << QStringLiteral("2026年1月5日 9:05") << QString() << QStringLiteral("2026-01-05 09:05:00");
    QTest::newRow("digits alone") << QStringLiteral("20260105") << QStringLiteral("2026-01-05") << QString();
    QTest::newRow("serial") << QStringLiteral("46000") << QString() << QString();
    QTest::newRow("words") << QStringLiteral("明天") << QString() << QString();
    QTest::newRow("behind") << QStringLiteral("2026-01-31x") << QString() << QString();
}

void TestCampaigns::readsDatesAndWords()
{
    QFETCH(const QString, cell);
    QFETCH(const QString, date);
    QFETCH(const QString, moment);
    QCOMPARE(toQString(vendorDateOf(toUtf8(cell)).value_or("")), date);
    QCOMPARE(toQString(vendorDateTimeOf(toUtf8(cell)).value_or("")), moment);
    QCOMPARE(campaignStatusOf("已上线").value_or(""), std::string("1"));
    QCOMPARE(campaignStatusOf("Suspended").value_or(""), std::string("2"));
    QVERIFY(!campaignStatusOf("4"));
}

void TestCampaigns::createsAndVerifies()
{
    World world;
    const JobOutcome outcome = world.apply(newCampaign, of(ChangeKind::Campaigns));
    QVERIFY2(!outcome.problem, outcome.problem ? qPrintable(outcome.problem->text()) : "");
    QCOMPARE(outcome.job.counts.verified, 1);
    QCOMPARE(lineOf(world, "NEW-1"),
             QStringLiteral(
                 "NEW-1|HD90001|新活动|CL|1|2026-03-01|2026-03-31|https://h5.example.com/a|陈列奖励|BM01 "));
    // The same sheet once more changes nothing.
    const JobOutcome again = world.apply(newCampaign, of(ChangeKind::Campaigns));
    QCOMPARE(again.job.counts.unchanged, 1);
    QCOMPARE(sentRequests(world, "addOrUpdateCampaign"), 1);
}

void TestCampaigns::changesOneFieldAndSendsAll()
{
    World world;
    const std::string before = world.server.campaigns();
    const JobOutcome outcome =
        world.apply("第三方活动唯一标识,活动状态,活动名称\n" + campaign(0).sourceCode + ",中止,\n",
                    of(ChangeKind::Campaigns));
    QVERIFY(!outcome.problem);
    QCOMPARE(outcome.job.counts.verified, 1);
    // Only the status moved: everything else was sent back as it was read.
    QString expected = toQString(before);
    const QString head = toQString(campaign(0).sourceCode + '|' + campaign(0).code + '|' + campaign(0).name +
                                   '|' + campaign(0).typeCode + '|');
    QVERIFY(expected.contains(head + QStringLiteral("3|")));
    expected.replace(head + QStringLiteral("3|"), head + QStringLiteral("2|"));
    QCOMPARE(toQString(world.server.campaigns()), expected);
    QCOMPARE(describeChange(outcome.batch, outcome.batch.rows.front()).contains(QStringLiteral(" → ")), true);
}

void TestCampaigns::refusesFaultyCells_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("reason");
    const auto reason = [](RefusalReason r) { return static_cast<int>(r); };
    const QString id = toQString(campaign(0).sourceCode);
    QTest::newRow("no id") << QStringLiteral(",A,1,2026-01-01,2026-01-02,,,")
                           << reason(RefusalReason::CampaignUnnamed);
    QTest::newRow("status") << id + QStringLiteral(",A,9,,,,,") << reason(RefusalReason::NotAllowedValue);
    QTest::newRow("date") << id + QStringLiteral(",A,1,2026-13-01,,,,")
                          << reason(RefusalReason::NotAllowedValue);
    QTest::newRow("end first") << id + QStringLiteral(",A,1,2026-02-01,2026-01-01,,,")
                               << reason(RefusalReason::NotAllowedValue);
    QTest::newRow("url") << id + QStringLiteral(",,,,,ftp://x,,") << reason(RefusalReason::NotAllowedValue);
    QTest::newRow("too long") << id + QLatin1Char(',') + QString(101, QChar(0x5b57)) +
                                     QStringLiteral(",,,,,,")
                              << reason(RefusalReason::NotAllowedValue);
    QTest::newRow("clear") << id + QStringLiteral(",[清空],,,,,,") << reason(RefusalReason::CannotEmpty);
    QTest::newRow("nothing") << id + QStringLiteral(",,,,,,,") << reason(RefusalReason::NothingToChange);
    QTest::newRow("delete") << id + QStringLiteral(",A,,,,,,删除") << reason(RefusalReason::CannotDelete);
    QTest::newRow("operation") << id + QStringLiteral(",A,,,,,,x")
                               << reason(RefusalReason::BadCampaignOperation);
    QTest::newRow("departments") << id + QStringLiteral(",,,,,,\"") + QString(60, QLatin1Char('a')) +
                                        QLatin1Char(',') + QString(60, QLatin1Char('b')) +
                                        QStringLiteral("\",")
                                 << reason(RefusalReason::NotAllowedValue);
}

void TestCampaigns::refusesFaultyCells()
{
    QFETCH(const QString, line);
    QFETCH(const int, reason);
    World world;
    const JobOutcome outcome =
        world.dryRun("source_code,name,event_status,start_date,end_date,register_url,dept_code,opt_type\n" +
                         toUtf8(line) + '\n',
                     of(ChangeKind::Campaigns));
    QVERIFY2(!outcome.problem, outcome.problem ? qPrintable(outcome.problem->text()) : "");
    QCOMPARE(outcome.batch.refusals.size(), 1U);
    QCOMPARE(static_cast<int>(outcome.batch.refusals.front().reason), reason);
    QVERIFY(!describe(outcome.batch.refusals.front()).isEmpty());
    QCOMPARE(sentRequests(world, "addOrUpdateCampaign"), 0);
}

void TestCampaigns::refusesForeignHeadingsAndOperations()
{
    const World world;
    const auto problem = [&](const std::string& csv, const ImportOptions& options) {
        const auto checked = checkFile(world.writeFile(QStringLiteral("a.csv"), csv), options);
        return checked ? QString() : checked.error().text();
    };
    const std::string ranges = "dept_code,product_code\nBM01,SP1\n";
    QVERIFY(problem(ranges, of(ChangeKind::Campaigns)).contains(QStringLiteral("range-products")));
    QVERIFY(problem(newCampaign, of(ChangeKind::RangeProducts)).contains(QStringLiteral("campaigns")));
    QVERIFY(problem(registrations({1}), of(ChangeKind::CustomerProducts))
                .contains(QStringLiteral("registrations")));
    QVERIFY(problem(registrations({1}), of(ChangeKind::Campaigns)).contains(QStringLiteral("registrations")));
    QVERIFY(!problem(newCampaign, of(ChangeKind::Campaigns, OperationChoice::Delete)).isEmpty());
    QVERIFY(!problem(newCampaign, of(ChangeKind::Campaigns, OperationChoice::Exact)).isEmpty());
    QVERIFY(!problem(registrations({1}), of(ChangeKind::Registrations, OperationChoice::PerRow)).isEmpty());
    QVERIFY(!problem("source_code\nA\n", of(ChangeKind::Campaigns)).isEmpty());
    QVERIFY(!problem("source_code,cm_code,registered_time\nA,B,2026-01-01 10:00:00\n",
                     of(ChangeKind::Registrations))
                 .isEmpty());
    QVERIFY(problem(newCampaign, of(ChangeKind::Campaigns)).isEmpty());
}

void TestCampaigns::refusesNewOnesThatExist()
{
    World world;
    const std::string csv = "source_code,opt_type,name\n" + campaign(1).sourceCode + ",新增,别的名字\n" +
                            campaign(2).sourceCode + ",修改,改过的名字\nNOT-THERE,修改,没有\n";
    const JobOutcome outcome = world.apply(csv, of(ChangeKind::Campaigns, OperationChoice::PerRow));
    QVERIFY(!outcome.problem);
    QCOMPARE(outcome.batch.rows[0].state, RowState::Refused);
    const QString reason = describe(outcome.batch.refusals.front());
    QVERIFY2(reason.contains(toQString(campaign(1).name)), qPrintable(reason)); // the found one is shown
    QCOMPARE(outcome.batch.rows[1].state, RowState::Verified);
    QCOMPARE(outcome.batch.rows[2].state, RowState::Refused);
    QCOMPARE(outcome.batch.refusals.back().reason, RefusalReason::CampaignNotFound);
    QVERIFY(lineOf(world, "NOT-THERE").isEmpty());
}

void TestCampaigns::refusesNewOnesThatLackFields()
{
    World world;
    const JobOutcome outcome =
        world.dryRun("source_code,name,type_code\nNEW-2,名字,CL\n", of(ChangeKind::Campaigns));
    QCOMPARE(outcome.batch.refusals.size(), 1U);
    QCOMPARE(outcome.batch.refusals.front().reason, RefusalReason::MissingForNew);
    const QString text = describe(outcome.batch.refusals.front());
    QVERIFY2(text.contains(toQString(campaignFieldLabel(CampaignField::StartDate))), qPrintable(text));
}

void TestCampaigns::holdsWhatTheQueryMayHaveCut()
{
    World world;
    QVERIFY(world.server.set("short-fields=on"));
    // The information of this campaign has more than 32 characters; the query shows 32 of them.
    QVERIFY(characterCount(campaign(0).information) > 32);
    const std::string csv = "source_code,event_status,event_information\n" + campaign(0).sourceCode +
                            ",1,\n" + campaign(1).sourceCode + ",1,\"" + campaign(1).information + "\"\n";
    const JobOutcome outcome = world.apply(csv, of(ChangeKind::Campaigns));
    QVERIFY(!outcome.problem);
    QCOMPARE(outcome.batch.rows[0].state, RowState::Held);
    QCOMPARE(outcome.batch.rows[0].note, RowNote::MaybeCut);
    // Typed again it is sent, and verified as far as the query shows it.
    QCOMPARE(outcome.batch.rows[1].state, RowState::Verified);
    QVERIFY(lineOf(world, campaign(0).sourceCode).contains(toQString(campaign(0).information)));
}

void TestCampaigns::holdsDepartmentsThatCannotGoBack()
{
    CampaignBase base;
    base.edit = {"S",          "C",           "N",         "T",          "1", "2026-01-01",
                 "2026-01-02", "https://a.b", "Something", SelectBy::Id, {}};
    for (int i = 0; i < 12; ++i)
        base.departments.push_back(
            {std::to_string(8934750000000000000LL + i), "BM" + std::to_string(i), "部"});
    CampaignWish wish;
    wish[CampaignField::Status] = "2";
    // By id they take 239 characters; by code 49.
    const auto byCode = merged("S", wish, &base);
    QVERIFY(std::holds_alternative<CampaignEdit>(byCode));
    QCOMPARE(std::get<CampaignEdit>(byCode).departmentsBy, SelectBy::Code);
    base.departments.front().code = "with,comma";
    const auto none = merged("S", wish, &base);
    QVERIFY(std::holds_alternative<CampaignObstacle>(none));
    QCOMPARE(std::get<CampaignObstacle>(none).kind, CampaignObstacle::Kind::DepartmentsTooLong);
    wish.departments = CampaignDepartments{SelectBy::Id, {"1"}};
    QVERIFY(std::holds_alternative<CampaignEdit>(merged("S", wish, &base)));
    // A value of the server's own that cannot be sent back is told apart from one of the row.
    base.edit.registerUrl = "no address";
    const auto server = merged("S", wish, &base);
    QCOMPARE(std::get<CampaignObstacle>(server).kind, CampaignObstacle::Kind::ServerValue);
    wish[CampaignField::RegisterUrl] = "https://a.b/c";
    QVERIFY(std::holds_alternative<CampaignEdit>(merged("S", wish, &base)));
}

void TestCampaigns::departmentsThatAreNotTold_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("isTold");
    QTest::addColumn<int>("count");
    const QByteArray one = R"({"id":"1","code":"BM01","name":"华东"})";
    QTest::newRow("absent") << QByteArray() << false << 0;
    QTest::newRow("null") << QByteArray(R"(,"belong_dept":null)") << false << 0;
    QTest::newRow("empty text") << QByteArray(R"(,"belong_dept":"")") << true << 0;
    QTest::newRow("empty list") << QByteArray(R"(,"belong_dept":[])") << true << 0;
    QTest::newRow("one") << R"(,"belong_dept":[)" + one + ']' << true << 1;
    QTest::newRow("one object") << R"(,"belong_dept":)" + one << true << 1;
    QTest::newRow("one of them null") << R"(,"belong_dept":[)" + one + ",null]" << false << 1;
    QTest::newRow("partly null") << QByteArray(R"(,"belong_dept":[{"id":"1","code":null,"name":null}])")
                                 << true << 1;
}

/// Changing the name alone must not take departments away that the reply did not tell.
void TestCampaigns::departmentsThatAreNotTold()
{
    QFETCH(const QByteArray, field);
    QFETCH(const bool, isTold);
    QFETCH(const int, count);
    const std::string body =
        R"({"return_code":0,"response_data":[{"activity_source_code":"S","activity_code":"C",)"
        R"("activity_type_code":"T","activity_name":"N","start_date":"2026-01-01","end_date":"2026-01-02",)"
        R"("event_status":"1","event_information":"x","register_url":"https://a.b","override_customer":null)" +
        field.toStdString() + "}]}";
    const auto list = decodeCampaigns(body, "");
    QVERIFY(list);
    QCOMPARE(list->items.size(), std::size_t(1));
    QCOMPARE(list->items.front().hasDepartments, isTold);
    // So it is in a reading that was kept.
    const std::string text = recordText(list->items.front());
    const auto kept = decodeCampaigns(replyOf(std::span(&text, 1)), "");
    QVERIFY(kept);
    QCOMPARE(kept->items.front().hasDepartments, isTold);
    const CampaignBase base = CampaignBase::of(kept->items.front());
    QCOMPARE(static_cast<int>(base.departments.size()), count);
    CampaignWish wish;
    wish[CampaignField::Name] = "M";
    const auto edit = merged("S", wish, &base);
    QCOMPARE(std::holds_alternative<CampaignEdit>(edit), isTold);
    if (isTold)
        QCOMPARE(static_cast<int>(std::get<CampaignEdit>(edit).departments.size()), count);
    else
        QCOMPARE(std::get<CampaignObstacle>(edit).kind, CampaignObstacle::Kind::DepartmentsUntold);
    CampaignBase other = base;
    other.hasDepartments = !other.hasDepartments;
    QVERIFY(other.digest() != base.digest());
    // Given by the person they are sent; a sheet that does not is held, with words.
    const World world;
    Batch batch = world.checked("source_code,name\nS,M\n", of(ChangeKind::Campaigns)).batch;
    Snapshot snapshot(ChangeKind::Campaigns);
    snapshot.campaigns().beginPass();
    snapshot.campaigns().take(*list, false);
    snapshot.campaigns().completePass();
    resolve(batch, snapshot);
    compareRows(batch, snapshot);
    QCOMPARE(batch.rows[0].state, isTold ? RowState::NotSent : RowState::Held);
    QCOMPARE(batch.rows[0].note, isTold ? RowNote::None : RowNote::DepartmentsUntold);
    QVERIFY(!canAccept(batch.rows[0]) && !describe(RowNote::DepartmentsUntold).isEmpty());
    wish.departments = CampaignDepartments{SelectBy::Id, {"7"}};
    QVERIFY(std::holds_alternative<CampaignEdit>(merged("S", wish, &base)));
    // What was kept for the undo knows it as well.
    batch.rows[0].state = RowState::NotSent;
    QVERIFY(keepCampaignBases(batch, QStringLiteral("k"), *world.data));
    batch.campaigns[0].base.reset();
    QVERIFY(loadCampaignBases(batch, QStringLiteral("k"), *world.data));
    QCOMPARE(batch.campaigns[0].base->hasDepartments, isTold);
}

/// A customer that is registered otherwise is held, and reported again only where a person wants that.
void TestCampaigns::acceptsARegistrationOnceMore()
{
    World world;
    Journal journal = world.openJournal();
    const std::string id = seed().customers[campaign(0).registered.begin()->first].id;
    const std::string sheet = "campaign_source_code,cm_id,registered_time,merchant_information\n" +
                              campaign(0).sourceCode + ',' + id + ",2026-11-20 09:00:00,另外的信息\n";
    const ImportOptions options = of(ChangeKind::Registrations);
    JobOutcome draft = world.engine().draft(world.checked(sheet, options), options, *world.data, journal);
    QVERIFY2(!draft.problem, draft.problem ? qPrintable(draft.problem->text()) : "");
    QCOMPARE(draft.batch.rows[0].note, RowNote::RegisteredOtherwise);
    QVERIFY(canAccept(draft.batch.rows[0]));
    draft.job.options = withAccepted(draft.job.options, {0});
    draft = world.engine().reopenDraft(draft.job, *world.data, journal);
    QCOMPARE(draft.batch.rows[0].state, RowState::NotSent);
    const JobOutcome posted = world.engine().post(draft.job, draft.batch, *world.data, journal);
    QVERIFY2(!posted.problem, posted.problem ? qPrintable(posted.problem->text()) : "");
    QCOMPARE(sentRequests(world, "applyCallBack"), 1);
    // This server keeps both: which of them counts is not told.
    QCOMPARE(posted.job.counts.accepted, 1);
    QCOMPARE(posted.batch.rows[0].note, RowNote::BesideOthers);
    QVERIFY(!describe(RowNote::BesideOthers).isEmpty());
}

/// Its reply got lost, and this server keeps both: it arrived, and nobody is told that it failed.
void TestCampaigns::settlesARegistrationBesideAnother()
{
    World world;
    Journal journal = world.openJournal();
    const std::string id = seed().customers[campaign(0).registered.begin()->first].id;
    const std::string sheet = "campaign_source_code,cm_id,registered_time,merchant_information\n" +
                              campaign(0).sourceCode + ',' + id + ",2026-11-20 09:00:00,另外的信息\n";
    const ImportOptions options = of(ChangeKind::Registrations);
    JobOutcome draft = world.engine().draft(world.checked(sheet, options), options, *world.data, journal);
    QVERIFY2(!draft.problem, draft.problem ? qPrintable(draft.problem->text()) : "");
    draft.job.options = withAccepted(draft.job.options, {0});
    draft = world.engine().reopenDraft(draft.job, *world.data, journal);
    QVERIFY(world.server.set("fault=close-after:applyCallBack:1"));
    const JobOutcome posted = world.engine().post(draft.job, draft.batch, *world.data, journal);
    QVERIFY2(!posted.problem, posted.problem ? qPrintable(posted.problem->text()) : "");
    QCOMPARE(sentRequests(world, "applyCallBack"), 1);
    QCOMPARE(posted.batch.rows[0].state, RowState::Accepted);
    QCOMPARE(posted.batch.rows[0].note, RowNote::BesideOthers);
    QCOMPARE(posted.job.counts.accepted, 1);
    // Sent once more, it was there before: reading back proves nothing any longer.
    draft = world.engine().draft(world.checked(sheet, options), options, *world.data, journal);
    draft.job.options = withAccepted(draft.job.options, {0});
    draft = world.engine().reopenDraft(draft.job, *world.data, journal);
    QCOMPARE(draft.batch.rows[0].state, RowState::NotSent);
    QVERIFY(world.server.set("fault=close-after:applyCallBack:1"));
    const JobOutcome again = world.engine().post(draft.job, draft.batch, *world.data, journal);
    QCOMPARE(sentRequests(world, "applyCallBack"), 2);
    QCOMPARE(again.batch.rows[0].state, RowState::Unknown);
}

void TestCampaigns::holdsTwoOfOneExternalId()
{
    const World world;
    Batch batch = world.checked("source_code,name\nS,N\n", of(ChangeKind::Campaigns)).batch;
    const auto text = std::make_shared<const std::string>();
    Campaign one;
    one.sourceCode = "S";
    Snapshot snapshot(ChangeKind::Campaigns);
    snapshot.campaigns().beginPass();
    snapshot.campaigns().take({text, {one, one}}, false);
    snapshot.campaigns().completePass();
    resolve(batch, snapshot);
    compareRows(batch, snapshot);
    QCOMPARE(batch.rows[0].state, RowState::Held);
    QCOMPARE(batch.rows[0].note, RowNote::TwoCampaigns);
}

void TestCampaigns::refusesContradictionsAndSharesRepeats()
{
    World world;
    const std::string a = campaign(0).sourceCode;
    const std::string b = campaign(1).sourceCode;
    const JobOutcome outcome =
        world.apply("source_code,name\n" + a + ",一\n" + a + ",二\n" + b + ",三\n" + b + ",三\n",
                    of(ChangeKind::Campaigns));
    QCOMPARE(outcome.job.counts.refused, 2);
    QCOMPARE(outcome.job.counts.verified, 2);
    QCOMPARE(outcome.job.counts.requestsSent, 1);
}

void TestCampaigns::holdsWhatMovedMeanwhile()
{
    World world;
    Journal journal = world.openJournal();
    const ImportOptions options = of(ChangeKind::Campaigns);
    const std::string csv =
        "source_code,name\n" + campaign(0).sourceCode + ",一\n" + campaign(1).sourceCode + ",二\n";
    const JobOutcome draft = world.engine().draft(world.checked(csv, options), options, *world.data, journal);
    QVERIFY(!draft.problem);
    QCOMPARE(draft.job.counts.planned, 2);
    const demo::CampaignData& c = campaign(0);
    world.server.edit(
        "addOrUpdateCampaign",
        R"({"source_code":")" + c.sourceCode + R"(","code":")" + c.code +
            R"(","name":"别人改的","type_code":"CL","event_status":"1","start_date":"2025-01-01",)"
            R"("end_date":"2025-01-28","register_url":"https://x.y","event_information":"i"})");
    const JobOutcome posted = world.engine().post(draft.job, draft.batch, *world.data, journal);
    QVERIFY(!posted.problem);
    QCOMPARE(posted.batch.rows[0].state, RowState::Held);
    QCOMPARE(posted.batch.rows[0].note, RowNote::ChangedMeanwhile);
    QCOMPARE(posted.batch.rows[1].state, RowState::Verified);
    QVERIFY(lineOf(world, c.sourceCode).contains(QStringLiteral("别人改的")));
}

void TestCampaigns::readsManyAtOnceAndLongIds()
{
    World world;
    std::string csv = "source_code,code,name,type_code,event_status,start_date,end_date,register_url,"
                      "event_information\n";
    const std::string longId(90, 'L'); // longer than the query takes
    for (int i = 0; i < 40; ++i)
        csv += (i == 0 ? longId : "MANY-" + std::to_string(i)) + ",C" + std::to_string(i) +
               ",N,CL,1,2026-01-01,2026-01-02,https://a.b/c,I\n";
    const JobOutcome outcome = world.apply(csv, of(ChangeKind::Campaigns));
    QVERIFY2(!outcome.problem, outcome.problem ? qPrintable(outcome.problem->text()) : "");
    QCOMPARE(outcome.job.counts.verified, 40);
    QVERIFY(outcome.job.counts.reads <= 4); // for all at once, not one by one
    QVERIFY(!lineOf(world, longId).isEmpty());
}

void TestCampaigns::settlesLostReplies()
{
    World world;
    QVERIFY(world.server.set("fault=close-after:addOrUpdateCampaign:1"));
    QVERIFY(world.server.set("fault=close-before:addOrUpdateCampaign:1:1"));
    const std::string csv = "source_code,name\n" + campaign(0).sourceCode + ",一\n" + campaign(1).sourceCode +
                            ",二\n" + campaign(2).sourceCode + ",三\n";
    const JobOutcome outcome = world.apply(csv, of(ChangeKind::Campaigns));
    const JobCounts& counts = outcome.job.counts;
    QCOMPARE(counts.verified + counts.failed, 3);
    QCOMPARE(counts.failed, 1);
    // The one that failed goes out once more on wish.
    auto retry = retryOf(outcome);
    QVERIFY(retry);
    Journal journal = world.openJournal();
    const JobOutcome again =
        world.engine().apply(std::move(retry->file), retry->options, *world.data, journal);
    QCOMPARE(again.job.counts.verified, 1);
    for (const char* name : {"|一|", "|二|", "|三|"})
        QVERIFY(toQString(world.server.campaigns()).contains(QString::fromUtf8(name)));
}

void TestCampaigns::undoesChanges()
{
    World world;
    const std::string before = world.server.campaigns();
    const std::string csv = "source_code,name,event_status,start_date,dept_code,event_information\n" +
                            campaign(0).sourceCode + ",一,1,2024-12-01,BM03,\n" + campaign(1).sourceCode +
                            ",,,,\"BM01,BM02\",别的\n" + campaign(2).sourceCode + "," + campaign(2).name +
                            ",,,,\n";
    const JobOutcome done = world.apply(csv, of(ChangeKind::Campaigns));
    QCOMPARE(done.job.counts.verified, 2);
    QCOMPARE(done.job.counts.unchanged, 1);
    QVERIFY(world.server.campaigns() != before);
    Journal journal = world.openJournal();
    // From the journal alone, as after a restart.
    auto undo = undoOf(journal.job(done.job.id).value().value(), {}, *world.data, journal);
    QVERIFY2(undo, undo ? "" : qPrintable(undo.error().text()));
    QCOMPARE(undo->options.undo.exact, 2);
    const ImportOptions options = undo->options;
    const JobOutcome undone = world.engine().apply(std::move(undo->file), options, *world.data, journal);
    QVERIFY(!undone.problem);
    QCOMPARE(undone.job.counts.verified, 2);
    QCOMPARE(toQString(world.server.campaigns()), toQString(before));
    // What somebody changed since is left out.
    const JobOutcome redone = world.apply(csv, of(ChangeKind::Campaigns));
    QCOMPARE(redone.job.counts.verified, 2);
    const JobOutcome other =
        world.apply("source_code,name\n" + campaign(0).sourceCode + ",另一个\n", of(ChangeKind::Campaigns));
    QCOMPARE(other.job.counts.verified, 1);
    auto late = undoOf(journal.job(redone.job.id).value().value(), {}, *world.data, journal);
    QVERIFY(late);
    const ImportOptions lateOptions = late->options;
    const JobOutcome partly = world.engine().apply(std::move(late->file), lateOptions, *world.data, journal);
    QCOMPARE(partly.job.counts.held, 1);
    QCOMPARE(partly.job.counts.verified, 1);
    QVERIFY(lineOf(world, campaign(0).sourceCode).contains(QStringLiteral("另一个")));
}

void TestCampaigns::undoneCreationIsEnded()
{
    World world;
    const JobOutcome done = world.apply(newCampaign, of(ChangeKind::Campaigns));
    QCOMPARE(done.job.counts.verified, 1);
    Journal journal = world.openJournal();
    auto undo = undoOf(journal.job(done.job.id).value().value(), {}, *world.data, journal);
    QVERIFY(undo);
    QCOMPARE(undo->options.undo.partly, 1);
    QCOMPARE(undo->options.undo.ended, 1);
    QCOMPARE(undo->options.undo.cut, 0);
    // The reasons are kept with the job.
    JobRecord record;
    record.kind = sheetKindName(ChangeKind::Campaigns, OperationChoice::PerRow);
    record.options = optionsToJson(undo->options, undo->file.batch);
    QCOMPARE(optionsOf(record)->undo.ended, 1);
    // What the query had cut before is another reason.
    auto changed = loadJob(journal.job(done.job.id).value().value(), *world.data, journal);
    QVERIFY(changed);
    auto base = std::make_shared<CampaignBase>();
    const CampaignWish& wish = changed->batch.campaigns[0].wish;
    for (const CampaignField field : campaignFields)
        valueOf(base->edit, field) = wish[field].value_or(std::string());
    base->edit.name = "以前的名字";
    base->edit.eventInformation = toUtf8(QString(32, QChar(0x540d)));
    changed->batch.campaigns[0].base = base;
    changed->batch.rows[0].base.present = true;
    const auto partly = undoOf(*changed, {}, {});
    QVERIFY(partly);
    QCOMPARE(partly->options.undo.partly, 1);
    QCOMPARE(partly->options.undo.cut, 1);
    QCOMPARE(partly->options.undo.ended, 0);
    const ImportOptions options = undo->options;
    const JobOutcome undone = world.engine().apply(std::move(undo->file), options, *world.data, journal);
    QCOMPARE(undone.job.counts.verified, 1);
    QVERIFY(lineOf(world, "NEW-1").contains(QStringLiteral("|CL|3|")));
}

void TestCampaigns::registersInGroups()
{
    World world;
    std::vector<std::size_t> many;
    for (std::size_t i = 0; i < 250; ++i)
        many.push_back(freeCustomer(i));
    std::string csv = registrations(many);
    csv += campaign(0).sourceCode + ',' + codeOf(freeCustomer(300)) + ",2026-01-05 9:30,另一家\n";
    const JobOutcome outcome = world.apply(csv, of(ChangeKind::Registrations));
    QVERIFY2(!outcome.problem, outcome.problem ? qPrintable(outcome.problem->text()) : "");
    QCOMPARE(outcome.job.counts.verified, 251);
    // 200 at most in one, and none with other merchant information.
    const std::int64_t requests = sentRequests(world, "applyCallBack");
    QVERIFY2(requests >= 3 && requests <= 5, qPrintable(QString::number(requests)));
    QCOMPARE(lineOf(world, campaign(0).sourceCode).count(QStringLiteral("=电话:1")), 250);
    const JobOutcome again = world.apply(csv, of(ChangeKind::Registrations));
    QCOMPARE(again.job.counts.unchanged, 251);
}

void TestCampaigns::leavesRegisteredAlone()
{
    World world;
    const auto& [customer, information] = campaign(0).registered.front();
    std::string quoted = toUtf8(toQString(information).replace(QLatin1Char('"'), QStringLiteral("\"\"")));
    std::string csv = registrations({});
    csv += campaign(0).sourceCode + ',' + codeOf(customer) + ",2026-01-05 9:30,\"" + quoted + "\"\n";
    csv += campaign(0).sourceCode + ',' + codeOf(campaign(0).registered[1].first) + ",2026-01-05 9:30,别的\n";
    const JobOutcome outcome = world.apply(csv, of(ChangeKind::Registrations));
    QCOMPARE(outcome.batch.rows[0].state, RowState::Unchanged);
    QCOMPARE(outcome.batch.rows[1].state, RowState::Held);
    QCOMPARE(outcome.batch.rows[1].note, RowNote::RegisteredOtherwise);
    QCOMPARE(sentRequests(world, "applyCallBack"), 0);
}

void TestCampaigns::refusesUnknownCampaignsAndCommas()
{
    World world;
    const std::string code = codeOf(freeCustomer(0));
    const JobOutcome outcome = world.dryRun(
        "campaign_source_code,campaign_code,cm_code,cm_name,registered_time,merchant_information\n"
        "NOWHERE,," +
            code +
            ",,2026-01-05 09:30:00,x\n" // not there
            "," +
            campaign(11).code + ',' + code + ",,2026-01-05 09:30:00,x\n"            // has no external id
            + campaign(0).sourceCode + ",HD0," + code + ",,2026-01-05 09:30:00,x\n" // another code
            + campaign(0).sourceCode + ",,,\"张三,李四\",2026-01-05 09:30:00,x\n"   // two in one
            + campaign(0).sourceCode + ",," + code + ",,2026-01-05,x\n"             // no time
            + campaign(0).sourceCode + ",," + code + ",,2026-01-05 09:30:00,\n"     // no information
            + "," + campaign(0).code + ',' + codeOf(freeCustomer(1)) + ",,2026-01-05 09:30:00,x\n",
        of(ChangeKind::Registrations));
    QVERIFY2(!outcome.problem, outcome.problem ? qPrintable(outcome.problem->text()) : "");
    std::vector<RefusalReason> reasons;
    for (const Refusal& refusal : outcome.batch.refusals)
        reasons.push_back(refusal.reason);
    const std::vector<RefusalReason> expected{
        RefusalReason::CampaignNotFound, RefusalReason::CampaignUnnamed, RefusalReason::ContradictingCells,
        RefusalReason::CommaInName,      RefusalReason::NotAllowedValue, RefusalReason::NotAllowedValue};
    QCOMPARE(reasons, expected);
    QCOMPARE(outcome.batch.rows[6].state, RowState::NotSent);
    QCOMPARE(outcome.batch.targets[outcome.batch.rows[6].target].key, campaign(0).sourceCode);
}

void TestCampaigns::isolatesTheRefusedCustomer()
{
    World world;
    std::string csv = registrations({freeCustomer(0), freeCustomer(1), freeCustomer(2)});
    csv += campaign(0).sourceCode + ",KHNONE,2026-01-05 9:30,电话:1\n";
    const JobOutcome outcome = world.apply(csv, of(ChangeKind::Registrations));
    QVERIFY(!outcome.problem);
    QCOMPARE(outcome.job.counts.verified, 3);
    QCOMPARE(outcome.job.counts.rejected, 1);
    QCOMPARE(outcome.batch.rows[3].state, RowState::Rejected);
}

void TestCampaigns::neverRepeatsARegistration()
{
    World world;
    QVERIFY(world.server.set("fault=close-after:applyCallBack:1"));
    const JobOutcome outcome =
        world.apply(registrations({freeCustomer(0), freeCustomer(1)}), of(ChangeKind::Registrations));
    QCOMPARE(outcome.job.counts.verified, 2); // by reading back
    QCOMPARE(sentRequests(world, "applyCallBack"), 1);
    // Interrupted before the fate is known: a resume reads back, and sends nothing again by itself.
    World second;
    QVERIFY(second.server.set("fault=close-before:applyCallBack:1"));
    const ImportOptions options = of(ChangeKind::Registrations);
    Journal journal = second.openJournal();
    ImportJob job = second.engine();
    job.setRequestSink([&second](const RequestRecord& request) {
        if (request.state == RequestState::Unknown)
            second.control.stop = true;
    });
    const JobOutcome broken =
        job.apply(second.checked(registrations({freeCustomer(0)}), options), options, *second.data, journal);
    QVERIFY(broken.problem);
    second.control.stop = false;
    const JobOutcome resumed = second.resume(broken.job.id);
    QVERIFY2(!resumed.problem, resumed.problem ? qPrintable(resumed.problem->text()) : "");
    QCOMPARE(resumed.job.counts.failed, 1);
    QCOMPARE(second.server.campaigns().find("=电话:1"), std::string::npos);
    // Only on a person's wish, as a new job.
    auto retry = retryOf(resumed);
    QVERIFY(retry);
    const ImportOptions retryOptions = retry->options;
    const JobOutcome again =
        second.engine().apply(std::move(retry->file), retryOptions, *second.data, journal);
    QCOMPARE(again.job.counts.verified, 1);
    QCOMPARE(lineOf(second, campaign(0).sourceCode).count(QStringLiteral("=电话:1")), 1);
}

/// Lost, read back as absent, and then the run breaks off: no later resume sends it by itself.
void TestCampaigns::neverRepeatsOverSeveralRuns()
{
    World world;
    QVERIFY(world.server.set("fault=close-before:applyCallBack:1"));
    const ImportOptions options = of(ChangeKind::Registrations);
    std::string csv = registrations({freeCustomer(0)});
    csv += registrations({freeCustomer(1)}, "电话:2").substr(csv.find('\n') + 1); // a second request
    Journal journal = world.openJournal();
    ImportJob job = world.engine();
    job.setRequestSink([&world](const RequestRecord& request) {
        if (request.state == RequestState::NotApplied) // settled: it is not there
            world.control.stop = true;
    });
    const JobOutcome broken = job.apply(world.checked(csv, options), options, *world.data, journal);
    world.control.stop = false;
    for (int run = 0; run < 2; ++run) {
        if (journal.job(broken.job.id).value().value().state != JobState::Interrupted)
            break;
        const JobOutcome resumed = world.resume(broken.job.id);
        QVERIFY2(!resumed.problem, resumed.problem ? qPrintable(resumed.problem->text()) : "");
    }
    const JobOutcome over = loadJob(journal.job(broken.job.id).value().value(), *world.data, journal).value();
    QCOMPARE(over.job.counts.failed, 1);
    QCOMPARE(over.job.counts.verified, 1);
    QCOMPARE(world.server.campaigns().find("=电话:1"), std::string::npos);
    QCOMPARE(lineOf(world, campaign(0).sourceCode).count(QStringLiteral("=电话:2")), 1);
}

void TestCampaigns::neverTakesDepartmentsAway()
{
    World world;
    const std::string before = toUtf8(lineOf(world, campaign(0).sourceCode).section(QLatin1Char('|'), 9, 9));
    QVERIFY(!before.empty());
    const JobOutcome outcome = world.apply("source_code,name,dept_code\n" + campaign(0).sourceCode +
                                               ",一,\",\"\n" + campaign(0).sourceCode + ",一,1.2E+5\n",
                                           of(ChangeKind::Campaigns));
    QCOMPARE(outcome.job.counts.refused, 2); // separators alone; and what a spreadsheet damaged
    QCOMPARE(toUtf8(lineOf(world, campaign(0).sourceCode).section(QLatin1Char('|'), 9, 9)), before);
    // Nor does an empty list in a change set.
    CampaignBase base = CampaignBase::of(Campaign());
    base.edit = {"S",          "C",           "N",         "T",          "1", "2026-01-01",
                 "2026-01-02", "https://a.b", "Something", SelectBy::Id, {}};
    base.departments = {{"1", "BM01", "部"}};
    CampaignWish wish;
    wish[CampaignField::Status] = "2";
    wish.departments = CampaignDepartments{SelectBy::Id, {}};
    const auto edit = merged("S", wish, &base);
    QCOMPARE(std::get<CampaignEdit>(edit).departments, std::vector<std::string>{"1"});
}

void TestCampaigns::cannotUndoRegistrations()
{
    World world;
    const JobOutcome done = world.apply(registrations({freeCustomer(0)}), of(ChangeKind::Registrations));
    QCOMPARE(done.job.counts.verified, 1);
    Journal journal = world.openJournal();
    const auto undo = undoOf(journal.job(done.job.id).value().value(), {}, *world.data, journal);
    QVERIFY(!undo);
    QCOMPARE(undo.error().kind, ErrorKind::Usage);
}

void TestCampaigns::sharesBothKinds()
{
    World world;
    const std::string names = "source_code,name,dept_code\n" + campaign(0).sourceCode + ",一,\"BM01,BM02\"\n";
    for (const auto& [csv, kind] : {std::pair{names, ChangeKind::Campaigns},
                                    {registrations({freeCustomer(0)}), ChangeKind::Registrations}}) {
        JobOutcome draft = world.dryRun(csv, of(kind));
        const QString path = world.folder.filePath(QStringLiteral("set.rdchanges"));
        SharedFacts facts;
        auto written = writeShared(path, draft.batch, facts, QStringLiteral("scope"), {});
        QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
        auto opened = openShared(path, {QStringLiteral("scope")}, facts);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text()));
        const ImportOptions options = opened->options;
        const JobOutcome preview = world.engine().dryRun(std::move(opened->file), options);
        QCOMPARE(preview.job.counts.notSent, 1);
        QCOMPARE(planHash(preview.batch, 200, QString()), planHash(draft.batch, 200, QString()));
        // Moved since: held.
        if (kind == ChangeKind::Campaigns) {
            auto later = openShared(path, {QStringLiteral("scope")}, facts);
            const JobOutcome moved =
                world.apply("source_code,name\n" + campaign(0).sourceCode + ",别的\n", of(kind));
            QCOMPARE(moved.job.counts.verified, 1);
            const ImportOptions laterOptions = later->options;
            const JobOutcome held = world.engine().dryRun(std::move(later->file), laterOptions);
            QCOMPARE(held.job.counts.held, 1);
        }
    }
}

void TestCampaigns::writesTemplates()
{
    const World world;
    for (const ChangeKind kind : {ChangeKind::Campaigns, ChangeKind::Registrations}) {
        for (const char* name : {"t.csv", "t.xlsx"}) {
            const QString path = world.folder.filePath(QLatin1String(name));
            QVERIFY(writeTemplate(path, kind, false, {}));
            const auto checked = checkFile(path, of(kind)); // its headings are those of the kind
            QVERIFY2(checked, checked ? "" : qPrintable(checked.error().text()));
        }
    }
}

void TestCampaigns::wishesSurviveJson()
{
    CampaignWish wish;
    wish[CampaignField::Name] = "引号\" 逗号, 换行\n";
    wish.departments = CampaignDepartments{SelectBy::Code, {"BM01", "BM02"}};
    QCOMPARE(wishFromJson(wishToJson(wish)), std::optional(wish));
    QVERIFY(!wishFromJson("[1]"));
    QVERIFY(!wishFromJson("{"));
}

/// A server that leaves ids out tells of changes all the same.
void TestCampaigns::movedDepartments()
{
    using Kind = MovedValue::Kind;
    CampaignBase base;
    base.departments = {{"", "BM01", "华东"}, {"", "", "华南"}};
    CampaignBase now = base;
    std::swap(now.departments.front(), now.departments.back());
    QVERIFY(movedValues(base, {}, now).empty()); // their order says nothing
    now.departments.front().name = "华北";
    const auto moved = movedValues(base, {}, now);
    QCOMPARE(moved.size(), std::size_t(1));
    QVERIFY(!moved.front().field);
    QCOMPARE(moved.front().kind, Kind::OnlyThere);
    QVERIFY(moved.front().theirs.contains(QString::fromUtf8("华北")));
    // Changed here as well, to something else and to the same.
    base.departments = {{"1", "BM01", "华东"}};
    now.departments = {{"2", "BM02", "华南"}};
    CampaignWish mine;
    mine.departments = CampaignDepartments{SelectBy::Id, {"3"}};
    QCOMPARE(movedValues(base, mine, now).front().kind, Kind::Conflict);
    mine.departments = CampaignDepartments{SelectBy::Code, {"BM02"}};
    QCOMPARE(movedValues(base, mine, now).front().kind, Kind::Alike);
}

QTEST_GUILESS_MAIN(TestCampaigns)
#include "tst_campaigns.moc"
