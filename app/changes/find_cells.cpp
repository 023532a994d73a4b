// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/find_cells.h"

#include "core/text.h"

namespace rangedesk {

namespace {

std::string replaced(std::string_view cell, const CellSearch& search)
{
    if (search.wholeCell)
        return cell == search.find ? search.replace : std::string(cell);
    std::string text;
    std::size_t from = 0;
    for (;;) {
        const std::size_t at = cell.find(search.find, from);
        text += cell.substr(from, at - from);
        if (at == std::string_view::npos)
            return text;
        text += search.replace;
        from = at + search.find.size();
    }
}

} // namespace

std::vector<CellEdit> replaceCells(const Batch& batch, const CellSearch& search,
                                   const std::atomic<bool>* abandon)
{
    constexpr std::size_t lookEvery = 4096;
    std::vector<CellEdit> edits;
    if (search.find.empty() && !search.wholeCell)
        return edits;
    const std::vector<SheetColumn>& columns = batch.sheet.columns;
    CsvScanner scanner = batch.sheet.scanner();
    CsvRecord record;
    std::size_t count = 0;
    while (scanner.next(record) == CsvScanner::Status::Record) {
        if (++count % lookEvery == 0 && abandon != nullptr && *abandon)
            return edits;
        // Rows that the program added belong to nobody.
        if (record.isBlank() || record.offset >= batch.sheet.removalsFrom)
            continue;
        for (std::size_t i = 0; i < record.cells.size() && i < columns.size(); ++i) {
            const bool isMeant = search.column < 0 ? columns[i].role.has_value() && !columns[i].ignored
                                                   : search.column == static_cast<int>(i);
            if (!isMeant)
                continue;
            const std::string_view cell = trimmed(record.cells[i]);
            std::string text = replaced(cell, search);
            if (text != cell)
                edits.push_back({record.line, static_cast<int>(i), std::string(cell), std::move(text)});
        }
    }
    return edits;
}

} // namespace rangedesk
