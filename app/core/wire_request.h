// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/requests.h"

#include <string>
#include <string_view>
#include <vector>

namespace rangedesk {

/// A parameter as it will stand in the body. Empty texts are left out before this.
struct WireField
{
    std::string name;
    std::string value;
};

/// What will be encoded: the parameters in the order of the vendor's table.
struct WireRequest
{
    Operation operation = Operation::Count;
    std::vector<WireField> fields;
    bool hasProducts = false; ///< operations 7 and 9 always send `sale_products`
    std::vector<std::vector<WireField>> products;

    /// The value of a field, or the empty text.
    std::string_view value(std::string_view name) const;
};

WireRequest toWire(const CampaignEdit& edit);
WireRequest toWire(const Registration& registration);
WireRequest toWire(const CampaignQuery& query);
/// @p operation is GetSaleRangePds or GetSaleRangeCusPds.
WireRequest toWire(Operation operation, const RuleQuery& query);
WireRequest toWire(const RangeChange& change);
WireRequest toWire(const RangeClear& clear);
WireRequest toWire(const CustomerChange& change);
WireRequest toWire(const CustomerClear& clear);

} // namespace rangedesk
