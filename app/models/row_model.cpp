// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/row_model.h"

#include "models/roles.h"
#include "session/worker.h"

#include <unordered_map>

namespace rangedesk {

namespace {

/// Beyond so many runs of removed or added rows a reset is cheaper than moving the rest each time.
constexpr std::size_t mostRuns = 8;
/// Beyond so many rows each run costs the view more than a reset of all.
constexpr std::size_t mostCompared = 20000;

struct Run
{
    int first;
    int count;
};

} // namespace

/// What a worker worked out: the new rows, and how the old ones become them.
struct RowModel::Change
{
    SharedSource source;
    RowQuery query;
    std::vector<std::uint32_t> rows;
    bool isReset = true;
    std::vector<Run> removed;        ///< in old rows, the last first
    std::vector<Run> added;          ///< in new rows, the first first
    std::vector<std::uint32_t> kept; ///< rows that stay, as the new source numbers them
    Places places;                   ///< of watched rows, where all are reset
};

RowModel::RowModel(QObject* parent) : QAbstractTableModel(parent) {}

RowModel::~RowModel()
{
    if (m_abandon)
        *m_abandon = true;
}

void RowModel::setSource(SharedSource source)
{
    m_wantedSource = std::move(source);
    refresh();
}

void RowModel::setText(const QString& text)
{
    if (m_wanted.text == text)
        return;
    m_wanted.text = text;
    refresh();
}

void RowModel::setFacets(std::uint32_t facets)
{
    if (m_wanted.facets == facets)
        return;
    m_wanted.facets = facets;
    refresh();
}

void RowModel::setChoices(const std::map<int, std::set<std::uint64_t>>& choices)
{
    if (m_wanted.choices == choices)
        return;
    m_wanted.choices = choices;
    refresh();
}

void RowModel::setOnly(std::shared_ptr<const Keys> keys)
{
    const bool isSame = keys && m_wanted.only ? *keys == *m_wanted.only : keys == m_wanted.only;
    if (isSame)
        return;
    m_wanted.only = std::move(keys);
    refresh();
}

void RowModel::sort(int column, Qt::SortOrder order)
{
    if (m_wanted.sortColumn == column && m_wanted.sortOrder == order)
        return;
    m_wanted.sortColumn = column;
    m_wanted.sortOrder = order;
    refresh();
}

int RowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

QVariant RowModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::uint32_t row = sourceRow(index.row());
    if (role == KeyRole)
        return QVariant::fromValue<quint64>(m_source->key(row));
    return cell(row, index.column(), role);
}

int RowModel::rowOfKey(std::uint64_t key) const
{
    for (std::size_t i = 0; i < m_visible.size(); ++i) {
        if (m_source->key(m_visible[i]) == key)
            return static_cast<int>(i);
    }
    return -1;
}

/// Starts a worker for what is wanted now. While one runs it is told to give up, and its end starts the next.
void RowModel::refresh()
{
    if (m_isWorking) {
        *m_abandon = true;
        return;
    }
    if (!m_wantedSource) {
        m_shown = m_wanted;
        if (m_source) {
            beginResetModel();
            m_source.reset();
            m_visible.clear();
            endResetModel();
        }
        Q_EMIT workingChanged(false);
        Q_EMIT settled();
        return;
    }
    m_isWorking = true;
    m_abandon = std::make_shared<RowSource::Abandon>(false);
    Q_EMIT workingChanged(true);
    // The rows shown now are copied: a worker must not read what the window changes.
    const auto work = [abandon = m_abandon, oldSource = m_source, oldRows = m_visible,
                       source = m_wantedSource, query = m_wanted,
                       watched = m_watched ? m_watched() : Keys()] {
        Change change = changeTo(oldSource, oldRows, source, query, *abandon);
        if (change.isReset)
            change.places = placesOf(watched, *change.source, change.rows, *abandon);
        return change;
    };
    const auto done = [this](Change change) {
        m_isWorking = false;
        const bool isNewest = !*m_abandon && change.source == m_wantedSource && change.query == m_wanted;
        if (!isNewest) {
            refresh();
            return;
        }
        apply(std::move(change));
        Q_EMIT workingChanged(false);
        Q_EMIT settled();
    };
    inWorker(this, work, done);
}

RowModel::Change RowModel::changeTo(const SharedSource& oldSource, const std::vector<std::uint32_t>& oldRows,
                                    SharedSource source, RowQuery query, const RowSource::Abandon& abandon)
{
    Change change;
    change.rows = source->select(query, abandon);
    change.source = std::move(source);
    change.query = std::move(query);
    if (abandon || !oldSource || oldRows.empty() || change.rows.empty())
        return change;
    // The same rows in other states, as after an exclusion: nothing moves, whatever their number.
    const auto isSame = [&] {
        for (std::size_t i = 0; i < oldRows.size(); ++i) {
            if (oldSource->key(oldRows[i]) != change.source->key(change.rows[i]))
                return false;
        }
        return true;
    };
    if (oldRows.size() == change.rows.size() && oldSource != change.source && isSame()) {
        change.kept = change.rows;
        change.isReset = false;
        return change;
    }
    if (oldRows.size() + change.rows.size() > mostCompared)
        return change;
    // Both walk the rows that stay in the same order, or a difference cannot be told in runs.
    std::unordered_map<std::uint64_t, std::uint32_t> newPlace;
    newPlace.reserve(change.rows.size());
    for (std::uint32_t i = 0; i < change.rows.size(); ++i) {
        if (!newPlace.emplace(change.source->key(change.rows[i]), i).second)
            return change; // a key that is there twice
    }
    std::int64_t last = -1;
    std::vector<bool> stays(change.rows.size(), false);
    for (int i = 0; i < static_cast<int>(oldRows.size()); ++i) {
        const auto found = newPlace.find(oldSource->key(oldRows[static_cast<std::size_t>(i)]));
        if (found == newPlace.end()) {
            if (!change.removed.empty() && change.removed.back().first + change.removed.back().count == i)
                ++change.removed.back().count;
            else
                change.removed.push_back({i, 1});
            if (change.removed.size() > mostRuns)
                return change;
            continue;
        }
        if (found->second <= last)
            return change; // the order changed
        last = found->second;
        stays[found->second] = true;
        change.kept.push_back(change.rows[found->second]);
    }
    for (int i = 0; i < static_cast<int>(change.rows.size()); ++i) {
        if (stays[static_cast<std::size_t>(i)])
            continue;
        if (!change.added.empty() && change.added.back().first + change.added.back().count == i)
            ++change.added.back().count;
        else
            change.added.push_back({i, 1});
        if (change.added.size() > mostRuns)
            return change;
    }
    std::reverse(change.removed.begin(), change.removed.end());
    change.isReset = false;
    return change;
}

RowModel::Places RowModel::placesOf(const Keys& keys, const RowSource& source,
                                    const std::vector<std::uint32_t>& rows, const RowSource::Abandon& abandon)
{
    Places places;
    for (const std::uint64_t key : keys)
        places.emplace(key, -1);
    std::size_t left = places.size();
    for (std::size_t row = 0; row < rows.size() && left > 0 && !abandon; ++row) {
        const auto found = places.find(source.key(rows[row]));
        if (found != places.end() && found->second < 0) {
            found->second = static_cast<int>(row);
            --left;
        }
    }
    return places;
}

std::optional<int> RowModel::placeOf(std::uint64_t key) const
{
    const auto found = m_places.find(key);
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

void RowModel::apply(Change change)
{
    m_shown = change.query;
    // The last reference to many rows goes in a worker: freeing them takes its time.
    if (m_source && m_source != change.source)
        QThreadPool::globalInstance()->start([gone = m_source]() mutable { gone.reset(); });
    if (change.isReset) {
        beginResetModel();
        m_source = std::move(change.source);
        m_visible = std::move(change.rows);
        m_places = std::move(change.places);
        endResetModel();
        return;
    }
    const auto at = [this](int row) { return m_visible.begin() + row; };
    for (const Run run : change.removed) {
        beginRemoveRows({}, run.first, run.first + run.count - 1);
        m_visible.erase(at(run.first), at(run.first + run.count));
        endRemoveRows();
    }
    const bool isOtherSource = m_source != change.source;
    m_source = std::move(change.source);
    m_visible = std::move(change.kept);
    for (const Run run : change.added) {
        beginInsertRows({}, run.first, run.first + run.count - 1);
        const auto from = change.rows.begin() + run.first;
        m_visible.insert(at(run.first), from, from + run.count);
        endInsertRows();
    }
    if (isOtherSource && !m_visible.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace rangedesk
