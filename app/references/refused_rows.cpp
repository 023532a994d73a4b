// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/refused_rows.h"

#include "core/text.h"
#include "sheets/csv_writer.h"

namespace rangedesk {

Result<void> saveRefusedRows(const QString& path, const Sheet& sheet,
                             const std::vector<ReferenceFault>& faults)
{
    CsvFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    constexpr char delimiter = ',';
    // A list that is refused a second time has these columns already; they say what is true now.
    const auto isOld = [&](std::size_t i) {
        return i < sheet.columns.size() && sheet.columns[i].role &&
               sheet.columns[i].role->field == ColumnRole::Field::Own;
    };
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        if (!isOld(i))
            file.cell(sheet.columns[i].heading, delimiter);
    }
    for (const OwnColumn column : refusedColumns) // the last ones: only there they are known as ours
        file.cell(ownHeading(column), delimiter);
    file.endRecord();
    CsvScanner scanner = sheet.scanner();
    CsvRecord record;
    auto fault = faults.begin();
    while (fault != faults.end() && scanner.next(record) == CsvScanner::Status::Record) {
        if (record.line != fault->line)
            continue;
        for (std::size_t i = 0; i < std::max(sheet.columns.size(), record.cells.size()); ++i) {
            if (!isOld(i))
                file.cell(i < record.cells.size() ? record.cells[i] : std::string_view(), delimiter);
        }
        file.cell(std::to_string(fault->line), delimiter);
        for (const QString& text : {fault->heading, fault->value, fault->reason})
            file.cell(toUtf8(text), delimiter);
        file.endRecord();
        while (fault != faults.end() && fault->line == record.line)
            ++fault;
    }
    return file.commit();
}

} // namespace rangedesk
