// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of campaigns and registrations are never lost: not where their comparison fails or has to wait, not
// where the program closes; departments and texts that the query does not tell whole.
#include "campaign_room.h"
#include "campaigns/edit_keeper.h"
#include "campaigns/registration_dialog.h"
#include "core/language.h"
#include "pickers/picker_dialog.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QRadioButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>

using namespace rangedesk;
using tests::child;
using ui::BulkPage;
using ui::CampaignEditor;
using ui::CampaignForm;
using ui::CampaignPage;
using Room = tests::CampaignRoom;

namespace {

using tests::patience;

CampaignWish newCampaign()
{
    CampaignWish wish;
    wish[CampaignField::Name] = "冬季陈列";
    wish[CampaignField::Code] = "NEW-C";
    wish[CampaignField::TypeCode] = "CL";
    wish[CampaignField::Status] = "1";
    wish[CampaignField::StartDate] = "2026-12-01";
    wish[CampaignField::EndDate] = "2027-01-31";
    wish[CampaignField::RegisterUrl] = "https://a.example/new";
    wish[CampaignField::Information] = "每店两个堆头";
    return wish;
}

CampaignBase soundBase()
{
    CampaignBase base;
    const CampaignWish wish = newCampaign();
    base.edit.sourceCode = "A";
    for (const CampaignField field : campaignFields)
        valueOf(base.edit, field) = *wish[field];
    return base;
}

std::vector<JobRecord> jobsOf(Room& room)
{
    auto jobs = Desk::jobs(*room.desk->data(), room.desk->scope(), 0);
    return jobs ? *jobs : std::vector<JobRecord>();
}

/// Opens the form or the dialog of a kind, fills it and goes on.
bool make(Room& room, CampaignPage* page, const QString& kind)
{
    const auto fill = [&kind](CampaignEditor& editor) {
        if (kind == QLatin1String("new"))
            editor.form()->setWish("NEW-1", newCampaign());
        else
            child<QLineEdit>(editor, "campaign.end_date")->setText(QStringLiteral("2099-12-31"));
        editor.goOnButton()->click();
    };
    if (kind == QLatin1String("new"))
        return room.inDialog<CampaignEditor>([&] { room.key(Qt::Key_N, Qt::ControlModifier); }, fill);
    if (kind == QLatin1String("many")) {
        room.choose(page);
        const QModelIndex first = Room::tableOf(page)->currentIndex();
        Room::tableOf(page)->selectAll();
        const bool isThere = first.isValid();
        return isThere && room.inDialog<CampaignEditor>([&] { page->edit(); }, fill);
    }
    room.choose(page);
    return room.inDialog<ui::RegistrationDialog>(
        [&] { room.key(Qt::Key_R, Qt::ControlModifier); },
        [](ui::RegistrationDialog& dialog) {
            dialog.addCustomers({{SelectBy::Code, "C-1", {}, {}}});
            child<QPlainTextEdit>(dialog, "registration.information")->setPlainText(QStringLiteral("x"));
            dialog.goOnButton()->click();
        });
}

} // namespace

class TestCampaignEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void failedComparison_data();
    void failedComparison();
    void cancelledComparison_data() { failedComparison_data(); }
    void cancelledComparison();
    void whileAnotherIsCompared();
    void beforeTheDeskIsOpen();
    void rangeEditsAreNotDoubled();
    void closingForgetsNothing();
    void newestEditIsKept();
    void editThatCannotBeKept();
    void registrationsThatCannotBeRecorded();
    void keptEditComesFirst();
    void keptEditOfAnotherList();
    void restoredCopyMayBeCut();
    void keptEditsGoOn_data();
    void keptEditsGoOn();
    void heldRowsAreTaken();
    void untoldDepartments();
    void departmentsThatCannotBeNamed();
    void departmentsAreAddedById();
    void manyWithTextsThatMayBeCut();
    void registrationWithACodeThatMayBeCut();
    void pastedIntoTheList();
    void longTextsHaveRoom();
    void namesThatNothingHas();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

void TestCampaignEdits::failedComparison_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"new", "many", "registrations"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

/// The network fails while it is compared: it waits as a draft, and is compared and posted once.
void TestCampaignEdits::failedComparison()
{
    QFETCH(const QString, kind);
    Room room;
    CampaignPage* page = room.read();
    BulkPage* bulk = room.window->bulk();
    QVERIFY(room.server.set("fault=refuse:queryCampaign:1:0:今天不行"));
    QVERIFY(make(room, page, kind));
    auto* note = child<ui::Note>(*bulk, "bulk.waiting");
    QTRY_VERIFY_WITH_TIMEOUT(!room.desk->drafts().isBusy() && note->isVisible(), patience);
    QVERIFY(note->text().contains(QStringLiteral("今天不行")));
    QCOMPARE(room.window->place(), ui::MainWindow::Place::Bulk);
    const auto jobs = jobsOf(room);
    QCOMPARE(jobs.size(), std::size_t(1));
    QCOMPARE(jobs.front().state, JobState::Draft);
    QVERIFY(!ui::keptEdit(*room.desk->data(), room.desk->scope())); // the draft holds it
    // Again in vain.
    QVERIFY(room.server.set("fault=refuse:queryCampaign:1:0:还是不行"));
    child<QPushButton>(*bulk, "bulk.compareAgain")->click();
    QTRY_VERIFY_WITH_TIMEOUT(
        !room.desk->drafts().isBusy() && note->text().contains(QStringLiteral("还是不行")), patience);
    // It waits in the list of jobs, also after a new start.
    room.open();
    bulk = room.window->bulk();
    room.window->goTo(ui::MainWindow::Place::Jobs);
    auto* review = child<QPushButton>(*room.window->jobs(), "jobResult.openDraft");
    QTRY_VERIFY_WITH_TIMEOUT(review->isVisible(), patience);
    review->click();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->step(), BulkPage::Step::Review, patience);
    QVERIFY(!child<ui::Note>(*bulk, "bulk.waiting")->isVisible());
    QCOMPARE(jobsOf(room).size(), std::size_t(1));
    if (kind == QLatin1String("registrations"))
        return; // there is no such customer to report
    QVERIFY(room.post());
    QVERIFY(room.counts().verified > 0);
    QCOMPARE(jobsOf(room).size(), std::size_t(1));
    QVERIFY(jobsOf(room).front().state != JobState::Draft);
}

void TestCampaignEdits::cancelledComparison()
{
    QFETCH(const QString, kind);
    Room room;
    CampaignPage* page = room.read();
    BulkPage* bulk = room.window->bulk();
    QVERIFY(room.server.set("latency=8000"));
    QVERIFY(make(room, page, kind));
    QTRY_VERIFY_WITH_TIMEOUT(room.desk->drafts().isBusy(), patience);
    room.desk->drafts().stop();
    auto* note = child<ui::Note>(*bulk, "bulk.waiting");
    QTRY_VERIFY_WITH_TIMEOUT(!room.desk->drafts().isBusy() && note->isVisible(), patience);
    QVERIFY(room.server.set("latency=0"));
    QCOMPARE(jobsOf(room).size(), std::size_t(1));
    QCOMPARE(jobsOf(room).front().state, JobState::Draft);
    child<QPushButton>(*bulk, "bulk.compareAgain")->click();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->step(), BulkPage::Step::Review, patience);
    QVERIFY(!note->isVisible());
}

/// One comparison at a time: the other edit is kept as a draft, and the window stays where it is.
void TestCampaignEdits::whileAnotherIsCompared()
{
    Room room;
    CampaignPage* page = room.read();
    BulkPage* bulk = room.window->bulk();
    QVERIFY(room.server.set("latency=12000"));
    QVERIFY(make(room, page, QStringLiteral("many")));
    QTRY_VERIFY_WITH_TIMEOUT(room.desk->drafts().isBusy(), patience);
    page = room.page();
    QVERIFY(make(room, page, QStringLiteral("new")));
    QTRY_VERIFY_WITH_TIMEOUT(room.window->toast()->accessibleName().contains(QStringLiteral("kept as draft")),
                             patience);
    QCOMPARE(jobsOf(room).size(), std::size_t(2));
    QVERIFY(room.server.set("latency=0"));
    QTRY_COMPARE_WITH_TIMEOUT(bulk->step(), BulkPage::Step::Review, patience);
    const qint64 first = bulk->reviewStep()->draft()->job.id;
    auto* note = child<ui::Note>(*bulk, "bulk.waiting");
    QVERIFY(note->isVisible());
    child<QPushButton>(*bulk, "bulk.compareAgain")->click();
    QTRY_VERIFY_WITH_TIMEOUT(bulk->reviewStep()->draft() && bulk->reviewStep()->draft()->job.id != first,
                             patience);
    QVERIFY(!note->isVisible());
    QCOMPARE(bulk->reviewStep()->draft()->batch.rows.front().comparison, Comparison::New);
}

void TestCampaignEdits::beforeTheDeskIsOpen()
{
    Room room;
    FollowUp set;
    {
        CampaignEditor editor(*room.desk, CampaignEditor::Mode::New, {}, {}, room.window.get());
        editor.form()->setWish("NEW-1", newCampaign());
        set = *editor.changes();
        set.file.keptIn.clear();
        ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
        editor.reject();
    }
    room.window.reset();
    room.desk.reset();
    SessionWish wish;
    wish.dataDir = room.folder.filePath(QStringLiteral("other"));
    wish.settingsFolder = room.folder.path();
    wish.connection.baseUrl = QUrl(QStringLiteral("http://localhost:%1").arg(room.server.port()));
    wish.connection.openid = demo::DemoServer::openid();
    Desk desk(std::move(wish), AppKey(demo::DemoServer::key()));
    BulkPage bulk(desk, nullptr);
    QStringList told;
    connect(&bulk, &ui::Page::told, this, [&](Mark, const QString& text) { told << text; });
    QVERIFY(!bulk.reviewChanges(set));
    QVERIFY(child<ui::Note>(bulk, "bulk.waiting")->isVisibleTo(&bulk));
    QVERIFY(told.join(QLatin1Char(' ')).contains(QStringLiteral("no connection")));
    CampaignPage campaigns(desk, nullptr);
    told.clear();
    connect(&campaigns, &ui::Page::told, this, [&](Mark, const QString& text) { told << text; });
    campaigns.create(); // what is typed there could not be kept
    QCOMPARE(told.size(), 1);
    desk.open();
    QTRY_COMPARE_WITH_TIMEOUT(bulk.step(), BulkPage::Step::Review, patience);
    QCOMPARE(bulk.reviewStep()->draft()->batch.rows.size(), std::size_t(1));
    QVERIFY(!child<ui::Note>(bulk, "bulk.waiting")->isVisibleTo(&bulk));
}

/// Edits of ranges wait where they were made: a draft of them besides could be posted twice.
void TestCampaignEdits::rangeEditsAreNotDoubled()
{
    Room room;
    const TypedCell target{Dimension::Department, SelectBy::Code, -1, "BM01"};
    const TypedCell product{Dimension::Department, SelectBy::Code, -1, "SP10001"};
    ChangeRow row;
    row.line = 2;
    row.target = std::span(&target, 1);
    row.product = std::span(&product, 1);
    row.mustSell = row.isNew = Flag::Yes;
    const auto set = setOfChanges(ChangeKind::RangeProducts, {row}, QStringLiteral("edits of ranges"));
    QVERIFY(set && !set->file.isTyped);
    QVERIFY(room.server.set("fault=refuse:getSaleRangePds:1"));
    QVERIFY(room.window->bulk()->reviewChanges(*set));
    QTRY_VERIFY_WITH_TIMEOUT(!room.desk->drafts().isBusy(), patience);
    QVERIFY(jobsOf(room).empty());
    QVERIFY(!child<ui::Note>(*room.window->bulk(), "bulk.waiting")->isVisible());
}

/// An edit is forgotten when it is given up, or when its draft is recorded; not when its dialog goes.
void TestCampaignEdits::closingForgetsNothing()
{
    Room room;
    room.read();
    const auto kept = [&room] { return ui::keptEdit(*room.desk->data(), room.desk->scope()); };
    {
        CampaignEditor editor(*room.desk, CampaignEditor::Mode::New, {}, {}, room.window.get());
        editor.show();
        editor.form()->setWish("NEW-1", newCampaign());
        QVERIFY(!kept()); // it is on its way
    }
    QVERIFY(kept());
    QCOMPARE(kept()->wish, newCampaign());
    CampaignEditor editor(*room.desk, CampaignEditor::Mode::New, {}, {}, room.window.get());
    editor.show();
    editor.restore(*kept());
    editor.goOnButton()->click();
    QCOMPARE(editor.result(), static_cast<int>(QDialog::Accepted));
    const FollowUp set = *editor.changes();
    QVERIFY(kept());
    QVERIFY(room.server.set("fault=refuse:queryCampaign:1"));
    room.window->bulk()->reviewChanges(set);
    QTRY_VERIFY_WITH_TIMEOUT(!kept(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(jobsOf(room).size(), std::size_t(1), patience);
    // What was begun meanwhile is another edit: it stays.
    ui::KeptEdit another{CampaignEditor::Mode::New, {"NEW-2"}, {}, {}};
    another.wish[CampaignField::Name] = "另一个";
    QVERIFY(ui::keepEdit(*room.desk->data(), room.desk->scope(), another));
    QTRY_VERIFY_WITH_TIMEOUT(!room.desk->drafts().isBusy(), patience);
    room.window->bulk()->reviewChanges(set);
    QTRY_COMPARE_WITH_TIMEOUT(jobsOf(room).size(), std::size_t(2), patience);
    QCOMPARE(kept()->campaigns, another.campaigns);
}

/// One state after the other, of those that wait only the newest, and none after the form has gone.
void TestCampaignEdits::newestEditIsKept()
{
    std::mutex mutex;
    std::vector<std::string> written;
    QSemaphore begun;
    QSemaphore gate;
    std::atomic<bool> fails{false};
    const auto edit = [](const char* campaign) {
        return ui::KeptEdit{CampaignEditor::Mode::New, {campaign}, {}, {}};
    };
    const auto writer = [&](const std::optional<ui::KeptEdit>& one) -> Result<void> {
        begun.release();
        gate.acquire();
        if (fails)
            return fail(ErrorKind::Storage, QStringLiteral("full"));
        const std::scoped_lock lock(mutex);
        written.push_back(one ? one->campaigns.front() : "forgotten");
        return {};
    };
    {
        ui::EditKeeper keeper(writer, nullptr);
        keeper.keep(edit("A"));
        begun.acquire(); // it is being written
        keeper.keep(edit("B"));
        keeper.keep(edit("C"));
        gate.release(2);
        QVERIFY(!keeper.flush());
        QCOMPARE(written, (std::vector<std::string>{"A", "C"}));
        // What was given up is not written again by what was under way.
        keeper.keep(edit("D"));
        keeper.forget();
        gate.release(2);
        QVERIFY(!keeper.flush());
        QCOMPARE(written.back(), std::string("forgotten"));
        // What could not be written is told, and tried again.
        fails = true;
        QSignalSpy told(&keeper, &ui::EditKeeper::written);
        keeper.keep(edit("E"));
        gate.release(100);
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && told.back().front().value<std::optional<Error>>(),
                                 patience);
        QCOMPARE(keeper.flush()->text(), QStringLiteral("full"));
        fails = false;
        QVERIFY(!keeper.flush());
        QCOMPARE(written.back(), std::string("E"));
        keeper.keep(edit("F"));
    }
    QCOMPARE(written.back(), std::string("F")); // as it went
}

/// A folder that takes no file: told in the form and, as it closes, on the page.
void TestCampaignEdits::editThatCannotBeKept()
{
    Room room;
    CampaignPage* page = room.read();
    const QString path = ui::editPath(*room.desk->data(), room.desk->scope());
    QVERIFY(QDir().mkpath(path)); // where the file is to be
    QSignalSpy told(page, &CampaignPage::told);
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
    QVERIFY(room.inDialog<CampaignEditor>(
        [&] { QTimer::singleShot(0, page, &CampaignPage::create); },
        [&](CampaignEditor& editor) {
            auto* note = child<ui::Note>(editor, "campaignEditor.unkept");
            QVERIFY(!note->isVisible());
            editor.form()->setWish("NEW-1", newCampaign());
            QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), patience);
            QVERIFY(QDir().rmdir(path));
            editor.form()->setValue(CampaignField::Name, "另一个");
            QTRY_VERIFY_WITH_TIMEOUT(!note->isVisible(), patience);
            QCOMPARE(*ui::keptEdit(*room.desk->data(), room.desk->scope())->wish[CampaignField::Name],
                     std::string("另一个"));
            QVERIFY(QFile::remove(path) && QDir().mkpath(path));
            editor.form()->setValue(CampaignField::Name, "第三个");
            editor.accept();
            QVERIFY(editor.keepProblem());
        }));
    QVERIFY(std::any_of(told.begin(), told.end(), [](const QList<QVariant>& one) {
        return one.at(1).toString().contains(QStringLiteral("campaign-edit"));
    }));
    QVERIFY(QDir().rmdir(path));
}

/// The disk is full: they are told, saved as a sheet elsewhere, and posted from there.
void TestCampaignEdits::registrationsThatCannotBeRecorded()
{
    Room room;
    CampaignPage* page = room.read();
    BulkPage* bulk = room.window->bulk();
    const auto isFull = std::make_shared<std::atomic<bool>>(true);
    const auto asBefore = qScopeGuard([] { Database::setFaultInjector({}); });
    Database::setFaultInjector([isFull] { return isFull->load(); });
    QVERIFY(make(room, page, QStringLiteral("registrations")));
    auto* note = child<ui::Note>(*bulk, "bulk.waiting");
    const auto isTold = [&] {
        return note->isVisibleTo(bulk) && note->text().contains(QStringLiteral("could not be kept"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), patience);
    QVERIFY(bulk->holdsUnkept());
    // The window does not go with them unasked.
    QStringList asked;
    ui::dialogs().ask = [&asked](QWidget*, const ui::Question& question) {
        asked << question.title;
        return 0;
    };
    QVERIFY(!room.window->close());
    QCOMPARE(asked, QStringList{QStringLiteral("Changes could not be kept")});
    QCOMPARE(room.window->place(), ui::MainWindow::Place::Bulk);
    // A place where nothing can be written takes nothing away.
    QString path = room.folder.filePath(QStringLiteral("no such folder/r.csv"));
    ui::dialogs().saveFile = [&path](QWidget*, const QString&, const QString& name) {
        return name.endsWith(QStringLiteral(".csv")) ? path : QString();
    };
    child<QPushButton>(*bulk, "bulk.saveUnkept")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isTold() && note->text().contains(QStringLiteral("r.csv")), patience);
    path = room.folder.filePath(QStringLiteral("r.csv"));
    child<QPushButton>(*bulk, "bulk.saveUnkept")->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && !note->isVisibleTo(bulk), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!bulk->holdsUnkept(), patience);
    *isFull = false;
    bulk->openPaths({path});
    QTRY_VERIFY_WITH_TIMEOUT(bulk->matchStep()->inspection() && bulk->matchStep()->inspection()->checked,
                             patience);
    const Batch& batch = bulk->matchStep()->inspection()->checked->batch;
    QCOMPARE(batch.kind, ChangeKind::Registrations);
    QCOMPARE(batch.rows.size(), std::size_t(1));
    QCOMPARE(batch.rows.front().state, RowState::Checked);
    QCOMPARE(batch.registrations.front().information, std::string("x"));
    bulk->goOn();
    bulk->reviewOrPost();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->step(), BulkPage::Step::Review, patience);
    QVERIFY(room.window->close());
    QCOMPARE(asked.size(), 1);
}

/// Another form does not take the place of an edit that nobody has been asked about.
void TestCampaignEdits::keptEditComesFirst()
{
    Room room;
    ui::KeptEdit kept{CampaignEditor::Mode::Edit, {"CRM-HD-2025001"}, {}, {}};
    kept.wish[CampaignField::Name] = "我的名字";
    QVERIFY(ui::keepEdit(*room.desk->data(), room.desk->scope(), kept));
    CampaignPage* page = room.page(); // nothing is read yet
    int asked = 0;
    ui::dialogs().ask = [&asked](QWidget*, const ui::Question&) { return ++asked, 1; };
    QVERIFY(room.inDialog<CampaignEditor>([&] { QTimer::singleShot(0, page, &CampaignPage::create); },
                                          [&](CampaignEditor& editor) {
                                              QTRY_VERIFY_WITH_TIMEOUT(!editor.isReading(), patience);
                                              QCOMPARE(editor.form()->sourceCode(), kept.campaigns.front());
                                              QCOMPARE(*editor.form()->wish()[CampaignField::Name],
                                                       std::string("我的名字"));
                                              editor.reject();
                                          }));
    QCOMPARE(asked, 2); // and whether it is given up
    QVERIFY(!ui::keptEdit(*room.desk->data(), room.desk->scope()));
}

/// What no list tells is read before it goes on; only what was changed is sent as a change.
void TestCampaignEdits::keptEditOfAnotherList()
{
    Room room;
    const Campaign first = room.choose(room.read());
    ui::KeptEdit kept{CampaignEditor::Mode::Edit, {std::string(first.sourceCode)}, {}, {}};
    kept.wish[CampaignField::Name] = "我的名字";
    kept.before[CampaignField::Name] = std::string(first.name);
    kept.wish.departments = CampaignDepartments{SelectBy::Code, {"BM05"}};
    kept.before.departments = CampaignBase::of(first).departments.empty()
                                  ? std::nullopt
                                  : std::optional(CampaignDepartments{
                                        SelectBy::Id, CampaignBase::of(first).departmentsBy(SelectBy::Id)});
    CampaignBase unread;
    unread.edit.sourceCode = kept.campaigns.front();
    CampaignEditor editor(*room.desk, CampaignEditor::Mode::Edit, {unread}, {}, room.window.get());
    editor.show();
    QVERIFY(room.server.set("fault=refuse:queryCampaign:1"));
    editor.restore(kept);
    QTRY_VERIFY_WITH_TIMEOUT(!editor.isReading(), patience);
    QVERIFY(editor.goOnButton()->isEnabled()); // it is tried again
    editor.goOnButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!editor.isReading(), patience);
    QCOMPARE(editor.result(), static_cast<int>(QDialog::Rejected));
    QCOMPARE(*editor.form()->wish()[CampaignField::Code], std::string(first.code));
    editor.goOnButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(editor.result(), static_cast<int>(QDialog::Accepted), patience);
    QVERIFY(room.window->bulk()->reviewChanges(*editor.changes()));
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1);
    QVERIFY(QString::fromStdString(room.server.campaigns()).contains(QString::fromUtf8("我的名字")));
}

/// A copy that goes on after a crash is asked about texts of the query's length, as it was before.
void TestCampaignEdits::restoredCopyMayBeCut()
{
    Room room;
    room.read();
    ui::KeptEdit kept{CampaignEditor::Mode::New, {"NEW-1"}, newCampaign(), {}};
    kept.wish[CampaignField::Information] = std::string(32, 'x');
    CampaignEditor editor(*room.desk, CampaignEditor::Mode::New, {}, {}, room.window.get());
    editor.show();
    editor.restore(kept);
    QVERIFY(!editor.goOnButton()->isEnabled());
    child<QCheckBox>(editor, "campaign.whole")->click();
    QVERIFY(editor.goOnButton()->isEnabled());
}

void TestCampaignEdits::keptEditsGoOn_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("new") << static_cast<int>(CampaignEditor::Mode::New);
    QTest::newRow("edit") << static_cast<int>(CampaignEditor::Mode::Edit);
    QTest::newRow("many") << static_cast<int>(CampaignEditor::Mode::Many);
}

/// What a crash left behind is offered by the window, and goes on with what the server holds by then.
void TestCampaignEdits::keptEditsGoOn()
{
    QFETCH(const int, mode);
    Room room;
    CampaignPage* page = room.read();
    const Campaign first = room.choose(page);
    ui::KeptEdit kept{static_cast<CampaignEditor::Mode>(mode), {std::string(first.sourceCode)}, {}, {}};
    switch (kept.mode) {
    case CampaignEditor::Mode::New:
        kept.campaigns = {"NEW-1"};
        kept.wish = newCampaign();
        break;
    case CampaignEditor::Mode::Edit:
        kept.wish[CampaignField::Name] = "我的名字";
        kept.before[CampaignField::Name] = std::string(first.name);
        room.editElsewhere(first, QStringLiteral("对方的名字"));
        break;
    case CampaignEditor::Mode::Many:
        kept.campaigns.emplace_back("NOT-THERE");
        kept.wish[CampaignField::EndDate] = "2099-12-31";
        break;
    }
    QVERIFY(ui::keepEdit(*room.desk->data(), room.desk->scope(), kept));
    room.open();
    int asked = 0;
    ui::dialogs().ask = [&asked](QWidget*, const ui::Question&) { return ++asked, 1; };
    QVERIFY(room.inDialog<CampaignEditor>([&] { (void)room.page(); },
                                          [&](CampaignEditor& editor) {
                                              QVERIFY(editor.goOnButton()->isEnabled());
                                              editor.goOnButton()->click();
                                              if (kept.mode != CampaignEditor::Mode::Edit)
                                                  return;
                                              // The other change in the same place is a conflict.
                                              QTRY_VERIFY(!editor.isReading());
                                              QCOMPARE(editor.mergeCards()->undecided(), 1);
                                              child<QRadioButton>(editor, "merge.mine.name")->click();
                                              editor.goOnButton()->click();
                                              QTRY_VERIFY(!editor.isVisible());
                                          }));
    QCOMPARE(asked, 1);
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1);
    QVERIFY(!ui::keptEdit(*room.desk->data(), room.desk->scope()));
    // How exact the undo is, is told in true words.
    BulkPage* bulk = room.window->bulk();
    bulk->undoJob(bulk->resultView()->outcome()->job.id, {});
    QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled(),
                             patience);
    QString told;
    for (const ui::Note* note : bulk->reviewStep()->findChildren<ui::Note*>())
        told += note->text();
    QCOMPARE(told.contains(QStringLiteral("set to ended")), kept.mode == CampaignEditor::Mode::New);
    QCOMPARE(told.contains(QStringLiteral("only partly")), kept.mode == CampaignEditor::Mode::New);
}

/// A row that others changed meanwhile is taken as it is now, given back, and posted.
void TestCampaignEdits::heldRowsAreTaken()
{
    Room room;
    CampaignPage* page = room.read();
    const Campaign before = room.choose(page);
    FollowUp set;
    {
        CampaignEditor editor(*room.desk, CampaignEditor::Mode::Many, {CampaignBase::of(before)}, {},
                              room.window.get());
        child<QLineEdit>(editor, "campaign.end_date")->setText(QStringLiteral("2099-12-31"));
        set = *editor.changes();
        editor.accept();
    }
    room.editElsewhere(before, toQString(before.name), QStringLiteral("2098-12-31"));
    BulkPage* bulk = room.window->bulk();
    QVERIFY(bulk->reviewChanges(set));
    ui::ReviewStep* review = bulk->reviewStep();
    const auto settled = [&] {
        return bulk->step() == BulkPage::Step::Review && review->isSettled() && !room.desk->drafts().isBusy();
    };
    QTRY_VERIFY_WITH_TIMEOUT(settled(), patience);
    room.window->goTo(ui::MainWindow::Place::Bulk);
    QCOMPARE(review->states().front(), RowState::Held);
    QCOMPARE(review->summary().rows, 0);
    auto* take = child<QPushButton>(*review, "review.take");
    QVERIFY(take->isVisible());
    review->table()->table()->setFocus();
    room.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(settled() && review->summary().rows == 1, patience);
    QVERIFY(!take->isVisible());
    review->undo();
    QTRY_VERIFY_WITH_TIMEOUT(settled() && review->summary().rows == 0, patience);
    QCOMPARE(review->states().front(), RowState::Held);
    review->redo();
    QTRY_VERIFY_WITH_TIMEOUT(settled() && review->summary().rows == 1, patience);
    // Over a new start of the program it stays taken.
    const qint64 draft = review->draft()->job.id;
    room.open();
    bulk = room.window->bulk();
    bulk->openDraft(draft);
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1);
    QVERIFY(QString::fromStdString(room.server.campaigns()).contains(QStringLiteral("2099-12-31")));
}

/// What the server did not tell is not taken for none: an update would take the departments away.
void TestCampaignEdits::untoldDepartments()
{
    CampaignBase base = soundBase();
    base.hasDepartments = false;
    CampaignForm form(CampaignForm::Mode::Edit, {}, nullptr);
    form.setValues(base);
    child<QLineEdit>(form, "campaign.name")->setText(QStringLiteral("另一个名字"));
    QVERIFY(form.problem().contains(QStringLiteral("did not tell its departments")));
    QVERIFY(!form.wish().departments);
    child<QLineEdit>(form, "campaign.dept")->setText(QStringLiteral("BM01"));
    QCOMPARE(form.problem(), QString());
    QCOMPARE(form.wish().departments->names, std::vector<std::string>{"BM01"});
    // When it is read again and tells them, they are there.
    child<QLineEdit>(form, "campaign.dept")->clear();
    base.hasDepartments = true;
    base.departments.push_back({"1", "BM01", "华东"});
    form.setBase(base);
    QCOMPARE(form.problem(), QString());
    QVERIFY(!form.wish().departments); // kept as they are
}

void TestCampaignEdits::departmentsThatCannotBeNamed()
{
    // Some have a code and some only a name: neither way names them all.
    CampaignBase base = soundBase();
    base.departments = {{"1", "A", {}}, {{}, {}, "X"}};
    CampaignForm form(CampaignForm::Mode::Edit, {}, nullptr);
    form.setValues(base);
    child<QLineEdit>(form, "campaign.name")->setText(QStringLiteral("另一个名字"));
    QVERIFY(!form.wish().departments); // nothing was edited, and nothing is dropped
    QVERIFY(differences(form.wish(), base).departments == std::nullopt);
    QVERIFY(form.problem().contains(QStringLiteral("Departments")));
    child<QLineEdit>(form, "campaign.dept")->setText(QStringLiteral("A，B"));
    auto* by = form.findChild<QComboBox*>(); // any of them
    QVERIFY(by != nullptr);
    QCOMPARE(form.problem(), QString());
    QCOMPARE(form.wish().departments->names, (std::vector<std::string>{"A", "B"}));
    // A code that holds what separates codes is kept as it is.
    for (const char* code : {"A,1", "A，1", "A、1"}) {
        base.departments = {{"1", code, "华东"}};
        CampaignForm other(CampaignForm::Mode::Edit, {}, nullptr);
        other.setValues(base);
        QCOMPARE(other.problem(), QString());
        QVERIFY(differences(other.wish(), base).isEmpty());
        const auto edit = merged("A", other.wish(), &base);
        QCOMPARE(std::get<CampaignEdit>(edit).departments, std::vector<std::string>{"1"});
        base.departments = {{{}, code, {}}};
        other.setValues(base);
        QVERIFY(differences(other.wish(), base).isEmpty());
        const bool isComma = QString::fromUtf8(code).contains(QLatin1Char(','));
        QCOMPARE(other.problem().isEmpty(), !isComma);
    }
    // A copy takes them along.
    base.departments = {{"1", "A", "华东"}, {"2", "B", "华南"}};
    CampaignForm copy(CampaignForm::Mode::New, {}, nullptr);
    copy.setValues(base);
    QCOMPARE(copy.wish().departments->names, (std::vector<std::string>{"1", "2"}));
    QVERIFY(child<QLabel>(copy, "campaign.departmentNames")->text().contains(QStringLiteral("华南")));
}

void TestCampaignEdits::departmentsAreAddedById()
{
    std::vector<Picked> picked;
    ui::CampaignChoices choices;
    choices.pickDepartments = [&picked] { return picked; };
    CampaignForm form(CampaignForm::Mode::New, choices, nullptr);
    form.setWish("NEW-1", newCampaign());
    auto* add = child<QPushButton>(form, "campaign.addDepartment");
    auto* field = child<QLineEdit>(form, "campaign.dept");
    picked = {{SelectBy::Id, "11", "A", "华东"}, {SelectBy::Id, "12", {}, "华南"}};
    add->menu()->actions().front()->trigger();
    QCOMPARE(form.wish().departments->by, SelectBy::Id);
    QCOMPARE(form.wish().departments->names, (std::vector<std::string>{"11", "12"}));
    // One without an id: all are named by what all have.
    picked = {{SelectBy::Name, "华北", {}, "华北"}};
    add->menu()->actions().front()->trigger();
    QCOMPARE(form.wish().departments->by, SelectBy::Name);
    QCOMPARE(form.wish().departments->names, (std::vector<std::string>{"华东", "华南", "华北"}));
    // One that can be named by none of these is told, not dropped in silence.
    field->setText(QStringLiteral("typed"));
    picked = {{SelectBy::Code, "B", "B", {}}};
    add->menu()->actions().front()->trigger();
    QCOMPARE(form.wish().departments->names, std::vector<std::string>{"typed"});
    QVERIFY(child<QLabel>(form, "campaign.departmentNames")->text().contains(QStringLiteral("B")));
}

/// Of several campaigns those whose text may have been cut are confirmed by one tick.
void TestCampaignEdits::manyWithTextsThatMayBeCut()
{
    Room room;
    CampaignPage* page = room.read();
    CampaignBase base = CampaignBase::of(room.choose(page));
    base.edit.eventInformation = toUtf8(QString(32, QChar(0x540d)));
    room.writeElsewhere(base);
    for (const bool isWhole : {false, true}) {
        CampaignEditor editor(*room.desk, CampaignEditor::Mode::Many, {base, soundBase()}, {},
                              room.window.get());
        editor.show();
        auto* whole = child<QCheckBox>(editor, "campaign.whole");
        auto* list = child<QPlainTextEdit>(editor, "campaign.cut");
        QVERIFY(whole->isVisible() && list->isVisible());
        QVERIFY(list->toPlainText().contains(toQString(base.edit.name)));
        QCOMPARE(list->toPlainText().count(QLatin1Char('\n')), 0); // the other one is whole
        whole->setChecked(isWhole);
        child<QLineEdit>(editor, "campaign.end_date")->setText(QStringLiteral("2099-12-31"));
        const FollowUp set = *editor.changes();
        QCOMPARE(set.file.batch.campaigns.front().wish[CampaignField::Information].has_value(), isWhole);
        QVERIFY(!set.file.batch.campaigns.back().wish[CampaignField::Information]);
        if (!isWhole)
            continue;
        editor.accept();
        QVERIFY(room.window->bulk()->reviewChanges(set));
        QVERIFY(room.post());
        QCOMPARE(room.counts().verified, 1); // the other one is not there
    }
    QVERIFY(QString::fromStdString(room.server.campaigns()).contains(QString(32, QChar(0x540d))));
}

void TestCampaignEdits::registrationWithACodeThatMayBeCut()
{
    Room room;
    CampaignPage* page = room.read();
    CampaignBase base = CampaignBase::of(room.choose(page));
    const std::string code(32, 'C');
    base.edit.code = std::string(41, 'C');
    room.writeElsewhere(base);
    QVERIFY(room.server.set("short-fields=1"));
    page->refresh();
    Room::settle(page);
    CampaignModel* model = Room::modelOf(page);
    std::optional<ListItem<Campaign>> item;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->rows()->campaign(model->sourceRow(row)).sourceCode == base.edit.sourceCode)
            item = model->rows()->item(model->sourceRow(row));
    }
    QVERIFY(item && item->value->code == code);
    ui::RegistrationDialog dialog(*room.desk, *item, room.window.get());
    dialog.addCustomers({{SelectBy::Id, "1", {}, {}}});
    child<QPlainTextEdit>(dialog, "registration.information")->setPlainText(QStringLiteral("x"));
    QVERIFY(!dialog.goOnButton()->isEnabled());
    auto* field = child<QLineEdit>(dialog, "registration.code");
    field->setText(QStringLiteral("something else"));
    QVERIFY(!dialog.goOnButton()->isEnabled());
    field->setText(toQString(base.edit.code));
    QVERIFY(dialog.goOnButton()->isEnabled());
    field->setText(toQString(code));
    QVERIFY(!dialog.goOnButton()->isEnabled());
    child<QCheckBox>(dialog, "registration.whole")->setChecked(true);
    QVERIFY(dialog.goOnButton()->isEnabled());
    field->setText(toQString(base.edit.code));
    QTRY_VERIFY_WITH_TIMEOUT(room.desk->catalogue()->of(EntryKind::Customer).size() > 1000, patience);
    const auto catalogue = room.desk->catalogue(); // as it is now
    const EntryList& known = catalogue->of(EntryKind::Customer);
    std::set<std::string_view> there;
    for (const NamedEntry& customer : item->value->registered)
        there.insert(customer.id);
    for (std::uint32_t i = 0; i < known.size() && dialog.customers().size() < 2; ++i) {
        if (!there.contains(known.id(i)))
            dialog.addCustomers({Picked::of(known, i)});
    }
    QCOMPARE(dialog.customers().size(), std::size_t(2));
    auto* list = child<QListView>(dialog, "registration.customers");
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    room.window->bulk()->reviewChanges(*dialog.changes());
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1); // not held, and sent with all of its code
    QVERIFY(room.server.log().find(base.edit.code) != std::string::npos);
}

void TestCampaignEdits::pastedIntoTheList()
{
    Room room;
    CampaignPage* page = room.read();
    QTRY_VERIFY_WITH_TIMEOUT(room.desk->catalogue()->of(EntryKind::Customer).size() > 10, patience);
    room.choose(page);
    const auto catalogue = room.desk->catalogue(); // as it is now
    const EntryList& known = catalogue->of(EntryKind::Customer);
    QStringList ids;
    for (std::uint32_t i = 0; i < 3; ++i)
        ids << toQString(known.id(i));
    QGuiApplication::clipboard()->setText(ids.join(QLatin1Char('\n')));
    QVERIFY(room.inDialog<ui::RegistrationDialog>(
        [&] { room.key(Qt::Key_R, Qt::ControlModifier); },
        [&](ui::RegistrationDialog& dialog) {
            auto* list = child<QListView>(dialog, "registration.customers");
            list->setFocus();
            QVERIFY(room.inDialog<ui::PickerDialog>(
                [&] { QTest::keyClick(list, Qt::Key_V, Qt::ControlModifier); },
                [](ui::PickerDialog& picker) {
                    QTRY_COMPARE_WITH_TIMEOUT(picker.picked().size(), std::size_t(3),
                                              patience); // nothing was pressed for it
                    child<QPushButton>(picker, "picker.use")->click();
                }));
            QCOMPARE(dialog.customers().size(), std::size_t(3));
            ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
            dialog.reject();
        }));
}

/// A sheet with a mistyped code: told by chip and F8, with what comes near, and corrected in place.
void TestCampaignEdits::namesThatNothingHas()
{
    Room room;
    room.read();
    QTRY_VERIFY_WITH_TIMEOUT(room.desk->catalogue()->of(Dimension::Department).size() > 2, patience);
    QFile file(room.folder.filePath(QStringLiteral("s.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write("dept_code,product_code,is_must_sale,is_new\nBM01,SP10009,1,0\nBMO1,SP10010,1,0\n"
                       "BMO1,SP10011,1,0\n") > 0);
    file.close();
    BulkPage* bulk = room.window->bulk();
    room.window->goTo(ui::MainWindow::Place::Bulk);
    bulk->openPaths({file.fileName()});
    QTRY_VERIFY_WITH_TIMEOUT(bulk->matchStep()->inspection() && bulk->matchStep()->inspection()->checked,
                             patience);
    bulk->goOn();
    ui::BatchTable* table = bulk->checkStep()->table();
    QTRY_VERIFY_WITH_TIMEOUT(table->rows() && table->rows()->count(WarningFacet) == 2, patience);
    QCOMPARE(table->rows()->count(InOrderFacet), 3); // no refusals
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() == 3 && !table->model()->isWorking(), patience);
    bulk->nextProblem();
    const int row = table->table()->currentIndex().row();
    QVERIFY(row >= 0 && table->rows()->doubt(table->model()->sourceRow(row)) != nullptr);
    auto* card = bulk->checkStep()->repair();
    QTRY_VERIFY_WITH_TIMEOUT(card->findChild<QPushButton*>(QStringLiteral("repair.offer")) != nullptr,
                             patience);
    QCOMPARE(card->field()->text(), QStringLiteral("BMO1"));
    child<QPushButton>(*card, "repair.offer")->click();
    QCOMPARE(card->field()->text(), QStringLiteral("BM01"));
    child<QPushButton>(*card, "repair.all")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!bulk->matchStep()->isInspecting() && table->rows() &&
                                 table->rows()->count(WarningFacet) == 0,
                             patience);
    QCOMPARE(bulk->matchStep()->correctedCells(), 2);
}

void TestCampaignEdits::longTextsHaveRoom()
{
    Room room;
    CampaignEditor editor(*room.desk, CampaignEditor::Mode::New, {}, {}, room.window.get());
    editor.show();
    auto* text = child<QPlainTextEdit>(editor, "campaign.event_information");
    QTRY_VERIFY(text->height() >= 110);
    const int before = text->height();
    editor.resize(editor.width(), editor.height() + 200);
    QTRY_VERIFY(text->height() > before + 150);
    const auto labels = editor.findChildren<QLabel*>();
    child<QLineEdit>(editor, "campaign.register_url")->setText(QStringLiteral("https://a.b"));
    child<QLineEdit>(editor, "campaign.dept")->setText(QStringLiteral("BM01,BM02"));
    const auto shows = [&labels](const char* counter) {
        return std::any_of(labels.begin(), labels.end(), [counter](const QLabel* label) {
            return label->text() == QLatin1String(counter);
        });
    };
    QVERIFY(shows("11 / 100"));
    QVERIFY(shows("9 / 100"));
}

QTEST_MAIN(TestCampaignEdits)
#include "tst_campaign_edits.moc"
