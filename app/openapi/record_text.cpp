// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/record_text.h"

#include <rapidjson/writer.h>

namespace rangedesk {

namespace {

class RecordWriter
{
public:
    explicit RecordWriter(const TextSink& sink) : m_stream(sink) { m_writer.StartObject(); }

    void field(std::string_view name, std::string_view value)
    {
        if (value.empty())
            return;
        key(name);
        m_writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
    /// @param write the fields of an entry
    template <typename T, typename Write>
    void list(std::string_view name, const std::vector<T>& entries, Write write)
    {
        if (entries.empty())
            return;
        listAsTold(name, entries, true, write);
    }
    /// The same, also of an empty one; where it was not told whole, an empty entry stands for the others.
    template <typename T, typename Write>
    void listAsTold(std::string_view name, const std::vector<T>& entries, bool isWhole, const Write& write)
    {
        key(name);
        m_writer.StartArray();
        for (const T& entry : entries) {
            m_writer.StartObject();
            write(entry);
            m_writer.EndObject();
        }
        if (!isWhole)
            m_writer.Null();
        m_writer.EndArray();
    }
    void end() { m_writer.EndObject(); } // and what is left is told

private:
    void key(std::string_view name)
    {
        m_writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    }

    /// Tells parts of some size, and the last one at the end of the record.
    struct Stream
    {
        using Ch = char;
        static constexpr std::size_t partBytes = 64UL * 1024;

        explicit Stream(const TextSink& to) : sink(to) {}
        void Put(char c)
        {
            part.push_back(c);
            if (part.size() >= partBytes)
                Flush();
        }
        void Flush()
        {
            sink(part);
            part.clear();
        }
        const TextSink& sink;
        std::string part;
    };
    Stream m_stream;
    rapidjson::Writer<Stream> m_writer{m_stream};
};

} // namespace

void writeRecord(const SaleRule& rule, const TextSink& sink)
{
    RecordWriter record(sink);
    record.field("id", rule.id);
    record.field("status", rule.status);
    record.field("create_time", rule.createTime);
    record.field("modify_time", rule.modifyTime);
    record.field("sku_num", rule.skuNum);
    record.field("must_sale_num", rule.mustSaleNum);
    record.field("new_num", rule.newNum);
    record.list("salesRangeCusFields", rule.fields, [&](const RuleField& field) {
        record.field("filter_code", field.filterCode);
        record.field("filter_name", field.filterName);
        record.field("selected_id", field.selectedId);
        record.field("selected_code", field.selectedCode);
        record.field("selected_name", field.selectedName);
    });
    record.list("salesRangeCuss", rule.customers, [&](const RuleCustomer& customer) {
        record.field("cm_id", customer.id);
        record.field("cm_code", customer.code);
        record.field("cm_name", customer.name);
    });
    record.list("salesRangeProducts", rule.products, [&](const RuleProduct& product) {
        record.field("product_id", product.id);
        record.field("product_code", product.code);
        record.field("product_name", product.name);
        record.field("is_must_sale", product.mustSell ? "1" : "0");
        record.field("is_new", product.isNew ? "1" : "0");
        record.field("supply_id", product.supplyId);
        record.field("supply_name", product.supplyName);
    });
    record.end();
}

void writeRecord(const Campaign& campaign, const TextSink& sink)
{
    RecordWriter record(sink);
    record.field("activity_source_code", campaign.sourceCode);
    record.field("activity_code", campaign.code);
    record.field("activity_type_code", campaign.typeCode);
    record.field("activity_type_name", campaign.typeName);
    record.field("activity_name", campaign.name);
    record.field("start_date", campaign.startDate);
    record.field("end_date", campaign.endDate);
    record.field("event_status", campaign.eventStatus);
    record.field("event_information", campaign.eventInformation);
    record.field("register_url", campaign.registerUrl);
    const auto entry = [&](const NamedEntry& one) {
        record.field("id", one.id);
        record.field("code", one.code);
        record.field("name", one.name);
        record.field("source_code", one.sourceCode);
        record.field("merchant_information", one.merchantInformation);
    };
    // None at all is something else than none told.
    if (campaign.hasDepartments || !campaign.departments.empty())
        record.listAsTold("belong_dept", campaign.departments, campaign.hasDepartments, entry);
    record.list("override_customer", campaign.covered, entry);
    record.list("invited_customer", campaign.notified, entry);
    record.list("registered_customer", campaign.registered, entry);
    record.end();
}

void ReplyText::add(const std::string& record)
{
    constexpr std::string_view head = R"({"return_code":"0","response_data":[)";
    if (m_text.empty())
        m_text.reserve(head.size() + record.size() + 2); // mostly all there will be, where it is large
    m_text += m_text.empty() ? head : std::string_view(",");
    m_text += record;
}

std::string ReplyText::take()
{
    if (m_text.empty())
        return R"({"return_code":"0","response_data":[]})";
    m_text += "]}";
    return std::exchange(m_text, {});
}

std::string replyOf(std::span<const std::string> records)
{
    ReplyText reply;
    for (const std::string& record : records)
        reply.add(record);
    return reply.take();
}

} // namespace rangedesk
