// SPDX-License-Identifier: GPL-3.0-or-later
// The campaigns' page: queries by the server's filters, the time line, an edit brought together with what
// others changed, registrations from here, columns.
#include "campaign_room.h"
#include "campaigns/query_dialog.h"
#include "campaigns/registration_dialog.h"
#include "common/frozen_columns.h"
#include "core/language.h"
#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "review/comparison_dialog.h"
#include "sheets/sheet.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QRadioButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <random>

using namespace rangedesk;
using ui::BulkPage;
using ui::CampaignPage;
using ui::MainWindow;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;
using Room = tests::CampaignRoom;
using tests::child;

} // namespace

class TestCampaignPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void lanes();
    void lanesOfMany();
    void queried();
    void queryIsChecked();
    void queriesAreKept();
    void queryThatFails();
    void writtenWhileAQueryIsShown();
    void exportedFromTheHead();
    void timeLine();
    void timeLineLegend();
    void merged();
    void mergedByHand();
    void mergedTextMayBeCut();
    void unreadAndGone();
    void givenUpWhileReading();
    void newCodeIsNoSecondCampaign();
    void registered();
    void registrationIsChecked();
    void columns();
    void frozenColumnsKeepTheSelection();
    void selectionBeginsWhereOneStands();
    void sheetsFromHere();
    void oneThatCannotBeEdited();
    void untouchedValuesStay();
    void sideBySide();
    void departmentsArePicked();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

/// Bars of one band never overlap in a lane, and the lanes are as few as the overlaps ask for.
void TestCampaignPage::lanes()
{
    const auto make = [](const char* start, const char* end, const char* department, const char* type) {
        auto campaign = std::make_shared<Campaign>();
        campaign->code = start; // any text that tells them apart
        campaign->startDate = start;
        campaign->endDate = end;
        campaign->typeName = type;
        if (*department != 0)
            campaign->departments = {{"1", "D", department, {}, {}}};
        return ListItem<Campaign>{nullptr, campaign};
    };
    std::vector<ListItem<Campaign>> items{
        make("2026-01-01", "2026-01-31", "East", "A"), make("2026-01-31", "2026-02-10", "East", "A"),
        make("2026-02-01", "2026-02-05", "East", "B"), make("2026-02-11", "2026-02-12", "", "B"),
        make("2026-02-30", "2026-03-01", "East", "B"), make("2026-03-05", "2026-03-01", "East", "B")};
    const CampaignRows rows(nullptr, items);
    const auto lanesOf = [&rows](const std::vector<std::uint32_t>& some, LaneGroup group, qint64 leastDays) {
        CampaignLanes made = campaignBands(rows, some, group);
        layLanes(made, leastDays);
        return made;
    };
    const CampaignLanes lanes = lanesOf({0, 1, 2, 3, 4, 5}, LaneGroup::Department, 1);
    QCOMPARE(lanes.off, (std::vector<std::uint32_t>{4, 5})); // no such day; ends before it starts
    QCOMPARE(lanes.bands.size(), std::size_t(2));
    QCOMPARE(lanes.bands[0].name, QStringLiteral("East"));
    QVERIFY(lanes.bands[1].name.isEmpty()); // not filled stands last
    QCOMPARE(lanes.bands[0].lanes, 2);
    QCOMPARE(lanes.bands[0].bars[0].lane, 0);
    QCOMPARE(lanes.bands[0].bars[1].lane, 1); // the last day of one is the first of the other
    QCOMPARE(lanes.bands[0].bars[2].lane, 0);
    QCOMPARE(lanes.lanes, 3);
    QCOMPARE(lanes.first, QDate(2026, 1, 1));
    QCOMPARE(lanes.last, QDate(2026, 2, 12));
    // Names want room: then nothing shares a lane.
    QCOMPARE(lanesOf({0, 1, 2}, LaneGroup::Department, 60).lanes, 3);
    const CampaignLanes types = lanesOf({0, 1, 2, 3}, LaneGroup::Type, 1);
    QCOMPARE(types.bands.size(), std::size_t(2));
    QCOMPARE(types.bands[1].bars.size(), std::size_t(2));
    QVERIFY(!lanesOf({}, LaneGroup::Type, 1).first.isValid());
}

/// Many bars: each in the first lane that is free, as one who tries lane by lane finds it.
void TestCampaignPage::lanesOfMany()
{
    constexpr int many = 3000;
    std::vector<std::string> texts;
    texts.reserve(std::size_t(3) * many);
    std::vector<ListItem<Campaign>> items;
    std::vector<std::uint32_t> shown;
    std::minstd_rand random(7);
    const QDate first(2026, 1, 1);
    for (int i = 0; i < many; ++i) {
        const QDate start = first.addDays(static_cast<int>(random() % 400));
        const QDate end = start.addDays(static_cast<int>(random() % 60));
        auto campaign = std::make_shared<Campaign>();
        texts.push_back(toUtf8(start.toString(Qt::ISODate)));
        campaign->startDate = texts.back();
        texts.push_back(toUtf8(end.toString(Qt::ISODate)));
        campaign->endDate = texts.back();
        texts.push_back(std::to_string(i));
        campaign->sourceCode = texts.back();
        campaign->typeName = i % 3 == 0 ? "A" : "B";
        items.push_back({nullptr, std::move(campaign)});
    }
    const CampaignRows rows(nullptr, items);
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        shown.push_back(row);
    CampaignLanes lanes = campaignBands(rows, shown, LaneGroup::Type);
    for (const qint64 leastDays : {1, 25, 3}) { // laid anew, as a zoom does it
        layLanes(lanes, leastDays);
        int all = 0;
        for (const LaneBand& band : lanes.bands) {
            std::vector<QDate> freeFrom;
            for (const LaneBar& bar : band.bars) {
                auto lane = std::find_if(freeFrom.begin(), freeFrom.end(),
                                         [&bar](const QDate& from) { return from <= bar.start; });
                QCOMPARE(bar.lane, static_cast<int>(lane - freeFrom.begin()));
                const QDate next = std::max(bar.end.addDays(1), bar.start.addDays(leastDays));
                if (lane == freeFrom.end())
                    freeFrom.push_back(next);
                else
                    *lane = next;
            }
            QCOMPARE(band.lanes, static_cast<int>(freeFrom.size()));
            all += band.lanes;
        }
        QCOMPARE(lanes.lanes, all);
    }
    // What is out of sight is known where it stands, and can be asked what it is.
    ui::TimeLineChart chart(nullptr);
    chart.resize(900, 300);
    chart.setGroup(LaneGroup::Type);
    chart.setCampaigns(std::make_shared<const CampaignRows>(nullptr, items), shown);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QRect last = chart.areaOf(chart.count() - 1);
    QVERIFY(!last.isEmpty());
    chart.repaint();
    QCOMPARE(chart.areaOf(chart.count() - 1), last);
    QCOMPARE(chart.asText().count(QLatin1Char('\n')) + 1, chart.count());
    QVERIFY(chart.accessibleDescription().count(QLatin1Char('\n')) < 300);
}

void TestCampaignPage::queried()
{
    Room room;
    CampaignPage* page = room.read();
    CampaignModel* model = Room::modelOf(page);
    const QAbstractItemModelTester tester(model, strict);
    const int all = model->rowCount();
    const std::string type(model->rows()->campaign(model->sourceRow(0)).typeCode);
    int fitting = 0;
    for (int row = 0; row < all; ++row)
        fitting += model->rows()->campaign(model->sourceRow(row)).typeCode == type ? 1 : 0;
    QVERIFY(fitting < all);
    QVERIFY(room.inDialog<ui::QueryDialog>(
        [&] { room.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier); },
        [&](ui::QueryDialog& dialog) {
            QVERIFY(!dialog.goOnButton()->isEnabled()); // nothing is asked for yet
            child<QLineEdit>(dialog, "campaignQuery.activity_type_code")->setText(toQString(type));
            QTest::keyClick(&dialog, Qt::Key_Return);
        }));
    Room::settle(page);
    QTRY_COMPARE(model->rowCount(), fitting);
    auto* strip = child<ui::Note>(*page, "campaigns.queryStrip");
    QVERIFY(strip->isVisible() && strip->text().contains(toQString(type)));
    // The list that is kept is still all of them, also at the next start.
    room.open();
    page = room.page();
    model = Room::modelOf(page);
    QTRY_COMPARE(model->rowCount(), all);
    QVERIFY(!child<ui::Note>(*page, "campaigns.queryStrip")->isVisible());
    // By a span of time of which nothing is known there is nothing, and it is said.
    page->ask(CampaignQuery{{}, {}, {}, "2091-01-01 00:00:00", {}, {}, {}});
    Room::settle(page);
    QTRY_COMPARE(model->rowCount(), 0);
    QCOMPARE(static_cast<int>(model->totalCount()), 0);
    child<QPushButton>(*page, "campaigns.showAll")->click();
    QTRY_COMPARE(model->rowCount(), all);
    // What a query brings anew is in the list as well.
    const Campaign first = room.choose(page);
    const std::string source(first.sourceCode);
    room.editElsewhere(first, QStringLiteral("别处改的名字"));
    page->ask(CampaignQuery{source, {}, {}, {}, {}, {}, {}});
    Room::settle(page);
    QTRY_COMPARE(model->rowCount(), 1);
    page->showAll();
    QTRY_COMPARE(model->rowCount(), all);
    QCOMPARE(toQString(room.choose(page).name), QStringLiteral("别处改的名字"));
}

void TestCampaignPage::queryIsChecked()
{
    Room room;
    ui::QueryDialog dialog(*room.desk, {}, {}, room.window.get());
    const auto set = [&dialog](const char* field, const char* text) {
        child<QLineEdit>(dialog, field)->setText(QString::fromUtf8(text));
    };
    set("campaignQuery.after_create_time", "2026-02-30");
    QVERIFY(!dialog.goOnButton()->isEnabled());
    set("campaignQuery.after_create_time", "2026/2/3");
    QVERIFY(dialog.goOnButton()->isEnabled());
    set("campaignQuery.before_create_time", "2026-02-03");
    QVERIFY(dialog.goOnButton()->isEnabled()); // the whole of that day
    QCOMPARE(dialog.query().afterCreateTime, std::string("2026-02-03 00:00:00"));
    QCOMPARE(dialog.query().beforeCreateTime, std::string("2026-02-03 23:59:59"));
    set("campaignQuery.before_create_time", "2026-02-02 23:59");
    QVERIFY(!dialog.goOnButton()->isEnabled()); // nothing lies between
    set("campaignQuery.before_create_time", "");
    set("campaignQuery.activity_source_code",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十123");
    QVERIFY(!dialog.goOnButton()->isEnabled()); // 33 characters
    set("campaignQuery.activity_source_code",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十12");
    QVERIFY(dialog.goOnButton()->isEnabled());
}

/// A session that only queried sees its own change, and does not take it for somebody else's.
void TestCampaignPage::writtenWhileAQueryIsShown()
{
    Room room;
    std::string source;
    {
        const Campaign first = room.choose(room.read());
        source = std::string(first.sourceCode);
    }
    room.window.reset();
    room.desk.reset();
    QVERIFY(QDir(room.folder.filePath(QStringLiteral("data"))).removeRecursively());
    room.open(); // nothing was ever read now
    CampaignPage* page = room.page();
    page->ask(CampaignQuery{source, {}, {}, {}, {}, {}, {}});
    Room::settle(page);
    CampaignModel* model = Room::modelOf(page);
    const QAbstractItemModelTester tester(model, strict);
    QTRY_COMPARE(model->rowCount(), 1);
    Room::tableOf(page)->goToRow(0);
    Room::tableOf(page)->setFocus();
    QVERIFY(room.inDialog<ui::CampaignEditor>(
        [&] { room.key(Qt::Key_F2); },
        [](ui::CampaignEditor& editor) {
            child<QLineEdit>(editor, "campaign.name")->setText(QStringLiteral("只查询后改的名字"));
            QTRY_VERIFY(editor.goOnButton()->isEnabled());
            editor.goOnButton()->click();
            QTRY_VERIFY(!editor.isVisible());
        }));
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1);
    page = room.page();
    const auto name = [&] { return toQString(model->rows()->campaign(model->sourceRow(0)).name); };
    QTRY_COMPARE_WITH_TIMEOUT(name(), QStringLiteral("只查询后改的名字"), 20000);
    QVERIFY(child<ui::Note>(*page, "campaigns.queryStrip")->isVisible()); // still the answer to the query
}

/// By the button or its key, in the list and on the time line.
void TestCampaignPage::exportedFromTheHead()
{
    Room room;
    CampaignPage* page = room.read();
    auto* button = child<QPushButton>(*page, "campaigns.exportRows");
    QVERIFY(button->isVisible() && button->isEnabled());
    const QTemporaryDir folder;
    int written = 0;
    const auto save = [&](bool asTimeLine) {
        child<QPushButton>(*page, asTimeLine ? "campaigns.asTimeLine" : "campaigns.asList")->click();
        QSignalSpy done(Room::tableOf(page), &ui::TableView::exported);
        const QString path = folder.filePath(QStringLiteral("%1.xlsx").arg(++written));
        ui::dialogs().saveFile = [path](QWidget*, const QString&, const QString& name) {
            return name.endsWith(QLatin1String(".xlsx")) ? path : QString();
        };
        const tests::MenuWatch watch(room.window.get(),
                                     [](QMenu& menu) { menu.actions().front()->trigger(); });
        room.key(Qt::Key_E, Qt::ControlModifier);
        if (!QTest::qWaitFor([&] { return done.count() == 1; }, 20000))
            return std::string();
        auto bytes = readSheetBytes(path);
        return bytes ? *bytes : std::string();
    };
    for (const bool asTimeLine : {false, true}) {
        std::string bytes = save(asTimeLine);
        QVERIFY(!bytes.empty());
        const auto sheet = openSheet(std::move(bytes), {});
        QVERIFY(sheet);
        CsvScanner rows = sheet->scanner();
        CsvRecord record;
        const CampaignModel* model = Room::modelOf(page);
        for (int row = 0; row < model->rowCount(); ++row) {
            QCOMPARE(rows.next(record), CsvScanner::Status::Record);
            const CampaignCounts& counts = model->rows()->counts(model->sourceRow(row));
            QCOMPARE(QString::fromUtf8(record.cells.at(3).data(),
                                       static_cast<qsizetype>(record.cells.at(3).size())),
                     QString::number(counts.covered));
        }
        QCOMPARE(rows.next(record), CsvScanner::Status::End);
    }
    child<QPushButton>(*page, "campaigns.asList")->click();
}

void TestCampaignPage::queriesAreKept()
{
    Room room;
    const CampaignQuery query{{}, {}, {}, {}, {}, "2026-08-01 00:00:00", "TP02"};
    ui::dialogs().input = [](QWidget*, const QString&, const QString&, const QString&, bool* accepted) {
        *accepted = true;
        return QStringLiteral("八月以后的陈列");
    };
    {
        ui::QueryDialog dialog(*room.desk, query, {}, room.window.get());
        QCOMPARE(dialog.query(), query);
        child<QPushButton>(dialog, "campaignQuery.keep")->click();
        dialog.goOnButton()->click();
    }
    room.open();
    {
        ui::QueryDialog dialog(*room.desk, {}, {}, room.window.get()); // what was asked last stands there
        QCOMPARE(dialog.query(), query);
        auto* named = child<QComboBox>(dialog, "campaignQuery.named");
        QCOMPARE(named->count(), 2);
        QCOMPARE(named->currentText(), QStringLiteral("八月以后的陈列"));
        child<QLineEdit>(dialog, "campaignQuery.activity_type_code")->clear();
        QCOMPARE(named->currentIndex(), 0);
        named->setCurrentIndex(1);
        Q_EMIT named->activated(1);
        QCOMPARE(dialog.query(), query);
    }
    // A damaged file is set aside, and told.
    const DataDirectory& data = *room.desk->data();
    const QString path = data.scopedPath(QStringLiteral("campaign-queries"), room.desk->scope());
    QVERIFY(data.keep(path, "nonsense"));
    QVERIFY(!loadCampaignQueries(data, room.desk->scope()));
    QVERIFY(keepCampaignQueries(data, room.desk->scope(), {}));
    QCOMPARE(loadCampaignQueries(data, room.desk->scope())->named.size(), std::size_t(0));
}

void TestCampaignPage::queryThatFails()
{
    Room room;
    CampaignPage* page = room.read();
    const int all = Room::modelOf(page)->rowCount();
    QVERIFY(room.server.set("fault=refuse:queryCampaign:1"));
    page->ask(CampaignQuery{{}, {}, {}, {}, {}, {}, "TP02"});
    Room::settle(page);
    QCOMPARE(Room::modelOf(page)->rowCount(), all); // what was read before is still shown
    auto* strip = child<ui::Note>(*page, "campaigns.queryStrip");
    QVERIFY(strip->isVisible() && strip->text().contains(QStringLiteral("Not answered")));
    page->refresh(); // asks again
    Room::settle(page);
    QTRY_VERIFY(strip->text().contains(QStringLiteral("Only what")));
    QVERIFY(Room::modelOf(page)->rowCount() < all);
    // What an earlier query found is not shown as the answer to one that failed.
    QVERIFY(room.server.set("fault=refuse:queryCampaign:1"));
    page->ask(CampaignQuery{{}, {}, {}, {}, {}, {}, "TP01"});
    Room::settle(page);
    QVERIFY(strip->text().contains(QStringLiteral("Not answered")));
    QTRY_COMPARE(Room::modelOf(page)->rowCount(), all);
}

/// Each kind of bar is told in words, and its sign is none of the others', in grey print as well.
void TestCampaignPage::timeLineLegend()
{
    Room room;
    CampaignPage* page = room.read();
    room.key(Qt::Key_T, Qt::ControlModifier);
    ui::TimeLine* line = Room::timeLineOf(page);
    auto* legend = line->findChild<ui::TimeLineLegend*>();
    QVERIFY(legend != nullptr && legend->isVisible());
    const QList<QLabel*> words = legend->findChildren<QLabel*>();
    const QList<QWidget*> shown = legend->findChildren<QWidget*>(QStringLiteral("timeLine.sign"));
    QCOMPARE(words.size(), shown.size());
    QVERIFY(words.size() >= 5);
    for (const QLabel* word : words)
        QVERIFY(!word->text().isEmpty() && legend->accessibleName().contains(word->text()));
    const ui::ThemeMode before = ui::Theme::instance().mode();
    const auto back = qScopeGuard([before] { ui::Theme::instance().setMode(before); });
    for (const ui::ThemeMode mode : {ui::ThemeMode::Light, ui::ThemeMode::Dark}) {
        ui::Theme::instance().setMode(mode);
        QList<QImage> pictures;
        for (QWidget* sign : shown) {
            const QImage picture = sign->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
            QVERIFY(!pictures.contains(picture));
            pictures << picture;
        }
    }
    // Where nothing is to be seen nothing is explained.
    child<QLineEdit>(*page, "campaigns.search")->setText(QStringLiteral("no such campaign at all"));
    QTRY_VERIFY_WITH_TIMEOUT(line->chart()->count() == 0 && !legend->isVisible(), 20'000);
}

void TestCampaignPage::timeLine()
{
    Room room;
    CampaignPage* page = room.read();
    CampaignModel* model = Room::modelOf(page);
    room.key(Qt::Key_T, Qt::ControlModifier);
    ui::TimeLine* line = Room::timeLineOf(page);
    QVERIFY(line->isVisible() && !Room::tableOf(page)->isVisible());
    ui::TimeLineChart* chart = line->chart();
    QVERIFY(chart->count() >= model->rowCount()); // one of several departments stands in each
    QVERIFY(!chart->accessibleDescription().isEmpty());
    // Arrow keys go from one to the next, and the facts beside follow.
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->chosen(), 2);
    const int current = Room::tableOf(page)->currentIndex().row();
    QCOMPARE(model->sourceRow(current), chart->rowOf(2));
    // The pointer does the same.
    const QRect area = chart->areaOf(0);
    QVERIFY(!area.isEmpty());
    QTest::mouseClick(chart, Qt::LeftButton, {}, area.center());
    QCOMPARE(model->sourceRow(Room::tableOf(page)->currentIndex().row()), chart->rowOf(0));
    // Wider, and back.
    QTest::keyClick(chart, Qt::Key_Plus);
    QVERIFY(chart->zoom() > 1);
    QTest::keyClick(chart, Qt::Key_0);
    QCOMPARE(chart->zoom(), 1.0);
    child<QComboBox>(*line, "timeLine.group")->setCurrentIndex(1);
    QCOMPARE(chart->count(), model->rowCount() - static_cast<int>(chart->lanes().off.size()));
    // Search and chips hold here as well.
    const QString name = model->index(0, static_cast<int>(CampaignModel::Column::Name)).data().toString();
    child<QLineEdit>(*page, "campaigns.search")->setText(name);
    QTRY_VERIFY(chart->count() >= 1 && chart->count() < model->rowCount() + 3 && !model->isWorking());
    QTRY_COMPARE(chart->count(), model->rowCount() - static_cast<int>(chart->lanes().off.size()));
    child<QLineEdit>(*page, "campaigns.search")->clear();
    QTRY_VERIFY(chart->count() > 3);
    // Pictures are written.
    QVERIFY(chart->save(room.folder.filePath(QStringLiteral("line.svg"))));
    QVERIFY(chart->save(room.folder.filePath(QStringLiteral("line.png"))));
    // Enter opens the editor.
    chart->setFocus();
    QVERIFY(room.inDialog<ui::CampaignEditor>([&] { QTest::keyClick(chart, Qt::Key_Return); },
                                              [](ui::CampaignEditor& editor) { editor.reject(); }));
    room.key(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(Room::tableOf(page)->isVisible());
}

/// What others changed is taken over where it was not edited, and decided where it was.
void TestCampaignPage::merged()
{
    for (const bool mine : {true, false}) {
        Room room;
        CampaignPage* page = room.read();
        const Campaign before = room.choose(page);
        const std::string source(before.sourceCode);
        bool hasConflict = false;
        QVERIFY(room.inDialog<ui::CampaignEditor>(
            [&] { room.key(Qt::Key_F2); },
            [&](ui::CampaignEditor& editor) {
                child<QLineEdit>(editor, "campaign.name")->setText(QStringLiteral("我的名字"));
                child<QLineEdit>(editor, "campaign.register_url")
                    ->setText(QStringLiteral("https://a.example/mine"));
                room.editElsewhere(before, QStringLiteral("对方的名字"), QStringLiteral("2099-12-31"));
                editor.goOnButton()->click();
                QTRY_VERIFY_WITH_TIMEOUT(!editor.isReading(), tests::patience);
                QVERIFY(editor.isVisible() && editor.mergeCards()->isVisible());
                QCOMPARE(editor.mergeCards()->undecided(), 1);
                QVERIFY(!editor.goOnButton()->isEnabled()); // not over an undecided one
                hasConflict = true;
                // What only they changed is in the form.
                QCOMPARE(child<QLineEdit>(editor, "campaign.end_date")->text(), QStringLiteral("2099-12-31"));
                child<QRadioButton>(editor, mine ? "merge.mine.name" : "merge.theirs.name")->click();
                QCOMPARE(editor.mergeCards()->undecided(), 0);
                QCOMPARE(child<QLineEdit>(editor, "campaign.name")->text(),
                         mine ? QStringLiteral("我的名字") : QStringLiteral("对方的名字"));
                QVERIFY(editor.goOnButton()->isEnabled());
                editor.goOnButton()->click(); // read once more: nothing moved
                QTRY_VERIFY(!editor.isVisible());
            }));
        QVERIFY(hasConflict);
        QVERIFY(room.post());
        QCOMPARE(room.counts().verified, 1);
        const QString held = QString::fromStdString(room.server.campaigns());
        QString line;
        for (const QString& one : held.split(QLatin1Char('\n'))) {
            if (one.contains(toQString(source)))
                line = one;
        }
        QVERIFY(line.contains(mine ? QStringLiteral("我的名字") : QStringLiteral("对方的名字")));
        QVERIFY(line.contains(QStringLiteral("2099-12-31")));
        QVERIFY(line.contains(QStringLiteral("https://a.example/mine")));
    }
}

void TestCampaignPage::mergedByHand()
{
    Room room;
    CampaignPage* page = room.read();
    const Campaign before = room.choose(page);
    QVERIFY(room.inDialog<ui::CampaignEditor>(
        [&] { room.key(Qt::Key_F2); },
        [&](ui::CampaignEditor& editor) {
            auto* name = child<QLineEdit>(editor, "campaign.name");
            name->setText(QStringLiteral("我的名字"));
            room.editElsewhere(before, QStringLiteral("对方的名字"));
            editor.goOnButton()->click();
            QTRY_COMPARE(editor.mergeCards()->undecided(), 1);
            child<QRadioButton>(editor, "merge.theirs.name")->click();
            name->setText(QStringLiteral("两边的名字"));
            QCOMPARE(editor.mergeCards()->undecided(), 0);
            QVERIFY(!child<QRadioButton>(editor, "merge.theirs.name")->isChecked());
            // The same on both sides needs no decision.
            room.editElsewhere(before, QStringLiteral("两边的名字"), QStringLiteral("2099-12-31"));
            editor.goOnButton()->click();
            QTRY_VERIFY_WITH_TIMEOUT(!editor.isReading(), tests::patience);
            QCOMPARE(editor.mergeCards()->undecided(), 0);
            QVERIFY(!editor.goOnButton()->isEnabled()); // nothing is left to change
            QCOMPARE(child<QLineEdit>(editor, "campaign.end_date")->text(), QStringLiteral("2099-12-31"));
            ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
            editor.reject();
        }));
}

/// A text of others that is as long as the query can show is sent only when somebody says that it is whole.
void TestCampaignPage::mergedTextMayBeCut()
{
    Room room;
    CampaignPage* page = room.read();
    const Campaign before = room.choose(page);
    QVERIFY(room.inDialog<ui::CampaignEditor>(
        [&] { room.key(Qt::Key_F2); },
        [&](ui::CampaignEditor& editor) {
            auto* whole = child<QCheckBox>(editor, "campaign.whole");
            if (whole->isVisible())
                whole->setChecked(true); // what was read first is whole
            child<QLineEdit>(editor, "campaign.register_url")->setText(QStringLiteral("https://a.example/m"));
            QVERIFY(editor.goOnButton()->isEnabled());
            CampaignBase theirs = CampaignBase::of(before);
            theirs.edit.eventInformation = toUtf8(QString(32, QChar(0x540d)));
            room.writeElsewhere(theirs);
            editor.goOnButton()->click();
            QTRY_VERIFY_WITH_TIMEOUT(!editor.isReading(), tests::patience);
            QVERIFY(editor.isVisible() && whole->isVisible() && !whole->isChecked());
            QVERIFY(!editor.goOnButton()->isEnabled());
            whole->setChecked(true);
            QVERIFY(editor.goOnButton()->isEnabled());
            editor.goOnButton()->click();
            QTRY_VERIFY(!editor.isVisible());
        }));
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1);
    QVERIFY(QString::fromStdString(room.server.campaigns()).contains(QString(32, QChar(0x540d))));
}

/// An edit whose campaign cannot be read stays; one whose campaign is gone can become a new one.
void TestCampaignPage::unreadAndGone()
{
    Room room;
    CampaignPage* page = room.read();
    room.choose(page);
    QVERIFY(room.inDialog<ui::CampaignEditor>(
        [&] { room.key(Qt::Key_F2); },
        [&](ui::CampaignEditor& editor) {
            child<QLineEdit>(editor, "campaign.name")->setText(QStringLiteral("我的名字"));
            QVERIFY(room.server.set("fault=refuse:queryCampaign:1"));
            editor.goOnButton()->click();
            QTRY_VERIFY_WITH_TIMEOUT(!editor.isReading(), tests::patience);
            QVERIFY(editor.isVisible() && editor.goOnButton()->isEnabled());
            ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
            editor.reject();
        }));
    CampaignBase base = CampaignBase::of(room.choose(page));
    base.edit.sourceCode = "GONE-1"; // as the list showed it, before it went
    ui::CampaignEditor editor(*room.desk, ui::CampaignEditor::Mode::Edit, {base}, {}, room.window.get());
    editor.show();
    child<QLineEdit>(editor, "campaign.name")->setText(QStringLiteral("我的名字"));
    editor.goOnButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!editor.isReading(), tests::patience);
    QVERIFY(!editor.goOnButton()->isEnabled());
    child<QPushButton>(editor, "campaignEditor.anew")->click();
    QTRY_VERIFY(!child<QLineEdit>(editor, "campaign.source_code")->isReadOnly());
    child<QLineEdit>(editor, "campaign.source_code")->setText(QStringLiteral("ANEW-1"));
    child<QLineEdit>(editor, "campaign.code")->setText(QStringLiteral("ANEW-C"));
    QVERIFY(editor.goOnButton()->isEnabled());
    editor.goOnButton()->click();
    QCOMPARE(editor.result(), static_cast<int>(QDialog::Accepted));
    room.window->bulk()->reviewChanges(*editor.changes());
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1);
    QVERIFY(QString::fromStdString(room.server.campaigns()).contains(QStringLiteral("ANEW-1")));
}

/// Escape asks also while the campaign is read again, and what comes afterwards changes nothing.
void TestCampaignPage::givenUpWhileReading()
{
    Room room;
    CampaignPage* page = room.read();
    room.choose(page);
    const std::string held = room.server.campaigns();
    QVERIFY(room.server.set("latency=700"));
    int asked = 0;
    int answer = 0;
    ui::dialogs().ask = [&](QWidget*, const ui::Question&) {
        ++asked;
        return answer;
    };
    QVERIFY(room.inDialog<ui::CampaignEditor>([&] { room.key(Qt::Key_F2); },
                                              [&](ui::CampaignEditor& editor) {
                                                  auto* name = child<QLineEdit>(editor, "campaign.name");
                                                  name->setText(QStringLiteral("我的名字"));
                                                  editor.goOnButton()->click();
                                                  QVERIFY(editor.isReading());
                                                  QVERIFY(
                                                      !name->isEnabled()); // what is typed now would be lost
                                                  editor.reject();
                                                  QVERIFY(editor.isVisible() && editor.isReading());
                                                  answer = 1;
                                                  editor.reject();
                                                  QVERIFY(!editor.isVisible());
                                              }));
    QCOMPARE(asked, 2);
    // The answer to the question that was given up.
    QVERIFY(room.desk->readers().waitForDone(tests::patience));
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QVERIFY(room.window->bulk()->step() != BulkPage::Step::Review);
    QCOMPARE(room.server.campaigns(), held);
}

/// A campaign is known by its external id: with another code it is the same one.
void TestCampaignPage::newCodeIsNoSecondCampaign()
{
    Room room;
    CampaignPage* page = room.read();
    CampaignModel* model = Room::modelOf(page);
    const int all = model->rowCount();
    const Campaign before = room.choose(page);
    CampaignBase base = CampaignBase::of(before);
    base.edit.code = "ANOTHER-CODE";
    room.writeElsewhere(base);
    page->refresh();
    Room::settle(page);
    QCOMPARE(model->rowCount(), all);
    int found = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        found += model->rows()->campaign(model->sourceRow(row)).sourceCode == before.sourceCode ? 1 : 0;
    QCOMPARE(found, 1);
    // So it is at the next start.
    room.open();
    page = room.page();
    model = Room::modelOf(page);
    QTRY_COMPARE(model->rowCount(), all);
}

void TestCampaignPage::registered()
{
    Room room;
    CampaignPage* page = room.read();
    QTRY_VERIFY(room.desk->catalogue()->of(EntryKind::Customer).size() > 10);
    const Campaign campaign = room.choose(page);
    std::set<std::string_view> there;
    for (const NamedEntry& customer : campaign.registered)
        there.insert(customer.id);
    const auto catalogue = room.desk->catalogue();
    const EntryList& known = catalogue->of(EntryKind::Customer);
    QStringList codes;
    std::vector<std::string> ids;
    for (std::uint32_t i = 0; i < known.size() && codes.size() < 3; ++i) {
        if (!there.contains(known.id(i)) && !known.code(i).empty()) {
            codes << toQString(known.code(i));
            ids.emplace_back(known.id(i));
        }
    }
    QCOMPARE(codes.size(), 3);
    ui::dialogs().input = [](QWidget*, const QString&, const QString&, const QString&, bool* accepted) {
        *accepted = true;
        return QStringLiteral("展台");
    };
    QVERIFY(room.inDialog<ui::RegistrationDialog>(
        [&] { room.key(Qt::Key_R, Qt::ControlModifier); },
        [&](ui::RegistrationDialog& dialog) {
            QVERIFY(!dialog.goOnButton()->isEnabled());
            QVERIFY(room.inDialog<ui::PickerDialog>(
                [&] { child<QPushButton>(dialog, "registration.pick")->click(); },
                [&](ui::PickerDialog& picker) {
                    QGuiApplication::clipboard()->setText(codes.join(QLatin1Char('\n')));
                    child<QPushButton>(picker, "picker.paste")->click();
                    QTRY_COMPARE(picker.picked().size(), std::size_t(3));
                    child<QPushButton>(picker, "picker.use")->click();
                }));
            QCOMPARE(dialog.customers().size(), std::size_t(3));
            auto* text = child<QPlainTextEdit>(dialog, "registration.information");
            text->setPlainText(QStringLiteral("联系人: 王敏\n面积: 20"));
            auto* time = child<QLineEdit>(dialog, "registration.time");
            const QString proposed = time->text();
            time->setText(QStringLiteral("2026-11-19 08:00:00"));
            child<QPushButton>(dialog, "registration.keep")->click(); // with the time that was chosen
            text->clear();
            time->setText(proposed);
            auto* kept = child<QComboBox>(dialog, "registration.templates");
            QCOMPARE(kept->count(), 2);
            Q_EMIT kept->activated(1);
            QCOMPARE(text->toPlainText(), QStringLiteral("联系人: 王敏\n面积: 20"));
            QCOMPARE(time->text(), QStringLiteral("2026-11-19 08:00:00"));
            child<QLineEdit>(dialog, "registration.time")->setText(QStringLiteral("2026/11/20 9:05"));
            QVERIFY(dialog.goOnButton()->isEnabled());
            dialog.goOnButton()->click();
        }));
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 3);
    const QString held = QString::fromStdString(room.server.campaigns());
    QVERIFY(held.contains(QStringLiteral("联系人: 王敏")));
    QCOMPARE(QByteArray::fromStdString(room.server.log()).count("applyCallBack"), 1); // one request for all
    // The server does not tell when they registered; what was reported from here is known in the review.
    page = room.page();
    QTRY_VERIFY(!page->isReading() && !Room::modelOf(page)->isWorking());
    QCOMPARE(room.choose(page).registered.size(), there.size() + 3); // without reading all again
    page->review();
    ui::ReviewPage* review = room.window->review();
    QTRY_VERIFY_WITH_TIMEOUT(review->state().download() != nullptr && !review->isWorking(), 20000);
    const auto& download = *review->state().download();
    int timed = 0;
    for (std::uint32_t row = 0; row < download.list->size(); ++row) {
        const std::string_view time = download.reportedTime(row);
        const bool isOurs = std::find(ids.begin(), ids.end(), download.list->at(row).id) != ids.end();
        QCOMPARE(toQString(time), isOurs ? QStringLiteral("2026-11-20 09:05:00") : QString());
        timed += isOurs ? 1 : 0;
    }
    QCOMPARE(timed, 3);
}

void TestCampaignPage::registrationIsChecked()
{
    Room room;
    CampaignPage* page = room.read();
    room.choose(page);
    CampaignModel* model = Room::modelOf(page);
    const auto item = model->rows()->item(model->sourceRow(Room::tableOf(page)->currentIndex().row()));
    ui::RegistrationDialog dialog(*room.desk, item, room.window.get());
    child<QPlainTextEdit>(dialog, "registration.information")->setPlainText(QStringLiteral("x"));
    dialog.addCustomers({{SelectBy::Name, "一, 二", {}, {}}});
    QVERIFY(!dialog.goOnButton()->isEnabled()); // api.md 17
    auto* list = child<QListView>(dialog, "registration.customers");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(dialog.customers().empty());
    dialog.addCustomers({{SelectBy::Id, "1", {}, {}}, {SelectBy::Id, "1", {}, {}}});
    QCOMPARE(dialog.customers().size(), std::size_t(1));
    QVERIFY(dialog.goOnButton()->isEnabled());
    // Who is registered already is told, as soon as that was looked up.
    const auto hint = [&dialog] {
        QStringList texts;
        for (const auto* label : dialog.findChildren<QLabel*>())
            texts << label->text();
        return texts.join(QLatin1Char('\n'));
    };
    dialog.addCustomers({{SelectBy::Id, std::string(item.value->registered.front().id), {}, {}}});
    QTRY_VERIFY_WITH_TIMEOUT(hint().contains(QStringLiteral("1 of them were registered")), tests::patience);
    // So many as the picker gives at most.
    std::vector<Picked> many;
    for (std::size_t i = 0; i < ui::RegistrationDialog::mostAtOnce; ++i)
        many.push_back({SelectBy::Id, std::to_string(100'000 + i), {}, {}});
    dialog.addCustomers(many);
    QVERIFY(!dialog.goOnButton()->isEnabled());
    QVERIFY(hint().contains(QStringLiteral("At most 20,000 at once here")));
    list->selectAll();
    QTest::keyClick(list, Qt::Key_Delete);
    dialog.addCustomers({many.begin(), many.end() - 1});
    QVERIFY(dialog.goOnButton()->isEnabled());
    child<QLineEdit>(dialog, "registration.time")->setText(QStringLiteral("2026-02-30 10:00:00"));
    QVERIFY(!dialog.goOnButton()->isEnabled());
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
    dialog.reject();
}

/// Columns are shown, frozen, and remembered.
void TestCampaignPage::columns()
{
    Room room;
    CampaignPage* page = room.read();
    ui::TableView* table = Room::tableOf(page);
    const auto last = static_cast<int>(CampaignModel::Column::Page);
    QVERIFY(table->isColumnHidden(last));
    for (int column = static_cast<int>(CampaignModel::Column::Code); column <= last; ++column)
        table->setColumnHidden(column, false);
    table->freeze(2);
    auto* frozen = table->findChild<ui::FrozenColumns*>();
    QTRY_VERIFY(frozen->isVisible());
    QVERIFY(table->horizontalScrollBar()->maximum() > 0);
    const int farRight = table->horizontalScrollBar()->maximum();
    table->horizontalScrollBar()->setValue(farRight);
    QCOMPARE(frozen->columnViewportPosition(0), 0);
    QCOMPARE(frozen->columnWidth(1), table->columnWidth(1));
    QVERIFY(frozen->isColumnHidden(2));
    // The pointer on it chooses the table's rows.
    const QRect cell = frozen->visualRect(frozen->model()->index(2, 0));
    QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(table->currentIndex().row(), 2);
    // What is frozen is in sight already: nothing scrolls back for it, and nothing is shown beneath it.
    QCOMPARE(table->horizontalScrollBar()->value(), farRight);
    table->goToRow(3);
    QCOMPARE(table->horizontalScrollBar()->value(), farRight);
    table->setCurrentIndex(table->model()->index(3, 2));
    QVERIFY(table->horizontalScrollBar()->value() < farRight);
    QVERIFY(table->columnViewportPosition(2) >= frozen->width());
    // Its head sorts.
    QTest::mouseClick(frozen->horizontalHeader()->viewport(), Qt::LeftButton, {},
                      QPoint(frozen->columnWidth(0) + 20, 10));
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), 1);
    table->freeze(0);
    QVERIFY(!frozen->isVisible());
    table->freeze(1);
    // Scrolling goes along.
    QTRY_VERIFY(frozen->isVisible());
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
    QCOMPARE(frozen->verticalScrollBar()->value(), table->verticalScrollBar()->value());
}

/// Shift extends from the row one went to last, by whichever way.
void TestCampaignPage::selectionBeginsWhereOneStands()
{
    Room room;
    CampaignPage* page = room.read();
    ui::TableView* table = Room::tableOf(page);
    const int last = Room::modelOf(page)->rowCount() - 1;
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { room.key(key, modifiers); };
    const auto click = [&](int row, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers,
                          table->visualRect(table->model()->index(row, 0)).center());
    };
    using Rows = std::vector<int>;
    table->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_End); // the program goes there, not Qt's own keys
    press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(table->selectedRows(), (Rows{last - 1, last}));
    press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(table->selectedRows(), (Rows{last - 2, last - 1, last}));
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table->selectedRows(), (Rows{last - 1, last}));
    click(1);
    table->goToRow(4); // as after a decision
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table->selectedRows(), (Rows{4, 5}));
    press(Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(table->selectedRows(), (Rows{0, 1, 2, 3, 4}));
    click(2);
    click(4, Qt::ShiftModifier);
    QCOMPARE(table->selectedRows(), (Rows{2, 3, 4}));
    click(1, Qt::ShiftModifier);
    QCOMPARE(table->selectedRows(), (Rows{1, 2}));
    table->goToRow(3);
    click(5, Qt::ShiftModifier);
    QCOMPARE(table->selectedRows(), (Rows{3, 4, 5}));
    table->freeze(1);
    auto* frozen = table->findChild<ui::FrozenColumns*>();
    QTRY_VERIFY(frozen->isVisible());
    table->goToRow(2);
    QTest::mouseClick(frozen->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      frozen->visualRect(frozen->model()->index(4, 0)).center());
    QCOMPARE(table->selectedRows(), (Rows{2, 3, 4}));
}

/// Sheets of campaigns and of registrations begin here as well.
void TestCampaignPage::sheetsFromHere()
{
    Room room;
    CampaignPage* page = room.read();
    const QString path = room.folder.filePath(QStringLiteral("s.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a,b\n1,2\n") > 0); // headings that say nothing
    file.close();
    ui::dialogs().openFile = [&path](QWidget*, const QString&) { return path; };
    const QString written = room.folder.filePath(QStringLiteral("t.xlsx"));
    ui::dialogs().saveFile = [&written](QWidget*, const QString&, const QString&) { return written; };
    const QList<QAction*> actions = child<QPushButton>(*page, "campaigns.sheets")->menu()->actions();
    QCOMPARE(actions.size(), 5);
    BulkPage* bulk = room.window->bulk();
    for (const auto& [at, kind] :
         {std::pair(0, ChangeKind::Campaigns), std::pair(1, ChangeKind::Registrations)}) {
        room.page();
        actions.at(at)->trigger();
        QTRY_VERIFY(bulk->step() == BulkPage::Step::Match && !bulk->matchStep()->isInspecting());
        QCOMPARE(bulk->matchStep()->options().kind, kind);
    }
    actions.at(4)->trigger();
    QTRY_VERIFY(QFile::exists(written));
}

/// What a field cannot show is not changed by showing it.
void TestCampaignPage::untouchedValuesStay()
{
    CampaignBase base;
    base.edit.sourceCode = "A";
    base.edit.code = "C";
    base.edit.name = "换行的活动 ";
    base.edit.typeCode = "T";
    base.edit.eventStatus = "9"; // a status that the vendor's pages do not name
    base.edit.startDate = "2026-01-01";
    base.edit.endDate = "2026/2/1";
    base.edit.registerUrl = "https://a.example";
    base.edit.eventInformation = "第一行\r\n第二行\r\n";
    base.departments.push_back({"1", "BM01", "华东"});
    ui::CampaignForm form(ui::CampaignForm::Mode::Edit, {}, nullptr);
    form.setValues(base);
    QVERIFY(differences(form.wish(), base).isEmpty());
    setLanguage(QStringLiteral("zh")); // its words change, and not its values
    QVERIFY(differences(form.wish(), base).isEmpty());
    setLanguage(QStringLiteral("en"));
    auto* information = child<QPlainTextEdit>(form, "campaign.event_information");
    information->setPlainText(QStringLiteral("另一行"));
    QCOMPARE(*differences(form.wish(), base)[CampaignField::Information], std::string("另一行"));
    information->setPlainText(QStringLiteral("第一行\n第二行\n")); // back to what it showed
    QVERIFY(differences(form.wish(), base).isEmpty());
    // No departments at all cannot be sent: that is said, instead of leaving them in silence.
    auto* status = child<QComboBox>(form, "campaign.event_status");
    status->setCurrentIndex(status->findData(QStringLiteral("1")));
    child<QLineEdit>(form, "campaign.end_date")->setText(QStringLiteral("2026-02-01"));
    QCOMPARE(form.problem(), QString());
    auto* departments = child<QLineEdit>(form, "campaign.dept");
    departments->clear();
    QVERIFY(form.problem().contains(QStringLiteral("Departments")));
    form.show();
    form.activateWindow();
    form.focusFirstFault();
    QTRY_VERIFY(departments->hasFocus());
    // A copy, too, asks about a text that may have been cut.
    base.edit.eventInformation = toUtf8(QString(32, QChar(0x540d)));
    ui::CampaignForm copy(ui::CampaignForm::Mode::New, {}, nullptr);
    base.edit.eventStatus = "1";
    base.edit.endDate = "2026-02-01";
    copy.setValues(base);
    copy.show();
    auto* whole = child<QCheckBox>(copy, "campaign.whole");
    QVERIFY(whole->isVisible() && !copy.problem().isEmpty());
    copy.activateWindow();
    copy.focusFirstFault();
    QTRY_VERIFY(whole->hasFocus());
    whole->setChecked(true);
    QCOMPARE(copy.problem(), QString());
    child<QPlainTextEdit>(copy, "campaign.event_information")->setPlainText(QStringLiteral("自己写的"));
    QVERIFY(!whole->isVisible());
}

void TestCampaignPage::oneThatCannotBeEdited()
{
    Room room;
    CampaignPage* page = room.read();
    CampaignModel* model = Room::modelOf(page);
    ui::TableView* table = Room::tableOf(page);
    int row = 0;
    while (!model->rows()->campaign(model->sourceRow(row)).sourceCode.empty())
        ++row;
    table->goToRow(row == 0 ? 1 : 0);
    auto* why = child<ui::Note>(*page, "campaigns.fixed");
    QVERIFY(!why->isVisible());
    table->goToRow(row);
    QVERIFY(why->isVisible() && why->text().contains(QStringLiteral("external id")));
    QVERIFY(room.inDialog<ui::CampaignEditor>(
        [why] { why->findChild<QPushButton*>()->click(); },
        [](ui::CampaignEditor& editor) {
            QVERIFY(!child<QLineEdit>(editor, "campaign.source_code")->isReadOnly());
            editor.reject();
        }));
    // Among several it is left out, by its name.
    table->selectAll();
    QVERIFY(room.inDialog<ui::CampaignEditor>([&] { page->edit(); },
                                              [](ui::CampaignEditor& editor) { editor.reject(); }));
    QVERIFY(room.window->toast()->accessibleName().contains(
        toQString(model->rows()->campaign(model->sourceRow(row)).name)));
}

void TestCampaignPage::frozenColumnsKeepTheSelection()
{
    Room room;
    CampaignPage* page = room.read();
    ui::TableView* table = Room::tableOf(page);
    CampaignModel* model = Room::modelOf(page);
    table->freeze(2);
    auto* frozen = table->findChild<ui::FrozenColumns*>();
    QTRY_VERIFY(frozen->isVisible());
    table->selectionModel()->select(model->index(1, 0),
                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table->selectionModel()->select(model->index(3, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const auto chosen = [&] {
        QStringList codes;
        for (const QModelIndex& index : table->selectionModel()->selectedRows())
            codes << toQString(model->rows()->campaign(model->sourceRow(index.row())).code);
        codes.sort();
        return codes;
    };
    const QStringList before = chosen();
    QCOMPARE(before.size(), 2);
    table->sortByColumn(1, Qt::DescendingOrder);
    QTRY_VERIFY(!model->isWorking());
    QCOMPARE(chosen(), before);
    // It opens what the table opens.
    bool opened = false;
    const auto connection = connect(table, &QAbstractItemView::doubleClicked, this, [&] { opened = true; });
    room.choose(page);
    const QRect cell = frozen->visualRect(frozen->model()->index(table->currentIndex().row(), 0));
    QVERIFY(room.inDialog<ui::CampaignEditor>(
        [&] {
            QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {}, cell.center());
            QTest::mouseDClick(frozen->viewport(), Qt::LeftButton, {}, cell.center());
        },
        [](ui::CampaignEditor& editor) { editor.reject(); }));
    QVERIFY(disconnect(connection));
    QVERIFY(opened);
}

/// The numbers of each campaign, and who registered for how many, against a count of our own.
void TestCampaignPage::sideBySide()
{
    Room room;
    CampaignPage* page = room.read();
    CampaignModel* model = Room::modelOf(page);
    ui::TableView* table = Room::tableOf(page);
    table->goToRow(0);
    auto* button = child<QPushButton>(*page, "campaigns.compare");
    QVERIFY(!button->isVisible());
    room.key(Qt::Key_Down, Qt::ShiftModifier);
    room.key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(button->isVisible() && button->isEnabled());
    std::map<std::string_view, int> registeredFor;
    std::array<std::set<std::string_view>, 3> registered;
    for (int row = 0; row < 3; ++row) {
        const Campaign& campaign = model->rows()->campaign(model->sourceRow(row));
        for (const NamedEntry& customer : campaign.registered)
            registered.at(static_cast<std::size_t>(row)).insert(customer.id);
        for (const auto& list : {campaign.covered, campaign.notified}) {
            for (const NamedEntry& customer : list)
                registeredFor.try_emplace(customer.id);
        }
        for (const std::string_view id : registered.at(static_cast<std::size_t>(row)))
            ++registeredFor[id];
    }
    const auto inAll = std::count_if(registeredFor.begin(), registeredFor.end(),
                                     [](const auto& one) { return one.second == 3; });
    QVERIFY(room.inDialog<ui::ComparisonDialog>(
        [&] { room.key(Qt::Key_B, Qt::ControlModifier); },
        [&](ui::ComparisonDialog& dialog) {
            const QAbstractItemModelTester tester(dialog.model(), strict);
            QTRY_COMPARE(dialog.model()->rowCount(), static_cast<int>(registeredFor.size()));
            QCOMPARE(dialog.model()->rows()->count(ComparisonRows::InAll), static_cast<qint64>(inAll));
            for (int row = 0; row < dialog.model()->rowCount(); ++row) {
                const auto& customer = dialog.model()->rows()->customer(dialog.model()->sourceRow(row));
                QCOMPARE(static_cast<int>(customer.registeredIn), registeredFor.at(customer.id));
            }
            // A bar filters: those that registered for the second campaign.
            ui::SideBySideChart* chart = dialog.chart();
            chart->setFocus();
            for (int step = 0; step < 5; ++step)
                QTest::keyClick(chart, Qt::Key_Right);
            QTest::keyClick(chart, Qt::Key_Space);
            QTRY_COMPARE(dialog.model()->rowCount(), static_cast<int>(registered[1].size()));
            QTest::keyClick(chart, Qt::Key_Space);
            QTRY_COMPARE(dialog.model()->rowCount(), static_cast<int>(registeredFor.size()));
            QVERIFY(!chart->accessibleDescription().isEmpty());
            QVERIFY(chart->save(room.folder.filePath(QStringLiteral("side.svg"))));
            for (int column = 0; column < dialog.model()->columnCount(); ++column) {
                dialog.table()->sortByColumn(column, Qt::DescendingOrder);
                QTRY_VERIFY(!dialog.model()->isWorking());
                (void)dialog.model()->index(0, column).data(Qt::AccessibleTextRole);
            }
            dialog.reject();
        }));
    // Too many do not fit.
    table->selectAll();
    QVERIFY(!button->isEnabled());
}

void TestCampaignPage::departmentsArePicked()
{
    Room room;
    CampaignPage* page = room.read();
    QTRY_VERIFY(room.desk->catalogue()->of(Dimension::Department).size() > 2);
    room.choose(page);
    const auto catalogue = room.desk->catalogue();
    const EntryList& known = catalogue->of(Dimension::Department);
    const QString code = toQString(known.code(0));
    QVERIFY(room.inDialog<ui::CampaignEditor>(
        [&] { room.key(Qt::Key_N, Qt::ControlModifier); },
        [&](ui::CampaignEditor& editor) {
            auto* add = child<QPushButton>(editor, "campaign.addDepartment");
            QVERIFY(room.inDialog<ui::PickerDialog>([&] { add->menu()->actions().front()->trigger(); },
                                                    [&](ui::PickerDialog& picker) {
                                                        QGuiApplication::clipboard()->setText(code);
                                                        child<QPushButton>(picker, "picker.paste")->click();
                                                        QTRY_COMPARE(picker.picked().size(), std::size_t(1));
                                                        child<QPushButton>(picker, "picker.use")->click();
                                                    }));
            const auto departments = editor.form()->wish().departments;
            QVERIFY(departments);
            QCOMPARE(departments->names.size(), std::size_t(1));
            ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
            editor.reject();
        }));
}

QTEST_MAIN(TestCampaignPage)
#include "tst_campaign_page.moc"
