// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/row_source.h"

#include "core/text.h"

#include <QStringList>
#include <algorithm>
#include <cstring>

namespace rangedesk {

namespace {

constexpr std::uint32_t abandonEvery = 4096;

bool beginsFolded(const char* at, const char* end, std::string_view foldedWord)
{
    for (const char wanted : foldedWord) {
        if (at >= end)
            return false;
        const FoldedByte one = foldedAt(at, end);
        if (one.byte != wanted)
            return false;
        at += one.length;
    }
    return true;
}

/// Looks where a byte stands in the text.
bool holdsFrom(char byte, std::string_view utf8, std::string_view foldedWord)
{
    const char* const end = utf8.data() + utf8.size();
    for (const char* at = utf8.data(); at < end; ++at) {
        at = static_cast<const char*>(std::memchr(at, byte, static_cast<std::size_t>(end - at)));
        if (at == nullptr)
            return false;
        if (beginsFolded(at, end, foldedWord))
            return true;
    }
    return false;
}

} // namespace

bool holdsFolded(std::string_view utf8, std::string_view foldedWord)
{
    if (foldedWord.empty())
        return true;
    if (utf8.size() < foldedWord.size())
        return false;
    // Chinese words begin with a byte that has no case: memchr finds it at once.
    const char first = foldedWord.front();
    const bool hasCase = first >= 'a' && first <= 'z';
    if (!hasCase) {
        if (holdsFrom(first, utf8, foldedWord))
            return true;
    } else {
        const char* const end = utf8.data() + utf8.size();
        const auto capital = static_cast<char>(first - ('a' - 'A'));
        for (const char* at = utf8.data(); at < end; ++at) {
            if ((*at == first || *at == capital) && beginsFolded(at, end, foldedWord))
                return true;
        }
    }
    constexpr char fullWidth = '\xEF'; // begins full-width ASCII
    const bool isAscii = static_cast<unsigned char>(first) < 0x80;
    return isAscii && holdsFrom(fullWidth, utf8, foldedWord);
}

std::string numberKey(std::int64_t number)
{
    const auto biased = static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63U);
    std::string key(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        key[i] = static_cast<char>((biased >> (56U - 8U * i)) & 0xFFU);
    return key;
}

std::string textKey(std::string_view utf8)
{
    return foldedText(utf8);
}

std::uint64_t RowSource::valueIn(std::uint32_t, int) const
{
    return 0;
}

bool RowSource::hasAnyOf(std::uint32_t row, int group, const std::set<std::uint64_t>& values) const
{
    return values.contains(valueIn(row, group));
}

bool RowSource::isChosen(std::uint32_t row, const RowQuery& query) const
{
    if (query.only && !query.only->contains(key(row)))
        return false;
    return std::all_of(query.choices.begin(), query.choices.end(), [&](const auto& choice) {
        return choice.second.empty() || hasAnyOf(row, choice.first, choice.second);
    });
}

std::vector<std::uint32_t> RowSource::select(const RowQuery& query, const Abandon& abandon) const
{
    std::vector<Matcher> matchers;
    for (const QString& word : narrowed(query.text).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        matchers.push_back(matcher(foldedForSearch(toUtf8(word))));
    std::vector<std::uint32_t> wanted;
    for (const std::uint32_t group : facetGroups()) {
        if ((query.facets & group) != 0)
            wanted.push_back(query.facets & group);
    }
    std::vector<std::uint32_t> rows;
    const auto count = static_cast<std::uint32_t>(size());
    rows.reserve(matchers.empty() && query.facets == 0 && query.choices.empty() ? count : 0);
    for (std::uint32_t row = 0; row < count; ++row) {
        if (row % abandonEvery == 0 && abandon)
            return rows;
        if (!wanted.empty()) {
            const std::uint32_t has = facets(row);
            if (!std::all_of(wanted.begin(), wanted.end(), [has](std::uint32_t w) { return (has & w) != 0; }))
                continue;
        }
        if (isChosen(row, query) &&
            std::all_of(matchers.begin(), matchers.end(), [row](const Matcher& holds) { return holds(row); }))
            rows.push_back(row);
    }
    sortRows(rows, query, abandon);
    return rows;
}

void RowSource::sortRows(std::vector<std::uint32_t>& rows, const RowQuery& query,
                         const Abandon& abandon) const
{
    if (query.sortColumn < 0)
        return;
    struct Keyed
    {
        std::string key;
        std::uint32_t row;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        if (row % abandonEvery == 0 && abandon)
            return;
        keyed.push_back({sortKey(row, query.sortColumn), row});
    }
    const bool down = query.sortOrder == Qt::DescendingOrder;
    std::stable_sort(keyed.begin(), keyed.end(),
                     [down](const Keyed& a, const Keyed& b) { return down ? b.key < a.key : a.key < b.key; });
    for (std::size_t i = 0; i < keyed.size(); ++i)
        rows[i] = keyed[i].row;
}

} // namespace rangedesk
