// SPDX-License-Identifier: GPL-3.0-or-later
// What all tables and charts share: tool tips of hostile texts, copying, exporting, columns moved by keys;
// and where a toast stands.
#include "common/answer_dialog.h"
#include "common/chart.h"
#include "common/dialogs.h"
#include "common/notes.h"
#include "common/preferences.h"
#include "common/table_view.h"
#include "models/roles.h"
#include "models/tool_tip.h"
#include "sheets/sheet.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

using namespace rangedesk;
using namespace rangedesk::ui;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;
const auto hostile = QStringLiteral("<h1>A & B</h1><img src=\"file:/etc/passwd\">");

/// Names, an id of 19 digits, a count and a rate.
QStandardItemModel* makeModel(QObject* parent)
{
    auto* model = new QStandardItemModel(0, 4, parent);
    model->setHorizontalHeaderLabels(
        {QStringLiteral("Name"), QStringLiteral("A & B"), QStringLiteral("Count"), QStringLiteral("Rate")});
    const auto add = [model](const QString& name, const QString& id, qlonglong count, double rate) {
        auto* counted = new QStandardItem;
        counted->setData(count, Qt::DisplayRole);
        auto* rated = new QStandardItem(rate < 0 ? QStringLiteral("nobody")
                                                 : QString::number(rate * 100, 'f', 1) + QLatin1Char('%'));
        rated->setData(rate, FractionRole);
        model->appendRow({new QStandardItem(name), new QStandardItem(id), counted, rated});
    };
    add(QStringLiteral("=HYPERLINK(\"http://x\")\r\nsecond"), QStringLiteral("8930212674401593001"), 1500,
        0.444);
    add(QStringLiteral("<b>A & B</b>"), QStringLiteral("00012"), 2, -1);
    add(QStringLiteral("+86 138"), QStringLiteral("3"), 3, 0.5);
    return model;
}

TableView* makeTable(QWidget* parent)
{
    auto* table = new TableView(parent);
    table->setModel(makeModel(table));
    using Look = ColumnLookKind;
    table->setColumns(
        QStringLiteral("tables"),
        {{Look::Text, 160, 160}, {Look::Code, 160, 160}, {Look::Figure, 80, 80}, {Look::Bar, 90, 90}});
    return table;
}

QMimeData& clipboard()
{
    return *const_cast<QMimeData*>(QGuiApplication::clipboard()->mimeData());
}

QStringList order(const TableView& table)
{
    QStringList names;
    for (int place = 0; place < table.horizontalHeader()->count(); ++place)
        names << table.model()
                     ->headerData(table.horizontalHeader()->logicalIndex(place), Qt::Horizontal)
                     .toString();
    return names;
}

class Bars final : public Chart
{
public:
    explicit Bars(QWidget* parent) : Chart(parent)
    {
        setAccessibleName(QStringLiteral("bars"));
        resize(400, 100);
        renew();
    }

protected:
    void draw(QPainter& painter, const QSize& size, std::vector<Part>& parts) override
    {
        drawn = size;
        parts.push_back({hostile, 7, QRect(0, 0, 100, 50)});
        text(painter, QRect(0, 0, 100, 50), hostile, Token::Ink, Type::Body);
    }

public:
    QSize drawn;
};

QLabel* shownTip()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->inherits("QTipLabel") && widget->isVisible())
            return qobject_cast<QLabel*>(widget);
    }
    return nullptr;
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { dialogs() = m_dialogs; }
    void tips_data();
    void tips();
    void tipOfACell();
    void tipOfAChart();
    void announced();
    void mnemonics();
    void copiedForSpreadsheets();
    void oneCell();
    void exported();
    void columnsByKeys();
    void withheldColumnsComeBack();
    void chartIsSaved();
    void failuresAreTold();
    void toastCoversNothing();
    void toastMakesRoom();

private:
    QTemporaryDir m_folder;
    Dialogs m_dialogs = dialogs();
};

void TestTables::init()
{
    const QString path = m_folder.filePath(QStringLiteral("window.ini"));
    QFile::remove(path);
    Preferences::setFile(path);
}

void TestTables::tips_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QStringLiteral("A & B \"x\"") << QStringLiteral("A & B \"x\"");
    QTest::newRow("two lines") << QStringLiteral("a\nb") << QStringLiteral("a\nb");
    QTest::newRow("markup") << QStringLiteral("<h1>a & b</h1>\nc")
                            << QStringLiteral("<qt>&lt;h1&gt;a &amp; b&lt;/h1&gt;<br>c</qt>");
    QTest::newRow("right to left") << QString(QChar(0x202E)) + QStringLiteral("a")
                                   << QString(QChar(QChar::ReplacementCharacter)) + QStringLiteral("a");
}

void TestTables::tips()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(toolTipText(text), shown);
    // A line that is long is broken; a text that is huge is cut.
    QVERIFY(toolTipText(QString(200, QLatin1Char('x'))).startsWith(QLatin1String("<qt>")));
    QVERIFY(toolTipText(QString(1000000, QLatin1Char('x'))).size() < 2000);
}

/// The model's own words are shown as well as what was cut off, and neither as markup.
void TestTables::tipOfACell()
{
    QWidget window;
    TableView* table = makeTable(&window);
    table->setGeometry(0, 0, 600, 300);
    table->model()->setData(table->model()->index(1, 1), QStringLiteral("in <i>no</i> list"),
                            Qt::ToolTipRole);
    window.resize(620, 320);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto ask = [&](const QModelIndex& index) {
        const QPoint at = table->visualRect(index).center();
        QHelpEvent help(QEvent::ToolTip, at, table->viewport()->mapToGlobal(at));
        QApplication::sendEvent(table->viewport(), &help);
    };
    ask(table->model()->index(1, 1));
    QTRY_COMPARE(QToolTip::text(), QStringLiteral("<qt>in &lt;i&gt;no&lt;/i&gt; list</qt>"));
    table->model()->setData(table->model()->index(2, 1), hostile);
    table->setColumnWidth(1, 60);
    ask(table->model()->index(2, 1));
    QTRY_COMPARE(QToolTip::text(), QStringLiteral("<qt>%1</qt>").arg(hostile.toHtmlEscaped()));
    ask(table->model()->index(2, 2)); // all of it is in sight
    QTRY_VERIFY(shownTip() == nullptr || QToolTip::text().isEmpty());
}

void TestTables::tipOfAChart()
{
    Bars bars(nullptr);
    bars.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bars));
    QHelpEvent help(QEvent::ToolTip, QPoint(10, 10), bars.mapToGlobal(QPoint(10, 10)));
    QApplication::sendEvent(&bars, &help);
    QTRY_COMPARE(QToolTip::text(), QStringLiteral("<qt>%1: 7</qt>").arg(hostile.toHtmlEscaped()));
    bars.setFocus();
    QTest::keyClick(&bars, Qt::Key_Right);
    QTRY_COMPARE(QToolTip::text(), QStringLiteral("<qt>%1: 7</qt>").arg(hostile.toHtmlEscaped()));
    QToolTip::hideText();
}

void TestTables::announced()
{
    QWidget window;
    announce(&window, hostile);
    const auto* label = window.findChild<QLabel*>(QStringLiteral("announcer"));
    QVERIFY(label != nullptr);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(label->text(), hostile);
}

void TestTables::mnemonics()
{
    QCOMPARE(withoutMnemonic(QStringLiteral("A & B && C")), QStringLiteral("A && B &&&& C"));
    QWidget window;
    TableView* table = makeTable(&window);
    table->setGeometry(0, 0, 600, 300);
    window.show();
    table->goToRow(0);
    QStringList texts;
    connect(table, &TableView::menuWanted, this, [&texts](QMenu* menu) {
        QTimer::singleShot(0, menu, [menu, &texts] {
            for (const QAction* action : menu->findChildren<QAction*>())
                texts << action->text();
            menu->close();
        });
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
    QApplication::sendEvent(table, &event);
    QVERIFY(!texts.filter(QStringLiteral("A && B")).isEmpty());
    QVERIFY(texts.filter(QRegularExpression(QStringLiteral("A & B"))).isEmpty());
}

/// Text stays text in a spreadsheet, nothing is run there, and what is pasted here again is what was copied.
void TestTables::copiedForSpreadsheets()
{
    QWidget window;
    TableView* table = makeTable(&window);
    window.show();
    table->selectAll();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = clipboard().text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QStringLiteral("'=HYPERLINK(\"http://x\")  second\t8930212674401593001\t1500\t44.4%"));
    QCOMPARE(lines[2], QStringLiteral("'+86 138\t3\t3\t50.0%"));
    const QString html = clipboard().html();
    QVERIFY(html.contains(QStringLiteral("td.t{mso-number-format:\"\\@\"}")));
    QVERIFY(html.contains(QStringLiteral("<td class=\"t\" sdnum=\"1033;0;@\">8930212674401593001</td>")));
    QVERIFY(html.contains(QStringLiteral("<td class=\"t\" sdnum=\"1033;0;@\">00012</td>")));
    QVERIFY(html.contains(QStringLiteral("&lt;b&gt;A &amp; B&lt;/b&gt;")));
    QVERIFY(html.contains(QStringLiteral("<td>1500</td>")));
    const auto sheet = openSheet("name\tid\tcount\trate\n" + clipboard().text().toStdString(), {});
    QVERIFY(sheet);
    CsvScanner rows = sheet->scanner();
    CsvRecord record;
    QCOMPARE(rows.next(record), CsvScanner::Status::Record);
    QCOMPARE(record.cells.at(0), std::string_view("=HYPERLINK(\"http://x\")  second"));
    QCOMPARE(rows.next(record), CsvScanner::Status::Record);
    QCOMPARE(rows.next(record), CsvScanner::Status::Record);
    QCOMPARE(record.cells.at(0), std::string_view("+86 138"));
}

void TestTables::oneCell()
{
    QWidget window;
    TableView* table = makeTable(&window);
    window.show();
    table->setCurrentIndex(table->model()->index(0, 1));
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard().text(), QStringLiteral("8930212674401593001"));
    QVERIFY(clipboard().html().contains(QStringLiteral(">8930212674401593001</td>")));
}

/// Figures are numbers that can be summed up, ids are texts; the chosen rows alone where it is wished.
void TestTables::exported()
{
    QWidget window;
    TableView* table = makeTable(&window);
    window.show();
    table->goToRow(0);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table->selectedCount(), 2);
    QString offered;
    const QString path = m_folder.filePath(QStringLiteral("rows.xlsx"));
    dialogs().saveFile = [&](QWidget*, const QString&, const QString& name) {
        offered = name;
        return path;
    };
    QMenu menu;
    table->addExports(&menu);
    QList<QAction*> ways = menu.actions();
    ways.removeIf([](const QAction* action) { return action->isSeparator(); });
    QCOMPARE(ways.size(), 4);
    QSignalSpy done(table, &TableView::exported);
    ways[2]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 20000);
    QCOMPARE(offered, QStringLiteral("tables.xlsx"));
    auto bytes = readSheetBytes(path);
    QVERIFY(bytes);
    const auto sheet = openSheet(std::move(*bytes), {});
    QVERIFY(sheet);
    QCOMPARE(sheet->columns.size(), std::size_t(4));
    CsvScanner rows = sheet->scanner();
    CsvRecord record;
    QCOMPARE(rows.next(record), CsvScanner::Status::Record);
    QCOMPARE(record.cells.at(1), std::string_view("8930212674401593001"));
    QCOMPARE(record.cells.at(2), std::string_view("1500"));
    QCOMPARE(rows.next(record), CsvScanner::Status::Record);
    QCOMPARE(record.cells.at(1), std::string_view("00012"));
    QCOMPARE(record.cells.at(3), std::string_view("nobody"));
    QCOMPARE(rows.next(record), CsvScanner::Status::End); // the third is not chosen
    // As CSV, all of them.
    dialogs().saveFile = [&](QWidget*, const QString&, const QString&) {
        return m_folder.filePath(QStringLiteral("rows.csv"));
    };
    ways[1]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 2, 20000);
    auto csv = readSheetBytes(m_folder.filePath(QStringLiteral("rows.csv")));
    QVERIFY(csv);
    QCOMPARE(std::count(csv->begin(), csv->end(), '%'), 2);
}

void TestTables::columnsByKeys()
{
    QWidget window;
    TableView* table = makeTable(&window);
    const QAbstractItemModelTester tester(table->model(), strict);
    table->setGeometry(0, 0, 600, 300);
    window.show();
    const QStringList standard = order(*table);
    table->setCurrentIndex(table->model()->index(0, 2));
    const auto ways = Qt::ControlModifier | Qt::ShiftModifier;
    QTest::keyClick(table, Qt::Key_Left, ways);
    QCOMPARE(order(*table), (QStringList{standard[0], standard[2], standard[1], standard[3]}));
    QTest::keyClick(table, Qt::Key_Left, ways);
    QTest::keyClick(table, Qt::Key_Left, ways); // it is the first by now
    const QStringList moved{standard[2], standard[0], standard[1], standard[3]};
    QCOMPARE(order(*table), moved);
    table->freeze(1);
    table->setColumnHidden(1, true);
    QCOMPARE(order(*makeTable(&window)), moved); // remembered
    QTest::keyClick(table, Qt::Key_Right, ways);
    QTest::keyClick(table, Qt::Key_Right, ways); // past the one that is hidden
    QCOMPARE(order(*table), (QStringList{standard[0], standard[1], standard[3], standard[2]}));
    table->resetColumns();
    QCOMPARE(order(*table), standard);
    QCOMPARE(table->frozenColumns(), 0);
    QVERIFY(!table->isColumnHidden(1));
    QCOMPARE(order(*makeTable(&window)), standard);
}

/// What a person made of a column outlives that the program hides it for a while.
void TestTables::withheldColumnsComeBack()
{
    QWidget window;
    TableView* table = makeTable(&window);
    table->setGeometry(0, 0, 600, 300);
    window.show();
    table->setColumnWidth(1, 133);
    table->setColumnHidden(2, true);
    table->setColumnWidth(3, 91); // remembered with what stands so far
    table->withholdColumn(1, true);
    table->withholdColumn(2, true);
    QVERIFY(table->isColumnHidden(1) && table->isColumnHidden(2));
    table->setColumnWidth(3, 77);
    TableView* another = makeTable(&window); // it withholds nothing
    QVERIFY(!another->isColumnHidden(1) && another->isColumnHidden(2));
    QCOMPARE(another->columnWidth(1), 133);
    QCOMPARE(another->columnWidth(3), 77);
    table->withholdColumn(1, false);
    table->withholdColumn(2, false);
    QVERIFY(!table->isColumnHidden(1) && table->isColumnHidden(2));
    QCOMPARE(table->columnWidth(1), 133);
}

void TestTables::chartIsSaved()
{
    const std::vector<FileFilter> filters = saveFilters(QStringLiteral("bars.png"));
    QCOMPARE(filters.size(), std::size_t(2));
    QCOMPARE(filters[0].suffix, QStringLiteral("png"));
    QCOMPARE(filters[1].suffix, QStringLiteral("svg"));
    QCOMPARE(saveFilters(QStringLiteral("a.xlsx")).front().suffix, QStringLiteral("xlsx"));
    Bars bars(nullptr);
    bars.show();
    const auto save = [&](const QString& path) {
        QString offered;
        dialogs().saveFile = [&](QWidget*, const QString&, const QString& name) {
            offered = name;
            return path;
        };
        QTimer::singleShot(0, &bars, [] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu != nullptr);
            menu->actions().last()->trigger();
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
        QApplication::sendEvent(&bars, &event);
        return offered;
    };
    QSignalSpy told(&bars, &Chart::told);
    const QString png = m_folder.filePath(QStringLiteral("bars.png"));
    QCOMPARE(save(png), QStringLiteral("bars.png"));
    const QSize saved = bars.drawn;
    QCOMPARE(QImage(png).size(), saved * 2);
    QVERIFY(saved.width() < bars.width()); // without the room of the button, as it is copied
    const QString svg = m_folder.filePath(QStringLiteral("bars.svg"));
    save(svg);
    QCOMPARE(bars.drawn, saved);
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("<svg"));
    save(m_folder.filePath(QStringLiteral("no/such/folder/bars.png")));
    QCOMPARE(told.count(), 3);
    QVERIFY(!told[0][1].toBool() && !told[1][1].toBool() && told[2][1].toBool());
}

namespace {

class EmptyRows final : public RowSource
{
public:
    std::size_t size() const override { return 0; }
    std::uint64_t key(std::uint32_t row) const override { return row; }
    std::uint32_t facets(std::uint32_t) const override { return 0; }
    Matcher matcher(const std::string&) const override { return {}; }
    std::string sortKey(std::uint32_t, int) const override { return {}; }
};

class EmptyModel final : public RowModel
{
public:
    int columnCount(const QModelIndex&) const override { return 1; }

protected:
    QVariant cell(std::uint32_t, int, int) const override { return {}; }
};

class Answer final : public AnswerDialog
{
public:
    explicit Answer(QWidget* parent)
        : AnswerDialog(Environment::Test, new EmptyModel, QStringLiteral("answer"), QStringLiteral("Answer"),
                       parent),
          bars(new Bars(this))
    {
        addPicture(bars);
    }
    void showCurrent() override {}

    Bars* bars;
};

} // namespace

/// In every dialog of the shared frame: nothing fails in silence.
void TestTables::failuresAreTold()
{
    QWidget window;
    window.resize(900, 600);
    Answer answer(&window);
    answer.show();
    Q_EMIT answer.table()->exportFailed(QStringLiteral("no room"));
    auto* toast = answer.findChild<Toast*>();
    QVERIFY(toast != nullptr && toast->isVisible());
    QCOMPARE(toast->accessibleName(), QStringLiteral("no room"));
    Q_EMIT answer.bars->told(QStringLiteral("saved"), false);
    QCOMPARE(toast->accessibleName(), QStringLiteral("saved"));
}

/// Neither a footer line nor a button lies beneath it, at any width.
void TestTables::toastCoversNothing()
{
    QWidget window;
    window.resize(1000, 600);
    QFrame* foot = makePane(&window, "paneFoot");
    QPushButton* primary = makeButton(&window, "primary");
    Toast toast(&window);
    window.show();
    const auto isFree = [&] {
        return !toast.geometry().intersects(foot->geometry()) &&
               !toast.geometry().intersects(primary->geometry());
    };
    const auto bottom = window.height() - size::statusBar;
    foot->setGeometry(0, bottom - 30, 1000, 30);
    primary->setGeometry(0, 0, 100, 30);
    toast.show(Mark::Accepted, QStringLiteral("Written"));
    QVERIFY(isFree());
    QVERIFY(toast.geometry().right() > 900);           // at the right
    primary->setGeometry(800, bottom - 140, 200, 110); // a pane of buttons
    toast.show(Mark::Accepted, QStringLiteral("Written: a file"));
    QVERIFY(isFree());
    QVERIFY(toast.geometry().right() < 800); // then rather in the middle than so high
    window.resize(700, 600);
    foot->setGeometry(0, bottom - 30, 700, 30);
    toast.show(Mark::Accepted, QStringLiteral("Written: a file with a longer name, and more to tell of it"));
    QVERIFY(isFree());
}

/// The counts that a message is about often come a moment after it.
void TestTables::toastMakesRoom()
{
    QWidget window;
    window.resize(1000, 600);
    auto* column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, size::statusBar);
    column->addStretch(1);
    auto* inner = new QWidget(&window);
    auto* innerColumn = new QVBoxLayout(inner);
    innerColumn->setContentsMargins(0, 0, 0, 0);
    QFrame* counts = makePane(inner, "paneFoot");
    counts->setMinimumHeight(70);
    counts->hide();
    innerColumn->addWidget(counts);
    column->addWidget(inner);
    window.show();
    Toast toast(&window);
    toast.show(Mark::Same, QStringLiteral("2 of the picked products are there already"));
    const int before = toast.y();
    counts->show();
    const auto isFree = [&] {
        const QRect taken(counts->mapTo(&window, QPoint(0, 0)), counts->size());
        return counts->height() >= 70 && !toast.geometry().intersects(taken);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFree(), 20000);
    QVERIFY(toast.y() < before);
    counts->setMinimumHeight(120);
    QTRY_VERIFY_WITH_TIMEOUT(counts->height() >= 120 && isFree(), 20000);
}

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
