// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reference_models.h"

#include "core/text.h"
#include "models/entry_rows.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ReferenceModelText
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceModelText)
};

} // namespace

void ReferenceColumnModel::setColumns(std::vector<ReferenceColumn> columns)
{
    const bool isSameSheet = std::equal(columns.begin(), columns.end(), m_columns.begin(), m_columns.end(),
                                        [](const ReferenceColumn& a, const ReferenceColumn& b) {
                                            return a.heading == b.heading && a.sample == b.sample;
                                        });
    if (isSameSheet && !columns.empty()) { // the person's place in the table stays
        m_columns = std::move(columns);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

QString ReferenceColumnModel::word(ReferenceColumn::Meaning meaning)
{
    using Meaning = ReferenceColumn::Meaning;
    switch (meaning) {
    case Meaning::Ignored:
        return ReferenceModelText::tr("not taken over");
    case Meaning::Id:
        return ReferenceModelText::tr("Id");
    case Meaning::Code:
        return ReferenceModelText::tr("Code");
    case Meaning::SourceCode:
        return ReferenceModelText::tr("External id");
    case Meaning::Name:
        return ReferenceModelText::tr("Name");
    case Meaning::Attribute:
    case Meaning::Count:
        break;
    }
    return ReferenceModelText::tr("Attribute");
}

int ReferenceColumnModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

int ReferenceColumnModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant ReferenceColumnModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Heading:
        return ReferenceModelText::tr("Column of the sheet");
    case Column::Sample:
        return ReferenceModelText::tr("First value");
    default:
        return ReferenceModelText::tr("Means");
    }
}

QVariant ReferenceColumnModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReferenceColumn& column = m_columns[static_cast<std::size_t>(index.row())];
    const auto what = static_cast<Column>(index.column());
    if (role == Qt::EditRole && what == Column::Meaning)
        return static_cast<int>(column.meaning);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (what) {
    case Column::Heading:
        return column.heading;
    case Column::Sample:
        return column.sample;
    default:
        break;
    }
    // Which attribute, where it is not simply called as the column.
    const QString attribute = attributeName(column.attribute);
    const bool isOther = column.meaning == ReferenceColumn::Meaning::Attribute && attribute != column.heading;
    const QString text =
        isOther ? ReferenceModelText::tr("Attribute: %1").arg(attribute) : word(column.meaning);
    const bool canChoose = role == Qt::DisplayRole && flags(index).testFlag(Qt::ItemIsEditable);
    return canChoose ? text + QStringLiteral("  ▾") : text;
}

Qt::ItemFlags ReferenceColumnModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool canChoose = index.isValid() && static_cast<Column>(index.column()) == Column::Meaning &&
                           !m_columns[static_cast<std::size_t>(index.row())].heading.isEmpty();
    return canChoose ? flags | Qt::ItemIsEditable : flags;
}

bool ReferenceColumnModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const int number = value.toInt();
    const bool isGood = role == Qt::EditRole && flags(index).testFlag(Qt::ItemIsEditable) && number >= 0 &&
                        number < static_cast<int>(ReferenceColumn::Meaning::Count);
    if (!isGood)
        return false;
    ReferenceColumn& column = m_columns[static_cast<std::size_t>(index.row())];
    if (column.meaning == static_cast<ReferenceColumn::Meaning>(number))
        return true;
    column.meaning = static_cast<ReferenceColumn::Meaning>(number);
    m_chosen.insert(column.heading, column.meaning);
    Q_EMIT dataChanged(index, index);
    Q_EMIT meaningChosen();
    return true;
}

void ReferenceFaultModel::setFaults(std::vector<ReferenceFault> faults)
{
    beginResetModel();
    m_faults = std::move(faults);
    endResetModel();
}

int ReferenceFaultModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::min(m_faults.size(), mostShown));
}

int ReferenceFaultModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant ReferenceFaultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Line:
        return ReferenceModelText::tr("Line");
    case Column::Heading:
        return ReferenceModelText::tr("Column");
    case Column::Value:
        return ReferenceModelText::tr("Value");
    default:
        return ReferenceModelText::tr("Reason");
    }
}

QVariant ReferenceFaultModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReferenceFault& fault = m_faults[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return fault.reason;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case Column::Line:
        return fault.line;
    case Column::Heading:
        return fault.heading;
    case Column::Value:
        return fault.value;
    default:
        return fault.reason;
    }
}

} // namespace rangedesk
