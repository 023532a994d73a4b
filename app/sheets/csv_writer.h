// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QSaveFile>
#include <string>
#include <string_view>

namespace rangedesk {

/// A value that no spreadsheet runs: with an apostrophe in front where it begins with =, +, -, @ or a control
/// character.
std::string guardedCell(std::string_view value);
/// Tab-separated text, such as copied rows, without the apostrophes that were put there to guard cells.
std::string withoutGuards(std::string_view text);

/// A cell as it stands in a CSV file: quoted where it must be, and cells that a spreadsheet would run
/// (=, +, -, @ or a control character in front) with an apostrophe before them.
std::string csvCell(std::string_view value, char delimiter);

/// The same without the guard, for texts that only this program reads again.
std::string quotedCell(std::string_view value, char delimiter);

/// Writes a CSV file as UTF-8 with a byte-order mark (spreadsheets need it), lines ended by CRLF. The
/// file appears whole or not at all.
class CsvFile
{
public:
    explicit CsvFile(const QString& path);

    /// Opens for writing. Storage where that fails, naming the file.
    Result<void> open();
    /// Appends text that already is CSV, without a line end.
    void raw(std::string_view text) { m_buffer += text; }
    void raw(char c) { m_buffer += c; }
    void cell(std::string_view value, char delimiter);
    void endRecord();
    /// Writes the rest and puts the file in its place. Storage where anything failed.
    Result<void> commit();

private:
    tl::unexpected<Error> failure() const;

    QSaveFile m_file;
    std::string m_buffer;
    bool m_atStart = true;
};

} // namespace rangedesk
