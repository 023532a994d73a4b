// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_models.h"

#include "core/text.h"
#include "models/roles.h"
#include "rules/condition_tree.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct DraftText
{
    Q_DECLARE_TR_FUNCTIONS(DraftText)
};

QString wordOf(Mark mark)
{
    switch (mark) {
    case Mark::Added:
        return DraftText::tr("new");
    case Mark::Changed:
        return DraftText::tr("gets more");
    case Mark::Same:
        return DraftText::tr("the same");
    default:
        return DraftText::tr("unclear");
    }
}

/// What the products make of a rule in force.
Mark markAgainst(const RuleRows& rules, std::uint32_t row, const std::vector<DraftProduct>& products)
{
    std::unordered_map<std::string_view, RuleRows::Product> there;
    for (const RuleRows::Product& product : rules.products(row))
        there.emplace(product.id, product);
    const bool isSame = std::all_of(products.begin(), products.end(), [&](const DraftProduct& wanted) {
        const auto found = there.find(wanted.product.value);
        return wanted.product.by == SelectBy::Id && found != there.end() &&
               found->second.mustSell == wanted.mustSell && found->second.isNew == wanted.isNew;
    });
    return isSame ? Mark::Same : Mark::Changed;
}

} // namespace

std::size_t DraftProductModel::add(std::vector<DraftProduct> products)
{
    std::erase_if(products, [this](const DraftProduct& added) {
        return std::any_of(m_products.begin(), m_products.end(), [&](const DraftProduct& there) {
            return there.product.by == added.product.by && there.product.value == added.product.value;
        });
    });
    if (products.empty())
        return 0;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(products.size()) - 1);
    m_products.insert(m_products.end(), products.begin(), products.end());
    endInsertRows();
    return products.size();
}

void DraftProductModel::remove(std::vector<int> rows)
{
    std::sort(rows.rbegin(), rows.rend());
    for (const int row : rows) {
        beginRemoveRows({}, row, row);
        m_products.erase(m_products.begin() + row);
        endRemoveRows();
    }
}

void DraftProductModel::toggle(const QModelIndex& cell)
{
    DraftProduct& product = m_products[static_cast<std::size_t>(cell.row())];
    bool& flag = cell.column() == static_cast<int>(Column::New) ? product.isNew : product.mustSell;
    flag = !flag;
    Q_EMIT dataChanged(index(cell.row(), 0), index(cell.row(), columnCount() - 1));
}

void DraftProductModel::set(std::vector<DraftProduct> products)
{
    beginResetModel();
    m_products = std::move(products);
    endResetModel();
}

int DraftProductModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_products.size());
}

int DraftProductModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant DraftProductModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Product:
        return DraftText::tr("Product");
    case Column::Code:
        return DraftText::tr("Code");
    case Column::MustSell:
        return DraftText::tr("Must-sell");
    case Column::New:
        return DraftText::tr("New");
    case Column::Count:
        break;
    }
    return {};
}

QVariant DraftProductModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DraftProduct& product = m_products[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    const bool isToggle = column == Column::MustSell || column == Column::New;
    const bool isOn = column == Column::MustSell ? product.mustSell : product.isNew;
    if (role == OnRole)
        return isToggle ? QVariant(isOn) : QVariant();
    if (role == Qt::AccessibleTextRole && isToggle)
        return isOn ? DraftText::tr("yes") : DraftText::tr("no");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Column::Product:
        return toQString(product.product.name.empty() ? product.product.value : product.product.name);
    case Column::Code:
        return toQString(product.product.code.empty() ? product.product.value : product.product.code);
    case Column::MustSell:
        return DraftText::tr("Must-sell");
    case Column::New:
        return DraftText::tr("New");
    case Column::Count:
        break;
    }
    return {};
}

RangeTarget customerTarget(const Picked& customer)
{
    return {ChangeKind::CustomerProducts,
            {{Dimension::Department, customer.by, -1, customer.value}},
            {toQString(customer.code.empty() ? customer.value : customer.code), toQString(customer.name)}};
}

void resolveCustomers(std::vector<Picked>& customers, const Catalogue& catalogue)
{
    const EntryList& entries = catalogue.of(EntryKind::Customer);
    for (const SelectBy by : {SelectBy::Code, SelectBy::Name, SelectBy::SourceCode}) {
        std::vector<std::string> values;
        std::vector<Picked*> named;
        for (Picked& customer : customers) {
            if (customer.by != by)
                continue;
            values.push_back(customer.value);
            named.push_back(&customer);
        }
        if (named.empty())
            continue;
        const auto found = entries.named(values, by);
        for (std::size_t i = 0; i < named.size(); ++i) {
            if (found[i].size() != 1 || entries.id(found[i].front()).starts_with(madeUpId))
                continue;
            named[i]->by = SelectBy::Id;
            named[i]->value = entries.id(found[i].front());
        }
    }
}

RangeTarget resolved(const RangeTarget& target, const Catalogue& catalogue)
{
    RangeTarget named = target;
    for (TypedCell& cell : named.cells) {
        if (cell.by == SelectBy::Id)
            continue;
        const EntryList& entries = target.kind == ChangeKind::CustomerProducts
                                       ? catalogue.of(EntryKind::Customer)
                                       : catalogue.of(cell.dimension);
        const auto found = entries.namedBy(cell.value, cell.by);
        if (found.size() == 1 && !entries.id(found.front()).starts_with(madeUpId)) {
            cell.by = SelectBy::Id;
            cell.value = entries.id(found.front());
        }
    }
    return named;
}

std::vector<DraftProduct> draftProductsOf(const std::shared_ptr<const RuleRows>& rules, std::uint32_t row,
                                          const RangeEdits& edits)
{
    const std::string key = rules->target(row).key();
    std::vector<std::uint32_t> rows{row};
    if (!rules->rule(row).isDeleted()) {
        for (const std::uint32_t other : rules->rowsOf(key)) {
            if (other != row)
                rows.push_back(other);
        }
    }
    std::vector<DraftProduct> products;
    std::set<std::string> taken; // of several suppliers, or of several rules: once
    for (const std::uint32_t one : rows) {
        const RuleProductRows all(rules, one, edits.target(key));
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            const ProductEdit product = all.unedited(i);
            if (product.isRemoved || !taken.insert(all.editKey(i)).second)
                continue;
            products.push_back({{product.product.by, product.product.value, product.code, product.name},
                                all.mustSell(i),
                                all.isNew(i),
                                all.base(i).oneSupplier});
        }
    }
    return products;
}

std::vector<ExpandedRange> expandAgainst(const ConditionTree& tree, std::uint64_t most, const RuleRows* rules,
                                         const Catalogue& catalogue,
                                         const std::vector<DraftProduct>& products)
{
    std::vector<ExpandedRange> ranges;
    // Values are looked up once, not once a combination.
    ConditionTree named = tree;
    for (TreeBranch& branch : named.branches) {
        for (TreeValue& value : branch.values) {
            const RangeTarget one = resolved(
                {ChangeKind::RangeProducts, {{branch.dimension, value.by, -1, value.value}}, {}}, catalogue);
            value.by = one.cells.front().by;
            value.value = one.cells.front().value;
        }
    }
    auto typed = expand(tree, most);
    auto byId = expand(named, most);
    if (!typed || !byId)
        return ranges;
    ranges.reserve(typed->size());
    for (std::size_t i = 0; i < typed->size(); ++i) {
        ExpandedRange& range = ranges.emplace_back();
        range.target = std::move((*typed)[i]);
        range.known = std::move((*byId)[i]);
        const RangeTarget& known = range.known;
        const std::string key = known.key();
        if (rules == nullptr || !known.isById())
            range.mark = Mark::Warning;
        else if (const auto row = rules->rowOf(key); row && !rules->isDraft(*row))
            range.mark = rules->rulesOf(key) > 1 ? Mark::Warning : markAgainst(*rules, *row, products);
    }
    return ranges;
}

void ExpandedModel::setRanges(std::vector<ExpandedRange> ranges)
{
    beginResetModel();
    m_ranges = std::move(ranges);
    endResetModel();
}

qint64 ExpandedModel::count(Mark mark) const
{
    return std::count_if(m_ranges.begin(), m_ranges.end(),
                         [mark](const ExpandedRange& range) { return range.mark == mark; });
}

int ExpandedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ranges.size());
}

int ExpandedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant ExpandedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? DraftText::tr("On the server") : DraftText::tr("Range");
}

QVariant ExpandedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ExpandedRange& range = m_ranges[static_cast<std::size_t>(index.row())];
    if (role == MarkRole)
        return static_cast<int>(range.mark);
    if (role == Qt::ToolTipRole)
        return range.target.sentence();
    if (role == Qt::DisplayRole && index.column() == 1) { // the tree names the dimensions
        QStringList values;
        for (qsizetype i = 1; i < range.target.words.size(); i += 2)
            values << range.target.words[i];
        return values.join(QStringLiteral(" · "));
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return index.column() == 0 ? wordOf(range.mark) : range.target.sentence();
}

} // namespace rangedesk
