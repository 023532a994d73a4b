// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dimension.h"
#include "core/rule.h"

#include <QString>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

// What a customer may sell, and why. The vendor's pages do not say how rules combine: every answer stands on
// a policy, which is an assumption that a person chooses.
namespace rangedesk {

enum class RulePolicy : std::uint8_t {
    Union,            ///< any rule that fits grants its products
    CustomerReplaces, ///< where a customer has rules of their own, only these
    MostSpecific,     ///< only the rules with the most conditions; a customer's own beat all others
    Count
};

/// The policy in a few words, for a choice.
QString describe(RulePolicy policy);
/// All that an answer takes for granted, for a place beside it: the policy, and that a department does not
/// contain its sub-departments.
QString assumption(RulePolicy policy);

/// How a customer stands to a product.
struct Sellable
{
    bool may = false;
    bool mustSell = false;
    bool isNew = false;

    bool operator==(const Sellable&) const = default;
};

/// What is known of a customer, or of one that is thought up. A dimension that is missing is not filled.
struct CustomerFacts
{
    std::string id; ///< empty: thought up
    /// By which a value may be named: id, code, name.
    std::map<Dimension, std::set<std::string>> values;
};

enum class ConditionFit : std::uint8_t { Yes, No, NotFilled };

/// Each id, code and name by which a condition may mean one of its values. A name and a code are cut at
/// commas only where there are several ids, and as many: one value may hold a comma in its name.
std::vector<std::string_view> namesOf(const RuleField& field);

/// A condition of a rule against a customer. A department does not contain its sub-departments: the API does
/// not tell which these are.
ConditionFit conditionFits(const RuleField& field, const CustomerFacts& customer);

/// A rule that lists a product, and which of its conditions do not fit.
struct RuleReason
{
    const SaleRule* rule = nullptr;
    bool isOwn = false; ///< of the customer
    std::vector<const RuleField*> unmet;
    int notFilled = 0; ///< of the unmet

    /// Nothing speaks against it but attributes that are not filled: it may be for this customer.
    bool isOpen() const
    {
        return notFilled > 0 && static_cast<std::size_t>(notFilled) == unmet.size() && !rule->isDeleted();
    }
};

struct ProductAnswer
{
    std::string_view id;
    std::string_view code;
    std::string_view name;
    bool canSell = false;
    bool mustSell = false;
    bool isNew = false;
    /// What is not filled may turn the answer: a rule that is open would grant it, or outrank those that do.
    bool isUnsure = false;
    std::set<std::string_view> suppliers; ///< empty: every supplier
    std::vector<RuleReason> granting;     ///< where it may be sold
    std::vector<RuleReason> missed;       ///< else: rules that list it; those that are open, then the nearest

    /// May be sold, whatever the attributes are that are not filled.
    bool surelyCanSell() const { return canSell && !isUnsure; }
    bool surelyCannot() const { return !canSell && !isUnsure; }
    Sellable sellable() const { return canSell ? Sellable{true, mustSell, isNew} : Sellable{}; }
};

struct Explanation
{
    std::vector<ProductAnswer>
        products; ///< those that may be sold, those that are not sure, the others: by code
    std::size_t canSell = 0;
    std::size_t unsureCanSell = 0; ///< of those, what an open rule may outrank
    std::size_t unsure = 0;        ///< of all products
    std::size_t mustSell = 0;
    std::size_t isNew = 0;
    std::size_t limited = 0;  ///< to suppliers
    std::size_t rules = 0;    ///< of conditions that grant something
    std::size_t ownRules = 0; ///< of the customer
    /// Those rules of conditions: what they list the customer may sell. The most conditions first.
    std::vector<const SaleRule*> granting;
    std::size_t openRules = 0;     ///< that only ask for what is not filled
    std::set<Dimension> notFilled; ///< what those ask for
};

/// @param rules of operation 5; @param ownRules of operation 6, of any customers. Both must outlive the
/// answer.
Explanation explain(const CustomerFacts& customer, std::span<const SaleRule* const> rules,
                    std::span<const SaleRule* const> ownRules, RulePolicy policy);

} // namespace rangedesk
