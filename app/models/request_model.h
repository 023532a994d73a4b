// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/job_runner.h"

#include <QAbstractTableModel>
#include <unordered_map>

namespace rangedesk {

/// The requests of the running job, the newest last. Rows are only added, or change in their place, so
/// nothing has to be searched: which of them are shown is kept up to date row by row.
class RequestModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { State, Number, Target, Operation, Products, Words, Took, Count };
    enum class Filter : std::uint8_t { All, Rejected, Unknown, QueuedAgain };

    using QAbstractTableModel::QAbstractTableModel;

    /// Forgets all requests. @p reviewed tells the names of targets.
    void begin(SharedOutcome reviewed);
    void take(const std::vector<RequestMove>& moves);
    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    int count(Filter filter) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Entry
    {
        RequestRecord request;
        std::chrono::steady_clock::time_point begun;
        std::chrono::steady_clock::time_point ended;
        bool isOver = false;
    };
    bool isShown(const Entry& entry) const;
    static bool fits(const Entry& entry, Filter filter);
    QString target(const Entry& entry) const;
    QVariant display(const Entry& entry, Column column) const;
    void changed(std::size_t place);

    SharedOutcome m_reviewed;
    std::vector<Entry> m_entries; ///< by sequence
    std::unordered_map<std::int64_t, std::size_t> m_places;
    std::vector<std::size_t> m_visible;
    Filter m_filter = Filter::All;
};

} // namespace rangedesk
