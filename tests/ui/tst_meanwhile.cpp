// SPDX-License-Identifier: GPL-3.0-or-later
// What people do while an answer is under way: keys that follow each other, a field that is being typed in, a
// place in a list. No answer takes it away or lets it mean something else.
#include "common/dialogs.h"
#include "core/language.h"
#include "pickers/picker_field.h"
#include "range_room.h"
#include "ranges/explain_dialog.h"
#include "ranges/pending_edits.h"
#include "ranges/tree_editor.h"
#include "review/merchant_card.h"
#include "review/review_page.h"
#include "review_room.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace rangedesk;
using tests::currentRow;
using tests::modelOf;
using tests::productsOf;
using tests::settled;
using Room = tests::RangeRoom;

namespace {

constexpr int longWait = tests::patience;
constexpr std::size_t department = 0;

/// Stands at the first product of a rule that can be edited. @returns the key of the product
std::string standAtProduct(Room& room, ui::RangePage* page)
{
    Room::tableOf(page)->goToRow(tests::editableRow(page));
    if (!settled(page))
        qFatal("no products");
    room.window->activateWindow();
    if (!QTest::qWaitForWindowActive(room.window.get()))
        qFatal("the window is not active");
    ui::TableView* products = page->detail()->table();
    products->setFocus();
    products->goToRow(0);
    return productsOf(page)->editKey(
        static_cast<RuleProductModel*>(products->model())->sourceRow(products->currentIndex().row()));
}

const ProductEdit* editOf(ui::RangePage* page, const std::string& product)
{
    return page->edits().edits().find(modelOf(page)->rows()->target(currentRow(page)).key(), product);
}

} // namespace

class TestMeanwhile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void keysAfterEachOther();
    void focusOfAnotherField();
    void readingAfterReading();
    void chosenTogether();
    void undoOfWhatWaits();
    void unwrittenEdits();
    void imaginedCustomer();
    void favourites();
    void typedInTheTree();
    void noteAcrossADownload();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

/// Each key begins with what the one before it made, also where the table does not show that yet.
void TestMeanwhile::keysAfterEachOther()
{
    Room room;
    ui::RangePage* page = room.read();
    const std::string product = standAtProduct(room, page);
    QWidget* table = page->detail()->table();
    const auto press = [table](Qt::Key key) { QTest::keyClick(table, key); }; // nothing else happens between
    const ProductEdit before = productsOf(page)->unedited(0);
    press(Qt::Key_Space);
    press(Qt::Key_N);
    const ProductEdit* edit = editOf(page, product);
    QVERIFY(edit != nullptr);
    QCOMPARE(edit->mustSell, !before.mustSell);
    QCOMPARE(edit->isNew, !before.isNew);
    press(Qt::Key_Space);
    press(Qt::Key_N);
    QVERIFY(editOf(page, product) == nullptr); // as the server holds it
    press(Qt::Key_Delete);
    QVERIFY(editOf(page, product) != nullptr && editOf(page, product)->isRemoved);
    press(Qt::Key_Delete);
    QVERIFY(editOf(page, product) == nullptr);
    QVERIFY(settled(page));
}

/// The end of a reading moves the keys only where the reading itself took their place.
void TestMeanwhile::focusOfAnotherField()
{
    Room room;
    ui::RangePage* page = room.read();
    standAtProduct(room, page);
    QLineEdit* find = nullptr;
    for (auto* field : page->detail()->findChildren<QLineEdit*>()) {
        if (field->isVisible())
            find = field;
    }
    QVERIFY(find != nullptr);
    Room::tableOf(page)->setFocus();
    QSignalSpy ended(page, &ui::ListPage::readingEnded);
    room.key(Qt::Key_F5);
    find->setFocus();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, longWait);
    QTRY_VERIFY_WITH_TIMEOUT(!modelOf(page)->isWorking(), longWait);
    QVERIFY(find->hasFocus());
    // By its button, which is gone meanwhile.
    QPushButton* refresh = Room::button(page, "refresh");
    refresh->setFocus();
    QTest::keyClick(refresh, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, longWait);
    QTRY_VERIFY_WITH_TIMEOUT(Room::tableOf(page)->hasFocus(), longWait);
}

/// What a job wrote while the list was being read is read after that.
void TestMeanwhile::readingAfterReading()
{
    Room room;
    ui::RangePage* page = room.read();
    QSignalSpy ended(page, &ui::ListPage::readingEnded);
    page->refresh();
    QVERIFY(page->isReading());
    page->refreshWhatWasRead();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, longWait);
    // A person who cancels means all of it.
    page->refresh();
    page->refreshWhatWasRead();
    page->stopReading();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 3, longWait);
    QTest::qWait(50);
    QVERIFY(!page->isReading());
    QCOMPARE(ended.size(), 3);
}

/// Rules that are edited together stay so when the list is read anew, and no others.
void TestMeanwhile::chosenTogether()
{
    Room room;
    ui::RangePage* page = room.read(true);
    ui::TableView* table = Room::tableOf(page);
    table->goToRow(0);
    for (int i = 0; i < 2; ++i)
        room.key(Qt::Key_Down, Qt::ShiftModifier);
    auto* together = page->detail()->findChild<QCheckBox*>(QStringLiteral("range.forAll"));
    QTRY_VERIFY_WITH_TIMEOUT(together->isVisible(), longWait);
    together->click();
    QVERIFY(together->isChecked());
    QSignalSpy ended(page, &ui::ListPage::readingEnded);
    room.key(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, longWait);
    QTRY_VERIFY_WITH_TIMEOUT(!modelOf(page)->isWorking(), longWait);
    QTRY_COMPARE_WITH_TIMEOUT(table->selectedCount(), qint64(3), longWait);
    QTRY_VERIFY_WITH_TIMEOUT(together->isVisible() && together->isChecked(), longWait);
    // One alone, and then others: nobody ticked that.
    table->goToRow(5);
    QTRY_VERIFY_WITH_TIMEOUT(!together->isVisible(), longWait);
    room.key(Qt::Key_Down, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(together->isVisible(), longWait);
    QVERIFY(!together->isChecked());
}

/// A job takes the steps of what it did from the undo of edits, and leaves the others there.
void TestMeanwhile::undoOfWhatWaits()
{
    Room room;
    ui::RangePage* customers = room.read(true);
    const std::string waiting = standAtProduct(room, customers);
    QTest::keyClick(customers->detail()->table(), Qt::Key_Delete);
    QVERIFY(editOf(customers, waiting) != nullptr);
    ui::RangePage* page = room.read();
    const std::string posted = standAtProduct(room, page);
    QTest::keyClick(page->detail()->table(), Qt::Key_Space);
    QVERIFY(editOf(page, posted) != nullptr);
    QUndoStack& undo = room.window->findChild<ui::PendingEdits*>()->undoStack();
    QCOMPARE(undo.count(), 2);
    page->review();
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1);
    QTRY_COMPARE_WITH_TIMEOUT(undo.count(), 1, longWait);
    QCOMPARE(page->edits().edits().counts().all(), 1);
    undo.undo();
    QVERIFY(page->edits().edits().isEmpty());
    undo.redo();
    QVERIFY(editOf(customers, waiting) != nullptr);
}

/// A window does not go over edits that the disk did not take, unless a person says so.
void TestMeanwhile::unwrittenEdits()
{
    Room room;
    ui::RangePage* page = room.read();
    const std::string product = standAtProduct(room, page);
    const QString path = ui::PendingEdits::pathOf(*room.desk->data(), room.desk->scope());
    QVERIFY(QDir().mkpath(path)); // a folder stands where the file is to be
    QTest::keyClick(page->detail()->table(), Qt::Key_Space);
    QVERIFY(editOf(page, product) != nullptr);
    QStringList asked;
    ui::dialogs().ask = [&asked](QWidget*, const ui::Question& question) {
        asked << question.title;
        return question.escape;
    };
    QVERIFY(!room.window->close());
    QCOMPARE(asked, QStringList{QStringLiteral("The last edits are not written")});
    QVERIFY(QDir().rmdir(path));
    QVERIFY(room.window->close());
    QCOMPARE(asked.size(), 1);
    QVERIFY(QFileInfo(path).isFile());
}

/// An answer that was under way is not taken for one about a customer who was thought up after it was asked.
void TestMeanwhile::imaginedCustomer()
{
    demo::DemoData data = tests::emptyCompany();
    tests::addRule(data, {{department, {0}}}, 0);
    const auto dimension = *dimensionOfFilterCode(data.dimensions[department].filterCode);
    const Picked value{SelectBy::Id, data.dimensions[department].values[0].id, {}, {}};
    Room room(std::move(data));
    ui::ExplainDialog dialog(*room.desk, *room.window->findChild<ui::PendingEdits*>(), nullptr, nullptr,
                             room.window.get());
    dialog.show();
    dialog.setValue(dimension, value);
    QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() > 0, longWait);
    dialog.setValue(dimension, {SelectBy::Name, "another", {}, {}}); // its answer is under way
    dialog.thinkUp();
    QTRY_COMPARE_WITH_TIMEOUT(dialog.model()->rowCount(), 0, longWait);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(dialog.model()->rowCount(), 0);
    // The last attribute left open is the same.
    dialog.setValue(dimension, value);
    QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() > 0, longWait);
    dialog.clearValue(dimension);
    QTRY_COMPARE_WITH_TIMEOUT(dialog.model()->rowCount(), 0, longWait);
}

/// The same key again is meant for the same value, wherever it stands by now.
void TestMeanwhile::favourites()
{
    Room room;
    room.read();
    ui::PickerField field(*room.desk, nullptr);
    field.setList(room.desk->catalogue()->list(EntryKind::Product), true);
    field.show();
    auto* model = static_cast<EntryModel*>(field.matches()->model());
    QTRY_VERIFY_WITH_TIMEOUT(model->rowCount() > 5, longWait);
    field.matches()->goToRow(4);
    const auto idAt = [&] {
        return std::string(model->rows()->list().id(model->sourceRow(field.matches()->currentIndex().row())));
    };
    const std::string id = idAt();
    QTest::keyClick(field.edit(), Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!model->isWorking(), longWait);
    QCOMPARE(idAt(), id);
    QTest::keyClick(field.edit(), Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!model->isWorking(), longWait);
    QCOMPARE(idAt(), id);
    // A catalogue that has learned leaves what is being typed.
    QTest::keyClicks(field.edit(), QStringLiteral("abc"));
    CatalogueNews news;
    news.add(EntryKind::Product, {"777", "K777", {}, "新品", {}, EntryOrigin::ReferenceList});
    room.desk->catalogueKeeper().learn(std::move(news));
    QTRY_VERIFY_WITH_TIMEOUT(room.desk->catalogue()->of(EntryKind::Product).withId("777"), longWait);
    field.setList(room.desk->catalogue()->list(EntryKind::Product), true);
    QCOMPARE(field.edit()->text(), QStringLiteral("abc"));
    field.setList(room.desk->catalogue()->list(EntryKind::Customer), true);
    QCOMPARE(field.edit()->text(), QString());
}

/// The conditions that are offered are told anew, and the keys stand where they stood.
void TestMeanwhile::typedInTheTree()
{
    Room room;
    room.read();
    ui::TreeEditor editor(*room.desk, *room.window->findChild<ui::PendingEdits*>(), nullptr, {}, {},
                          room.window.get());
    editor.show();
    auto* offered = editor.findChild<QListView*>(QStringLiteral("tree.dimensions"));
    offered->setCurrentIndex(offered->model()->index(2, 0));
    const QString name = offered->currentIndex().data().toString();
    QTRY_VERIFY_WITH_TIMEOUT(editor.enabled(), longWait);
    QVERIFY(offered->currentIndex().isValid());
    QCOMPARE(offered->currentIndex().row(), 2);
    QVERIFY(!name.isEmpty());
}

/// A download ends while a note is being typed: it goes on, and is of the one it was begun for.
void TestMeanwhile::noteAcrossADownload()
{
    tests::ReviewRoom room;
    ui::ReviewPage* page = room.review();
    auto* card = page->findChild<ui::MerchantCard*>();
    QLineEdit* note = card->noteField();
    page->table()->goToRow(0);
    const auto customerAt = [page] {
        const auto rows = page->model()->rows();
        return rows->customer(page->model()->sourceRow(page->table()->currentIndex().row()));
    };
    const std::string first(customerAt().id);
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("papers "));
    QSignalSpy changed(&page->state(), &ui::ReviewState::changed);
    room.serveAgain();
    page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(changed.size() >= 2, longWait); // what was typed so far, and the download
    QVERIFY(room.settle());
    QVERIFY(note->hasFocus());
    QTest::keyClicks(note, QStringLiteral("missing"));
    QCOMPARE(note->text(), QStringLiteral("papers missing"));
    QTest::keyClick(note, Qt::Key_Return);
    QCOMPARE(std::string(customerAt().id), first);
    QTRY_COMPARE_WITH_TIMEOUT(page->state().mark(customerAt()).note, QStringLiteral("papers missing"),
                              longWait);
    // Somebody else stands there now: what is typed next is not for that one.
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("!"));
    page->table()->goToRow(1);
    QTRY_VERIFY_WITH_TIMEOUT(page->table()->hasFocus(), longWait);
    QVERIFY(room.settle());
    QVERIFY(page->state().mark(customerAt()).note.isEmpty());
    page->table()->goToRow(0);
    QCOMPARE(page->state().mark(customerAt()).note, QStringLiteral("papers missing!"));
}

QTEST_MAIN(TestMeanwhile)
#include "tst_meanwhile.moc"
