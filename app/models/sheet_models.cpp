// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheet_models.h"

#include "core/text.h"

#include "core/dimension.h"
#include "models/mark.h"
#include "models/roles.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ColumnText
{
    Q_DECLARE_TR_FUNCTIONS(ColumnText)
};

QString byWord(SelectBy by)
{
    switch (by) {
    case SelectBy::Id:
        return ColumnText::tr("by id");
    case SelectBy::Code:
        return ColumnText::tr("by code");
    case SelectBy::SourceCode:
        return ColumnText::tr("by external id");
    case SelectBy::Name:
        return ColumnText::tr("by name");
    }
    return {};
}

Mark markOf(ColumnModel::ColumnState state)
{
    switch (state) {
    case ColumnModel::ColumnState::Matched:
        return Mark::Accepted;
    case ColumnModel::ColumnState::Unknown:
        return Mark::Warning;
    case ColumnModel::ColumnState::Ignored:
    case ColumnModel::ColumnState::Empty:
        break;
    }
    return Mark::Excluded;
}

} // namespace

QString columnLetter(int column)
{
    QString letters;
    for (int at = column; at >= 0; at = at / 26 - 1)
        letters.prepend(QLatin1Char(static_cast<char>('A' + at % 26)));
    return letters;
}

QString roleWord(const ColumnRole& role)
{
    switch (role.field) {
    case ColumnRole::Field::Condition:
        return ColumnText::tr("%1, %2").arg(dimensionName(role.dimension), byWord(role.by));
    case ColumnRole::Field::Customer:
        return ColumnText::tr("Customer, %1").arg(byWord(role.by));
    case ColumnRole::Field::Product:
        return role.by == SelectBy::Name ? ColumnText::tr("Product name, for people only")
                                         : ColumnText::tr("Product, %1").arg(byWord(role.by));
    case ColumnRole::Field::MustSell:
        return ColumnText::tr("Must-sell");
    case ColumnRole::Field::IsNew:
        return ColumnText::tr("New product");
    case ColumnRole::Field::Operation:
        return ColumnText::tr("Operation of the row");
    case ColumnRole::Field::Expected:
        return ColumnText::tr("What the server must hold for the row to be sent");
    case ColumnRole::Field::Comment:
        return ColumnText::tr("Comment");
    case ColumnRole::Field::Campaign:
        return ColumnText::tr("Campaign, %1").arg(byWord(role.by));
    case ColumnRole::Field::CampaignValue:
    case ColumnRole::Field::RegisteredTime:
    case ColumnRole::Field::MerchantInformation:
        return toQString(headingOf(role));
    case ColumnRole::Field::OwnOutcome:
    case ColumnRole::Field::Own:
        break;
    }
    return ColumnText::tr("A result of this program, not read");
}

void ColumnModel::setInspection(SharedInspection inspection)
{
    beginResetModel();
    m_inspection = std::move(inspection);
    endResetModel();
}

ColumnModel::ColumnState ColumnModel::stateOf(const ColumnLook& look)
{
    if (look.ignored)
        return ColumnState::Ignored;
    if (look.role)
        return ColumnState::Matched;
    return look.filled > 0 ? ColumnState::Unknown : ColumnState::Empty;
}

int ColumnModel::count(ColumnState state) const
{
    if (!m_inspection)
        return 0;
    return static_cast<int>(
        std::count_if(m_inspection->columns.begin(), m_inspection->columns.end(),
                      [state](const ColumnLook& look) { return stateOf(look) == state; }));
}

int ColumnModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_inspection ? 0 : static_cast<int>(m_inspection->columns.size());
}

int ColumnModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant ColumnModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Letter:
        return tr("Column");
    case Column::Heading:
        return tr("Heading in the sheet");
    case Column::Samples:
        return tr("Sample values");
    case Column::Field:
        return tr("Read as");
    case Column::State:
        return tr("State");
    case Column::Explanation:
        return tr("Explanation");
    case Column::Count:
        break;
    }
    return {};
}

QVariant ColumnModel::display(int row, Column column) const
{
    const ColumnLook& look = this->look(row);
    const ColumnState state = stateOf(look);
    switch (column) {
    case Column::Letter:
        return columnLetter(row);
    case Column::Heading:
        return look.heading.isEmpty() ? tr("(no heading)") : look.heading;
    case Column::Samples: {
        QStringList samples = look.samples;
        const std::size_t empty = m_inspection->rows - std::min(look.filled, m_inspection->rows);
        if (empty * 100 >= m_inspection->rows && empty > 0)
            samples << tr("(empty %1%)").arg(100 * empty / m_inspection->rows);
        else if (empty > 0)
            samples << tr("(%1 empty)").arg(empty);
        return samples.join(tr(", "));
    }
    case Column::Field:
        return look.role && !look.ignored ? roleWord(*look.role) : tr("not imported");
    case Column::State:
        switch (state) {
        case ColumnState::Matched:
            return tr("Matched");
        case ColumnState::Ignored:
            return tr("Ignored");
        case ColumnState::Unknown:
            return tr("To decide");
        case ColumnState::Empty:
            return tr("Empty");
        }
        break;
    case Column::Explanation:
        switch (state) {
        case ColumnState::Matched:
            if (look.origin == SheetColumn::Origin::Made)
                return tr("made of other columns");
            if (look.origin == SheetColumn::Origin::Constant)
                return tr("the same in every row");
            if (look.assigned)
                return tr("chosen by you");
            if (look.filled == m_inspection->rows || !look.role)
                return tr("by its heading");
            if (m_inspection->kind == ChangeKind::Campaigns &&
                look.role->field != ColumnRole::Field::Operation)
                return tr("an empty cell: stays as it is");
            return look.role->field == ColumnRole::Field::Condition
                       ? tr("an empty cell: not part of the range")
                       : tr("by its heading");
        case ColumnState::Ignored:
            return tr("ignored on purpose");
        case ColumnState::Unknown:
            return tr("Unknown heading over %1 filled cells: ignore it, or correct it in the sheet")
                .arg(look.filled);
        case ColumnState::Empty:
            return tr("no filled cell");
        }
        break;
    case Column::Count:
        break;
    }
    return {};
}

QVariant ColumnModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<Column>(index.column());
    const ColumnState state = stateOf(look(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return display(index.row(), column);
    case MarkRole:
        return static_cast<int>(markOf(state));
    case FadedRole:
        return state == ColumnState::Ignored || state == ColumnState::Empty;
    case KeyRole:
        return QVariant::fromValue<quint64>(static_cast<quint64>(index.row()));
    default:
        return {};
    }
}

Qt::ItemFlags ColumnModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const ColumnLook& look = this->look(index.row());
    if (canTakeRole(index.row()))
        flags |= Qt::ItemIsDropEnabled;
    if (canTakeRole(index.row()) && look.role && !look.ignored)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

/// A column of the file: the others are what they were made for.
bool ColumnModel::canTakeRole(int row) const
{
    const ColumnLook& look = this->look(row);
    return look.origin == SheetColumn::Origin::File && !look.heading.isEmpty();
}

QMimeData* ColumnModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty() || !(flags(indexes.front()) & Qt::ItemIsDragEnabled))
        return nullptr;
    const ColumnLook& look = this->look(indexes.front().row());
    return DraggedRole{toQString(roleName(*look.role)), look.heading}.toMime();
}

bool ColumnModel::canDropMimeData(const QMimeData* mime, Qt::DropAction, int, int,
                                  const QModelIndex& parent) const
{
    const auto dragged = DraggedRole::of(mime);
    return dragged && parent.isValid() && canTakeRole(parent.row()) &&
           look(parent.row()).heading != dragged->from;
}

bool ColumnModel::dropMimeData(const QMimeData* mime, Qt::DropAction action, int row, int column,
                               const QModelIndex& parent)
{
    if (!canDropMimeData(mime, action, row, column, parent))
        return false;
    Q_EMIT roleDropped(*DraggedRole::of(mime), parent.row());
    return false; // the view has nothing to take away: the sheet is read again
}

QString DraggedRole::mimeType()
{
    return QStringLiteral("application/x-rangedesk-role");
}

QMimeData* DraggedRole::toMime() const
{
    auto* mime = new QMimeData;
    mime->setData(mimeType(), (role + QLatin1Char('\n') + from).toUtf8());
    return mime;
}

std::optional<DraggedRole> DraggedRole::of(const QMimeData* mime)
{
    if (mime == nullptr || !mime->hasFormat(mimeType()))
        return std::nullopt;
    const QString text = QString::fromUtf8(mime->data(mimeType()));
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    const DraggedRole dragged{text.left(end), end < 0 ? QString() : text.mid(end + 1)};
    return roleOfName(toUtf8(dragged.role)) ? std::optional(dragged) : std::nullopt; // it comes from anywhere
}

void FreeRoleModel::setRoles(std::vector<ColumnRole> roles)
{
    if (roles == m_roles)
        return;
    beginResetModel();
    m_roles = std::move(roles);
    endResetModel();
}

int FreeRoleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_roles.size());
}

QVariant FreeRoleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    return roleWord(m_roles[static_cast<std::size_t>(index.row())]);
}

Qt::ItemFlags FreeRoleModel::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QMimeData* FreeRoleModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    return DraggedRole{toQString(roleName(m_roles[static_cast<std::size_t>(indexes.front().row())])), {}}
        .toMime();
}

void SheetPreviewModel::setInspection(SharedInspection inspection)
{
    beginResetModel();
    m_inspection = std::move(inspection);
    endResetModel();
}

int SheetPreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_inspection ? 0 : static_cast<int>(m_inspection->firstRows.size());
}

int SheetPreviewModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_inspection)
        return 0;
    const std::size_t raw = m_inspection->firstRows.empty()
                                ? 0
                                : static_cast<std::size_t>(m_inspection->firstRows.front().cells.size());
    return 1 + static_cast<int>(std::max(m_inspection->columns.size(), raw));
}

QVariant SheetPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Line");
    const auto at = static_cast<std::size_t>(section - 1);
    return m_inspection && at < m_inspection->columns.size() ? m_inspection->columns[at].heading
                                                             : columnLetter(section - 1);
}

QVariant SheetPreviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SheetInspection::PreviewRow& row = m_inspection->firstRows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? QVariant(row.line) : QVariant(row.cells.value(index.column() - 1));
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case FadedRole:
        return index.column() > 0 &&
               static_cast<std::size_t>(index.column() - 1) < m_inspection->columns.size() &&
               (m_inspection->columns[static_cast<std::size_t>(index.column() - 1)].ignored ||
                !m_inspection->columns[static_cast<std::size_t>(index.column() - 1)].role);
    case KeyRole:
        return QVariant::fromValue<quint64>(row.line);
    default:
        return {};
    }
}

} // namespace rangedesk
