// SPDX-License-Identifier: GPL-3.0-or-later
// A new customer's range, and edits of a whole basket of customers, against a server that refuses, falls
// silent, or loses or garbles its replies: nothing is lost, nothing sent twice, and what came of it is told.
#include "core/language.h"
#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "range_room.h"

using namespace rangedesk;
using tests::modelOf;
using Room = tests::RangeRoom;

namespace {

constexpr int longWait = 20000;
constexpr const char* operation = "modifyCmSaleRangeByPds";

/// Customers with a range of their own, or without.
std::vector<Picked> customersOf(const demo::DemoData& data, bool withRange, std::size_t count)
{
    std::set<std::size_t> have;
    for (const demo::RuleData& rule : data.customerRules)
        have.insert(rule.customers.begin(), rule.customers.end());
    std::vector<Picked> customers;
    for (std::size_t i = 0; i < data.customers.size() && customers.size() < count; ++i) {
        const auto rules = std::count_if(
            data.customerRules.begin(), data.customerRules.end(), [i](const demo::RuleData& rule) {
                return !rule.deleted && rule.customers == std::vector<std::size_t>{i};
            });
        const demo::CustomerData& one = data.customers[i];
        if (withRange ? rules == 1 : !have.contains(i))
            customers.push_back({SelectBy::Id, one.id, one.code, one.name});
    }
    return customers;
}

/// Gives the basket the first products of the catalogue, by the picker.
bool addProducts(Room& room, int count)
{
    return room.inDialog<ui::PickerDialog>(
        [&] { room.key(Qt::Key_N, Qt::ControlModifier); },
        [&](ui::PickerDialog& picker) {
            auto* entries = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
            QTRY_VERIFY_WITH_TIMEOUT(entries->model()->rowCount() >= count, longWait);
            entries->setFocus();
            for (int row = 0; row < count; ++row) {
                entries->goToRow(row);
                QTest::keyClick(entries, Qt::Key_Space);
            }
            QTRY_COMPARE_WITH_TIMEOUT(picker.picked().size(), static_cast<std::size_t>(count), longWait);
            picker.findChild<QPushButton*>(QStringLiteral("picker.use"))->click();
        });
}

} // namespace

class TestRangesBaskets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void posted_data();
    void posted();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

void TestRangesBaskets::posted_data()
{
    QTest::addColumn<int>("customers");
    QTest::addColumn<bool>("haveRanges");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("applied"); // of the customers, the first time
    const auto add = [](const char* name, const char* fault, int failing) {
        const QString text = QString::fromUtf8(fault).arg(QLatin1String(operation));
        QTest::newRow(qPrintable(QStringLiteral("new range, %1").arg(QLatin1String(name))))
            << 1 << false << text << 1 - std::min(failing, 1);
        QTest::newRow(qPrintable(QStringLiteral("basket, %1").arg(QLatin1String(name))))
            << 3 << true << text << 3 - failing;
    };
    add("reply lost", "close-after:%1:1", 0);
    add("silent after it was done", "silent-after:%1:1", 0);
    add("silent before it was done", "silent-before:%1:1", 1);
    add("no JSON", "bad-json:%1:1", 1);
    add("refused", "refuse:%1:-1:0:没有权限", 3);
}

void TestRangesBaskets::posted()
{
    QFETCH(const int, customers);
    QFETCH(const bool, haveRanges);
    QFETCH(const QString, fault);
    QFETCH(const int, applied);
    constexpr int products = 2;
    const demo::DemoData data = demo::seedData();
    Room room(data);
    if (fault.startsWith(QStringLiteral("silent")))
        room.open(std::chrono::seconds(2));
    ui::RangePage* page = room.read(true);
    const std::vector<Picked> basket = customersOf(data, haveRanges, static_cast<std::size_t>(customers));
    QCOMPARE(basket.size(), static_cast<std::size_t>(customers));
    page->setBasket(basket);
    QVERIFY(addProducts(room, products));
    const qint64 waiting = page->edits().edits().counts().all();
    QCOMPARE(page->edits().edits().targets().size(), basket.size());
    const std::string before = room.server.state();
    QVERIFY(room.server.set("fault=" + toUtf8(fault)));
    page->review();
    QVERIFY(room.post());
    // Each fate is told, and none is open.
    JobCounts counts = room.counts();
    const std::int64_t planned = counts.planned;
    QVERIFY(planned >= customers);
    QCOMPARE(counts.unknown + counts.accepted + counts.notSent, 0);
    QCOMPARE(counts.verified + counts.failed + counts.rejected, planned);
    QCOMPARE(counts.verified == planned, applied == customers);
    QCOMPARE(room.server.state() != before, applied > 0);
    const bool isRefused = fault.startsWith(QStringLiteral("refuse"));
    QCOMPARE(counts.rejected > 0, isRefused);
    if (!isRefused) // what is refused is halved
        QCOMPARE(tests::requestsOf(room, operation), customers);
    // What did not arrive waits still, for its customer alone.
    page = room.page(true);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), longWait);
    const auto& edits = page->edits();
    QTRY_COMPARE_WITH_TIMEOUT(edits.edits().targets().size(), static_cast<std::size_t>(customers - applied),
                              longWait);
    QVERIFY(edits.edits().counts().all() <= waiting);
    if (applied == customers)
        return;
    // Once the server answers again it is posted, and nothing else is with it.
    QVERIFY(room.server.set("fault=none"));
    const qsizetype writes = tests::requestsOf(room, operation);
    page->review();
    QVERIFY(room.post());
    counts = room.counts();
    QVERIFY(counts.planned > 0);
    QCOMPARE(counts.verified, counts.planned);
    QCOMPARE(tests::requestsOf(room, operation) - writes, customers - applied);
    page = room.page(true);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && page->edits().edits().isEmpty(), longWait);
    // And the server holds it for each of them.
    const auto rows = page->rules();
    for (const Picked& customer : basket) {
        const auto row = rows->rowOf("customer\x1f"
                                     "id=" +
                                     customer.value);
        QVERIFY(row && !rows->isDraft(*row));
        QVERIFY(rows->figures(*row).distinct >= products);
    }
}

QTEST_MAIN(TestRangesBaskets)
#include "tst_ranges_baskets.moc"
