// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/decode_list.h"

namespace rangedesk {

namespace {

class RuleSink : public RecordSink
{
public:
    explicit RuleSink(std::vector<SaleRule>& items) : m_items(items) {}

    void beginRecord() override { m_items.emplace_back(); }
    bool recordField(std::string_view name, std::string_view value) override
    {
        SaleRule& rule = m_items.back();
        if (name == "id" || (name == "sale_range_id" && rule.id.empty()))
            rule.id = value;
        else if (name == "status")
            rule.status = value;
        else if (name == "create_time")
            rule.createTime = value;
        else if (name == "modify_time")
            rule.modifyTime = value;
        else if (name == "sku_num")
            rule.skuNum = value;
        else if (name == "must_sale_num")
            rule.mustSaleNum = value;
        else if (name == "new_num")
            rule.newNum = value;
        else if (listOf(name) != List::None)
            return value.empty(); // "" stands for an empty list (api.md 5)
        return true;
    }
    void beginEntry(std::string_view name) override
    {
        SaleRule& rule = m_items.back();
        m_list = listOf(name);
        if (m_list == List::Fields)
            rule.fields.emplace_back();
        else if (m_list == List::Customers)
            rule.customers.emplace_back();
        else if (m_list == List::Products)
            rule.products.emplace_back();
    }
    void entryField(std::string_view name, std::string_view value) override
    {
        SaleRule& rule = m_items.back();
        switch (m_list) {
        case List::None:
            break;
        case List::Fields:
            conditionField(rule.fields.back(), name, value);
            break;
        case List::Customers:
            customerField(rule.customers.back(), name, value);
            break;
        case List::Products:
            productField(rule.products.back(), name, value);
            break;
        }
    }
    bool endRecord() override { return !m_items.back().id.empty(); }

private:
    enum class List : unsigned char { None, Fields, Customers, Products };

    static List listOf(std::string_view name)
    {
        if (name == "salesRangeProducts")
            return List::Products;
        if (name == "salesRangeCusFields")
            return List::Fields;
        return name == "salesRangeCuss" ? List::Customers : List::None;
    }
    static void conditionField(RuleField& field, std::string_view name, std::string_view value)
    {
        if (name == "filter_code")
            field.filterCode = value;
        else if (name == "filter_name")
            field.filterName = value;
        else if (name == "selected_id")
            field.selectedId = value;
        else if (name == "selected_code")
            field.selectedCode = value;
        else if (name == "selected_name")
            field.selectedName = value;
    }
    static void customerField(RuleCustomer& customer, std::string_view name, std::string_view value)
    {
        if (name == "cm_id")
            customer.id = value;
        else if (name == "cm_code")
            customer.code = value;
        else if (name == "cm_name")
            customer.name = value;
    }
    static void productField(RuleProduct& product, std::string_view name, std::string_view value)
    {
        if (name == "product_id")
            product.id = value;
        else if (name == "product_code")
            product.code = value;
        else if (name == "product_name")
            product.name = value;
        else if (name == "is_must_sale")
            product.mustSell = value == "1";
        else if (name == "is_new")
            product.isNew = value == "1";
        else if (name == "supply_id")
            product.supplyId = value;
        else if (name == "supply_name")
            product.supplyName = value;
    }

    std::vector<SaleRule>& m_items;
    List m_list = List::None;
};

class DimensionSink : public RecordSink
{
public:
    explicit DimensionSink(std::vector<EnabledDimension>& items) : m_items(items) {}

    void beginRecord() override {}
    bool recordField(std::string_view name, std::string_view value) override
    {
        return name != "sale_ranges" || value.empty();
    }
    void beginEntry(std::string_view name) override
    {
        m_open = name == "sale_ranges";
        if (m_open)
            m_items.emplace_back();
    }
    void entryField(std::string_view name, std::string_view value) override
    {
        if (m_open && name == "filter_code")
            m_items.back().filterCode = value;
        else if (m_open && name == "filter_name")
            m_items.back().filterName = value;
    }
    bool endRecord() override { return true; }

private:
    std::vector<EnabledDimension>& m_items;
    bool m_open = false;
};

} // namespace

Result<RuleList> decodeRules(Operation operation, std::string body, std::string_view msgId)
{
    return decodeList<RuleSink, SaleRule>(operation, std::move(body), msgId);
}

Result<DimensionList> decodeDimensions(std::string body, std::string_view msgId)
{
    return decodeList<DimensionSink, EnabledDimension>(Operation::QueryPdSaleRange, std::move(body), msgId);
}

} // namespace rangedesk
