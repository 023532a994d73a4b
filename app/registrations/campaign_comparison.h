// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registrations/review_list.h"

namespace rangedesk {

/// So many campaigns can stand side by side.
inline constexpr std::size_t mostCompared = 6;

/// The customers of several campaigns, each once, with the lists it stands in of every campaign. A customer
/// is the same as `CustomerKeys` tells.
class CampaignComparison
{
public:
    struct Member
    {
        TextOwner text;
        std::shared_ptr<const Campaign> campaign;
    };
    /// Texts are views into the members' replies.
    struct Customer
    {
        std::string_view id;
        std::string_view code;
        std::string_view name;
        std::array<std::uint8_t, mostCompared> lists{}; ///< of CampaignLists, by campaign
        std::uint8_t registeredIn = 0;                  ///< so many campaigns
    };

    /// @pre 2 to mostCompared members. Returns early, with any result, once @p abandon is set.
    explicit CampaignComparison(std::vector<Member> members, const std::atomic<bool>* abandon = nullptr);

    std::size_t campaignCount() const { return m_members.size(); }
    const Campaign& campaign(std::size_t index) const { return *m_members[index].campaign; }
    /// Each customer once; `overlaps` is by the lists of this campaign.
    const ReviewFigures& figures(std::size_t index) const { return m_figures.at(index); }
    std::size_t size() const { return m_customers.size(); }
    const Customer& at(std::uint32_t row) const { return m_customers[row]; }
    /// Customers that registered for so many of the campaigns, exactly; from 0 on.
    const std::array<std::size_t, mostCompared + 1>& registeredIn() const { return m_registeredIn; }

private:
    std::vector<Member> m_members;
    std::vector<Customer> m_customers; ///< those that registered most first, else as the campaigns list them
    std::array<ReviewFigures, mostCompared> m_figures{};
    std::array<std::size_t, mostCompared + 1> m_registeredIn{};
};

} // namespace rangedesk
