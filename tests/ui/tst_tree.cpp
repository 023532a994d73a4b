// SPDX-License-Identifier: GPL-3.0-or-later
// The condition tree: values that the catalogue lacks, dimensions that no request can name, rules with
// several values, templates that are damaged, and what is dragged.
#include "core/language.h"
#include "core/text.h"
#include "range_room.h"
#include "ranges/tree_editor.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QListView>
#include <QMimeData>

using namespace rangedesk;
using tests::editableRow;
using Room = tests::RangeRoom;
using tests::settled;

namespace {

std::unique_ptr<ui::TreeEditor> editorOf(Room& room, ui::RangePage* page)
{
    auto editor =
        std::make_unique<ui::TreeEditor>(*room.desk, *room.window->findChild<ui::PendingEdits*>(),
                                         page->rules(), EnabledSet(), std::nullopt, room.window.get());
    editor->show();
    editor->activateWindow();
    if (!QTest::qWaitForWindowActive(editor.get(), tests::patience))
        qFatal("the editor does not become active");
    return editor;
}

QTreeView* treeOf(const ui::TreeEditor& editor)
{
    return editor.findChild<QTreeView*>(QStringLiteral("tree.tree"));
}

/// What a person does who drags something there and lets go.
void drop(QTreeView* tree, const QModelIndex& on, const QMimeData& data)
{
    const QPoint at = on.isValid() ? tree->visualRect(on).center() : tree->viewport()->rect().center();
    QDragEnterEvent enter(at, Qt::MoveAction | Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(tree->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(at, Qt::MoveAction | Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(tree->viewport(), &move);
    QVERIFY(move.isAccepted());
    QDropEvent let(at, Qt::MoveAction | Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(tree->viewport(), &let);
}

} // namespace

class TestTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void manyUnknownValues();
    void theNewestTreeWins();
    void newsOfTheCatalogue();
    void sentAsId();
    void unknownDimension();
    void severalValues();
    void damagedTemplates();
    void dragged();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

/// 200 values that the catalogue lacks: the window does not wait until each was compared with all that it
/// has.
void TestTree::manyUnknownValues()
{
    Room room;
    ui::RangePage* page = room.read();
    const auto editor = editorOf(room, page);
    QStringList lines;
    for (int i = 0; i < 200; ++i)
        lines << QStringLiteral("部门\tcode\tXX%1").arg(i);
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    auto* tree = treeOf(*editor);
    tree->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(tree->hasFocus(), 20000);
    QTest::keyClick(tree, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!editor->tree().branches.empty());
    // Nothing but this thread has run yet: the values are there, and nothing was looked up.
    QCOMPARE(editor->tree().branches.front().values.size(), std::size_t(200));
    QVERIFY(!editor->model()->check().isWhole);
    QVERIFY(editor->model()->check().problems.empty());
    auto* apply = editor->findChild<QPushButton*>(QStringLiteral("tree.apply"));
    QVERIFY(!apply->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(editor->model()->check().isWhole, 20000);
    QCOMPARE(editor->model()->check().problems.size(), std::size_t(200));
    QVERIFY(!apply->isEnabled());
    // What is known is told at once from then on.
    QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(tree, Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(editor->model()->check().problems.size(), std::size_t(200));
}

/// What was not known when it was typed is known once a reading tells it; who works on it stays where he is.
void TestTree::newsOfTheCatalogue()
{
    Room room;
    ui::RangePage* page = room.read();
    const auto editor = editorOf(room, page);
    editor->setTree(
        {{{Dimension::Department,
           {{SelectBy::Code, "NEW-1", {}, {}, false}, {SelectBy::Code, "NEW-2", {}, {}, false}}}}});
    const auto problems = [&editor] { return editor->model()->check().problems.size(); };
    QTRY_VERIFY_WITH_TIMEOUT(editor->model()->check().isWhole, 20000);
    QCOMPARE(problems(), std::size_t(2));
    auto* tree = treeOf(*editor);
    const QModelIndex second = editor->model()->indexOf(0, 1);
    tree->setCurrentIndex(second);
    const auto learn = [&room](const char* id, const char* code) {
        CatalogueNews news;
        news.add(entryKind(Dimension::Department), {id, code, {}, code, {}, EntryOrigin::Rules});
        room.desk->catalogueKeeper().learn(std::move(news));
    };
    learn("9000000000000000001", "NEW-1");
    QTRY_COMPARE_WITH_TIMEOUT(problems(), std::size_t(1), 20000);
    learn("9000000000000000002", "NEW-2");
    QTRY_COMPARE_WITH_TIMEOUT(problems(), std::size_t(0), 20000);
    QCOMPARE(tree->currentIndex(), second);
    QVERIFY(editor->model()->check().isWhole);
    // And what named one value names two by now.
    learn("9000000000000000003", "NEW-2");
    QTRY_COMPARE_WITH_TIMEOUT(problems(), std::size_t(1), 20000);
}

void TestTree::theNewestTreeWins()
{
    Room room;
    ui::RangePage* page = room.read();
    const auto editor = editorOf(room, page);
    for (const char* value : {"X1", "X2", "X3"})
        editor->setTree({{{Dimension::Department, {{SelectBy::Code, value, {}, {}, false}}}}});
    QTRY_VERIFY_WITH_TIMEOUT(editor->model()->check().isWhole, 20000);
    QCOMPARE(editor->tree().branches.front().values.front().value, std::string("X3"));
    QCOMPARE(editor->model()->check().problems.size(), std::size_t(1));
}

void TestTree::sentAsId()
{
    Room room;
    ui::RangePage* page = room.read();
    const auto editor = editorOf(room, page);
    const auto catalogue = room.desk->catalogue();
    const EntryList& departments = catalogue->of(Dimension::Department);
    const std::string code(departments.code(0));
    editor->setTree({{{Dimension::Department, {{SelectBy::Code, code, {}, {}, false}}}}});
    QTRY_VERIFY_WITH_TIMEOUT(editor->model()->check().isWhole, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(editor->side()->isSettled() && editor->side()->ranges().size() == 1, 20000);
    // The chip says what the range says.
    const TypedCell& sent = editor->side()->ranges().front().known.cells.front();
    QCOMPARE(sent.by, SelectBy::Id);
    const QModelIndex value = editor->model()->indexOf(0, 0);
    QVERIFY(value.data(Qt::ToolTipRole).toString().contains(toQString(sent.value)));
    QVERIFY(value.data(Qt::ToolTipRole).toString().contains(toQString(code)));
    // The same department by its id is a repeat.
    editor->setTree({{{Dimension::Department,
                       {{SelectBy::Code, code, {}, {}, false}, {SelectBy::Id, sent.value, {}, {}, false}}}}});
    QTRY_VERIFY_WITH_TIMEOUT(editor->model()->check().isWhole, 20000);
    QCOMPARE(editor->model()->check().problems.size(), std::size_t(1));
    QCOMPARE(editor->model()->check().problems.front().fault, TreeFault::Repeated);
}

/// It is shown, it cannot be used, and it says why (api.md 7).
void TestTree::unknownDimension()
{
    demo::DemoData data = demo::seedData();
    demo::DimensionData odd;
    odd.filterCode = "moon_phase";
    odd.filterName = "月相";
    odd.prefix = "moon";
    data.dimensions.push_back(odd);
    Room room(std::move(data));
    ui::RangePage* page = room.read();
    const auto editor = editorOf(room, page);
    auto* list = editor->findChild<QListView*>(QStringLiteral("tree.dimensions"));
    const auto row = [&]() -> QModelIndex {
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            if (list->model()->index(i, 0).data().toString().contains(QStringLiteral("月相")))
                return list->model()->index(i, 0);
        }
        return {};
    };
    QTRY_VERIFY(tests::isIdle(*editor) && row().isValid());
    QVERIFY((row().flags() & (Qt::ItemIsEnabled | Qt::ItemIsDragEnabled)) == 0);
    QVERIFY(row().data().toString().contains(QStringLiteral("cannot be sent")));
    QVERIFY(row().data(Qt::ToolTipRole).toString().contains(QStringLiteral("No request")));
    // Neither keys get there nor does a double click take it.
    list->setCurrentIndex(row());
    QVERIFY(list->currentIndex() != row());
    list->scrollTo(row());
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row()).center());
    QVERIFY(editor->tree().branches.empty());
}

/// A rule that no request can name for its several values: its conditions and products make new ranges.
void TestTree::severalValues()
{
    Room room;
    ui::RangePage* page = room.read();
    auto* model = tests::modelOf(page);
    int several = -1;
    for (int row = 0; row < model->rowCount() && several < 0; ++row) {
        const std::uint32_t at = model->sourceRow(row);
        if (model->readOnly(at) == ReadOnly::SeveralValues && model->rows()->figures(at).missing == 0)
            several = row;
    }
    QVERIFY(several >= 0);
    Room::tableOf(page)->goToRow(several);
    QVERIFY(settled(page));
    const SaleRule& rule = model->rows()->rule(model->sourceRow(several));
    std::size_t ranges = 1;
    for (const RuleField& field : rule.fields)
        ranges *= commaParts(field.selectedId).size();
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 0; };
    QVERIFY(room.inDialog<ui::TreeEditor>([&] { room.key(Qt::Key_D, Qt::ControlModifier); },
                                          [&](ui::TreeEditor& editor) {
                                              QCOMPARE(editor.tree().branches.size(), rule.fields.size());
                                              QCOMPARE(rangeCount(editor.tree()), ranges);
                                              QVERIFY(ranges > 1);
                                              QVERIFY(!editor.side()->products().empty());
                                              auto* apply = editor.findChild<QPushButton*>(
                                                  QStringLiteral("tree.apply"));
                                              QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 20000);
                                              editor.reject();
                                          }));
    // Its conditions cannot be edited: the old range could not be cleared.
    QVERIFY(!Room::button(page, "conditions")->isEnabled());
    page->editConditions();
    QVERIFY(QApplication::activeModalWidget() == nullptr);
}

/// "No template yet" would invite to keep one over those that cannot be read.
void TestTree::damagedTemplates()
{
    Room room;
    ui::RangePage* page = room.read();
    QFile file(room.desk->data()->filePath(QStringLiteral("range-templates.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"a\": \"{\\\"version\\\":7}\"");
    file.close();
    const auto editor = editorOf(room, page);
    QString problem;
    ui::dialogs().ask = [&problem](QWidget*, const ui::Question& question) {
        problem = question.text;
        return 0;
    };
    QStringList offered;
    QTimer looking;
    connect(&looking, &QTimer::timeout, this, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (menu == nullptr || !offered.isEmpty())
            return;
        for (QAction* action : menu->actions()) {
            offered << action->text();
            if (action->text().contains(QStringLiteral("cannot be read")))
                menu->setActiveAction(action);
        }
        QTest::keyClick(menu, Qt::Key_Return);
    });
    looking.start(20);
    editor->findChild<QPushButton*>(QStringLiteral("tree.templates"))->click();
    QVERIFY2(offered.join(QLatin1Char('|')).contains(QStringLiteral("cannot be read")),
             qPrintable(offered.join(QLatin1Char('|'))));
    QVERIFY(!offered.join(QLatin1Char('|')).contains(QStringLiteral("No template")));
    QVERIFY(!problem.isEmpty());
}

/// Conditions from the list, a condition to another place, and text of another program.
void TestTree::dragged()
{
    Room room;
    ui::RangePage* page = room.read();
    const auto editor = editorOf(room, page);
    auto* tree = treeOf(*editor);
    auto* list = editor->findChild<QListView*>(QStringLiteral("tree.dimensions"));
    const auto fromList = [&](int row) {
        return std::unique_ptr<QMimeData>(list->model()->mimeData({list->model()->index(row, 0)}));
    };
    QTRY_VERIFY(tests::isIdle(*editor)); // the answer about the enabled ones fills the list anew
    drop(tree, {}, *fromList(0));
    drop(tree, {}, *fromList(2));
    QCOMPARE(editor->tree().branches.size(), std::size_t(2));
    const Dimension first = editor->tree().branches[0].dimension;
    // The second one in front of the first.
    const std::unique_ptr<QMimeData> second(editor->model()->mimeData({editor->model()->indexOf(1)}));
    drop(tree, editor->model()->indexOf(0), *second);
    QCOMPARE(editor->tree().branches.size(), std::size_t(2));
    QCOMPARE(editor->tree().branches[1].dimension, first);
    // A value of another window comes as text.
    const auto catalogue = room.desk->catalogue();
    const EntryList& departments = catalogue->of(Dimension::Department);
    QMimeData text;
    text.setText(QStringLiteral("部门\tid\t%1").arg(toQString(departments.id(0))));
    drop(tree, {}, text);
    QTRY_VERIFY_WITH_TIMEOUT(editor->tree().branch(Dimension::Department) != nullptr &&
                                 editor->tree().branch(Dimension::Department)->values.size() == 1,
                             20000);
    // Each of it is one step for undo.
    QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor->tree().branches[0].dimension, first);
}

QTEST_MAIN(TestTree)
#include "tst_tree.moc"
