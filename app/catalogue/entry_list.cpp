// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/entry_list.h"

#include "core/entry_merge.h"
#include "core/text.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace rangedesk {

namespace {

/// The ends of fields are no part of a text, whatever a file or server says.
std::string_view fieldText(const std::string& text)
{
    return std::string_view(text).substr(0, text.find(EntryList::fieldEnd));
}

/// Names that one entry alone bears, made-up ones aside. Counted only where a list told names alone.
class UniqueNames
{
public:
    UniqueNames(const std::vector<CatalogueEntry>& known, const std::vector<CatalogueEntry>& news)
    {
        const auto isNameAlone = [](const CatalogueEntry& entry) {
            return entry.id.starts_with(madeUpId) && entry.code.empty() && entry.sourceCode.empty();
        };
        if (std::none_of(known.begin(), known.end(), isNameAlone) &&
            std::none_of(news.begin(), news.end(), isNameAlone))
            return;
        for (const auto* entries : {&known, &news}) {
            for (const CatalogueEntry& entry : *entries) {
                if (!entry.id.starts_with(madeUpId))
                    m_ids[entry.name].insert(entry.id);
            }
        }
    }
    bool holds(const std::string& name) const
    {
        const auto found = m_ids.find(name);
        return found != m_ids.end() && found->second.size() == 1;
    }

private:
    std::unordered_map<std::string, std::set<std::string>> m_ids;
};

} // namespace

EntryList::EntryList(const EntryList& earlier, std::vector<CatalogueEntry> news)
{
    std::unordered_map<std::string_view, std::size_t> places;
    std::vector<CatalogueEntry> all;
    all.reserve(earlier.size() + news.size());
    for (std::uint32_t i = 0; i < earlier.size(); ++i)
        all.push_back(earlier.entry(i));
    places.reserve(all.size() + news.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        places.emplace(all[i].id, i);
    const UniqueNames uniqueNames(all, news);
    // An entry that a list told without its id is the one that now comes with id and the same code or
    // external id; one of which the list told the name alone, where nothing else bears that name.
    const auto withoutId = [&](const CatalogueEntry& entry) {
        const auto same = [&](std::string CatalogueEntry::*field) {
            const auto found = (entry.*field).empty() ? places.end() : places.find(madeUpId + entry.*field);
            const bool isSame = found != places.end() && all[found->second].*field == entry.*field &&
                                all[found->second].origin == EntryOrigin::ReferenceList;
            return isSame ? found : places.end();
        };
        if (const auto found = same(&CatalogueEntry::code); found != places.end())
            return found;
        if (const auto found = same(&CatalogueEntry::sourceCode); found != places.end())
            return found;
        const auto found = same(&CatalogueEntry::name);
        const bool isNameAlone = found != places.end() && all[found->second].code.empty() &&
                                 all[found->second].sourceCode.empty() && uniqueNames.holds(entry.name);
        return isNameAlone ? found : places.end();
    };
    for (CatalogueEntry& entry : news) {
        auto found = places.find(entry.id);
        if (found == places.end() && !entry.id.starts_with(madeUpId)) {
            if (const auto nameless = withoutId(entry); nameless != places.end()) {
                const std::size_t place = nameless->second;
                places.erase(nameless); // before the text it is keyed by changes
                all[place].id = entry.id;
                found = places.emplace(all[place].id, place).first;
            }
        }
        if (found != places.end()) {
            mergeEntry(all[found->second], std::move(entry));
            continue;
        }
        all.push_back(std::move(entry));
        places.emplace(all.back().id, all.size() - 1); // reserved: texts never move
    }
    std::sort(all.begin(), all.end(), [](const CatalogueEntry& a, const CatalogueEntry& b) {
        return std::tie(a.code, a.id) < std::tie(b.code, b.id);
    });
    for (auto* starts : {&m_name, &m_code, &m_sound}) {
        starts->reserve(all.size() + 1);
        starts->push_back(0);
    }
    for (const CatalogueEntry& entry : all) {
        m_names += entry.name;
        m_name.push_back(static_cast<std::uint32_t>(m_names.size()));
        for (const std::string* text : {&entry.code, &entry.sourceCode, &entry.id})
            m_codes.append(fieldText(*text)).append(1, fieldEnd);
        m_code.push_back(static_cast<std::uint32_t>(m_codes.size()));
        appendSounds(m_sounds, entry.name);
        Initials initials = 0;
        for (std::size_t i = m_sound.back(); i < m_sounds.size(); ++i)
            initials |= initialsOf(m_sounds[i]);
        m_initials.push_back(initials);
        m_sound.push_back(static_cast<std::uint32_t>(m_sounds.size()));
        m_origins.push_back(entry.origin);
    }
    addAttributes(all);
    foldCodes();
    m_byId.resize(all.size());
    std::iota(m_byId.begin(), m_byId.end(), 0U);
    std::sort(m_byId.begin(), m_byId.end(),
              [this](std::uint32_t a, std::uint32_t b) { return id(a) < id(b); });
}

void EntryList::foldCodes()
{
    constexpr char fullWidth = '\xEF'; // begins full-width ASCII
    const bool isFolded = std::none_of(m_codes.begin(), m_codes.end(),
                                       [](char c) { return (c >= 'A' && c <= 'Z') || c == fullWidth; });
    if (isFolded)
        return;
    m_folded = foldedForSearch(m_codes);
    if (m_folded.size() == m_codes.size())
        return;
    m_folded.clear();
    m_foldedCode.reserve(m_code.size());
    m_foldedCode.push_back(0);
    for (std::uint32_t i = 0; i + 1 < m_code.size(); ++i) {
        m_folded += foldedForSearch(piece(m_codes, m_code, i));
        m_foldedCode.push_back(static_cast<std::uint32_t>(m_folded.size()));
    }
}

void EntryList::addAttributes(const std::vector<CatalogueEntry>& entries)
{
    std::map<std::string_view, std::size_t> columns;
    std::vector<std::unordered_map<std::string_view, std::uint32_t>> numbers; // of values, for each column
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        for (const auto& [name, value] : entries[i].attributes) {
            if (value.empty())
                continue;
            const auto [column, isNewColumn] = columns.emplace(name, m_attributes.size());
            if (isNewColumn) {
                m_attributes.push_back({name, {}, std::vector<std::uint32_t>(entries.size(), 0), {}});
                numbers.emplace_back();
            }
            Attribute& attribute = m_attributes[column->second];
            const auto [number, isNewValue] = numbers[column->second].emplace(
                value, static_cast<std::uint32_t>(attribute.values.size()) + 1);
            if (isNewValue) {
                attribute.values.push_back(value);
                attribute.counts.push_back(0);
            }
            attribute.valueOf[i] = number->second;
            ++attribute.counts[number->second - 1];
        }
    }
}

std::string_view EntryList::field(std::uint32_t entry, int number) const
{
    std::string_view text = piece(m_codes, m_code, entry);
    for (int i = 0; i < number; ++i)
        text.remove_prefix(text.find(fieldEnd) + 1);
    return text.substr(0, text.find(fieldEnd));
}

std::string_view EntryList::label(std::uint32_t entry) const
{
    if (!code(entry).empty())
        return code(entry);
    const bool isMadeUp = id(entry).starts_with(madeUpId) && origin(entry) == EntryOrigin::ReferenceList;
    return isMadeUp ? sourceCode(entry) : id(entry);
}

std::vector<std::string> EntryList::madeUpIds() const
{
    std::vector<std::string> ids;
    const std::string first(1, madeUpId);
    auto at =
        std::lower_bound(m_byId.begin(), m_byId.end(), std::string_view(first),
                         [this](std::uint32_t entry, std::string_view text) { return id(entry) < text; });
    for (; at != m_byId.end() && id(*at).starts_with(madeUpId); ++at) {
        if (origin(*at) == EntryOrigin::ReferenceList)
            ids.emplace_back(id(*at));
    }
    return ids;
}

CatalogueEntry EntryList::entry(std::uint32_t entry) const
{
    CatalogueEntry copy{std::string(id(entry)),
                        std::string(code(entry)),
                        std::string(sourceCode(entry)),
                        std::string(name(entry)),
                        {},
                        origin(entry)};
    for (const Attribute& attribute : m_attributes) {
        if (attribute.valueOf[entry] != 0)
            copy.attributes.emplace(attribute.name, attribute.values[attribute.valueOf[entry] - 1]);
    }
    return copy;
}

std::string_view EntryList::attribute(std::uint32_t entry, std::string_view name) const
{
    for (const Attribute& attribute : m_attributes) {
        if (attribute.name == name && attribute.valueOf[entry] != 0)
            return attribute.values[attribute.valueOf[entry] - 1];
    }
    return {};
}

std::optional<std::uint32_t> EntryList::withId(std::string_view wanted) const
{
    const auto found =
        std::lower_bound(m_byId.begin(), m_byId.end(), wanted,
                         [this](std::uint32_t entry, std::string_view text) { return id(entry) < text; });
    if (found == m_byId.end() || id(*found) != wanted)
        return std::nullopt;
    return *found;
}

std::vector<std::vector<std::uint32_t>> EntryList::named(const std::vector<std::string>& texts,
                                                         std::optional<SelectBy> by) const
{
    std::vector<std::vector<std::uint32_t>> found(texts.size());
    std::unordered_multimap<std::string_view, std::size_t> wanted;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].empty())
            wanted.emplace(texts[i], i);
    }
    const auto look = [&](std::string_view text, std::uint32_t entry) {
        const auto [first, last] = wanted.equal_range(text);
        for (auto at = first; at != last; ++at) {
            std::vector<std::uint32_t>& entries = found[at->second];
            if (entries.empty() || entries.back() != entry)
                entries.push_back(entry);
        }
    };
    for (std::uint32_t i = 0; i < size(); ++i) {
        if (!by || *by == SelectBy::Id)
            look(id(i), i);
        if (!by || *by == SelectBy::Code)
            look(code(i), i);
        if (!by || *by == SelectBy::SourceCode)
            look(sourceCode(i), i);
        if (!by || *by == SelectBy::Name)
            look(name(i), i);
    }
    return found;
}

QString attributeName(const std::string& name)
{
    for (int i = 0; i < dimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        if (dimensionPrefix(dimension) == name)
            return dimensionName(dimension);
    }
    return toQString(name);
}

} // namespace rangedesk
