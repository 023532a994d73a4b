// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/campaign_comparison.h"

#include "registrations/customer_keys.h"

#include <algorithm>

namespace rangedesk {

CampaignComparison::CampaignComparison(std::vector<Member> members, const std::atomic<bool>* abandon)
    : m_members(std::move(members))
{
    CustomerKeys keys;
    std::vector<const std::vector<NamedEntry>*> all;
    for (const Member& member : m_members) {
        for (const auto* entries :
             {&member.campaign->registered, &member.campaign->notified, &member.campaign->covered})
            all.push_back(entries);
    }
    keys.add(all);
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const Campaign& campaign = *m_members[i].campaign;
        for (const auto& [entries, list] : {std::pair{&campaign.registered, Registered},
                                            {&campaign.notified, Notified},
                                            {&campaign.covered, Covered}}) {
            if (abandon != nullptr && *abandon)
                return;
            for (const NamedEntry& entry : *entries) {
                const auto [place, isNew] = places.emplace(keys.keyOf(entry), m_customers.size());
                if (isNew)
                    m_customers.push_back({entry.id, entry.code, entry.name});
                Customer& customer = m_customers[place->second];
                if (customer.name.empty())
                    customer.name = entry.name;
                if (customer.code.empty())
                    customer.code = entry.code;
                if (customer.id.empty())
                    customer.id = entry.id;
                customer.lists.at(i) = static_cast<std::uint8_t>(customer.lists.at(i) | list);
            }
        }
    }
    for (Customer& customer : m_customers) {
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            ReviewFigures& figures = m_figures.at(i);
            const std::uint8_t lists = customer.lists.at(i);
            figures.covered += (lists & Covered) != 0 ? 1 : 0;
            figures.notified += (lists & Notified) != 0 ? 1 : 0;
            figures.registered += (lists & Registered) != 0 ? 1 : 0;
            figures.overlaps.at(lists) += lists != 0 ? 1 : 0;
            customer.registeredIn =
                static_cast<std::uint8_t>(customer.registeredIn + ((lists & Registered) != 0 ? 1 : 0));
        }
        ++m_registeredIn.at(customer.registeredIn);
    }
    std::stable_sort(m_customers.begin(), m_customers.end(),
                     [](const Customer& a, const Customer& b) { return a.registeredIn > b.registeredIn; });
}

} // namespace rangedesk
