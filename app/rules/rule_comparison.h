// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dimension.h"
#include "core/rule.h"

#include <vector>

// Conditions and products of rules in a form in which two rules can be compared.
namespace rangedesk {

/// A product of a rule for one supplier, or for all of them, with all its entries as one.
struct ListedProduct
{
    const RuleProduct* first = nullptr;
    std::string_view supplier; ///< empty: every supplier
    bool mustSell = false;     ///< by any of the entries
    bool isNew = false;
    bool allMustSell = false; ///< by each of them
    bool allNew = false;
    int times = 1;

    bool isConflicting() const { return mustSell != allMustSell || isNew != allNew; }
};

/// One condition of a rule.
struct ConditionPart
{
    Dimension dimension;
    std::vector<std::string_view> values; ///< ids, sorted

    bool operator==(const ConditionPart&) const = default;
};

/// Sorted by dimension. Empty: the rule cannot be compared with others.
using ConditionParts = std::vector<ConditionPart>;

/// By id, then supplier.
using ListedProducts = std::vector<ListedProduct>;

ListedProducts listedProducts(const SaleRule& rule);
ConditionParts conditionParts(const SaleRule& rule);
/// The customers of a rule of operation 6 as one condition: who has it, by id. Its dimension means nothing.
ConditionParts customerParts(const SaleRule& rule);
/// Whoever fits @p narrow fits @p wide.
bool isWithin(const ConditionParts& narrow, const ConditionParts& wide);
/// Each value that @p target names is one of @p other, which may have more.
bool holdsAll(const ConditionParts& other, const ConditionParts& target);
/// All of @p narrow stands in @p wide, for the same suppliers or all, with nothing less demanded. Where
/// entries of @p wide contradict, only what all of them say is sure.
bool isCovered(const ListedProducts& narrow, const ListedProducts& wide);
/// Those that both list for one supplier, or for all, and whose flags are not the same; each once.
std::vector<const RuleProduct*> contradicting(const ListedProducts& one, const ListedProducts& other);
/// Those that @p wide makes must-sell for sure, and @p narrow does not.
std::vector<const RuleProduct*> overruledProducts(const ListedProducts& narrow, const ListedProducts& wide);

} // namespace rangedesk
