// SPDX-License-Identifier: GPL-3.0-or-later
// A rehearsal on a copy of a real company: what the copy holds, a plan that is run there, what it left
// behind, and that nothing of it reached the company.
#include "common/dialogs.h"
#include "core/language.h"
#include "demo/demo_operations.h"
#include "lists/campaign_page.h"
#include "program_world.h"
#include "ranges/left_behind_dialog.h"
#include "ranges/range_page.h"
#include "store/reading_file.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QProcess>

using namespace rangedesk;
using namespace rangedesk::tests;
using ui::BulkPage;

namespace {

/// All lists of the company are read and kept.
bool readAll(World& world)
{
    ui::MainWindow* window = world.program->window();
    const auto settled = [](ui::ListPage* page) {
        return QTest::qWaitFor(
            [page] {
                const auto* table = page->findChild<ui::TableView*>();
                return table->model()->rowCount() > 0 && !page->isReading();
            },
            20000);
    };
    using Place = ui::MainWindow::Place;
    for (const Place place : {Place::Ranges, Place::CustomerRanges, Place::Campaigns}) {
        window->goTo(place);
        auto* page = static_cast<ui::ListPage*>(window->page(place));
        page->refresh();
        if (!settled(page))
            return false;
    }
    return true;
}

void waitForReview(World& world)
{
    QTRY_VERIFY_WITH_TIMEOUT(world.program->window()->bulk()->step() == BulkPage::Step::Review, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(world.program->window()->bulk()->reviewStep()->isSettled(), 20000);
}

void compareSample(World& world)
{
    BulkPage* bulk = world.program->window()->bulk();
    bulk->openSample("range-products");
    QTRY_VERIFY_WITH_TIMEOUT(bulk->matchStep()->inspection() && bulk->matchStep()->inspection()->checked,
                             20000);
    bulk->goOn();
    bulk->reviewOrPost();
    waitForReview(world);
}

} // namespace

class TestRehearsal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        setLanguage(QStringLiteral("en"));
        m_dialogs = ui::dialogs();
    }
    void cleanup()
    {
        ui::dialogs() = m_dialogs;
        QApplication::setQuitOnLastWindowClosed(false);
    }
    void copyHoldsWhatTheCompanyHolds();
    void planIsRehearsedAndNothingLeaves();
    void nothingKnownIsSaid();
    void companyThatCannotBeNamed();
    void profileKeepsItsCompany();
    void tracesAreTold();

private:
    ui::Dialogs m_dialogs;
};

/// The demo server plays the copy; read back, it says what the company said.
void TestRehearsal::copyHoldsWhatTheCompanyHolds()
{
    World world;
    const Profile real = world.kept(QString::fromUtf8("泉岭食品-正式"), Environment::Production);
    world.program->start({}, {});
    QVERIFY(waitForOpen(world));
    QVERIFY(readAll(world));
    world.program->rehearse({});
    QTRY_VERIFY_WITH_TIMEOUT(world.program->desk() != nullptr && world.program->desk()->isDemo() &&
                                 world.program->desk()->isOpen(),
                             20000);
    Desk* desk = world.program->desk();
    QCOMPARE(desk->environment(), Environment::Rehearsal);
    QCOMPARE(desk->wish().rehearsal->profile, real.id);
    QVERIFY(desk->host().contains(real.name));
    const auto facts = rehearsalFacts(*desk->data());
    QVERIFY(facts);
    QCOMPARE(facts->name, real.name);
    // The lists are there without a reading, and a reading tells nothing else.
    ui::LeftBehindDialog dialog(*desk, world.program->window());
    const QAbstractItemModelTester tester(dialog.model());
    QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->source() != nullptr, 20000);
    QCOMPARE(dialog.model()->rows()->size(), std::size_t(0));
    const auto copy = copiedCompany(*desk->data());
    QVERIFY(copy);
    QVERIFY(copy->rules.size() > 100);
    QVERIFY(!copy->customerRules.empty());
    QVERIFY(!copy->campaigns.empty());
    QVERIFY(desk->catalogue()->of(EntryKind::Customer).size() > 0 ||
            QTest::qWaitFor([&] { return desk->catalogue()->of(EntryKind::Customer).size() > 0; },
                            tests::patience));
}

void TestRehearsal::planIsRehearsedAndNothingLeaves()
{
    World world;
    world.kept(QStringLiteral("Acme PROD"), Environment::Production);
    world.program->start({}, {});
    QVERIFY(waitForOpen(world));
    QVERIFY(readAll(world));
    const std::string before = world.server.state();
    compareSample(world);
    // Rows that repeat another go along with that one.
    const Batch& batch = world.program->window()->bulk()->reviewStep()->draft()->batch;
    const qint64 planned = std::count_if(batch.rows.begin(), batch.rows.end(), [](const Row& row) {
        return row.isPlanned() && row.primary == noIndex;
    });
    auto* button =
        world.program->window()->bulk()->findChild<QPushButton*>(QStringLiteral("review.rehearse"));
    QVERIFY(button != nullptr && button->isVisible());
    button->click();
    QTRY_VERIFY_WITH_TIMEOUT(world.program->desk() != nullptr && world.program->desk()->isDemo() &&
                                 world.program->desk()->isOpen(),
                             20000);
    waitForReview(world);
    BulkPage* bulk = world.program->window()->bulk();
    QCOMPARE(bulk->reviewStep()->summary().rows, planned);
    QVERIFY(!bulk->reviewStep()->findChild<QPushButton*>(QStringLiteral("review.rehearse"))->isVisible());
    ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    };
    bulk->reviewOrPost();
    QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == BulkPage::Step::Result, 60000);
    {
        ui::LeftBehindDialog dialog(*world.program->desk(), world.program->window());
        QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->source() != nullptr, 20000);
        const auto rows = dialog.model()->rows();
        QCOMPARE(rows->size(), static_cast<std::size_t>(planned)); // each row one product of one range
        QVERIFY(rows->places(Trace::List::Ranges) > 0);
        QCOMPARE(rows->places(Trace::List::Customers), 0);
        QVERIFY(rows->count(LeftBehindRows::facetOf(Trace::Kind::Added)) > 0);
        dialog.table()->goToRow(0);
    }
    // Nothing reached the company.
    QCOMPARE(world.writes(), 0);
    QCOMPARE(world.server.state(), before);
    // The command line tells the same, once the window is closed.
    world.program.reset();
    QProcess cli;
    cli.start(QStringLiteral(CLI_PROGRAM),
              {QStringLiteral("--json"), QStringLiteral("--data-dir"), world.folder.path(),
               QStringLiteral("--profile"), QStringLiteral("Acme PROD, rehearsal"),
               QStringLiteral("left-behind")});
    QVERIFY(cli.waitForFinished(60000));
    const QJsonObject told = QJsonDocument::fromJson(cli.readAllStandardOutput()).object();
    QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError().constData());
    QCOMPARE(told[QStringLiteral("company")].toString(), QStringLiteral("Acme PROD"));
    QCOMPARE(told[QStringLiteral("differences")].toArray().size(), planned);
    QCOMPARE(told[QStringLiteral("differences")].toArray().first().toObject()[QStringLiteral("list")],
             QJsonValue(QStringLiteral("ranges")));
    world.start();
    world.program->start({}, {});
    QTRY_VERIFY_WITH_TIMEOUT(world.program->desk() != nullptr && world.program->desk()->isOpen(), 20000);
    // A fresh copy gives up what was rehearsed.
    const QPointer<Desk> old = world.program->desk();
    world.program->renewRehearsal(
        world.program->store().named(QStringLiteral("Acme PROD, rehearsal")).value());
    QTRY_VERIFY_WITH_TIMEOUT(!old && world.program->desk() != nullptr && world.program->desk()->isOpen(),
                             20000);
    ui::LeftBehindDialog anew(*world.program->desk(), world.program->window());
    QTRY_VERIFY_WITH_TIMEOUT(anew.model()->source() != nullptr, 20000);
    QCOMPARE(anew.model()->rows()->size(), std::size_t(0));
}

/// A company of which nothing was read yet cannot be rehearsed; it is said, and tried again the next time.
void TestRehearsal::nothingKnownIsSaid()
{
    QTemporaryDir folder;
    const auto data = DataDirectory::open(folder.path()).value();
    QTemporaryDir empty;
    const RehearsalWish wish{QStringLiteral("x"), QStringLiteral("Acme"), empty.path(), QStringLiteral("s"),
                             false};
    const auto refused = rehearsalData(wish, data, QStringLiteral("demo"));
    QVERIFY(!refused);
    QVERIFY(refused.error().text().contains(QStringLiteral("Acme")));
    QVERIFY(!rehearsalFacts(data));
    const RehearsalWish gone{QStringLiteral("x"), QStringLiteral("Acme"), {}, {}, false};
    QCOMPARE(rehearsalData(gone, data, QStringLiteral("demo")).error().kind, ErrorKind::Usage);
    // What was there stays where no fresh copy can be made, and is of nobody else.
    const auto keep = [&](const char* text) {
        QFile facts(folder.filePath(QStringLiteral("rehearsal.json")));
        return facts.open(QIODevice::WriteOnly) && facts.write(text) > 0;
    };
    QVERIFY(keep(R"({"profile":"x","name":"Acme","scope":"s","takenAt":"2026-01-02T03:04:05Z"})"));
    RehearsalWish renewed = wish;
    renewed.renews = true;
    QVERIFY(!rehearsalData(renewed, data, QStringLiteral("demo")));
    QVERIFY(rehearsalFacts(data));
    RehearsalWish moved = wish;
    moved.scope = QStringLiteral("other");
    QCOMPARE(rehearsalData(moved, data, QStringLiteral("demo")).error().kind, ErrorKind::Locked);
    QVERIFY(rehearsalData(wish, data, QStringLiteral("demo"))); // an empty company, but its own
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("rehearsal.json"))));
    // A damaged description is no copy.
    QFile facts(folder.filePath(QStringLiteral("rehearsal.json")));
    QVERIFY(facts.open(QIODevice::WriteOnly));
    facts.write("{\"scope\": 7");
    facts.close();
    QVERIFY(!rehearsalFacts(data));
    QVERIFY(!copiedCompany(data));
}

/// Dimensions that no request can name, several values, commas in names, suppliers, made-up ids.
void TestRehearsal::companyThatCannotBeNamed()
{
    const auto rule = [](std::vector<RuleField> fields, std::vector<RuleProduct> products) {
        SaleRule made;
        made.id = "not a number";
        made.status = "1";
        made.skuNum = "5";
        made.fields = std::move(fields);
        made.products = std::move(products);
        return ListItem<SaleRule>{{}, std::make_shared<const SaleRule>(std::move(made))};
    };
    KnownCompany known;
    known.enabled = std::set<Dimension>{Dimension::Department};
    known.entries.emplace_back(EntryKind::Customer, CatalogueEntry{"#KH1", "KH1", {}, "客户", {}, {}});
    known.rules.push_back(
        rule({{"dept_id", "部门", "11,12", "A,B", "东,西"}, {"moon_phase", "月相", "3", "", "满"}},
             {{"7", "P7", "茶", "", "", true, false}}));
    known.rules.push_back(rule({{"dept_id", "部门", "11", "A", "东,北"}}, {}));
    known.customerRules.push_back(rule({}, {{"7", "P7", "茶", "42", "供应商", false, true}}));
    const demo::DemoData data = companyOf(known);
    QCOMPARE(data.dimensions.size(), std::size_t(dimensionCount) + 1);
    QVERIFY(data.dimensions[0].isEnabled);
    QVERIFY(!data.dimensions[1].isEnabled);
    QVERIFY(!data.dimensions.back().isEnabled);
    QCOMPARE(data.dimensions[0].values.size(), 2U);
    QCOMPARE(data.rangeRules[0].on.at(0).size(), 2U);
    QCOMPARE(data.dimensions[0].values[1].name, std::string("西"));
    QVERIFY(data.customers[0].id != "#KH1");
    QCOMPARE(data.suppliers.at(0).id, std::string("42"));
    QCOMPARE(data.customerRules[0].products[0].supplier, std::uint16_t(1));
    QCOMPARE(data.rangeRules[0].uncounted, 4);
    SaleRule zeros;
    zeros.id = "0012"; // bare in a reply it would be no JSON
    KnownCompany odd;
    odd.rules.push_back({nullptr, std::make_shared<const SaleRule>(zeros)});
    QVERIFY(companyOf(odd).rangeRules[0].id != "0012");
    for (const demo::RuleData& made : data.rangeRules)
        QVERIFY(std::all_of(made.id.begin(), made.id.end(), [](char c) { return c >= '0' && c <= '9'; }));
    const demo::Operations operations(data); // a rule without customers does not break it
    QCOMPARE(operations.data().customerRules.size(), 1U);
}

void TestRehearsal::profileKeepsItsCompany()
{
    Profile profile;
    profile.id = QStringLiteral("a");
    profile.name = QStringLiteral("A, rehearsal");
    profile.environment = Environment::Rehearsal;
    profile.rehearsalOf = QStringLiteral("b-1");
    QCOMPARE(profileFromJson(toJson(profile))->rehearsalOf, profile.rehearsalOf);
    QJsonObject wrong = toJson(profile);
    wrong[QStringLiteral("rehearsalOf")] = QStringLiteral("../b");
    QVERIFY(!profileFromJson(wrong)); // it names a folder
    QVERIFY(ProfileStore::imported(ProfileStore::exported(profile))->rehearsalOf.isEmpty());
}

void TestRehearsal::tracesAreTold()
{
    SaleRule before;
    before.id = "1";
    before.status = "1";
    before.fields = {{"dept_id", "部门", "11", "A", "华东"}};
    before.products = {{"7", "P7", "茶", {}, {}, false, false},
                       {"7", "P7", "茶", {}, {}, true, false}, // listed twice: must-sell
                       {"8", "P8", "水", {}, {}, false, false}};
    SaleRule after = before;
    after.id = "2"; // cleared and made anew: the same range
    after.products = {{"7", "P7", "茶", {}, {}, true, false},
                      {"8", "P8", "水", {}, {}, false, true},
                      {"9", "P9", "饼", {}, {}, true, true}};
    SaleRule deleted = before;
    deleted.status = "0";
    Campaign campaign;
    campaign.code = "C1";
    campaign.name = "夏季陈列";
    campaign.eventStatus = "1";
    campaign.registered = {{"5", "K5", "客户", "", "a"}};
    Campaign ended = campaign;
    ended.eventStatus = "3";
    ended.registered = {{"5", "K5", "客户", "", "b"}, {"6", "K6", "另一家", "", ""}};
    const auto traces = tracesOf({{&before, &deleted}, {}, {&campaign}}, {{&after, &deleted}, {}, {&ended}});
    QStringList lines;
    for (const Trace& t : traces)
        lines << QStringLiteral("%1 %2 %3: %4 > %5")
                     .arg(t.where, describe(t.kind), QString::fromStdString(t.what), t.before, t.after);
    const QString range = dimensionName(Dimension::Department) + QString::fromUtf8(" 华东");
    const QString name = QString::fromUtf8("夏季陈列");
    QCOMPARE(lines, (QStringList{
                        range + QString::fromUtf8(" Changed 水: listed > new"),
                        range + QString::fromUtf8(" Added 饼:  > must-sell, new"),
                        name + QStringLiteral(" Changed Status: online > ended"),
                        name + QString::fromUtf8(" Changed 客户: registered: a > registered: b"),
                        name + QString::fromUtf8(" Added 另一家:  > registered"),
                    }));
    QVERIFY(tracesOf({{&before}, {}, {&campaign}}, {{&before}, {}, {&campaign}}).empty());
    const LeftBehindRows rows(traces);
    QCOMPARE(rows.places(Trace::List::Ranges), 1);
    QCOMPARE(rows.count(LeftBehindRows::facetOf(Trace::Kind::Changed)), 3);
    QVERIFY(rows.matcher("p9")(1));
    QVERIFY(!rows.matcher("p9")(0));
}

QTEST_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
