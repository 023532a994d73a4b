// SPDX-License-Identifier: GPL-3.0-or-later
// Signing, encoding and decoding, without a network. The replies are the vendor's samples byte for byte.
#include "core/text.h"
#include "core/vendor_rules.h"
#include "openapi/decode.h"
#include "openapi/encode.h"
#include "openapi/pace.h"
#include "openapi/settings.h"
#include "openapi/signing.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace rangedesk;

namespace {

QByteArray sample(const QString& name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/vendor/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray escaped(const QByteArray& text)
{
    QByteArray out;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

/// The vendor's envelope with its <<DATA>> filled in: as text within a string, or inline.
std::string reply(const QString& operation, bool inlined)
{
    QByteArray envelope = sample(operation + QStringLiteral(".reply.json"));
    const QByteArray data = sample(operation + QStringLiteral(".data.json"));
    envelope.replace(inlined ? "\"<<DATA>>\"" : "<<DATA>>", inlined ? data : escaped(data));
    return envelope.toStdString();
}

std::string envelope(const std::string& data)
{
    return R"({"return_code":"0","return_msg":"","msg_id":"m1")" +
           (data.empty() ? "" : ",\"response_data\":" + data) + "}";
}

} // namespace

class TestWire : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void publishedSignature();
    void messageIdsDiffer();
    void encodes_data();
    void encodes();
    void vendorRules_data();
    void vendorRules();
    void vendorCustomerRules_data();
    void vendorCustomerRules();
    void vendorDimensionsAndCampaigns();
    void emptyResults_data();
    void emptyResults();
    void listsThatAreNone();
    void variations();
    void idsKeepEveryDigit();
    void refusesOtherReplies_data();
    void refusesOtherReplies();
    void errorsHoldNoPath();
    void refusalsKeepTheWords();
    void deepNestingIsBounded();
    void paceFollowsTheRate();
    void paceSlowsDownAndRecovers();
    void settings_data();
    void settings();
};

void TestWire::publishedSignature()
{
    const std::string body =
        R"({"org_id":"ORG001","org_name":"南京掌控网络","org_parent_id":"","org_sequence":001})";
    QCOMPARE(requestDigest(body, "BFCO0PAgIUgd50c0l6", "20150806142836"),
             std::string("74267bf0cae0998a719879ec9b3c7780"));
}

void TestWire::messageIdsDiffer()
{
    QVERIFY(newMessageId() != newMessageId());
    QCOMPARE(newMessageId().size(), 32U);
}

void TestWire::encodes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const WireRequest& request, const char* expected) {
        QTest::newRow(name) << QByteArray::fromStdString(encodeBody(request)) << QByteArray(expected);
    };
    WireRequest nothing;
    nothing.operation = Operation::QueryPdSaleRange;
    row("queryPdSaleRange", nothing, "{}");
    row("addOrUpdateCampaign",
        toWire(CampaignEdit{"S\"1",
                            "C1",
                            "夏日",
                            "T1",
                            "1",
                            "2026-06-01",
                            "2026-06-30",
                            "https://a.cn/b",
                            "第一行\n第二行",
                            SelectBy::Code,
                            {"BM01", "BM02"}}),
        R"({"source_code":"S\"1","code":"C1","name":"夏日","type_code":"T1","event_status":"1","start_date":"2026-06-01","end_date":"2026-06-30","register_url":"https://a.cn/b","event_information":"第一行\n第二行","dept_code":"BM01,BM02"})");
    row("applyCallBack",
        toWire(Registration{"S1", "C1", SelectBy::Code, {"K1", "K2"}, "2026-06-01 09:00:00", "商家"}),
        R"({"campaign_source_code":"S1","campaign_code":"C1","cm_codes":"K1,K2","registered_time":"2026-06-01 09:00:00","merchant_information":"商家"})");
    row("queryCampaign", toWire(CampaignQuery{"S1", {}, {}, "2026-01-01 00:00:00", {}, {}, "T"}),
        R"({"activity_source_code":"S1","after_create_time":"2026-01-01 00:00:00","activity_type_code":"T"})");
    row("getSaleRangePds",
        toWire(Operation::GetSaleRangePds, RuleQuery{2, 500, {}, {}, "2026-01-01 00:00:00", {}, {}}),
        R"({"page_number":2,"page_length":500,"start_modify_date":"2026-01-01 00:00:00"})");
    row("getSaleRangeCusPds",
        toWire(Operation::GetSaleRangeCusPds,
               RuleQuery{1, 1000, {}, {}, {}, {}, CustomerSelector{SelectBy::SourceCode, "E1"}}),
        R"({"page_number":1,"page_length":1000,"cm_source_code":"E1"})");
    row("modifySaleRangePds",
        toWire(RangeChange{
            ChangeType::Upsert,
            {{Dimension::Department, SelectBy::Id, "5954366674468213302"},
             {Dimension::TradingArea, SelectBy::Name, "商圈1"}},
            {{SelectBy::Code, "00012", true, false}, {SelectBy::Id, "7409269227144953294", false, true}}}),
        R"({"opt_type":"0","dept_id":"5954366674468213302","tradingarea_nomal_name":"商圈1","sale_products":[{"product_code":"00012","is_must_sale":"1","is_new":"0"},{"product_id":"7409269227144953294","is_must_sale":"0","is_new":"1"}]})");
    row("removeSaleRange", toWire(RangeClear{{{Dimension::ChainBrand, SelectBy::Name, "喜士多"}}}),
        R"({"kasys_name":"喜士多"})");
    row("modifyCmSaleRangeByPds",
        toWire(CustomerChange{
            ChangeType::Delete, {SelectBy::Code, "KH1"}, {{SelectBy::SourceCode, "P1", false, false}}}),
        R"({"opt_type":"1","cm_code":"KH1","sale_products":[{"product_source_code":"P1","is_must_sale":"0","is_new":"0"}]})");
    row("removeCmSaleRange", toWire(CustomerClear{{SelectBy::Id, "5300173088207827217"}}),
        R"({"cm_id":"5300173088207827217"})");
}

void TestWire::encodes()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    QCOMPARE(body, expected);
    QVERIFY(QJsonDocument::fromJson(body).isObject());
}

void TestWire::vendorRules_data()
{
    QTest::addColumn<bool>("inlined");
    QTest::newRow("data as text in a string") << false;
    QTest::newRow("data inline") << true;
}

void TestWire::vendorRules()
{
    QFETCH(bool, inlined);
    const auto rules =
        decodeRules(Operation::GetSaleRangePds, reply(QStringLiteral("getSaleRangePds"), inlined), {});
    QVERIFY2(rules.has_value(), rules ? "" : qPrintable(rules.error().text()));
    QCOMPARE(rules->items.size(), 1U);
    const SaleRule& rule = rules->items.front();
    QCOMPARE(rule.id, std::string_view("8931837644917765665"));
    QCOMPARE(rule.modifyTime, std::string_view("2018-08-11 15:50:16"));
    QCOMPARE(rule.status, std::string_view("1"));
    QCOMPARE(rule.fields.size(), 7U);
    QCOMPARE(rule.fields[4].filterCode, std::string_view("dept_id"));
    QCOMPARE(rule.fields[4].selectedCode, std::string_view("12qqq 12qqq"));
    QCOMPARE(rule.products.size(), 6U); // two of them twice: repeats stay visible
    QCOMPARE(rule.products[0].name, std::string_view("冰红茶"));
    QCOMPARE(rule.products[0].id, rule.products[2].id);
    QCOMPARE(rule.skuNum, std::string_view("4"));
}

void TestWire::vendorCustomerRules_data()
{
    vendorRules_data();
}

void TestWire::vendorCustomerRules()
{
    QFETCH(bool, inlined);
    const auto rules =
        decodeRules(Operation::GetSaleRangeCusPds, reply(QStringLiteral("getSaleRangeCusPds"), inlined), {});
    QVERIFY(rules.has_value());
    QCOMPARE(rules->items.size(), 2U);
    QVERIFY(rules->items[0].isDeleted());
    QVERIFY(rules->items[0].fields.empty()); // salesRangeCusFields is ""
    QCOMPARE(rules->items[0].customers.front().id, std::string_view("5300173088207827217"));
    QCOMPARE(rules->items[0].skuNum, std::string_view("53"));
    QCOMPARE(rules->items[0].products.size(), 2U);
    QCOMPARE(rules->items[0].products.front().supplyId, std::string_view("-1"));
    QVERIFY(rules->items[1].modifyTime.empty());
}

void TestWire::vendorDimensionsAndCampaigns()
{
    const auto dimensions = decodeDimensions(reply(QStringLiteral("queryPdSaleRange"), false), {});
    QVERIFY(dimensions.has_value());
    QCOMPARE(dimensions->items.size(), 8U);
    QCOMPARE(dimensions->items.back().filterCode, std::string_view("city_level"));
    const auto campaigns = decodeCampaigns(reply(QStringLiteral("queryCampaign"), false), {});
    QVERIFY(campaigns.has_value());
    QCOMPARE(campaigns->items.size(), 1U);
    QCOMPARE(campaigns->items.front().registered.size(), 1U);
    for (const char* operation :
         {"addOrUpdateCampaign", "applyCallBack", "modifySaleRangePds", "modifyCmSaleRangeByPds"}) {
        const auto saved = decodeWriteReply(
            Operation::ModifySaleRangePds,
            sample(QLatin1String(operation) + QStringLiteral(".reply.json")).toStdString(), {});
        QVERIFY(saved && saved->isSuccess());
    }
    const auto cleared = decodeWriteReply(
        Operation::RemoveSaleRange, sample(QStringLiteral("removeSaleRange.reply.json")).toStdString(), {});
    QCOMPARE(cleared->code, std::string("1"));
    QCOMPARE(cleared->message, std::string("删除成功!"));
}

void TestWire::emptyResults_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("absent") << QByteArray();
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("empty string") << QByteArray("\"\"");
    QTest::newRow("blank string") << QByteArray("\" \\n\"");
    QTest::newRow("null in a string") << QByteArray("\"null\"");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("empty object in a string") << QByteArray("\"{ }\"");
    QTest::newRow("empty list") << QByteArray("[]");
    QTest::newRow("empty list in a string") << QByteArray("\"[]\"");
}

void TestWire::emptyResults()
{
    QFETCH(QByteArray, data);
    const auto rules = decodeRules(Operation::GetSaleRangePds, envelope(data.toStdString()), "m1");
    QVERIFY2(rules.has_value(), rules ? "" : qPrintable(rules.error().text()));
    QVERIFY(rules->items.empty());
}

/// A list that is a text, or holds one, is no empty list: the error says where.
void TestWire::listsThatAreNone()
{
    for (const char* list : {"override_customer", "invited_customer", "registered_customer", "belong_dept"}) {
        const std::string field = std::string("\"") + list + "\":";
        for (const char* value : {R"("客户一,客户二")", "7", "true", R"(["客户一"])"}) {
            std::string record = R"({"activity_code":"A",)" + field + value + "}";
            for (const bool isInText : {false, true}) {
                std::string data = "[" + record + "]";
                if (isInText) {
                    std::string escaped = "\"";
                    for (const char c : data)
                        escaped += c == '"' ? std::string("\\\"") : std::string(1, c);
                    data = escaped + '"';
                }
                const auto read = decodeCampaigns(envelope(data), "m1");
                QVERIFY2(!read, value);
                QCOMPARE(read.error().kind, ErrorKind::Malformed);
                QVERIFY2(read.error().text().contains(QLatin1String(list)), qPrintable(read.error().text()));
                QVERIFY(read.error().text().contains(QStringLiteral("queryCampaign")));
            }
        }
        const auto empty = decodeCampaigns(envelope(R"([{"activity_code":"A",)" + field + R"(""}])"), "m1");
        QVERIFY(empty.has_value()); // "" stands for an empty list
        QCOMPARE(empty->items.size(), std::size_t(1));
    }
}

void TestWire::variations()
{
    // A number as code, return_ms, fields in another order, null and absent fields, unknown fields.
    const auto rules = decodeRules(
        Operation::GetSaleRangeCusPds,
        R"({"response_data":[{"salesRangeProducts":[{"product_name":null,"is_new":1,"product_id":12,"more":{"a":[1,{"b":2}]}}],"unknown":[{"x":[[1]]}],"salesRangeCuss":"","status":1,"id":7}],"return_ms":"好","return_code":0})",
        "m1");
    QVERIFY2(rules.has_value(), rules ? "" : qPrintable(rules.error().text()));
    QCOMPARE(rules->items.front().id, std::string_view("7"));
    QCOMPARE(rules->items.front().products.size(), 1U);
    QCOMPARE(rules->items.front().products.front().id, std::string_view("12"));
    QVERIFY(rules->items.front().products.front().isNew);
    QVERIFY(rules->items.front().customers.empty());
    const auto one =
        decodeDimensions(envelope(R"({"sale_ranges":{"filter_code":"dept_id","filter_name":"部门"}})"), {});
    QCOMPARE(one->items.size(), 1U);
    const auto message = decodeWriteReply(Operation::RemoveSaleRange,
                                          R"({"return_code":"0","return_ms":"没有当前指定范围!"})", {});
    QCOMPARE(message->message, std::string("没有当前指定范围!"));
}

void TestWire::idsKeepEveryDigit()
{
    const auto rules = decodeRules(Operation::GetSaleRangePds,
                                   envelope(R"([{"id":99999999999999999999123,"status":"1"}])"), {});
    QCOMPARE(rules->items.front().id, std::string_view("99999999999999999999123"));
}

void TestWire::refusesOtherReplies_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const std::string& body) {
        QTest::newRow(name) << QByteArray::fromStdString(body);
    };
    row("nothing", "");
    row("HTML", "<html><body>系统维护中</body></html>");
    row("cut off", R"({"return_code":"0","response_data":"[)");
    row("text behind", envelope("[]") + "x");
    row("a list", "[1]");
    row("no return code", R"({"msg_id":"m1"})");
    row("not UTF-8", "{\"return_code\":\"0\",\"return_msg\":\"\xC9\xCC\"}");
    row("NUL inside", envelope("[]") + std::string(1, '\0') + "x");
    row("data is text", envelope("\"abc\""));
    row("data is a number", envelope("5"));
    row("data cut off", envelope("\"[{\\\"id\\\":1\""));
    row("rule without id", envelope(R"([{"status":"1"}])"));
    row("list is text", envelope(R"([{"id":1,"salesRangeProducts":"abc"}])"));
    row("another msg_id", R"({"return_code":"0","msg_id":"other"})");
}

void TestWire::refusesOtherReplies()
{
    QFETCH(QByteArray, body);
    const auto rules = decodeRules(Operation::GetSaleRangePds, body.toStdString(), "m1");
    QVERIFY(!rules.has_value());
    QCOMPARE(rules.error().kind, ErrorKind::Malformed);
    QVERIFY(rules.error().what.contains(QLatin1String("getSaleRangePds")));
}

/// A page that echoes the request's path echoes the signature, which no error text may hold.
void TestWire::errorsHoldNoPath()
{
    const auto rules = decodeRules(Operation::GetSaleRangePds,
                                   "<html>No mapping for /api/product/v1/getSaleRangePds/893/20260101120000/"
                                   "74267bf0cae0998a719879ec9b3c7780/m1 found</html>",
                                   "m1");
    QVERIFY(!rules.error().text().contains(QLatin1String("74267bf0")));
    QVERIFY(rules.error().text().contains(QLatin1String("No mapping")));
}

void TestWire::refusalsKeepTheWords()
{
    const auto rules = decodeRules(Operation::GetSaleRangePds,
                                   R"({"return_code":100606,"return_msg":"没有权限","msg_id":"m1"})", "m1");
    QCOMPARE(rules.error().kind, ErrorKind::Refused);
    QCOMPARE(rules.error().serverCode, QStringLiteral("100606"));
    QCOMPARE(rules.error().serverWords, QStringLiteral("没有权限"));
    // What a terminal would obey is shown, and an address is left out: it holds the signature.
    const auto odd = decodeRules(
        Operation::GetSaleRangePds,
        "{\"return_code\":\"9\",\"return_msg\":\"\\u001b[31mred \\u202eat /api/x/v1/1/2/74267bf0/m1 end\"}",
        {});
    QCOMPARE(odd.error().serverWords, QStringLiteral("\uFFFD[31mred \uFFFDat … end"));
    QVERIFY(!odd.error().text().contains(QLatin1String("74267bf0")));
    QVERIFY(speaksOfCredentials("签名验证失败"));
    QVERIFY(speaksOfPermission("没有权限"));
    QVERIFY(!speaksOfCredentials("没有权限"));
    QVERIFY(speaksOfThrottling("请求过于频繁,请稍后再试"));
    QVERIFY(!speaksOfThrottling("商品不存在"));
}

void TestWire::deepNestingIsBounded()
{
    const std::string deep = std::string(100000, '[') + std::string(100000, ']');
    QVERIFY(!decodeRules(Operation::GetSaleRangePds, envelope(deep), {}).has_value());
    QVERIFY(
        !decodeRules(Operation::GetSaleRangePds, envelope("[{\"id\":1,\"x\":[{\"y\":" + deep + "}]}]"), {})
             .has_value());
    QVERIFY(!decodeWriteReply(Operation::RemoveSaleRange, "{\"return_code\":\"0\",\"x\":" + deep + "}", {})
                 .has_value());
}

void TestWire::paceFollowsTheRate()
{
    using namespace std::chrono_literals;
    Pace pace(10);
    const Pace::Clock::time_point start{100s};
    pace.started(start);
    QCOMPARE(pace.nextStart(), start + 100ms);
    Pace unlimited(0);
    unlimited.started(start);
    QVERIFY(unlimited.nextStart() <= start);
}

void TestWire::paceSlowsDownAndRecovers()
{
    using namespace std::chrono_literals;
    Pace pace(0);
    Pace::Clock::time_point now{100s};
    pace.slowDown(now, std::nullopt);
    QCOMPARE(pace.nextStart(), now + 1s);
    QVERIFY(pace.isSlowed());
    pace.slowDown(now, 30s); // Retry-After
    QCOMPARE(pace.nextStart(), now + 30s);
    // A burst is one objection: it does not multiply the distance.
    Pace burst(0);
    for (int i = 0; i < 6; ++i)
        burst.slowDown(now, std::nullopt);
    QCOMPARE(burst.nextStart(), now + 1s);
    for (int i = 0; i < 30; ++i)
        burst.wentWell();
    QVERIFY(!burst.isSlowed());
    for (int i = 0; i < 200; ++i)
        pace.wentWell();
    QVERIFY(!pace.isSlowed());
}

void TestWire::settings_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("openid");
    QTest::addColumn<QString>("normalised");
    const QString id = QStringLiteral("8930212674401593001");
    QTest::newRow("https") << QStringLiteral("https://OpenAPI.Example.com:443/x/") << id
                           << QStringLiteral("https://openapi.example.com/x");
    QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080") << id
                              << QStringLiteral("http://127.0.0.1:8080");
    QTest::newRow("plain HTTP") << QStringLiteral("http://openapi.example.com") << id << QString();
    QTest::newRow("plain HTTP to a private address")
        << QStringLiteral("http://192.168.1.1") << id << QString();
    QTest::newRow("no address") << QStringLiteral("openapi") << id << QString();
    QTest::newRow("another scheme") << QStringLiteral("ftp://example.com") << id << QString();
    QTest::newRow("openid with letters")
        << QStringLiteral("https://a.cn") << QStringLiteral("12a") << QString();
}

void TestWire::settings()
{
    QFETCH(QString, address);
    QFETCH(QString, openid);
    QFETCH(QString, normalised);
    ConnectionSettings wanted;
    wanted.baseUrl = QUrl(address);
    wanted.openid = toUtf8(openid);
    const auto checked = checkedSettings(wanted);
    QCOMPARE(checked.has_value(), !normalised.isEmpty());
    if (checked)
        QCOMPARE(checked->baseUrl.toString(), normalised);
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
