// SPDX-License-Identifier: GPL-3.0-or-later
// Sale ranges and customer ranges edited in the window: products, conditions, clearing, conflicts, explain.
#include "common/dialogs.h"
#include "core/language.h"
#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "pickers/picker_field.h"
#include "range_room.h"
#include "ranges/edits_dialog.h"
#include "ranges/explain_dialog.h"
#include "ranges/health_dialog.h"
#include "ranges/reach_dialog.h"
#include "ranges/rule_detail.h"
#include "ranges/tree_editor.h"
#include "ui/walk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace rangedesk;
using tests::DialogWatch;
using tests::editableRow;
using tests::productsOf;
using Room = tests::RangeRoom;
using tests::settled;
using tests::Walk;
using ui::BulkPage;
using ui::MainWindow;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// Somebody else removes a product of the current rule, which has one condition.
void removeElsewhere(Room& room, ui::RangePage* page, const std::string& product)
{
    auto* model = tests::modelOf(page);
    const SaleRule& rule = model->rows()->rule(tests::currentRow(page));
    const auto dimension = *dimensionOfFilterCode(rule.fields.front().filterCode);
    room.server.edit("modifySaleRangePds", "{\"opt_type\":\"1\",\"" +
                                               std::string(dimensionPrefix(dimension)) + "_id\":\"" +
                                               std::string(rule.fields.front().selectedId) +
                                               "\",\"sale_products\":[{\"product_id\":\"" + product +
                                               "\",\"is_must_sale\":\"0\",\"is_new\":\"0\"}]}");
}

/// 20 customers whose attributes the current rule, of one condition, asks for; 20 of another value; one of
/// whom nothing is known.
void addCustomers(Room& room)
{
    auto* page = room.page();
    Room::tableOf(page)->goToRow(editableRow(page));
    auto* model = tests::modelOf(page);
    const RuleField& field = model->rows()->rule(tests::currentRow(page)).fields.front();
    const std::string attribute(dimensionPrefix(*dimensionOfFilterCode(field.filterCode)));
    CatalogueNews news;
    for (int i = 0; i < 41; ++i) {
        CatalogueEntry customer{"88" + std::to_string(i),  "XK" + std::to_string(i), {}, "新客户", {},
                                EntryOrigin::ReferenceList};
        if (i < 40)
            customer.attributes[attribute] = i < 20 ? std::string(field.selectedId) : "another";
        news.add(EntryKind::Customer, std::move(customer));
    }
    const std::size_t before = room.desk->catalogue()->of(EntryKind::Customer).size();
    room.desk->catalogueKeeper().learn(std::move(news));
    if (!QTest::qWaitFor(
            [&] { return room.desk->catalogue()->of(EntryKind::Customer).size() >= before + 41; },
            tests::patience))
        qFatal("the customers are not learned");
}

/// What the labels of a dialog say.
QString textsOf(const QDialog& dialog)
{
    QStringList all;
    for (const auto* label : dialog.findChildren<QLabel*>())
        all.append(label->text());
    return all.join(QLatin1Char('\n'));
}

bool pick(ui::PickerDialog& picker, const QStringList& texts)
{
    QGuiApplication::clipboard()->setText(texts.join(QLatin1Char('\n')) + QLatin1Char('\n'));
    picker.findChild<QPushButton*>(QStringLiteral("picker.paste"))->click();
    if (!QTest::qWaitFor([&picker] { return !picker.picked().empty(); }, tests::patience))
        return false;
    picker.findChild<QPushButton*>(QStringLiteral("picker.use"))->click();
    return picker.result() == QDialog::Accepted;
}

} // namespace

class TestRanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void byKeysAlone();
    void editedPostedVerified();
    void undoAndRestart();
    void readOnlyRules();
    void othersChangedIt();
    void conflictsOneByOne();
    void newRanges();
    void valuesByKeysAlone();
    void treeWithoutAReading();
    void otherConditions();
    void cleared();
    void copiedToCustomers();
    void explained();
    void pickerAlone();
    void damagedEdits();
    void comparedCustomers();
    void whereSold();
    void effectOfEdits();
    void favourites();
    void keptForTheNextStart();
    void healthCheck();
    void healthClearing();
    void whereItWasSeen();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

void TestRanges::byKeysAlone()
{
    Walk walk({});
    walk.open();
    walk.editRanges();
    QCOMPARE(walk.failure(), QString());
}

void TestRanges::editedPostedVerified()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    QVERIFY(settled(page));
    ui::TableView* products = page->detail()->table();
    products->setFocus();
    products->goToRow(0);
    const std::string id(productsOf(page)->product(0).id);
    const bool before = productsOf(page)->mustSell(0);
    room.key(Qt::Key_Space);
    QVERIFY(settled(page));
    QCOMPARE(productsOf(page)->mustSell(0), !before);
    room.key(Qt::Key_Down);
    room.key(Qt::Key_Delete);
    QVERIFY(room.inDialog<ui::PickerDialog>(
        [&] { room.key(Qt::Key_Insert); },
        [](ui::PickerDialog& picker) {
            QVERIFY(pick(picker,
                         {QStringLiteral("SP10001"), QStringLiteral("SP10002"), QStringLiteral("SP10003"),
                          QStringLiteral("SP10004"), QStringLiteral("SP10005"), QStringLiteral("SP10006")}));
        }));
    auto* review = Room::button(page, "review");
    QVERIFY(review->isVisible());
    const QString state = QString::fromStdString(room.server.state());
    room.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(room.post());
    QCOMPARE(room.counts().planned, room.counts().verified);
    QVERIFY(room.counts().verified >= 3);
    QVERIFY(QString::fromStdString(room.server.state()) != state);
    // Nothing waits any more, and the list shows what is there now.
    QTRY_VERIFY(!review->isVisible());
    room.window->goTo(MainWindow::Place::Ranges);
    QTRY_VERIFY(!page->isReading());
    QVERIFY(settled(page));
    const auto holdsNow = [&] {
        const RuleProductRows* rows = productsOf(page);
        for (std::uint32_t i = 0; i < rows->size(); ++i) {
            if (rows->product(i).id == id)
                return rows->edit(i) == nullptr && rows->mustSell(i) != before;
        }
        return false;
    };
    QTRY_VERIFY(holdsNow());
}

void TestRanges::undoAndRestart()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    QVERIFY(settled(page));
    ui::TableView* products = page->detail()->table();
    products->setFocus();
    products->goToRow(0);
    room.key(Qt::Key_N);
    room.key(Qt::Key_Down);
    room.key(Qt::Key_Delete);
    auto* review = Room::button(page, "review");
    QVERIFY(review->text().contains(QLatin1Char('2')));
    room.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(review->text().contains(QLatin1Char('1')));
    room.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!review->isVisible());
    room.key(Qt::Key_Y, Qt::ControlModifier);
    room.key(Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(review->text().contains(QLatin1Char('2')));
    // Del on what is to be removed brings it back.
    QVERIFY(settled(page));
    products->goToRow(1);
    room.key(Qt::Key_Delete);
    QVERIFY(review->text().contains(QLatin1Char('1')));
    // The program ends; the edits do not.
    room.open();
    page = room.page();
    QTRY_VERIFY(Room::button(page, "review")->isVisible());
    QVERIFY(Room::button(page, "review")->text().contains(QLatin1Char('1')));
    page = room.read();
    auto* discard = page->findChild<QPushButton*>(QStringLiteral("range.discard"));
    auto* model = tests::modelOf(page);
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(Qt::DisplayRole).toString().contains(QLatin1String("edit")))
            Room::tableOf(page)->goToRow(row);
    }
    QTRY_VERIFY(discard->isVisible());
    discard->click();
    QVERIFY(!Room::button(page, "review")->isVisible());
}

void TestRanges::readOnlyRules()
{
    Room room;
    ui::RangePage* page = room.read();
    auto* model = tests::modelOf(page);
    int seen = 0;
    for (int row = 0; row < model->rowCount() && seen < 3; ++row) {
        if (model->readOnly(model->sourceRow(row)) != ReadOnly::SeveralValues)
            continue;
        ++seen;
        Room::tableOf(page)->goToRow(row);
        QVERIFY(!page->detail()->canEdit());
        QVERIFY(!Room::button(page, "clear")->isEnabled());
        QVERIFY(settled(page));
        page->detail()->table()->setFocus();
        page->detail()->table()->goToRow(0);
        room.key(Qt::Key_Space);
        room.key(Qt::Key_Delete);
        QVERIFY(!Room::button(page, "review")->isVisible());
    }
    QVERIFY(seen > 0);
}

/// Values that moved on the server while they were edited here: seen before anything is compared, decided by
/// a person, and never overwritten unasked.
void TestRanges::othersChangedIt()
{
    for (const bool mine : {true, false}) {
        Room room;
        ui::RangePage* page = room.read();
        Room::tableOf(page)->goToRow(editableRow(page));
        QVERIFY(settled(page));
        ui::TableView* products = page->detail()->table();
        products->setFocus();
        products->goToRow(0);
        const std::string gone(productsOf(page)->product(0).id);
        room.key(Qt::Key_Space); // a flag of what somebody else removes
        products->goToRow(1);
        const std::string alike(productsOf(page)->product(1).id);
        room.key(Qt::Key_Delete); // what somebody else removes as well
        products->goToRow(2);
        room.key(Qt::Key_Space); // this one is nobody else's
        removeElsewhere(room, page, gone);
        removeElsewhere(room, page, alike);
        QVERIFY(room.inDialog<ui::EditsDialog>(
            [&] { room.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); },
            [&](ui::EditsDialog& dialog) {
                const QAbstractItemModelTester tester(dialog.model(), strict);
                QTRY_COMPARE(dialog.model()->rowCount(), 3);
                QCOMPARE(dialog.model()->rows()->count(EditState::Gone), 1);
                QCOMPARE(dialog.model()->rows()->count(EditState::Alike), 1);
                QCOMPARE(dialog.model()->rows()->count(EditState::Mine), 1);
                auto* review = dialog.findChild<QPushButton*>(QStringLiteral("edits.review"));
                QVERIFY(!review->isEnabled());
                QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
                QVERIFY(dialog.isVisible()); // not over an undecided one
                dialog.table()->setFocus();
                dialog.table()->selectAll();
                QTest::keyClick(dialog.table(), mine ? Qt::Key_M : Qt::Key_T);
                QTRY_COMPARE(dialog.model()->rows()->undecided(), 0);
                // What is theirs by now stands there as changed by them alone.
                QTRY_COMPARE(dialog.model()->rows()->count(EditState::OnlyThere), mine ? 0 : 1);
                QTRY_COMPARE(dialog.model()->rowCount(), 3);
                QTRY_VERIFY(review->isEnabled());
                review->click();
                QVERIFY(!dialog.isVisible());
            }));
        BulkPage* bulk = room.window->bulk();
        QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled(),
                                 20000);
        // What was alike waits no more; what was decided goes with what was mine alone.
        QCOMPARE(bulk->reviewStep()->draft()->job.counts.held, 0);
        QCOMPARE(bulk->reviewStep()->draft()->job.counts.planned, mine ? 2 : 1);
    }
}

/// Another value over a conflict, undo of a decision, and the edits of a rule decided beside it.
void TestRanges::conflictsOneByOne()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    QVERIFY(settled(page));
    ui::TableView* products = page->detail()->table();
    products->setFocus();
    products->goToRow(0);
    room.key(Qt::Key_Space);
    removeElsewhere(room, page, std::string(productsOf(page)->product(0).id));
    page->refresh();
    QTRY_VERIFY(!page->isReading());
    const auto conflicts = [&] {
        int count = 0;
        for (std::uint32_t i = 0; i < productsOf(page)->size(); ++i)
            count += productsOf(page)->isConflict(i) ? 1 : 0;
        return count;
    };
    QTRY_COMPARE(conflicts(), 1);
    QVERIFY(room.inDialog<ui::EditsDialog>([&] { room.key(Qt::Key_L, Qt::ControlModifier); },
                                           [&](ui::EditsDialog& dialog) {
                                               QTRY_COMPARE(dialog.model()->rowCount(), 1);
                                               QCOMPARE(dialog.model()->rows()->undecided(), 1);
                                               dialog.table()->setFocus();
                                               QTest::keyClick(dialog.table(),
                                                               Qt::Key_N); // another value decides
                                               QTRY_COMPARE(dialog.model()->rows()->undecided(), 0);
                                               QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
                                               QTRY_COMPARE(dialog.model()->rows()->undecided(), 1);
                                               auto* search = dialog.findChild<QLineEdit*>();
                                               search->setText(QStringLiteral("nothing like it"));
                                               QTRY_COMPARE(dialog.model()->rowCount(), 0);
                                               dialog.reject();
                                               QVERIFY(dialog.isVisible());
                                               dialog.reject();
                                           }));
    QPushButton* theirs = nullptr;
    for (auto* button : page->detail()->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().contains(QStringLiteral("theirs")))
            theirs = button;
    }
    QVERIFY(theirs != nullptr);
    theirs->click();
    QVERIFY(!Room::button(page, "review")->isVisible());
}

void TestRanges::newRanges()
{
    Room room;
    ui::RangePage* page = room.read();
    const int before = Room::tableOf(page)->model()->rowCount();
    QVERIFY(room.inDialog<ui::TreeEditor>(
        [&] { room.key(Qt::Key_N, Qt::ControlModifier); },
        [&](ui::TreeEditor& editor) {
            const auto held = room.desk->catalogue();
            const Catalogue& catalogue = *held;
            const auto value = [&](Dimension dimension, std::uint32_t entry) {
                return TreeValue{SelectBy::Id,
                                 std::string(catalogue.of(dimension).id(entry)),
                                 {},
                                 std::string(catalogue.of(dimension).name(entry)),
                                 false};
            };
            editor.setTree(
                {{{Dimension::Department, {value(Dimension::Department, 0), value(Dimension::Department, 1)}},
                  {Dimension::CustomerLevel, {value(Dimension::CustomerLevel, 0)}},
                  {Dimension::CityTier, {value(Dimension::CityTier, 0), value(Dimension::CityTier, 1)}}}});
            auto* apply = editor.findChild<QPushButton*>(QStringLiteral("tree.apply"));
            QTRY_COMPARE(editor.side()->ranges().size(), std::size_t(4));
            QVERIFY(!apply->isEnabled()); // no products
            const EntryList& products = catalogue.of(EntryKind::Product);
            editor.side()->addProducts(
                {{Picked::of(products, 0), true, false}, {Picked::of(products, 1), false, true}});
            QTRY_VERIFY(apply->isEnabled());
            // A limit below the number of ranges stops it.
            auto* limit = editor.findChild<QSpinBox*>(QStringLiteral("tree.limit"));
            limit->setValue(3);
            QTRY_VERIFY(!apply->isEnabled());
            limit->setValue(4);
            QTRY_VERIFY(apply->isEnabled());
            // Undo takes a branch back, redo brings it again.
            editor.findChild<QTreeView*>()->setFocus();
            room.key(Qt::Key_Delete);
            QTRY_VERIFY(editor.side()->ranges().size() != 4);
            room.key(Qt::Key_Z, Qt::ControlModifier);
            QTRY_COMPARE(editor.side()->ranges().size(), std::size_t(4));
            QTRY_VERIFY(apply->isEnabled());
            // So it is with the products: what was done last is taken back first.
            auto* table = editor.findChild<ui::TableView*>(QStringLiteral("tree.products"));
            const auto begun = editor.side()->products();
            table->setFocus();
            table->goToRow(0);
            room.key(Qt::Key_Space);
            QCOMPARE(editor.side()->products().front().mustSell, !begun.front().mustSell);
            room.key(Qt::Key_Delete);
            QCOMPARE(editor.side()->products().size(), begun.size() - 1);
            room.key(Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(editor.side()->products().size(), begun.size());
            room.key(Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(editor.side()->products(), begun);
            QCOMPARE(editor.side()->ranges().size(), std::size_t(4));
            room.key(Qt::Key_Y, Qt::ControlModifier);
            room.key(Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(editor.side()->products(), begun);
            QTRY_VERIFY(apply->isEnabled());
            apply->click();
            QCOMPARE(editor.result(), static_cast<int>(QDialog::Accepted));
        }));
    QTRY_COMPARE(Room::tableOf(page)->model()->rowCount(), before + 4);
    page->review();
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 8);
    QTRY_VERIFY(!page->isReading());
    QTRY_VERIFY(!Room::button(page, "review")->isVisible());
    QTRY_COMPARE(tests::modelOf(page)->rows()->count(RuleRows::Draft), 0);
}

/// What was picked of late comes first; in the empty field Ctrl+Z takes back a value, not a letter.
void TestRanges::valuesByKeysAlone()
{
    Room room;
    room.read();
    const auto isOffered = [](const ui::PickerField& field, int row) {
        return field.matches()
            ->model()
            ->index(row, static_cast<int>(EntryModel::Column::Name))
            .data()
            .toString();
    };
    const auto edit = [&](const std::function<void(ui::TreeEditor&, ui::PickerField&)>& act) {
        return room.inDialog<ui::TreeEditor>(
            [&] { room.key(Qt::Key_N, Qt::ControlModifier); },
            [&](ui::TreeEditor& editor) {
                const auto catalogue = room.desk->catalogue();
                const EntryList& values = catalogue->of(Dimension::Department);
                editor.setTree(
                    {{{Dimension::Department,
                       {{SelectBy::Id, std::string(values.id(0)), {}, std::string(values.name(0))}}}}});
                auto* field = editor.findChild<ui::PickerField*>();
                auto* tree = editor.findChild<QTreeView*>();
                tree->setCurrentIndex(tree->model()->index(0, 0));
                tree->setFocus();
                QTRY_VERIFY(field->isEnabled());
                field->edit()->setFocus();
                // The answer about the enabled dimensions, and what the values are: both show anew.
                QTRY_VERIFY(tests::isIdle(editor) && field->matches()->model()->rowCount() > 2);
                act(editor, *field);
                ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 0; };
                editor.reject();
            });
    };
    const auto count = [](const ui::TreeEditor& editor) {
        return editor.tree().branches.front().values.size();
    };
    QString last;
    QVERIFY(edit([&](ui::TreeEditor& editor, ui::PickerField& field) {
        const int rows = field.matches()->model()->rowCount();
        last = isOffered(field, rows - 1);
        for (int row = 1; row < rows; ++row)
            room.key(Qt::Key_Down);
        room.key(Qt::Key_Return);
        QTRY_COMPARE(count(editor), std::size_t(2));
        QTRY_COMPARE(isOffered(field, 0), last); // the newest
        QVERIFY(field.edit()->hasFocus());
        room.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(count(editor), std::size_t(1));
        room.key(Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(count(editor), std::size_t(2));
        // While something is typed it is the text that is taken back.
        QTest::keyClicks(field.edit(), QStringLiteral("x"));
        room.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(count(editor), std::size_t(2));
        QCOMPARE(field.edit()->text(), QString());
    }));
    QVERIFY(edit([&](ui::TreeEditor&, ui::PickerField& field) {
        QCOMPARE(isOffered(field, 0), last); // kept
        room.key(Qt::Key_Down);
        const QString second = isOffered(field, 1);
        room.key(Qt::Key_D, Qt::ControlModifier); // a favourite
        QTRY_COMPARE(field.matches()
                         ->model()
                         ->index(1, static_cast<int>(EntryModel::Column::Favourite))
                         .data()
                         .toString(),
                     QStringLiteral("★"));
        QCOMPARE(isOffered(field, 1), second);
        // Found by its id alone: the column shows why.
        const auto column = static_cast<int>(EntryModel::Column::Code);
        QVERIFY(!field.matches()->isColumnHidden(column));
    }));
}

/// New conditions are a new range, and the old one is cleared only after the new one was verified.
/// Which dimensions the company has enabled is asked, where no reading told it.
void TestRanges::treeWithoutAReading()
{
    Room room;
    ui::RangePage* page = room.page();
    QTRY_VERIFY(room.desk->isOpen());
    QVERIFY(page->rules() == nullptr);
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 0; };
    QVERIFY(room.inDialog<ui::TreeEditor>(
        [&] { room.key(Qt::Key_N, Qt::ControlModifier); },
        [&](ui::TreeEditor& editor) {
            auto* list = editor.findChild<QListView*>(QStringLiteral("tree.dimensions"));
            const auto usable = [&] {
                int count = 0;
                for (int row = 0; row < list->model()->rowCount(); ++row)
                    count += (list->model()->index(row, 0).flags() & Qt::ItemIsEnabled) != 0 ? 1 : 0;
                return count;
            };
            QTRY_VERIFY(editor.enabled().has_value());
            QVERIFY(editor.enabled()->size() < static_cast<std::size_t>(dimensionCount));
            QCOMPARE(usable(), static_cast<int>(editor.enabled()->size()));
            editor.reject();
        }));
    QCOMPARE(QByteArray::fromStdString(room.server.log()).count("getSaleRangePds\t"), 0);
}

void TestRanges::otherConditions()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    auto* model = tests::modelOf(page);
    const std::uint32_t at = tests::currentRow(page);
    const std::string oldKey = model->rows()->target(at).key();
    const int products = model->rows()->figures(at).distinct;
    QVERIFY2(Room::button(page, "conditions")->isEnabled(), toQString(oldKey).toUtf8().constData());
    QVERIFY(room.inDialog<ui::TreeEditor>(
        [&] { room.key(Qt::Key_F2); },
        [&](ui::TreeEditor& editor) {
            auto* apply = editor.findChild<QPushButton*>(QStringLiteral("tree.apply"));
            QVERIFY(!apply->isEnabled()); // nothing changed
            ConditionTree tree = editor.tree();
            for (int d = 0; d < dimensionCount; ++d) {
                const auto dimension = static_cast<Dimension>(d);
                const auto catalogue = room.desk->catalogue();
                const EntryList& values = catalogue->of(dimension);
                if (tree.branch(dimension) == nullptr && dimension != Dimension::ChainBrand &&
                    values.size() > 0 && tree.branches.size() < 3)
                    tree.branches.push_back({dimension, {{SelectBy::Id, std::string(values.id(0))}}});
            }
            QGuiApplication::clipboard()->setText(treeText(tree));
            editor.findChild<QTreeView*>()->setFocus();
            room.key(Qt::Key_V, Qt::ControlModifier);
            QTRY_VERIFY(apply->isEnabled());
            apply->click();
        }));
    // Nothing is cleared before the new range is there; undone, nothing is to be cleared.
    const auto isOffered = [&] {
        for (auto* button : page->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == QLatin1String("Review the clearing"))
                return true;
        }
        return false;
    };
    QVERIFY(!isOffered());
    room.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!Room::button(page, "review")->isVisible());
    QVERIFY(!isOffered());
    room.key(Qt::Key_Y, Qt::ControlModifier);
    QTRY_VERIFY(Room::button(page, "review")->isVisible());
    page->review();
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, products);
    page = room.page();
    QTRY_VERIFY(!page->isReading());
    QPushButton* review = nullptr;
    QTRY_VERIFY([&] {
        for (auto* button : page->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == QLatin1String("Review the clearing"))
                review = button;
        }
        return review != nullptr;
    }());
    review->click();
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1);
    QTRY_VERIFY(!page->isReading());
    QTRY_VERIFY(!tests::modelOf(page)->rows()->rowOf(oldKey).has_value());
}

void TestRanges::cleared()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page, 2));
    auto* model = tests::modelOf(page);
    const std::string key = model->rows()->target(tests::currentRow(page)).key();
    QVERIFY(Room::button(page, "clear")->isEnabled());
    Room::button(page, "clear")->click();
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1);
    QTRY_VERIFY(!page->isReading());
    QTRY_VERIFY(!tests::modelOf(page)->rows()->rowOf(key).has_value());
}

void TestRanges::copiedToCustomers()
{
    Room room;
    ui::RangePage* page = room.read(true);
    Room::tableOf(page)->goToRow(editableRow(page));
    auto* model = tests::modelOf(page);
    const std::uint32_t at = tests::currentRow(page);
    const std::string own(model->rows()->rule(at).customers.front().id);
    QStringList others;
    const auto catalogue = room.desk->catalogue();
    const EntryList& customers = catalogue->of(EntryKind::Customer);
    for (std::uint32_t i = 0; i < customers.size() && others.size() < 2; ++i) {
        if (customers.id(i) != own)
            others << toQString(customers.code(i));
    }
    QVERIFY(room.inDialog<ui::PickerDialog>(
        [&] { room.key(Qt::Key_F2); }, [&](ui::PickerDialog& picker) { QVERIFY(pick(picker, others)); }));
    QVERIFY(Room::button(page, "review")->isVisible());
    page->review();
    QVERIFY(room.post());
    QVERIFY(room.counts().verified > 0);
    QCOMPARE(room.counts().planned, room.counts().verified);
    // What they held already waits no more, either.
    QTRY_VERIFY(!Room::button(page, "review")->isVisible());
}

void TestRanges::explained()
{
    Room room;
    ui::RangePage* page = room.read(true); // the other list is read by the dialog itself
    Room::tableOf(page)->goToRow(editableRow(page));
    auto* model = tests::modelOf(page);
    const int own = model->rows()->figures(tests::currentRow(page)).distinct;
    QVERIFY(room.inDialog<ui::ExplainDialog>(
        [&] { room.key(Qt::Key_E, Qt::ControlModifier); },
        [&](ui::ExplainDialog& dialog) {
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() > 0, 20000);
            const auto canSell = [&] { return dialog.model()->rows()->answer().canSell; };
            QVERIFY(canSell() >= static_cast<std::size_t>(own));
            const std::size_t before = canSell();
            QTRY_VERIFY(room.desk->catalogue()->of(Dimension::CustomerLevel).size() >
                        0); // learned in a worker
            const auto catalogue = room.desk->catalogue();
            dialog.setValue(Dimension::CustomerLevel, Picked::of(catalogue->of(Dimension::CustomerLevel), 0));
            QTRY_VERIFY(canSell() != before);
            auto* value = dialog.findChild<QPushButton*>(
                QStringLiteral("explain.%1").arg(static_cast<int>(Dimension::CustomerLevel)));
            auto* clear = dialog.findChild<QToolButton*>(
                QStringLiteral("explain.clear%1").arg(static_cast<int>(Dimension::CustomerLevel)));
            QVERIFY(value->text().startsWith(QStringLiteral("∆")));
            QVERIFY(clear->isVisible());
            clear->click(); // as the catalogue has it
            QVERIFY(!value->text().startsWith(QStringLiteral("∆")));
            QTRY_COMPARE(canSell(), before);
            // What may not be sold is added as an edit that waits.
            dialog.table()->goToRow(dialog.model()->rowCount() - 1);
            auto* add = dialog.findChild<QPushButton*>(QStringLiteral("explain.toCustomer"));
            QTRY_VERIFY(add->isVisible() && add->isEnabled());
            add->click();
            QVERIFY(!add->isEnabled());
        }));
    QTRY_VERIFY(Room::button(page, "review")->isVisible());
}

void TestRanges::pickerAlone()
{
    Room room;
    room.read();
    ui::PickerDialog picker(*room.desk, {EntryKind::Product, QStringLiteral("Products")}, room.window.get());
    picker.show();
    picker.activateWindow();
    auto* table = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
    auto* search = picker.findChild<QLineEdit*>(QStringLiteral("picker.search"));
    QTRY_VERIFY(table->model()->rowCount() > 100);
    const int all = table->model()->rowCount();
    QTest::keyClicks(search, QStringLiteral("wulong"));
    QTRY_VERIFY(table->model()->rowCount() < all);
    const int found = table->model()->rowCount();
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_Space); // and off again
    QVERIFY(picker.picked().empty());
    picker.findChild<QPushButton*>(QStringLiteral("picker.all"))->click();
    QCOMPARE(picker.picked().size(), static_cast<std::size_t>(found));
    // A letter typed in the table goes on searching.
    QTest::keyClick(table, Qt::Key_C);
    QTRY_COMPARE(search->text(), QStringLiteral("wulongc"));
    // Texts that the catalogue lacks are used as typed, damaged ones never.
    QGuiApplication::clipboard()->setText(QStringLiteral("NEW-1\n8.93E+18\n"));
    picker.findChild<QPushButton*>(QStringLiteral("picker.paste"))->click();
    auto* asTyped = picker.findChild<QPushButton*>(QStringLiteral("picker.asTyped"));
    QTRY_VERIFY(asTyped->isVisible());
    asTyped->click();
    QCOMPARE(picker.picked().size(), static_cast<std::size_t>(found) + 1);
    QCOMPARE(picker.picked().back().by, SelectBy::Code);
    QCOMPARE(picker.picked().back().value, std::string("NEW-1"));
    for (const QWidget* widget : picker.findChildren<QWidget*>()) {
        const bool takesFocus = widget->focusPolicy() != Qt::NoFocus && widget->isVisible();
        const bool isOwn = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                           qobject_cast<const QLineEdit*>(widget) != nullptr;
        if (takesFocus && isOwn) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
        }
    }
}

/// What cannot be read is left for a person, and told.
void TestRanges::damagedEdits()
{
    Room room;
    room.window.reset();
    const QString path = ui::PendingEdits::pathOf(*room.desk->data(), room.desk->scope());
    room.desk.reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"version\":1,\"targets\":[{}]}");
    file.close();
    room.open();
    ui::RangePage* page = room.page();
    QVERIFY(!Room::button(page, "review")->isVisible());
    QTRY_COMPARE(QDir(QFileInfo(path).path()).entryList({QStringLiteral("*.damaged")}).size(), 1);
}

/// Favourites by key, what was picked of late, both over a restart; a damaged file is set aside.
/// Two customers with rules of their own, side by side.
void TestRanges::comparedCustomers()
{
    Room room;
    ui::RangePage* page = room.read(true);
    const auto rules = page->rules();
    std::vector<std::uint32_t> own;
    for (std::uint32_t row = 0; row < rules->size() && own.size() < 2; ++row) {
        if (!rules->rule(row).isDeleted() && rules->rulesOf(rules->target(row).key()) == 1)
            own.push_back(row);
    }
    const auto customerOf = [&](std::uint32_t row) {
        const RuleCustomer& one = rules->rule(row).customers.front();
        return Picked{SelectBy::Id, std::string(one.id), std::string(one.code), std::string(one.name)};
    };
    const auto productsOfRule = [&](std::uint32_t row) {
        std::map<std::string, std::string> all;
        for (const RuleProduct& product : rules->rule(row).products)
            all[std::string(product.id)] +=
                std::string(product.mustSell ? "m" : "") + (product.isNew ? "n" : "");
        return all;
    };
    const auto first = productsOfRule(own[0]);
    const auto second = productsOfRule(own[1]);
    std::set<std::string> both;
    for (const auto& [id, flags] : first)
        both.insert(id);
    for (const auto& [id, flags] : second)
        both.insert(id);
    const auto differing = std::count_if(both.begin(), both.end(), [&](const std::string& id) {
        return !first.contains(id) || !second.contains(id) || first.at(id) != second.at(id);
    });
    ui::ExplainDialog dialog(*room.desk, *room.window->findChild<ui::PendingEdits*>(), nullptr, rules,
                             room.window.get());
    dialog.show();
    dialog.setCustomer(customerOf(own[0]));
    const int column = static_cast<int>(ExplainModel::Column::Other);
    QVERIFY(dialog.table()->isColumnHidden(column));
    QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() > 0, tests::patience);
    dialog.compareWith(customerOf(own[1]));
    QVERIFY(!dialog.table()->isColumnHidden(column));
    const QAbstractItemModelTester tester(dialog.model(), strict);
    QTRY_VERIFY(dialog.model()->rows()->isCompared());
    QCOMPARE(dialog.model()->rows()->differing(), differing);
    QCOMPARE(dialog.model()->rows()->otherAnswer().canSell, second.size());
    dialog.model()->setFacets(ExplainRows::Differs);
    QTRY_COMPARE(dialog.model()->rowCount(), static_cast<int>(differing));
    QVERIFY2(textsOf(dialog).contains(QStringLiteral("Compared with")), qPrintable(textsOf(dialog)));
    dialog.findChild<QPushButton*>(QStringLiteral("explain.endCompare"))->click();
    QTRY_VERIFY(!dialog.model()->rows()->isCompared());
    QVERIFY(dialog.table()->isColumnHidden(column));
}

/// A product of a rule: who may sell it, asked from its table by a key, and from there on to a customer.
void TestRanges::whereSold()
{
    Room room;
    room.read(true);
    ui::RangePage* page = room.read();
    addCustomers(room);
    Room::tableOf(page)->goToRow(editableRow(page));
    QVERIFY(settled(page));
    ui::TableView* products = page->detail()->table();
    products->setFocus();
    products->goToRow(0);
    const QString name = toQString(productsOf(page)->product(0).name);
    bool isExplained = false;
    QVERIFY(room.inDialog<ui::ReachDialog>(
        [&] { room.key(Qt::Key_W); },
        [&](ui::ReachDialog& dialog) {
            const QAbstractItemModelTester tester(dialog.model(), strict);
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() >= 40, tests::patience);
            QTRY_VERIFY(!dialog.model()->isWorking());
            const auto rows = dialog.model()->rows();
            QVERIFY(rows->isOfProduct());
            QVERIFY(textsOf(dialog).contains(name));
            // Every customer with the rule's one value may sell it; one without attributes is not sure.
            QVERIFY(rows->count(ReachRows::MaySell) >= 20);
            QVERIFY(rows->count(ReachRows::Unsure) > 0);
            QCOMPARE(rows->count(ReachRows::MaySell) + rows->count(ReachRows::MayNot) +
                         rows->count(ReachRows::Unsure),
                     static_cast<qint64>(rows->size()));
            QCOMPARE(rows->count(ReachRows::Gains), 0);
            dialog.model()->setFacets(ReachRows::MaySell);
            QTRY_COMPARE(dialog.model()->rowCount(), static_cast<int>(rows->count(ReachRows::MaySell)));
            // Enter explains the customer.
            auto* table = dialog.findChild<ui::TableView*>(QStringLiteral("reach.table"));
            table->setFocus();
            table->goToRow(0);
            connect(&dialog, &ui::ReachDialog::explainWanted, this, [&] { isExplained = true; });
            const DialogWatch watch(&dialog, DialogWatch::ofType<ui::ExplainDialog>(),
                                    [](QDialog& explain) { explain.reject(); });
            QTest::keyClick(table, Qt::Key_Return);
            // Esc clears the search, then it closes.
            auto* search = dialog.findChild<QLineEdit*>();
            search->setText(QStringLiteral("nobody"));
            QTRY_COMPARE(dialog.model()->rowCount(), 0);
            QTest::keyClick(&dialog, Qt::Key_Escape);
            QVERIFY(dialog.isVisible() && search->text().isEmpty());
            QTest::keyClick(&dialog, Qt::Key_Escape);
        }));
    QVERIFY(isExplained);
}

/// What the edits would change for customers, before anything is posted.
void TestRanges::effectOfEdits()
{
    Room room;
    room.read(true);
    ui::RangePage* page = room.read();
    addCustomers(room);
    auto* effect = Room::button(page, "effect");
    QVERIFY(!effect->isVisible());
    Room::tableOf(page)->goToRow(editableRow(page));
    QVERIFY(settled(page));
    ui::TableView* products = page->detail()->table();
    products->setFocus();
    products->goToRow(0);
    const QString name = toQString(productsOf(page)->product(0).name);
    room.key(Qt::Key_Delete);
    QVERIFY(settled(page));
    QTRY_VERIFY(effect->isVisible());
    QVERIFY(room.inDialog<ui::ReachDialog>(
        [&] { room.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier); },
        [&](ui::ReachDialog& dialog) {
            const QAbstractItemModelTester tester(dialog.model(), strict);
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() > 0, tests::patience);
            const auto rows = dialog.model()->rows();
            QVERIFY(!rows->isOfProduct());
            QCOMPARE(rows->products().size(), std::size_t(1));
            QCOMPARE(rows->count(ReachRows::Loses), static_cast<std::int64_t>(rows->size()));
            QVERIFY(rows->count(ReachRows::Loses) <= 20); // others let some of them sell it all the same
            QVERIFY2(textsOf(dialog).contains(name), qPrintable(textsOf(dialog)));
            dialog.reject();
        }));
    room.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!effect->isVisible());
}

/// What was read is there at the next start, and the server is only asked for what changed since.
void TestRanges::keptForTheNextStart()
{
    Room room;
    const int ownRows = Room::tableOf(room.read(true))->model()->rowCount();
    const int rows = Room::tableOf(room.read())->model()->rowCount();
    room.open(); // the window closes, and another opens
    QTRY_COMPARE(Room::tableOf(room.page(true))->model()->rowCount(), ownRows);
    ui::RangePage* page = room.page();
    ui::TableView* table = Room::tableOf(page);
    QTRY_COMPARE(table->model()->rowCount(), rows);
    QVERIFY(page->rules() != nullptr);
    QCOMPARE(room.desk->connection()->readsSent(), 0);
    const auto isOfEarlierRun = [page] {
        const auto labels = page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral("as read on"));
        });
    };
    QVERIFY(isOfEarlierRun());
    // Somebody else changes one meanwhile; F5 brings it, in a few requests.
    table->goToRow(editableRow(page));
    QVERIFY(settled(page));
    const std::size_t products = productsOf(page)->size();
    removeElsewhere(room, page, std::string(productsOf(page)->product(0).id));
    QSignalSpy read(page, &ui::ListPage::readingEnded);
    room.key(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, tests::patience);
    QVERIFY(!isOfEarlierRun());
    QTRY_COMPARE(productsOf(page)->size(), products - 1);
    QVERIFY(room.desk->connection()->readsSent() < 5);
    // F5 at once, while it is still being loaded: what changed since is in it, and nothing is lost.
    room.open();
    page = static_cast<ui::RangePage*>(room.window->page(MainWindow::Place::Ranges));
    QSignalSpy readAgain(page, &ui::ListPage::readingEnded);
    page->refresh();
    page->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(readAgain.size(), 1, tests::patience);
    QTRY_COMPARE(Room::tableOf(page)->model()->rowCount(), rows);
    QVERIFY(room.desk->connection()->readsSent() < 5);
}

void TestRanges::favourites()
{
    Room room;
    room.read();
    std::string id;
    const auto open = [&](const std::function<void(ui::PickerDialog&, EntryModel*)>& act) {
        ui::PickerDialog picker(*room.desk, {EntryKind::Product, QStringLiteral("Products")},
                                room.window.get());
        picker.show();
        picker.activateWindow();
        auto* table = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
        auto* model = static_cast<EntryModel*>(table->model());
        QVERIFY(QTest::qWaitFor([&] { return model->rowCount() > 0; }, tests::patience));
        act(picker, model);
    };
    open([&](ui::PickerDialog& picker, EntryModel* model) {
        auto* picks = picker.findChild<ui::EquationBar*>(QStringLiteral("picker.picks"));
        QVERIFY(!picks->isVisible());
        auto* table = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
        table->setFocus();
        table->goToRow(3);
        id = model->rows()->list().id(model->sourceRow(3));
        QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return picks->isVisible(); }, tests::patience));
        QVERIFY(QTest::qWaitFor([&] { return !model->isWorking(); }, tests::patience));
        QCOMPARE(table->currentIndex().row(), 3); // it stays where it was
        QTest::keyClick(table, Qt::Key_Space);
        QTest::keyClick(&picker, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(picker.result(), static_cast<int>(QDialog::Accepted));
    });
    QVERIFY(room.desk->picks().picks().isFavourite(EntryKind::Product, id));
    const QString path = PickKeeper::pathOf(*room.desk->data(), room.desk->scope());
    room.open();
    room.read();
    QCOMPARE(room.desk->picks().picks().recent(EntryKind::Product), std::vector<std::string>{id});
    open([&](ui::PickerDialog& picker, EntryModel* model) {
        model->setFacets(EntryRows::Favourite);
        QVERIFY(QTest::qWaitFor([&] { return model->rowCount() == 1; }, tests::patience));
        auto* table = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
        table->goToRow(0);
        QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(!room.desk->picks().picks().isFavourite(EntryKind::Product, id));
    });
    room.window.reset();
    room.desk.reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("damaged");
    file.close();
    room.open();
    QVERIFY(room.desk->picks().picks().recent(EntryKind::Product).empty());
    QCOMPARE(QDir(QFileInfo(path).path()).entryList({QStringLiteral("picks*.damaged")}).size(), 1);
}

/// By keys: what is odd, the proposed flags as edits that wait, the rule shown in the table.
void TestRanges::healthCheck()
{
    Room room;
    ui::RangePage* page = room.page();
    QVERIFY(!Room::button(page, "health")->isVisible()); // nothing was read that could be looked at
    room.read();
    QVERIFY(Room::button(page, "health")->isVisible());
    page->findChild<QLineEdit*>(QStringLiteral("rules.search"))->setText(QStringLiteral("nothing like it"));
    QTRY_COMPARE(Room::tableOf(page)->model()->rowCount(), 0);
    auto* keys = page->detail()->findChild<QLabel*>(QStringLiteral("range.keys"));
    QTRY_VERIFY(!keys->isVisible()); // no rule, no products that they are for
    QString shown;
    QVERIFY(room.inDialog<ui::HealthDialog>(
        [&] { room.key(Qt::Key_F7); },
        [&](ui::HealthDialog& dialog) {
            QVERIFY(QTest::qWaitFor([&] { return dialog.model()->rowCount() > 10; }, tests::patience));
            dialog.model()->setFacets(HealthRows::facetOf(HealthProblem::Overruled));
            QVERIFY(QTest::qWaitFor(
                [&] {
                    return dialog.model()->rowCount() ==
                           dialog.model()->rows()->count(HealthProblem::Overruled);
                },
                tests::patience));
            dialog.table()->setFocus();
            dialog.table()->goToRow(0);
            room.key(Qt::Key_Down, Qt::ShiftModifier);
            auto* flags = dialog.findChild<QPushButton*>(QStringLiteral("health.flags"));
            QVERIFY(flags->isEnabled());
            QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("health.clear"))->isEnabled());
            flags->setFocus();
            room.key(Qt::Key_Space);
            dialog.table()->goToRow(2);
            const std::uint32_t row = dialog.model()->sourceRow(2);
            shown = toQString(dialog.model()->rows()->rules().rule(dialog.model()->rows()->ruleRow(row)).id);
            dialog.table()->setFocus();
            room.key(Qt::Key_Return); // shows the rule
        }));
    QTRY_VERIFY(Room::button(page, "review")->isVisible());
    ui::TableView* table = Room::tableOf(page);
    auto* model = static_cast<RuleModel*>(table->model());
    QTRY_VERIFY(model->rowCount() > 0 && table->currentIndex().isValid() &&
                toQString(model->rows()->rule(model->sourceRow(table->currentIndex().row())).id) == shown);
    // The edits are must-sell ones, and are posted like every other.
    room.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(room.post());
    QVERIFY(room.counts().verified >= 2);
    QCOMPARE(room.counts().rejected + room.counts().failed + room.counts().unknown, 0);
}

/// Each rule says when it was seen last, and where: by this run of the program, or by an earlier one.
void TestRanges::whereItWasSeen()
{
    Room room;
    ui::RangePage* page = room.read();
    const auto seen = [&page] {
        const auto* label = page->detail()->findChild<QLabel*>(QStringLiteral("range.seen"));
        return label->isVisible() ? label->text() : QString();
    };
    QTRY_COMPARE(seen(), QStringLiteral("Read just now from the server"));
    page->detail()->setSeen(QDateTime::currentDateTime().addSecs(-61), ui::RuleDetail::SeenIn::Reading);
    QVERIFY2(seen().startsWith(QStringLiteral("Last seen on 2")), qPrintable(seen()));
    room.open(); // as at a new start
    page = room.page();
    QTRY_VERIFY_WITH_TIMEOUT(page->isOfEarlierRun() && Room::tableOf(page)->model()->rowCount() > 0, 20000);
    QTRY_VERIFY(seen().contains(QStringLiteral(", in a list of sale ranges")));
    page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && !page->isOfEarlierRun(), 20000);
    QTRY_COMPARE(seen(), QStringLiteral("Read just now from the server"));
}

/// A rule that adds nothing is handed over to be cleared, once, whatever is chosen beside it.
void TestRanges::healthClearing()
{
    Room room;
    const auto item = [](std::string_view id, std::vector<RuleField> fields) {
        SaleRule rule;
        rule.id = id;
        rule.status = "1";
        rule.fields = std::move(fields);
        rule.skuNum = "1";
        rule.products = {{"91", "SP10003", "乌龙茶", {}, {}, false, false}};
        return ListItem<SaleRule>{std::make_shared<const std::string>(),
                                  std::make_shared<const SaleRule>(std::move(rule))};
    };
    const RuleField dept{"dept_id", "部门", "11", "SH001", "上海分公司"};
    const RuleField level{"customer_level", "客户级别", "21", "LV07", "B级"};
    const auto rules = std::make_shared<const RuleRows>(
        nullptr, std::vector<ListItem<SaleRule>>{item("1", {dept}), item("2", {dept, level})}, false);
    ui::PendingEdits edits(*room.desk);
    ui::HealthDialog dialog(*room.desk, edits, rules, {}, room.window.get());
    dialog.show();
    QTRY_COMPARE(dialog.model()->rowCount(), 1);
    dialog.table()->selectAll();
    auto* clear = dialog.findChild<QPushButton*>(QStringLiteral("health.clear"));
    QTRY_VERIFY(clear->isEnabled());
    // The rule that stands for it has edits that wait: it is left alone, and told.
    QSignalSpy told(&dialog, &ui::HealthDialog::told); // behind the dialog
    const RuleProductRows wide(rules, 0);
    ProductEdit edit = wide.unedited(0);
    edit.isRemoved = true;
    edits.apply(QStringLiteral("remove"), {{wide.target(), wide.editKey(0), edit}});
    clear->click();
    QCOMPARE(told.size(), 0);
    const auto* toast = dialog.findChild<ui::Toast*>();
    QVERIFY(toast != nullptr && toast->isVisible());
    QVERIFY(toast->accessibleName().contains(QStringLiteral("left alone")));
    QVERIFY(dialog.toClear().empty());
    edits.discard(wide.target().key());
    clear->click();
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(dialog.toClear().size(), std::size_t(1));
    QCOMPARE(dialog.toClear().front().key(), rules->target(1).key());
    QVERIFY(edits.edits().isEmpty());
    for (const QPushButton* button : dialog.findChildren<QPushButton*>())
        QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                 qPrintable(button->objectName()));
}

QTEST_MAIN(TestRanges)
#include "tst_ranges.moc"
