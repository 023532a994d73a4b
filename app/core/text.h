// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <string_view>
#include <vector>

namespace rangedesk {

/// Texts are UTF-8 from the wire and the file to the journal; QString is for screens.
QString toQString(std::string_view utf8);
std::string toUtf8(const QString& text);

/// Number of characters (Unicode code points) of valid UTF-8: the unit of the vendor's VARCHAR(n).
std::size_t characterCount(std::string_view utf8);

/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
/// @returns the offset of the first wrong byte, or npos.
std::size_t firstInvalidUtf8(std::string_view bytes);

/// Without white space at both ends: ASCII, U+00A0 and the ideographic space U+3000.
std::string_view trimmed(std::string_view utf8);

/// The parts of a comma-separated list, trimmed; empty ones, too, and one for an empty list.
std::vector<std::string_view> commaParts(std::string_view list);

/// For comparing headings: trimmed, full-width ASCII made narrow, lower case, inner runs of white
/// space made one blank.
std::string foldedHeading(std::string_view utf8);

/// For comparing and sorting: compatibility forms (NFKC) and small letters.
std::string foldedText(std::string_view utf8);

/// For searching: full-width ASCII made narrow, its letters small; other characters as they are. A text is
/// searched as it is, and folded byte by byte on the way (`foldedAt`).
std::string foldedForSearch(std::string_view utf8);
struct FoldedByte
{
    char byte;
    std::size_t length; ///< how many bytes of the text it stands for
};
/// What stands at @p at of a text that ends at @p end. @pre at < end
inline FoldedByte foldedAt(const char* at, const char* end)
{
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    // U+FF01 to U+FF5E are EF BC 81 to EF BD 9E; the ideographic space is E3 80 80.
    if (end - at < 3 || (*at != '\xEF' && *at != '\xE3'))
        return {small(*at), 1};
    const auto middle = static_cast<unsigned char>(at[1]);
    const auto last = static_cast<unsigned char>(at[2]);
    if (*at == '\xEF' && middle == 0xBC && last >= 0x81 && last <= 0xBF)
        return {small(static_cast<char>(last - 0x60)), 3};
    if (*at == '\xEF' && middle == 0xBD && last >= 0x80 && last <= 0x9E)
        return {static_cast<char>(last - 0x20), 3};
    if (*at == '\xE3' && middle == 0x80 && last == 0x80)
        return {' ', 3};
    return {*at, 1};
}
/// Full-width ASCII made narrow, each where it was: for marking what was found.
QString narrowed(QString text);

/// The first @p limit characters, with … where something was cut; control characters made visible.
QString excerpt(std::string_view bytes, int limit = 80);
/// With a mark in the place of each character that is obeyed instead of shown: controls but line feeds and
/// tabs, and those that turn the direction of writing round, which make one name look like another.
QString withVisibleControls(QString text);

} // namespace rangedesk
