// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/request_model.h"

#include "core/text.h"
#include "models/mark.h"
#include "models/roles.h"

namespace rangedesk {

void RequestModel::begin(SharedOutcome reviewed)
{
    beginResetModel();
    m_reviewed = std::move(reviewed);
    m_entries.clear();
    m_places.clear();
    m_visible.clear();
    m_filter = Filter::All;
    endResetModel();
}

bool RequestModel::fits(const Entry& entry, Filter filter)
{
    switch (filter) {
    case Filter::All:
        return true;
    case Filter::Rejected:
        return entry.request.state == RequestState::Rejected;
    case Filter::Unknown:
        return entry.request.state == RequestState::Unknown;
    case Filter::QueuedAgain:
        return entry.request.state == RequestState::NotLeft ||
               entry.request.state == RequestState::NotApplied;
    }
    return true;
}

bool RequestModel::isShown(const Entry& entry) const
{
    return fits(entry, m_filter);
}

int RequestModel::count(Filter filter) const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(),
                                          [filter](const Entry& e) { return fits(e, filter); }));
}

void RequestModel::take(const std::vector<RequestMove>& moves)
{
    std::vector<std::size_t> fresh;
    for (const RequestMove& move : moves) {
        const bool isOver = move.request.state != RequestState::Intended;
        const auto [place, isNew] = m_places.emplace(move.request.sequence, m_entries.size());
        if (isNew) {
            m_entries.push_back({move.request, move.at, move.at, isOver});
            fresh.push_back(place->second);
            continue;
        }
        Entry& entry = m_entries[place->second];
        const bool wasOver = entry.isOver;
        entry.request = move.request;
        entry.ended = wasOver ? entry.ended : move.at;
        entry.isOver = isOver;
        if (std::find(fresh.begin(), fresh.end(), place->second) == fresh.end())
            changed(place->second);
    }
    std::erase_if(fresh, [this](std::size_t place) { return !isShown(m_entries[place]); });
    if (fresh.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_visible.insert(m_visible.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

/// A request that moved may come into the filter, or leave it.
void RequestModel::changed(std::size_t place)
{
    const auto at = std::lower_bound(m_visible.begin(), m_visible.end(), place);
    const int row = static_cast<int>(at - m_visible.begin());
    const bool wasShown = at != m_visible.end() && *at == place;
    const bool nowShown = isShown(m_entries[place]);
    if (wasShown && nowShown) {
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    } else if (wasShown) {
        beginRemoveRows({}, row, row);
        m_visible.erase(at);
        endRemoveRows();
    } else if (nowShown) {
        beginInsertRows({}, row, row);
        m_visible.insert(at, place);
        endInsertRows();
    }
}

void RequestModel::setFilter(Filter filter)
{
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_visible.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (isShown(m_entries[i]))
            m_visible.push_back(i);
    }
    endResetModel();
}

int RequestModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

int RequestModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    const bool isFigure = column == Column::Number || column == Column::Products || column == Column::Took;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::State:
        return tr("State");
    case Column::Number:
        return tr("Request");
    case Column::Target:
        return tr("Target");
    case Column::Operation:
        return tr("Operation");
    case Column::Products:
        return tr("Products");
    case Column::Words:
        return tr("The server's words");
    case Column::Took:
        return tr("Took");
    case Column::Count:
        break;
    }
    return {};
}

QString RequestModel::target(const Entry& entry) const
{
    if (!m_reviewed || entry.request.target >= m_reviewed->labels.targets.size())
        return {};
    return toQString(m_reviewed->labels.targets[entry.request.target])
        .replace(QLatin1Char(labelSeparator), tr(" & "));
}

QVariant RequestModel::display(const Entry& entry, Column column) const
{
    switch (column) {
    case Column::State:
        return requestWord(entry.request.state);
    case Column::Number:
        return QStringLiteral("#%1").arg(entry.request.sequence);
    case Column::Target:
        return target(entry);
    case Column::Operation:
        return entry.request.type == ChangeType::Clear    ? tr("clear")
               : entry.request.type == ChangeType::Delete ? tr("remove")
                                                          : tr("add or change");
    case Column::Products:
        return static_cast<int>(entry.request.rows.size());
    case Column::Words:
        return entry.request.message;
    case Column::Took: {
        if (!entry.isOver)
            return {};
        const double seconds = std::chrono::duration<double>(entry.ended - entry.begun).count();
        return tr("%1 s").arg(seconds, 0, 'f', seconds < 10 ? 2 : 1);
    }
    case Column::Count:
        break;
    }
    return {};
}

QVariant RequestModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& entry = m_entries[m_visible[static_cast<std::size_t>(index.row())]];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return display(entry, column);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, Qt::TextAlignmentRole);
    case MarkRole:
        return static_cast<int>(markOf(entry.request.state));
    case FaultRole:
        return entry.request.state == RequestState::Rejected;
    case KeyRole:
        return QVariant::fromValue<quint64>(static_cast<quint64>(entry.request.sequence));
    default:
        return {};
    }
}

} // namespace rangedesk
