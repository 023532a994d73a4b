// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue's room: what is known, and reference lists taken over from sheets.
#include "catalogue/catalogue_page.h"
#include "common/dialogs.h"
#include "models/roles.h"
#include "range_room.h"
#include "ranges/explain_dialog.h"
#include "ranges/range_page.h"
#include "shell/palette.h"
#include "ui/dialog_watch.h"
#include "ui/walk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;
using tests::DialogWatch;
using tests::Walk;
using ui::CataloguePage;
using ui::MainWindow;
using ui::ReferenceDialog;

namespace {

CataloguePage* pageOf(Walk& walk)
{
    return static_cast<CataloguePage*>(walk.window().page(MainWindow::Place::Catalogue));
}

QString sheet(const QTemporaryDir& folder, const char* text)
{
    const QString path = folder.filePath(QStringLiteral("客户 名单.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
        qFatal("no file");
    return path;
}

} // namespace

class TestCataloguePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void byKeysAlone();
    void meaningsAndFaults();
    void wholeList();
    void unusableFile();
    void explainKnowsTheAttributes();
    void palette();
    void paletteKnowsKeptRules();
    void paletteKnowsWhatCanBeDone();
};

void TestCataloguePage::init()
{
    ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    };
}

void TestCataloguePage::byKeysAlone()
{
    const QTemporaryDir folder;
    const QString path = sheet(
        folder,
        "客户编码,客户名称,部门名称,渠道\nN1,新街口便利店,华东大区,现代\nN2,解放路超市,华南大区,传统\n");
    Walk walk({});
    walk.open();
    walk.key(Qt::Key_8, Qt::ControlModifier);
    CataloguePage* page = pageOf(walk);
    QVERIFY(page->isVisible());
    auto* empty = page->findChild<ui::StatePanel*>();
    QVERIFY(empty->isVisible()); // and says what to do
    ui::dialogs().openFile = [path](QWidget*, const QString&) { return path; };
    DialogWatch watch(&walk.window(), DialogWatch::ofType<ReferenceDialog>(), [](QDialog& dialog) {
        auto& reference = static_cast<ReferenceDialog&>(dialog);
        QTRY_VERIFY(reference.isReady());
        QVERIFY(reference.findChild<QPushButton*>(QStringLiteral("reference.take"))->isEnabled());
        for (const QWidget* widget : reference.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && button != nullptr)
                QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                         qPrintable(widget->objectName()));
        }
        QTest::keyClick(reference.windowHandle(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!reference.isVisible());
    });
    walk.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(watch.wasThere());
    walk.window().activateWindow();
    QTRY_VERIFY(!empty->isVisible());
    QTRY_COMPARE(page->table()->model()->rowCount(), 2);
    QVERIFY(walk.window().toast()->accessibleName().contains(QStringLiteral("2 new")));
    // Searched by initials; filtered by what the list told.
    walk.key(Qt::Key_F, Qt::ControlModifier);
    walk.type(QStringLiteral("xjk"));
    QTRY_COMPARE(page->table()->model()->rowCount(), 1);
    walk.key(Qt::Key_Escape);
    QTRY_COMPARE(page->table()->model()->rowCount(), 2);
    auto* facets = page->findChild<ui::FacetPane*>();
    QVERIFY(facets->isVisible());
    facets->model()->toggle(facets->model()->index(0, 0, facets->model()->index(0, 0)));
    QTRY_COMPARE(page->table()->model()->rowCount(), 1);
    QCOMPARE(walk.failure(), QString());
}

void TestCataloguePage::meaningsAndFaults()
{
    const QTemporaryDir folder;
    const QString path = sheet(folder, "客户编码,旧名\nN1,甲\n8.93E+18,乙\n,丙\n");
    Walk walk({});
    walk.open();
    CataloguePage* page = pageOf(walk);
    walk.window().goTo(MainWindow::Place::Catalogue);
    const QString saved = folder.filePath(QStringLiteral("refused.csv"));
    DialogWatch watch(&walk.window(), DialogWatch::ofType<ReferenceDialog>(), [&](QDialog& dialog) {
        auto& reference = static_cast<ReferenceDialog&>(dialog);
        QTRY_VERIFY(reference.isReady());
        QCOMPARE(reference.faults()->rowCount(), 2); // a damaged code, and a row that names nothing
        // The other column is the name: then the last row is in order.
        auto* columns = reference.columns();
        QVERIFY(columns->setData(columns->index(1, static_cast<int>(ReferenceColumnModel::Column::Meaning)),
                                 static_cast<int>(ReferenceColumn::Meaning::Name), Qt::EditRole));
        QTRY_VERIFY(reference.isReady() && reference.faults()->rowCount() == 1);
        ui::dialogs().saveFile = [&saved](QWidget*, const QString&, const QString&) { return saved; };
        reference.findChild<QPushButton*>(QStringLiteral("reference.save"))->click();
        QTRY_VERIFY(QFile::exists(saved));
        reference.reject();
    });
    page->importList(path);
    QVERIFY(watch.wasThere());
    QFile file(saved);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("8.93E+18"));
    QVERIFY(page->findChild<ui::StatePanel*>()->isVisible()); // given up: nothing was taken over
}

void TestCataloguePage::wholeList()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    walk.window().goTo(MainWindow::Place::Catalogue);
    CataloguePage* page = pageOf(walk);
    const auto takeOver = [&](const char* text, bool isFull) {
        DialogWatch watch(&walk.window(), DialogWatch::ofType<ReferenceDialog>(), [isFull](QDialog& dialog) {
            auto& reference = static_cast<ReferenceDialog&>(dialog);
            QTRY_VERIFY(reference.isReady());
            if (isFull)
                reference.findChild<QRadioButton*>(QStringLiteral("reference.full"))->click();
            QTRY_VERIFY(reference.isReady());
            reference.findChild<QPushButton*>(QStringLiteral("reference.take"))->click();
            QTRY_VERIFY(!reference.isVisible());
        });
        page->importList(sheet(folder, text));
        walk.window().activateWindow();
    };
    takeOver("客户编码,客户名称\nN1,甲\nN2,乙\nN3,丙\n", false);
    QTRY_COMPARE(page->table()->model()->rowCount(), 3);
    // Asked before entries go; a "no" keeps them.
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 0; };
    DialogWatch kept(&walk.window(), DialogWatch::ofType<ReferenceDialog>(), [](QDialog& dialog) {
        auto& reference = static_cast<ReferenceDialog&>(dialog);
        QTRY_VERIFY(reference.isReady());
        reference.findChild<QRadioButton*>(QStringLiteral("reference.full"))->click();
        QTRY_VERIFY(reference.isReady());
        reference.findChild<QPushButton*>(QStringLiteral("reference.take"))->click();
        QTest::qWait(50);
        QVERIFY(reference.isVisible());
    });
    page->importList(sheet(folder, "客户编码,客户名称\nN1,甲\n"));
    QVERIFY(kept.wasThere());
    QCOMPARE(page->table()->model()->rowCount(), 3);
    init();
    takeOver("客户编码,客户名称\nN1,甲\n", true);
    QTRY_COMPARE(page->table()->model()->rowCount(), 1);
}

void TestCataloguePage::unusableFile()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    walk.window().goTo(MainWindow::Place::Catalogue);
    const auto says = [&](const QString& path) {
        QString text;
        DialogWatch watch(&walk.window(), DialogWatch::ofType<ReferenceDialog>(), [&text](QDialog& dialog) {
            auto* note = dialog.findChild<ui::Note*>();
            QTRY_VERIFY(note->isVisible());
            QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("reference.take"))->isEnabled());
            text = note->text();
        });
        pageOf(walk)->importList(path);
        return text;
    };
    QVERIFY(!says(folder.path()).isEmpty()); // a folder
    QVERIFY(!says(folder.filePath(QStringLiteral("gone.csv"))).isEmpty());
    QVERIFY(says(sheet(folder, "渠道,城市\n现代,上海\n")).contains(QStringLiteral("No column names")));
}

void TestCataloguePage::explainKnowsTheAttributes()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    walk.window().goTo(MainWindow::Place::Catalogue);
    CataloguePage* page = pageOf(walk);
    DialogWatch import(&walk.window(), DialogWatch::ofType<ReferenceDialog>(), [](QDialog& dialog) {
        auto& reference = static_cast<ReferenceDialog&>(dialog);
        QTRY_VERIFY(reference.isReady());
        reference.findChild<QPushButton*>(QStringLiteral("reference.take"))->click();
        QTRY_VERIFY(!reference.isVisible());
    });
    page->importList(sheet(folder, "客户编码,客户名称,部门名称\nN1,甲店,华东大区\n"));
    QTRY_COMPARE(page->table()->model()->rowCount(), 1);
    bool knows = false;
    DialogWatch explain(&walk.window(), DialogWatch::ofType<ui::ExplainDialog>(), [&knows](QDialog& dialog) {
        for (const auto* button : dialog.findChildren<QAbstractButton*>())
            knows = knows || button->text().contains(QStringLiteral("华东大区"));
    });
    page->table()->goToRow(0);
    auto* button = page->findChild<QPushButton*>(QStringLiteral("catalogue.explain"));
    QTRY_VERIFY(button->isVisible());
    button->click();
    QVERIFY(explain.wasThere() && knows);
}

void TestCataloguePage::palette()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    walk.lists(); // the catalogue knows customers now
    CataloguePage* page = pageOf(walk);
    const auto choose = [&](const QString& text) {
        const DialogWatch watch(&walk.window(), DialogWatch::ofType<ui::Palette>(), [&text](QDialog& dialog) {
            auto& palette = static_cast<ui::Palette&>(dialog);
            const QAbstractItemModelTester tester(palette.model(),
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            QTRY_VERIFY(palette.model()->rowCount() > 9); // the commands
            QTest::keyClicks(palette.findChild<QLineEdit*>(), text);
            // Enter at once: what was typed counts, not what still stands in the list.
            QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Return);
            QTRY_VERIFY(!palette.isVisible());
        });
        walk.key(Qt::Key_K, Qt::ControlModifier);
        walk.window().activateWindow();
        return watch.wasThere();
    };
    QVERIFY(choose(QStringLiteral("KH000003")));
    QVERIFY(page->isVisible());
    QTRY_COMPARE(page->table()
                     ->currentIndex()
                     .siblingAtColumn(static_cast<int>(EntryModel::Column::Code))
                     .data()
                     .toString(),
                 QStringLiteral("KH000003"));
    QVERIFY(choose(QStringLiteral("SP10009")));
    QTRY_COMPARE(page->kind(), EntryKind::Product);
    QTRY_COMPARE(page->table()
                     ->currentIndex()
                     .siblingAtColumn(static_cast<int>(EntryModel::Column::Code))
                     .data()
                     .toString(),
                 QStringLiteral("SP10009"));
    // What is learned meanwhile takes nobody away from it.
    const int before = page->table()->model()->rowCount();
    CatalogueNews news;
    news.add(EntryKind::Product, {"1", "A1", {}, "新品", {}, EntryOrigin::Rules});
    walk.desk().catalogueKeeper().learn(std::move(news));
    QTRY_COMPARE(page->table()->model()->rowCount(), before + 1);
    QTRY_COMPARE(page->table()
                     ->currentIndex()
                     .siblingAtColumn(static_cast<int>(EntryModel::Column::Code))
                     .data()
                     .toString(),
                 QStringLiteral("SP10009"));
    // A rule by its id: in its own workspace, whatever stands there.
    auto* ranges = static_cast<ui::RangePage*>(walk.window().page(ui::MainWindow::Place::Ranges));
    auto* rules = ranges->findChild<ui::TableView*>(QStringLiteral("rules.table"));
    auto* ruleModel = static_cast<RuleModel*>(rules->model());
    QTRY_VERIFY(ruleModel->rowCount() > 5);
    std::uint32_t wanted = 5;
    while (ruleModel->rows()->rule(wanted).isDeleted())
        ++wanted;
    QVERIFY(choose(toQString(ruleModel->rows()->rule(wanted).id)));
    QVERIFY(ranges->isVisible());
    QTRY_COMPARE(rules->currentIndex().data(KeyRole).toULongLong(), ruleModel->rows()->key(wanted));
    QVERIFY(choose(QStringLiteral("jobs")));
    QVERIFY(!page->isVisible() && walk.window().jobs()->isVisible());
    // A million letters that fit nothing do no harm; Esc leaves all as it was.
    const DialogWatch nothing(&walk.window(), DialogWatch::ofType<ui::Palette>(), [](QDialog& dialog) {
        auto& palette = static_cast<ui::Palette&>(dialog);
        palette.findChild<QLineEdit*>()->setText(QString(20000, QLatin1Char('q')));
        QTRY_COMPARE(palette.model()->rowCount(), 0);
        QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(palette.isVisible());
        QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Escape);
        QTRY_VERIFY(!palette.isVisible());
    });
    walk.key(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(nothing.wasThere() && walk.window().jobs()->isVisible());
}

/// Rules that an earlier run read are found by pinyin before their page was ever opened.
void TestCataloguePage::paletteKnowsKeptRules()
{
    tests::RangeRoom room;
    std::uint64_t key = 0;
    QString sentence;
    {
        ui::RangePage* page = room.read();
        const auto* model = static_cast<RuleModel*>(tests::RangeRoom::tableOf(page)->model());
        std::uint32_t wanted = 5;
        while (model->rows()->rule(wanted).isDeleted())
            ++wanted;
        key = model->rows()->key(wanted);
        sentence = toQString(model->rows()->rule(wanted).id);
    }
    room.open();
    QVERIFY(room.inDialog<ui::Palette>(
        [&] { room.key(Qt::Key_K, Qt::ControlModifier); },
        [&](ui::Palette& palette) {
            const QAbstractItemModelTester tester(palette.model(),
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            auto* field = palette.findChild<QLineEdit*>();
            QTest::keyClicks(field, sentence);
            const auto isFound = [&] {
                return palette.model()->rowCount() > 0 && palette.model()->hit(0).rule == std::optional(key);
            };
            QTRY_VERIFY_WITH_TIMEOUT(isFound(), 20000);
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_VERIFY(!palette.isVisible());
        }));
    QCOMPARE(room.window->place(), MainWindow::Place::Ranges);
    ui::TableView* table = tests::RangeRoom::tableOf(room.page());
    QTRY_COMPARE_WITH_TIMEOUT(table->currentIndex().data(KeyRole).toULongLong(), key, 20000);
}

/// The buttons in sight that can act, with their keys; edits lead to the page on which they wait.
void TestCataloguePage::paletteKnowsWhatCanBeDone()
{
    tests::RangeRoom room;
    ui::RangePage* page = room.read(true);
    const auto texts = [&](const QString& typed) {
        QStringList found;
        room.inDialog<ui::Palette>([&] { room.key(Qt::Key_K, Qt::ControlModifier); },
                                   [&](ui::Palette& palette) {
                                       auto* field = palette.findChild<QLineEdit*>();
                                       QTRY_VERIFY(palette.model()->rowCount() > 9);
                                       field->setText(typed); // at once: one answer
                                       QTRY_VERIFY(palette.model()->rowCount() < 9);
                                       for (int row = 0; row < palette.model()->rowCount(); ++row)
                                           found << palette.model()->hit(row).text + QLatin1Char('|') +
                                                        palette.model()->hit(row).more;
                                       QTest::keyClick(field, Qt::Key_Escape);
                                       QTRY_VERIFY(!palette.isVisible());
                                   });
        return found;
    };
    ui::TableView* table = tests::RangeRoom::tableOf(page);
    table->goToRow(tests::editableRow(page));
    QVERIFY(tests::settled(page));
    QVERIFY(tests::RangeRoom::button(page, "clear")->isEnabled());
    QCOMPARE(texts(QStringLiteral("customers clear")),
             QStringList{QStringLiteral("Customers: Clear|Ctrl+Del")});
    QCOMPARE(texts(QStringLiteral("copy to customers")),
             QStringList{QStringLiteral("Customers: Copy to customers|F2")});
    QCOMPARE(texts(QStringLiteral("guide")), QStringList{QStringLiteral("Users' guide|F1")});
    QVERIFY(texts(QStringLiteral("write lock")).isEmpty()); // this window has none
    QVERIFY(texts(QStringLiteral("that wait")).isEmpty());
    // Only customer edits wait: they are listed where they are.
    page->detail()->table()->setFocus();
    page->detail()->table()->goToRow(0);
    room.key(Qt::Key_Space);
    QTRY_VERIFY(!page->edits().edits().isEmpty());
    const QStringList waiting = texts(QStringLiteral("that wait"));
    QVERIFY(waiting.contains(QStringLiteral("Edits of customer ranges that wait|Ctrl+L")));
    QVERIFY(waiting.filter(QRegularExpression(QStringLiteral("^Edits that wait"))).isEmpty());
    // What cannot be done is not offered.
    room.window->goTo(MainWindow::Place::Ranges);
    QVERIFY(texts(QStringLiteral("ranges clear")).filter(QStringLiteral(": Clear")).isEmpty());
}

QTEST_MAIN(TestCataloguePage)
#include "tst_catalogue_page.moc"
