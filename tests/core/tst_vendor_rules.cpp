// SPDX-License-Identifier: GPL-3.0-or-later
// Each parameter of the vendor's tables is one row of this test: the tables stand, as the vendor wrote
// them, in tests/data/vendor/request-parameters.txt.
#include "core/text.h"
#include "core/vendor_rules.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace rangedesk;
using enum rangedesk::Operation;
using Kind = Violation::Kind;

namespace {

Operation operationOf(const QString& name)
{
    for (int i = 0; i < int(Operation::Count); ++i) {
        if (toQString(operationName(Operation(i))) == name)
            return Operation(i);
    }
    return Operation::Count;
}

CampaignEdit validCampaign()
{
    return {"S1",   "C1",         "夏日", "T1", "1", "2026-06-01", "2026-06-30", "https://example.com/a",
            "说明", SelectBy::Id, {}};
}

/// A request that the tables allow.
WireRequest validRequest(Operation operation)
{
    const RangeConditions conditions{{Dimension::Department, SelectBy::Id, "1"}};
    const std::vector<ProductChange> products{{SelectBy::Id, "1", false, true}};
    switch (operation) {
    case AddOrUpdateCampaign:
        return toWire(validCampaign());
    case ApplyCallBack:
        return toWire(Registration{"S1", "C1", SelectBy::Id, {"1"}, "2026-06-01 09:00:00", "商家"});
    case QueryCampaign:
        return toWire(CampaignQuery{});
    case GetSaleRangePds:
    case GetSaleRangeCusPds:
        return toWire(operation, RuleQuery{});
    case ModifySaleRangePds:
        return toWire(RangeChange{ChangeType::Upsert, conditions, products});
    case RemoveSaleRange:
        return toWire(RangeClear{conditions});
    case ModifyCmSaleRangeByPds:
        return toWire(CustomerChange{ChangeType::Upsert, {SelectBy::Id, "1"}, products});
    case RemoveCmSaleRange:
        return toWire(CustomerClear{{SelectBy::Id, "1"}});
    case QueryPdSaleRange:
    case Count:
        break;
    }
    WireRequest none;
    none.operation = operation;
    return none;
}

/// Sets, or with an empty value removes, a parameter; "sale_products.x" of the first product.
void setField(WireRequest& request, const QString& name, const std::string& value)
{
    const bool ofProduct = name.startsWith(QLatin1String("sale_products."));
    auto& fields = ofProduct ? request.products.front() : request.fields;
    const std::string plain = toUtf8(ofProduct ? name.mid(14) : name);
    std::erase_if(fields, [&](const WireField& field) { return field.name == plain; });
    if (!value.empty())
        fields.push_back({plain, value});
}

bool has(const std::vector<Violation>& found, Kind kind, const QString& field)
{
    return std::any_of(found.begin(), found.end(),
                       [&](const Violation& v) { return v.kind == kind && toQString(v.field) == field; });
}

bool hasKind(const std::vector<Violation>& found, Kind kind)
{
    return std::any_of(found.begin(), found.end(), [&](const Violation& v) { return v.kind == kind; });
}

} // namespace

class TestVendorRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void baselinesAreValid();
    void parameter_data();
    void parameter();
    void tablesHoldNothingElse();
    void conditionGroups();
    void customerGroups();
    void productGroups();
    void registrationGroups();
    void campaignDates();
    void namesWithCommas();
    void everyViolationIsDescribed();
};

void TestVendorRules::baselinesAreValid()
{
    for (int i = 0; i < int(Operation::Count); ++i)
        QVERIFY2(validate(validRequest(Operation(i))).empty(),
                 std::string(operationName(Operation(i))).c_str());
}

void TestVendorRules::parameter_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("required");
    QTest::addColumn<QString>("text");
    QFile file(QStringLiteral(TEST_DATA_DIR "/vendor/request-parameters.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString operation;
    for (const QString& line :
         QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1String("# "))) {
            operation = line.mid(2);
            continue;
        }
        const QStringList cells = line.split(QStringLiteral(" | "));
        QTest::newRow(qPrintable(operation + QLatin1Char('.') + cells[0]))
            << operation << cells[0] << cells[1] << (cells.value(2) == QStringLiteral("是"))
            << cells.value(3);
    }
}

void TestVendorRules::parameter()
{
    QFETCH(QString, operation);
    QFETCH(QString, field);
    QFETCH(QString, type);
    QFETCH(bool, required);
    QFETCH(QString, text);
    const Operation op = operationOf(operation);
    QVERIFY(op != Operation::Count);
    WireRequest request = validRequest(op);
    if (type.startsWith(QLatin1String("List"))) {
        request.products.clear();
        QVERIFY(has(validate(request), Kind::Missing, field));
        return;
    }
    const FieldRule* rule = fieldRule(op, toUtf8(field));
    QVERIFY(rule != nullptr);

    // Required or not.
    setField(request, field, {});
    QCOMPARE(has(validate(request), Kind::Missing, field), required);

    // The length, in characters.
    const QRegularExpressionMatch length =
        QRegularExpression(QStringLiteral("VARCHAR\\((\\d+)\\)")).match(type);
    const int limit = length.hasMatch() ? length.captured(1).toInt() : 0;
    QCOMPARE(rule->maxCharacters, limit);
    const auto withValue = [&](const std::string& value) {
        WireRequest changed = validRequest(op);
        setField(changed, field, value);
        return validate(changed);
    };
    const auto characters = [](int count) { return QString(count, QChar(u'中')).toStdString(); };
    if (limit > 0) {
        QVERIFY(has(withValue(characters(limit + 1)), Kind::TooLong, field));
        QVERIFY(!has(withValue(characters(limit)), Kind::TooLong, field));
    }

    // The format, as far as the vendor's words give one.
    if (text.contains(QLatin1String("hh:mm:ss"), Qt::CaseInsensitive)) {
        QVERIFY(has(withValue("2026-06-01"), Kind::NotADateTime, field));
        QVERIFY(!hasKind(withValue("2026-06-01 10:00:00"), Kind::NotADateTime));
    } else if (text.contains(QLatin1String("yyyy-mm-dd"), Qt::CaseInsensitive)) {
        QVERIFY(has(withValue("2026-06-31"), Kind::NotADate, field));
        QVERIFY(!hasKind(withValue("2026-06-30"), Kind::NotADate));
    } else if (text.contains(QStringLiteral("1:已上线,2:中止,3:结束")) ||
               field == QLatin1String("event_status")) {
        QVERIFY(has(withValue("4"), Kind::NotAllowed, field));
        QVERIFY(!hasKind(withValue("3"), Kind::NotAllowed));
    } else if (field == QLatin1String("opt_type") || field.contains(QLatin1String("is_"))) {
        QVERIFY(has(withValue("2"), Kind::NotAllowed, field));
        QVERIFY(!hasKind(withValue("1"), Kind::NotAllowed));
    } else if (type == QLatin1String("INT")) {
        QVERIFY(has(withValue("0"), Kind::OutOfRange, field));
        QVERIFY(has(withValue("x"), Kind::OutOfRange, field));
        QVERIFY(!hasKind(withValue("1000"), Kind::OutOfRange));
        QCOMPARE(has(withValue("1001"), Kind::OutOfRange, field), field == QLatin1String("page_length"));
    } else if (field == QLatin1String("register_url")) {
        QVERIFY(has(withValue("example.com"), Kind::NotAnAddress, field));
        QVERIFY(!hasKind(withValue("http://example.com/中文"), Kind::NotAnAddress));
    }
}

void TestVendorRules::tablesHoldNothingElse()
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/vendor/request-parameters.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const auto rows = text.count(QRegularExpression(QStringLiteral("^[a-z_.]+ \\| (VARCHAR|TEXT|INT|String)"),
                                                    QRegularExpression::MultilineOption));
    QCOMPARE(qsizetype(fieldRules().size()), rows);
    WireRequest request = validRequest(RemoveSaleRange);
    setField(request, QStringLiteral("kasys_code"), "1");
    QVERIFY(has(validate(request), Kind::Unknown, QStringLiteral("kasys_code")));
}

void TestVendorRules::conditionGroups()
{
    for (const Operation operation : {ModifySaleRangePds, RemoveSaleRange}) {
        WireRequest request = validRequest(operation);
        setField(request, QStringLiteral("dept_id"), {});
        QVERIFY(hasKind(validate(request), Kind::NoneOf)); // an empty condition never leaves (api.md 12)
        request = validRequest(operation);
        setField(request, QStringLiteral("dept_name"), "华东");
        QVERIFY(hasKind(validate(request), Kind::MoreThanOne));
        request = validRequest(operation);
        setField(request, QStringLiteral("type_name"), "批发");
        QVERIFY(validate(request).empty());
    }
}

void TestVendorRules::customerGroups()
{
    for (const Operation operation : {ModifyCmSaleRangeByPds, RemoveCmSaleRange}) {
        WireRequest request = validRequest(operation);
        setField(request, QStringLiteral("cm_id"), {});
        QVERIFY(hasKind(validate(request), Kind::NoneOf));
        setField(request, QStringLiteral("cm_name"), "好邻居"); // never by name (decisions 6)
        QVERIFY(hasKind(validate(request), Kind::NoneOf));
        setField(request, QStringLiteral("cm_name"), {});
        setField(request, QStringLiteral("cm_source_code"), "E1");
        QVERIFY(validate(request).empty());
    }
}

void TestVendorRules::productGroups()
{
    for (const Operation operation : {ModifySaleRangePds, ModifyCmSaleRangeByPds}) {
        WireRequest request = validRequest(operation);
        setField(request, QStringLiteral("sale_products.product_code"), "P1");
        QVERIFY(hasKind(validate(request), Kind::MoreThanOne));
        setField(request, QStringLiteral("sale_products.product_id"), {});
        QVERIFY(validate(request).empty());
        setField(request, QStringLiteral("sale_products.product_code"), {});
        QVERIFY(hasKind(validate(request), Kind::NoneOf));
    }
}

void TestVendorRules::registrationGroups()
{
    WireRequest request = validRequest(ApplyCallBack);
    setField(request, QStringLiteral("cm_ids"), {});
    QVERIFY(hasKind(validate(request), Kind::NoneOf));
    setField(request, QStringLiteral("cm_codes"), "K1,K2");
    QVERIFY(validate(request).empty());
}

void TestVendorRules::campaignDates()
{
    CampaignEdit edit = validCampaign();
    edit.endDate = "2026-05-31";
    QVERIFY(has(validate(toWire(edit)), Kind::EndBeforeStart, QStringLiteral("end_date")));
    edit.endDate = edit.startDate;
    QVERIFY(validate(toWire(edit)).empty());
}

void TestVendorRules::namesWithCommas()
{
    CampaignEdit edit = validCampaign();
    edit.departmentsBy = SelectBy::Name;
    edit.departments = {"华东", "华南,一部"};
    QCOMPARE(validateNames(edit).size(), 1U);
    edit.departments = {"华东", "华南"};
    QVERIFY(validateNames(edit).empty());
    QCOMPARE(toWire(edit).value("dept_name"), std::string_view("华东,华南"));
    QCOMPARE(validateNames(Registration{"S", "C", SelectBy::Name, {"甲,乙"}, {}, {}}).size(), 1U);
}

void TestVendorRules::everyViolationIsDescribed()
{
    for (int kind = 0; kind <= int(Kind::Unknown); ++kind)
        QVERIFY(!describe(Violation{Kind(kind), AddOrUpdateCampaign, "f", "v", "1"}).isEmpty());
}

QTEST_GUILESS_MAIN(TestVendorRules)
#include "tst_vendor_rules.moc"
