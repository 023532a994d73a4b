// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rule_rows.h"

#include "core/dimension.h"
#include "core/language.h"
#include "core/text.h"

#include <QCoreApplication>
#include <unordered_map>

namespace rangedesk {

namespace {

struct RuleText
{
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

std::vector<RuleRows::Product> distinctProducts(const SaleRule& rule)
{
    std::vector<RuleRows::Product> products;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const RuleProduct& listed : rule.products) {
        const auto [place, isNew] = places.emplace(listed.id, products.size());
        if (isNew) {
            const bool every = listed.supplyId.empty() || listed.supplyId == "-1";
            products.push_back({listed.id, listed.code, listed.name,
                                every ? std::string_view() : listed.supplyName, listed.mustSell,
                                listed.isNew});
            continue;
        }
        RuleRows::Product& first = products[place->second];
        ++first.times;
        first.conflicting =
            first.conflicting || first.mustSell != listed.mustSell || first.isNew != listed.isNew;
    }
    return products;
}

RuleRows::Figures figuresOf(const SaleRule& rule)
{
    RuleRows::Figures figures;
    for (const RuleRows::Product& product : distinctProducts(rule)) {
        ++figures.distinct;
        figures.mustSell += product.mustSell ? 1 : 0;
        figures.isNew += product.isNew ? 1 : 0;
        figures.repeats += product.times - 1;
    }
    const int counted = toQString(rule.skuNum).toInt();
    figures.missing = std::max(0, counted - figures.distinct);
    return figures;
}

} // namespace

RuleRows::RuleRows(const std::shared_ptr<const RuleRows>& earlier,
                   const std::vector<ListItem<SaleRule>>& read, bool ofCustomers)
    : m_ofCustomers(ofCustomers)
{
    std::unordered_map<std::string, std::size_t> places;
    const auto take = [&](const ListItem<SaleRule>& item) {
        std::string id = ruleKey(*item.value);
        const auto [place, isNew] = places.emplace(std::move(id), m_items.size());
        if (isNew) {
            m_items.push_back(item);
            m_keys.push_back(std::hash<std::string>()(place->first));
        } else {
            m_items[place->second] = item;
        }
    };
    if (earlier) {
        for (const ListItem<SaleRule>& item : earlier->m_items)
            take(item);
    }
    for (const ListItem<SaleRule>& item : read)
        take(item);
    m_figures.reserve(m_items.size());
    for (const ListItem<SaleRule>& item : m_items)
        m_figures.push_back(figuresOf(*item.value));
    for (std::uint32_t row = 0; row < m_items.size(); ++row) {
        for (const Facet facet : {InForce, Deleted, Repeating, CutShort})
            m_counts[facet] += (facets(row) & facet) != 0 ? 1 : 0;
    }
}

std::vector<RuleRows::Product> RuleRows::products(std::uint32_t row) const
{
    return distinctProducts(rule(row));
}

QStringList RuleRows::conditions(std::uint32_t row) const
{
    QStringList parts;
    if (m_ofCustomers) {
        for (const RuleCustomer& customer : rule(row).customers)
            parts << toQString(customer.code) << toQString(customer.name);
        if (!parts.isEmpty())
            return parts;
    }
    for (const RuleField& field : rule(row).fields) {
        const auto dimension = dimensionOfFilterCode(field.filterCode);
        parts << (dimension ? dimensionName(*dimension) : toQString(field.filterName))
              << toQString(field.selectedName).replace(QLatin1Char(','), RuleText::tr(", "));
    }
    return parts;
}

QString RuleRows::sentence(std::uint32_t row) const
{
    const QStringList parts = conditions(row);
    QStringList phrases;
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
        phrases << parts[i] + QLatin1Char(' ') + parts[i + 1];
    return phrases.join(RuleText::tr(" & "));
}

std::int64_t RuleRows::count(Facet facet) const
{
    const auto found = m_counts.find(facet);
    return found == m_counts.end() ? 0 : found->second;
}

std::uint32_t RuleRows::facets(std::uint32_t row) const
{
    std::uint32_t bits = rule(row).isDeleted() ? Deleted : InForce;
    bits |= m_figures[row].repeats > 0 ? Repeating : 0U;
    bits |= m_figures[row].missing > 0 ? CutShort : 0U;
    return bits;
}

RowSource::Matcher RuleRows::matcher(const std::string& word) const
{
    return [this, word](std::uint32_t row) {
        const auto holds = [&word](std::string_view text) { return holdsFolded(text, word); };
        const SaleRule& rule = this->rule(row);
        return holds(rule.id) ||
               std::any_of(rule.fields.begin(), rule.fields.end(),
                           [&](const RuleField& f) {
                               return holds(f.selectedName) || holds(f.selectedCode) || holds(f.filterName);
                           }) ||
               std::any_of(
                   rule.customers.begin(), rule.customers.end(),
                   [&](const RuleCustomer& c) { return holds(c.name) || holds(c.code) || holds(c.id); }) ||
               std::any_of(rule.products.begin(), rule.products.end(),
                           [&](const RuleProduct& p) { return holds(p.name) || holds(p.code); });
    };
}

std::string RuleRows::sortKey(std::uint32_t row, int column) const
{
    switch (static_cast<RuleModel::Column>(column)) {
    case RuleModel::Column::Mark:
        return numberKey(facets(row));
    case RuleModel::Column::Conditions:
        return textKey(toUtf8(sentence(row)));
    case RuleModel::Column::Products:
        return numberKey(figures(row).distinct);
    case RuleModel::Column::MustSell:
        return numberKey(figures(row).mustSell);
    case RuleModel::Column::New:
        return numberKey(figures(row).isNew);
    case RuleModel::Column::Repeats:
        return numberKey(figures(row).repeats);
    case RuleModel::Column::Modified:
        return std::string(rule(row).modifyTime.empty() ? rule(row).createTime : rule(row).modifyTime);
    case RuleModel::Column::Count:
        break;
    }
    return {};
}

RuleProductRows::RuleProductRows(std::shared_ptr<const RuleRows> rules, std::uint32_t rule)
    : m_rules(std::move(rules)), m_products(m_rules->products(rule))
{}

std::uint64_t RuleProductRows::key(std::uint32_t row) const
{
    return std::hash<std::string_view>()(m_products[row].id);
}

std::uint32_t RuleProductRows::facets(std::uint32_t row) const
{
    const RuleRows::Product& product = m_products[row];
    return (product.mustSell ? MustSell : 0U) | (product.isNew ? New : 0U) |
           (product.times > 1 ? Repeating : 0U);
}

RowSource::Matcher RuleProductRows::matcher(const std::string& word) const
{
    return [this, word](std::uint32_t row) {
        const RuleRows::Product& product = m_products[row];
        return holdsFolded(product.name, word) || holdsFolded(product.code, word) ||
               holdsFolded(product.id, word) || holdsFolded(product.supplier, word);
    };
}

std::string RuleProductRows::sortKey(std::uint32_t row, int column) const
{
    const RuleRows::Product& product = m_products[row];
    switch (static_cast<RuleProductModel::Column>(column)) {
    case RuleProductModel::Column::Product:
        return textKey(product.name);
    case RuleProductModel::Column::Code:
        return textKey(product.code);
    case RuleProductModel::Column::MustSell:
        return numberKey(product.mustSell ? 0 : 1);
    case RuleProductModel::Column::New:
        return numberKey(product.isNew ? 0 : 1);
    case RuleProductModel::Column::Supplier:
        return textKey(product.supplier);
    case RuleProductModel::Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
