// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "models/rule_rows.h"

#include <set>

namespace rangedesk {

RuleProductRows::RuleProductRows(std::shared_ptr<const RuleRows> rules, std::uint32_t rule,
                                 const RangeEdits::Target* edits)
    : m_rules(std::move(rules)), m_target(m_rules->target(rule)), m_isDraft(m_rules->isDraft(rule))
{
    const std::string target = m_target.key();
    const std::vector<RuleRows::Product> own = m_rules->products(rule);
    const auto hold = [this](const std::vector<RuleRows::Product>& products) {
        for (const RuleRows::Product& product : products) {
            BaseValue& held = m_held[RangeEdits::productKey(SelectBy::Id, std::string(product.id))];
            held.addListed(product.mustSell, product.isNew, !product.supplier.empty());
            held.conflicting = held.conflicting || product.conflicting;
        }
    };
    hold(own);
    for (const std::uint32_t row : m_rules->rowsOf(target)) {
        m_cutShort = m_cutShort || m_rules->figures(row).missing > 0;
        if (row != rule)
            hold(m_rules->products(row));
    }
    m_cutShort = m_cutShort || m_rules->figures(rule).missing > 0;
    if (edits != nullptr)
        m_edits = *edits;
    m_isGone = m_isDraft && m_edits.seen && m_rules->knows(target);
    for (const RuleRows::Product& product : own) {
        const auto found =
            m_edits.products.find(RangeEdits::productKey(SelectBy::Id, std::string(product.id)));
        m_products.push_back({product, found != m_edits.products.end() ? &found->second : nullptr, true});
    }
    std::vector<Line> added;
    for (const auto& [key, edit] : m_edits.products) {
        if (!m_held.contains(key))
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
    if (const auto held = m_held.find(editKey); held != m_held.end())
        return held->second;
    BaseValue base;
    base.known = by == SelectBy::Id && !m_cutShort && m_target.isById() && m_rules->knows(m_target.key());
    base.cutShort = m_cutShort;
    return base;
}

BaseValue RuleProductRows::base(std::uint32_t row) const
{
    const Line& line = m_products[row];
    return baseOf(line.edit == nullptr ? SelectBy::Id : line.edit->product.by, editKey(row));
}

RangeEdits::Seen RuleProductRows::seen() const
{
    if (!m_edits.products.empty())
        return m_edits.seen;
    if (m_isDraft)
        return nullptr;
    auto seen = std::make_shared<std::map<std::string, std::uint8_t>>();
    const std::size_t prefix = RangeEdits::productKey(SelectBy::Id, {}).size();
    for (const auto& [key, held] : m_held)
        seen->emplace(key.substr(prefix), held.packed());
    return seen;
}

RuleProductRows::Counts RuleProductRows::edited() const
{
    Counts counts;
    std::set<std::string> counted;
    for (std::uint32_t row = 0; row < size(); ++row) {
        const ProductEdit* edit = m_products[row].edit;
        if ((edit != nullptr && edit->isRemoved) || !counted.insert(editKey(row)).second)
            continue;
        ++counts.products;
        counts.mustSell += mustSell(row) ? 1 : 0;
        counts.isNew += isNew(row) ? 1 : 0;
    }
    return counts;
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
    if (edited != nullptr && m_isGone)
        return !edited->isRemoved;
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
    return line.edit != nullptr ? *line.edit : asListed(row);
}

ProductEdit RuleProductRows::asListed(std::uint32_t row) const
{
    const Line& line = m_products[row];
    return {{Dimension::Department, SelectBy::Id, -1, std::string(line.product.id)},
            std::string(line.product.code),
            std::string(line.product.name),
            false,
            line.product.mustSell,
            line.product.isNew,
            baseOf(SelectBy::Id, RangeEdits::productKey(SelectBy::Id, std::string(line.product.id)))};
}

std::uint64_t RuleProductRows::key(std::uint32_t row) const
{
    // A product has a row for each supplier.
    return std::hash<std::string>()(editKey(row) + '\n' + std::string(product(row).supplier));
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
