// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/explain.h"
#include "rules/range_target.h"

#include <atomic>
#include <span>

// What is odd about the rules of a company, and what the API can do about it. Nothing here is wrong for sure:
// each finding says what it saw, and stands on what the lists told.
namespace rangedesk {

enum class HealthProblem : std::uint8_t {
    SameConditions, ///< two rules in force with one condition, or of the same customers: no request can tell
                    ///< them apart
    AddsNothing,    ///< narrower than another rule that lists the same products, and demands no more of them
    Overruled,      ///< narrower than another rule that makes a product must-sell; this one says it is not
    FlagsDiffer,    ///< one product listed more than once for one supplier, with different flags
    Repeats,        ///< the same, alike
    CountDiffers,   ///< the server counts more or fewer products than it lists, or of those with a flag
    Empty,          ///< lists no product
    NotEnabled,     ///< a condition of a dimension that is not enabled, or is unknown
    Count
};

/// What can be proposed as changes of the API.
enum class HealthRemedy : std::uint8_t {
    None,  ///< nothing that a request could do for sure; HealthFinding::why
    Clear, ///< the rule is cleared
    Flags, ///< the products concerned get the flags that stand in HealthFinding::products
};

/// Why nothing is proposed where something could be.
enum class HealthWhy : std::uint8_t {
    Nothing,    ///< the problem itself says it
    NotNamed,   ///< no request can name this rule, and it alone
    Neighbours, ///< a clearing may take other rules along, which hold the conditions of this one, too
    NotSure,    ///< the server did not say that there is nothing else in the rule
    Cleared,    ///< it is proposed to clear the rule
    Suppliers   ///< a product is limited to a supplier, which no request can name
};

struct HealthProduct
{
    const RuleProduct* listed = nullptr; ///< first in the rule
    bool mustSell = false;               ///< as proposed
    std::optional<bool> isNew = {};      ///< as proposed; nothing: as it is
};

/// A number of the server's, and what its list says.
struct HealthCount
{
    std::int64_t counted = 0;
    std::int64_t listed = 0;

    bool operator==(const HealthCount&) const = default;
};

/// Rules are named by their place among those that were looked at.
struct HealthFinding
{
    HealthProblem problem = HealthProblem::Empty;
    HealthRemedy remedy = HealthRemedy::None;
    HealthWhy why = HealthWhy::Nothing;
    std::uint32_t rule = 0;
    std::optional<std::uint32_t> other = {};  ///< the rule it was compared with
    std::vector<HealthProduct> products = {}; ///< concerned, each once, by id
    std::int64_t counted = 0;                 ///< the products of the rule, by the server
    std::int64_t listed = 0;                  ///< and those it lists, each once
    bool ofCustomers = false;                 ///< the rules are of operation 6
    bool allDiffer = false;                   ///< `counted` and `listed` do not fit
    std::optional<HealthCount> mustSell = {}; ///< where these do not fit
    std::optional<HealthCount> isNew = {};
};

struct HealthQuestion
{
    bool ofCustomers = false; ///< the rules are of operation 6
    EnabledSet enabled = {};  ///< nothing: it is not known which dimensions are
    /// How rules combine. Only where any rule that fits grants its products, AddsNothing and Overruled are
    /// looked for: where the most conditions win, a narrower rule always has an effect.
    RulePolicy policy = RulePolicy::Union;
    const std::atomic<bool>* abandon = nullptr; ///< set by who does not want the answer any more
};

/// Deleted rules are passed over. A rule is narrower than another where each condition of the other is one of
/// its own, with the same values or fewer; a customer's rule, where all its customers have the other, too. Of
/// rules that cannot be told apart by conditions so many are compared that it stays fast; the rest goes
/// without a finding, never without a doubt about a clearing.
/// @param rules each once, as last read; they must outlive the findings
/// @returns by rule, the order of problems within
std::vector<HealthFinding> checkHealth(std::span<const SaleRule* const> rules,
                                       const HealthQuestion& question);

/// The problem in a few words, for a table and a filter.
QString describe(HealthProblem problem);
/// What was seen and why it matters, in a sentence.
QString explained(const HealthFinding& finding);
/// What is proposed, or why nothing is.
QString proposal(const HealthFinding& finding);

} // namespace rangedesk
