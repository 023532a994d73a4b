// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "sheets/column_role.h"
#include "sheets/csv_scanner.h"
#include "sheets/encoding.h"

#include <QStringList>
#include <optional>
#include <string>
#include <vector>

namespace rangedesk {

struct SheetOptions
{
    Encoding encoding = Encoding::Automatic;
    char delimiter = '\0';      ///< NUL to recognise it
    QStringList ignoredColumns; ///< headings to ignore on purpose
};

struct SheetColumn
{
    std::string heading;            ///< as in the file, trimmed
    std::optional<ColumnRole> role; ///< empty: unknown or ignored
    bool ignored = false;
};

/// A sheet in memory: its text as UTF-8 and its headings. Cells are scanned, never stored.
struct Sheet
{
    std::string text;
    Encoding encoding = Encoding::Utf8;
    char delimiter = ',';
    std::vector<SheetColumn> columns;
    std::size_t headingLength = 0; ///< of the heading record
    std::size_t headingOffset = 0;
    std::size_t dataOffset = 0; ///< where the first record after the headings starts
    std::uint32_t dataLine = 2; ///< its physical line

    /// Index of the column with a role, or -1.
    int columnOf(const ColumnRole& role) const;
    CsvScanner scanner() const { return {text, delimiter, dataOffset, dataLine}; }
};

/// Reads a file whole, bounded to 1 GiB. Input where it is a folder, unreadable, too large or empty, or
/// a spreadsheet of another format (XLSX, XLS), with advice.
Result<std::string> readSheetBytes(const QString& path);

/// Decodes and reads the headings. Input, naming line and column, where the sheet cannot be used: empty,
/// undecodable, NUL bytes, headings that are unclosed, empty over filled cells, or twice there.
Result<Sheet> openSheet(std::string bytes, const SheetOptions& options);

/// An error of the scanner, naming line and column.
Error scanError(CsvScanner::Status status, const CsvScanner& scanner);

} // namespace rangedesk
