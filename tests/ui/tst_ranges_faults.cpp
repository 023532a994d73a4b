// SPDX-License-Identifier: GPL-3.0-or-later
// The ranges' workspace against a server that refuses, loses its replies, or says what nobody can read: what
// is on the screen afterwards is what the server holds, and nothing was sent twice unseen.
#include "core/language.h"
#include "core/text.h"
#include "range_room.h"
#include "ranges/reach_dialog.h"

using namespace rangedesk;
using tests::editableRow;
using tests::productsOf;
using Room = tests::RangeRoom;
using tests::settled;
using ui::BulkPage;

namespace {

qsizetype writesOf(Room& room, const char* operation)
{
    return QByteArray::fromStdString(room.server.log()).count(operation);
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
    QVERIFY2(writesOf(room, "modifySaleRangePds") == requests,
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
    auto* model = static_cast<RuleModel*>(Room::tableOf(page)->model());
    const std::string key =
        model->rows()->target(model->sourceRow(Room::tableOf(page)->currentIndex().row())).key();
    if (!fault.isEmpty())
        QVERIFY(room.server.set("fault=" + toUtf8(fault)));
    Room::button(page, "clear")->click();
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, isCleared ? 1 : 0);
    QCOMPARE(writesOf(room, "removeSaleRange"), 1); // nothing is cleared twice
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 20000);
    QTRY_COMPARE(model->rows()->rowOf(key).has_value(), !isCleared);
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
            15000);
    };
    QVERIFY(room.inDialog<ui::ReachDialog>([&] { room.key(Qt::Key_W); },
                                           [&](ui::ReachDialog& dialog) {
                                               QVERIFY(saysWhy(dialog));
                                               dialog.reject();
                                           }));
}

QTEST_MAIN(TestRangesFaults)
#include "tst_ranges_faults.moc"
