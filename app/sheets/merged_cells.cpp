// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/merged_cells.h"

#include <algorithm>

namespace rangedesk {

MergedCells::MergedCells(std::vector<MergedArea> areas) : m_areas(std::move(areas))
{
    std::sort(m_areas.begin(), m_areas.end(),
              [](const MergedArea& a, const MergedArea& b) { return a.firstLine < b.firstLine; });
    std::uint32_t upTo = 0;
    m_upTo.reserve(m_areas.size());
    for (const MergedArea& area : m_areas)
        m_upTo.push_back(upTo = std::max(upTo, area.lastLine));
}

std::optional<std::uint32_t> MergedCells::firstLineOf(std::uint32_t line, std::uint32_t column)
{
    while (m_first < m_areas.size() && m_upTo[m_first] < line)
        ++m_first;
    for (std::size_t i = m_first; i < m_areas.size() && m_areas[i].firstLine <= line; ++i) {
        const MergedArea& area = m_areas[i];
        const bool covers = area.lastLine >= line && column >= area.firstColumn && column <= area.lastColumn;
        const bool isFirst = line == area.firstLine && column == area.firstColumn;
        if (covers && !isFirst)
            return area.firstLine;
    }
    return std::nullopt;
}

} // namespace rangedesk
