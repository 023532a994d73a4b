// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"

#include <atomic>

namespace rangedesk {

/// What to look for in the cells of a checked sheet.
struct CellSearch
{
    int column = -1; ///< -1 for every column that is imported
    std::string find;
    std::string replace;
    bool wholeCell = false; ///< else wherever it stands within a cell
};

/// The corrections that replace what was found, as a person would type them cell by cell; in the order of the
/// sheet. Cells that do not change are left out. Takes as long as reading the sheet does; set @p abandon and
/// it returns early.
std::vector<CellEdit> replaceCells(const Batch& batch, const CellSearch& search,
                                   const std::atomic<bool>* abandon = nullptr);

} // namespace rangedesk
