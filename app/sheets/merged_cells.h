// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace rangedesk {

/// Cells that a spreadsheet shows as one. Only the first holds the value. Lines and columns count from 1,
/// both ends belong to it.
struct MergedArea
{
    std::uint32_t firstLine = 0;
    std::uint32_t lastLine = 0;
    std::uint32_t firstColumn = 0;
    std::uint32_t lastColumn = 0;
};

/// Which cells are empty only because they are merged. Asked line by line, from the top down.
class MergedCells
{
public:
    MergedCells() = default;
    explicit MergedCells(std::vector<MergedArea> areas);

    /// The first line of the area that covers a cell; nothing where none does, or where the cell is the one
    /// that holds the value. @pre @p line is not less than in the call before
    std::optional<std::uint32_t> firstLineOf(std::uint32_t line, std::uint32_t column);

private:
    std::vector<MergedArea> m_areas;   ///< by their first line
    std::vector<std::uint32_t> m_upTo; ///< of each: the last line of it and all before it
    std::size_t m_first = 0;           ///< those before it end above the line
};

} // namespace rangedesk
