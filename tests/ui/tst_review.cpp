// SPDX-License-Identifier: GPL-3.0-or-later
// The review of registrations in the window: by keys, with filters, undo, what is kept, and what goes wrong.
#include "common/dialogs.h"
#include "core/language.h"
#include "dialog_watch.h"
#include "idle.h"
#include "references/reference_list.h"
#include "walk.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace rangedesk;
using tests::Walk;
using ui::MainWindow;

namespace {

/// The rows, and what is counted beside them.
void settle(Walk& walk, const ui::ReviewPage* page)
{
    walk.waitFor([page] { return !page->model()->isWorking() && tests::isIdle(*page); }, "the rows");
}

/// Opens the first campaign for review from the campaigns' page.
ui::ReviewPage* reviewOf(Walk& walk)
{
    walk.open();
    walk.key(Qt::Key_1, Qt::ControlModifier);
    auto* campaigns = static_cast<ui::ListPage*>(walk.window().page(MainWindow::Place::Campaigns));
    auto* table = campaigns->findChild<ui::TableView*>();
    walk.key(Qt::Key_F5);
    walk.waitFor([&] { return !campaigns->isReading() && table->model()->rowCount() > 5; }, "the campaigns");
    table->setFocus();
    walk.key(Qt::Key_Home);
    walk.key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    ui::ReviewPage* page = walk.window().review();
    walk.waitFor([page] { return page->state().download() && page->model()->rowCount() > 0; }, "the review");
    page->table()->setFocus();
    settle(walk, page);
    return page;
}

std::size_t countOf(const ui::ReviewPage* page, ReviewDecision decision)
{
    return const_cast<ui::ReviewPage*>(page)->state().rows()->count(decision);
}

} // namespace

class TestReview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup()
    {
        ui::dialogs() = m_dialogs;
        Database::setFaultInjector({});
    }
    void byKeysAlone();
    void pictureFilters();
    void byAttributes();
    void wholeFilterAtOnce();
    void undoOfEachCampaign();
    void keptAndCompared();
    void notesAndPartners();
    void decisionsThatCannotBeWritten();
    void anotherCampaign();
    void damagedWhileDeciding();
    void emptyAtFirst();
    void picturesAreSaved();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

namespace {

/// A disk that is full as long as the flag says so. Set before any thread could ask for it; cleanup() takes
/// it away, when all have ended.
std::shared_ptr<std::atomic<bool>> diskThatFills()
{
    auto isFull = std::make_shared<std::atomic<bool>>(false);
    Database::setFaultInjector([isFull] { return isFull->load(); });
    return isFull;
}

} // namespace

void TestReview::byKeysAlone()
{
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    const std::size_t all = page->state().download()->list->figures().registered;
    QCOMPARE(page->model()->rowCount(), static_cast<int>(all)); // the registered ones at first
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_F, Qt::Key_R}) {
        walk.key(key);
        settle(walk, page);
    }
    QCOMPARE(page->table()->currentIndex().row(), 3); // each decision goes to the next
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(1));
    QCOMPARE(countOf(page, ReviewDecision::Flagged), std::size_t(1));
    QCOMPARE(countOf(page, ReviewDecision::Rejected), std::size_t(1));
    walk.key(Qt::Key_Home);
    walk.key(Qt::Key_U); // the next that is undecided
    QCOMPARE(page->table()->currentIndex().row(), 3);
    // Several at once, and all the way back.
    walk.key(Qt::Key_Down, Qt::ShiftModifier);
    walk.key(Qt::Key_Down, Qt::ShiftModifier);
    walk.key(Qt::Key_A);
    settle(walk, page);
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(4));
    for (int step = 0; step < 4; ++step)
        walk.key(Qt::Key_Z, Qt::ControlModifier);
    settle(walk, page);
    QCOMPARE(countOf(page, ReviewDecision::None), all);
    walk.key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(1));
    // A key typed into the search is a letter, and no decision.
    walk.key(Qt::Key_F, Qt::ControlModifier);
    walk.type(QStringLiteral("a"));
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(1));
    QCOMPARE(page->searchField()->text(), QStringLiteral("a"));
    QCOMPARE(walk.failure(), QString());
}

void TestReview::pictureFilters()
{
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    const ReviewFigures figures = page->state().download()->list->figures();
    ui::OverlapChart* chart = page->overlaps();
    chart->setFocus();
    for (int step = 0; step < 7; ++step)
        walk.key(Qt::Key_Left);
    for (int part = 0; part < 7; ++part) {
        walk.key(Qt::Key_Space);
        settle(walk, page);
        QCOMPARE(page->model()->rowCount(), static_cast<int>(figures.overlaps.at(chart->listsOf(part))));
        QCOMPARE(chart->chosen(), part);
        walk.key(Qt::Key_Space); // let go
        settle(walk, page);
        QCOMPARE(page->model()->rowCount(), static_cast<int>(figures.registered));
        walk.key(Qt::Key_Right);
    }
    // Who is not registered cannot be decided on.
    auto* funnel = page->findChild<ui::FunnelChart*>();
    funnel->setFocus();
    walk.key(Qt::Key_Space); // everybody covered
    settle(walk, page);
    QCOMPARE(page->model()->rowCount(), static_cast<int>(figures.covered));
    page->table()->setFocus();
    walk.key(Qt::Key_End);
    walk.key(Qt::Key_A);
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(0));
    QVERIFY(walk.window().toast()->accessibleName().contains(QStringLiteral("Only registrations")));
    // The numbers as text.
    chart->setFocus();
    walk.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 6);
    QVERIFY(!chart->accessibleDescription().isEmpty());
    // A value of a field, from its bar.
    walk.key(Qt::Key_Escape);
    settle(walk, page);
    auto* breakdown = page->findChild<ui::BreakdownChart*>();
    walk.waitFor([breakdown] { return breakdown->isVisible(); }, "the breakdown");
    breakdown->setFocus();
    walk.key(Qt::Key_Space);
    settle(walk, page);
    QVERIFY(page->chips()->isVisible());
    QVERIFY(page->model()->rowCount() > 0 &&
            page->model()->rowCount() < static_cast<int>(figures.registered));
    QCOMPARE(walk.failure(), QString());
}

void TestReview::byAttributes()
{
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    const auto download = page->state().download();
    const ReviewList& list = *download->list;
    std::string text = "客户编码,客户级别\n";
    std::size_t best = 0;
    for (std::uint32_t row = 0; row < list.size(); ++row) {
        const bool isBest = row % 3 == 0;
        best += isBest && (list.at(row).lists & Registered) != 0 ? 1 : 0;
        text += std::string(list.at(row).code) + (isBest ? ",A\n" : ",B\n");
    }
    const auto sheet = openSheet(text, {});
    auto reference =
        readReferenceList(*sheet, EntryKind::Customer, referenceColumns(*sheet, EntryKind::Customer));
    QVERIFY(reference && reference->rows.size() == list.size());
    const auto column = page->findChild<QComboBox*>(QStringLiteral("review.field"));
    QVERIFY(column->findText(QStringLiteral("Customer level (catalogue)")) < 0);
    // A list that is taken over while the campaign is open tells at once.
    page->decide(ReviewDecision::Approved);
    bool isImported = false;
    walk.desk().catalogueKeeper().import(
        std::make_shared<const ReferenceList>(std::move(*reference)), false, 0,
        [&isImported](const Result<ReferenceCounts>& counts) { isImported = counts.has_value(); });
    QTRY_VERIFY(isImported && tests::isIdle(*page) &&
                column->findText(QStringLiteral("Customer level (catalogue)")) >= 0);
    column->setCurrentIndex(column->findText(QStringLiteral("Customer level (catalogue)")));
    QCOMPARE(countOf(page, ReviewDecision::Approved),
             std::size_t(1)); // decisions stay, and can be taken back
    QVERIFY(page->state().undoStacks().canUndo());
    auto* breakdown = page->findChild<ui::BreakdownChart*>();
    breakdown->setFocus();
    walk.key(Qt::Key_Home);
    walk.key(Qt::Key_Right);
    walk.key(Qt::Key_Space);
    settle(walk, page);
    const auto* chip = page->chips()->findChild<QPushButton*>();
    QVERIFY(chip != nullptr && chip->text().contains(QStringLiteral("= A")));
    QCOMPARE(page->model()->rowCount(), static_cast<int>(best));
    QCOMPARE(walk.failure(), QString());
}

void TestReview::wholeFilterAtOnce()
{
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    page->overlaps()->setFocus();
    Q_EMIT page->overlaps()->partChosen(page->overlaps()->partOf(Covered | Registered));
    settle(walk, page);
    const auto shown = static_cast<std::size_t>(page->model()->rowCount());
    QVERIFY(shown > 0);
    page->table()->setFocus();
    walk.inDialog(
        "batch", [&walk] { walk.key(Qt::Key_A, Qt::ShiftModifier); },
        [&walk] { walk.key(Qt::Key_Return, Qt::ControlModifier); });
    settle(walk, page);
    QCOMPARE(countOf(page, ReviewDecision::Approved), shown);
    page->state().undoStacks().undo();
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(0));
}

/// Another campaign between: what was decided on this one can still be taken back.
void TestReview::undoOfEachCampaign()
{
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    walk.key(Qt::Key_A);
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(1));
    const std::string campaign = toUtf8(page->state().download()->campaign);
    auto* choice = page->findChild<QComboBox*>(QStringLiteral("review.campaign"));
    QVERIFY(choice->count() > 1);
    const int own = choice->currentIndex();
    const int other = own == 0 ? 1 : 0;
    choice->setCurrentIndex(other);
    Q_EMIT choice->activated(other);
    QTRY_VERIFY_WITH_TIMEOUT(page->state().download() != nullptr && !page->isWorking(), 20000);
    QVERIFY(toUtf8(page->state().download()->campaign) != campaign);
    QVERIFY(!page->state().undoStacks().canUndo());
    choice->setCurrentIndex(own);
    Q_EMIT choice->activated(own);
    QTRY_VERIFY_WITH_TIMEOUT(page->state().download() != nullptr && !page->isWorking(), 20000);
    QCOMPARE(toUtf8(page->state().download()->campaign), campaign);
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(1));
    page->state().undoStacks().undo();
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(0));
    page->state().undoStacks().redo();
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(1));
}

/// Decisions are there again after a new start; a new download says what is new.
void TestReview::keptAndCompared()
{
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    walk.key(Qt::Key_A);
    walk.waitFor([page] { return !page->state().isSaving(); }, "the mark on disk");
    const auto marks = [&walk, page] {
        auto store = ReviewMarks::openForReading(walk.desk().data()->marksPath());
        return store->marks(walk.desk().scope(), page->state().download()->campaign)->size();
    };
    QCOMPARE(marks(), std::size_t(1));
    const auto before = page->state().download();
    walk.key(Qt::Key_F5);
    walk.waitFor([&] { return page->state().download() != before && !page->isWorking(); }, "a new download");
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(1));
    QCOMPARE(page->state().download()->added, std::size_t(0));
    QVERIFY(page->state().download()->before.isValid());
    walk.key(Qt::Key_Z, Qt::ControlModifier); // the way back is still there
    walk.waitFor([page] { return !page->state().isSaving(); }, "the mark taken back");
    QCOMPARE(marks(), std::size_t(0));
    QCOMPARE(walk.failure(), QString());
}

void TestReview::notesAndPartners()
{
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    walk.key(Qt::Key_N);
    auto* note = page->findChild<QLineEdit*>(QStringLiteral("review.note"));
    QVERIFY(note->hasFocus());
    walk.type(QStringLiteral("af"));
    walk.key(Qt::Key_Return);
    QVERIFY(page->table()->hasFocus());
    QCOMPARE(page->state().mark(page->model()->rows()->customer(page->model()->sourceRow(0))).note,
             QStringLiteral("af"));
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(0));
    walk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(note->text(), QString());
    // A ready reason, from the list that Down opens; what was written here stands first in it.
    const auto noteOf = [page](int row) {
        return page->state().mark(page->model()->rows()->customer(page->model()->sourceRow(row))).note;
    };
    QStringList offered;
    const auto choose = [&](int at) {
        const tests::MenuWatch watch(page, [&offered, at](QMenu& menu) {
            offered.clear();
            for (const QAction* action : menu.actions())
                offered << action->text();
            menu.actions().at(at)->trigger();
        });
        walk.key(Qt::Key_Down);
        return watch.wasThere();
    };
    walk.key(Qt::Key_N);
    QVERIFY(choose(1));
    QCOMPARE(noteOf(0), offered.value(1));
    QCOMPARE(note->text(), noteOf(0));
    page->table()->goToRow(1);
    walk.key(Qt::Key_N);
    QVERIFY(choose(0));
    QCOMPARE(noteOf(1), noteOf(0));
    QCOMPARE(offered.count(noteOf(0)), 1);
    walk.key(Qt::Key_Escape);
    // From one of a pair to the other, and back.
    const auto download = page->state().download();
    const ReviewList& list = *download->list;
    std::uint32_t one = 0;
    while (one < list.figures().registered && list.at(one).likeness == 0)
        ++one;
    QVERIFY(list.at(one).likeness != 0);
    page->table()->goToRow(page->model()->rowOfKey(page->state().rows()->key(one)));
    walk.key(Qt::Key_D);
    QCOMPARE(page->model()->sourceRow(page->table()->currentIndex().row()), list.at(one).partner);
    // The raw text, as it came.
    walk.key(Qt::Key_R, Qt::ControlModifier);
    auto* raw = page->findChild<QPlainTextEdit*>(QStringLiteral("review.rawText"));
    QVERIFY(raw->isVisible());
    QCOMPARE(walk.failure(), QString());
}

void TestReview::decisionsThatCannotBeWritten()
{
    const auto isFull = diskThatFills();
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    QSignalSpy failures(&page->state(), &ui::ReviewState::notSaved);
    *isFull = true;
    walk.key(Qt::Key_A);
    QTRY_VERIFY(!failures.isEmpty());
    *isFull = false;
    QVERIFY(page->state().hasFailed());
    // The window asks before it goes, and stays here.
    QString asked;
    const auto asks = std::exchange(ui::dialogs().ask, [&asked](QWidget*, const ui::Question& question) {
        asked = question.title;
        return 0;
    });
    QVERIFY(!walk.window().close());
    QVERIFY(asked.contains(QStringLiteral("not written")));
    ui::dialogs().ask = asks;
    walk.key(Qt::Key_F); // with this one the other goes along
    walk.waitFor([page] { return !page->state().isSaving(); }, "both marks");
    QVERIFY(!page->state().hasFailed());
    auto store = ReviewMarks::openForReading(walk.desk().data()->marksPath());
    QVERIFY(store);
    QCOMPARE(store->marks(walk.desk().scope(), page->state().download()->campaign)->size(), std::size_t(2));
}

/// Decisions of one campaign never go to another, and are there when it is opened again.
void TestReview::anotherCampaign()
{
    const auto isFull = diskThatFills();
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    const QString first = page->state().download()->campaign;
    *isFull = true;
    walk.key(Qt::Key_A);
    walk.waitFor([page] { return page->state().hasFailed(); }, "the failure");
    auto* choice = page->findChild<QComboBox*>(QStringLiteral("review.campaign"));
    choice->setCurrentIndex(1);
    Q_EMIT choice->activated(1);
    QVERIFY(!page->state().download()); // nothing of the first under the name of the second
    walk.key(Qt::Key_A);
    walk.waitFor([page] { return page->state().download() != nullptr; }, "the second campaign");
    QVERIFY(page->state().download()->campaign != first);
    *isFull = false;
    page->table()->setFocus();
    settle(walk, page);
    walk.key(Qt::Key_R);
    walk.waitFor([page] { return !page->state().isSaving(); }, "all decisions");
    choice->setCurrentIndex(0);
    Q_EMIT choice->activated(0);
    walk.waitFor([&] { return page->state().download() && page->state().download()->campaign == first; },
                 "the first again");
    QCOMPARE(countOf(page, ReviewDecision::Approved), std::size_t(1));
    QCOMPARE(countOf(page, ReviewDecision::Rejected), std::size_t(0));
    // A letter in the list of campaigns is no decision.
    choice->setFocus();
    walk.key(Qt::Key_R);
    QCOMPARE(countOf(page, ReviewDecision::Rejected), std::size_t(0));
    // The card's customer is decided on, where the selection is elsewhere.
    page->table()->setFocus();
    settle(walk, page);
    page->table()->goToRow(4);
    walk.key(Qt::Key_Down, Qt::ControlModifier);
    const std::string shown = ReviewList::keyOf(page->model()->rows()->customer(page->model()->sourceRow(5)));
    walk.key(Qt::Key_F);
    const ReviewMarks::Marks marks = page->state().marks();
    const auto marked = marks.find(shown);
    QVERIFY(marked != marks.end() && marked->second.decision == ReviewDecision::Flagged);
    QCOMPARE(walk.failure(), QString());
}

void TestReview::damagedWhileDeciding()
{
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    walk.key(Qt::Key_A);
    walk.waitFor([page] { return !page->state().isSaving(); }, "the first mark");
    const QString path = walk.desk().data()->marksPath();
    for (const char* ending : {"-wal", "-shm"})
        QFile::remove(path + QLatin1String(ending));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) == 8192);
    file.close();
    QSignalSpy aside(&page->state(), &ui::ReviewState::setAside);
    walk.key(Qt::Key_F);
    walk.waitFor([page] { return !page->state().isSaving(); }, "the second mark");
    QCOMPARE(aside.count(), 1);
    auto store = ReviewMarks::openForReading(path);
    QVERIFY(store);
    // Both are in the new file.
    QCOMPARE(store->marks(walk.desk().scope(), page->state().download()->campaign)->size(), std::size_t(2));
}

void TestReview::emptyAtFirst()
{
    Walk walk({});
    walk.open();
    walk.key(Qt::Key_2, Qt::ControlModifier);
    ui::ReviewPage* page = walk.window().review();
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_U, Qt::Key_D, Qt::Key_N, Qt::Key_Delete})
        walk.key(key); // nothing to decide on
    walk.key(Qt::Key_E, Qt::ControlModifier);
    walk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!page->state().download());
    walk.key(Qt::Key_F5);
    QCOMPARE(walk.window().place(), MainWindow::Place::Campaigns);
    QCOMPARE(walk.failure(), QString());
}

void TestReview::picturesAreSaved()
{
    Walk walk({});
    ui::ReviewPage* page = reviewOf(walk);
    const QTemporaryDir folder;
    const QString png = folder.filePath(QStringLiteral("o.png"));
    const QString svg = folder.filePath(QStringLiteral("o.svg"));
    QVERIFY(page->overlaps()->save(png) && page->overlaps()->save(svg));
    QVERIFY(!QImage(png).isNull());
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("<svg"));
    QVERIFY(!page->overlaps()->save(folder.filePath(QStringLiteral("no/where.png"))));
    // The list with its decisions.
    const QString book = folder.filePath(QStringLiteral("list.xlsx"));
    const auto saves = std::exchange(ui::dialogs().saveFile,
                                     [book](QWidget*, const QString&, const QString&) { return book; });
    walk.key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(QFile::exists(book));
    ui::dialogs().saveFile = saves;
}

QTEST_MAIN(TestReview)
#include "tst_review.moc"
