// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue_entry.h"
#include "demo/demo_data.h"
#include "session/reading_keeper.h"

#include <set>

namespace rangedesk {

/// What is known of a company.
struct KnownCompany
{
    std::vector<std::pair<EntryKind, CatalogueEntry>> entries;
    std::vector<ListItem<SaleRule>> rules;
    std::vector<ListItem<SaleRule>> customerRules;
    std::vector<ListItem<Campaign>> campaigns;
    EnabledDimensions enabled; ///< nothing: all are taken for enabled

    bool isEmpty() const
    {
        return entries.empty() && rules.empty() && customerRules.empty() && campaigns.empty();
    }
};

/// The company as the demo server plays it: its values, products and customers by their own ids, its rules
/// as they were told, with what nothing can be known of (entry ids, times of campaigns) made up.
demo::DemoData companyOf(const KnownCompany& known);

} // namespace rangedesk
