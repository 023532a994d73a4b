// SPDX-License-Identifier: GPL-3.0-or-later
// The demo server is strict where the vendor's pages are, and as inconsistent as they are.
#include "demo/demo_operations.h"
#include "demo/demo_validation.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk::demo;

namespace {

QJsonObject object(const char* json)
{
    return QJsonDocument::fromJson(json).object();
}

/// Signs a body as the vendor's general pages say, by this test's own reading of them.
Answer call(Operations& operations, const char* home, const char* operation, const QByteArray& body,
            const QByteArray& key = demoKey)
{
    static int number = 0;
    const QByteArray stamp =
        operations.now().toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    const QByteArray digest =
        QCryptographicHash::hash(body + '|' + key + '|' + stamp, QCryptographicHash::Md5).toHex();
    const QByteArray path = QByteArray("/api/") + home + "/v1/" + operation + '/' + demoOpenid + '/' + stamp +
                            '/' + digest + "/m" + QByteArray::number(++number);
    return operations.post(path.toStdString(), body);
}

QJsonObject reply(const Answer& answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace

class TestDemo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void seedIsAsPromised();
    void bodies_data();
    void bodies();
    void signatures();
    void invertedCodes();
    void stateSurvives();
    void unknownSwitches();
};

void TestDemo::seedIsAsPromised()
{
    const DemoData data = seedData();
    QCOMPARE(data.customers.size(), 2000U);
    QCOMPARE(data.products.size(), 300U);
    QCOMPARE(data.dimensions.size(), 8U);
    QCOMPARE(data.rangeRules.size(), 400U);
    QCOMPARE(data.customerRules.size(), 300U);
    QCOMPARE(data.campaigns.size(), 12U);
    QCOMPARE(data.campaigns[0].covered.size(), 1500U);
    QCOMPARE(data.campaigns[0].notified.size(), 900U);
    QCOMPARE(data.campaigns[0].registered.size(), 400U);
    for (const CustomerData& customer : data.customers)
        QCOMPARE(customer.id.size(), 19U);
}

void TestDemo::bodies_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char* name, const char* operation, const char* body, bool accepted) {
        QTest::newRow(name) << QByteArray(operation) << QByteArray(body) << accepted;
    };
    const char* change = "modifySaleRangePds";
    row("change", change,
        R"({"opt_type":"0","dept_id":"1","sale_products":[{"product_id":"1","is_must_sale":"0","is_new":"1"}]})",
        true);
    row("unknown parameter", change,
        R"({"opt_type":"0","dept":"1","sale_products":[{"product_id":"1","is_must_sale":"0","is_new":"1"}]})",
        false);
    row("number for a text", change,
        R"({"opt_type":0,"dept_id":"1","sale_products":[{"product_id":"1","is_must_sale":"0","is_new":"1"}]})",
        false);
    row("flag missing", change,
        R"({"opt_type":"1","dept_id":"1","sale_products":[{"product_id":"1","is_must_sale":"0"}]})", false);
    row("id and code", change,
        R"({"opt_type":"0","dept_id":"1","sale_products":[{"product_id":"1","product_code":"2","is_must_sale":"0","is_new":"1"}]})",
        false);
    row("no products", change, R"({"opt_type":"0","dept_id":"1","sale_products":[]})", false);
    row("operation missing", change,
        R"({"dept_id":"1","sale_products":[{"product_id":"1","is_must_sale":"0","is_new":"1"}]})", false);
    row("page", "getSaleRangePds", R"({"page_number":1})", true);
    row("page as text", "getSaleRangePds", R"({"page_number":"1"})", false);
    row("page too long", "getSaleRangePds", R"({"page_number":1,"page_length":1001})", false);
    row("bad time", "getSaleRangePds", R"({"page_number":1,"start_modify_date":"2026-01-01"})", false);
    row("no customer", "removeCmSaleRange", R"({})", false);
    row("customer", "removeCmSaleRange", R"({"cm_code":"KH000001"})", true);
    row("nothing to ask", "queryPdSaleRange", R"({})", true);
    row("something to ask", "queryPdSaleRange", R"({"x":"1"})", false);
    row("registration", "applyCallBack",
        R"({"campaign_source_code":"a","campaign_code":"b","cm_ids":"1","registered_time":"2026-01-01 10:00:00","merchant_information":"x"})",
        true);
    row("registration of nobody", "applyCallBack",
        R"({"campaign_source_code":"a","campaign_code":"b","registered_time":"2026-01-01 10:00:00","merchant_information":"x"})",
        false);
    row("campaign with a bad status", "addOrUpdateCampaign",
        R"({"source_code":"a","code":"b","name":"c","type_code":"d","event_status":"4","start_date":"2026-01-01","end_date":"2026-01-02","register_url":"https://x.cn","event_information":"e"})",
        false);
}

void TestDemo::bodies()
{
    QFETCH(QByteArray, operation);
    QFETCH(QByteArray, body);
    QFETCH(bool, accepted);
    QCOMPARE(!faultIn(operation.toStdString(), object(body.constData())).has_value(), accepted);
}

void TestDemo::signatures()
{
    Operations operations;
    QCOMPARE(reply(call(operations, "product", "queryPdSaleRange", "{}"))[QStringLiteral("return_code")]
                 .toString(),
             QStringLiteral("0"));
    QCOMPARE(
        reply(call(operations, "product", "queryPdSaleRange", "{}", "wrong"))[QStringLiteral("return_code")]
            .toString(),
        QStringLiteral("100606"));
    QCOMPARE(call(operations, "bcwin", "queryPdSaleRange", "{}").httpStatus, 404);
    QCOMPARE(operations.post("/", "{}").httpStatus, 404);
}

void TestDemo::invertedCodes()
{
    Operations operations;
    const QByteArray customer = QByteArray::fromStdString(
        "{\"cm_code\":\"" +
        operations.data().customers[operations.data().customerRules[0].customers[0]].code + "\"}");
    QCOMPARE(reply(call(operations, "product", "removeCmSaleRange", customer))[QStringLiteral("return_code")]
                 .toString(),
             QStringLiteral("1"));
    const QJsonObject again = reply(call(operations, "product", "removeCmSaleRange", customer));
    QCOMPARE(again[QStringLiteral("return_code")].toString(), QStringLiteral("0"));
    QCOMPARE(again[QStringLiteral("return_msg")].toString(), QStringLiteral("当前客户没有可售范围!"));
}

void TestDemo::stateSurvives()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("state.jsonl"));
    QByteArray state;
    {
        Operations operations;
        QVERIFY(operations.keepIn(file));
        const std::string body =
            R"({"opt_type":"0","dept_code":"BM01","type_code":"LX01","sale_products":[{"product_code":"SP10001","is_must_sale":"1","is_new":"0"}]})";
        QCOMPARE(reply(call(operations, "product", "modifySaleRangePds",
                            QByteArray::fromStdString(body)))[QStringLiteral("return_code")]
                     .toString(),
                 QStringLiteral("0"));
        state = operations.control("/_demo/state", {}).body;
    }
    Operations operations;
    QVERIFY(state != operations.control("/_demo/state", {}).body);
    QVERIFY(operations.keepIn(file));
    QCOMPARE(operations.control("/_demo/state", {}).body, state);
}

void TestDemo::unknownSwitches()
{
    Switches switches;
    QVERIFY(switches.set("latency", "20"));
    QVERIFY(!switches.set("latency", "x"));
    QVERIFY(!switches.set("latenci", "20"));
    QVERIFY(!switches.set("fault", "explode"));
    QVERIFY(switches.set("fault", "http500:modifySaleRangePds:2:1"));
    QVERIFY(!switches.take("getSaleRangePds"));
    QVERIFY(!switches.take("modifySaleRangePds")); // the first one passes
    QVERIFY(switches.take("modifySaleRangePds"));
    QVERIFY(switches.take("modifySaleRangePds"));
    QVERIFY(!switches.take("modifySaleRangePds"));
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
