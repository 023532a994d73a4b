// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "models/rule_rows.h"

#include <set>

namespace rangedesk {

RuleProductRows::RuleProductRows(std::shared_ptr<const RuleRows> rules, std::uint32_t rule,
                                 const RangeEdits::Target* edits)
    : m_rules(std::move(rules)), m_target(m_rules->target(rule))
{
    for (const std::uint32_t row : m_rules->rowsOf(m_target.key())) {
        m_cutShort = m_cutShort || m_rules->figures(row).missing > 0;
        if (row == rule)
            continue;
        for (const RuleRows::Product& product : m_rules->products(row))
            m_elsewhere.emplace(RangeEdits::productKey(SelectBy::Id, std::string(product.id)), product);
    }
    m_cutShort = m_cutShort || m_rules->figures(rule).missing > 0;
    if (edits != nullptr)
        m_edits = *edits;
    std::set<std::string_view> listed;
    for (const RuleRows::Product& product : m_rules->products(rule)) {
        const auto found =
            m_edits.products.find(RangeEdits::productKey(SelectBy::Id, std::string(product.id)));
        const bool isEdited = found != m_edits.products.end();
        if (isEdited)
            listed.insert(found->first);
        m_products.push_back({product, isEdited ? &found->second : nullptr, true});
    }
    std::vector<Line> added;
    for (const auto& [key, edit] : m_edits.products) {
        if (!listed.contains(key) && !m_elsewhere.contains(key))
            added.push_back({{edit.product.value,
                              edit.code,
                              edit.name.empty() ? edit.product.value : edit.name,
                              {},
                              edit.mustSell,
                              edit.isNew},
                             &edit,
                             false});
    }
    m_products.insert(m_products.begin(), added.begin(), added.end());
}

BaseValue RuleProductRows::baseOf(SelectBy by, const std::string& editKey) const
{
    BaseValue base;
    const auto other = m_elsewhere.find(editKey);
    base.present = other != m_elsewhere.end();
    base.known =
        base.present || (by == SelectBy::Id && !m_cutShort && m_rules->isRead() && m_target.isById());
    base.cutShort = m_cutShort && !base.present;
    if (base.present) {
        base.mustSell = other->second.mustSell;
        base.isNew = other->second.isNew;
        base.conflicting = other->second.conflicting;
        base.oneSupplier = !other->second.supplier.empty();
    }
    return base;
}

BaseValue RuleProductRows::base(std::uint32_t row) const
{
    const Line& line = m_products[row];
    BaseValue base = baseOf(line.edit == nullptr ? SelectBy::Id : line.edit->product.by, editKey(row));
    if (!line.isListed)
        return base;
    const bool differs = base.present && (base.mustSell != line.product.mustSell ||
                                          base.isNew != line.product.isNew || base.conflicting);
    base.known = true;
    base.present = true;
    base.cutShort = false;
    base.mustSell = line.product.mustSell;
    base.isNew = line.product.isNew;
    base.conflicting = line.product.conflicting || differs;
    base.oneSupplier = !line.product.supplier.empty();
    return base;
}

bool RuleProductRows::mustSell(std::uint32_t row) const
{
    const Line& line = m_products[row];
    return line.edit != nullptr && !line.edit->isRemoved ? line.edit->mustSell : line.product.mustSell;
}

bool RuleProductRows::isNew(std::uint32_t row) const
{
    const Line& line = m_products[row];
    return line.edit != nullptr && !line.edit->isRemoved ? line.edit->isNew : line.product.isNew;
}

bool RuleProductRows::isConflict(std::uint32_t row) const
{
    const ProductEdit* edited = edit(row);
    return edited != nullptr && edited->base.known && base(row).known && !(edited->base == base(row));
}

std::string RuleProductRows::editKey(std::uint32_t row) const
{
    const Line& line = m_products[row];
    return line.edit != nullptr ? RangeEdits::productKey(line.edit->product.by, line.edit->product.value)
                                : RangeEdits::productKey(SelectBy::Id, std::string(line.product.id));
}

ProductEdit RuleProductRows::unedited(std::uint32_t row) const
{
    const Line& line = m_products[row];
    if (line.edit != nullptr)
        return *line.edit;
    return {{Dimension::Department, SelectBy::Id, -1, std::string(line.product.id)},
            std::string(line.product.code),
            std::string(line.product.name),
            false,
            line.product.mustSell,
            line.product.isNew,
            base(row)};
}

std::uint64_t RuleProductRows::key(std::uint32_t row) const
{
    return std::hash<std::string>()(editKey(row));
}

std::uint32_t RuleProductRows::facets(std::uint32_t row) const
{
    return (mustSell(row) ? MustSell : 0U) | (isNew(row) ? New : 0U) |
           (product(row).times > 1 ? Repeating : 0U) | (edit(row) != nullptr ? Edited : 0U);
}

RowSource::Matcher RuleProductRows::matcher(const std::string& word) const
{
    return [this, word](std::uint32_t row) {
        const RuleRows::Product& one = product(row);
        return holdsFolded(one.name, word) || holdsFolded(one.code, word) || holdsFolded(one.id, word) ||
               holdsFolded(one.supplier, word);
    };
}

std::string RuleProductRows::sortKey(std::uint32_t row, int column) const
{
    const RuleRows::Product& one = product(row);
    switch (static_cast<RuleProductModel::Column>(column)) {
    case RuleProductModel::Column::Mark:
        return numberKey(edit(row) != nullptr ? 0 : 1);
    case RuleProductModel::Column::Product:
        return textKey(one.name);
    case RuleProductModel::Column::Code:
        return textKey(one.code);
    case RuleProductModel::Column::MustSell:
        return numberKey(mustSell(row) ? 0 : 1);
    case RuleProductModel::Column::New:
        return numberKey(isNew(row) ? 0 : 1);
    case RuleProductModel::Column::Supplier:
        return textKey(one.supplier);
    case RuleProductModel::Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
