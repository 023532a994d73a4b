// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/suggestions.h"

#include "catalogue/entry_search.h"
#include "core/id.h"
#include "core/text.h"

#include <algorithm>

namespace rangedesk {

namespace {

constexpr std::size_t mostSuggestions = 5;
/// Digits that a spreadsheet keeps.
constexpr std::size_t keptDigits = 15;
/// Of longer lists only what holds the text is looked at: near misses would take too long.
constexpr std::size_t mostCompared = 50'000;

/// The digits that are left of a rounded id and how many it had: of 8.93E+18 these are 893 and 19.
struct Rounded
{
    std::string digits;
    std::size_t length = 0;
};

Rounded roundedOf(const std::string& cell)
{
    Rounded rounded;
    const std::size_t exponent = cell.find_first_of("eE");
    for (const char c : cell.substr(0, exponent)) {
        if (c >= '0' && c <= '9')
            rounded.digits += c;
    }
    rounded.length = rounded.digits.size();
    if (exponent != std::string::npos)
        rounded.length =
            static_cast<std::size_t>(std::max(0, toQString(cell.substr(exponent + 1)).toInt())) + 1;
    while (!rounded.digits.empty() && rounded.digits.back() == '0')
        rounded.digits.pop_back();
    return rounded;
}

/// Whether an id becomes this when it is rounded: the same digits but for the last, which may be rounded up.
bool becomes(const std::string& id, const Rounded& rounded)
{
    const std::size_t kept = std::min(rounded.digits.size(), keptDigits);
    if (id.size() != rounded.length || kept < 2 || id.size() <= kept)
        return false;
    if (id.compare(0, kept, rounded.digits) == 0)
        return true;
    std::string up = id.substr(0, kept);
    ++up.back(); // no carry: a digit 9 that was rounded up left a zero, which is cut off
    return up == rounded.digits && id[kept] >= '5';
}

/// How many characters have to be changed, added or taken away; up to a limit.
std::size_t distance(const QString& a, const QString& b)
{
    std::vector<std::size_t> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = static_cast<std::size_t>(i);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const std::size_t same = diagonal + (a[i - 1] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, same});
        }
    }
    return row.back();
}

/// Letters that are taken for digits, as the digits.
QString lookAlike(QString text)
{
    constexpr QLatin1Char one('1');
    return text.replace(QLatin1Char('o'), QLatin1Char('0'))
        .replace(QLatin1Char('l'), one)
        .replace(QLatin1Char('i'), one);
}

std::vector<std::string> rounded(const EntryList& entries, const std::string& cell)
{
    std::vector<std::string> fitting;
    if (idDamage(cell) == IdDamage::None)
        return fitting;
    const Rounded wanted = roundedOf(cell);
    for (std::uint32_t i = 0; i < entries.size() && fitting.size() < 2; ++i) {
        if (const std::string id(entries.id(i)); becomes(id, wanted))
            fitting.push_back(id);
    }
    return fitting.size() == 1 ? fitting : std::vector<std::string>();
}

} // namespace

std::optional<EntryKind> entryKindOf(const ColumnRole& role)
{
    switch (role.field) {
    case ColumnRole::Field::Condition:
        return entryKind(role.dimension);
    case ColumnRole::Field::Product:
        return EntryKind::Product;
    case ColumnRole::Field::Customer:
        return EntryKind::Customer;
    case ColumnRole::Field::Campaign:
        return EntryKind::Campaign;
    default:
        return std::nullopt;
    }
}

std::string_view nameOf(const EntryList& entries, std::uint32_t entry, SelectBy by)
{
    switch (by) {
    case SelectBy::Id:
        return entries.id(entry);
    case SelectBy::Code:
        return entries.code(entry);
    case SelectBy::SourceCode:
        return entries.sourceCode(entry);
    case SelectBy::Name:
        break;
    }
    return entries.name(entry);
}

std::vector<std::string> suggestions(const Catalogue& catalogue, const ColumnRole& role,
                                     const std::string& cell)
{
    const auto kind = entryKindOf(role);
    if (!kind)
        return {};
    // Of a campaign the external id is the id.
    const bool isExternal = *kind == EntryKind::Campaign && role.by == SelectBy::SourceCode;
    if (isExternal) {
        CatalogueNews copies; // as if it were a code, which is compared by nearness
        for (std::uint32_t i = 0; i < catalogue.of(*kind).size(); ++i)
            copies.add(*kind, {std::string(catalogue.of(*kind).id(i)),
                               std::string(catalogue.of(*kind).id(i)),
                               {},
                               {},
                               {},
                               EntryOrigin::Campaigns});
        return suggestions(EntryList(EntryList(), copies.entries(*kind)), SelectBy::Code, cell);
    }
    return suggestions(catalogue.of(*kind), role.by, cell);
}

std::vector<std::string> suggestions(const EntryList& entries, SelectBy by, const std::string& cell)
{
    if (cell.empty())
        return {};
    if (by == SelectBy::Id)
        return rounded(entries, cell);
    const QString wanted = toQString(foldedHeading(cell));
    const auto most = static_cast<std::size_t>(std::max<qsizetype>(1, wanted.size() / 3));
    std::vector<std::pair<std::size_t, std::string>> near;
    const auto look = [&](std::uint32_t entry) {
        const std::string text(nameOf(entries, entry, by));
        if (text.empty() || text == cell)
            return;
        const QString other = toQString(foldedHeading(text));
        const bool holds = wanted.size() > 1 && (other.contains(wanted) || wanted.contains(other));
        const auto apart = static_cast<std::size_t>(std::abs(wanted.size() - other.size()));
        if (!holds && apart > most)
            return;
        const bool looksAlike = by == SelectBy::Code && lookAlike(wanted) == lookAlike(other);
        const std::size_t gap = looksAlike ? 0 : distance(wanted, other);
        if (gap <= most || holds)
            near.emplace_back(holds ? std::min(gap, most) : gap, text);
    };
    if (entries.size() <= mostCompared) {
        for (std::uint32_t i = 0; i < entries.size(); ++i)
            look(i);
    } else {
        const std::atomic<bool> goesOn{false};
        for (const std::uint32_t entry : search(entries, toQString(cell), goesOn))
            look(entry);
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    std::vector<std::string> fitting;
    for (std::size_t i = 0; i < std::min(near.size(), mostSuggestions); ++i)
        fitting.push_back(near[i].second);
    return fitting;
}

} // namespace rangedesk
