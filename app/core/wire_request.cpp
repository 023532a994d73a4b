// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire_request.h"

namespace rangedesk {

namespace {

using enum Operation;

class WireBuilder
{
public:
    explicit WireBuilder(Operation operation) { m_request.operation = operation; }

    WireBuilder& add(std::string name, const std::string& value)
    {
        if (!value.empty())
            m_request.fields.push_back({std::move(name), value});
        return *this;
    }
    WireBuilder& add(const RangeConditions& conditions)
    {
        for (const Condition& condition : conditions)
            add(std::string(dimensionPrefix(condition.dimension)) + '_' +
                    std::string(selectBySuffix(condition.by)),
                condition.value);
        return *this;
    }
    WireBuilder& add(const CustomerSelector& customer)
    {
        return add("cm_" + std::string(selectBySuffix(customer.by)), customer.value);
    }
    WireBuilder& add(const std::vector<ProductChange>& products)
    {
        m_request.hasProducts = true;
        m_request.products.reserve(products.size());
        for (const ProductChange& product : products)
            m_request.products.push_back(
                {{"product_" + std::string(selectBySuffix(product.by)), product.value},
                 {"is_must_sale", product.mustSell ? "1" : "0"},
                 {"is_new", product.isNew ? "1" : "0"}});
        return *this;
    }
    WireRequest take() { return std::move(m_request); }

private:
    WireRequest m_request;
};

std::string joined(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values) {
        if (!text.empty())
            text += ',';
        text += value;
    }
    return text;
}

std::string typeText(ChangeType type)
{
    return type == ChangeType::Delete ? "1" : "0";
}

/// cm_ids, cm_codes, cm_names.
std::string listField(SelectBy by)
{
    return "cm_" + std::string(selectBySuffix(by)) + 's';
}

} // namespace

std::string_view WireRequest::value(std::string_view name) const
{
    for (const WireField& field : fields) {
        if (field.name == name)
            return field.value;
    }
    return {};
}

WireRequest toWire(const CampaignEdit& edit)
{
    WireBuilder builder(AddOrUpdateCampaign);
    builder.add("source_code", edit.sourceCode)
        .add("code", edit.code)
        .add("name", edit.name)
        .add("type_code", edit.typeCode)
        .add("event_status", edit.eventStatus)
        .add("start_date", edit.startDate)
        .add("end_date", edit.endDate)
        .add("register_url", edit.registerUrl)
        .add("event_information", edit.eventInformation)
        .add("dept_" + std::string(selectBySuffix(edit.departmentsBy)), joined(edit.departments));
    return builder.take();
}

WireRequest toWire(const Registration& registration)
{
    WireBuilder builder(ApplyCallBack);
    builder.add("campaign_source_code", registration.campaignSourceCode)
        .add("campaign_code", registration.campaignCode)
        .add(listField(registration.customersBy), joined(registration.customers))
        .add("registered_time", registration.registeredTime)
        .add("merchant_information", registration.merchantInformation);
    return builder.take();
}

WireRequest toWire(const CampaignQuery& query)
{
    WireBuilder builder(QueryCampaign);
    builder.add("activity_source_code", query.sourceCode)
        .add("activity_code", query.code)
        .add("before_create_time", query.beforeCreateTime)
        .add("after_create_time", query.afterCreateTime)
        .add("before_modify_time", query.beforeModifyTime)
        .add("after_modify_time", query.afterModifyTime)
        .add("activity_type_code", query.typeCode);
    return builder.take();
}

WireRequest toWire(Operation operation, const RuleQuery& query)
{
    WireBuilder builder(operation);
    builder.add("page_number", std::to_string(query.pageNumber))
        .add("page_length", std::to_string(query.pageLength))
        .add("start_create_date", query.startCreateDate)
        .add("end_create_date", query.endCreateDate)
        .add("start_modify_date", query.startModifyDate)
        .add("end_modify_date", query.endModifyDate);
    if (query.customer)
        builder.add(*query.customer);
    return builder.take();
}

WireRequest toWire(const RangeChange& change)
{
    WireBuilder builder(ModifySaleRangePds);
    builder.add("opt_type", typeText(change.type)).add(change.conditions).add(change.products);
    return builder.take();
}

WireRequest toWire(const RangeClear& clear)
{
    return WireBuilder(RemoveSaleRange).add(clear.conditions).take();
}

WireRequest toWire(const CustomerChange& change)
{
    WireBuilder builder(ModifyCmSaleRangeByPds);
    builder.add("opt_type", typeText(change.type)).add(change.customer).add(change.products);
    return builder.take();
}

WireRequest toWire(const CustomerClear& clear)
{
    return WireBuilder(RemoveCmSaleRange).add(clear.customer).take();
}

} // namespace rangedesk
