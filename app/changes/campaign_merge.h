// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/campaign_wish.h"

namespace rangedesk {

/// A value of a campaign that differs on the server from what an edit began with.
struct MovedValue
{
    enum class Kind : std::uint8_t {
        OnlyThere, ///< the edit leaves it alone: theirs holds
        Alike,     ///< changed on both sides to the same
        Conflict,  ///< changed on both sides: somebody must decide
    };
    Kind kind = Kind::OnlyThere;
    std::optional<CampaignField> field; ///< nothing: the departments
    // As people read them; the base as it was when the edit began.
    QString base;
    QString mine;
    QString theirs;
};

/// What was changed on the server since an edit began, in the order of the fields.
/// @param mine everything that the edit says, changed or not
std::vector<MovedValue> movedValues(const CampaignBase& base, const CampaignWish& mine,
                                    const CampaignBase& now);

} // namespace rangedesk
