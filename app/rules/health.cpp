// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/health.h"

#include "core/text.h"
#include "rules/rule_comparison.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace rangedesk {

namespace {

struct Looked
{
    ConditionParts parts;
    ListedProducts products;
    std::int64_t distinct = 0;
    std::int64_t entries = 0;
    std::int64_t leastMustSell = 0; ///< of the products, each once: by all their entries, and by any
    std::int64_t mostMustSell = 0;
    std::int64_t leastNew = 0;
    std::int64_t mostNew = 0;
    std::optional<std::int64_t> counted; ///< by the server
    ReadOnly readOnly = ReadOnly::Deleted;
    bool canName = false; ///< by a request, and it alone
    bool isSuppliersOwn = false;

    bool isWhole() const { return counted && *counted <= distinct; }
};

struct DimensionValue
{
    Dimension dimension;
    std::string_view value;

    bool operator==(const DimensionValue&) const = default;
};

struct HashOfValue
{
    std::size_t operator()(const DimensionValue& one) const
    {
        return std::hash<std::string_view>()(one.value) * static_cast<std::size_t>(Dimension::Count) +
               static_cast<std::size_t>(one.dimension);
    }
};

using Places = std::unordered_map<DimensionValue, std::vector<std::uint32_t>, HashOfValue>;

std::optional<std::int64_t> numberOf(std::string_view text)
{
    text = trimmed(text);
    std::int64_t number = 0;
    const auto got = std::from_chars(text.data(), text.data() + text.size(), number);
    return got.ec == std::errc() && got.ptr == text.data() + text.size() ? std::optional(number)
                                                                         : std::nullopt;
}

class Health
{
public:
    Health(std::span<const SaleRule* const> rules, const HealthQuestion& question)
        : m_rules(rules), m_question(question), m_looked(rules.size())
    {
        for (std::uint32_t i = 0; i < rules.size() && !isAbandoned(); ++i)
            look(i);
        for (std::uint32_t i = 0; i < rules.size() && !isAbandoned(); ++i)
            index(i);
        if (m_question.ofCustomers)
            tellCustomersApart();
    }

    std::vector<HealthFinding> findings()
    {
        for (std::uint32_t i = 0; i < m_rules.size() && !isAbandoned(); ++i) {
            if (m_rules[i]->isDeleted())
                continue;
            const bool isCompared = !m_looked[i].parts.empty();
            if (isCompared)
                sameConditions(i);
            // The rules of one customer have no conditions that could be more or fewer.
            if (isCompared && (m_question.ofCustomers || m_question.policy != RulePolicy::MostSpecific))
                compared(i);
            ofItself(i);
        }
        return std::move(m_findings);
    }

private:
    /// Rules that share a value with one and are looked at for its sake.
    static constexpr std::size_t mostCompared = 2000;

    bool isAbandoned() const { return m_question.abandon != nullptr && *m_question.abandon; }

    void look(std::uint32_t i)
    {
        const SaleRule& rule = *m_rules[i];
        if (rule.isDeleted())
            return;
        Looked& looked = m_looked[i];
        looked.products = listedProducts(rule);
        looked.entries = static_cast<std::int64_t>(rule.products.size());
        for (std::size_t at = 0; at < looked.products.size();) { // a product may have several suppliers
            bool isMust = false;
            bool isNew = false;
            bool allMust = true;
            bool allNew = true;
            const std::string_view id = looked.products[at].first->id;
            for (; at < looked.products.size() && looked.products[at].first->id == id; ++at) {
                const ListedProduct& product = looked.products[at];
                isMust = isMust || product.mustSell;
                isNew = isNew || product.isNew;
                allMust = allMust && product.allMustSell;
                allNew = allNew && product.allNew;
                looked.isSuppliersOwn = looked.isSuppliersOwn || !product.supplier.empty();
            }
            ++looked.distinct;
            looked.mostMustSell += isMust ? 1 : 0;
            looked.leastMustSell += allMust ? 1 : 0;
            looked.mostNew += isNew ? 1 : 0;
            looked.leastNew += allNew ? 1 : 0;
        }
        looked.counted = numberOf(rule.skuNum);
        looked.readOnly = readOnlyReason(rule, m_question.ofCustomers, m_question.enabled);
        looked.canName = looked.readOnly == ReadOnly::No;
        looked.parts = m_question.ofCustomers ? customerParts(rule) : conditionParts(rule);
        for (const ConditionPart& part : looked.parts) {
            for (const std::string_view value : part.values)
                m_holders[{part.dimension, value}].push_back(i);
        }
    }

    /// Under the values of the one dimension that is rarest among all rules.
    void index(std::uint32_t i)
    {
        const ConditionPart* rarest = nullptr;
        std::size_t fewest = 0;
        for (const ConditionPart& part : m_looked[i].parts) {
            std::size_t holders = 0;
            for (const std::string_view value : part.values)
                holders += m_holders.at({part.dimension, value}).size();
            if (rarest == nullptr || holders < fewest) {
                rarest = &part;
                fewest = holders;
            }
        }
        if (rarest == nullptr)
            return;
        for (const std::string_view value : rarest->values)
            m_byRarest[{rarest->dimension, value}].push_back(i);
    }

    /// A request names a customer: all rules of theirs, and a rule that others share.
    void tellCustomersApart()
    {
        std::unordered_map<std::string_view, int> ofCustomer;
        std::unordered_map<std::string_view, int> ofRule;
        for (const SaleRule* rule : m_rules) {
            if (rule->isDeleted())
                continue;
            ++ofRule[rule->id];
            for (const RuleCustomer& customer : rule->customers)
                ++ofCustomer[trimmed(customer.id)];
        }
        for (std::uint32_t i = 0; i < m_rules.size(); ++i) {
            if (!m_looked[i].canName)
                continue;
            const std::string_view customer = trimmed(m_rules[i]->customers.front().id);
            m_looked[i].canName =
                !customer.empty() && ofCustomer[customer] == 1 && ofRule[m_rules[i]->id] == 1;
        }
    }

    /// Calls @p take with rules that are wider than rule @p i, until it says true.
    template <typename Take> void eachWider(std::uint32_t i, Take take) const
    {
        const ConditionParts& own = m_looked[i].parts;
        std::size_t left = mostCompared;
        for (const ConditionPart& part : own) {
            const auto found = m_byRarest.find({part.dimension, part.values.front()});
            if (found == m_byRarest.end())
                continue;
            for (const std::uint32_t other : found->second) {
                if (left-- == 0)
                    return;
                const ConditionParts& wide = m_looked[other].parts;
                if (other != i && isWithin(own, wide) && wide != own && take(other))
                    return;
            }
        }
    }

    /// A clearing of it may take other rules along: those that hold all its conditions, too.
    bool hasNeighbours(std::uint32_t i) const
    {
        const ConditionParts& own = m_looked[i].parts;
        const std::vector<std::uint32_t>* fewest = nullptr;
        for (const ConditionPart& part : own) {
            const std::vector<std::uint32_t>& holders = m_holders.at({part.dimension, part.values.front()});
            if (fewest == nullptr || holders.size() < fewest->size())
                fewest = &holders;
        }
        if (fewest == nullptr)
            return false; // of a customer
        return fewest->size() > mostCompared ||
               std::any_of(fewest->begin(), fewest->end(), [&](std::uint32_t other) {
                   return other != i && holdsAll(m_looked[other].parts, own);
               });
    }

    HealthFinding& add(HealthProblem problem, std::uint32_t i, std::optional<std::uint32_t> other = {})
    {
        HealthFinding& finding = m_findings.emplace_back();
        finding.problem = problem;
        finding.rule = i;
        finding.other = other;
        finding.ofCustomers = m_question.ofCustomers;
        finding.listed = m_looked[i].distinct;
        finding.counted = m_looked[i].counted.value_or(finding.listed);
        return finding;
    }

    void proposeClearing(HealthFinding& finding)
    {
        const Looked& own = m_looked[finding.rule];
        if (!own.canName)
            finding.why = HealthWhy::NotNamed;
        else if (!own.isWhole())
            finding.why = HealthWhy::NotSure;
        else if (hasNeighbours(finding.rule))
            finding.why = HealthWhy::Neighbours;
        else
            finding.remedy = HealthRemedy::Clear;
    }

    void proposeFlags(HealthFinding& finding)
    {
        const Looked& own = m_looked[finding.rule];
        bool isCleared = false; // the findings of one rule stand together
        for (auto one = m_findings.rbegin(); one != m_findings.rend() && one->rule == finding.rule; ++one)
            isCleared = isCleared || one->remedy == HealthRemedy::Clear;
        if (!own.canName)
            finding.why = HealthWhy::NotNamed;
        else if (isCleared)
            finding.why = HealthWhy::Cleared;
        else if (own.isSuppliersOwn)
            finding.why = HealthWhy::Suppliers;
        else
            finding.remedy = HealthRemedy::Flags;
    }

    void sameConditions(std::uint32_t i)
    {
        Looked& own = m_looked[i];
        const std::vector<std::uint32_t>* fewest = nullptr;
        for (const ConditionPart& part : own.parts) {
            const std::vector<std::uint32_t>& holders = m_holders.at({part.dimension, part.values.front()});
            if (fewest == nullptr || holders.size() < fewest->size())
                fewest = &holders;
        }
        std::size_t left = mostCompared;
        for (const std::uint32_t other : *fewest) {
            if (left-- == 0)
                return;
            if (other == i || m_looked[other].parts != own.parts)
                continue;
            own.canName = false;
            if (other < i) { // of the two, the first is not odd
                HealthFinding& finding = add(HealthProblem::SameConditions, i, other);
                for (const RuleProduct* product : contradicting(own.products, m_looked[other].products))
                    finding.products.push_back({product, product->mustSell, product->isNew});
            }
            return;
        }
    }

    void compared(std::uint32_t i)
    {
        const Looked& own = m_looked[i];
        if (own.products.empty())
            return;
        std::optional<std::uint32_t> covering;
        std::optional<std::uint32_t> overruling;
        std::vector<const RuleProduct*> overruled;
        eachWider(i, [&](std::uint32_t other) {
            const Looked& wide = m_looked[other];
            // A rule on a dimension that is switched off may well grant nothing.
            if (wide.readOnly == ReadOnly::NotEnabled)
                return false;
            const bool covers = isCovered(own.products, wide.products);
            if (covers)
                covering = other;
            else if (!overruling) {
                overruled = overruledProducts(own.products, wide.products);
                if (!overruled.empty())
                    overruling = other;
            }
            return covers;
        });
        if (covering && own.isWhole()) {
            proposeClearing(add(HealthProblem::AddsNothing, i, covering));
        } else if (overruling) {
            HealthFinding& finding = add(HealthProblem::Overruled, i, overruling);
            for (const RuleProduct* product : overruled)
                finding.products.push_back({product, true, {}});
            proposeFlags(finding);
        }
    }

    void ofItself(std::uint32_t i)
    {
        const Looked& own = m_looked[i];
        if (own.readOnly == ReadOnly::NotEnabled || own.readOnly == ReadOnly::UnknownDimension)
            add(HealthProblem::NotEnabled, i);
        std::vector<HealthProduct> conflicting;
        std::vector<HealthProduct> repeated;
        for (const ListedProduct& product : own.products) {
            if (product.isConflicting())
                conflicting.push_back({product.first, product.mustSell, product.isNew});
            else if (product.times > 1)
                repeated.push_back({product.first, product.mustSell, product.isNew});
        }
        if (!conflicting.empty()) {
            HealthFinding& finding = add(HealthProblem::FlagsDiffer, i);
            finding.products = std::move(conflicting);
            proposeFlags(finding);
        }
        if (!repeated.empty())
            add(HealthProblem::Repeats, i).products = std::move(repeated);
        counts(i);
        if (own.products.empty() && own.counted.value_or(0) == 0)
            proposeClearing(add(HealthProblem::Empty, i));
    }

    /// A number of those with a flag against what is listed; a list that is cut short may lack some.
    std::optional<HealthCount> misfit(const Looked& own, std::string_view text, std::int64_t least,
                                      std::int64_t most, bool RuleProduct::*flag, const SaleRule& rule) const
    {
        const auto counted = numberOf(text);
        if (!counted || (*counted >= least && *counted <= most))
            return std::nullopt;
        const auto entries = std::count_if(rule.products.begin(), rule.products.end(),
                                           [flag](const RuleProduct& one) { return one.*flag; });
        const bool isCut = own.counted && *own.counted > own.distinct && *counted > most;
        return *counted == entries || isCut ? std::nullopt : std::optional(HealthCount{*counted, most});
    }

    void counts(std::uint32_t i)
    {
        const Looked& own = m_looked[i];
        const SaleRule& rule = *m_rules[i];
        const bool allDiffer = own.counted && *own.counted != own.distinct && *own.counted != own.entries;
        const auto mustSell =
            misfit(own, rule.mustSaleNum, own.leastMustSell, own.mostMustSell, &RuleProduct::mustSell, rule);
        const auto isNew = misfit(own, rule.newNum, own.leastNew, own.mostNew, &RuleProduct::isNew, rule);
        if (!allDiffer && !mustSell && !isNew)
            return;
        HealthFinding& finding = add(HealthProblem::CountDiffers, i);
        finding.allDiffer = allDiffer;
        finding.mustSell = mustSell;
        finding.isNew = isNew;
    }

    std::span<const SaleRule* const> m_rules;
    const HealthQuestion& m_question;
    std::vector<Looked> m_looked;
    Places m_holders;  ///< of each value, the rules that have it
    Places m_byRarest; ///< each rule under one dimension alone
    std::vector<HealthFinding> m_findings;
};

} // namespace

std::vector<HealthFinding> checkHealth(std::span<const SaleRule* const> rules, const HealthQuestion& question)
{
    return Health(rules, question).findings();
}

} // namespace rangedesk
