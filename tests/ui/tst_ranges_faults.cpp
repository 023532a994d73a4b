// SPDX-License-Identifier: GPL-3.0-or-later
// The ranges' workspace against a server that refuses, loses its replies, or says what nobody can read: what
// is on the screen afterwards is what the server holds, and nothing was sent twice unseen.
#include "core/language.h"
#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "range_room.h"
#include "ranges/health_dialog.h"
#include "ranges/reach_dialog.h"
#include "ranges/tree_editor.h"

#include <QClipboard>

using namespace rangedesk;
using tests::editableRow;
using tests::productsOf;
using Room = tests::RangeRoom;
using tests::settled;
using ui::BulkPage;

namespace {

/// A customer that the current rule is not of.
const RuleCustomer& otherCustomer(ui::RangePage* page)
{
    auto* model = tests::modelOf(page);
    const auto rows = model->rows();
    const std::uint32_t at = tests::currentRow(page);
    for (std::uint32_t row = 0; row < rows->size(); ++row) {
        const auto& customers = rows->rule(row).customers;
        if (!customers.empty() && customers.front().id != rows->rule(at).customers.front().id)
            return customers.front();
    }
    qFatal("there is one customer alone");
}

/// Toggles must-sell of the first product of a rule by key, and goes to the review.
std::string editByKey(Room& room, ui::RangePage* page)
{
    Room::tableOf(page)->goToRow(editableRow(page));
    if (!settled(page))
        qFatal("the products do not settle");
    page->detail()->table()->setFocus();
    page->detail()->table()->goToRow(0);
    std::string product(productsOf(page)->product(0).id);
    room.key(Qt::Key_Space);
    room.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    return product;
}

} // namespace

class TestRangesFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void readings_data();
    void readings();
    void editsPosted_data();
    void editsPosted();
    void cleared_data();
    void cleared();
    void flowsOfCustomers_data();
    void flowsOfCustomers();
    void otherConditions_data();
    void otherConditions();
    void proposalsOfHealth_data();
    void proposalsOfHealth();
    void questions();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

void TestRangesFaults::readings_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isOvercome"); // by asking once more
    QTest::newRow("500") << QStringLiteral("http500:getSaleRangePds:1") << true;
    QTest::newRow("closed") << QStringLiteral("close-before:getSaleRangePds:1") << true;
    QTest::newRow("refused") << QStringLiteral("refuse:getSaleRangePds:1:0:没有权限") << false;
    QTest::newRow("no JSON") << QStringLiteral("bad-json:getSaleRangePds:-1") << false;
    QTest::newRow("another's reply") << QStringLiteral("other-message:getSaleRangePds:-1") << false;
}

/// What was read before stays whatever comes; the words of the server are shown.
void TestRangesFaults::readings()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, isOvercome);
    Room room;
    ui::RangePage* page = room.read();
    const int before = Room::tableOf(page)->model()->rowCount();
    QVERIFY(room.server.set("fault=" + toUtf8(fault)));
    page->readEverything();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 30000);
    QCOMPARE(Room::tableOf(page)->model()->rowCount(), before);
    QStringList notes;
    for (const auto* note : page->findChildren<ui::Note*>()) {
        if (note->isVisible())
            notes << note->text();
    }
    QCOMPARE(notes.join(QString()).isEmpty(), isOvercome);
    if (fault.contains(QStringLiteral("没有权限")))
        QVERIFY2(notes.join(QString()).contains(QStringLiteral("没有权限")),
                 qPrintable(notes.join(QString())));
}

void TestRangesFaults::editsPosted_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("requests"); // that wrote, or tried to
    const QString write = QStringLiteral(":modifySaleRangePds:1");
    const QString verified = QStringLiteral("verified");
    const QString failed = QStringLiteral("failed"); // read back, and not there: it may be sent again
    QTest::newRow("reply lost") << QStringLiteral("close-after") + write << verified << 1;
    QTest::newRow("reply cut") << QStringLiteral("truncated") + write << verified << 1;
    QTest::newRow("another's reply") << QStringLiteral("other-message") + write << verified << 1;
    QTest::newRow("no JSON") << QStringLiteral("bad-json") + write << failed << 1;
    QTest::newRow("not JSON but a page") << QStringLiteral("html") + write << failed << 1;
    QTest::newRow("500") << QStringLiteral("http500") + write << failed << 1;
    QTest::newRow("closed") << QStringLiteral("close-before") + write << failed << 1;
    QTest::newRow("refused") << QStringLiteral("refuse:modifySaleRangePds:-1:0:商品已停用")
                             << QStringLiteral("rejected") << 1;
    QTest::newRow("too often") << QStringLiteral("throttle") + write << verified << 2;
}

/// An edit by keys alone is verified at the end, or named as failed or refused, and then it waits still; a
/// lost reply is settled by reading, not by sending once more.
void TestRangesFaults::editsPosted()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, outcome);
    QFETCH(const int, requests);
    const bool isApplied = outcome == QStringLiteral("verified");
    Room room;
    ui::RangePage* page = room.read();
    const std::string before = room.server.state();
    QVERIFY(room.server.set("fault=" + toUtf8(fault)));
    editByKey(room, page);
    QVERIFY(room.post());
    const JobCounts counts = room.counts();
    QCOMPARE(counts.planned, 1);
    QCOMPARE(counts.verified, isApplied ? 1 : 0);
    QCOMPARE(counts.failed, outcome == QStringLiteral("failed") ? 1 : 0);
    QCOMPARE(counts.rejected, outcome == QStringLiteral("rejected") ? 1 : 0);
    QCOMPARE(room.server.state() != before, isApplied);
    QVERIFY2(tests::requestsOf(room, "modifySaleRangePds") == requests,
             qPrintable(QString::fromStdString(room.server.log())));
    // What did not arrive waits still, and is not lost.
    page = room.page();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    QTRY_COMPARE(Room::button(page, "review")->isVisible(), !isApplied);
}

void TestRangesFaults::cleared_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isCleared");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("reply lost") << QStringLiteral("close-after:removeSaleRange:1") << true;
    QTest::newRow("truncated") << QStringLiteral("truncated:removeSaleRange:1") << true;
    QTest::newRow("refused") << QStringLiteral("refuse:removeSaleRange:-1:0:没有权限") << false;
}

/// Whether a range is cleared is decided by reading back, whatever the reply said (api.md 2).
void TestRangesFaults::cleared()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, isCleared);
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page, 2));
    auto* model = tests::modelOf(page);
    const std::string key = model->rows()->target(tests::currentRow(page)).key();
    if (!fault.isEmpty())
        QVERIFY(room.server.set("fault=" + toUtf8(fault)));
    Room::button(page, "clear")->click();
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, isCleared ? 1 : 0);
    QCOMPARE(tests::requestsOf(room, "removeSaleRange"), 1); // nothing is cleared twice
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    QTRY_COMPARE(model->rows()->rowOf(key).has_value(), !isCleared);
}

void TestRangesFaults::flowsOfCustomers_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isApplied");
    for (const char* flow : {"edit", "copy", "clear"}) {
        const QString write = QString::fromLatin1(flow) == QStringLiteral("clear")
                                  ? QStringLiteral("removeCmSaleRange")
                                  : QStringLiteral("modifyCmSaleRangeByPds");
        const auto add = [&](const char* name, const QString& fault, bool isApplied) {
            QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(QLatin1String(flow), QLatin1String(name))))
                << QString::fromLatin1(flow) << fault << isApplied;
        };
        add("reply lost", QStringLiteral("close-after:%1:1").arg(write), true);
        add("reply cut", QStringLiteral("truncated:%1:1").arg(write), true);
        add("silent", QStringLiteral("silent-after:%1:1").arg(write), true);
        add("no JSON", QStringLiteral("bad-json:%1:1").arg(write), false);
        add("500", QStringLiteral("http500:%1:1").arg(write), false);
        add("refused", QStringLiteral("refuse:%1:-1:0:没有权限").arg(write), false);
    }
}

/// A customer's range edited, given to another, and cleared: what is on the screen is what the server holds,
/// and each write left once.
void TestRangesFaults::flowsOfCustomers()
{
    QFETCH(const QString, flow);
    QFETCH(const QString, fault);
    QFETCH(const bool, isApplied);
    Room room;
    if (fault.startsWith(QStringLiteral("silent")))
        room.open(std::chrono::seconds(3));
    ui::RangePage* page = room.read(true);
    Room::tableOf(page)->goToRow(editableRow(page));
    QVERIFY(settled(page));
    const std::string before = room.server.state();
    const bool isClearing = flow == QStringLiteral("clear");
    auto* model = tests::modelOf(page);
    const std::string key = model->rows()->target(tests::currentRow(page)).key();
    if (flow == QStringLiteral("edit")) {
        page->detail()->table()->setFocus();
        page->detail()->table()->goToRow(0);
        room.key(Qt::Key_Space);
        room.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    } else if (isClearing) {
        Room::button(page, "clear")->click();
    } else {
        const RuleCustomer& other = otherCustomer(page);
        QVERIFY(room.inDialog<ui::PickerDialog>(
            [&] { room.key(Qt::Key_F2); },
            [&](ui::PickerDialog& picker) {
                QGuiApplication::clipboard()->setText(toQString(other.code) + QLatin1Char('\n'));
                picker.findChild<QPushButton*>(QStringLiteral("picker.paste"))->click();
                QTRY_COMPARE(picker.picked().size(), std::size_t(1));
                picker.findChild<QPushButton*>(QStringLiteral("picker.use"))->click();
            }));
        page->review();
    }
    QVERIFY(room.server.set("fault=" + toUtf8(fault)));
    QVERIFY(room.post());
    const JobCounts counts = room.counts();
    QVERIFY(counts.planned > 0);
    QCOMPARE(counts.verified == counts.planned, isApplied);
    QCOMPARE(counts.unknown, 0); // each was settled by reading
    QCOMPARE(room.server.state() != before, isApplied);
    if (!fault.contains(QStringLiteral("refuse"))) // a refused one is halved
        QCOMPARE(tests::requestsOf(room, isClearing ? "removeCmSaleRange" : "modifyCmSaleRangeByPds"), 1);
    page = room.page(true);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    if (isClearing)
        QTRY_COMPARE(model->rows()->rowOf(key).has_value(), !isApplied);
    else
        QTRY_COMPARE(Room::button(page, "review")->isVisible(),
                     !isApplied); // what did not arrive waits still
}

void TestRangesFaults::otherConditions_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isApplied");
    QTest::newRow("reply lost") << QStringLiteral("close-after:modifySaleRangePds:1") << true;
    QTest::newRow("silent") << QStringLiteral("silent-before:modifySaleRangePds:1") << false;
    QTest::newRow("no JSON") << QStringLiteral("bad-json:modifySaleRangePds:1") << false;
    QTest::newRow("500") << QStringLiteral("http500:modifySaleRangePds:1") << false;
    QTest::newRow("refused") << QStringLiteral("refuse:modifySaleRangePds:-1:0:没有权限") << false;
}

/// The old range is to be cleared only where the new one was read back.
void TestRangesFaults::otherConditions()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, isApplied);
    Room room;
    if (fault.startsWith(QStringLiteral("silent")))
        room.open(std::chrono::seconds(3));
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    auto* model = tests::modelOf(page);
    const std::uint32_t at = tests::currentRow(page);
    const std::string oldKey = model->rows()->target(at).key();
    const std::string before = room.server.state();
    const Dimension own = *dimensionOfFilterCode(model->rows()->rule(at).fields.front().filterCode);
    const Dimension more = own == Dimension::CustomerLevel ? Dimension::Department : Dimension::CustomerLevel;
    QVERIFY(room.inDialog<ui::TreeEditor>(
        [&] { room.key(Qt::Key_F2); },
        [&](ui::TreeEditor& editor) {
            ConditionTree tree = editor.tree();
            tree.branches.push_back(
                {more, {{SelectBy::Id, std::string(room.desk->catalogue()->of(more).id(0)), {}, {}, false}}});
            QGuiApplication::clipboard()->setText(treeText(tree));
            editor.findChild<QTreeView*>()->setFocus();
            room.key(Qt::Key_V, Qt::ControlModifier);
            QTRY_VERIFY_WITH_TIMEOUT(
                editor.findChild<QPushButton*>(QStringLiteral("tree.apply"))->isEnabled(), 20000);
            room.key(Qt::Key_Return, Qt::ControlModifier);
        }));
    QVERIFY(room.server.set("fault=" + toUtf8(fault)));
    page->review();
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified == room.counts().planned, isApplied);
    QCOMPARE(room.server.state() != before, isApplied);
    page = room.page();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    QVERIFY(model->rows()->rowOf(oldKey).has_value()); // nothing is cleared by itself
    QCOMPARE(page->edits().edits().dueClearings().size(), std::size_t(isApplied ? 1 : 0));
    QCOMPARE(tests::requestsOf(room, "removeSaleRange"), 0);
}

void TestRangesFaults::proposalsOfHealth_data()
{
    otherConditions_data();
}

/// What the health check proposes is posted like any other edit.
void TestRangesFaults::proposalsOfHealth()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, isApplied);
    Room room;
    if (fault.startsWith(QStringLiteral("silent")))
        room.open(std::chrono::seconds(3));
    ui::RangePage* page = room.read();
    const std::string before = room.server.state();
    QVERIFY(room.inDialog<ui::HealthDialog>(
        [&] { room.key(Qt::Key_F7); },
        [&](ui::HealthDialog& dialog) {
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() > 0, 20000);
            dialog.model()->setFacets(HealthRows::facetOf(HealthProblem::Overruled));
            QTRY_COMPARE(dialog.model()->rowCount(), dialog.model()->rows()->count(HealthProblem::Overruled));
            dialog.table()->setFocus();
            dialog.table()->goToRow(0);
            auto* flags = dialog.findChild<QPushButton*>(QStringLiteral("health.flags"));
            QTRY_VERIFY(flags->isEnabled());
            flags->click();
            dialog.reject();
        }));
    const qint64 waiting = page->edits().edits().counts().all();
    QVERIFY(waiting > 0);
    QVERIFY(room.server.set("fault=" + toUtf8(fault)));
    page->review();
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified == room.counts().planned, isApplied);
    QCOMPARE(room.server.state() != before, isApplied);
    page = room.page();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    QTRY_COMPARE(page->edits().edits().counts().all(), isApplied ? 0 : waiting);
}

/// A question that cannot be answered says why, and what was asked stays.
void TestRangesFaults::questions()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    QVERIFY(settled(page));
    page->detail()->table()->setFocus();
    page->detail()->table()->goToRow(0);
    QVERIFY(room.server.set("fault=refuse:getSaleRangePds:-1:0:没有权限"));
    QVERIFY(room.server.set("fault=refuse:getSaleRangeCusPds:-1:0:没有权限"));
    const auto saysWhy = [](const QDialog& dialog) {
        return QTest::qWaitFor(
            [&dialog] {
                QStringList all;
                for (const auto* label : dialog.findChildren<QLabel*>())
                    all << label->text();
                return all.join(QLatin1Char(' ')).contains(QStringLiteral("没有权限"));
            },
            tests::patience);
    };
    QVERIFY(room.inDialog<ui::ReachDialog>([&] { room.key(Qt::Key_W); },
                                           [&](ui::ReachDialog& dialog) {
                                               QVERIFY(saysWhy(dialog));
                                               dialog.reject();
                                           }));
}

QTEST_MAIN(TestRangesFaults)
#include "tst_ranges_faults.moc"
