// SPDX-License-Identifier: GPL-3.0-or-later
// The whole job on a sheet of 50,000 rows: by keyboard alone, and again by mouse alone.
#include "common/dialogs.h"
#include "core/language.h"
#include "demo/demo_data.h"
#include "support/sheet_maker.h"
#include "walk.h"

#include <QFile>
#include <QTest>

using namespace rangedesk;
using tests::Walk;
using ui::BulkPage;

namespace {

QString largeSheet(const QTemporaryDir& folder)
{
    const QString path = folder.filePath(QString::fromUtf8("双十二铺货_华东西南_v3.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    const std::string csv = tests::makeSheet(demo::seedData(), {}).csv();
    file.write(csv.data(), static_cast<qint64>(csv.size()));
    return path;
}

void click(QWidget* widget)
{
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
}

void balances(const JobCounts& c)
{
    QCOMPARE(c.rowsRead, 50000);
    QCOMPARE(c.rowsRead, c.refused + c.excluded + c.unchanged + c.held + c.planned);
    QCOMPARE(c.planned, c.verified + c.accepted + c.rejected + c.failed + c.unknown + c.notSent);
    QVERIFY(c.verified > 40000);
    QCOMPARE(c.notSent + c.unknown + c.failed, 0);
}

} // namespace

class TestLargeWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setLanguage(QStringLiteral("zh")); }
    void byKeyboard();
    void byMouse();
};

void TestLargeWindow::byKeyboard()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    walk.openSheet(largeSheet(folder));
    walk.check();
    walk.review();
    walk.post();
    walk.result();
    walk.jobs();
    QCOMPARE(walk.failure(), QString());
    const JobCounts& counts = walk.window().bulk()->resultView()->outcome()->job.counts;
    balances(counts);
    QVERIFY(counts.excluded >= 1);
}

void TestLargeWindow::byMouse()
{
    const QTemporaryDir folder;
    const QString sheet = largeSheet(folder);
    const ui::Dialogs before = ui::dialogs();
    ui::dialogs().openFile = [&](QWidget*, const QString&) { return sheet; };
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
    Walk walk({});
    walk.open();
    ui::MainWindow& window = walk.window();
    BulkPage* bulk = window.bulk();
    click(window.findChild<QToolButton*>(QStringLiteral("rail.bulk")));
    click(window.findChild<QPushButton*>(QStringLiteral("start.open")));
    QTRY_VERIFY_WITH_TIMEOUT(bulk->matchStep()->goOnButton()->isEnabled(), 30000);
    click(bulk->matchStep()->goOnButton());
    QTRY_VERIFY_WITH_TIMEOUT(bulk->checkStep()->table()->model()->rowCount() == 50000, 30000);
    click(bulk->checkStep()->goOnButton());
    QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled(),
                             60000);
    // A filter chip, a click into a box, and all rows again.
    ui::BatchTable* table = bulk->reviewStep()->table();
    QTRY_VERIFY(table->model()->rowCount() == 50000);
    const auto chip = [&](std::uint32_t facet) {
        return table->findChild<QToolButton*>(QStringLiteral("facet%1").arg(facet));
    };
    click(chip(AddedFacet));
    QTRY_VERIFY(table->model()->rowCount() < 50000 && table->model()->rowCount() > 0);
    ui::TableView* view = table->table();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(view->model()->index(2, 0)).center());
    QTRY_COMPARE(table->rows()->count(ExcludedFacet), 1);
    click(chip(0));
    QTRY_VERIFY(table->model()->rowCount() == 50000 && bulk->reviewStep()->postButton()->isEnabled());
    click(bulk->reviewStep()->postButton());
    QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == BulkPage::Step::Result, 180000);
    balances(bulk->resultView()->outcome()->job.counts);
    QCOMPARE(bulk->resultView()->outcome()->job.counts.excluded, 1);
    const QString report = folder.filePath(QStringLiteral("report.csv"));
    ui::dialogs().saveFile = [&](QWidget*, const QString&, const QString&) { return report; };
    click(bulk->resultView()->reportButton());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(report), 20000);
    ui::dialogs() = before;
}

QTEST_MAIN(TestLargeWindow)
#include "tst_large_window.moc"
