// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/target_view.h"

#include <charconv>
#include <unordered_set>

namespace rangedesk {

namespace {

/// `sku_num` above the distinct products listed: the list may be cut short (api.md 9).
bool isRuleCutShort(const SaleRule& rule)
{
    std::size_t counted = 0;
    const auto [end, error] =
        std::from_chars(rule.skuNum.data(), rule.skuNum.data() + rule.skuNum.size(), counted);
    if (error != std::errc{})
        return false; // absent or not a number: nothing is claimed
    std::unordered_set<std::string_view> distinct;
    for (const RuleProduct& product : rule.products)
        distinct.insert(product.id);
    return counted > distinct.size();
}

} // namespace

TargetView::TargetView(const Snapshot& snapshot, const std::string& key) : m_rules(snapshot.rulesOf(key))
{
    for (const SnapshotRule* entry : m_rules) {
        m_cutShort = m_cutShort || isRuleCutShort(*entry->rule);
        m_shared = m_shared || snapshot.customersOf(entry->rule->id) > 1;
        for (const RuleProduct& product : entry->rule->products) {
            const bool oneSupplier = !product.supplyId.empty() && product.supplyId != "-1";
            const Presence listed{Presence::Kind::Listed, product.mustSell, product.isNew, false,
                                  oneSupplier};
            const auto [at, inserted] = m_products.try_emplace(product.id, listed);
            if (inserted && !product.code.empty())
                m_idsByCode.emplace(product.code, product.id);
            if (!inserted && (at->second.mustSell != product.mustSell || at->second.isNew != product.isNew))
                at->second.conflicting = true;
            at->second.oneSupplier = at->second.oneSupplier || oneSupplier;
        }
    }
}

Presence TargetView::find(const ProductRef& product) const
{
    std::string_view id = product.value;
    if (product.by == SelectBy::SourceCode)
        return {Presence::Kind::Unnamed, false, false, false, false};
    if (product.by == SelectBy::Code) {
        const auto [first, last] = m_idsByCode.equal_range(product.value);
        if (first != last && std::next(first) != last)
            return {Presence::Kind::Ambiguous, false, false, false, false};
        id = first != last ? first->second : std::string_view();
    }
    const auto found = m_products.find(id);
    if (!id.empty() && found != m_products.end())
        return found->second;
    return {m_cutShort ? Presence::Kind::Unclear : Presence::Kind::Absent, false, false, false, false};
}

std::vector<std::pair<std::string_view, Presence>> TargetView::products() const
{
    std::vector<std::pair<std::string_view, Presence>> all(m_products.begin(), m_products.end());
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return all;
}

std::string_view TargetView::codeOf(std::string_view id) const
{
    for (const SnapshotRule* entry : m_rules) {
        for (const RuleProduct& product : entry->rule->products) {
            if (product.id == id)
                return product.code;
        }
    }
    return {};
}

std::uint32_t TargetView::digest() const
{
    std::map<std::string_view, DigestedProduct> digested;
    for (const auto& [id, seen] : m_products)
        digested.emplace(id, DigestedProduct{seen.mustSell, seen.isNew, seen.conflicting});
    return digestOf(digested);
}

std::uint32_t digestOf(const std::map<std::string_view, DigestedProduct>& products)
{
    std::uint32_t hash = 2166136261U; // FNV-1a: the same on every machine and in every version
    const auto add = [&hash](std::string_view text) {
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    };
    for (const auto& [id, seen] : products) {
        add(id);
        if (seen.conflicting) { // which of its entries comes first is chance
            add("|?;");
            continue;
        }
        add(seen.mustSell ? "|1" : "|0");
        add(seen.isNew ? "1;" : "0;");
    }
    return hash == 0 ? 1 : hash;
}

} // namespace rangedesk
