// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "sheets/merged_cells.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rangedesk {

/// What a workbook holds besides the rows of its sheet.
struct WorkbookFacts
{
    struct Entry
    {
        std::string name;
        bool isHidden = false;
    };
    std::vector<Entry> sheets;
    std::size_t chosen = 0;
    std::size_t hiddenRows = 0;    ///< that hold values, read or left out
    std::size_t emptyFormulas = 0; ///< whose value was never computed
    std::vector<MergedArea> merged;
};

/// A sheet of a workbook as CSV text: commas, rows without values left out, all at least as wide as the
/// widest of the first rows.
struct XlsxRows
{
    std::string text;
    std::vector<std::uint32_t> lines; ///< of each record
    WorkbookFacts facts;
};

/// What stands in the place of a number that its format shows as something else.
inline constexpr std::string_view disguisedNumber = "#FORMAT!";
/// What stands in the place of a formula whose value was never computed.
inline constexpr std::string_view uncomputedFormula = "#FORMULA!";

/// Whether a cell holds an error of a spreadsheet, such as #N/A, in place of a value.
bool isCellError(std::string_view cell);

/// Reads one sheet row by row.
/// @param sheetName empty: the first that is not hidden
/// @param skipHiddenRows leave out rows that are hidden or filtered away
/// Input where the workbook cannot be used, Usage where it holds no such sheet.
Result<XlsxRows> readXlsx(std::string_view bytes, const std::string& sheetName, bool skipHiddenRows);

} // namespace rangedesk
