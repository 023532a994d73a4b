// SPDX-License-Identifier: GPL-3.0-or-later
// The ranges' workspace by the pointer alone: edit, picker, review, posting, undo; a range is cleared.
#include "core/language.h"
#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "range_room.h"
#include "ranges/explain_dialog.h"
#include "ranges/health_dialog.h"
#include "ranges/tree_editor.h"

using namespace rangedesk;
using tests::editableRow;
using tests::productsOf;
using Room = tests::RangeRoom;
using tests::settled;
using ui::BulkPage;

namespace {

void click(QWidget* widget)
{
    if (widget == nullptr || !widget->isVisible() || !widget->isEnabled())
        qFatal("there is nothing to click: %s", widget != nullptr ? qPrintable(widget->objectName()) : "");
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
}

void clickCell(ui::TableView* table, int row, int column, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const QModelIndex index = table->model()->index(row, column);
    table->scrollTo(index);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers, table->visualRect(index).center());
}

/// From the review by its buttons to the result.
bool postByMouse(Room& room)
{
    BulkPage* bulk = room.window->bulk();
    if (!QTest::qWaitFor(
            [&] { return bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled(); }, 20000))
        return false;
    ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    };
    click(bulk->reviewStep()->findChild<QPushButton*>(QStringLiteral("review.post")));
    return QTest::qWaitFor([&] { return bulk->step() == BulkPage::Step::Result; }, 60000);
}

} // namespace

class TestRangesMouse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void editedAndUndone();
    void pickedAndCleared();
    void severalAtOnce();
    void questions();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

void TestRangesMouse::editedAndUndone()
{
    Room room;
    ui::RangePage* page = room.read();
    const std::string before = room.server.state();
    clickCell(Room::tableOf(page), editableRow(page), static_cast<int>(RuleModel::Column::Conditions));
    QVERIFY(settled(page));
    ui::TableView* products = page->detail()->table();
    const bool wasMust = productsOf(page)->mustSell(0);
    clickCell(products, 0, static_cast<int>(RuleProductModel::Column::Product));
    clickCell(products, 0, static_cast<int>(RuleProductModel::Column::MustSell)); // the chip
    QVERIFY(settled(page));
    QCOMPARE(productsOf(page)->mustSell(0), !wasMust);
    clickCell(products, 1, static_cast<int>(RuleProductModel::Column::New));
    QTRY_VERIFY(Room::button(page, "review")->isVisible());
    click(Room::button(page, "review"));
    QVERIFY(postByMouse(room));
    QCOMPARE(room.counts().verified, 2);
    QVERIFY(room.server.state() != before);
    // All of it back, from the result.
    auto* undo = room.window->bulk()->resultView()->findChild<QPushButton*>(QStringLiteral("result.undo"));
    QVERIFY(undo != nullptr);
    QTRY_VERIFY(undo->isVisible() && undo->isEnabled());
    click(undo);
    QVERIFY(postByMouse(room));
    QCOMPARE(room.counts().verified, 2);
    QCOMPARE(room.server.state(), before);
}

void TestRangesMouse::pickedAndCleared()
{
    Room room;
    ui::RangePage* page = room.read();
    clickCell(Room::tableOf(page), editableRow(page, 2), static_cast<int>(RuleModel::Column::Conditions));
    QVERIFY(settled(page));
    const std::size_t before = productsOf(page)->size();
    QVERIFY(room.inDialog<ui::PickerDialog>(
        [&] { click(page->detail()->findChild<QPushButton*>(QStringLiteral("range.add"))); },
        [&](ui::PickerDialog& picker) {
            auto* table = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
            QTRY_VERIFY(table->model()->rowCount() > 10);
            for (int row = 0; row < 8; ++row)
                clickCell(table, row, static_cast<int>(EntryModel::Column::Check)); // the boxes
            QTRY_COMPARE(picker.picked().size(), std::size_t(8));
            click(picker.findChild<QPushButton*>(QStringLiteral("picker.use")));
        }));
    QTRY_VERIFY(productsOf(page)->size() > before || Room::button(page, "review")->isVisible());
    auto* discard = page->detail()->findChild<QPushButton*>(QStringLiteral("range.discard"));
    if (discard->isVisible()) {
        ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
            return static_cast<int>(question.answers.size()) - 1;
        };
        click(discard);
    }
    QTRY_VERIFY(!Room::button(page, "review")->isVisible());
    auto* model = static_cast<RuleModel*>(Room::tableOf(page)->model());
    const std::string key =
        model->rows()->target(model->sourceRow(Room::tableOf(page)->currentIndex().row())).key();
    click(Room::button(page, "clear"));
    QVERIFY(postByMouse(room));
    QCOMPARE(room.counts().verified, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    QTRY_VERIFY(!model->rows()->rowOf(key).has_value());
}

/// One edit for all customers that are chosen, once a person says so: one undo step, one change set.
void TestRangesMouse::severalAtOnce()
{
    Room room;
    ui::RangePage* page = room.read(true);
    ui::TableView* table = Room::tableOf(page);
    auto* model = static_cast<RuleModel*>(table->model());
    auto* forAll = page->detail()->findChild<QCheckBox*>(QStringLiteral("range.forAll"));
    const int conditions = static_cast<int>(RuleModel::Column::Conditions);
    clickCell(table, 0, conditions);
    QVERIFY(!forAll->isVisible());
    for (const int row : {1, 2, 3})
        clickCell(table, row, conditions, Qt::ControlModifier);
    QTRY_VERIFY(forAll->isVisible());
    QVERIFY(!forAll->isChecked()); // never by itself
    QVERIFY(settled(page));
    std::set<std::string> targets;
    for (int row = 0; row < 4; ++row)
        targets.insert(model->rows()->target(model->sourceRow(row)).key());
    click(forAll);
    QVERIFY(forAll->isChecked());
    QVERIFY(room.inDialog<ui::PickerDialog>(
        [&] { click(page->detail()->findChild<QPushButton*>(QStringLiteral("range.add"))); },
        [&](ui::PickerDialog& picker) {
            auto* entries = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
            QTRY_VERIFY(entries->model()->rowCount() > 10);
            for (int row = 0; row < 30; ++row)
                clickCell(entries, row, static_cast<int>(EntryModel::Column::Check));
            QTRY_COMPARE(picker.picked().size(), std::size_t(30));
            click(picker.findChild<QPushButton*>(QStringLiteral("picker.use")));
        }));
    const auto& edits = page->edits().edits();
    QTRY_COMPARE(edits.targets().size(), targets.size());
    for (const std::string& key : targets)
        QVERIFY(edits.target(key) != nullptr && !edits.target(key)->products.empty());
    // A flag of a product that was just added holds for all of them, too.
    const std::string added = edits.target(*targets.begin())->products.begin()->first;
    auto* products = static_cast<RuleProductModel*>(page->detail()->table()->model());
    const auto rowOf = [&]() -> int {
        for (int row = 0; row < products->rowCount(); ++row) {
            if (productsOf(page)->editKey(products->sourceRow(row)) == added)
                return row;
        }
        return -1;
    };
    QTRY_VERIFY(rowOf() >= 0);
    const bool was = productsOf(page)->mustSell(products->sourceRow(rowOf()));
    clickCell(page->detail()->table(), rowOf(), static_cast<int>(RuleProductModel::Column::MustSell));
    int flagged = 0;
    for (const auto& [key, target] : page->edits().edits().targets()) {
        const auto found = target.products.find(added);
        flagged += found != target.products.end() && found->second.mustSell != was ? 1 : 0;
    }
    QVERIFY(flagged >= 2);
    QTRY_VERIFY(Room::button(page, "review")->isVisible());
    click(Room::button(page, "review"));
    QVERIFY(postByMouse(room));
    QCOMPARE(room.counts().verified, room.counts().planned);
    QVERIFY(room.counts().planned >= static_cast<qint64>(targets.size()));
}

void TestRangesMouse::questions()
{
    Room room;
    ui::RangePage* page = room.read();
    clickCell(Room::tableOf(page), editableRow(page), static_cast<int>(RuleModel::Column::Conditions));
    QVERIFY(room.inDialog<ui::HealthDialog>([&] { click(Room::button(page, "health")); },
                                            [&](ui::HealthDialog& dialog) {
                                                QTRY_VERIFY(dialog.model()->rowCount() > 10);
                                                clickCell(dialog.table(), 3, 1);
                                                dialog.reject();
                                            }));
    QVERIFY(room.inDialog<ui::TreeEditor>(
        [&] { click(page->findChild<QPushButton*>(page->objectName() + QStringLiteral(".new"))); },
        [&](ui::TreeEditor& editor) {
            ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
                return static_cast<int>(question.answers.size()) - 1;
            };
            editor.reject();
        }));
    ui::RangePage* customers = room.read(true);
    clickCell(Room::tableOf(customers), editableRow(customers),
              static_cast<int>(RuleModel::Column::Conditions));
    QVERIFY(room.inDialog<ui::ExplainDialog>([&] { click(Room::button(customers, "explain")); },
                                             [](ui::ExplainDialog& dialog) { dialog.reject(); }));
}

QTEST_MAIN(TestRangesMouse)
#include "tst_ranges_mouse.moc"
