// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rangedesk {

/// One record of a CSV text. Cells are views into the text, or into the scanner where doubled quotes
/// had to be undone; they live until the next call of `CsvScanner::next`.
struct CsvRecord
{
    std::size_t offset = 0; ///< of its first byte
    std::size_t length = 0; ///< without the line end
    std::uint32_t line = 0; ///< physical line where it starts; the first line is 1
    std::vector<std::string_view> cells;

    /// All cells empty or white space.
    bool isBlank() const;
};

/// One pass over UTF-8 text by RFC 4180: quotes, doubled quotes and line breaks within quotes;
/// records end with LF, CRLF or CR. A quote within an unquoted cell is an ordinary character.
class CsvScanner
{
public:
    enum class Status : std::uint8_t {
        Record,
        End,
        UnclosedQuote, ///< at `errorLine`, `errorColumn`
        StrayText,     ///< text between a closing quote and the delimiter
    };

    /// @param line the physical line at @p offset
    /// @param lines where not empty: the line of each record from @p offset on, instead
    CsvScanner(std::string_view text, char delimiter, std::size_t offset = 0, std::uint32_t line = 1,
               std::span<const std::uint32_t> lines = {})
        : m_text(text), m_at(offset), m_lines(lines), m_line(line), m_delimiter(delimiter)
    {}

    Status next(CsvRecord& record);

    std::uint32_t errorLine() const { return m_errorLine; }
    /// Column of the faulty cell, counted from 1.
    std::uint32_t errorColumn() const { return m_errorColumn; }

private:
    Status quotedCell(CsvRecord& record);
    bool endsRecord();

    std::string_view m_text;
    std::size_t m_at;
    std::span<const std::uint32_t> m_lines;
    std::size_t m_records = 0;
    std::uint32_t m_line;
    std::uint32_t m_errorLine = 0;
    std::uint32_t m_errorColumn = 0;
    char m_delimiter;
    std::deque<std::string> m_unescaped;
};

/// The delimiter of a text, by its first record: the most frequent of comma, tab, semicolon and bar
/// outside quotes; a comma where there is none.
char detectDelimiter(std::string_view text);

} // namespace rangedesk
