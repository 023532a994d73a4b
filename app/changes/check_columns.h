// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"

namespace rangedesk {

/// A column that takes part in naming a target or a product.
struct NamingColumn
{
    std::int16_t column;
    ColumnRole role;
    int limit; ///< characters, from the vendor's table; 0 for none
};

/// A column that says something about a campaign.
struct CampaignColumn
{
    std::int16_t column;
    CampaignField field;
};

/// What the columns of a sheet are used for; -1 where there is none.
struct CheckColumns
{
    std::vector<NamingColumn> target;  ///< in the order of dimensions, and of preference within one
    std::vector<NamingColumn> product; ///< in sheets of registrations the customer
    std::vector<CampaignColumn> campaign;
    std::vector<NamingColumn> departments; ///< of campaigns
    std::int16_t time = -1;
    std::int16_t information = -1;
    std::vector<std::int16_t> unknown; ///< neither known nor ignored
    std::int16_t mustSell = -1;
    std::int16_t isNew = -1;
    std::int16_t operation = -1;
    std::int16_t expected = -1;
    std::vector<std::int16_t> used; ///< all that say something
};

/// The kind that the headings of a sheet are of, where they tell it.
std::optional<ChangeKind> likelyKind(const Sheet& sheet);

/// Gives headings that mean one thing in one kind of sheet and another in the next the meaning of this kind:
/// type_code is the campaign's type in operation 1, the customer's in operation 7.
void adoptKind(Sheet& sheet, ChangeKind kind);

/// Sorts the columns of a batch's sheet. Input where the sheet is another kind's, a result file of ours, or
/// lacks what names its targets or products.
Result<CheckColumns> planColumns(const Batch& batch);

} // namespace rangedesk
