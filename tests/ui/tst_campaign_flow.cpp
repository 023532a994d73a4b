// SPDX-License-Identifier: GPL-3.0-or-later
// The whole life of a campaign by keys alone: made, queried, edited while somebody else edits it, registered
// for by a sheet, reviewed, and exported; the workbook as LibreOffice reads it.
#include "campaigns/query_dialog.h"
#include "core/language.h"
#include "demo/demo_data.h"
#include "libre_office.h"
#include "lists/campaign_page.h"
#include "review/batch_dialog.h"
#include "window_room.h"

using namespace rangedesk;
using tests::cellOf;
using tests::patience;
using tests::readByLibreOffice;
using tests::Table;
using ui::BulkPage;
using ui::CampaignEditor;
using ui::MainWindow;

namespace {

constexpr int registrations = 400;
} // namespace

class TestCampaignFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void byKeysAlone();

private:
    void fill(tests::WindowRoom& room, const char* field, const char* text);
    void post(tests::WindowRoom& room);
    /// What the server holds of the campaign: its line, taken apart.
    QStringList heldOf(tests::WindowRoom& room);

    ui::Dialogs m_dialogs = ui::dialogs();
    const QString m_source = QStringLiteral("FLOW-2026-1");
};

void TestCampaignFlow::fill(tests::WindowRoom& room, const char* field, const char* text)
{
    QCOMPARE(room.keyboard().tabTo(QStringLiteral("campaign.") + QLatin1String(field)), QString());
    room.keyboard().typeOver(QString::fromUtf8(text));
}

void TestCampaignFlow::post(tests::WindowRoom& room)
{
    BulkPage* bulk = room.window->bulk();
    QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled(),
                             30000);
    QVERIFY(room.inDialog<QDialog>([&] { room.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); },
                                   [&](QDialog&) {
                                       room.key(Qt::Key_Tab); // Enter alone posts nothing
                                       room.key(Qt::Key_Space);
                                   }));
    QTRY_COMPARE_WITH_TIMEOUT(bulk->step(), BulkPage::Step::Result, 300000);
}

QStringList TestCampaignFlow::heldOf(tests::WindowRoom& room)
{
    for (const QString& line : QString::fromStdString(room.server.campaigns()).split(QLatin1Char('\n'))) {
        if (line.startsWith(m_source + QLatin1Char('|')))
            return line.split(QLatin1Char('|'));
    }
    return {};
}

void TestCampaignFlow::byKeysAlone()
{
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty(),
             "LibreOffice is missing: packaging/install-dependencies.sh installs it");
    tests::WindowRoom room;
    tests::Keyboard keys = room.keyboard();

    // A new one.
    room.key(Qt::Key_1, Qt::ControlModifier);
    auto* page = static_cast<ui::CampaignPage*>(room.window->page(MainWindow::Place::Campaigns));
    auto* table = page->findChild<ui::TableView*>(QStringLiteral("campaigns.table"));
    room.key(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && table->model()->rowCount() > 5, 20000);
    const int before = table->model()->rowCount();
    QVERIFY(room.inDialog<CampaignEditor>([&] { room.key(Qt::Key_N, Qt::ControlModifier); },
                                          [&](CampaignEditor& editor) {
                                              fill(room, "name", "冬季陈列与堆头联合推广");
                                              fill(room, "type_code", "CL");
                                              fill(room, "source_code", "FLOW-2026-1");
                                              fill(room, "code", "FLOW1");
                                              QCOMPARE(keys.tabTo(QStringLiteral("campaign.event_status")),
                                                       QString());
                                              room.key(Qt::Key_Down); // online
                                              fill(room, "start_date", "2026-12-01");
                                              fill(room, "end_date", "2027-01-31");
                                              fill(room, "register_url", "https://h5.example.com/flow");
                                              fill(room, "dept", "BM01,BM02");
                                              fill(room, "event_information", "每店两个堆头，附照片。");
                                              QCOMPARE(editor.form()->problem(), QString());
                                              QVERIFY(editor.goOnButton()->isEnabled());
                                              room.key(Qt::Key_Return, Qt::ControlModifier);
                                          }));
    post(room);
    QCOMPARE(room.counts().verified, 1);
    QCOMPARE(heldOf(room).value(2), QStringLiteral("冬季陈列与堆头联合推广"));
    QCOMPARE(heldOf(room).value(9), QStringLiteral("BM01 BM02 "));

    // Asked for by its external id.
    room.key(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && table->model()->rowCount() == before + 1,
                             patience); // read after it was posted
    QVERIFY(room.inDialog<ui::QueryDialog>(
        [&] { room.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier); },
        [&](ui::QueryDialog&) {
            QCOMPARE(keys.tabTo(QStringLiteral("campaignQuery.activity_source_code")), QString());
            keys.typeOver(m_source);
            room.key(Qt::Key_Return);
        }));
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && table->model()->rowCount() == 1, patience);

    // Edited here while somebody else edits it.
    QTRY_VERIFY_WITH_TIMEOUT(table->hasFocus(), patience);
    room.key(Qt::Key_Home);
    QVERIFY(room.inDialog<CampaignEditor>(
        [&] { room.key(Qt::Key_F2); },
        [&](CampaignEditor& editor) {
            fill(room, "name", "冬季陈列（含堆头）");
            fill(room, "register_url", "https://h5.example.com/mine");
            room.server.edit("addOrUpdateCampaign",
                             R"({"dept_code":"BM01,BM02","source_code":"FLOW-2026-1","code":"FLOW1",)"
                             R"("name":"冬季陈列（别处改名）","type_code":"CL","event_status":"1",)"
                             R"("start_date":"2026-12-01","end_date":"2027-02-28",)"
                             R"("register_url":"https://h5.example.com/flow",)"
                             R"("event_information":"每店两个堆头，附照片。"})");
            QCOMPARE(heldOf(room).value(6), QStringLiteral("2027-02-28"));
            room.key(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY_WITH_TIMEOUT(!editor.isReading(), patience);
            QCOMPARE(editor.mergeCards()->undecided(), 1);
            QCOMPARE(keys.tabTo(QStringLiteral("merge.mine.name")), QString());
            room.key(Qt::Key_Space);
            QCOMPARE(editor.mergeCards()->undecided(), 0);
            room.key(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY_WITH_TIMEOUT(!editor.isVisible(), patience);
        }));
    post(room);
    QCOMPARE(room.counts().verified, 1);
    QCOMPARE(heldOf(room).value(2), QStringLiteral("冬季陈列（含堆头）"));
    QCOMPARE(heldOf(room).value(6), QStringLiteral("2027-02-28"));
    QCOMPARE(heldOf(room).value(7), QStringLiteral("https://h5.example.com/mine"));

    // Registrations by a sheet.
    const demo::DemoData company = demo::seedData();
    const QString path = room.folder.filePath(QStringLiteral("报名.csv"));
    {
        QFile sheet(path);
        QVERIFY(sheet.open(QIODevice::WriteOnly));
        sheet.write("第三方活动唯一标识,客户编码,报名时间,商家信息\n");
        for (std::size_t i = 0; i < registrations; ++i)
            sheet.write(QStringLiteral("%1,%2,2026-12-%3 09:30:00,联系人：王%4；电话：138%5；面积：%6平米\n")
                            .arg(m_source, QString::fromStdString(company.customers[i].code))
                            .arg(1 + i % 28, 2, 10, QLatin1Char('0'))
                            .arg(i)
                            .arg(20000000 + i)
                            .arg(20 + i % 90)
                            .toUtf8());
    }
    ui::dialogs().openFile = [&](QWidget*, const QString&) { return path; }; // the system's own dialog
    room.key(Qt::Key_O, Qt::ControlModifier);
    BulkPage* bulk = room.window->bulk();
    QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == BulkPage::Step::Match && !bulk->matchStep()->isInspecting() &&
                                 bulk->matchStep()->inspection() && bulk->matchStep()->inspection()->checked,
                             patience);
    room.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == BulkPage::Step::Check && bulk->checkStep()->table()->rows(),
                             patience);
    room.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    post(room);
    QCOMPARE(room.counts().verified, registrations);

    // The review.
    room.key(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && table->model()->rowCount() >= 1, patience);
    for (int pane = 0; pane < 8 && !table->hasFocus(); ++pane)
        room.key(Qt::Key_F6); // round the panes, until it is the table
    QVERIFY(table->hasFocus());
    room.key(Qt::Key_Home);
    room.key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    ui::ReviewPage* review = room.window->review();
    QTRY_COMPARE_WITH_TIMEOUT(review->model()->rowCount(), registrations, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(review->table()->hasFocus(), patience);
    const auto settle = [review] {
        return QTest::qWaitFor([review] { return !review->model()->isWorking(); }, patience);
    };
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_F, Qt::Key_R}) {
        room.key(key);
        QVERIFY(settle());
    }
    room.key(Qt::Key_N);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("review.note"));
    keys.type(QStringLiteral("照片缺失, \"补\"=1+1"));
    room.key(Qt::Key_Return); // back in the table
    QVERIFY(review->table()->hasFocus());
    room.key(Qt::Key_R);
    for (int i = 0; i < 9; ++i)
        room.key(Qt::Key_Down, Qt::ShiftModifier);
    room.key(Qt::Key_A); // ten at once
    QVERIFY(settle());
    const auto countOf = [review](ReviewDecision decision) {
        return review->state().rows()->count(decision);
    };
    QCOMPARE(countOf(ReviewDecision::Approved), std::size_t(11));
    QCOMPARE(countOf(ReviewDecision::Flagged), std::size_t(1));
    QCOMPARE(countOf(ReviewDecision::Rejected), std::size_t(2));
    // All others: those with one more digit in common are rejected for one reason, the rest by single keys
    // and in one go.
    room.key(Qt::Key_F, Qt::ControlModifier);
    keys.type(QStringLiteral("1382000003")); // 30 to 39
    QTRY_VERIFY_WITH_TIMEOUT(!review->model()->isWorking() && review->model()->rowCount() == 10, patience);
    const auto decideShown = [&](Qt::Key key, const QString& reason) {
        const bool wasThere =
            room.inDialog<ui::BatchDialog>([&] { room.key(key, Qt::ShiftModifier); },
                                           [&](ui::BatchDialog&) {
                                               keys.type(reason);
                                               room.key(Qt::Key_Return, Qt::ControlModifier);
                                           });
        return wasThere && QTest::qWaitForWindowActive(room.window.get(), patience);
    };
    for (int pane = 0; pane < 8 && !review->table()->hasFocus(); ++pane)
        room.key(Qt::Key_F6);
    QVERIFY(review->table()->hasFocus());
    QVERIFY(decideShown(Qt::Key_R, QStringLiteral("电话打不通")));
    room.key(Qt::Key_Escape); // no search any more
    QTRY_VERIFY_WITH_TIMEOUT(!review->model()->isWorking() && review->model()->rowCount() == registrations,
                             patience);
    room.key(Qt::Key_Home);
    for (int i = 0; i < 5; ++i) {
        room.key(Qt::Key_U); // the next that is undecided
        room.key(Qt::Key_F);
        QVERIFY(settle());
    }
    QCOMPARE(countOf(ReviewDecision::Flagged), std::size_t(6));
    // Those that are left, by their chip.
    QCOMPARE(room.keyboard().tabTo(QStringLiteral("review.search")), QString());
    const auto* undecided = [review]() -> const ui::FilterChip* {
        for (const auto* chip : review->findChildren<ui::FilterChip*>()) {
            if (chip->facet() == ReviewRows::Undecided && chip->isVisible())
                return chip;
        }
        return nullptr;
    }();
    QVERIFY(undecided != nullptr);
    for (int step = 0; step < 20 && !undecided->hasFocus(); ++step)
        room.key(Qt::Key_Tab);
    QVERIFY(undecided->hasFocus());
    room.key(Qt::Key_Space);
    const std::size_t left = registrations - 11 - 2 - 10 - 6;
    QTRY_VERIFY_WITH_TIMEOUT(
        !review->model()->isWorking() && review->model()->rowCount() == static_cast<int>(left), patience);
    QVERIFY(decideShown(Qt::Key_A, {}));
    QCOMPARE(countOf(ReviewDecision::None), std::size_t(0));
    room.key(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!review->model()->isWorking() && review->model()->rowCount() == registrations,
                             patience);
    const std::map<QString, std::size_t> wanted{{QStringLiteral("Approved"), 11 + left},
                                                {QStringLiteral("Flagged"), 6},
                                                {QStringLiteral("Rejected"), 12},
                                                {QStringLiteral("Undecided"), 0}};
    const QString workbook = room.folder.filePath(QStringLiteral("审核结果.xlsx"));
    ui::dialogs().saveFile = [&](QWidget*, const QString&, const QString&) { return workbook; };
    room.key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(workbook), patience);

    // The workbook, read by another program, against what the server holds.
    const auto sheets = readByLibreOffice(workbook, room.folder.path());
    QCOMPARE(sheets.size(), std::size_t(5));
    QMap<QString, QString> told; // merchant information by customer code
    for (const QString& one : heldOf(room).mid(10))
        told.insert(one.section(QLatin1Char('='), 0, 0), one.section(QLatin1Char('='), 1));
    QCOMPARE(told.size(), registrations);
    std::map<std::string, std::string> idOf;
    for (const demo::CustomerData& customer : company.customers)
        idOf[customer.code] = customer.id;
    QMap<QString, int> notes;
    for (const auto& [name, count] : wanted) {
        QVERIFY2(sheets.contains(name), qPrintable(name));
        const Table& rows = sheets.at(name);
        QCOMPARE(rows.size(), count + 1);
        for (std::size_t row = 1; row < rows.size(); ++row) {
            const std::string code = cellOf(rows, row, "Customer code");
            QCOMPARE(cellOf(rows, row, "Decision"), name.toStdString());
            QCOMPARE(cellOf(rows, row, "Customer id"), idOf.at(code)); // all its 19 digits
            const QString information = QString::fromStdString(cellOf(rows, row, "Merchant information"));
            QCOMPARE(information, told.take(QString::fromStdString(code))); // each once
            const QString phone = QString::fromStdString(cellOf(rows, row, "电话"));
            QVERIFY(phone.size() == 11 && information.contains(phone));
            QVERIFY(cellOf(rows, row, "Registered at, as reported from here").starts_with("2026-12-"));
            if (const std::string note = cellOf(rows, row, "Note"); !note.empty()) {
                notes[QString::fromStdString(note)] += 1;
                QCOMPARE(name, QStringLiteral("Rejected"));
            }
        }
    }
    QCOMPARE(notes, (QMap<QString, int>{{QStringLiteral("照片缺失, \"补\"=1+1"), 1},
                                        {QStringLiteral("电话打不通"), 10}}));
    QVERIFY(told.isEmpty());
    // The figures of the summary: a new campaign covers nobody.
    auto figures = tests::figuresOf(sheets.at(QStringLiteral("Summary")));
    QCOMPARE(figures["Campaign"].at(0), std::string("冬季陈列（含堆头）"));
    QCOMPARE(figures["Covered"].at(0), std::string("0"));
    QCOMPARE(figures["Registered"].at(0), std::to_string(registrations));
    QCOMPARE(figures["not covered, not notified, registered"].at(0), std::to_string(registrations));
    for (const auto& [name, count] : wanted)
        QCOMPARE(figures[name.toStdString()].at(0), std::to_string(count));
}

QTEST_MAIN(TestCampaignFlow)
#include "tst_campaign_flow.moc"
