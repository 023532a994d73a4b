// SPDX-License-Identifier: GPL-3.0-or-later
// The ranges' workspace by the pointer alone: edit, picker, review, posting, undo; a range is cleared.
#include "core/language.h"
#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "pointer.h"
#include "ranges/edits_dialog.h"
#include "ranges/explain_dialog.h"
#include "ranges/health_dialog.h"
#include "ranges/tree_editor.h"

using namespace rangedesk;
using tests::click;
using tests::clickCell;
using tests::editableRow;
using tests::postByMouse;
using tests::productsOf;
using Room = tests::RangeRoom;
using tests::settled;

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
    void productsRemoved();
    void menus();
    void treeByPointer();
    void onlyTheEdited();
    void basketOfCustomers();

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
    auto* model = tests::modelOf(page);
    const std::string key = model->rows()->target(tests::currentRow(page)).key();
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
    QTest::mouseClick(forAll, Qt::LeftButton, {}, QPoint(8, forAll->height() / 2)); // into the box
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

/// Removed by a button, brought back by the same, taken back and done again by the page's.
void TestRangesMouse::productsRemoved()
{
    Room room;
    ui::RangePage* page = room.read();
    clickCell(Room::tableOf(page), editableRow(page), static_cast<int>(RuleModel::Column::Conditions));
    QVERIFY(settled(page));
    const int name = static_cast<int>(RuleProductModel::Column::Product);
    clickCell(page->detail()->table(), 0, name);
    clickCell(page->detail()->table(), 2, name, Qt::ShiftModifier);
    auto* remove = page->detail()->findChild<QToolButton*>(QStringLiteral("range.remove"));
    const auto removed = [&] { return page->edits().edits().counts().removed; };
    const auto tool = [&](const char* of) {
        return page->findChild<QToolButton*>(page->objectName() + QLatin1Char('.') + QLatin1String(of));
    };
    QVERIFY(!tool("undo")->isVisible() && !tool("list")->isVisible());
    click(remove);
    QCOMPARE(removed(), 3);
    QTRY_VERIFY(tool("undo")->isVisible() && tool("undo")->isEnabled() && !tool("redo")->isEnabled());
    click(tool("undo"));
    QCOMPARE(removed(), 0);
    click(tool("redo"));
    QCOMPARE(removed(), 3);
    QVERIFY(settled(page));
    click(remove); // of what is removed already
    QCOMPARE(removed(), 0);
    click(tool("undo"));
    QCOMPARE(removed(), 3);
    QVERIFY(room.inDialog<ui::EditsDialog>([&] { click(tool("list")); },
                                           [&](ui::EditsDialog& dialog) {
                                               QTRY_COMPARE(dialog.model()->rowCount(), 3);
                                               clickCell(dialog.table(), 0, 1);
                                               dialog.drop();
                                               QTRY_COMPARE(dialog.model()->rowCount(), 2);
                                               dialog.reject();
                                           }));
    QCOMPARE(removed(), 2);
}

/// What the keys do stands in the menus, with the keys.
void TestRangesMouse::menus()
{
    Room room;
    ui::RangePage* page = room.read();
    clickCell(Room::tableOf(page), editableRow(page), static_cast<int>(RuleModel::Column::Conditions));
    QVERIFY(settled(page));
    clickCell(page->detail()->table(), 0, static_cast<int>(RuleProductModel::Column::Product));
    const auto choose = [](ui::TableView* table, const QKeySequence& key) {
        QMenu menu;
        Q_EMIT table->menuWanted(&menu);
        for (QAction* action : menu.actions()) {
            if (action->shortcut() == key && action->isEnabled()) {
                action->trigger();
                return true;
            }
        }
        return false;
    };
    const bool was = productsOf(page)->isNew(0);
    QVERIFY(choose(page->detail()->table(), Qt::Key_N));
    QVERIFY(settled(page));
    QCOMPARE(productsOf(page)->isNew(0), !was);
    QVERIFY(choose(page->detail()->table(), Qt::Key_Delete));
    QCOMPARE(page->edits().edits().counts().removed, 1);
    QVERIFY(settled(page));
    QVERIFY(choose(page->detail()->table(), Qt::Key_Delete)); // "Bring back"
    QCOMPARE(page->edits().edits().counts().removed, 0);
    QVERIFY(room.inDialog<ui::TreeEditor>([&] { QVERIFY(choose(Room::tableOf(page), Qt::Key_F2)); },
                                          [](ui::TreeEditor& editor) { editor.reject(); }));
    // A rule that no request can name offers none of what would change it.
    auto* model = tests::modelOf(page);
    int readOnly = -1;
    for (int row = 0; row < model->rowCount() && readOnly < 0; ++row)
        readOnly = model->readOnly(model->sourceRow(row)) == ReadOnly::SeveralValues ? row : -1;
    QVERIFY(readOnly >= 0);
    clickCell(Room::tableOf(page), readOnly, static_cast<int>(RuleModel::Column::Conditions));
    QVERIFY(settled(page));
    clickCell(page->detail()->table(), 0, static_cast<int>(RuleProductModel::Column::Product));
    QVERIFY(!choose(Room::tableOf(page), Qt::Key_F2));
    QVERIFY(!choose(page->detail()->table(), Qt::Key_Delete));
    // Its conditions are shown all the same, each of the values.
    auto* tree = page->detail()->findChild<QTreeView*>(QStringLiteral("range.tree"));
    QVERIFY(tree->isVisible());
    int most = 0;
    for (int branch = 0; branch < tree->model()->rowCount(); ++branch)
        most = std::max(most, tree->model()->rowCount(tree->model()->index(branch, 0)));
    QVERIFY(most > 1);
    QTRY_VERIFY(!page->detail()->findChild<QToolButton*>(QStringLiteral("range.remove"))->isEnabled());
}

void TestRangesMouse::treeByPointer()
{
    Room room;
    ui::RangePage* page = room.read();
    clickCell(Room::tableOf(page), editableRow(page, 2), static_cast<int>(RuleModel::Column::Conditions));
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 0; };
    QVERIFY(room.inDialog<ui::TreeEditor>(
        [&] { click(Room::button(page, "conditions")); },
        [&](ui::TreeEditor& editor) {
            auto* tree = editor.findChild<QTreeView*>(QStringLiteral("tree.tree"));
            const auto act = [&](const QKeySequence& key) {
                for (QAction* action : tree->actions()) {
                    if (action->shortcut() == key)
                        action->trigger();
                }
            };
            QCOMPARE(tree->contextMenuPolicy(), Qt::ActionsContextMenu);
            const ConditionTree begun = editor.tree();
            QCOMPARE(begun.branches.size(), std::size_t(2));
            tree->setCurrentIndex(tree->model()->index(0, 0));
            act(QKeySequence::Cut);
            QCOMPARE(editor.tree().branches.size(), std::size_t(1));
            act(QKeySequence::Paste);
            QCOMPARE(editor.tree().branches.size(), std::size_t(2));
            tree->setCurrentIndex(tree->model()->index(1, 0));
            act(QKeySequence(Qt::ALT | Qt::Key_Up));
            for (std::size_t i = 0; i < 2; ++i)
                QCOMPARE(editor.tree().branches[i].dimension, begun.branches[i].dimension);
            auto* products = editor.side()->productTable();
            const std::size_t many = editor.side()->products().size();
            clickCell(products, 0, 0);
            click(editor.findChild<QToolButton*>(QStringLiteral("tree.removeProducts")));
            QCOMPARE(editor.side()->products().size(), many - 1);
            editor.reject();
        }));
    QVERIFY(page->edits().edits().isEmpty());
}

void TestRangesMouse::onlyTheEdited()
{
    Room room;
    ui::RangePage* page = room.read();
    auto* model = tests::modelOf(page);
    const int all = model->rowCount();
    clickCell(Room::tableOf(page), editableRow(page), static_cast<int>(RuleModel::Column::Conditions));
    QVERIFY(settled(page));
    const auto chip = [&](std::uint32_t facet) -> ui::FilterChip* {
        for (auto* one : page->findChildren<ui::FilterChip*>()) {
            if (one->facet() == facet && one->isVisible())
                return one;
        }
        return nullptr;
    };
    QVERIFY(chip(RuleRows::Edited) == nullptr);
    clickCell(page->detail()->table(), 0, static_cast<int>(RuleProductModel::Column::MustSell));
    QTRY_VERIFY(chip(RuleRows::Edited) != nullptr);
    QCOMPARE(chip(RuleRows::Edited)->count(), 1);
    click(chip(RuleRows::Edited));
    QTRY_COMPARE(model->rowCount(), 1);
    click(chip(RuleRows::ReadOnlyRule));
    QTRY_VERIFY(model->rowCount() > 1 && !model->isWorking());
    for (int row = 0; row < model->rowCount(); ++row) {
        const ReadOnly reason = model->readOnly(model->sourceRow(row));
        QVERIFY(reason != ReadOnly::No && reason != ReadOnly::Deleted);
    }
    QCOMPARE(chip(RuleRows::ReadOnlyRule)->count(), model->rowCount());
    click(chip(0));
    QTRY_COMPARE(model->rowCount(), all);
}

/// Some customers to work on: only they are shown, and products go to all of them, with a range or without.
void TestRangesMouse::basketOfCustomers()
{
    Room room;
    ui::RangePage* page = room.read(true);
    auto* model = tests::modelOf(page);
    const int all = model->rowCount();
    const SaleRule& rule = model->rows()->rule(model->sourceRow(editableRow(page)));
    const RuleCustomer& known = rule.customers.front();
    const std::string key = targetOf(rule, true).key();
    const Picked byCode{SelectBy::Code, std::string(known.code), std::string(known.code),
                        std::string(known.name)};
    const Picked other{SelectBy::Id, "9111222333444555666", "KH-NEW", "新客户"};
    page->setBasket({byCode, other});
    QTRY_VERIFY(model->rowCount() > 0 && model->rowCount() < all && !model->isWorking());
    for (int row = 0; row < model->rowCount(); ++row)
        QCOMPARE(model->rows()->target(model->sourceRow(row)).key(), key);
    QVERIFY(room.inDialog<ui::PickerDialog>(
        [&] { click(page->findChild<QPushButton*>(page->objectName() + QStringLiteral(".new"))); },
        [&](ui::PickerDialog& picker) {
            auto* entries = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
            QTRY_VERIFY(entries->model()->rowCount() > 10);
            for (int row = 0; row < 3; ++row)
                clickCell(entries, row, static_cast<int>(EntryModel::Column::Check));
            click(picker.findChild<QPushButton*>(QStringLiteral("picker.use")));
        }));
    const auto& edits = page->edits().edits();
    QTRY_COMPARE(edits.targets().size(), std::size_t(2));
    QCOMPARE(edits
                 .countsOf("customer\x1f"
                           "id=9111222333444555666")
                 .added,
             3);
    page->dropBasket();
    QTRY_VERIFY(model->rowCount() >= all);
}

QTEST_MAIN(TestRangesMouse)
#include "tst_ranges_mouse.moc"
