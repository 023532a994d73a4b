// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_reply.h"

#include <QString>
#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace rangedesk::demo {

namespace {

template <typename Text> void appendEscaped(Text& out, std::string_view text)
{
    static const char* const hex = "0123456789abcdef";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        } else {
            out += c;
        }
    }
}

/// The items go as they are taken: a reply of a thousand rules is a megabyte.
std::string list(std::vector<std::string> items)
{
    std::size_t bytes = 2;
    for (const std::string& item : items)
        bytes += item.size() + 1;
    std::string text;
    text.reserve(bytes);
    text += '[';
    for (std::string& item : items) {
        if (text.size() > 1)
            text += ',';
        text += item;
        std::string().swap(item);
    }
    text += ']';
    return text;
}

std::string joinedValues(const std::vector<NamedValue>& values, const std::vector<std::size_t>& selected,
                         std::string NamedValue::*part)
{
    std::string text;
    for (const std::size_t index : selected)
        text += (text.empty() ? "" : ",") + values[index].*part;
    return text;
}

} // namespace

std::string quoted(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 8 + 2);
    out += '"';
    appendEscaped(out, text);
    out += '"';
    return out;
}

std::string ReplyWriter::object(Fields fields) const
{
    if (m_switches.reversed)
        std::reverse(fields.begin(), fields.end());
    std::size_t bytes = 2;
    for (const auto& [name, value] : fields)
        bytes += std::string_view(name).size() + value.size() + 4;
    std::string text;
    text.reserve(bytes);
    text += '{';
    for (const auto& [name, value] : fields) {
        if (text.size() > 1)
            text += ',';
        text += '"';
        text += name;
        text += "\":";
        text += value;
    }
    text += '}';
    return text;
}

std::string ReplyWriter::dimensions() const
{
    std::vector<std::string> items;
    for (const DimensionData& dimension : m_data.dimensions) {
        if (dimension.isEnabled)
            items.push_back(object({{"filter_code", quoted(dimension.filterCode)},
                                    {"filter_name", quoted(dimension.filterName)}}));
    }
    return object({{"sale_ranges", list(std::move(items))}});
}

std::string ReplyWriter::products(const RuleData& rule, bool withSupply) const
{
    std::vector<std::string> items;
    const std::size_t shown = m_switches.cutShort ? (rule.products.size() + 1) / 2 : rule.products.size();
    for (std::size_t i = 0; i < shown; ++i) {
        const RuleProductData& entry = rule.products[i];
        const NamedValue& product = m_data.products[entry.product];
        Fields fields{
            {"id", std::to_string(entry.entryId)},       {"is_must_sale", entry.mustSell ? "\"1\"" : "\"0\""},
            {"is_new", entry.isNew ? "\"1\"" : "\"0\""}, {"product_code", quoted(product.code)},
            {"product_id", quoted(product.id)},          {"product_name", quoted(product.name)}};
        if (withSupply) {
            const bool isOne = entry.supplier > 0 && entry.supplier <= m_data.suppliers.size();
            const NamedValue supplier =
                isOne ? m_data.suppliers[entry.supplier - 1U] : NamedValue{"-1", {}, {}};
            fields.emplace_back("supply_id", quoted(supplier.id));
            fields.emplace_back("supply_name", quoted(supplier.name));
        }
        items.push_back(object(std::move(fields)));
        if (m_switches.repeats)
            items.push_back(items.back());
    }
    return list(std::move(items));
}

ReplyWriter::Fields ReplyWriter::ruleHead(const RuleData& rule) const
{
    const auto count = [&](bool RuleProductData::*flag) {
        return std::count_if(rule.products.begin(), rule.products.end(),
                             [flag](const RuleProductData& p) { return p.*flag; });
    };
    return {{"create_time", quoted(rule.createTime)},
            {"id", rule.id},
            {"modify_time", quoted(m_switches.emptyModifyTime ? std::string() : rule.modifyTime)},
            {"must_sale_num", quoted(std::to_string(count(&RuleProductData::mustSell)))},
            {"new_num", quoted(std::to_string(count(&RuleProductData::isNew)))},
            {"sale_range_id", rule.id}};
}

std::string ReplyWriter::rangeRule(const RuleData& rule) const
{
    Fields fields = ruleHead(rule);
    std::vector<std::string> conditions;
    for (const auto& [index, selected] : rule.on) {
        const DimensionData& dimension = m_data.dimensions[index];
        conditions.push_back(
            object({{"filter_code", quoted(dimension.filterCode)},
                    {"filter_name", quoted(dimension.filterName)},
                    {"id", rule.id},
                    {"selected_code", quoted(joinedValues(dimension.values, selected, &NamedValue::code))},
                    {"selected_id", quoted(joinedValues(dimension.values, selected, &NamedValue::id))},
                    {"selected_name", quoted(joinedValues(dimension.values, selected, &NamedValue::name))}}));
    }
    fields.emplace_back("salesRangeCusFields", conditions.empty() ? "\"\"" : list(std::move(conditions)));
    fields.emplace_back("salesRangeProducts", products(rule, false));
    std::set<std::size_t> distinct;
    for (const RuleProductData& product : rule.products)
        distinct.insert(product.product);
    fields.emplace_back("sku_num",
                        quoted(std::to_string(static_cast<int>(distinct.size()) + rule.uncounted)));
    fields.emplace_back("status", rule.deleted ? "\"0\"" : "\"1\"");
    return object(std::move(fields));
}

std::string ReplyWriter::customerRule(const RuleData& rule, std::size_t customer) const
{
    Fields fields = ruleHead(rule);
    fields.emplace_back("salesRangeCusFields", "\"\"");
    std::vector<std::string> customers;
    for (const std::size_t index : rule.customers) {
        if (customer != std::string::npos && index != customer)
            continue;
        const CustomerData& entry = m_data.customers[index];
        customers.push_back(object({{"cm_code", quoted(entry.code)},
                                    {"cm_id", quoted(entry.id)},
                                    {"cm_name", quoted(entry.name)},
                                    {"id", rule.id}}));
    }
    if (customer != std::string::npos || !m_switches.noCustomers)
        fields.emplace_back("salesRangeCuss", list(std::move(customers)));
    fields.emplace_back("salesRangeProducts", products(rule, true));
    fields.emplace_back("sku_num",
                        quoted(std::to_string(static_cast<int>(rule.products.size()) + rule.uncounted)));
    fields.emplace_back("status", rule.deleted ? "\"0\"" : "\"1\"");
    return object(std::move(fields));
}

std::string ReplyWriter::customerList(const std::vector<std::size_t>& customers) const
{
    std::vector<std::string> items;
    for (const std::size_t index : customers) {
        const CustomerData& customer = m_data.customers[index];
        items.push_back(object({{"id", quoted(customer.id)},
                                {"code", quoted(customer.code)},
                                {"name", quoted(customer.name)},
                                {"source_code", quoted(customer.sourceCode)}}));
    }
    return list(std::move(items));
}

std::string ReplyWriter::campaign(const CampaignData& campaign) const
{
    const auto shown = [this](const std::string& value) {
        constexpr qsizetype most = 32;
        return m_switches.shortFields ? QString::fromStdString(value).left(most).toStdString() : value;
    };
    std::vector<std::string> departments;
    for (const std::size_t index : campaign.departments) {
        const NamedValue& department = m_data.dimensions[0].values[index];
        departments.push_back(object({{"id", quoted(department.id)},
                                      {"code", quoted(department.code)},
                                      {"name", quoted(department.name)}}));
    }
    std::vector<std::string> registered;
    for (const auto& [index, information] : campaign.registered) {
        const CustomerData& customer = m_data.customers[index];
        registered.push_back(object({{"id", quoted(customer.id)},
                                     {"code", quoted(customer.code)},
                                     {"name", quoted(customer.name)},
                                     {"source_code", quoted(customer.sourceCode)},
                                     {"merchant_information", quoted(information)}}));
    }
    return object({{"activity_source_code", quoted(campaign.sourceCode)},
                   {"activity_code", quoted(shown(campaign.code))},
                   {"activity_type_code", quoted(shown(campaign.typeCode))},
                   {"activity_type_name", quoted(campaign.typeName)},
                   {"activity_name", quoted(campaign.name)},
                   {"start_date", quoted(campaign.startDate)},
                   {"end_date", quoted(campaign.endDate)},
                   {"event_status", quoted(campaign.status)},
                   {"event_information", quoted(shown(campaign.information))},
                   {"register_url", quoted(campaign.url)},
                   {"belong_dept", list(std::move(departments))},
                   {"override_customer", customerList(campaign.covered)},
                   {"invited_customer", customerList(campaign.notified)},
                   {"registered_customer", list(std::move(registered))}});
}

QByteArray ReplyWriter::query(const std::string& msgId, std::vector<std::string> items) const
{
    const std::string head = object({{"return_code", m_switches.codes == "number" ? "0" : "\"0\""},
                                     {"return_msg", "\"成功\""},
                                     {"msg_id", quoted(msgId)}});
    const QByteArray headFields(head.data() + 1, static_cast<qsizetype>(head.size()) - 2);
    if (items.empty() && m_switches.data == "absent")
        return QByteArray::fromStdString(head);
    QByteArray reply = "{";
    const auto bytes =
        std::accumulate(items.begin(), items.end(), std::size_t(0),
                        [](std::size_t sum, const std::string& item) { return sum + item.size(); });
    const std::size_t room = head.size() + bytes + bytes / 5 + items.size() + 64;
    reply.reserve(static_cast<qsizetype>(room));
    if (!m_switches.reversed)
        reply += headFields + ',';
    reply += "\"response_data\":";
    const bool isInline = !items.empty() && m_switches.data == "inline";
    const bool isObject = items.size() == 1 && m_switches.data == "object";
    if (isInline || isObject) {
        reply += isInline ? "[" : "";
        for (std::string& item : items) {
            reply += &item == items.data() ? "" : ",";
            reply.append(std::exchange(item, {}));
        }
        reply += isInline ? "]" : "";
    } else if (!items.empty() || m_switches.data == "string") {
        reply += "\"[";
        for (std::string& item : items) {
            reply += &item == items.data() ? "" : ",";
            appendEscaped(reply, std::exchange(item, {}));
        }
        reply += "]\"";
    } else {
        reply += m_switches.data == "null" ? "null" : "\"\"";
    }
    if (m_switches.reversed)
        reply += ',' + headFields;
    return reply + '}';
}

QByteArray ReplyWriter::plain(const std::string& msgId, const std::string& code, const std::string& message,
                              bool numberCode) const
{
    const bool asNumber = m_switches.codes == "number" || (m_switches.codes == "mixed" && numberCode);
    return QByteArray::fromStdString(object({{"msg_id", quoted(msgId)},
                                             {"return_code", asNumber ? code : quoted(code)},
                                             {"return_msg", quoted(message)}}));
}

} // namespace rangedesk::demo
