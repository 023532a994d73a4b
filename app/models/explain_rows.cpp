// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/explain_rows.h"

#include "core/text.h"
#include "models/mark.h"
#include "models/roles.h"

#include <QCoreApplication>
#include <unordered_map>
#include <unordered_set>

namespace rangedesk {

namespace {

struct ExplainText
{
    Q_DECLARE_TR_FUNCTIONS(ExplainText)
};

std::vector<const SaleRule*> rulesOf(const std::shared_ptr<const RuleRows>& rows)
{
    std::vector<const SaleRule*> rules;
    for (std::uint32_t row = 0; rows && row < rows->size(); ++row) {
        if (!rows->isDraft(row))
            rules.push_back(&rows->rule(row));
    }
    return rules;
}

QString fromWords(const ProductAnswer& product)
{
    const std::vector<RuleReason>& reasons = product.canSell ? product.granting : product.missed;
    if (reasons.empty())
        return {};
    const QString first = reasonWords(reasons.front());
    return reasons.size() == 1 ? first : ExplainText::tr("%1 and %2 more").arg(first).arg(reasons.size() - 1);
}

/// Of what may be sold: from whom; of the rest: how near the nearest rule is.
QString gapWords(const ProductAnswer& product)
{
    if (product.canSell) {
        QStringList suppliers;
        for (const std::string_view supplier : product.suppliers)
            suppliers << toQString(supplier);
        return suppliers.isEmpty() ? ExplainText::tr("every supplier") : suppliers.join(QStringLiteral(", "));
    }
    if (product.missed.empty())
        return ExplainText::tr("no rule lists it");
    const RuleReason& nearest = product.missed.front();
    if (product.isUnsure) {
        QStringList open;
        for (const RuleField* field : nearest.unmet) {
            const auto dimension = dimensionOfFilterCode(field->filterCode);
            open << (dimension ? dimensionName(*dimension) : toQString(field->filterName));
        }
        return ExplainText::tr("not filled: %1").arg(open.join(ExplainText::tr(", ")));
    }
    if (nearest.rule->isDeleted())
        return ExplainText::tr("rule deleted");
    if (nearest.unmet.empty())
        return ExplainText::tr("outranked by another rule");
    return ExplainText::tr("conditions not met: %1").arg(nearest.unmet.size());
}

} // namespace

QString reasonWords(const RuleReason& reason)
{
    if (reason.isOwn)
        return ExplainText::tr("the customer's own range");
    QStringList values;
    for (const RuleField& field : reason.rule->fields)
        values << toQString(field.selectedName);
    return values.isEmpty() ? ExplainText::tr("a rule without conditions")
                            : values.join(ExplainText::tr(" & "));
}

QString describe(const Sellable& one)
{
    if (!one.may)
        return ExplainText::tr("may not sell");
    QString words = ExplainText::tr("may sell");
    if (one.mustSell)
        words += ExplainText::tr(", must-sell");
    if (one.isNew)
        words += ExplainText::tr(", new");
    return words;
}

QString describe(const ProductAnswer* product)
{
    return product != nullptr && product->isUnsure
               ? ExplainText::tr("not sure")
               : describe(product != nullptr ? product->sellable() : Sellable());
}

ExplainRows::ExplainRows(const CustomerFacts& customer, std::shared_ptr<const RuleRows> rules,
                         std::shared_ptr<const RuleRows> ownRules, RulePolicy policy,
                         const std::optional<CustomerFacts>& other, std::shared_ptr<const EntryList> products)
    : m_rules(std::move(rules)), m_ownRules(std::move(ownRules)), m_catalogue(std::move(products))
{
    const auto all = rulesOf(m_rules);
    const auto own = rulesOf(m_ownRules);
    m_answer = explain(customer, all, own, policy);
    if (!other) {
        addUnlisted();
        return;
    }
    m_otherAnswer = explain(*other, all, own, policy);
    std::unordered_map<std::string_view, const ProductAnswer*> others;
    for (const ProductAnswer& product : m_otherAnswer->products)
        others.emplace(product.id, &product);
    // What only rules of the other customer list is there as well.
    std::unordered_set<std::string_view> listed;
    for (const ProductAnswer& product : m_answer.products)
        listed.insert(product.id);
    for (const ProductAnswer& product : m_otherAnswer->products) {
        if (!listed.contains(product.id)) {
            ProductAnswer& added = m_answer.products.emplace_back();
            added.id = product.id;
            added.code = product.code;
            added.name = product.name;
        }
    }
    addUnlisted();
    for (std::uint32_t row = 0; row < m_answer.products.size(); ++row) {
        const auto found = others.find(product(row).id);
        m_others.push_back(found == others.end() ? nullptr : found->second);
        m_differing += (facets(row) & Differs) != 0 ? 1 : 0;
    }
}

/// By id, and where a list told none, by code.
void ExplainRows::addUnlisted()
{
    m_listed = m_answer.products.size();
    if (!m_catalogue)
        return;
    std::unordered_set<std::string_view> known;
    for (const ProductAnswer& product : m_answer.products) {
        known.insert(product.id);
        known.insert(product.code);
    }
    known.erase(std::string_view());
    for (std::uint32_t entry = 0; entry < m_catalogue->size(); ++entry) {
        const bool isListed =
            known.contains(m_catalogue->id(entry)) || known.contains(m_catalogue->code(entry));
        if (isListed)
            continue;
        ProductAnswer& added = m_answer.products.emplace_back();
        added.id = m_catalogue->id(entry);
        added.code = m_catalogue->code(entry);
        added.name = m_catalogue->name(entry);
        m_entries.push_back(entry);
    }
}

Picked ExplainRows::picked(std::uint32_t row) const
{
    if (row >= m_listed)
        return Picked::of(*m_catalogue, m_entries[row - m_listed]);
    const ProductAnswer& one = product(row);
    return {SelectBy::Id, std::string(one.id), std::string(one.code), std::string(one.name)};
}

std::uint64_t ExplainRows::key(std::uint32_t row) const
{
    return std::hash<std::string_view>()(product(row).id);
}

std::uint32_t ExplainRows::facets(std::uint32_t row) const
{
    const ProductAnswer& one = product(row);
    const ProductAnswer* compared = other(row);
    const bool isOtherUnsure = compared != nullptr && compared->isUnsure;
    const Sellable otherSellable = compared != nullptr ? compared->sellable() : Sellable();
    const bool differs =
        isCompared() && (one.isUnsure != isOtherUnsure || !(one.sellable() == otherSellable));
    const std::uint32_t may = one.isUnsure ? Unsure : one.canSell ? CanSell : CannotSell;
    return may | (one.mustSell ? MustSell : 0U) | (one.isNew ? New : 0U) | (differs ? Differs : 0U) |
           (row >= m_listed ? Unlisted : 0U);
}

RowSource::Matcher ExplainRows::matcher(const std::string& word) const
{
    return [this, word](std::uint32_t row) {
        const ProductAnswer& one = product(row);
        return holdsFolded(one.name, word) || holdsFolded(one.code, word) || holdsFolded(one.id, word);
    };
}

std::string ExplainRows::sortKey(std::uint32_t row, int column) const
{
    const ProductAnswer& one = product(row);
    switch (static_cast<ExplainModel::Column>(column)) {
    case ExplainModel::Column::Mark:
        return numberKey(one.surelyCanSell() ? 0 : one.isUnsure ? 1 : 2);
    case ExplainModel::Column::Product:
        return textKey(one.name);
    case ExplainModel::Column::Code:
        return textKey(one.code);
    case ExplainModel::Column::MustSell:
        return numberKey(one.mustSell ? 0 : 1);
    case ExplainModel::Column::New:
        return numberKey(one.isNew ? 0 : 1);
    case ExplainModel::Column::Other:
        return textKey(toUtf8(describe(other(row))));
    case ExplainModel::Column::From:
        return textKey(toUtf8(fromWords(one)));
    case ExplainModel::Column::Gap:
        return one.canSell || one.missed.empty()
                   ? numberKey(0)
                   : numberKey(static_cast<std::int64_t>(one.missed.front().unmet.size()) + 1);
    case ExplainModel::Column::Count:
        break;
    }
    return {};
}

int ExplainModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant ExplainModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Mark:
        return ExplainText::tr("May sell");
    case Column::Product:
        return ExplainText::tr("Product");
    case Column::Code:
        return ExplainText::tr("Code");
    case Column::MustSell:
        return ExplainText::tr("Must-sell");
    case Column::New:
        return ExplainText::tr("New");
    case Column::Other:
        return ExplainText::tr("Compared customer");
    case Column::From:
        return ExplainText::tr("From which rule");
    case Column::Gap:
        return ExplainText::tr("Supplier, or what is missing");
    case Column::Count:
        break;
    }
    return {};
}

QVariant ExplainModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const ProductAnswer& product = rows()->product(row);
    const auto column = static_cast<Column>(columnIndex);
    const bool isToggle = column == Column::MustSell || column == Column::New;
    const bool isOn = column == Column::MustSell ? product.mustSell : product.isNew;
    if (role == OnRole)
        return isToggle && product.canSell && isOn ? QVariant(true) : QVariant();
    if (role == MarkRole)
        return static_cast<int>(product.isUnsure  ? Mark::Unknown
                                : product.canSell ? Mark::Accepted
                                                  : Mark::Excluded);
    if (role == FadedRole)
        return product.surelyCannot();
    if (role == Qt::AccessibleTextRole && isToggle)
        return isOn ? ExplainText::tr("yes") : ExplainText::tr("no");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Column::Mark:
        return product.isUnsure  ? ExplainText::tr("unsure")
               : product.canSell ? ExplainText::tr("yes")
                                 : ExplainText::tr("no");
    case Column::Product:
        return toQString(product.name);
    case Column::Code:
        return toQString(product.code);
    case Column::MustSell:
        return ExplainText::tr("Must-sell");
    case Column::New:
        return ExplainText::tr("New");
    case Column::Other:
        return rows()->isCompared() ? describe(rows()->other(row)) : QString();
    case Column::From:
        return fromWords(product);
    case Column::Gap:
        return gapWords(product);
    case Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
