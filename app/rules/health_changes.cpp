// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/health_changes.h"

#include "changes/target_view.h"
#include "core/text.h"

#include <map>

namespace rangedesk {

namespace {

using Held = std::map<std::string_view, BaseValue>; ///< by the id of the product

/// What the rules of one target list, together: a customer can have several.
Held heldBy(const std::vector<const SaleRule*>& rules)
{
    Held all;
    for (const SaleRule* rule : rules) {
        for (const RuleProduct& product : rule->products)
            all[product.id].addListed(product.mustSell, product.isNew, !product.isOfEverySupplier());
    }
    return all;
}

std::uint32_t digestOfAll(const Held& held)
{
    std::map<std::string_view, DigestedProduct> products;
    for (const auto& [id, base] : held)
        products.emplace(id, DigestedProduct{base.mustSell, base.isNew, base.conflicting});
    return digestOf(products);
}

/// What is proposed for one rule.
struct Proposal
{
    ProposedFlags flags;
    HealthProblem problem = HealthProblem::Empty; ///< the first
};

} // namespace

void addFlags(ProposedFlags& flags, const HealthFinding& finding)
{
    for (const HealthProduct& product : finding.products) {
        HealthProduct& one = flags.emplace(product.listed->id, product).first->second;
        one.mustSell = one.mustSell || product.mustSell;
        if (product.isNew)
            one.isNew = product.isNew;
    }
}

HealthChanges changesOf(std::span<const SaleRule* const> rules, const std::vector<HealthFinding>& findings,
                        HealthRemedy remedy, bool ofCustomers)
{
    std::map<std::uint32_t, Proposal> proposals; // by rule
    for (const HealthFinding& finding : findings) {
        if (finding.remedy != remedy)
            continue;
        Proposal& one = proposals.try_emplace(finding.rule, Proposal{{}, finding.problem}).first->second;
        if (remedy == HealthRemedy::Flags)
            addFlags(one.flags, finding);
    }
    HealthChanges changes;
    if (proposals.empty())
        return changes;
    std::map<std::string, std::vector<const SaleRule*>> ofTargets;
    for (const SaleRule* rule : rules) {
        const ReadOnly reason = readOnlyReason(*rule, ofCustomers, {});
        if (reason == ReadOnly::No)
            ofTargets[targetKeyOf(*rule, ofCustomers)].push_back(rule);
    }
    std::size_t products = 0;
    for (const auto& [rule, proposal] : proposals)
        products += proposal.flags.size();
    changes.targets.reserve(proposals.size()); // rows view into both
    changes.products.reserve(products);
    for (const auto& entry : proposals) {
        const Proposal& proposal = entry.second;
        const RangeTarget& target = changes.targets.emplace_back(targetOf(*rules[entry.first], ofCustomers));
        const Held held = heldBy(ofTargets[target.key()]);
        const auto add = [&]() -> ChangeRow& {
            ChangeRow& row = changes.rows.emplace_back();
            row.line = static_cast<std::uint32_t>(changes.rows.size() + 1); // line 1 is the heading
            row.target = target.cells;
            row.comment = toUtf8(describe(proposal.problem));
            return row;
        };
        if (remedy == HealthRemedy::Clear) {
            ChangeRow& row = add();
            row.type = ChangeType::Clear;
            row.expected.digest = digestOfAll(held);
            row.expected.known = row.expected.present = true;
        }
        const std::map<std::string_view, HealthProduct> inOrder(proposal.flags.begin(), proposal.flags.end());
        for (const auto& [id, flags] : inOrder) {
            const auto& cells = changes.products.emplace_back(std::array{
                TypedCell{Dimension::Department, SelectBy::Id, -1, std::string(id)},
                TypedCell{Dimension::Department, SelectBy::Name, -1, std::string(flags.listed->name)}});
            ChangeRow& row = add();
            row.product = std::span(cells).first(flags.listed->name.empty() ? 1 : 2);
            row.mustSell = flags.mustSell ? Flag::Yes : Flag::No;
            row.isNew = flags.isNew.value_or(flags.listed->isNew) ? Flag::Yes : Flag::No;
            const auto base = held.find(id);
            if (base != held.end() && !base->second.conflicting) // else there is no one value to expect
                row.expected = base->second;
        }
    }
    return changes;
}

} // namespace rangedesk
