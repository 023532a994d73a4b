// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/range_target.h"

#include <span>

// What is odd about the rules of a company, and what the API can do about it. Nothing here is wrong for sure:
// each finding says what it saw, and stands on what the lists told.
namespace rangedesk {

enum class HealthProblem : std::uint8_t {
    SameConditions, ///< two rules in force with one condition: no request can tell them apart
    AddsNothing,    ///< narrower than another rule that lists the same products, and demands no more of them
    Overruled,      ///< narrower than another rule that makes a product must-sell; this one says it is not
    FlagsDiffer,    ///< one product listed twice with different flags
    Repeats,        ///< one product listed twice alike
    CountDiffers,   ///< the server counts more or fewer products than it lists
    Empty,          ///< lists no product
    NotEnabled,     ///< a condition of a dimension that is not enabled, or is unknown
    Count
};

/// What can be proposed as changes of the API.
enum class HealthRemedy : std::uint8_t {
    None,  ///< nothing that a request could do; the words say why
    Clear, ///< the rule is cleared
    Flags, ///< the products concerned get the flags that stand in HealthFinding::products
};

struct HealthProduct
{
    const RuleProduct* listed = nullptr; ///< first in the rule
    bool mustSell = false;               ///< as proposed
    bool isNew = false;
};

/// Rules are named by their place among those that were looked at.
struct HealthFinding
{
    HealthProblem problem = HealthProblem::Empty;
    HealthRemedy remedy = HealthRemedy::None;
    std::uint32_t rule = 0;
    std::optional<std::uint32_t> other;    ///< the rule it was compared with
    std::vector<HealthProduct> products{}; ///< concerned, each once
    std::int64_t counted = 0;              ///< the products of the rule, by the server
    std::int64_t listed = 0;               ///< and those it lists, each once
};

/// Deleted rules are passed over. Rules are compared with one another where both are by condition: a rule is
/// narrower where each condition of the other is one of its own, with the same values or fewer. What is
/// proposed for AddsNothing and Overruled stands on RulePolicy::Union, which whoever shows it has to say.
/// Nothing is proposed for a rule that no request can name, nor for a clearing that would take another rule
/// of the same conditions along.
/// @param rules of operation 5, or 6 (@p ofCustomers); they must outlive the findings
/// @param enabled nothing: it is not known which dimensions are
/// @returns by rule, the order of problems within
std::vector<HealthFinding> checkHealth(std::span<const SaleRule* const> rules, bool ofCustomers,
                                       const EnabledSet& enabled);

/// The problem in a few words, for a table and a filter.
QString describe(HealthProblem problem);
/// What was seen and why it matters, in a sentence.
QString explained(const HealthFinding& finding);
/// What is proposed, or why nothing is.
QString proposal(const HealthFinding& finding);

} // namespace rangedesk
