// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/campaign_wish.h"
#include "changes/snapshot.h"

#include <algorithm>
#include <map>
#include <set>

namespace rangedesk {

/// How a customer is registered for a campaign.
struct RegisteredEntry
{
    std::uint32_t digest = 0;          ///< of the merchant information
    std::vector<std::uint32_t> others; ///< where it is listed several times, with different information

    void add(std::uint32_t one)
    {
        if (!holds(one))
            others.push_back(one);
    }
    bool holds(std::uint32_t one) const
    {
        return one == digest || std::find(others.begin(), others.end(), one) != others.end();
    }
};

/// A campaign as read last.
struct KnownCampaign
{
    std::shared_ptr<const CampaignBase> base;
    std::uint32_t pass = 0;
    /// By "id=…"; those without an id by "code=…" or "name=…".
    std::map<std::string, RegisteredEntry, std::less<>> registered;
};

/// What has been read of campaigns, by external id; of registered customers only where they are asked for.
class CampaignSnapshot
{
public:
    void beginPass() { ++m_pass; }
    /// Takes what a query returned. @param withCustomers the registered ones and everybody's names
    void take(const CampaignList& list, bool withCustomers);
    /// The external id was asked for: what did not come is not there.
    void completeOne(const std::string& sourceCode) { m_asked[sourceCode] = m_pass; }
    /// Everything there is came.
    void completePass() { m_completePass = m_pass; }
    /// The external id is shown as it is now.
    bool isFresh(const std::string& sourceCode) const;

    /// nullptr where there is none, or where it is gone.
    const KnownCampaign* find(const std::string& sourceCode) const;
    bool isTwice(const std::string& sourceCode) const;
    /// External ids of the campaigns with a code; empty ones for those without.
    std::set<std::string> sourceCodesOf(const std::string& code) const;

    using Ids = Snapshot::Ids;
    const Ids& customerIds(SelectBy by, const std::string& value) const;
    const Snapshot::Label* customerLabel(const std::string& id) const;

private:
    void learn(const NamedEntry& customer);

    std::uint32_t m_pass = 0;
    std::uint32_t m_completePass = 0;
    std::map<std::string, KnownCampaign, std::less<>> m_campaigns;
    std::map<std::string, std::uint32_t> m_twice; ///< pass in which an external id came twice
    std::map<std::string, std::uint32_t> m_asked;
    std::map<std::string, std::set<std::string>> m_byCode;
    std::unordered_map<std::string, Snapshot::Label> m_customers;
    std::unordered_map<std::string, Ids> m_customersByCode;
    std::unordered_map<std::string, Ids> m_customersByName;
};

} // namespace rangedesk
