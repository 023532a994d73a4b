// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/customer_match.h"
#include "rules/range_edits.h"

// Which customers of the catalogue may sell a product, and what edits that wait would change for them. The
// same assumptions as `explain`, for all customers at once.
namespace rangedesk {

/// A rule with the edits that wait for it. A draft is a range that is here only.
struct EditedRule
{
    const SaleRule* rule = nullptr;
    const RangeEdits::Target* edits = nullptr;
    bool isDraft = false;
    bool isCleared = false; ///< it is to be cleared, once others took its place
};

struct ReachQuestion
{
    std::shared_ptr<const Catalogue> catalogue;
    std::vector<EditedRule> rules;    ///< of operation 5
    std::vector<EditedRule> ownRules; ///< of operation 6
    RulePolicy policy = RulePolicy::Union;
    /// What names the product that is asked for; empty: those that the edits name, or that are cleared.
    std::string product = {};
    const std::atomic<bool>* abandon = nullptr;
    SelectBy productBy = SelectBy::Id;
};

/// What was asked for of one customer, in numbers of products.
struct CustomerReach
{
    std::uint32_t customer = 0; ///< entry of the catalogue
    std::uint32_t now = 0;      ///< may be sold now
    std::uint32_t after = 0;    ///< once the edits were posted
    std::uint32_t gained = 0;
    std::uint32_t lost = 0;
    std::uint32_t flagged = 0; ///< may be sold before and after, with other flags
    /// A rule that lists one of the products asks for what the customer lacks: the answer may be too small.
    bool isUnsure = false;

    bool isChanged() const { return gained + lost + flagged > 0; }
};

/// One product of one customer.
struct ProductReach
{
    std::uint32_t product = 0; ///< index in `products`
    Sellable now;
    Sellable after;
};

/// Works it out once, and answers for single customers after that. What the question refers to must outlive
/// it.
class Reach
{
public:
    struct Product
    {
        std::string id; ///< or what else it is named by
        std::string code;
        std::string name;
        std::uint32_t gainedBy = 0; ///< customers
        std::uint32_t lostBy = 0;
    };

    /// Takes a while for many customers: call it in a worker.
    explicit Reach(ReachQuestion question);

    const ReachQuestion& question() const { return m_question; }
    const std::vector<Product>& products() const { return m_products; }
    /// Every customer of the catalogue, in its order.
    const std::vector<CustomerReach>& customers() const { return m_customers; }
    /// Each product that the customer may sell now or would after.
    std::vector<ProductReach> of(std::uint32_t customer) const;

private:
    /// What a rule says of the products that are asked for.
    struct Listing
    {
        std::uint32_t product;
        Sellable now;
        Sellable after;
    };
    struct Rule
    {
        const SaleRule* rule = nullptr;
        bool isNow = false;   ///< in force
        bool isAfter = false; ///< in force once the edits were posted
        std::vector<CustomerMatch::Condition> conditions = {};
        std::vector<Listing> listings = {};
    };
    struct Found;

    bool isAbandoned() const { return m_question.abandon != nullptr && *m_question.abandon; }
    void addEditedProducts(const EditedRule& rule);
    void addProduct(const std::string& id, std::string_view code, std::string_view name);
    std::string productId(SelectBy by, const std::string& value) const;
    std::string productId(const ProductEdit& edit, const SaleRule& rule) const;
    std::optional<Rule> ruleOf(const EditedRule& rule) const;
    void addRule(const EditedRule& rule);
    void addAllOwn();
    void addOwn(const EditedRule& rule, const std::map<std::string, std::uint32_t>& named);
    CustomerReach count(std::uint32_t customer, Found& found);
    void look(std::uint32_t customer, Found& found) const;

    ReachQuestion m_question;
    CustomerMatch m_match;
    std::vector<Product> m_products;
    std::unordered_map<std::string, std::uint32_t> m_numbers; ///< of products, by id
    std::vector<Rule> m_rules;
    /// Rules whose first condition a value fits, by dimension and number of the value.
    std::array<std::vector<std::vector<std::uint32_t>>, dimensionCount> m_byFirst;
    std::unordered_map<std::uint32_t, std::vector<Rule>> m_own; ///< by customer
    std::set<std::size_t> m_asked; ///< dimensions of rules that list a product, or may outrank those
    bool m_asksForUnknown = false; ///< such a rule has a condition of a kind that is not known here
    mutable std::unordered_map<std::string, std::string> m_ids; ///< of products that are named otherwise
    std::vector<CustomerReach> m_customers;
};

} // namespace rangedesk
