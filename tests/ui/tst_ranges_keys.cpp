// SPDX-License-Identifier: GPL-3.0-or-later
// Whole flows by keys alone: new ranges through the tree, other conditions to their end, a customer's range
// for others, and questions about a customer.
#include "common/facet_pane.h"
#include "core/language.h"
#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "range_room.h"
#include "ranges/dimension_model.h"
#include "ranges/explain_dialog.h"
#include "ranges/health_dialog.h"
#include "ranges/tree_editor.h"

using namespace rangedesk;
using tests::editableRow;
using Room = tests::RangeRoom;
using tests::settled;
using ui::BulkPage;

namespace {

/// Review, and posting, by the same key twice.
bool postByKeys(Room& room)
{
    BulkPage* bulk = room.window->bulk();
    room.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    if (!QTest::qWaitFor(
            [&] { return bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled(); }, 20000))
        return false;
    ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    };
    room.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    return QTest::qWaitFor([&] { return bulk->step() == BulkPage::Step::Result; }, 60000);
}

/// Types what is looked for and takes the first that fits; several where @p isSeveral.
void pickByKeys(Room& room, ui::PickerDialog& picker, const QString& text, bool isSeveral)
{
    auto* found = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
    QTRY_VERIFY_WITH_TIMEOUT(found->model()->rowCount() > 0, 20000);
    room.keyboard().type(text);
    auto* model = static_cast<RowModel*>(found->model());
    QTRY_VERIFY_WITH_TIMEOUT(!model->isWorking() && model->rowCount() > 0 &&
                                 picker.findChild<QLineEdit*>(QStringLiteral("picker.search"))->text() ==
                                     text,
                             20000);
    room.key(Qt::Key_Down);
    if (isSeveral)
        room.key(Qt::Key_Space);
    room.key(Qt::Key_Return, isSeveral ? Qt::ControlModifier : Qt::NoModifier);
}

/// A dialog of a dialog, by a key.
void pickFrom(Room& room, const std::function<void()>& open, const QString& text, bool isSeveral = false)
{
    const tests::DialogWatch watch(
        room.window.get(), tests::DialogWatch::ofType<ui::PickerDialog>(),
        [&](QDialog& dialog) { pickByKeys(room, static_cast<ui::PickerDialog&>(dialog), text, isSeveral); });
    open();
    QTRY_VERIFY_WITH_TIMEOUT(watch.wasThere(), 20000);
    // As a desktop does once a dialog is gone.
    if (QWidget* beneath = QApplication::activeModalWidget()) {
        beneath->activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(beneath->isActiveWindow(), 20000);
    }
}

/// The dimension under the keyboard, then values of it, as somebody types them.
void addCondition(Room& room, ui::TreeEditor& editor, Dimension dimension, const QStringList& values)
{
    // The answer about the enabled dimensions fills the list anew.
    QTRY_VERIFY(editor.enabled() && tests::isIdle(editor));
    if (!editor.findChild<QListView*>(QStringLiteral("tree.dimensions"))->hasFocus())
        QCOMPARE(room.keyboard().tabTo(QStringLiteral("tree.dimensions")), QString());
    const auto* list = editor.findChild<QListView*>(QStringLiteral("tree.dimensions"));
    room.key(Qt::Key_Home);
    const auto isThere = [&] {
        return list->currentIndex().isValid() &&
               list->currentIndex().data(ui::dimensionRole).toInt() == static_cast<int>(dimension);
    };
    for (int down = 0; down < dimensionCount && !isThere(); ++down)
        room.key(Qt::Key_Down);
    QVERIFY(isThere());
    room.key(Qt::Key_Return);
    QTRY_VERIFY(editor.tree().branch(dimension) != nullptr);
    const auto* field = editor.findChild<ui::PickerField*>();
    const auto* offered = static_cast<const EntryModel*>(field->matches()->model());
    std::size_t count = 0;
    for (const QString& value : values) {
        QTRY_VERIFY(field->edit()->hasFocus() && tests::isIdle(editor) && offered->rows() &&
                    offered->rows()->shared() == room.desk->catalogue()->list(entryKind(dimension)));
        QCOMPARE(field->edit()->text(), QString());
        room.keyboard().type(value);
        QTRY_VERIFY(field->edit()->text() == value && !offered->isWorking() && offered->rowCount() > 0);
        room.key(Qt::Key_Return);
        ++count;
        QTRY_COMPARE_WITH_TIMEOUT(editor.tree().branch(dimension)->values.size(), count, 20000);
    }
    room.key(Qt::Key_Escape); // back to the tree
    QVERIFY(!field->edit()->hasFocus());
}

} // namespace

class TestRangesKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void customersByAttribute();
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void newRanges();
    void otherConditions();
    void copiedToCustomers();
    void explained();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

void TestRangesKeys::newRanges()
{
    Room room;
    ui::RangePage* page = room.read();
    const auto catalogue = room.desk->catalogue();
    const auto code = [&](Dimension dimension, std::uint32_t entry) {
        return toQString(catalogue->of(dimension).code(entry));
    };
    const QString product = toQString(catalogue->of(EntryKind::Product).code(0));
    QVERIFY(room.inDialog<ui::TreeEditor>(
        [&] { room.key(Qt::Key_N, Qt::ControlModifier); },
        [&](ui::TreeEditor& editor) {
            addCondition(room, editor, Dimension::Department,
                         {code(Dimension::Department, 0), code(Dimension::Department, 1)});
            addCondition(room, editor, Dimension::CustomerLevel, {code(Dimension::CustomerLevel, 0)});
            pickFrom(
                room, [&] { room.key(Qt::Key_Insert); }, product, true);
            QTRY_COMPARE(editor.side()->products().size(), std::size_t(1));
            QTRY_VERIFY_WITH_TIMEOUT(
                editor.findChild<QPushButton*>(QStringLiteral("tree.apply"))->isEnabled(), 20000);
            QCOMPARE(editor.side()->ranges().size(), std::size_t(2));
            room.key(Qt::Key_Return, Qt::ControlModifier);
            QTRY_COMPARE(editor.result(), static_cast<int>(QDialog::Accepted));
        }));
    QCOMPARE(page->edits().edits().counts().targets, 2);
    QVERIFY(postByKeys(room));
    QCOMPARE(room.counts().planned, 2);
    QCOMPARE(room.counts().verified, 2);
}

/// A condition more for a rule: new range, verified, then the old one is cleared.
void TestRangesKeys::otherConditions()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    auto* model = tests::modelOf(page);
    const std::uint32_t at = tests::currentRow(page);
    const std::string oldKey = model->rows()->target(at).key();
    const int products = model->rows()->figures(at).distinct;
    const Dimension own = *dimensionOfFilterCode(model->rows()->rule(at).fields.front().filterCode);
    const Dimension more = own == Dimension::CustomerLevel ? Dimension::Department : Dimension::CustomerLevel;
    QVERIFY(room.inDialog<ui::TreeEditor>(
        [&] { room.key(Qt::Key_F2); },
        [&](ui::TreeEditor& editor) {
            addCondition(room, editor, more, {toQString(room.desk->catalogue()->of(more).code(0))});
            QTRY_VERIFY_WITH_TIMEOUT(
                editor.findChild<QPushButton*>(QStringLiteral("tree.apply"))->isEnabled(), 20000);
            room.key(Qt::Key_Return, Qt::ControlModifier);
            QTRY_COMPARE(editor.result(), static_cast<int>(QDialog::Accepted));
        }));
    QVERIFY(postByKeys(room));
    QCOMPARE(room.counts().verified, products);
    page = room.page();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    QPushButton* review = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (auto* button : page->findChildren<QPushButton*>()) {
                if (button->isVisible() && button->text() == QLatin1String("Review the clearing"))
                    review = button;
            }
            return review != nullptr;
        }(),
        20000);
    for (int tabs = 0; tabs < 60 && !review->hasFocus(); ++tabs)
        room.key(Qt::Key_Tab);
    QVERIFY(review->hasFocus());
    room.key(Qt::Key_Space);
    BulkPage* bulk = room.window->bulk();
    QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled(),
                             20000);
    room.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == BulkPage::Step::Result, 60000);
    QCOMPARE(room.counts().verified, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    QTRY_VERIFY(!tests::modelOf(page)->rows()->rowOf(oldKey).has_value());
}

void TestRangesKeys::copiedToCustomers()
{
    Room room;
    ui::RangePage* page = room.read(true);
    Room::tableOf(page)->goToRow(editableRow(page));
    auto* model = tests::modelOf(page);
    const std::uint32_t at = tests::currentRow(page);
    const std::string own(model->rows()->rule(at).customers.front().id);
    const auto catalogue = room.desk->catalogue();
    const EntryList& customers = catalogue->of(EntryKind::Customer);
    const std::uint32_t other = customers.id(0) == own ? 1 : 0;
    QVERIFY(room.inDialog<ui::PickerDialog>(
        [&] { room.key(Qt::Key_F2); },
        [&](ui::PickerDialog& picker) { pickByKeys(room, picker, toQString(customers.code(other)), true); }));
    QTRY_VERIFY(Room::button(page, "review")->isVisible());
    QVERIFY(postByKeys(room));
    QVERIFY(room.counts().planned > 0);
    QCOMPARE(room.counts().verified, room.counts().planned);
}

/// A customer, an attribute, another customer beside it, and what is to be sold: no key is missing.
void TestRangesKeys::explained()
{
    Room room;
    ui::RangePage* page = room.read(true);
    room.read();
    page = room.page(true);
    Room::tableOf(page)->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(room.desk->catalogue()->of(Dimension::CustomerLevel).size() > 0, 20000);
    const auto catalogue = room.desk->catalogue(); // as it is now
    const EntryList& customers = catalogue->of(EntryKind::Customer);
    QVERIFY(room.inDialog<ui::ExplainDialog>(
        [&] { room.key(Qt::Key_E, Qt::ControlModifier); },
        [&](ui::ExplainDialog& dialog) {
            pickFrom(
                room, [&] { room.key(Qt::Key_F, Qt::ControlModifier); }, toQString(customers.code(0)));
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() > 0, 20000);
            const QString level =
                QStringLiteral("explain.%1").arg(static_cast<int>(Dimension::CustomerLevel));
            QCOMPARE(room.keyboard().tabTo(level), QString());
            pickFrom(
                room, [&] { room.key(Qt::Key_Space); },
                toQString(catalogue->of(Dimension::CustomerLevel).code(0)));
            QVERIFY(dialog.findChild<QPushButton*>(level)->text().startsWith(QStringLiteral("∆")));
            pickFrom(
                room, [&] { room.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier); },
                toQString(customers.code(1)));
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rows() && dialog.model()->rows()->isCompared(), 20000);
            // What may not be sold is given to the customer by Tab and Space.
            QCOMPARE(room.keyboard().tabTo(QStringLiteral("explain.table")), QString());
            room.key(Qt::Key_End);
            QTRY_VERIFY_WITH_TIMEOUT(
                dialog.findChild<QPushButton*>(QStringLiteral("explain.toCustomer"))->isVisible(), 20000);
            QCOMPARE(room.keyboard().tabTo(QStringLiteral("explain.toCustomer")), QString());
            room.key(Qt::Key_Space);
            room.key(Qt::Key_Escape);
            QVERIFY(!dialog.isVisible());
        }));
    QCOMPARE(page->edits().edits().counts().added, 1);
}

/// "All customers of a level", by keys: the attribute filters the picker, and all that are shown are picked.
void TestRangesKeys::customersByAttribute()
{
    Room room(tests::emptyCompany());
    room.window->goTo(ui::MainWindow::Place::CustomerRanges);
    CatalogueNews news;
    for (int i = 0; i < 6; ++i) {
        const std::string number = std::to_string(i);
        news.add(EntryKind::Customer, {"77" + number,
                                       "K77" + number,
                                       {},
                                       "客户",
                                       {{"customer_level", i < 4 ? "A" : "B"}},
                                       EntryOrigin::ReferenceList});
    }
    room.desk->catalogueKeeper().learn(std::move(news));
    QTRY_COMPARE(room.desk->catalogue()->of(EntryKind::Customer).size(), std::size_t(6));
    ui::PickerDialog picker(*room.desk, {EntryKind::Customer, QStringLiteral("customers"), true},
                            room.window.get());
    picker.show();
    picker.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&picker));
    auto* table = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
    auto* tree = picker.findChild<ui::FacetPane*>()->tree();
    QTRY_COMPARE(table->model()->rowCount(), 6);
    QTRY_VERIFY(tree->model()->rowCount() > 0 && tree->model()->rowCount(tree->model()->index(0, 0)) == 2);
    const auto press = [&picker](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(picker.windowHandle(), static_cast<Qt::Key>(key), modifiers);
    };
    press(Qt::Key_F, Qt::AltModifier);
    QVERIFY(tree->hasFocus());
    press(Qt::Key_Home);
    press(Qt::Key_Down); // the first value: the most frequent one
    press(Qt::Key_Space);
    QTRY_COMPARE(table->model()->rowCount(), 4);
    auto* all = picker.findChild<QPushButton*>(QStringLiteral("picker.all"));
    all->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(picker.picked().size(), std::size_t(4));
    for (const Picked& one : picker.picked())
        QVERIFY(one.code < "K774");
}

QTEST_MAIN(TestRangesKeys)
#include "tst_ranges_keys.moc"
