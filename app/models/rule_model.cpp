// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "models/mark.h"
#include "models/roles.h"
#include "models/rule_rows.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct RuleModelText
{
    Q_DECLARE_TR_FUNCTIONS(RuleModelText)
};

QVariant alignment(bool right)
{
    return QVariant((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

bool isFigure(RuleModel::Column column)
{
    return column == RuleModel::Column::Products || column == RuleModel::Column::MustSell ||
           column == RuleModel::Column::New || column == RuleModel::Column::Repeats;
}

} // namespace

int RuleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return alignment(isFigure(column));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Mark:
        return RuleModelText::tr("State");
    case Column::Conditions:
        return m_ofCustomers ? RuleModelText::tr("Customer") : RuleModelText::tr("Conditions (all of them)");
    case Column::Products:
        return RuleModelText::tr("Products");
    case Column::MustSell:
        return RuleModelText::tr("Must-sell");
    case Column::New:
        return RuleModelText::tr("New");
    case Column::Repeats:
        return RuleModelText::tr("Repeats");
    case Column::Modified:
        return RuleModelText::tr("Changed at");
    case Column::Count:
        break;
    }
    return {};
}

QVariant RuleModel::display(const RuleRows& rows, std::uint32_t row, Column column) const
{
    const RuleRows::Figures& figures = rows.figures(row);
    const SaleRule& rule = rows.rule(row);
    switch (column) {
    case Column::Mark: {
        const RangeEdits::Counts edits = m_edits->countsOf(rows.target(row).key());
        const RangeEdits::Target* edited = m_edits->target(rows.target(row).key());
        if (rows.isDraft(row) && rows.knows(rows.target(row).key()))
            return edited != nullptr && edited->seen ? RuleModelText::tr("Gone there")
                                                     : RuleModelText::tr("Unsent");
        if (edits.all() > 0) // where nothing was read yet it may well be there
            return RuleModelText::tr("%1 edits").arg(edits.all());
        return rule.isDeleted() ? RuleModelText::tr("Deleted") : RuleModelText::tr("In force");
    }
    case Column::Conditions:
        return rows.sentence(row);
    case Column::Products:
        return rows.isDraft(row) ? drafted(rows, row, column) : figures.distinct;
    case Column::MustSell:
        return rows.isDraft(row) ? drafted(rows, row, column) : figures.mustSell;
    case Column::New:
        return rows.isDraft(row) ? drafted(rows, row, column) : figures.isNew;
    case Column::Repeats:
        return figures.repeats == 0 ? QVariant() : QVariant(figures.repeats);
    case Column::Modified:
        return toQString(rule.modifyTime.empty() ? rule.createTime : rule.modifyTime).left(16);
    case Column::Count:
        break;
    }
    return {};
}

int RuleModel::drafted(const RuleRows& rows, std::uint32_t row, Column column) const
{
    const RangeEdits::Target* edited = m_edits->target(rows.target(row).key());
    if (edited == nullptr)
        return 0;
    return static_cast<int>(
        std::count_if(edited->products.begin(), edited->products.end(), [column](const auto& product) {
            const ProductEdit& edit = product.second;
            return !edit.isRemoved && (column == Column::Products || (column == Column::New && edit.isNew) ||
                                       (column == Column::MustSell && edit.mustSell));
        }));
}

QVariant RuleModel::chip(const RuleRows& rows, std::uint32_t row) const
{
    if (!m_edits->clearings().empty()) {
        const RangeEdits::Clearing* clearing = m_edits->clearingOf(rows.target(row).key());
        if (clearing != nullptr && !rows.rule(row).isDeleted())
            return describe(m_edits->stateOf(*clearing), clearing->after.size());
    }
    if (rows.figures(row).missing > 0)
        return RuleModelText::tr("list cut short by %1").arg(rows.figures(row).missing);
    return readOnly(row) != ReadOnly::No && readOnly(row) != ReadOnly::Deleted
               ? QVariant(RuleModelText::tr("read-only"))
               : QVariant();
}

void RuleModel::setEdits(std::shared_ptr<const RangeEdits> edits)
{
    m_edits = std::move(edits);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    narrow();
}

void RuleModel::setSource(SharedSource source)
{
    RowModel::setSource(std::move(source));
    narrow();
}

void RuleModel::setFacets(std::uint32_t facets)
{
    m_showsEdited = facets == RuleRows::Edited;
    RowModel::setFacets(m_showsEdited ? 0 : facets);
    narrow();
}

void RuleModel::setTargets(std::optional<std::set<std::string>> targets)
{
    m_targets = std::move(targets);
    narrow();
}

/// Edits and targets are few: their rows are looked up, whatever the number of rules.
void RuleModel::narrow()
{
    const auto all = std::static_pointer_cast<const RuleRows>(wantedSource());
    if (!all || (!m_showsEdited && !m_targets)) {
        setOnly(nullptr);
        return;
    }
    if (m_showsEdited) {
        setOnly(std::make_shared<const Keys>(editedRows(*all)));
        return;
    }
    auto keys = std::make_shared<Keys>();
    for (const std::string& target : *m_targets) {
        for (const std::uint32_t row : all->rowsOf(target))
            keys->insert(all->key(row));
    }
    setOnly(std::move(keys));
}

RowModel::Keys RuleModel::editedRows(const RuleRows& all) const
{
    Keys keys;
    const auto add = [&](const std::string& target) {
        if (m_targets && !m_targets->contains(target))
            return;
        for (const std::uint32_t row : all.rowsOf(target))
            keys.insert(all.key(row));
    };
    for (const auto& [key, edited] : m_edits->targets())
        add(key);
    for (const RangeEdits::Clearing& clearing : m_edits->clearings())
        add(clearing.old.key());
    return keys;
}

QVariant RuleModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const auto rows = this->rows();
    const auto column = static_cast<Column>(columnIndex);
    switch (role) {
    case Qt::DisplayRole:
        return display(*rows, row, column);
    case Qt::TextAlignmentRole:
        return alignment(isFigure(column));
    case MarkRole:
        if (rows->isDraft(row) && rows->knows(rows->target(row).key()))
            return static_cast<int>(Mark::Added);
        if (!m_edits->isEmpty() && m_edits->target(rows->target(row).key()) != nullptr)
            return static_cast<int>(Mark::Changed);
        return static_cast<int>(rows->rule(row).isDeleted() ? Mark::Ended : Mark::Online);
    case FadedRole:
        return rows->rule(row).isDeleted();
    case BeforeRole:
        return column == Column::Conditions ? QVariant(rows->conditions(row)) : QVariant();
    case ChipRole:
        return column == Column::Conditions ? chip(*rows, row) : QVariant();
    case Qt::ToolTipRole:
        return describe(readOnly(row));
    case Qt::AccessibleTextRole:
        return display(*rows, row, column).toString();
    default:
        return {};
    }
}

int RuleProductModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant RuleProductModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(false);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Mark:
        return QString();
    case Column::Product:
        return RuleModelText::tr("Product");
    case Column::Code:
        return RuleModelText::tr("Code");
    case Column::MustSell:
        return RuleModelText::tr("Must-sell");
    case Column::New:
        return RuleModelText::tr("New");
    case Column::Supplier:
        return RuleModelText::tr("Supplier");
    case Column::Count:
        break;
    }
    return {};
}

namespace {

Mark markOf(const ProductEdit* edit)
{
    if (edit == nullptr)
        return Mark::None;
    return edit->isRemoved ? Mark::Removed : edit->isAddition() ? Mark::Added : Mark::Changed;
}

QString wordOf(Mark mark)
{
    switch (mark) {
    case Mark::Removed:
        return RuleModelText::tr("remove");
    case Mark::Added:
        return RuleModelText::tr("add");
    case Mark::Changed:
        return RuleModelText::tr("change");
    default:
        return {};
    }
}

} // namespace

QVariant RuleProductModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const auto& rows = static_cast<const RuleProductRows&>(*source());
    const RuleRows::Product& product = rows.product(row);
    const ProductEdit* edit = rows.edit(row);
    const auto column = static_cast<Column>(columnIndex);
    const bool isToggle = column == Column::MustSell || column == Column::New;
    const bool isOn = column == Column::MustSell ? rows.mustSell(row) : rows.isNew(row);
    switch (role) {
    case OnRole:
        return isToggle ? QVariant(isOn) : QVariant();
    case EditedRole:
        return isToggle && edit != nullptr && !edit->isRemoved && edit->base.present &&
               isOn != (column == Column::MustSell ? edit->base.mustSell : edit->base.isNew);
    case MarkRole:
        return static_cast<int>(markOf(edit));
    case StruckRole:
        return column == Column::Product && edit != nullptr && edit->isRemoved;
    case FadedRole:
        return edit != nullptr && edit->isRemoved;
    case Qt::TextAlignmentRole:
        return alignment(false);
    case ChipRole:
        if (column != Column::Product)
            return {};
        if (rows.isConflict(row))
            return RuleModelText::tr("changed there, too");
        if (product.times > 1)
            return product.conflicting ? RuleModelText::tr("listed %1 times, not equal").arg(product.times)
                                       : RuleModelText::tr("listed %1 times").arg(product.times);
        return {};
    case Qt::AccessibleTextRole:
        if (isToggle)
            return isOn ? RuleModelText::tr("yes") : RuleModelText::tr("no");
        break;
    case Qt::ToolTipRole:
        return column == Column::Mark ? wordOf(markOf(edit)) : QString();
    case ExportRole:
        if (column != Column::Mark)
            return {};
        break;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case Column::Mark: // the sign alone on the screen
        return role == Qt::DisplayRole ? QString() : wordOf(markOf(edit));
    case Column::Product:
        return toQString(product.name);
    case Column::Code:
        return toQString(product.code);
    case Column::MustSell:
        return RuleModelText::tr("Must-sell");
    case Column::New:
        return RuleModelText::tr("New");
    case Column::Supplier:
        return product.supplier.empty() ? RuleModelText::tr("any") : toQString(product.supplier);
    case Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
