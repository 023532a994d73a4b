// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/health.h"

#include "core/text.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace rangedesk {

namespace {

constexpr std::string_view severalSuppliers = ",";

/// A product of a rule, with all its entries as one.
struct Listed
{
    const RuleProduct* first = nullptr;
    std::string_view supplier; ///< empty: every supplier; or severalSuppliers
    bool mustSell = false;
    bool isNew = false;
    bool isConflicting = false;
    int times = 1;
};

struct Part
{
    Dimension dimension;
    std::vector<std::string_view> values; ///< ids, sorted

    bool operator==(const Part&) const = default;
};

/// Sorted by dimension. Empty: the rule cannot be compared with others.
using Parts = std::vector<Part>;

struct Looked
{
    Parts parts;
    std::vector<Listed> products; ///< by id
    std::optional<std::int64_t> counted;
    std::int64_t entries = 0;
    bool canName = false;   ///< by a request, and it alone
    bool isUnknown = false; ///< a dimension that is not enabled, or that no request has
};

std::vector<Listed> listedOf(const SaleRule& rule)
{
    std::vector<Listed> all;
    all.reserve(rule.products.size());
    for (const RuleProduct& product : rule.products) {
        const bool isEvery = product.supplyId.empty() || product.supplyId == "-1";
        all.push_back({&product, isEvery ? std::string_view() : product.supplyId, product.mustSell,
                       product.isNew, false, 1});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Listed& a, const Listed& b) { return a.first->id < b.first->id; });
    std::vector<Listed> distinct;
    for (const Listed& one : all) {
        if (distinct.empty() || distinct.back().first->id != one.first->id) {
            distinct.push_back(one);
            continue;
        }
        Listed& before = distinct.back();
        ++before.times;
        before.isConflicting =
            before.isConflicting || before.mustSell != one.mustSell || before.isNew != one.isNew;
        before.mustSell = before.mustSell || one.mustSell;
        before.isNew = before.isNew || one.isNew;
        if (before.supplier != one.supplier)
            before.supplier = severalSuppliers;
    }
    return distinct;
}

Parts partsOf(const SaleRule& rule)
{
    Parts parts;
    for (const RuleField& field : rule.fields) {
        const auto dimension = dimensionOfFilterCode(field.filterCode);
        if (!dimension)
            return {};
        Part part{*dimension, commaParts(field.selectedId)};
        std::erase(part.values, std::string_view());
        std::sort(part.values.begin(), part.values.end());
        part.values.erase(std::unique(part.values.begin(), part.values.end()), part.values.end());
        if (part.values.empty())
            return {};
        parts.push_back(std::move(part));
    }
    std::sort(parts.begin(), parts.end(),
              [](const Part& a, const Part& b) { return a.dimension < b.dimension; });
    const auto isTwice = [](const Part& a, const Part& b) { return a.dimension == b.dimension; };
    return std::adjacent_find(parts.begin(), parts.end(), isTwice) == parts.end() ? parts : Parts();
}

/// Whoever fits @p narrow fits @p wide.
bool isWithin(const Parts& narrow, const Parts& wide)
{
    return std::all_of(wide.begin(), wide.end(), [&narrow](const Part& asked) {
        const auto own = std::find_if(narrow.begin(), narrow.end(),
                                      [&](const Part& part) { return part.dimension == asked.dimension; });
        return own != narrow.end() && std::includes(asked.values.begin(), asked.values.end(),
                                                    own->values.begin(), own->values.end());
    });
}

std::size_t mixed(std::size_t hash, Dimension dimension, std::string_view value)
{
    const std::size_t own = std::hash<std::string_view>()(value) + static_cast<std::size_t>(dimension);
    return hash ^ (own + 0x9e3779b97f4a7c15ULL + (hash << 6U) + (hash >> 2U));
}

class Health
{
public:
    Health(std::span<const SaleRule* const> rules, bool ofCustomers, const EnabledSet& enabled)
        : m_rules(rules), m_ofCustomers(ofCustomers), m_looked(rules.size())
    {
        for (std::uint32_t i = 0; i < rules.size(); ++i)
            look(i, enabled);
        for (std::uint32_t i = 0; i < rules.size(); ++i) {
            if (const auto same = m_sameTarget.find(targetHash(i)); same != m_sameTarget.end())
                m_looked[i].canName = m_looked[i].canName && same->second.size() == 1;
        }
    }

    std::vector<HealthFinding> findings()
    {
        for (std::uint32_t i = 0; i < m_rules.size(); ++i) {
            if (m_rules[i]->isDeleted())
                continue;
            if (!m_ofCustomers)
                sameConditions(i);
            if (!m_ofCustomers && !m_looked[i].parts.empty())
                compared(i);
            ofItself(i);
        }
        return std::move(m_findings);
    }

private:
    /// Rules with many values stand under each combination of them, up to so many.
    static constexpr std::size_t mostCombinations = 1000;
    /// Rules of the same conditions that are compared with one; more of them say nothing new.
    static constexpr std::size_t mostCompared = 64;

    void look(std::uint32_t i, const EnabledSet& enabled)
    {
        const SaleRule& rule = *m_rules[i];
        if (rule.isDeleted())
            return;
        Looked& looked = m_looked[i];
        looked.products = listedOf(rule);
        looked.entries = static_cast<std::int64_t>(rule.products.size());
        std::int64_t counted = 0;
        const char* end = rule.skuNum.data() + rule.skuNum.size();
        if (const auto got = std::from_chars(rule.skuNum.data(), end, counted);
            got.ec == std::errc() && got.ptr == end)
            looked.counted = counted;
        const ReadOnly reason = readOnlyReason(rule, m_ofCustomers, enabled);
        looked.canName = reason == ReadOnly::No;
        looked.isUnknown = reason == ReadOnly::NotEnabled || reason == ReadOnly::UnknownDimension;
        if (!m_ofCustomers)
            looked.parts = partsOf(rule);
        if (m_ofCustomers || !looked.parts.empty())
            m_sameTarget[targetHash(i)].push_back(i);
        index(i);
    }

    /// By the conditions, or the customers, whatever the number of values.
    std::size_t targetHash(std::uint32_t i) const
    {
        std::size_t hash = 0;
        for (const Part& part : m_looked[i].parts) {
            for (const std::string_view value : part.values)
                hash = mixed(hash, part.dimension, value);
        }
        if (m_ofCustomers) {
            for (const RuleCustomer& customer : m_rules[i]->customers)
                hash = mixed(hash, Dimension::Department, customer.id);
        }
        return hash;
    }

    /// Under each combination of one value a dimension.
    void index(std::uint32_t i)
    {
        const Parts& parts = m_looked[i].parts;
        if (parts.empty())
            return;
        std::size_t combinations = 1;
        for (const Part& part : parts)
            combinations = std::min(combinations * part.values.size(), mostCombinations + 1);
        if (combinations > mostCombinations) {
            m_wide.push_back(i);
            return;
        }
        std::vector<std::size_t> hashes{0};
        for (const Part& part : parts) {
            std::vector<std::size_t> next;
            for (const std::size_t hash : hashes) {
                for (const std::string_view value : part.values)
                    next.push_back(mixed(hash, part.dimension, value));
            }
            hashes = std::move(next);
        }
        for (const std::size_t hash : hashes)
            m_byCombination[hash].push_back(i);
    }

    /// Calls @p take with rules that are wider than rule @p i, until it says true.
    template <typename Take> void eachWider(std::uint32_t i, Take take) const
    {
        const Parts& own = m_looked[i].parts;
        const auto tries = [&](const std::vector<std::uint32_t>& candidates) {
            std::size_t left = mostCompared;
            for (const std::uint32_t other : candidates) {
                const Parts& wide = m_looked[other].parts;
                if (other == i || wide == own || !isWithin(own, wide))
                    continue;
                if (take(other))
                    return true;
                if (--left == 0)
                    break;
            }
            return false;
        };
        for (std::size_t subset = 1; subset < (std::size_t{1} << own.size()); ++subset) {
            std::size_t hash = 0;
            for (std::size_t part = 0; part < own.size(); ++part) {
                if ((subset >> part & 1U) != 0)
                    hash = mixed(hash, own[part].dimension, own[part].values.front());
            }
            const auto found = m_byCombination.find(hash);
            if (found != m_byCombination.end() && tries(found->second))
                return;
        }
        (void)tries(m_wide);
    }

    HealthFinding& add(HealthProblem problem, std::uint32_t i, std::optional<std::uint32_t> other = {})
    {
        HealthFinding& finding = m_findings.emplace_back();
        finding.problem = problem;
        finding.rule = i;
        finding.other = other;
        finding.listed = static_cast<std::int64_t>(m_looked[i].products.size());
        finding.counted = m_looked[i].counted.value_or(finding.listed);
        return finding;
    }

    void sameConditions(std::uint32_t i)
    {
        const Parts& parts = m_looked[i].parts;
        if (parts.empty())
            return;
        for (const std::uint32_t other : m_sameTarget.at(targetHash(i))) {
            if (other >= i)
                return; // the first of them is not odd
            if (m_looked[other].parts == parts) {
                add(HealthProblem::SameConditions, i, other);
                return;
            }
        }
    }

    void compared(std::uint32_t i)
    {
        const Looked& own = m_looked[i];
        if (own.products.empty())
            return;
        // Products that the server counts and does not list may be others.
        const bool isWhole = own.counted.value_or(0) <= own.entries;
        std::optional<std::uint32_t> covering;
        std::optional<std::uint32_t> overruling;
        std::vector<HealthProduct> overruled;
        eachWider(i, [&](std::uint32_t other) {
            const bool covers = isWhole && isCovered(own, m_looked[other]);
            if (covers)
                covering = other;
            else if (!overruling) {
                overruled = overruledBy(own, m_looked[other]);
                if (!overruled.empty())
                    overruling = other;
            }
            return covers;
        });
        if (covering) {
            add(HealthProblem::AddsNothing, i, covering).remedy =
                own.canName ? HealthRemedy::Clear : HealthRemedy::None;
        } else if (overruling) {
            HealthFinding& finding = add(HealthProblem::Overruled, i, overruling);
            finding.products = std::move(overruled);
            finding.remedy = own.canName ? HealthRemedy::Flags : HealthRemedy::None;
        }
    }

    static bool isCovered(const Looked& own, const Looked& wide)
    {
        auto at = wide.products.begin();
        for (const Listed& product : own.products) {
            at = std::lower_bound(at, wide.products.end(), product.first->id,
                                  [](const Listed& a, std::string_view id) { return a.first->id < id; });
            if (at == wide.products.end() || at->first->id != product.first->id ||
                (product.mustSell && !at->mustSell) || (product.isNew && !at->isNew) ||
                !suppliesAll(at->supplier, product.supplier))
                return false;
        }
        return true;
    }

    static bool suppliesAll(std::string_view wide, std::string_view narrow)
    {
        return wide.empty() || (wide == narrow && wide != severalSuppliers);
    }

    static std::vector<HealthProduct> overruledBy(const Looked& own, const Looked& wide)
    {
        std::vector<HealthProduct> products;
        auto at = wide.products.begin();
        for (const Listed& product : own.products) {
            at = std::lower_bound(at, wide.products.end(), product.first->id,
                                  [](const Listed& a, std::string_view id) { return a.first->id < id; });
            if (at == wide.products.end())
                break;
            const bool isOne = at->first->id == product.first->id && !at->isConflicting &&
                               !product.isConflicting && at->mustSell && !product.mustSell;
            if (isOne)
                products.push_back({product.first, true, product.isNew});
        }
        return products;
    }

    void ofItself(std::uint32_t i)
    {
        const Looked& own = m_looked[i];
        if (own.isUnknown)
            add(HealthProblem::NotEnabled, i);
        std::vector<HealthProduct> conflicting;
        std::vector<HealthProduct> repeated;
        for (const Listed& product : own.products) {
            if (product.isConflicting)
                conflicting.push_back({product.first, product.mustSell, product.isNew});
            else if (product.times > 1)
                repeated.push_back({product.first, product.mustSell, product.isNew});
        }
        if (!conflicting.empty()) {
            HealthFinding& finding = add(HealthProblem::FlagsDiffer, i);
            finding.products = std::move(conflicting);
            finding.remedy = own.canName ? HealthRemedy::Flags : HealthRemedy::None;
        }
        if (!repeated.empty())
            add(HealthProblem::Repeats, i).products = std::move(repeated);
        const auto distinct = static_cast<std::int64_t>(own.products.size());
        if (own.counted && *own.counted != distinct && *own.counted != own.entries)
            add(HealthProblem::CountDiffers, i);
        if (own.products.empty() && own.counted.value_or(0) == 0)
            add(HealthProblem::Empty, i).remedy = own.canName ? HealthRemedy::Clear : HealthRemedy::None;
    }

    std::span<const SaleRule* const> m_rules;
    bool m_ofCustomers;
    std::vector<Looked> m_looked;
    std::unordered_map<std::size_t, std::vector<std::uint32_t>> m_byCombination;
    std::unordered_map<std::size_t, std::vector<std::uint32_t>> m_sameTarget;
    std::vector<std::uint32_t> m_wide;
    std::vector<HealthFinding> m_findings;
};

} // namespace

std::vector<HealthFinding> checkHealth(std::span<const SaleRule* const> rules, bool ofCustomers,
                                       const EnabledSet& enabled)
{
    return Health(rules, ofCustomers, enabled).findings();
}

} // namespace rangedesk
