// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/decode_list.h"

namespace rangedesk {

namespace {

class CampaignSink : public RecordSink
{
public:
    explicit CampaignSink(std::vector<Campaign>& items) : m_items(items) {}

    void beginRecord() override
    {
        m_items.emplace_back();
        m_items.back().hasDepartments = false; // until it tells them
    }
    bool recordField(std::string_view name, std::string_view value) override
    {
        if (list(name) != nullptr) {
            beginList(name);
            return value.empty(); // "" stands for an empty list (api.md 5)
        }
        if (std::string_view* field = text(name))
            *field = value;
        return true;
    }
    void beginList(std::string_view name) override
    {
        if (name == departments)
            m_items.back().hasDepartments = true;
    }
    void emptyEntry(std::string_view name) override
    {
        if (name == departments) // there is one more than the reply names
            m_items.back().hasDepartments = false;
    }
    void beginEntry(std::string_view name) override
    {
        std::vector<NamedEntry>* entries = list(name);
        m_entry = entries != nullptr ? &entries->emplace_back() : nullptr;
    }
    void entryField(std::string_view name, std::string_view value) override
    {
        if (m_entry == nullptr)
            return;
        if (name == "id")
            m_entry->id = value;
        else if (name == "code")
            m_entry->code = value;
        else if (name == "name")
            m_entry->name = value;
        else if (name == "source_code")
            m_entry->sourceCode = value;
        else if (name == "merchant_information")
            m_entry->merchantInformation = value;
    }
    bool endRecord() override { return true; }

private:
    static constexpr std::string_view departments = "belong_dept";

    std::vector<NamedEntry>* list(std::string_view name)
    {
        Campaign& campaign = m_items.back();
        if (name == departments)
            return &campaign.departments;
        if (name == "override_customer")
            return &campaign.covered;
        if (name == "invited_customer")
            return &campaign.notified;
        return name == "registered_customer" ? &campaign.registered : nullptr;
    }
    std::string_view* text(std::string_view name)
    {
        Campaign& campaign = m_items.back();
        const std::pair<std::string_view, std::string_view*> fields[] = {
            {"activity_source_code", &campaign.sourceCode},
            {"activity_code", &campaign.code},
            {"activity_type_code", &campaign.typeCode},
            {"activity_type_name", &campaign.typeName},
            {"activity_name", &campaign.name},
            {"start_date", &campaign.startDate},
            {"end_date", &campaign.endDate},
            {"event_status", &campaign.eventStatus},
            {"event_information", &campaign.eventInformation},
            {"register_url", &campaign.registerUrl},
        };
        for (const auto& [fieldName, field] : fields) {
            if (fieldName == name)
                return field;
        }
        return nullptr;
    }

    std::vector<Campaign>& m_items;
    NamedEntry* m_entry = nullptr;
};

} // namespace

Result<CampaignList> decodeCampaigns(std::string body, std::string_view msgId)
{
    return decodeList<CampaignSink, Campaign>(Operation::QueryCampaign, std::move(body), msgId);
}

Result<Envelope> decodeWriteReply(Operation operation, std::string body, std::string_view msgId)
{
    return checkedEnvelope(operation, readReply(operation, body, nullptr), msgId);
}

} // namespace rangedesk
