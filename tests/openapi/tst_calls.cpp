// SPDX-License-Identifier: GPL-3.0-or-later
// Reads against the demo server with its faults and inconsistencies.
#include "openapi/call.h"
#include "support/test_world.h"

#include <QTest>

using namespace rangedesk;
using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::milliseconds, 3> shortPauses{10ms, 20ms, 40ms};

ReadControl control()
{
    return {nullptr, shortPauses};
}

} // namespace

class TestCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatTheServerHolds();
    void inconsistencies_data();
    void inconsistencies();
    void repeatsReads_data();
    void repeatsReads();
    void givesUp_data();
    void givesUp();
    void wrongKeyIsRefused();
    void clockIsLearnt();
    void badQueriesStay();
    void stops();
    void compressedRepliesAreBounded();
};

void TestCalls::readsWhatTheServerHolds()
{
    tests::World world;
    const auto dimensions = queryDimensions(world.connection(), control());
    QVERIFY2(dimensions.has_value(), dimensions ? "" : qPrintable(dimensions.error().text()));
    QCOMPARE(dimensions->items.size(), 8U);
    const auto campaigns = queryCampaigns(world.connection(), {}, control());
    QCOMPARE(campaigns->items.size(), 12U);
    QCOMPARE(campaigns->items.front().covered.size(), 1500U);
    QCOMPARE(campaigns->items.front().notified.size(), 900U);
    QCOMPARE(campaigns->items.front().registered.size(), 400U);
    QVERIFY(!campaigns->items.front().registered.front().merchantInformation.empty());
    CampaignQuery query;
    query.code = "HD25003";
    QCOMPARE(queryCampaigns(world.connection(), query, control())->items.size(), 1U);
    QCOMPARE(queryRules(world.connection(), Operation::GetSaleRangePds, {}, control())->items.size(), 400U);
    QCOMPARE(queryRules(world.connection(), Operation::GetSaleRangeCusPds, {}, control())->items.size(),
             300U);
}

void TestCalls::inconsistencies_data()
{
    QTest::addColumn<QByteArray>("assignment");
    for (const char* assignment :
         {"data=inline", "data=string", "data=absent", "data=null", "data=empty", "codes=number",
          "codes=string", "reversed=1", "empty-modify-time=1", "repeats=1", "cut-short=1", "compressed=1"})
        QTest::newRow(assignment) << QByteArray(assignment);
}

void TestCalls::inconsistencies()
{
    QFETCH(QByteArray, assignment);
    tests::World world;
    QVERIFY(world.server.set(assignment.toStdString()));
    const auto rules = queryRules(world.connection(), Operation::GetSaleRangePds, {}, control());
    QVERIFY2(rules.has_value(), rules ? "" : qPrintable(rules.error().text()));
    QCOMPARE(rules->items.size(), 400U);
    RuleQuery none;
    none.pageNumber = 9;
    const auto empty = queryRules(world.connection(), Operation::GetSaleRangePds, none, control());
    QVERIFY2(empty.has_value(), empty ? "" : qPrintable(empty.error().text()));
    QVERIFY(empty->items.empty());
    QCOMPARE(queryDimensions(world.connection(), control())->items.size(), 8U);
}

void TestCalls::repeatsReads_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const char* fault :
         {"http500", "http503", "http429", "close-before", "close-after", "truncated", "throttle"})
        QTest::newRow(fault) << QByteArray(fault);
}

void TestCalls::repeatsReads()
{
    QFETCH(QByteArray, fault);
    tests::World world;
    QVERIFY(world.server.set("fault=" + fault.toStdString() + ":queryPdSaleRange:1"));
    const auto dimensions = queryDimensions(world.connection(), control());
    QVERIFY2(dimensions.has_value(), dimensions ? "" : qPrintable(dimensions.error().text()));
    QVERIFY(world.connection().readsSent() >= 2);
}

void TestCalls::givesUp_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("kind");
    QTest::newRow("HTML") << QByteArray("html") << int(ErrorKind::Malformed);
    QTest::newRow("invalid JSON") << QByteArray("bad-json") << int(ErrorKind::Malformed);
    QTest::newRow("not UTF-8") << QByteArray("not-utf8") << int(ErrorKind::Malformed);
    QTest::newRow("another msg_id") << QByteArray("other-message") << int(ErrorKind::Malformed);
    QTest::newRow("redirect") << QByteArray("redirect") << int(ErrorKind::Connection);
    QTest::newRow("refusal") << QByteArray("refuse") << int(ErrorKind::Refused);
    QTest::newRow("closed each time") << QByteArray("close-before") << int(ErrorKind::Connection);
}

void TestCalls::givesUp()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, kind);
    tests::World world;
    QVERIFY(world.server.set("fault=" + fault.toStdString() + ":queryPdSaleRange:-1"));
    const auto dimensions = queryDimensions(world.connection(), control());
    QVERIFY(!dimensions.has_value());
    QCOMPARE(int(dimensions.error().kind), kind);
    QVERIFY(dimensions.error().what.contains(QLatin1String("queryPdSaleRange")));
}

void TestCalls::wrongKeyIsRefused()
{
    tests::World world;
    world.reconnect(world.settings(), "wrong-key");
    const auto dimensions = queryDimensions(world.connection(), control());
    QCOMPARE(dimensions.error().kind, ErrorKind::Refused);
    QCOMPARE(dimensions.error().serverWords, QStringLiteral("签名验证失败"));
    QVERIFY(!dimensions.error().text().contains(QLatin1String("wrong-key")));
}

void TestCalls::clockIsLearnt()
{
    tests::World world;
    QVERIFY(world.server.set("clock-skew=7200"));
    // The first request is refused for its time stamp; its Date header tells the clock, and it is repeated.
    const auto dimensions = queryDimensions(world.connection(), control());
    QVERIFY2(dimensions.has_value(), dimensions ? "" : qPrintable(dimensions.error().text()));
    QVERIFY(std::abs(world.connection().clockSkew().count() - 7200) <= 2);
}

void TestCalls::badQueriesStay()
{
    tests::World world;
    RuleQuery query;
    query.pageLength = 1001;
    QCOMPARE(queryRules(world.connection(), Operation::GetSaleRangePds, query, control()).error().kind,
             ErrorKind::Usage);
    QCOMPARE(world.connection().readsSent(), 0);
}

void TestCalls::stops()
{
    tests::World world;
    QVERIFY(world.server.set("fault=silent-before:queryPdSaleRange:-1"));
    const StopFlag stop{true};
    QCOMPARE(queryDimensions(world.connection(), {&stop, shortPauses}).error().kind, ErrorKind::Interrupted);
}

void TestCalls::compressedRepliesAreBounded()
{
    tests::World world;
    ConnectionSettings settings = world.settings();
    settings.replyBytes = 1024 * 1024;
    world.reconnect(settings);
    QVERIFY(world.server.set("fault=bomb:queryPdSaleRange:-1"));
    const auto dimensions = queryDimensions(world.connection(), control());
    QCOMPARE(dimensions.error().kind, ErrorKind::Connection);
}

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
