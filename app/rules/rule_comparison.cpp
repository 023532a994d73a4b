// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_comparison.h"

#include "core/text.h"

#include <algorithm>
#include <tuple>

namespace rangedesk {

namespace {

/// Calls @p take with the entries of a wider rule for a product of a narrower one, until it says true.
template <typename Take> bool anyEntry(const ListedProducts& wide, const ListedProduct& product, Take take)
{
    const auto isLess = [](const ListedProduct& a, std::string_view id) { return a.first->id < id; };
    auto at = std::lower_bound(wide.begin(), wide.end(), product.first->id, isLess);
    for (; at != wide.end() && at->first->id == product.first->id; ++at) {
        const bool suppliesAll = at->supplier.empty() || at->supplier == product.supplier;
        if (suppliesAll && take(*at))
            return true;
    }
    return false;
}

} // namespace

ListedProducts listedProducts(const SaleRule& rule)
{
    ListedProducts all;
    all.reserve(rule.products.size());
    for (const RuleProduct& product : rule.products) {
        const std::string_view supplier = product.isOfEverySupplier() ? std::string_view() : product.supplyId;
        all.push_back(
            {&product, supplier, product.mustSell, product.isNew, product.mustSell, product.isNew, 1});
    }
    std::stable_sort(all.begin(), all.end(), [](const ListedProduct& a, const ListedProduct& b) {
        return std::tie(a.first->id, a.supplier) < std::tie(b.first->id, b.supplier);
    });
    ListedProducts merged;
    for (const ListedProduct& one : all) {
        const bool isSame = !merged.empty() && merged.back().first->id == one.first->id &&
                            merged.back().supplier == one.supplier;
        if (!isSame) {
            merged.push_back(one);
            continue;
        }
        ListedProduct& before = merged.back();
        ++before.times;
        before.mustSell = before.mustSell || one.mustSell;
        before.isNew = before.isNew || one.isNew;
        before.allMustSell = before.allMustSell && one.mustSell;
        before.allNew = before.allNew && one.isNew;
    }
    return merged;
}

ConditionParts conditionParts(const SaleRule& rule)
{
    ConditionParts parts;
    for (const RuleField& field : rule.fields) {
        const auto dimension = dimensionOfFilterCode(field.filterCode);
        if (!dimension)
            return {};
        ConditionPart part{*dimension, commaParts(field.selectedId)};
        std::erase(part.values, std::string_view());
        std::sort(part.values.begin(), part.values.end());
        part.values.erase(std::unique(part.values.begin(), part.values.end()), part.values.end());
        if (part.values.empty())
            return {};
        parts.push_back(std::move(part));
    }
    std::sort(parts.begin(), parts.end(),
              [](const ConditionPart& a, const ConditionPart& b) { return a.dimension < b.dimension; });
    const auto isTwice = [](const ConditionPart& a, const ConditionPart& b) {
        return a.dimension == b.dimension;
    };
    return std::adjacent_find(parts.begin(), parts.end(), isTwice) == parts.end() ? parts : ConditionParts();
}

ConditionParts customerParts(const SaleRule& rule)
{
    ConditionPart part{Dimension::Department, {}};
    for (const RuleCustomer& customer : rule.customers)
        part.values.push_back(trimmed(customer.id));
    std::erase(part.values, std::string_view());
    std::sort(part.values.begin(), part.values.end());
    part.values.erase(std::unique(part.values.begin(), part.values.end()), part.values.end());
    return part.values.empty() ? ConditionParts() : ConditionParts{std::move(part)};
}

bool isWithin(const ConditionParts& narrow, const ConditionParts& wide)
{
    if (wide.size() > narrow.size())
        return false;
    return std::all_of(wide.begin(), wide.end(), [&narrow](const ConditionPart& asked) {
        const auto own = std::find_if(narrow.begin(), narrow.end(), [&](const ConditionPart& part) {
            return part.dimension == asked.dimension;
        });
        return own != narrow.end() && own->values.size() <= asked.values.size() &&
               std::all_of(own->values.begin(), own->values.end(), [&asked](std::string_view value) {
                   return std::binary_search(asked.values.begin(), asked.values.end(), value);
               });
    });
}

bool holdsAll(const ConditionParts& other, const ConditionParts& target)
{
    return std::all_of(target.begin(), target.end(), [&other](const ConditionPart& named) {
        const auto there = std::find_if(other.begin(), other.end(), [&](const ConditionPart& part) {
            return part.dimension == named.dimension;
        });
        return there != other.end() && std::includes(there->values.begin(), there->values.end(),
                                                     named.values.begin(), named.values.end());
    });
}

bool isCovered(const ListedProducts& narrow, const ListedProducts& wide)
{
    return std::all_of(narrow.begin(), narrow.end(), [&wide](const ListedProduct& product) {
        return anyEntry(wide, product, [&product](const ListedProduct& there) {
            return (!product.mustSell || there.allMustSell) && (!product.isNew || there.allNew);
        });
    });
}

std::vector<const RuleProduct*> contradicting(const ListedProducts& one, const ListedProducts& other)
{
    std::vector<const RuleProduct*> products;
    for (const ListedProduct& product : one) {
        const auto differs = [&product](const ListedProduct& there) {
            return there.supplier == product.supplier &&
                   (there.mustSell != product.mustSell || there.isNew != product.isNew);
        };
        const bool isAnother = products.empty() || products.back()->id != product.first->id;
        if (isAnother && anyEntry(other, product, differs))
            products.push_back(product.first);
    }
    return products;
}

std::vector<const RuleProduct*> overruledProducts(const ListedProducts& narrow, const ListedProducts& wide)
{
    std::vector<const RuleProduct*> products;
    for (const ListedProduct& product : narrow) {
        const auto demands = [](const ListedProduct& there) { return there.allMustSell; };
        const bool isAnother = products.empty() || products.back()->id != product.first->id;
        if (isAnother && !product.mustSell && anyEntry(wide, product, demands))
            products.push_back(product.first);
    }
    return products;
}

} // namespace rangedesk
