// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/row_model.h"
#include "rules/left_behind.h"

#include <array>

namespace rangedesk {

/// What a rehearsal left behind, a product, field or registration a row.
class LeftBehindRows final : public RowSource
{
public:
    explicit LeftBehindRows(std::vector<Trace> traces);

    static constexpr std::uint32_t facetOf(Trace::Kind kind)
    {
        return 1U << static_cast<std::uint32_t>(kind);
    }
    static constexpr std::uint32_t facetOf(Trace::List list)
    {
        return 8U << static_cast<std::uint32_t>(list);
    }
    const Trace& trace(std::uint32_t row) const { return m_traces[row]; }
    std::int64_t count(std::uint32_t facet) const;
    /// So many different ranges, customers or campaigns.
    std::int64_t places(Trace::List list) const { return m_places.at(static_cast<std::size_t>(list)); }

    std::size_t size() const override { return m_traces.size(); }
    std::uint64_t key(std::uint32_t row) const override;
    std::uint32_t facets(std::uint32_t row) const override
    {
        return facetOf(m_traces[row].kind) | facetOf(m_traces[row].list);
    }
    std::vector<std::uint32_t> facetGroups() const override { return {7U, 56U}; }
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    std::vector<Trace> m_traces;
    std::array<std::int64_t, 3> m_places{};
};

class LeftBehindModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Kind, List, Where, What, Code, Before, After, Count };

    using RowModel::RowModel;

    std::shared_ptr<const LeftBehindRows> rows() const
    {
        return std::static_pointer_cast<const LeftBehindRows>(source());
    }
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;
};

} // namespace rangedesk
