// SPDX-License-Identifier: GPL-3.0-or-later
// The whole life of a campaign by keys alone: made, queried, edited while somebody else edits it, registered
// for by a sheet, reviewed, and exported; the workbook as LibreOffice reads it.
#include "campaigns/query_dialog.h"
#include "core/language.h"
#include "demo/demo_data.h"
#include "lists/campaign_page.h"
#include "sheets/csv_scanner.h"
#include "window_room.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <map>
#include <set>

using namespace rangedesk;
using ui::BulkPage;
using ui::CampaignEditor;
using ui::MainWindow;

namespace {

constexpr int registrations = 400;
constexpr int patience = 30000; ///< ms; on a slow computer under load
using Table = std::vector<std::vector<std::string>>;

/// As another program reads it: each sheet of a workbook by its name. Empty where LibreOffice fails.
std::map<QString, Table> readByLibreOffice(const QString& workbook, const QString& folder)
{
    QProcess office;
    office.start(
        QStandardPaths::findExecutable(QStringLiteral("soffice")),
        {QStringLiteral("-env:UserInstallation=file://") + folder + QStringLiteral("/office"),
         QStringLiteral("--headless"), QStringLiteral("--convert-to"),
         // comma, quotes, UTF-8, cells as they are shown, every sheet
         QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"),
         QStringLiteral("--outdir"), folder, workbook});
    if (!office.waitForFinished(120000) || office.exitCode() != 0)
        return {};
    const QString stem = QFileInfo(workbook).completeBaseName() + QLatin1Char('-');
    std::map<QString, Table> sheets;
    for (const QString& name : QDir(folder).entryList({stem + QStringLiteral("*.csv")})) {
        QFile file(QDir(folder).filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const std::string text = file.readAll().toStdString();
        Table& table = sheets[name.mid(stem.size()).chopped(4)];
        CsvScanner scanner(text, ',');
        CsvRecord record;
        while (scanner.next(record) == CsvScanner::Status::Record)
            table.emplace_back(record.cells.begin(), record.cells.end());
    }
    return sheets;
}

std::size_t columnOf(const Table& table, const char* heading)
{
    const auto found = std::find(table.front().begin(), table.front().end(), heading);
    return static_cast<std::size_t>(found - table.front().begin());
}

std::string cellOf(const Table& table, std::size_t row, const char* heading)
{
    const std::size_t column = columnOf(table, heading);
    return column < table[row].size() ? table[row][column] : std::string("no such column");
}

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
    room.key(Qt::Key_F6);
    table->setFocus();
    room.key(Qt::Key_Home);
    room.key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    ui::ReviewPage* review = room.window->review();
    QTRY_COMPARE_WITH_TIMEOUT(review->model()->rowCount(), registrations, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(review->table()->hasFocus(), patience);
    const auto settle = [review] {
        return QTest::qWaitFor([review] { return !review->model()->isWorking(); }, 10000);
    };
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_F, Qt::Key_R}) {
        room.key(key);
        QVERIFY(settle());
    }
    room.key(Qt::Key_N);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("review.note"));
    keys.type(QStringLiteral("照片缺失, \"补\"=1+1"));
    room.key(Qt::Key_Return);
    review->table()->setFocus();
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
    const std::map<QString, std::size_t> wanted{{QStringLiteral("Approved"), 11},
                                                {QStringLiteral("Flagged"), 1},
                                                {QStringLiteral("Not approved"), 2},
                                                {QStringLiteral("Undecided"), registrations - 14}};
    int notes = 0;
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
                ++notes;
                QCOMPARE(QString::fromStdString(note), QStringLiteral("照片缺失, \"补\"=1+1"));
                QCOMPARE(name, QStringLiteral("Not approved"));
            }
        }
    }
    QCOMPARE(notes, 1);
    QVERIFY(told.isEmpty());
    // The funnel of the summary.
    std::map<std::string, std::string> figures;
    for (const auto& row : sheets.at(QStringLiteral("Summary"))) {
        if (row.size() > 1)
            figures.emplace(row[0], row[1]);
    }
    QCOMPARE(figures["Campaign"], std::string("冬季陈列（含堆头）"));
    QCOMPARE(figures["Registered"], std::to_string(registrations));
    QCOMPARE(figures["Undecided"], std::to_string(registrations - 14));
}

QTEST_MAIN(TestCampaignFlow)
#include "tst_campaign_flow.moc"
