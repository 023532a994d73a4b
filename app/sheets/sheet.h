// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "sheets/column_role.h"
#include "sheets/csv_scanner.h"
#include "sheets/encoding.h"
#include "sheets/xlsx_reader.h"

#include <QMap>
#include <QStringList>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rangedesk {

/// A cell that a person corrected. It is found by its line, and changed only while it says what it said.
struct CellEdit
{
    std::uint32_t line = 0;
    int column = 0;
    std::string from;
    std::string to;
};

/// A column that the sheet lacks, made of those it has: a part of one, or several joined.
struct MadeColumn
{
    static constexpr int joined = 0;
    static constexpr int last = -1;

    QString role;   ///< name of what it means; where a column of the sheet has it, none is made
    QStringList of; ///< headings; one where it is a part
    QString separator;
    int part = joined; ///< counted from 1; `last`; or all of `of`, those that are not empty

    bool operator==(const MadeColumn&) const = default;
};

/// The cell that a made column gets from the cells it is made of.
std::string madeCell(const MadeColumn& made, std::span<const std::string_view> cells);

struct SheetOptions
{
    Encoding encoding = Encoding::Automatic;
    char delimiter = '\0';      ///< NUL to recognise it
    QStringList ignoredColumns; ///< headings to ignore on purpose
    // What a person decided of columns, by their headings.
    QMap<QString, QString> assigned; ///< the name of the role that it was given; empty for none
    QMap<QString, QString> defaults; ///< what an empty cell becomes
    QMap<QString, QMap<QString, QString>> valueMaps; ///< what other cells become
    std::vector<MadeColumn> made;                    ///< behind the columns of the sheet
    QMap<QString, QString> constants; ///< by the name of a role that no column has: one value for all rows
    std::vector<CellEdit> edits;      ///< corrections of what all that made
    QString sheetName;                ///< of a workbook; empty for the first that is not hidden
    bool skipHiddenRows = false;
};

struct SheetColumn
{
    enum class Origin : std::uint8_t { File, Made, Constant };

    std::string heading;            ///< as in the file, trimmed
    std::optional<ColumnRole> role; ///< empty: unknown or ignored
    bool ignored = false;
    Origin origin = Origin::File;
};

/// A sheet in memory: its text as UTF-8 and its headings. Cells are scanned, never stored. The rows of a
/// workbook become such a text, too.
struct Sheet
{
    std::string text;
    Encoding encoding = Encoding::Utf8;
    char delimiter = ',';
    std::vector<SheetColumn> columns;
    std::size_t headingLength = 0; ///< of the heading record
    std::size_t headingOffset = 0;
    std::size_t dataOffset = 0; ///< where the first record after the headings starts
    std::uint32_t headingLine = 1;
    std::uint32_t dataLine = 2; ///< its physical line
    /// The line of each record from `dataOffset` on, where the text does not tell it.
    std::vector<std::uint32_t> lines;
    std::optional<WorkbookFacts> workbook; ///< where it came from one
    bool skipsHidden = false;              ///< its hidden rows were left out
    /// Records from here on are not the user's: removals of what the sheet does not name.
    std::size_t removalsFrom = std::string::npos;

    /// Index of the column with a role, or -1.
    int columnOf(const ColumnRole& role) const;
    CsvScanner scanner() const { return {text, delimiter, dataOffset, dataLine, lines}; }
};

/// Reads a file whole, bounded to 1 GiB. Input where it is a folder, unreadable, too large or empty, or
/// a spreadsheet of an older format (XLS), with advice.
Result<std::string> readSheetBytes(const QString& path);

/// Whether these are the bytes of a workbook (XLSX), by their beginning.
bool isWorkbook(std::string_view bytes);

/// Decodes, or reads the workbook, and reads the headings: the first line, or, where that holds none that is
/// known, one of the ten first that does (a title often stands above). Input, naming line and column, where
/// the sheet cannot be used: empty, undecodable, NUL bytes, headings that are unclosed, empty over filled
/// cells, or columns that mean the same. A heading that is there before is told apart by a number: "商品
/// (2)", which means nothing until a person says so.
/// @param ofColumns where it is given, faults of columns are told there, and the sheet is returned all the
/// same
Result<Sheet> openSheet(std::string bytes, const SheetOptions& options,
                        std::optional<Error>* ofColumns = nullptr);

/// An error of the scanner, naming line and column.
Error scanError(CsvScanner::Status status, const CsvScanner& scanner);

} // namespace rangedesk
