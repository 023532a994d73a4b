// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/decode_list.h"

namespace rangedesk {

namespace {

class CampaignSink : public RecordSink
{
public:
    explicit CampaignSink(std::vector<Campaign>& items) : m_items(items) {}

    /// The names of fields and the escapes are nearly half of a reply, and a campaign stays as long as the
    /// window: what is wanted of it is copied out.
    /// @param most bytes of all values together; no more memory is touched than they have
    TextOwner makeTexts(std::size_t most)
    {
        m_texts = std::make_shared<std::string>();
        m_texts->reserve(most); // so that it never moves
        return m_texts;
    }

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
            *field = kept(value);
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
        if (std::string_view* field = text(*m_entry, name))
            *field = kept(value);
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
    static std::string_view* text(NamedEntry& entry, std::string_view name)
    {
        if (name == "id")
            return &entry.id;
        if (name == "code")
            return &entry.code;
        if (name == "name")
            return &entry.name;
        if (name == "source_code")
            return &entry.sourceCode;
        return name == "merchant_information" ? &entry.merchantInformation : nullptr;
    }
    std::string_view kept(std::string_view value)
    {
        const std::size_t start = m_texts->size();
        m_texts->append(value);
        return std::string_view(*m_texts).substr(start);
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
    std::shared_ptr<std::string> m_texts;
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
