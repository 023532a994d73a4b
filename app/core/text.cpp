// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"

namespace rangedesk {

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string toUtf8(const QString& text)
{
    return text.toStdString();
}

std::size_t characterCount(std::string_view utf8)
{
    std::size_t count = 0;
    for (const char byte : utf8)
        count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

namespace {

/// Length of the well-formed sequence at @p at, 0 where there is none (Unicode table 3-7).
std::size_t sequenceLength(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t offset) -> unsigned {
        return at + offset < bytes.size() ? static_cast<unsigned char>(bytes[at + offset]) : 0U;
    };
    const auto continues = [&](std::size_t offset, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(offset) >= low && byte(offset) <= high;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return continues(1, low, high) && continues(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

/// Bytes of white space at the start of @p text: 0 where there is none.
std::size_t spaceLength(std::string_view text)
{
    if (text.empty())
        return 0;
    const char c = text.front();
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (text.starts_with("\xC2\xA0"))
        return 2;
    return text.starts_with("\xE3\x80\x80") ? 3 : 0;
}

} // namespace

std::size_t firstInvalidUtf8(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t length = sequenceLength(bytes, at);
        if (length == 0)
            return at;
        at += length;
    }
    return std::string_view::npos;
}

std::string_view trimmed(std::string_view utf8)
{
    while (const std::size_t length = spaceLength(utf8))
        utf8.remove_prefix(length);
    for (;;) {
        if (!utf8.empty() && spaceLength(utf8.substr(utf8.size() - 1)) == 1)
            utf8.remove_suffix(1);
        else if (utf8.ends_with("\xC2\xA0"))
            utf8.remove_suffix(2);
        else if (utf8.ends_with("\xE3\x80\x80"))
            utf8.remove_suffix(3);
        else
            return utf8;
    }
}

std::vector<std::string_view> commaParts(std::string_view list)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t comma = list.find(',');
        parts.push_back(trimmed(list.substr(0, comma)));
        if (comma == std::string_view::npos)
            return parts;
        list.remove_prefix(comma + 1);
    }
}

std::string foldedHeading(std::string_view utf8)
{
    QString text = toQString(trimmed(utf8)).normalized(QString::NormalizationForm_KC).toLower();
    return toUtf8(text.simplified());
}

std::string foldedText(std::string_view utf8)
{
    return toUtf8(toQString(utf8).normalized(QString::NormalizationForm_KC).toLower());
}

std::string foldedForSearch(std::string_view utf8)
{
    std::string folded;
    folded.reserve(utf8.size());
    const char* const end = utf8.data() + utf8.size();
    for (const char* at = utf8.data(); at < end;) {
        const FoldedByte one = foldedAt(at, end);
        folded += one.byte;
        at += one.length;
    }
    return folded;
}

QString narrowed(QString text)
{
    constexpr char16_t offset = 0xFEE0;
    for (QChar& c : text) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(static_cast<char16_t>(c.unicode() - offset));
        else if (c.unicode() == 0x3000)
            c = QLatin1Char(' ');
    }
    return text;
}

QString withVisibleControls(QString text)
{
    for (QChar& c : text) {
        const char16_t u = c.unicode();
        const bool turns = u == 0x061c || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) ||
                           (u >= 0x2066 && u <= 0x2069);
        const bool isControl = c.category() == QChar::Other_Control && u != u'\n' && u != u'\t' && u != u'\r';
        if (turns || isControl)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString excerpt(std::string_view bytes, int limit)
{
    // Four bytes a character at most, and a sequence cut at the end becomes one replacement character.
    const auto wanted = static_cast<std::size_t>(limit);
    QString text = toQString(bytes.substr(0, (wanted + 1) * 4));
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control)
            c = QChar(u'\u00B7');
    }
    if (text.size() <= limit)
        return text;
    qsizetype cut = limit;
    if (text.at(cut - 1).isHighSurrogate())
        --cut;
    return text.left(cut) + QChar(u'\u2026');
}

} // namespace rangedesk
