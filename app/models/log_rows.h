// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mark.h"
#include "models/row_model.h"
#include "store/log_entry.h"

namespace rangedesk {

Mark markOf(LogOutcome outcome);

/// Requests of the log, the newest first.
class LogRows final : public RowSource
{
public:
    enum Facet : std::uint32_t {
        Answered = 1U << 0U,
        Refused = 1U << 1U,
        Unusable = 1U << 2U,
        NoAnswer = 1U << 3U,
        NotSent = 1U << 4U,
        KeptBack = 1U << 5U,
        Writes = 1U << 6U
    };

    /// @p earlier and the entries behind it, in the order of the log; of both the newest @p most
    LogRows(const std::shared_ptr<const LogRows>& earlier, std::vector<LogEntry> read, std::size_t most);

    const LogEntry& entry(std::uint32_t row) const { return *m_items[m_items.size() - 1 - row].entry; }
    std::int64_t count(Facet facet) const;
    /// Of the newest entry; 0 where there is none.
    std::int64_t newest() const { return m_items.empty() ? 0 : m_items.back().entry->sequence; }

    std::size_t size() const override { return m_items.size(); }
    std::uint64_t key(std::uint32_t row) const override
    {
        return static_cast<std::uint64_t>(entry(row).sequence);
    }
    std::uint32_t facets(std::uint32_t row) const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    struct Item
    {
        std::shared_ptr<const LogEntry> entry;
        std::shared_ptr<const std::string> folded; ///< what is searched
    };
    std::vector<Item> m_items;
};

class LogModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t {
        Time,
        Outcome,
        Operation,
        About,
        Words,
        Http,
        Duration,
        Number,
        Count
    };

    using RowModel::RowModel;

    std::shared_ptr<const LogRows> rows() const { return std::static_pointer_cast<const LogRows>(source()); }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;
};

} // namespace rangedesk
