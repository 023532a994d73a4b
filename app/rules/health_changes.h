// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/change_rows.h"
#include "rules/health.h"

#include <array>
#include <unordered_map>

namespace rangedesk {

/// By id, the flags that products of one rule are to get.
using ProposedFlags = std::unordered_map<std::string_view, HealthProduct>;
/// Several findings of one rule may speak of the same product: what each asks for holds.
void addFlags(ProposedFlags& flags, const HealthFinding& finding);

/// What findings propose, as rows of a change set with what the server held when it was read. Rows view into
/// the rest.
struct HealthChanges
{
    std::vector<RangeTarget> targets;
    std::vector<std::array<TypedCell, 2>> products; ///< id and name
    std::vector<ChangeRow> rows;
};

/// @param rules that were looked at. @param findings of them, those that are chosen
/// @param remedy Flags or Clear: each is a change set of its own
HealthChanges changesOf(std::span<const SaleRule* const> rules, const std::vector<HealthFinding>& findings,
                        HealthRemedy remedy, bool ofCustomers);

} // namespace rangedesk
