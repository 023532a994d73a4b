// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/campaign_snapshot.h"

namespace rangedesk {

void CampaignSnapshot::take(const CampaignList& list, bool withCustomers)
{
    std::set<std::string> here; // the same campaign may come in several replies of a pass
    for (const Campaign& campaign : list.items) {
        const std::string source(campaign.sourceCode);
        m_byCode[std::string(campaign.code)].insert(source);
        if (withCustomers) {
            for (const auto* customers : {&campaign.covered, &campaign.notified, &campaign.registered}) {
                for (const NamedEntry& customer : *customers)
                    learn(customer);
            }
        }
        if (source.empty())
            continue;
        if (!here.insert(source).second)
            m_twice[source] = m_pass;
        KnownCampaign known{std::make_shared<const CampaignBase>(CampaignBase::of(campaign)), m_pass, {}};
        for (const NamedEntry& customer : campaign.registered) {
            if (!withCustomers)
                break;
            const std::uint32_t digest = digestOf(customer.merchantInformation);
            // One without an id is known by its code, else by its name.
            std::string key = !customer.id.empty()     ? "id=" + std::string(customer.id)
                              : !customer.code.empty() ? "code=" + std::string(customer.code)
                                                       : "name=" + std::string(customer.name);
            known.registered.try_emplace(std::move(key), RegisteredEntry{digest, {}})
                .first->second.add(digest);
        }
        m_campaigns[source] = std::move(known);
    }
}

void CampaignSnapshot::learn(const NamedEntry& customer)
{
    if (customer.id.empty())
        return;
    const std::string id(customer.id);
    // Every field is optional: one list may tell what another leaves out.
    Snapshot::Label& label = m_customers[id];
    if (!customer.code.empty() && label.code != customer.code) {
        label.code = customer.code;
        m_customersByCode[label.code].insert(id);
    }
    if (!customer.name.empty() && label.name != customer.name) {
        label.name = customer.name;
        m_customersByName[label.name].insert(id);
    }
}

bool CampaignSnapshot::isFresh(const std::string& sourceCode) const
{
    if (m_completePass == m_pass)
        return true;
    const auto asked = m_asked.find(sourceCode);
    return asked != m_asked.end() && asked->second == m_pass;
}

const KnownCampaign* CampaignSnapshot::find(const std::string& sourceCode) const
{
    const auto found = m_campaigns.find(sourceCode);
    if (found == m_campaigns.end() || (isFresh(sourceCode) && found->second.pass != m_pass))
        return nullptr;
    return &found->second;
}

bool CampaignSnapshot::isTwice(const std::string& sourceCode) const
{
    const auto found = m_twice.find(sourceCode);
    return found != m_twice.end() && found->second == m_pass;
}

std::set<std::string> CampaignSnapshot::sourceCodesOf(const std::string& code) const
{
    const auto found = m_byCode.find(code);
    return found == m_byCode.end() ? std::set<std::string>() : found->second;
}

const CampaignSnapshot::Ids& CampaignSnapshot::customerIds(SelectBy by, const std::string& value) const
{
    static const Ids none;
    const auto& map = by == SelectBy::Code ? m_customersByCode : m_customersByName;
    const auto found = map.find(value);
    return found == map.end() ? none : found->second;
}

const Snapshot::Label* CampaignSnapshot::customerLabel(const std::string& id) const
{
    const auto found = m_customers.find(id);
    return found == m_customers.end() ? nullptr : &found->second;
}

} // namespace rangedesk
