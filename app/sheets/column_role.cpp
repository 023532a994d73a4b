// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/column_role.h"

#include "core/language.h"
#include "core/text.h"

#include <array>
#include <unordered_map>

namespace rangedesk {

namespace {

using Field = ColumnRole::Field;

struct Own
{
    OwnColumn column;
    std::string_view english;
    std::string_view chinese;
};

constexpr std::array<Own, static_cast<std::size_t>(OwnColumn::Count)> ownColumns{{
    {OwnColumn::Line, "line", "行号"},
    {OwnColumn::Column, "column", "列名"},
    {OwnColumn::Value, "value", "单元格内容"},
    {OwnColumn::Reason, "reason", "原因"},
    {OwnColumn::Outcome, "outcome", "结果"},
    {OwnColumn::RequestId, "request_id", "请求编号"},
    {OwnColumn::ServerWords, "server_message", "服务器说明"},
    {OwnColumn::Verified, "verified", "已核对"},
    {OwnColumn::Change, "change", "变化"},
}};

using Aliases = std::unordered_map<std::string, ColumnRole>;

/// A name and by what it names: "部门编码", "Department code".
std::string suffixed(std::string_view name, SelectBy by, bool chinese)
{
    if (!chinese)
        return std::string(name) + ' ' +
               std::string(by == SelectBy::SourceCode ? "external id" : selectBySuffix(by));
    return std::string(name) + (by == SelectBy::Id     ? "id"
                                : by == SelectBy::Code ? "编码"
                                : by == SelectBy::Name ? "名称"
                                                       : "第三方唯一标识");
}

class AliasTable
{
public:
    AliasTable()
    {
        for (int i = 0; i < dimensionCount; ++i)
            addDimension(static_cast<Dimension>(i));
        addNamed(Field::Customer, "cm", "客户", "customer");
        addNamed(Field::Product, "product", "商品", "product");
        addNamed(Field::Product, "sku", "产品", "sku");
        for (const char* name : {"is_must_sale", "必售", "是否必售", "must-sell", "must sell", "must_sell"})
            add(name, {Field::MustSell});
        for (const char* name : {"is_new", "新品", "是否新品", "new product", "new"})
            add(name, {Field::IsNew});
        for (const char* name : {"opt_type", "操作", "操作类型", "operation"})
            add(name, {Field::Operation});
        for (const char* name : {"expected", "期望原值"})
            add(name, {Field::Expected});
        for (const char* name : {"comment", "批注"})
            add(name, {Field::Comment});
        addCampaign();
    }

    const Aliases& aliases() const { return m_aliases; }

private:
    void add(std::string_view name, ColumnRole role) { m_aliases.emplace(foldedHeading(name), role); }

    void addSuffixed(std::string_view wire, std::string_view chinese, std::string_view english, SelectBy by,
                     ColumnRole role)
    {
        role.by = by;
        add(std::string(wire) + '_' + std::string(selectBySuffix(by)), role);
        add(suffixed(chinese, by, true), role);
        add(suffixed(english, by, false), role);
        if (by == SelectBy::SourceCode)
            add(std::string(chinese) + "外部编码", role);
    }

    void addDimension(Dimension dimension)
    {
        for (const SelectBy by : {SelectBy::Id, SelectBy::Code, SelectBy::Name}) {
            if (by != SelectBy::Code || dimensionHasCode(dimension))
                addSuffixed(dimensionPrefix(dimension), dimensionChineseName(dimension),
                            dimensionEnglishName(dimension), by, {Field::Condition, dimension});
        }
    }

    void addNamed(Field field, std::string_view wire, std::string_view chinese, std::string_view english)
    {
        for (const SelectBy by : {SelectBy::Id, SelectBy::Code, SelectBy::SourceCode, SelectBy::Name})
            addSuffixed(wire, chinese, english, by, {field});
    }

    void addCampaign()
    {
        for (const char* name :
             {"source_code", "campaign_source_code", "activity_source_code", "campaign external id",
              "第三方活动唯一标识", "活动第三方唯一标识", "活动外部编码"})
            add(name, {Field::Campaign, Dimension::Department, SelectBy::SourceCode});
        for (const char* name :
             {"code", "campaign_code", "activity_code", "campaign code", "活动编号", "活动编码"})
            add(name, {Field::Campaign, Dimension::Department, SelectBy::Code});
        for (const CampaignField field : campaignFields) {
            for (const std::string_view name :
                 {campaignFieldName(field), campaignFieldChineseName(field), campaignFieldEnglishName(field)})
                add(name, {Field::CampaignValue, Dimension::Department, SelectBy::Id, field});
        }
        for (const auto& [name, field] : {std::pair{"activity_name", CampaignField::Name},
                                          {"activity_type_code", CampaignField::TypeCode},
                                          {"campaign status", CampaignField::Status},
                                          {"活动开始日期", CampaignField::StartDate},
                                          {"活动结束日期", CampaignField::EndDate},
                                          {"活动报名url", CampaignField::RegisterUrl},
                                          {"报名地址", CampaignField::RegisterUrl},
                                          {"报名链接", CampaignField::RegisterUrl}})
            add(name, {Field::CampaignValue, Dimension::Department, SelectBy::Id, field});
        for (const auto& [name, by] : {std::pair{"归属部门id", SelectBy::Id},
                                       {"归属部门编码", SelectBy::Code},
                                       {"归属部门名称", SelectBy::Name}})
            add(name, {Field::Condition, Dimension::Department, by});
        for (const char* name : {"registered_time", "报名时间", "报名成功时间", "registered at"})
            add(name, {Field::RegisteredTime});
        for (const char* name : {"merchant_information", "商家信息", "merchant information"})
            add(name, {Field::MerchantInformation});
    }

    Aliases m_aliases;
};

} // namespace

std::optional<ColumnRole> roleOfHeading(std::string_view heading)
{
    static const AliasTable table;
    const auto found = table.aliases().find(foldedHeading(heading));
    if (found == table.aliases().end())
        return std::nullopt;
    return found->second;
}

std::string roleName(const ColumnRole& role)
{
    const std::string suffix = '_' + std::string(selectBySuffix(role.by));
    switch (role.field) {
    case Field::Condition:
        return std::string(dimensionPrefix(role.dimension)) + suffix;
    case Field::Customer:
        return "cm" + suffix;
    case Field::Product:
        return "product" + suffix;
    case Field::MustSell:
        return "is_must_sale";
    case Field::IsNew:
        return "is_new";
    case Field::Operation:
        return "opt_type";
    case Field::Expected:
        return "expected";
    case Field::Comment:
        return "comment";
    case Field::Campaign:
        return "campaign" + suffix;
    case Field::CampaignValue:
        if (role.campaign == CampaignField::TypeCode)
            return "activity_type_code"; // operations 7 and 8 have a type_code of their own
        return std::string(campaignFieldName(role.campaign));
    case Field::RegisteredTime:
        return "registered_time";
    case Field::MerchantInformation:
        return "merchant_information";
    case Field::OwnOutcome:
        return "own outcome";
    case Field::Own:
        return "own";
    }
    return {};
}

std::string headingOf(const ColumnRole& role)
{
    const bool zh = isChinese();
    std::string_view name;
    switch (role.field) {
    case Field::Condition:
        name = zh ? dimensionChineseName(role.dimension) : dimensionEnglishName(role.dimension);
        break;
    case Field::Customer:
        name = zh ? "客户" : "Customer";
        break;
    case Field::Product:
        name = zh ? "商品" : "Product";
        break;
    case Field::MustSell:
        return zh ? "必售" : "Must-sell";
    case Field::IsNew:
        return zh ? "新品" : "New product";
    case Field::Operation:
        return zh ? "操作" : "Operation";
    case Field::Expected:
        return zh ? "期望原值" : "Expected";
    case Field::Comment:
        return zh ? "批注" : "Comment";
    case Field::Campaign:
        if (role.by == SelectBy::Code)
            return std::string(campaignFieldLabel(CampaignField::Code));
        return zh ? "第三方活动唯一标识" : "Campaign external id";
    case Field::CampaignValue:
        return std::string(campaignFieldLabel(role.campaign));
    case Field::RegisteredTime:
        return zh ? "报名时间" : "Registered at";
    case Field::MerchantInformation:
        return zh ? "商家信息" : "Merchant information";
    case Field::OwnOutcome:
    case Field::Own:
        return {};
    }
    return suffixed(name, role.by, zh);
}

std::optional<ColumnRole> roleOfName(std::string_view name)
{
    for (const Field field : {Field::OwnOutcome, Field::Own}) {
        const ColumnRole role{field, Dimension::Department, SelectBy::Id};
        if (name == roleName(role))
            return role;
    }
    return roleOfHeading(name);
}

std::string ownHeading(OwnColumn column)
{
    const Own& own = ownColumns.at(static_cast<std::size_t>(column));
    return std::string(isChinese() ? own.chinese : own.english);
}

bool isOwnHeading(std::string_view heading, OwnColumn column)
{
    const Own& own = ownColumns.at(static_cast<std::size_t>(column));
    const std::string folded = foldedHeading(heading);
    return folded == own.english || folded == own.chinese;
}

} // namespace rangedesk
