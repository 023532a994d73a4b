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
    case Column::Mark:
        return rule.isDeleted() ? RuleModelText::tr("Deleted") : RuleModelText::tr("In force");
    case Column::Conditions:
        return rows.sentence(row);
    case Column::Products:
        return figures.distinct;
    case Column::MustSell:
        return figures.mustSell;
    case Column::New:
        return figures.isNew;
    case Column::Repeats:
        return figures.repeats == 0 ? QVariant() : QVariant(QStringLiteral("×%1").arg(figures.repeats + 1));
    case Column::Modified:
        return toQString(rule.modifyTime.empty() ? rule.createTime : rule.modifyTime).left(16);
    case Column::Count:
        break;
    }
    return {};
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
        return static_cast<int>(rows->rule(row).isDeleted() ? Mark::Ended : Mark::Online);
    case FadedRole:
        return rows->rule(row).isDeleted();
    case BeforeRole:
        return column == Column::Conditions ? QVariant(rows->conditions(row)) : QVariant();
    case ChipRole:
        return column == Column::Conditions && rows->figures(row).missing > 0
                   ? QVariant(RuleModelText::tr("list cut short by %1").arg(rows->figures(row).missing))
                   : QVariant();
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
    case Column::Product:
        return RuleModelText::tr("Product");
    case Column::Code:
        return RuleModelText::tr("Code");
    case Column::MustSell:
        return RuleModelText::tr("Must-sell");
    case Column::New:
        return RuleModelText::tr("New");
    case Column::Supplier:
        return RuleModelText::tr("Upstream supplier");
    case Column::Count:
        break;
    }
    return {};
}

QVariant RuleProductModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const auto& rows = static_cast<const RuleProductRows&>(*source());
    const RuleRows::Product& product = rows.product(row);
    const auto column = static_cast<Column>(columnIndex);
    const bool isToggle = column == Column::MustSell || column == Column::New;
    const bool isOn = column == Column::MustSell ? product.mustSell : product.isNew;
    if (role == OnRole)
        return isToggle ? QVariant(isOn) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return alignment(false);
    if (role == ChipRole && column == Column::Product && product.times > 1)
        return product.conflicting ? RuleModelText::tr("listed %1 times, not equal").arg(product.times)
                                   : RuleModelText::tr("listed %1 times").arg(product.times);
    if (role == Qt::AccessibleTextRole && isToggle)
        return isOn ? RuleModelText::tr("yes") : RuleModelText::tr("no");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Column::Product:
        return toQString(product.name);
    case Column::Code:
        return toQString(product.code);
    case Column::MustSell:
        return RuleModelText::tr("Must-sell");
    case Column::New:
        return RuleModelText::tr("New");
    case Column::Supplier:
        return toQString(product.supplier);
    case Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
