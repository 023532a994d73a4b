// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/csv_writer.h"
#include "sheets/xlsx_writer.h"

namespace rangedesk {

/// A table that is written cell by cell, as CSV or as a workbook by the ending of its name. The file appears
/// whole or not at all. The first record is the headings.
class TableFile
{
public:
    explicit TableFile(const QString& path);

    /// @param sheetName of a workbook. Storage where the place cannot be written to.
    Result<void> open(const QString& sheetName);
    void cell(std::string_view value);
    /// A figure, in a workbook as a number. @param shown as it stands in a CSV file
    void number(double value, bool isShare, std::string_view shown);
    void endRecord();
    Result<void> commit() { return m_book ? m_book->commit() : m_csv->commit(); }

private:
    std::unique_ptr<CsvFile> m_csv; ///< one of the two
    std::unique_ptr<XlsxBook> m_book;
    bool m_inHeadings = true;
};

} // namespace rangedesk
