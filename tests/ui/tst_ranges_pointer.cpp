// SPDX-License-Identifier: GPL-3.0-or-later
// Whole flows by the pointer alone: other conditions to their end, a customer's range for others, what the
// health check proposes, and the menu of the condition tree.
#include "core/language.h"
#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "pointer.h"
#include "ranges/health_dialog.h"
#include "ranges/tree_editor.h"

#include <QListView>

using namespace rangedesk;
using tests::click;
using tests::clickCell;
using tests::editableRow;
using tests::postByMouse;
using Room = tests::RangeRoom;
using tests::settled;

namespace {

void clickIndex(QAbstractItemView* view, const QModelIndex& index)
{
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
}

/// An entry of the menu of the tree.
void choose(QTreeView* tree, const QString& text)
{
    QMenu menu; // as Qt makes it of the tree's actions
    menu.addActions(tree->actions());
    menu.popup(tree->mapToGlobal(QPoint(20, 20)));
    for (QAction* action : tree->actions()) {
        if (action->text() == text) {
            QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(action).center());
            return;
        }
    }
    qFatal("the menu lacks %s", qPrintable(text));
}

} // namespace

class TestRangesPointer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void otherConditions();
    void copiedToCustomers();
    void proposalsOfHealth();
    void clearingOfHealth();
    void menuOfTheTree();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

void TestRangesPointer::otherConditions()
{
    Room room;
    ui::RangePage* page = room.read();
    clickCell(Room::tableOf(page), editableRow(page), static_cast<int>(RuleModel::Column::Conditions));
    auto* model = tests::modelOf(page);
    const std::uint32_t at = tests::currentRow(page);
    const std::string oldKey = model->rows()->target(at).key();
    const int products = model->rows()->figures(at).distinct;
    QVERIFY(room.inDialog<ui::TreeEditor>(
        [&] { click(Room::button(page, "conditions")); },
        [&](ui::TreeEditor& editor) {
            auto* list = editor.findChild<QListView*>(QStringLiteral("tree.dimensions"));
            QTRY_VERIFY(tests::isIdle(editor)); // the answer about the enabled ones fills the list anew
            int free = 0;
            while ((list->model()->index(free, 0).flags() & Qt::ItemIsEnabled) == 0)
                ++free;
            clickIndex(list, list->model()->index(free, 0));
            QTest::mouseDClick(list->viewport(), Qt::LeftButton, {},
                               list->visualRect(list->model()->index(free, 0)).center());
            QTRY_COMPARE(editor.tree().branches.size(), std::size_t(2));
            auto* field = editor.findChild<ui::PickerField*>();
            // Until then the list may still be that of the condition before.
            QTRY_VERIFY(tests::isIdle(editor) && field->matches()->model()->rowCount() > 0);
            const auto hasValue = [&] {
                return std::all_of(editor.tree().branches.begin(), editor.tree().branches.end(),
                                   [](const TreeBranch& branch) { return !branch.values.empty(); });
            };
            clickCell(field->matches(), 0, static_cast<int>(EntryModel::Column::Name));
            if (!hasValue())
                QTest::mouseDClick(field->matches()->viewport(), Qt::LeftButton, {},
                                   field->matches()
                                       ->visualRect(field->matches()->model()->index(
                                           0, static_cast<int>(EntryModel::Column::Name)))
                                       .center());
            QTRY_VERIFY(hasValue());
            auto* apply = editor.findChild<QPushButton*>(QStringLiteral("tree.apply"));
            QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 20000);
            click(apply);
            QCOMPARE(editor.result(), static_cast<int>(QDialog::Accepted));
        }));
    QTRY_VERIFY(Room::button(page, "review")->isVisible());
    click(Room::button(page, "review"));
    QVERIFY(postByMouse(room));
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
    click(review);
    QVERIFY(postByMouse(room));
    QCOMPARE(room.counts().verified, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    QTRY_VERIFY(!tests::modelOf(page)->rows()->rowOf(oldKey).has_value());
}

void TestRangesPointer::copiedToCustomers()
{
    Room room;
    ui::RangePage* page = room.read(true);
    clickCell(Room::tableOf(page), editableRow(page), static_cast<int>(RuleModel::Column::Conditions));
    QVERIFY(settled(page));
    QVERIFY(room.inDialog<ui::PickerDialog>(
        [&] { click(Room::button(page, "conditions")); }, // of customers: "Copy to customers"
        [&](ui::PickerDialog& picker) {
            auto* entries = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
            QTRY_VERIFY_WITH_TIMEOUT(entries->model()->rowCount() > 3, 20000);
            for (int row = 0; row < 3; ++row)
                clickCell(entries, row, static_cast<int>(EntryModel::Column::Check));
            QTRY_COMPARE(picker.picked().size(), std::size_t(3));
            click(picker.findChild<QPushButton*>(QStringLiteral("picker.use")));
        }));
    QTRY_VERIFY(Room::button(page, "review")->isVisible());
    click(Room::button(page, "review"));
    QVERIFY(postByMouse(room));
    QVERIFY(room.counts().planned > 0);
    QCOMPARE(room.counts().verified, room.counts().planned);
}

void TestRangesPointer::proposalsOfHealth()
{
    Room room;
    ui::RangePage* page = room.read();
    QVERIFY(room.inDialog<ui::HealthDialog>(
        [&] { click(Room::button(page, "health")); },
        [&](ui::HealthDialog& dialog) {
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() > 0, 20000);
            const auto facet = HealthRows::facetOf(HealthProblem::Overruled);
            for (auto* chip : dialog.findChildren<ui::FilterChip*>()) {
                if (chip->facet() == facet && chip->isVisible())
                    click(chip);
            }
            QTRY_COMPARE(dialog.model()->rowCount(), dialog.model()->rows()->count(HealthProblem::Overruled));
            clickCell(dialog.table(), 0, 1);
            auto* flags = dialog.findChild<QPushButton*>(QStringLiteral("health.flags"));
            QTRY_VERIFY(flags->isEnabled());
            click(flags);
            dialog.reject();
        }));
    QTRY_VERIFY(Room::button(page, "review")->isVisible());
    click(Room::button(page, "review"));
    QVERIFY(postByMouse(room));
    QVERIFY(room.counts().planned > 0);
    QCOMPARE(room.counts().verified, room.counts().planned);
}

/// A range that adds nothing is cleared, from the finding to the reading back; the wider one stays.
void TestRangesPointer::clearingOfHealth()
{
    demo::DemoData data = tests::emptyCompany();
    tests::addRule(data, {{0, {0}}}, 0);
    tests::addRule(data, {{0, {0}}, {1, {0}}}, 0); // the same product for some of the same customers
    tests::addRule(data, {{0, {1}}}, 1);
    Room room(data);
    ui::RangePage* page = room.read();
    auto* model = tests::modelOf(page);
    QCOMPARE(model->rowCount(), 3);
    QVERIFY(room.inDialog<ui::HealthDialog>(
        [&] { click(Room::button(page, "health")); },
        [&](ui::HealthDialog& dialog) {
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() > 0, 20000);
            for (auto* chip : dialog.findChildren<ui::FilterChip*>()) {
                if (chip->facet() == HealthRows::facetOf(HealthProblem::AddsNothing) && chip->isVisible())
                    click(chip);
            }
            QTRY_COMPARE_WITH_TIMEOUT(dialog.model()->rowCount(), 1, 20000);
            clickCell(dialog.table(), 0, 1);
            auto* clear = dialog.findChild<QPushButton*>(QStringLiteral("health.clear"));
            QTRY_VERIFY_WITH_TIMEOUT(clear->isEnabled(), 20000);
            click(clear); // leads to the review, and sends nothing
        }));
    QCOMPARE(tests::requestsOf(room, "removeSaleRange"), 0);
    QVERIFY(postByMouse(room));
    QCOMPARE(room.counts().planned, 1);
    QCOMPARE(room.counts().verified, 1);
    QCOMPARE(tests::requestsOf(room, "removeSaleRange"), 1);
    page = room.page();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    QTRY_COMPARE_WITH_TIMEOUT(model->rows()->count(RuleRows::InForce), std::int64_t(2), 20000);
    for (std::uint32_t row = 0; row < model->rows()->size(); ++row) {
        if (!model->rows()->rule(row).isDeleted())
            QCOMPARE(model->rows()->rule(row).fields.size(), std::size_t(1)); // the narrower one went
    }
}

/// What the keys do to the tree stands in its menu.
void TestRangesPointer::menuOfTheTree()
{
    Room room;
    ui::RangePage* page = room.read();
    clickCell(Room::tableOf(page), editableRow(page, 2), static_cast<int>(RuleModel::Column::Conditions));
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 0; };
    QVERIFY(room.inDialog<ui::TreeEditor>(
        [&] { click(Room::button(page, "conditions")); },
        [&](ui::TreeEditor& editor) {
            auto* tree = editor.findChild<QTreeView*>(QStringLiteral("tree.tree"));
            const ConditionTree begun = editor.tree();
            QCOMPARE(begun.branches.size(), std::size_t(2));
            clickIndex(tree, tree->model()->index(0, 0));
            choose(tree, QStringLiteral("Cut"));
            QTRY_COMPARE(editor.tree().branches.size(), std::size_t(1));
            choose(tree, QStringLiteral("Paste"));
            QTRY_COMPARE(editor.tree().branches.size(), std::size_t(2));
            QCOMPARE(editor.tree().branches[1].dimension, begun.branches[0].dimension);
            clickIndex(tree, tree->model()->index(1, 0));
            choose(tree, QStringLiteral("Move the condition up"));
            QTRY_COMPARE(editor.tree().branches[0].dimension, begun.branches[0].dimension);
            editor.reject();
        }));
}

QTEST_MAIN(TestRangesPointer)
#include "tst_ranges_pointer.moc"
