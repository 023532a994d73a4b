// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/zip_archive.h"

#include <vector>

namespace rangedesk {

/// How the numbers of a cell are meant, by its number format.
struct NumberFormat
{
    bool hasDate = false;
    bool hasTime = false;
    int zeros = 0;           ///< a format of zeros alone shows so many digits: 00012
    bool showsOther = false; ///< words or digits of the format's own: "SP"00012
};

/// Texts that cells share, in one block of memory.
class SharedTexts
{
public:
    /// Nothing where there is no such text.
    std::optional<std::string_view> at(std::size_t index) const
    {
        if (index + 1 >= m_starts.size())
            return std::nullopt;
        return std::string_view(m_text).substr(m_starts[index], m_starts[index + 1] - m_starts[index]);
    }
    std::string& text() { return m_text; }
    void endText() { m_starts.push_back(m_text.size()); }

private:
    std::string m_text;
    std::vector<std::size_t> m_starts{0};
};

struct WorkbookSheet
{
    std::string name;
    bool isHidden = false;
    std::string part; ///< its name within the archive
};

/// What the sheets of a workbook share.
struct Workbook
{
    ZipArchive archive;
    std::vector<WorkbookSheet> sheets;
    bool dates1904 = false;
    std::vector<NumberFormat> formats; ///< by the style of a cell
    SharedTexts texts;
};

/// Reads all of a workbook but its sheets. Input where it is damaged, encrypted, holds macros, or is no
/// workbook.
/// @param bytes must outlive the result
Result<Workbook> openWorkbook(std::string_view bytes);

/// The text of a number cell as the format shows it, but for rounding: dates as yyyy-mm-dd [hh:mm:ss];
/// integers of more than 15 digits, whose last ones a spreadsheet has lost, in the form d.dE+dd, which checks
/// refuse in ids and codes.
std::string numberText(std::string_view value, const NumberFormat& format, bool dates1904);

/// Appends the text of `is`, `si` or another element that holds runs of text, up to its end; phonetic hints
/// are left out. @pre the part stands at its start.
void appendRichText(XmlPart& part, std::string& text);

} // namespace rangedesk
