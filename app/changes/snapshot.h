// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/change_kind.h"
#include "core/rule.h"
#include "core/selector.h"

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace rangedesk {

class CampaignSnapshot;
class CatalogueNews;

/// One rule as last read. A customer rule is kept once a customer (decisions 11).
struct SnapshotRule
{
    TextOwner owner;
    std::shared_ptr<const SaleRule> rule;
    std::string customer; ///< id of the customer; empty for ranges
    std::uint32_t pass = 0;
};

/// What has been read from the server, newest reading first wins, and the lookups that comparing needs.
/// Read in passes: `beginPass`, `add` …, perhaps `completePass`, then `index`.
class Snapshot
{
public:
    explicit Snapshot(ChangeKind kind);
    ~Snapshot();
    Snapshot(Snapshot&&) noexcept;
    Snapshot& operator=(Snapshot&&) noexcept;

    /// Campaigns, for the kinds that are of them.
    CampaignSnapshot& campaigns() { return *m_campaigns; }
    const CampaignSnapshot& campaigns() const { return *m_campaigns; }

    void beginPass() { ++m_pass; }
    /// Takes a page. @p asked is the customer that was asked for, for operation 6.
    /// @returns how many rules were not met before in this pass.
    std::size_t add(RuleList page, const std::optional<CustomerSelector>& asked = {});
    /// Everything there is was read in this pass: what was not met is not there.
    void completePass() { m_completePass = m_pass; }
    /// One customer was asked for and answered completely in this pass.
    void completeCustomer(const CustomerSelector& asked);
    /// Rebuilds the lookups; call it after the pages of a pass.
    void index();

    bool isComplete() const { return m_completePass == m_pass; }
    std::uint32_t pass() const { return m_pass; }
    /// A rule in force came without its customers: reading without a customer is of no use.
    bool lacksCustomers() const { return m_lacksCustomers; }

    // --- values of dimensions ---

    using Ids = std::set<std::string, std::less<>>;
    /// Ids with this code or name within a dimension, from every condition read.
    const Ids& valueIds(Dimension dimension, SelectBy by, std::string_view value) const;
    /// Code and name of an id; nullptr where it was never read.
    struct Label
    {
        std::string code;
        std::string name;
    };
    const Label* valueLabel(Dimension dimension, std::string_view id) const;

    // --- products and customers ---

    const Ids& productIds(std::string_view code) const;
    /// Code of a product id; nullptr where it was never read.
    const std::string* productCode(std::string_view id) const;
    /// Name of a product id; nullptr where it was never read.
    const std::string* productName(std::string_view id) const;
    const Ids& customerIds(SelectBy by, std::string_view value) const;
    const Label* customerLabel(std::string_view id) const;
    /// What asking for this very customer answered, in any pass: ids of customers with rules.
    const Ids* askedCustomer(const CustomerSelector& asked) const;

    /// The key of a customer that is known only as it was asked for.
    static std::string askedKey(const CustomerSelector& asked);

    // --- rules ---

    /// Rules in force of a range (by `rangeKey`) or of a customer (by id).
    const std::vector<const SnapshotRule*>& rulesOf(const std::string& key) const;
    /// Whether the absence, or the state, of the rules of @p key is known from this pass.
    bool isFresh(const std::string& key) const;
    /// How many customers a rule was seen for.
    std::size_t customersOf(std::string_view ruleId) const;

    /// Every range rule in force that was read last, also those whose condition no row can name.
    const std::vector<const SnapshotRule*>& rangesInForce() const { return m_rangesInForce; }

    /// Adds all that the rules tell of products, customers and values.
    void tell(CatalogueNews& news) const;

    /// Adds the other customers that share a rule with the customer of @p key.
    void collectSharers(const std::string& key, std::set<std::string>& customers) const;

private:
    template <typename T> using ByText = std::unordered_map<std::string, T>;

    void learnValues(const SaleRule& rule);
    std::optional<std::string> rangeKeyOf(const SaleRule& rule) const;

    ChangeKind m_kind;
    std::unique_ptr<CampaignSnapshot> m_campaigns;
    std::uint32_t m_pass = 0;
    std::uint32_t m_completePass = 0;
    bool m_lacksCustomers = false;
    ByText<SnapshotRule> m_rules; ///< by rule id and customer
    std::array<ByText<Label>, dimensionCount> m_values;
    std::array<ByText<Ids>, dimensionCount> m_valuesByCode;
    std::array<ByText<Ids>, dimensionCount> m_valuesByName;
    ByText<Label> m_products; ///< by id
    ByText<Ids> m_productsByCode;
    ByText<Label> m_customers;
    ByText<Ids> m_customersByCode;
    ByText<Ids> m_customersByName;
    ByText<Ids> m_asked;
    ByText<std::uint32_t> m_askedPass; ///< by customer id or asked key
    ByText<std::vector<const SnapshotRule*>> m_rulesByKey;
    std::vector<const SnapshotRule*> m_rangesInForce;
    ByText<std::uint32_t> m_goneInPass; ///< ranges whose rule was read as deleted
    ByText<std::size_t> m_customersOfRule;
};

/// Separates conditions of a range key; each is "dimension=id".
std::string rangeKeyPart(Dimension dimension, std::string_view id);

} // namespace rangedesk
