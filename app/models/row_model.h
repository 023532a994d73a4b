// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/row_source.h"

#include <QAbstractTableModel>
#include <memory>
#include <optional>
#include <unordered_map>

namespace rangedesk {

/// A table over a RowSource. Searching and sorting run in a worker: the newest wish wins, older ones are
/// abandoned, and the window never waits. News replace rows by difference on their keys, so that selection
/// and place survive; where too much differs the rows are reset, and the view puts both back by key.
class RowModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using SharedSource = std::shared_ptr<const RowSource>;

    explicit RowModel(QObject* parent = nullptr);
    ~RowModel() override;

    /// Shows these rows from now on, or none.
    virtual void setSource(SharedSource source);
    const SharedSource& source() const { return m_source; }
    void setText(const QString& text);
    virtual void setFacets(std::uint32_t facets);
    void setChoices(const std::map<int, std::set<std::uint64_t>>& choices);
    const RowQuery& query() const { return m_wanted; }
    /// Keys of the rows that a view wants to find again after a reset, asked for before each work: a worker
    /// looks for them, for among a million rows that takes its time.
    using Keys = std::unordered_set<std::uint64_t>;
    void setWatched(std::function<Keys()> watched) { m_watched = std::move(watched); }
    /// Where watched rows stand since the last reset, -1 for nowhere; nothing: that key was not watched.
    std::optional<int> placeOf(std::uint64_t key) const;
    /// A worker is at it.
    bool isWorking() const { return m_isWorking; }

    /// The source's row behind a row of the table.
    std::uint32_t sourceRow(int row) const { return m_visible[static_cast<std::size_t>(row)]; }
    /// The source's rows that are shown, in their order.
    const std::vector<std::uint32_t>& shownRows() const { return m_visible; }
    std::uint64_t keyAt(int row) const { return m_source->key(sourceRow(row)); }
    /// The row of the table with a key, or -1.
    int rowOfKey(std::uint64_t key) const;
    std::size_t totalCount() const { return m_source ? m_source->size() : 0; }

    int rowCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    QVariant data(const QModelIndex& index, int role) const final;

Q_SIGNALS:
    /// What is shown is what was asked for.
    void settled();
    void workingChanged(bool working);

protected:
    /// Shows rows of these keys only; nothing: all. Equal sets are told by their contents.
    void setOnly(std::shared_ptr<const Keys> keys);
    /// What is shown, or will be once a worker has ended.
    const SharedSource& wantedSource() const { return m_wantedSource; }
    /// A cell of the source. @p row is the source's.
    virtual QVariant cell(std::uint32_t row, int column, int role) const = 0;

private:
    struct Change;
    void refresh();
    void apply(Change change);
    static Change changeTo(const SharedSource& oldSource, const std::vector<std::uint32_t>& oldRows,
                           SharedSource source, RowQuery query, const RowSource::Abandon& abandon);
    using Places = std::unordered_map<std::uint64_t, int>;
    static Places placesOf(const Keys& keys, const RowSource& source, const std::vector<std::uint32_t>& rows,
                           const RowSource::Abandon& abandon);

    SharedSource m_source;
    std::vector<std::uint32_t> m_visible;
    RowQuery m_shown;
    SharedSource m_wantedSource;
    RowQuery m_wanted;
    std::function<Keys()> m_watched;
    Places m_places; ///< of watched rows, since the last reset
    bool m_isWorking = false;
    std::shared_ptr<RowSource::Abandon> m_abandon;
};

} // namespace rangedesk
