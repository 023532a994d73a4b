// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sheet_inspection.h"

#include "changes/check.h"
#include "changes/check_columns.h"
#include "changes/job_files.h"
#include "core/text.h"

#include <unordered_set>

namespace rangedesk {

namespace {

constexpr std::size_t previewRows = 200;
constexpr qsizetype mostSamples = 3;
/// Columns with more different values than this are no lists of words.
constexpr qsizetype mostValues = 40;
constexpr std::size_t rowsForValues = 20000;

/// Counts filled cells, and keeps the first rows and the first different values of each column.
void look(const Sheet& sheet, const SheetOptions& options, SheetInspection& result,
          const std::atomic<bool>* abandon)
{
    constexpr std::size_t lookEvery = 4096;
    for (const SheetColumn& column : sheet.columns)
        result.columns.push_back({toQString(column.heading),
                                  column.role,
                                  column.ignored,
                                  column.origin,
                                  options.assigned.contains(toQString(column.heading)),
                                  0,
                                  {},
                                  {}});
    std::vector<std::unordered_set<std::string>> seen(sheet.columns.size());
    CsvScanner scanner = sheet.scanner();
    CsvRecord record;
    while (scanner.next(record) == CsvScanner::Status::Record) {
        if (record.isBlank())
            continue;
        ++result.rows;
        if (result.rows % lookEvery == 0 && abandon != nullptr && *abandon)
            return;
        const bool shown = result.firstRows.size() < previewRows;
        if (shown)
            result.firstRows.push_back({record.line, {}});
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            const std::string_view cell = trimmed(record.cells[i]);
            if (shown)
                result.firstRows.back().cells << excerpt(record.cells[i]);
            if (i >= result.columns.size() || cell.empty())
                continue;
            ColumnLook& column = result.columns[i];
            ++column.filled;
            if (result.rows < rowsForValues && seen[i].size() <= mostValues)
                seen[i].emplace(cell);
            if (column.samples.size() < mostSamples && result.rows < previewRows) {
                const QString sample = excerpt(cell, 24);
                if (!column.samples.contains(sample))
                    column.samples << sample;
            }
        }
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i].size() > mostValues)
            continue;
        for (const std::string& value : seen[i])
            result.columns[i].values << toQString(value);
        result.columns[i].values.sort();
    }
}

void takeFirstRows(CsvScanner& scanner, SheetInspection& result)
{
    CsvRecord record;
    while (result.firstRows.size() < previewRows && scanner.next(record) == CsvScanner::Status::Record) {
        result.firstRows.push_back({record.line, {}});
        for (const std::string_view cell : record.cells)
            result.firstRows.back().cells << excerpt(cell);
    }
}

/// Where the headings cannot be used, the first lines are shown all the same.
void lookAtRaw(std::string bytes, const SheetOptions& options, SheetInspection& result)
{
    Sheet sheet;
    if (isWorkbook(bytes)) {
        auto rows = readXlsx(bytes, toUtf8(options.sheetName), options.skipHiddenRows);
        if (!rows)
            return;
        result.workbook = std::move(rows->facts);
        sheet.text = std::move(rows->text);
        CsvScanner scanner(sheet.text, sheet.delimiter, 0, 1, rows->lines);
        takeFirstRows(scanner, result);
        return;
    }
    auto decoded = decodeText(std::move(bytes), options.encoding);
    if (!decoded)
        return;
    sheet.text = std::move(decoded->utf8);
    sheet.delimiter = options.delimiter != '\0' ? options.delimiter : detectDelimiter(sheet.text);
    result.encoding = decoded->encoding;
    result.delimiter = sheet.delimiter;
    CsvScanner scanner(sheet.text, sheet.delimiter);
    takeFirstRows(scanner, result);
}

} // namespace

SheetInspection inspectSheet(const QString& path, const ImportOptions& options,
                             const std::atomic<bool>* abandon)
{
    const auto isAbandoned = [abandon] { return abandon != nullptr && *abandon; };
    SheetInspection result;
    result.path = path;
    result.kind = options.kind;
    auto bytes = readSheetBytes(path);
    if (!bytes) {
        result.problem = bytes.error();
        return result;
    }
    result.bytes = static_cast<qint64>(bytes->size());
    if (isAbandoned())
        return result;
    auto file = std::make_shared<CheckedFile>();
    file->path = path;
    file->hash = hashOf(*bytes);
    std::optional<Error> ofColumns;
    auto sheet = openSheet(std::string(*bytes), options.sheet, &ofColumns);
    if (!sheet) {
        result.problem = sheet.error();
        lookAtRaw(std::move(*bytes), options.sheet, result);
        return result;
    }
    bytes->clear();
    bytes->shrink_to_fit();
    result.encoding = sheet->encoding;
    result.delimiter = sheet->delimiter;
    result.likelyKind = likelyKind(*sheet);
    result.workbook = sheet->workbook;
    adoptKind(*sheet, options.kind);
    look(*sheet, options.sheet, result, abandon);
    result.problem = ofColumns; // what can be done about it is done on the columns
    if (isAbandoned() || ofColumns)
        return result;
    auto batch = checkSheet(std::move(*sheet), options.kind, options.operation);
    if (!batch) {
        result.problem = batch.error();
        return result;
    }
    file->batch = std::move(*batch);
    result.checked = std::move(file);
    return result;
}

} // namespace rangedesk
