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

/// For searching: ASCII and full-width letters small; other characters as they are.
std::string foldedText(std::string_view utf8);

/// The first @p limit characters, with … where something was cut; control characters made visible.
QString excerpt(std::string_view bytes, int limit = 80);
/// With a mark in the place of each character that is obeyed instead of shown: controls but line feeds and
/// tabs, and those that turn the direction of writing round, which make one name look like another.
QString withVisibleControls(QString text);

} // namespace rangedesk
