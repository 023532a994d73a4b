// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks, column meanings, undo, retry, change sets and templates through the real window.
#include "bulk/match_fields.h"
#include "bulk/plan_dialog.h"
#include "bulk/repair_card.h"
#include "bulk/row_decisions.h"
#include "bulk/scheduling.h"
#include "common/dialogs.h"
#include "core/text.h"
#include "lists/campaign_page.h"
#include "sheets/xlsx_writer.h"
#include "ui/dialog_watch.h"
#include "ui/walk.h"

#include <QComboBox>
#include <QDialog>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

using namespace rangedesk;
using tests::DialogWatch;
using tests::Walk;
using ui::BulkPage;

namespace {

/// A workbook of a hidden and a shown sheet with rows for ranges that the demo company does not have.
QString workbook(const QTemporaryDir& folder, int products)
{
    const QString path = folder.filePath(QStringLiteral("九月.xlsx"));
    XlsxBook book(path);
    if (!book.open())
        qFatal("no workbook");
    book.beginSheet(QStringLiteral("说明"), false);
    book.cell("先看这里");
    book.endRecord();
    book.beginSheet(QStringLiteral("数据"), true);
    for (const char* heading : {"部门编码", "城市等级名称", "货号", "必售", "新品"})
        book.cell(heading);
    book.endRecord();
    for (int i = 0; i < products; ++i) {
        for (const QString& cell :
             {QStringLiteral("BM01"), QStringLiteral("一线城市"), QStringLiteral("SP100%1").arg(10 + i),
              QStringLiteral("是"), QStringLiteral("否")})
            book.cell(cell.toStdString());
        book.endRecord();
    }
    if (!book.commit())
        qFatal("no workbook");
    return path;
}

QComboBox* boxOf(QWidget* step, const char* name)
{
    return step->findChild<QComboBox*>(QLatin1String(name));
}

void choose(QComboBox* box, int at)
{
    box->setFocus();
    box->setCurrentIndex(at);
    Q_EMIT box->activated(at);
}

} // namespace

class TestFollowUps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void workbookToUndo();
    void retryAndShare();
    void templateIsWritten();
    void everyOperation();
    void repairInPlace();
    void findAndReplace();
    void undoExcludesNothingRefused();
    void requestsBeforePosting();
    void columnTemplates();
    void madeAndDraggedColumns();
    void timesOfStart();
    void jobsAtASetTime();
    void campaignSheets();
    void campaignEditor();
    void campaignEditorOfMany();
    void campaignEditIsKept();

private:
    /// Posts a sheet of one range through the window and leaves it at the result.
    void postWorkbook(Walk& walk, const QTemporaryDir& folder, int products);

    ui::Dialogs m_dialogs = ui::dialogs();
};

void TestFollowUps::cleanup()
{
    ui::dialogs() = m_dialogs;
}

void TestFollowUps::postWorkbook(Walk& walk, const QTemporaryDir& folder, int products)
{
    walk.openSheet(workbook(folder, products));
    ui::MatchStep* step = walk.window().bulk()->matchStep();
    // The first sheet holds no rows of ours; the other is chosen.
    QComboBox* sheets = boxOf(step, "match.sheet");
    QVERIFY(sheets->isVisible());
    QCOMPARE(sheets->count(), 2);
    choose(sheets, 1);
    QTRY_VERIFY(!step->isInspecting());
    QCOMPARE(step->inspection()->rows, static_cast<std::size_t>(products));
    QVERIFY(step->inspection()->problem); // 货号 is no heading that is known
    auto* columns = step->findChild<ui::TableView*>(QStringLiteral("match.columns"));
    columns->goToRow(2);
    QComboBox* role = boxOf(step, "match.role");
    const int code = role->findData(QStringLiteral("product_code"));
    QVERIFY(code > 0);
    choose(role, code);
    QTRY_VERIFY(!step->isInspecting() && step->inspection()->checked);
    walk.check();
    walk.review(false);
    walk.post();
    QCOMPARE(walk.failure(), QString());
}

void TestFollowUps::workbookToUndo()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    postWorkbook(walk, folder, 6);
    if (QTest::currentTestFailed())
        return;
    BulkPage* bulk = walk.window().bulk();
    QTRY_COMPARE(bulk->step(), BulkPage::Step::Result);
    QCOMPARE(bulk->resultView()->outcome()->job.counts.verified, 6);
    // The report as a workbook, and asked for where it cannot be written.
    ui::dialogs().saveFile = [&](QWidget*, const QString&, const QString& name) {
        return folder.filePath(QString(name).replace(QStringLiteral(".csv"), QStringLiteral(".xlsx")));
    };
    bulk->resultView()->saveReport();
    QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("九月_report.xlsx"))));
    // Undo, two rows first.
    ui::BatchTable* table = bulk->resultView()->table();
    QTRY_COMPARE(table->model()->rowCount(), 6);
    table->table()->setFocus();
    walk.key(Qt::Key_Home);
    walk.key(Qt::Key_Down);
    walk.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table->table()->selectedRows().size(), std::size_t(2));
    QStringList answers;
    ui::dialogs().ask = [&](QWidget*, const ui::Question& question) {
        answers.clear();
        for (const auto& answer : question.answers)
            answers << answer.text;
        return 1;
    };
    auto* undo = bulk->resultView()->findChild<QPushButton*>(QStringLiteral("result.undo"));
    QVERIFY(undo->isVisible());
    undo->click();
    QCOMPARE(answers.size(), 3);
    QVERIFY(answers[1].contains(QLatin1Char('2')));
    QTRY_COMPARE(bulk->step(), BulkPage::Step::Review);
    QTRY_COMPARE(bulk->reviewStep()->summary().rows, 2);
    QCOMPARE(bulk->reviewStep()->summary().removals, 2);
    const auto labels = bulk->reviewStep()->findChildren<ui::Note*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const ui::Note* note) {
        return note->text().contains(QStringLiteral("2 rows"));
    }));
    ui::dialogs() = m_dialogs;
    walk.post();
    QTRY_COMPARE(bulk->step(), BulkPage::Step::Result);
    QCOMPARE(bulk->resultView()->outcome()->job.counts.verified, 2);
}

void TestFollowUps::retryAndShare()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    walk.openSheet(workbook(folder, 4));
    ui::MatchStep* step = walk.window().bulk()->matchStep();
    choose(boxOf(step, "match.sheet"), 1);
    QTRY_VERIFY(!step->isInspecting());
    step->findChild<ui::TableView*>(QStringLiteral("match.columns"))->goToRow(2);
    QComboBox* role = boxOf(step, "match.role");
    choose(role, role->findData(QStringLiteral("product_code")));
    QTRY_VERIFY(step->inspection()->checked);
    walk.check();
    walk.review(false);
    BulkPage* bulk = walk.window().bulk();
    const QString shared = folder.filePath(QStringLiteral("给同事.rdchanges"));
    ui::dialogs().saveFile = [&](QWidget*, const QString&, const QString& name) {
        return name.endsWith(QStringLiteral(".rdchanges")) ? shared : QString();
    };
    // A word on the first row goes along.
    ui::dialogs().input = [](QWidget*, const QString&, const QString&, const QString&, bool* accepted) {
        *accepted = true;
        return QStringLiteral("首批, 请核对");
    };
    walk.key(Qt::Key_Home);
    walk.key(Qt::Key_F2);
    QTRY_VERIFY(bulk->reviewStep()->isSettled() && bulk->reviewStep()->comments().size() == 1);
    bulk->reviewStep()->findChild<QPushButton*>(QStringLiteral("review.share"))->click();
    QTRY_VERIFY(QFile::exists(shared));
    const qint64 first = bulk->reviewStep()->draft()->job.id;
    // Opened as a colleague would: a draft of its own, compared at once.
    bulk->openPaths({shared});
    QTRY_VERIFY(bulk->reviewStep()->draft() && bulk->reviewStep()->draft()->job.id != first);
    QTRY_COMPARE(bulk->reviewStep()->summary().rows, 4);
    QTRY_VERIFY(bulk->reviewStep()->isSettled());
    QCOMPARE(bulk->reviewStep()->table()->rows()->comment(0), QStringLiteral("首批, 请核对"));
    // A file that is none says so and changes nothing.
    QFile broken(folder.filePath(QStringLiteral("x.rdchanges")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("x") == 1);
    broken.close();
    bulk->openPaths({broken.fileName()});
    QTRY_VERIFY(walk.window().toast()->accessibleName().contains(QStringLiteral("no change set")));
    QCOMPARE(walk.failure(), QString());
}

namespace {

/// The list of campaigns, read.
ui::CampaignPage* campaignsOf(Walk& walk)
{
    walk.window().goTo(ui::MainWindow::Place::Campaigns);
    auto* page = static_cast<ui::CampaignPage*>(walk.window().page(ui::MainWindow::Place::Campaigns));
    page->refresh();
    const auto* table = page->findChild<ui::TableView*>();
    (void)QTest::qWaitFor([&] { return !page->isReading() && table->model()->rowCount() > 4; }, 20000);
    return page;
}

/// Does something with the editor that is about to open.
void withEditor(Walk& walk, const std::function<void(ui::CampaignEditor&)>& work)
{
    new DialogWatch(&walk.window(), DialogWatch::ofType<ui::CampaignEditor>(),
                    [work](QDialog& editor) { work(static_cast<ui::CampaignEditor&>(editor)); });
}

template <typename T> T* fieldOf(QWidget& editor, const char* name)
{
    return editor.findChild<T*>(QLatin1String(name));
}

} // namespace

void TestFollowUps::campaignEditor()
{
    Walk walk({});
    walk.open();
    ui::CampaignPage* page = campaignsOf(walk);
    auto* table = page->findChild<ui::TableView*>();
    table->setFocus();
    table->goToRow(0);
    BulkPage* bulk = walk.window().bulk();
    QStringList seen;
    withEditor(walk, [&seen](ui::CampaignEditor& editor) {
        seen << (editor.goOnButton()->isEnabled() ? QStringLiteral("enabled at first") : QString());
        seen << (fieldOf<QLineEdit>(editor, "campaign.source_code")->isReadOnly()
                     ? QString()
                     : QStringLiteral("id can be changed"));
        auto* end = fieldOf<QLineEdit>(editor, "campaign.end_date");
        const QString before = end->text();
        end->setText(QStringLiteral("2020-01-01")); // before its start
        seen << (editor.goOnButton()->isEnabled() ? QStringLiteral("accepts an end before the start")
                                                  : QString());
        end->setText(before);
        auto* status = fieldOf<QComboBox>(editor, "campaign.event_status");
        status->setCurrentIndex(status->findData(QStringLiteral("2")));
        seen << (editor.goOnButton()->isEnabled() ? QString() : QStringLiteral("refuses a sound change"));
        editor.goOnButton()->click();
        (void)QTest::qWaitFor([&editor] { return !editor.isVisible(); },
                              tests::patience); // it is read again first
    });
    walk.key(Qt::Key_F2);
    QCOMPARE(seen.join(QString()), QString());
    QCOMPARE(seen.size(), 4);
    QTRY_VERIFY(bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled());
    const SharedOutcome draft = bulk->reviewStep()->draft();
    QCOMPARE(draft->batch.kind, ChangeKind::Campaigns);
    QCOMPARE(draft->batch.rows.size(), std::size_t(1));
    QCOMPARE(draft->batch.rows[0].comparison, Comparison::Changed);
    walk.window().activateWindow(); // what a window manager does when a dialog goes
    walk.post();
    QCOMPARE(walk.failure(), QString());
    QTRY_COMPARE(bulk->step(), BulkPage::Step::Result);
    QCOMPARE(bulk->resultView()->outcome()->job.counts.verified, 1);
    // A copy is a new one, with an id of its own.
    page = campaignsOf(walk);
    table->goToRow(0);
    withEditor(walk, [&seen](ui::CampaignEditor& editor) {
        seen = {editor.goOnButton()->isEnabled() ? QStringLiteral("copies the id") : QString()};
        fieldOf<QLineEdit>(editor, "campaign.source_code")->setText(QStringLiteral("COPY-1"));
        fieldOf<QLineEdit>(editor, "campaign.code")->setText(QStringLiteral("C-1"));
        editor.goOnButton()->click();
    });
    page->duplicate();
    QCOMPARE(seen, QStringList{QString()});
    QTRY_VERIFY(bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled());
    QCOMPARE(bulk->reviewStep()->draft()->batch.rows[0].comparison, Comparison::New);
}

void TestFollowUps::campaignEditorOfMany()
{
    Walk walk({});
    walk.open();
    ui::CampaignPage* page = campaignsOf(walk);
    auto* table = page->findChild<ui::TableView*>();
    table->setFocus();
    table->goToRow(0);
    for (int i = 0; i < 4; ++i)
        walk.key(Qt::Key_Down, Qt::ShiftModifier);
    withEditor(walk, [](ui::CampaignEditor& editor) {
        fieldOf<QLineEdit>(editor, "campaign.end_date")->setText(QStringLiteral("2027/1/31"));
        editor.goOnButton()->click();
    });
    page->edit();
    BulkPage* bulk = walk.window().bulk();
    QTRY_VERIFY(bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled());
    QCOMPARE(bulk->reviewStep()->draft()->batch.rows.size(), std::size_t(5));
    QCOMPARE(bulk->reviewStep()->summary().requests, 5);
}

void TestFollowUps::campaignEditIsKept()
{
    Walk walk({});
    walk.open();
    ui::CampaignPage* page = campaignsOf(walk);
    // What a crash leaves behind.
    ui::KeptEdit kept{ui::CampaignEditor::Mode::New, {"KEPT-1"}, {}, {}};
    kept.wish[CampaignField::Name] = "没写完";
    const DataDirectory& data = *walk.desk().data();
    const QString scope = walk.desk().scope();
    QVERIFY(ui::keepEdit(data, scope, kept));
    QCOMPARE(ui::keptEdit(data, scope)->wish, kept.wish);
    QCOMPARE(ui::keptEdit(data, scope)->campaigns, kept.campaigns);
    QVERIFY(!ui::keptEdit(data, scope + QStringLiteral("-another company")));
    auto* table = page->findChild<ui::TableView*>();
    table->goToRow(1);
    QString stored;
    ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    };
    withEditor(walk, [&](ui::CampaignEditor& editor) {
        fieldOf<QLineEdit>(editor, "campaign.name")->setText(QStringLiteral("新的名字"));
        (void)QTest::qWaitFor(
            [&] {
                return ui::keptEdit(data, scope) && ui::keptEdit(data, scope)->campaigns != kept.campaigns;
            },
            tests::patience);
        const auto now = ui::keptEdit(data, scope);
        stored = toQString(now->wish[CampaignField::Name].value_or(""));
        QVERIFY(!now->wish[CampaignField::EndDate]); // only what differs, with what it replaced
        QVERIFY(now->before[CampaignField::Name]);
        editor.reject(); // given up: nothing is left
    });
    page->edit();
    QCOMPARE(stored, QStringLiteral("新的名字"));
    QVERIFY(!ui::keptEdit(data, scope));
}

void TestFollowUps::timesOfStart()
{
    const QDateTime now(QDate(2026, 11, 22), QTime(21, 30));
    const auto at = [&now](const char* text) {
        return ui::startOf(QString::fromUtf8(text), now)
            .value_or(QDateTime())
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    };
    QCOMPARE(at("22:00"), QStringLiteral("2026-11-22 22:00"));
    QCOMPARE(at("6：05"), QStringLiteral("2026-11-23 06:05"));
    QCOMPARE(at("21:30"), QStringLiteral("2026-11-23 21:30"));
    QCOMPARE(at("11-23 06:30"), QStringLiteral("2026-11-23 06:30"));
    QCOMPARE(at("1/5 6:30"), QStringLiteral("2027-01-05 06:30"));
    QCOMPARE(at("2026-12-01 00:00"), QStringLiteral("2026-12-01 00:00"));
    for (const char* none :
         {"", "25:00", "tonight", "2026-11-22 21:00", "2026-02-30 10:00", "11-22 19:00", "11-01 06:30"})
        QVERIFY2(at(none).isEmpty(), none);
}

/// Two sheets are put off; one goes back to a draft, the other begins by itself.
void TestFollowUps::jobsAtASetTime()
{
    Walk walk({});
    walk.open();
    BulkPage* bulk = walk.window().bulk();
    JobRunner& runner = walk.desk().runner();
    const auto putOff = [&](const QString& time) {
        ui::dialogs().input = [time](QWidget*, const QString&, const QString&, const QString&,
                                     bool* accepted) {
            *accepted = true;
            return time;
        };
        ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
            return static_cast<int>(question.answers.size()) - 1;
        };
        ui::dialogs().confirm = [](QWidget*, const ui::Confirmation&) {
            ui::ConfirmationAnswer answer;
            answer.isAgreed = true;
            return answer;
        };
        walk.openSample();
        walk.check();
        walk.review(false);
        auto* later = bulk->reviewStep()->findChild<QPushButton*>(QStringLiteral("review.later"));
        QVERIFY(later->isEnabled() && !later->accessibleName().isEmpty());
        later->click();
        QTRY_COMPARE(bulk->step(), BulkPage::Step::Start);
    };
    putOff(QTime::currentTime().addSecs(3600LL * 5).toString(QStringLiteral("H:mm")));
    if (QTest::currentTestFailed())
        return;
    walk.window().goTo(ui::MainWindow::Place::Jobs);
    ui::JobsPage* jobs = walk.window().jobs();
    QTRY_COMPARE(jobs->queuedCount(), 1);
    auto* withdraw = jobs->findChild<QPushButton*>(QStringLiteral("jobResult.withdraw"));
    QTRY_VERIFY(withdraw->isVisible());
    QString asked;
    ui::dialogs().ask = [&asked](QWidget*, const ui::Question& question) {
        asked = question.title;
        return question.escape;
    };
    QVERIFY(!walk.window().close()); // asked, and stays
    QVERIFY(!asked.isEmpty());
    withdraw->click();
    QTRY_COMPARE(jobs->queuedCount(), 0);
    QTRY_VERIFY(!withdraw->isVisible());
    // What is due begins by itself.
    walk.openSample();
    walk.check();
    walk.review(false);
    const SharedOutcome draft = bulk->reviewStep()->draft();
    QSignalSpy finished(&runner, &JobRunner::finished);
    runner.schedule(draft, bulk->reviewStep()->states(), {}, Consent::to({}, {}),
                    QDateTime::currentDateTimeUtc().addSecs(1));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    const auto outcome = finished.front().front().value<SharedOutcome>();
    QCOMPARE(outcome->job.id, draft->job.id);
    QVERIFY(outcome->job.counts.verified > 2900);
    QTRY_COMPARE(bulk->step(), BulkPage::Step::Result);
}

void TestFollowUps::campaignSheets()
{
    Walk walk({});
    walk.open();
    BulkPage* bulk = walk.window().bulk();
    walk.openSheet(QStringLiteral(":/samples/campaigns.csv"));
    QCOMPARE(bulk->matchStep()->options().kind, ChangeKind::Campaigns); // by its headings
    QComboBox* operations = boxOf(bulk->matchStep(), "match.operation");
    const auto* items = operations->model();
    for (int i = 0; i < operations->count(); ++i) // what no campaign knows cannot be chosen
        QCOMPARE((items->flags(items->index(i, 0)) & Qt::ItemIsEnabled) != 0,
                 canChoose(ChangeKind::Campaigns, static_cast<OperationChoice>(i)));
    walk.campaignSheets();
    QCOMPARE(walk.failure(), QString());
    QCOMPARE(bulk->reviewStep()->draft()->batch.kind, ChangeKind::Registrations);
    QVERIFY(bulk->reviewStep()->summary().rows > 100);
    const auto rows = bulk->reviewStep()->table()->rows();
    QVERIFY(!rows->target(0).isEmpty() && !rows->product(0).isEmpty() && !rows->code(0).isEmpty());
    QVERIFY(!rows->change(0).after.isEmpty());
    // The jobs of campaigns are shown like any other.
    walk.window().goTo(ui::MainWindow::Place::Jobs);
    QTRY_VERIFY(walk.window().jobs()->model()->rowCount() >= 2);
}

void TestFollowUps::templateIsWritten()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    const QString path = folder.filePath(QStringLiteral("t.xlsx"));
    ui::dialogs().saveFile = [&](QWidget*, const QString&, const QString&) { return path; };
    auto* start = walk.window().findChild<QPushButton*>(QStringLiteral("start.template"));
    QVERIFY(start != nullptr && start->menu() != nullptr);
    QCOMPARE(start->menu()->actions().size(), 6);
    start->menu()->actions().at(0)->trigger();
    QTRY_VERIFY(QFile::exists(path));
    // It comes back as a sheet without rows.
    walk.openSheet(path);
    const auto inspection = walk.window().bulk()->matchStep()->inspection();
    QVERIFY(inspection->checked != nullptr);
    QCOMPARE(inspection->rows, std::size_t(0));
    QVERIFY(!walk.window().bulk()->matchStep()->goOnButton()->isEnabled());
}

void TestFollowUps::everyOperation()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    QFile file(folder.filePath(QStringLiteral("s.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write("dept_code,product_code,is_must_sale,is_new\nBM01,SP10009,1,0\n") > 0);
    file.close();
    walk.openSheet(file.fileName());
    ui::MatchStep* step = walk.window().bulk()->matchStep();
    QComboBox* operation = boxOf(step, "match.operation");
    QCOMPARE(operation->count(), static_cast<int>(OperationChoice::Count));
    for (int at = 0; at < operation->count(); ++at) {
        choose(operation, at);
        QTRY_VERIFY(!step->isInspecting());
        QCOMPARE(static_cast<int>(step->options().operation), at);
        QVERIFY(!operation->itemData(at, Qt::ToolTipRole).toString().isEmpty());
    }
    // Exactly these: what the range holds besides is told as removals, apart.
    choose(operation, static_cast<int>(OperationChoice::Exact));
    QTRY_VERIFY(!step->isInspecting() && step->inspection()->checked);
    walk.check();
    walk.review(false);
    const auto& batch = walk.window().bulk()->reviewStep()->draft()->batch;
    QVERIFY(batch.rows.size() > 1);
    QCOMPARE(batch.rows.back().type, ChangeType::Delete);
    QCOMPARE(walk.failure(), QString());
}

/// Faulty cells are corrected where they are shown, all that say the same at once, and taken back.
void TestFollowUps::repairInPlace()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    QFile file(folder.filePath(QStringLiteral("s.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write(
                "dept_code,product_code,is_must_sale,is_new\nBM01,SP10009,perhaps,0\nBM01,SP10010,perhaps,0\n"
                "BM01,1.05E+12,1,0\nBM01,SP10011,1,0\n") > 0);
    file.close();
    walk.openSheet(file.fileName());
    BulkPage* bulk = walk.window().bulk();
    walk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bulk->step(), BulkPage::Step::Check);
    ui::BatchTable* table = bulk->checkStep()->table();
    QTRY_VERIFY(table->rows() && table->rows()->count(RefusedFacet) == 3);
    QTRY_VERIFY(!table->model()->isWorking() && table->model()->rowCount() > 0);
    walk.key(Qt::Key_F8);
    QTRY_VERIFY(table->table()->currentIndex().isValid());
    walk.key(Qt::Key_F2);
    QLineEdit* field = bulk->checkStep()->repair()->field();
    QTRY_VERIFY(field->hasFocus());
    QCOMPARE(field->text(), QStringLiteral("perhaps"));
    walk.type(QStringLiteral("yes"));
    auto* all = bulk->checkStep()->findChild<QPushButton*>(QStringLiteral("repair.all"));
    QVERIFY(all->isVisible() && all->text().contains(QLatin1Char('2')));
    QCOMPARE(field->text(), QStringLiteral("yes"));
    // The rows arriving again take nothing of it away, neither the focus nor what is selected.
    QSignalSpy arrived(table, &ui::BatchTable::settled);
    field->setSelection(1, 2);
    bulk->checkStep()->setInspection(bulk->matchStep()->inspection());
    QVERIFY(field->hasFocus());
    walk.type(QStringLiteral("e"));
    QTRY_COMPARE(arrived.size(), 1);
    QVERIFY(field->hasFocus());
    walk.type(QStringLiteral("s"));
    QCOMPARE(field->text(), QStringLiteral("yes"));
    // Confirmed while the rows are on their way, it is made when they are there.
    bulk->checkStep()->setInspection(bulk->matchStep()->inspection());
    all->click();
    QCOMPARE(bulk->matchStep()->correctedCells(), 0);
    QTRY_COMPARE(bulk->matchStep()->correctedCells(), 2);
    QCOMPARE(bulk->matchStep()->correctedCells(), 2);
    QTRY_VERIFY(!bulk->matchStep()->isInspecting());
    QVERIFY(bulk->matchStep()->inspection()->checked);
    QTRY_COMPARE(table->rows()->count(RefusedFacet), 1);
    QCOMPARE(bulk->matchStep()->correctedCells(), 2);
    // The next one by keys alone.
    QTRY_VERIFY(table->table()->hasFocus() && !table->model()->isWorking());
    walk.key(Qt::Key_F8);
    walk.key(Qt::Key_F2);
    QTRY_COMPARE(field->text(), QStringLiteral("1.05E+12"));
    walk.type(QStringLiteral("SP10012"));
    walk.key(Qt::Key_Return);
    QTRY_COMPARE(table->rows()->count(RefusedFacet), 0);
    QTRY_VERIFY(table->table()->hasFocus());
    walk.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(table->rows()->count(RefusedFacet), 1);
    // What was corrected is what is compared and kept; the file is as it was.
    walk.review(false);
    QCOMPARE(walk.failure(), QString());
    const auto& batch = bulk->reviewStep()->draft()->batch;
    QVERIFY(batch.sheet.text.find("perhaps") == std::string::npos);
    QCOMPARE(batch.rows[1].line, 3U);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("perhaps"));
}

void TestFollowUps::findAndReplace()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    QFile file(folder.filePath(QStringLiteral("s.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write("dept_code,product_code,is_must_sale,is_new\nBM01,XX10009,perhaps,0\n"
                       "BM01,XX10010,perhaps,0\nBM01,SP10011,1,0\n") > 0);
    file.close();
    walk.openSheet(file.fileName());
    BulkPage* bulk = walk.window().bulk();
    walk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bulk->step(), BulkPage::Step::Check);
    ui::BatchTable* table = bulk->checkStep()->table();
    QTRY_VERIFY(table->rows() && table->rows()->count(RefusedFacet) == 2);
    QTRY_VERIFY(!table->model()->isWorking() && table->model()->rowCount() > 0);
    walk.key(Qt::Key_F8); // its column is the one that is offered
    QTRY_VERIFY(table->table()->currentIndex().isValid());
    bool wasSeen = false;
    QString offered;
    QString promised;
    const DialogWatch watch(&walk.window(), DialogWatch::named("replace"), [&](QDialog& dialog) {
        auto* column = dialog.findChild<QComboBox*>(QStringLiteral("replace.column"));
        auto* accept = dialog.findChild<QPushButton*>(QStringLiteral("replace.accept"));
        offered = column->currentText();
        wasSeen = !accept->isEnabled();
        column->setCurrentIndex(0);
        dialog.findChild<QLineEdit*>(QStringLiteral("replace.find"))->setText(QStringLiteral("XX"));
        dialog.findChild<QLineEdit*>(QStringLiteral("replace.with"))->setText(QStringLiteral("SP"));
        (void)QTest::qWaitFor([accept] { return accept->isEnabled(); }, tests::patience);
        promised = accept->text();
        accept->click();
    });
    bulk->checkStep()->findChild<QPushButton*>(QStringLiteral("check.replace"))->click();
    QVERIFY(wasSeen);
    QCOMPARE(offered, QStringLiteral("is_must_sale"));
    QVERIFY2(promised.contains(QLatin1Char('2')), qPrintable(promised));
    QTRY_VERIFY(!bulk->matchStep()->isInspecting());
    QCOMPARE(bulk->matchStep()->correctedCells(), 2);
    const auto& text = bulk->matchStep()->inspection()->checked->batch.sheet.text;
    QVERIFY(text.find("SP10009") != std::string::npos && text.find("XX") == std::string::npos);
    // Taken back in one step.
    walk.window().activateWindow(); // what a window manager does when a dialog goes
    QTRY_VERIFY(walk.window().isActiveWindow() && table->rows() && !table->model()->isWorking() &&
                table->model()->rowCount() == 3);
    table->table()->setFocus();
    walk.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bulk->matchStep()->correctedCells(), 0);
}

/// Compared again with a row that was taken, another one may turn out to be refused: undo leaves it so.
void TestFollowUps::undoExcludesNothingRefused()
{
    const auto draft = [](RowState first) {
        auto outcome = std::make_shared<JobOutcome>();
        Row held;
        held.state = RowState::Held;
        held.base.known = true;
        held.note = RowNote::ChangedMeanwhile;
        Row row;
        row.state = first;
        outcome->batch.rows = {row, held};
        outcome->previewed = {first, held.state};
        return outcome;
    };
    ui::RowDecisions decisions;
    using Change = ui::RowDecisions::Change;
    decisions.setDraft(draft(RowState::NotSent));
    QCOMPARE(decisions.toggle({0}), Change::States);
    QCOMPARE(decisions.states().front(), RowState::Excluded);
    QCOMPARE(decisions.take({1}), Change::Accepted);
    decisions.setDraft(draft(RowState::Refused));
    QCOMPARE(decisions.undo(), Change::Accepted);
    decisions.setDraft(draft(RowState::Refused));
    QCOMPARE(decisions.undo(), Change::States);
    QCOMPARE(decisions.states().front(), RowState::Refused);
    QCOMPARE(decisions.undo(), Change::None);
}

void TestFollowUps::requestsBeforePosting()
{
    Walk walk({});
    walk.open();
    walk.openSample();
    walk.check();
    walk.review(false);
    ui::ReviewStep* review = walk.window().bulk()->reviewStep();
    int requests = 0;
    QString body;
    const DialogWatch watch(&walk.window(), DialogWatch::ofType<ui::PlanDialog>(), [&](QDialog& opened) {
        auto* dialog = static_cast<ui::PlanDialog*>(&opened);
        (void)QTest::qWaitFor([dialog] { return dialog->model()->rowCount() > 0; }, tests::patience);
        requests = dialog->model()->rowCount();
        body = dialog->findChild<QPlainTextEdit*>(QStringLiteral("plan.body"))->toPlainText();
        dialog->accept();
    });
    review->findChild<QPushButton*>(QStringLiteral("review.plan"))->click();
    QCOMPARE(requests, static_cast<int>(review->summary().requests));
    QVERIFY(body.contains(QStringLiteral("/api/product/v1/modifySaleRangePds")));
    QVERIFY(body.contains(QStringLiteral("sale_products")));
}

void TestFollowUps::columnTemplates()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    const auto write = [&](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    };
    walk.openSheet(write("a.csv", "部门,货号,必须\nBM01,SP10009,必\nBM01,SP10010,不\n"));
    ui::MatchStep* step = walk.window().bulk()->matchStep();
    auto* columns = step->findChild<ui::TableView*>(QStringLiteral("match.columns"));
    const std::pair<int, const char*> meanings[] = {
        {0, "dept_code"}, {1, "product_code"}, {2, "is_must_sale"}};
    for (const auto& [column, role] : meanings) {
        columns->goToRow(column);
        QComboBox* box = boxOf(step, "match.role");
        choose(box, box->findData(QLatin1String(role)));
        QTRY_VERIFY(!step->isInspecting());
    }
    QTRY_VERIFY(step->inspection()->checked);
    // Words of their own for yes and no, in a dialog.
    const auto inDialog = [](const char* name, const std::function<void(QDialog*)>& act) {
        new DialogWatch(qApp, DialogWatch::named(name), [act](QDialog& dialog) {
            act(&dialog);
            dialog.accept();
        });
    };
    inDialog("valueMap", [](QDialog* dialog) {
        auto* table = dialog->findChild<QTableWidget*>();
        for (int row = 0; row < table->rowCount(); ++row) {
            const QString from = table->item(row, 0)->text();
            if (!from.isEmpty())
                table->item(row, 1)->setText(from == QStringLiteral("必") ? QStringLiteral("是")
                                                                          : QStringLiteral("否"));
        }
    });
    step->findChild<QPushButton*>(QStringLiteral("match.values"))->click();
    QTRY_VERIFY(!step->isInspecting());
    inDialog("constant", [](QDialog* dialog) {
        auto* role = dialog->findChild<QComboBox*>();
        role->setCurrentIndex(role->findData(QStringLiteral("is_new")));
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("否"));
    });
    step->findChild<QPushButton*>(QStringLiteral("match.addColumn"))->click();
    QTRY_VERIFY(!step->isInspecting() && step->inspection()->columns.size() == 4);
    const auto& rows = step->inspection()->checked->batch.rows;
    QCOMPARE(rows[0].mustSell, Flag::Yes);
    QCOMPARE(rows[1].mustSell, Flag::No);
    QCOMPARE(rows[1].isNew, Flag::No);
    QCOMPARE(step->inspection()->firstRows[0].cells,
             (QStringList{QStringLiteral("BM01"), QStringLiteral("SP10009"), QStringLiteral("是"),
                          QStringLiteral("否")}));
    // Under a name, and chosen by itself for the next sheet of this form.
    ui::dialogs().input = [](QWidget*, const QString&, const QString&, const QString&, bool* accepted) {
        *accepted = true;
        return QStringLiteral("仓库/导出: 九月?");
    };
    auto* box = step->findChild<QPushButton*>(QStringLiteral("match.template"));
    const auto trigger = [&](int fromEnd) {
        Q_EMIT box->menu()->aboutToShow();
        const auto actions = box->menu()->actions();
        actions.at(actions.size() - fromEnd)->trigger();
    };
    trigger(2); // save as
    QVERIFY(box->text().startsWith(QStringLiteral("仓库/导出: 九月?")));
    walk.openSheet(write("other.csv", "dept_code,product_code\nBM01,SP10009\n"));
    QVERIFY(box->text().startsWith(QStringLiteral("none")));
    walk.openSheet(write("b.csv", "部门,货号,必须,备注\nBM02,SP10009,不,\n"));
    QTRY_VERIFY(step->inspection() && step->inspection()->checked);
    QVERIFY(box->text().startsWith(QStringLiteral("仓库/导出: 九月?")));
    QCOMPARE(step->inspection()->checked->batch.rows[0].mustSell, Flag::No);
    QCOMPARE(step->inspection()->checked->batch.rows[0].isNew, Flag::No);
    // Given away, removed, taken in again.
    const QString shared = folder.filePath(QStringLiteral("t.json"));
    ui::dialogs().saveFile = [&](QWidget*, const QString&, const QString&) { return shared; };
    ui::dialogs().openFile = [&](QWidget*, const QString&) { return shared; };
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
    trigger(2); // give away
    QVERIFY(QFile::exists(shared));
    trigger(1); // remove
    QVERIFY(box->text().startsWith(QStringLiteral("none")));
    Q_EMIT box->menu()->aboutToShow();
    QCOMPARE(box->menu()->actions().size(), 4); // none, a line, save as, take in
    trigger(1);
    QVERIFY(box->text().startsWith(QStringLiteral("仓库/导出: 九月?")));
    QCOMPARE(walk.failure(), QString());
}

void TestFollowUps::madeAndDraggedColumns()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("部门,新品,货号\nBM01-华东,SP10009,是\nBM02-华北,SP10010,否\n");
    file.close();
    Walk walk({});
    walk.open();
    walk.openSheet(file.fileName());
    ui::MatchStep* step = walk.window().bulk()->matchStep();
    auto* columns = step->findChild<ui::TableView*>(QStringLiteral("match.columns"));
    columns->goToRow(0);
    // The code is a part of what stands there; the separator is guessed.
    QString result;
    new DialogWatch(qApp, DialogWatch::named("madeColumn"), [&result](QDialog& dialog) {
        auto* role = dialog.findChild<QComboBox*>(QStringLiteral("madeColumn.role"));
        role->setCurrentIndex(role->findData(QStringLiteral("dept_code")));
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            if (label->text().contains(QStringLiteral("→")))
                result = label->text();
        }
        dialog.accept();
    });
    step->findChild<QPushButton*>(QStringLiteral("match.makeColumn"))->click();
    QTRY_VERIFY(!step->isInspecting() && step->inspection()->columns.size() == 4);
    QVERIFY2(result.startsWith(QStringLiteral("BM01-华东 → BM01\n")), qPrintable(result));
    QCOMPARE(step->inspection()->firstRows[1].cells.back(), QStringLiteral("BM02"));
    // A heading over the wrong column: its meaning is dragged, and so is one that no column had.
    auto* model = columns->model();
    auto* free = step->findChild<QListView*>(QStringLiteral("match.freeRoles"));
    const auto drop = [&](QMimeData* mime, int row) {
        const std::unique_ptr<QMimeData> dragged(mime);
        (void)model->dropMimeData(dragged.get(), Qt::CopyAction, -1, -1, model->index(row, 0));
        QTRY_VERIFY(!step->isInspecting());
    };
    drop(model->mimeData({model->index(1, 0)}), 2);
    QCOMPARE(step->inspection()->columns[2].role->field, ColumnRole::Field::IsNew);
    QVERIFY(!step->inspection()->columns[1].role);
    int product = 0;
    while (free->model()->index(product, 0).data().toString() !=
           roleWord({ColumnRole::Field::Product, {}, SelectBy::Code}))
        QVERIFY(++product < free->model()->rowCount());
    drop(free->model()->mimeData({free->model()->index(product, 0)}), 1);
    columns->goToRow(0);
    step->findChild<QPushButton*>(QStringLiteral("match.ignore"))->click();
    QTRY_VERIFY(!step->isInspecting() && step->inspection()->checked);
    const auto& rows = step->inspection()->checked->batch.rows;
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].isNew, Flag::Yes);
    QCOMPARE(rows[1].isNew, Flag::No);
    // A made column goes as it came.
    columns->goToRow(3);
    step->findChild<QPushButton*>(QStringLiteral("match.ignore"))->click();
    QTRY_VERIFY(!step->isInspecting() && step->inspection()->columns.size() == 3);
    QCOMPARE(walk.failure(), QString());
}

QTEST_MAIN(TestFollowUps)
#include "tst_follow_ups.moc"
