// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/explain.h"

#include "core/text.h"

#include <algorithm>
#include <unordered_map>

namespace rangedesk {

namespace {

class Explainer
{
public:
    Explainer(const CustomerFacts& customer, RulePolicy policy) : m_customer(customer), m_policy(policy) {}

    void add(const SaleRule& rule, bool isOwn)
    {
        RuleReason reason{&rule, isOwn, {}, 0};
        if (!isOwn) {
            for (const RuleField& field : rule.fields) {
                const ConditionFit fit = conditionFits(field, m_customer);
                if (fit == ConditionFit::Yes)
                    continue;
                reason.unmet.push_back(&field);
                reason.notFilled += fit == ConditionFit::NotFilled ? 1 : 0;
            }
            if (reason.isOpen()) {
                ++m_answer.openRules;
                for (const RuleField* field : reason.unmet) {
                    if (const auto dimension = dimensionOfFilterCode(field->filterCode))
                        m_answer.notFilled.insert(*dimension);
                }
            }
        }
        m_reasons.push_back(std::move(reason));
    }

    Explanation answer()
    {
        const auto grants = [](const RuleReason& reason) {
            // A rule without conditions names nobody: it cannot be told whom it is for.
            return !reason.rule->isDeleted() && reason.unmet.empty() &&
                   (reason.isOwn || !reason.rule->fields.empty());
        };
        bool hasOwn = false;
        std::size_t mostConditions = 0;
        for (const RuleReason& reason : m_reasons) {
            if (!grants(reason))
                continue;
            hasOwn = hasOwn || reason.isOwn;
            if (!reason.isOwn)
                mostConditions = std::max(mostConditions, reason.rule->fields.size());
        }
        const bool isOwnAlone = m_policy != RulePolicy::Union && hasOwn;
        const bool isRanked = m_policy == RulePolicy::MostSpecific && !isOwnAlone;
        const auto outranks = [&](const RuleReason& reason) {
            return isRanked && reason.isOpen() && reason.rule->fields.size() > mostConditions;
        };
        m_outranking = static_cast<std::size_t>(std::count_if(m_reasons.begin(), m_reasons.end(), outranks));
        for (const RuleReason& reason : m_reasons) {
            bool counts = grants(reason);
            const bool isOfRank = !isRanked || reason.rule->fields.size() >= mostConditions;
            if (isOwnAlone)
                counts = counts && reason.isOwn;
            else
                counts = counts && isOfRank;
            if (counts)
                ++(reason.isOwn ? m_answer.ownRules : m_answer.rules);
            if (counts && !reason.isOwn)
                m_answer.granting.push_back(reason.rule);
            take(reason, counts, !isOwnAlone && isOfRank && reason.isOpen(), outranks(reason));
        }
        std::stable_sort(
            m_answer.granting.begin(), m_answer.granting.end(),
            [](const SaleRule* a, const SaleRule* b) { return a->fields.size() > b->fields.size(); });
        return finish();
    }

private:
    /// @param mayGrant if what is not filled fits; @param outranks those that are known to grant
    void take(const RuleReason& reason, bool grants, bool mayGrant, bool outranks)
    {
        for (const RuleProduct& listed : reason.rule->products) {
            const auto [place, isFirst] = m_places.emplace(listed.id, m_answer.products.size());
            if (isFirst) {
                m_answer.products.emplace_back();
                m_alsoGranted.push_back(0);
            }
            ProductAnswer& product = m_answer.products[place->second];
            if (isFirst) {
                product.id = listed.id;
                product.code = listed.code;
                product.name = listed.name;
            }
            std::vector<RuleReason>& into = grants ? product.granting : product.missed;
            if (into.empty() || into.back().rule != reason.rule) {
                into.push_back(reason);
                // Whichever of the rules that outrank comes to apply, it grants this product as well.
                m_alsoGranted[place->second] += outranks ? 1 : 0;
            }
            product.isUnsure = product.isUnsure || mayGrant;
            if (!grants)
                continue;
            product.canSell = true;
            product.mustSell = product.mustSell || listed.mustSell;
            product.isNew = product.isNew || listed.isNew;
            if (listed.isOfEverySupplier())
                m_unlimited.insert(listed.id);
            else
                product.suppliers.insert(listed.supplyName.empty() ? listed.supplyId : listed.supplyName);
        }
    }

    Explanation finish()
    {
        for (std::size_t i = 0; i < m_answer.products.size(); ++i) {
            ProductAnswer& product = m_answer.products[i];
            if (m_unlimited.contains(product.id))
                product.suppliers.clear();
            if (product.canSell)
                product.isUnsure = m_alsoGranted[i] < m_outranking;
            m_answer.unsure += product.isUnsure ? 1 : 0;
            m_answer.unsureCanSell += product.isUnsure && product.canSell ? 1 : 0;
            m_answer.canSell += product.canSell ? 1 : 0;
            m_answer.mustSell += product.canSell && product.mustSell ? 1 : 0;
            m_answer.isNew += product.canSell && product.isNew ? 1 : 0;
            m_answer.limited += product.canSell && !product.suppliers.empty() ? 1 : 0;
            std::stable_sort(product.missed.begin(), product.missed.end(),
                             [](const RuleReason& a, const RuleReason& b) {
                                 return std::tuple(a.rule->isDeleted(), !a.isOpen(), a.unmet.size()) <
                                        std::tuple(b.rule->isDeleted(), !b.isOpen(), b.unmet.size());
                             });
        }
        const auto place = [](const ProductAnswer& one) {
            return std::tuple(one.surelyCannot(), !one.surelyCanSell(), one.code, one.id);
        };
        std::sort(m_answer.products.begin(), m_answer.products.end(),
                  [&place](const ProductAnswer& a, const ProductAnswer& b) { return place(a) < place(b); });
        return std::move(m_answer);
    }

    const CustomerFacts& m_customer;
    RulePolicy m_policy;
    std::vector<RuleReason> m_reasons;
    Explanation m_answer;
    std::unordered_map<std::string_view, std::size_t> m_places;
    std::set<std::string_view> m_unlimited;
    std::size_t m_outranking = 0;           ///< open rules with more conditions than any that fits
    std::vector<std::size_t> m_alsoGranted; ///< how many of those list the product; beside `products`
};

} // namespace

std::vector<std::string_view> namesOf(const RuleField& field)
{
    std::vector<std::string_view> names = commaParts(field.selectedId);
    const std::size_t parts = names.size();
    std::erase(names, std::string_view());
    const bool areSeveral = names.size() > 1;
    for (const std::string_view text : {field.selectedCode, field.selectedName}) {
        const std::vector<std::string_view> cut = commaParts(text);
        if (!areSeveral)
            names.push_back(trimmed(text));
        else if (cut.size() == parts)
            names.insert(names.end(), cut.begin(), cut.end());
    }
    std::erase(names, std::string_view());
    return names;
}

ConditionFit conditionFits(const RuleField& field, const CustomerFacts& customer)
{
    const auto dimension = dimensionOfFilterCode(field.filterCode);
    if (!dimension)
        return ConditionFit::NotFilled; // of a kind that is not known here
    const auto found = customer.values.find(*dimension);
    if (found == customer.values.end() || found->second.empty())
        return ConditionFit::NotFilled;
    const std::vector<std::string_view> names = namesOf(field);
    const bool fits = std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return found->second.contains(std::string(name));
    });
    return fits ? ConditionFit::Yes : ConditionFit::No;
}

Explanation explain(const CustomerFacts& customer, std::span<const SaleRule* const> rules,
                    std::span<const SaleRule* const> ownRules, RulePolicy policy)
{
    Explainer explainer(customer, policy);
    for (const SaleRule* rule : rules)
        explainer.add(*rule, false);
    for (const SaleRule* rule : ownRules) {
        const bool isHis = !customer.id.empty() &&
                           std::any_of(rule->customers.begin(), rule->customers.end(),
                                       [&](const RuleCustomer& c) { return trimmed(c.id) == customer.id; });
        if (isHis)
            explainer.add(*rule, true);
    }
    return explainer.answer();
}

} // namespace rangedesk
