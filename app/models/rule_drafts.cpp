// SPDX-License-Identifier: GPL-3.0-or-later
// Rules together with the edits that wait for them.
#include "models/rule_rows.h"

namespace rangedesk {

std::set<std::string> draftKeysOf(const std::shared_ptr<const RuleRows>& rows, bool ofCustomers,
                                  const RangeEdits& edits)
{
    const ChangeKind kind = ofCustomers ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts;
    std::set<std::string> keys;
    for (const auto& [key, edited] : edits.targets()) {
        const auto row = rows ? rows->rowOf(key) : std::nullopt;
        if (edited.target.kind == kind && (!row || rows->isDraft(*row)))
            keys.insert(key);
    }
    return keys;
}

std::shared_ptr<const RuleRows> withDrafts(std::shared_ptr<const RuleRows> rows, const RangeEdits& edits)
{
    if (draftKeysOf(rows, rows->ofCustomers(), edits) == rows->draftKeys())
        return rows;
    return std::make_shared<const RuleRows>(rows, std::vector<ListItem<SaleRule>>(), rows->ofCustomers(),
                                            edits, rows->isRead());
}

std::vector<EditedRule> editedRules(const RuleRows& rows, const RangeEdits& edits)
{
    std::set<std::string> cleared;
    for (const RangeEdits::Clearing& clearing : edits.clearings())
        cleared.insert(clearing.old.key());
    std::vector<EditedRule> all;
    all.reserve(rows.size());
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        EditedRule& one = all.emplace_back();
        one.rule = &rows.rule(row);
        one.isDraft = rows.isDraft(row);
        if (edits.isEmpty() || one.rule->isDeleted())
            continue;
        const std::string key = rows.target(row).key();
        one.edits = edits.target(key);
        one.isCleared = cleared.contains(key);
    }
    return all;
}

} // namespace rangedesk
