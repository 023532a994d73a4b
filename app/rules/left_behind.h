// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rule.h"

#include <QString>
#include <string>
#include <vector>

namespace rangedesk {

/// What a company holds at one moment. The records outlive the comparison.
struct CompanyState
{
    std::vector<const SaleRule*> rules;
    std::vector<const SaleRule*> customerRules;
    std::vector<const Campaign*> campaigns;
};

/// One thing that differs between two moments: a product of a range or customer, a field of a campaign, a
/// registration.
struct Trace
{
    enum class List : std::uint8_t { Ranges, Customers, Campaigns };
    enum class Kind : std::uint8_t { Added, Changed, Removed };
    List list = List::Ranges;
    Kind kind = Kind::Added;
    QString where;    ///< the range, the customer or the campaign
    std::string what; ///< the product, the field or the registered customer
    std::string code;
    QString before; ///< empty where it was not there
    QString after;
};

QString describe(Trace::Kind kind);
QString describe(Trace::List list);

/// What changed between two moments, in the order of lists and places: rules in force alone, what is listed
/// twice counted once, whichever rule of a range lists it.
std::vector<Trace> tracesOf(const CompanyState& before, const CompanyState& after);

} // namespace rangedesk
