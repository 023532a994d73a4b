// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rule_rows.h"

#include "changes/target_view.h"
#include "core/dimension.h"
#include "core/rule_key.h"
#include "core/text.h"
#include "core/vendor_time.h"

#include <QCoreApplication>
#include <unordered_map>
#include <unordered_set>

namespace rangedesk {

namespace {

struct RuleText
{
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

std::vector<RuleRows::Product> distinctProducts(const SaleRule& rule)
{
    std::vector<RuleRows::Product> products;
    // By product and supplier: two suppliers of one product are no repeat.
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> places;
    for (const RuleProduct& listed : rule.products) {
        const std::string_view supplyId = listed.isOfEverySupplier() ? std::string_view() : listed.supplyId;
        const auto [place, isNew] = places.emplace(std::pair(listed.id, supplyId), products.size());
        if (isNew) {
            const bool isNamed = supplyId.empty() || !listed.supplyName.empty();
            products.push_back({listed.id, listed.code, listed.name,
                                supplyId.empty() ? std::string_view()
                                : isNamed        ? listed.supplyName
                                                 : supplyId,
                                listed.mustSell, listed.isNew});
            continue;
        }
        RuleRows::Product& first = products[place->second];
        ++first.times;
        first.conflicting =
            first.conflicting || first.mustSell != listed.mustSell || first.isNew != listed.isNew;
    }
    return products;
}

/// The figures of rules, counted with one store: lists hold millions of products.
class Counter
{
public:
    RuleRows::Figures count(const SaleRule& rule)
    {
        m_listed.clear();
        for (const RuleProduct& listed : rule.products)
            m_listed.push_back({&listed, listed.isOfEverySupplier() ? std::string_view() : listed.supplyId});
        // By product and supplier; of one product the first in the list stays the first of its run.
        std::sort(m_listed.begin(), m_listed.end(), [](const Listed& a, const Listed& b) {
            return std::tie(a.product->id, a.supplyId, a.product) <
                   std::tie(b.product->id, b.supplyId, b.product);
        });
        RuleRows::Figures figures;
        for (std::size_t start = 0, end = 0; start < m_listed.size(); start = end)
            countProduct(start, end, figures);
        figures.missing = std::max(0, toQString(rule.skuNum).toInt() - figures.distinct);
        return figures;
    }

private:
    struct Listed
    {
        const RuleProduct* product;
        std::string_view supplyId;
    };

    /// @param end behind the last place of this product
    void countProduct(std::size_t start, std::size_t& end, RuleRows::Figures& figures) const
    {
        const RuleProduct* first = m_listed[start].product;
        int times = 0; // by one supplier
        for (end = start; end < m_listed.size() && m_listed[end].product->id == first->id; ++end) {
            times = end > start && m_listed[end].supplyId == m_listed[end - 1].supplyId ? times + 1 : 1;
            figures.repeats += times == 2 ? 1 : 0;
            first = std::min(first, m_listed[end].product); // in the order of the list
        }
        ++figures.distinct;
        figures.mustSell += first->mustSell ? 1 : 0;
        figures.isNew += first->isNew ? 1 : 0;
    }

    std::vector<Listed> m_listed;
};

/// A range that is here only, in the shape of a rule; the text keeps what it points to.
ListItem<SaleRule> draftItem(const RangeTarget& target)
{
    auto text = std::make_shared<std::string>();
    struct Part
    {
        std::size_t at;
        std::size_t length;
    };
    std::vector<Part> parts;
    const auto keep = [&](const std::string& piece) {
        parts.push_back({text->size(), piece.size()});
        *text += piece;
    };
    for (std::size_t i = 0; i < target.cells.size(); ++i) {
        keep(target.cells[i].by == SelectBy::Id ? target.cells[i].value : std::string());
        keep(target.cells[i].by == SelectBy::Code ? target.cells[i].value : std::string());
        keep(toUtf8(target.words.value(static_cast<qsizetype>(i) * 2 + 1)));
    }
    const auto view = [&](std::size_t part) {
        return std::string_view(*text).substr(parts[part].at, parts[part].length);
    };
    SaleRule rule;
    rule.status = "1";
    for (std::size_t i = 0; i < target.cells.size(); ++i) {
        if (target.kind == ChangeKind::CustomerProducts)
            rule.customers.push_back({view(3 * i), view(3 * i + 1), view(3 * i + 2)});
        else
            rule.fields.push_back(
                {filterCodeOf(target.cells[i].dimension), {}, view(3 * i), view(3 * i + 1), view(3 * i + 2)});
    }
    return {text, std::make_shared<const SaleRule>(std::move(rule))};
}

} // namespace

RuleRows::RuleRows(const std::shared_ptr<const RuleRows>& earlier,
                   const std::vector<ListItem<SaleRule>>& read, bool ofCustomers, const RangeEdits& drafts,
                   bool isRead, const EnabledSet& enabled, const OnlyTargets& only)
    : m_ofCustomers(ofCustomers), m_isRead(isRead),
      m_enabled(enabled || !earlier ? enabled : earlier->m_enabled),
      m_only(only || !earlier ? only : earlier->m_only)
{
    std::unordered_map<std::string, std::size_t> places;
    std::vector<ListItem<SaleRule>> items;
    std::vector<std::uint64_t> keys;
    const std::size_t most = read.size() + (earlier ? earlier->m_items.size() : 0);
    places.reserve(most);
    items.reserve(most);
    keys.reserve(most);
    const auto take = [&](const ListItem<SaleRule>& item) {
        std::string id = ruleKey(*item.value);
        const auto [place, isNew] = places.emplace(std::move(id), items.size());
        if (isNew) {
            items.push_back(item);
            keys.push_back(std::hash<std::string>()(place->first));
        } else {
            items[place->second] = item;
        }
    };
    if (earlier) {
        for (std::size_t i = earlier->m_drafts.size(); i < earlier->m_items.size(); ++i)
            take(earlier->m_items[i]);
    }
    for (const ListItem<SaleRule>& item : read)
        take(item);

    std::set<std::string> inForce;
    if (!drafts.isEmpty()) {
        for (const ListItem<SaleRule>& item : items) {
            if (!item.value->isDeleted())
                inForce.insert(targetKeyOf(*item.value, ofCustomers));
        }
    }
    const ChangeKind kind = ofCustomers ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts;
    for (const auto& [key, edited] : drafts.targets()) {
        if (edited.target.kind != kind || inForce.contains(key))
            continue;
        m_drafts.push_back(edited.target);
        m_items.push_back(draftItem(edited.target));
        m_keys.push_back(draftKey(key));
    }
    m_items.insert(m_items.end(), items.begin(), items.end());
    m_keys.insert(m_keys.end(), keys.begin(), keys.end());
    countAll();
}

void RuleRows::countAll()
{
    const std::string today = vendorDateTime(QDateTime::currentDateTimeUtc());
    countAges(vendorDay(today));
    m_figures.reserve(m_items.size());
    m_rowsOfTargets.reserve(m_items.size());
    Counter counter;
    for (const ListItem<SaleRule>& item : m_items)
        m_figures.push_back(counter.count(*item.value));
    for (auto row = static_cast<std::uint32_t>(m_drafts.size()); row < m_items.size(); ++row)
        m_figures[row].readOnly = readOnlyReason(rule(row), m_ofCustomers, m_enabled);
    for (std::uint32_t row = 0; row < m_items.size(); ++row) {
        for (const Facet facet : {InForce, Deleted, Repeating, CutShort, Draft, ReadOnlyRule})
            m_counts[facet] += (facets(row) & facet) != 0 ? 1 : 0;
        const auto& customers = rule(row).customers;
        for (std::size_t i = 0; customers.size() > 1 && i < customers.size(); ++i)
            m_sharing.insert(customers[i].id);
        if (!rule(row).isDeleted())
            m_rowsOfTargets.emplace(std::hash<std::string>()(isDraft(row)
                                                                 ? m_drafts[row].key()
                                                                 : targetKeyOf(rule(row), m_ofCustomers)),
                                    row);
    }
    countValues();
}

RangeTarget RuleRows::target(std::uint32_t row) const
{
    return isDraft(row) ? m_drafts[row] : targetOf(rule(row), m_ofCustomers);
}

std::optional<std::uint32_t> RuleRows::rowOf(const std::string& targetKey) const
{
    const auto [first, last] = m_rowsOfTargets.equal_range(std::hash<std::string>()(targetKey));
    for (auto at = first; at != last; ++at) {
        if (target(at->second).key() == targetKey)
            return at->second;
    }
    return std::nullopt;
}

std::vector<std::uint32_t> RuleRows::rowsOf(const std::string& targetKey) const
{
    std::vector<std::uint32_t> rows;
    const auto [first, last] = m_rowsOfTargets.equal_range(std::hash<std::string>()(targetKey));
    for (auto at = first; at != last; ++at) {
        if (target(at->second).key() == targetKey)
            rows.push_back(at->second);
    }
    return rows;
}

std::set<std::string> RuleRows::draftKeys() const
{
    std::set<std::string> keys;
    for (const RangeTarget& draft : m_drafts)
        keys.insert(draft.key());
    return keys;
}

std::vector<RuleRows::Product> RuleRows::products(std::uint32_t row) const
{
    return distinctProducts(rule(row));
}

RuleRows::Listed RuleRows::listed(const std::string& targetKey) const
{
    std::map<std::string_view, DigestedProduct> products;
    bool isThere = false;
    for (const std::uint32_t row : rowsOf(targetKey)) {
        const auto& customers = rule(row).customers;
        isThere =
            isThere || (!isDraft(row) && (customers.empty() || !m_sharing.contains(customers.front().id)));
        for (const RuleProduct& product : rule(row).products) {
            const auto [place, isNew] =
                products.try_emplace(product.id, DigestedProduct{product.mustSell, product.isNew, false});
            DigestedProduct& first = place->second;
            first.conflicting =
                first.conflicting ||
                (!isNew && (first.mustSell != product.mustSell || first.isNew != product.isNew));
        }
    }
    return {static_cast<std::int64_t>(products.size()), isThere ? digestOf(products) : 0};
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
    if (isDraft(row))
        return Draft;
    std::uint32_t bits = rule(row).isDeleted() ? Deleted : InForce;
    bits |= m_figures[row].repeats > 0 ? Repeating : 0U;
    bits |= m_figures[row].missing > 0 ? CutShort : 0U;
    const ReadOnly reason = m_figures[row].readOnly;
    bits |= reason != ReadOnly::No && reason != ReadOnly::Deleted ? ReadOnlyRule : 0U;
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
                               return holds(f.selectedName) || holds(f.selectedCode) || holds(f.selectedId) ||
                                      holds(f.filterName);
                           }) ||
               std::any_of(
                   rule.customers.begin(), rule.customers.end(),
                   [&](const RuleCustomer& c) { return holds(c.name) || holds(c.code) || holds(c.id); }) ||
               std::any_of(rule.products.begin(), rule.products.end(), [&](const RuleProduct& p) {
                   return holds(p.name) || holds(p.code) || holds(p.id);
               });
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

} // namespace rangedesk
