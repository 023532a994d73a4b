// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_validation.h"

#include <QDateTime>
#include <QJsonArray>
#include <QStringList>
#include <QUrl>
#include <map>
#include <vector>

namespace rangedesk::demo {

namespace {

/// A parameter in the short form "name!:100" (required, VARCHAR(100)); kinds after the length: d day,
/// t moment, s status, b 0 or 1, n number, u address.
struct Parameter
{
    QString name;
    bool required = false;
    int length = 0;
    char kind = ' ';
};

std::vector<Parameter> parse(const QString& table)
{
    std::vector<Parameter> parameters;
    const QStringList entries = table.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& entry : entries) {
        const QStringList parts = entry.split(QLatin1Char(':'));
        Parameter parameter;
        parameter.name = parts[0];
        parameter.required = parameter.name.endsWith(QLatin1Char('!'));
        if (parameter.required)
            parameter.name.chop(1);
        parameter.length = parts.value(1).toInt();
        parameter.kind = parts.size() > 2 ? parts[2].at(0).toLatin1() : ' ';
        parameters.push_back(parameter);
    }
    return parameters;
}

const QString conditions = QStringLiteral(
    " dept_id:32 dept_code:100 dept_name:32 business_id:32 business_code:100 business_name:32 "
    "customer_level_id:32"
    " customer_level_code:100 customer_level_name:32 district_level_id:32 district_level_code:100 "
    "district_level_name:32"
    " type_id:32 type_code:100 type_name:32 tradingarea_big_id:32 tradingarea_big_code:100 "
    "tradingarea_big_name:32"
    " tradingarea_nomal_id:32 tradingarea_nomal_code:100 tradingarea_nomal_name:32 kasys_id:32 kasys_name:100"
    " city_level_id:32 city_level_name:100");
const QString windows = QStringLiteral("page_number!:0:n page_length:0:n start_create_date:32:t "
                                       "end_create_date:32:t start_modify_date:32:t end_modify_date:32:t");
const QString customer = QStringLiteral(" cm_id:32 cm_code:100 cm_name:100 cm_source_code:100");

const std::map<std::string_view, std::vector<Parameter>>& tables()
{
    static const std::map<std::string_view, std::vector<Parameter>> all{
        {"addOrUpdateCampaign", parse(QStringLiteral("source_code!:100 code!:100 name!:100 type_code!:100 "
                                                     "event_status!:100:s start_date!:32:d end_date!:32:d"
                                                     " register_url!:100:u event_information!:0 dept_id:100 "
                                                     "dept_code:100 dept_name:100 dept_source_code:100"))},
        {"applyCallBack",
         parse(QStringLiteral("campaign_source_code!:100 campaign_code!:100 cm_ids:0 cm_codes:0 cm_names:0"
                              " registered_time!:32:t merchant_information!:0"))},
        {"queryCampaign",
         parse(QStringLiteral(
             "activity_source_code:32 activity_code:32 before_create_time:32:t after_create_time:32:t"
             " before_modify_time:32:t after_modify_time:32:t activity_type_code:32"))},
        {"queryPdSaleRange", {}},
        {"getSaleRangePds", parse(windows)},
        {"getSaleRangeCusPds", parse(windows + customer)},
        {"modifySaleRangePds", parse(QStringLiteral("opt_type!:1:b") + conditions)},
        {"removeSaleRange", parse(conditions)},
        {"modifyCmSaleRangeByPds", parse(QStringLiteral("opt_type:1:b") + customer)},
        {"removeCmSaleRange", parse(customer)},
        {"modifySaleRangePds.sale_products",
         parse(QStringLiteral("product_id:32 product_code:32 is_must_sale!:1:b is_new!:1:b"))},
        {"modifyCmSaleRangeByPds.sale_products",
         parse(QStringLiteral(
             "product_id:32 product_code:100 product_source_code:100 is_must_sale:0 is_new:0"))},
    };
    return all;
}

bool fitsKind(const QString& value, char kind)
{
    switch (kind) {
    case 'd':
        return value.size() == 10 && QDate::fromString(value, QStringLiteral("yyyy-MM-dd")).isValid();
    case 't':
        return value.size() == 19 &&
               QDateTime::fromString(value, QStringLiteral("yyyy-MM-dd HH:mm:ss")).isValid();
    case 's':
        return value == QLatin1String("1") || value == QLatin1String("2") || value == QLatin1String("3");
    case 'b':
        return value == QLatin1String("0") || value == QLatin1String("1");
    case 'u':
        return QUrl(value).isValid() && value.startsWith(QLatin1String("http"));
    default:
        return true;
    }
}

std::string says(const QString& name, const char* fault)
{
    return "参数" + name.toStdString() + fault;
}

std::optional<std::string> faultInFields(const std::vector<Parameter>& parameters, const QJsonObject& object)
{
    for (const QString& name : object.keys()) {
        const bool known = name == QLatin1String("sale_products") ||
                           std::any_of(parameters.begin(), parameters.end(),
                                       [&](const Parameter& p) { return p.name == name; });
        if (!known)
            return says(name, "不存在");
    }
    for (const Parameter& parameter : parameters) {
        const QJsonValue value = object.value(parameter.name);
        if (value.isUndefined() || (value.isString() && value.toString().isEmpty())) {
            if (parameter.required)
                return says(parameter.name, "不能为空");
            continue;
        }
        if (parameter.kind == 'n') {
            if (!value.isDouble() || value.toInt() < 1)
                return says(parameter.name, "必须为正整数");
            continue;
        }
        if (!value.isString())
            return says(parameter.name, "必须为字符串");
        const QString text = value.toString();
        if (parameter.length > 0 && text.toUcs4().size() > parameter.length)
            return says(parameter.name, "超过最大长度");
        if (!fitsKind(text, parameter.kind))
            return says(parameter.name, "格式不正确");
    }
    return std::nullopt;
}

int filled(const QJsonObject& object, const QStringList& names)
{
    return static_cast<int>(std::count_if(names.begin(), names.end(), [&](const QString& name) {
        return !object.value(name).toString().isEmpty();
    }));
}

std::optional<std::string> faultInProducts(std::string_view operation, const QJsonObject& body)
{
    const QJsonValue value = body.value(QStringLiteral("sale_products"));
    if (!value.isArray() || value.toArray().isEmpty())
        return "参数sale_products不能为空";
    const std::string table = std::string(operation) + ".sale_products";
    for (const auto& item : value.toArray()) {
        if (auto fault = faultInFields(tables().at(table), item.toObject()))
            return fault;
        if (filled(item.toObject(), {QStringLiteral("product_id"), QStringLiteral("product_code"),
                                     QStringLiteral("product_source_code")}) != 1)
            return "商品只能传product_id、product_code中的一个";
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> faultIn(std::string_view operation, const QJsonObject& body)
{
    const auto table = tables().find(operation);
    if (table == tables().end())
        return "接口不存在";
    if (auto fault = faultInFields(table->second, body))
        return fault;
    const bool writesProducts = operation == "modifySaleRangePds" || operation == "modifyCmSaleRangeByPds";
    if (!writesProducts && body.contains(QStringLiteral("sale_products")))
        return "参数sale_products不存在";
    if (writesProducts) {
        if (auto fault = faultInProducts(operation, body))
            return fault;
    }
    const bool ofCustomer = operation == "modifyCmSaleRangeByPds" || operation == "removeCmSaleRange";
    if (ofCustomer && filled(body, {QStringLiteral("cm_id"), QStringLiteral("cm_code"),
                                    QStringLiteral("cm_name"), QStringLiteral("cm_source_code")}) == 0)
        return "cm_id、cm_code、cm_name、cm_source_code不能同时为空";
    if (operation == "applyCallBack" &&
        filled(body, {QStringLiteral("cm_ids"), QStringLiteral("cm_codes"), QStringLiteral("cm_names")}) == 0)
        return "客户ID、客户编码、客户名称不能同时为空";
    if (body.value(QStringLiteral("page_length")).toInt(1) > 1000)
        return "参数page_length最大为1000";
    return std::nullopt;
}

} // namespace rangedesk::demo
