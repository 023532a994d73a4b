// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/entry_list.h"

#include "catalogue/joined_entries.h"
#include "core/text.h"

#include <algorithm>
#include <numeric>

namespace rangedesk {

EntryList::EntryList(const EntryList& earlier, std::vector<CatalogueEntry> news)
    : EntryList(earlier, PackedEntries(std::move(news)))
{}

EntryList::EntryList(const EntryList& earlier, const PackedEntries& news)
{
    const JoinedEntries all(earlier, news);
    reserve(all);
    for (auto* starts : {&m_name, &m_code, &m_sound})
        starts->push_back(0);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        m_names += all.name(i);
        m_name.push_back(static_cast<std::uint32_t>(m_names.size()));
        for (const std::string_view text : {all.code(i), all.sourceCode(i), all.id(i)})
            m_codes.append(text).append(1, fieldEnd);
        m_code.push_back(static_cast<std::uint32_t>(m_codes.size()));
        if (const auto known = all.unchanged(i)) {
            const auto sounds = earlier.m_sounds.begin();
            m_sounds.insert(m_sounds.end(), sounds + earlier.m_sound[*known],
                            sounds + earlier.m_sound[*known + 1]);
            m_initials.push_back(earlier.m_initials[*known]);
        } else {
            appendSounds(m_sounds, all.name(i));
            Initials initials = 0;
            for (std::size_t at = m_sound.back(); at < m_sounds.size(); ++at)
                initials |= initialsOf(m_sounds[at]);
            m_initials.push_back(initials);
        }
        m_sound.push_back(static_cast<std::uint32_t>(m_sounds.size()));
        m_origins.push_back(all.origin(i));
    }
    addAttributes(all);
    foldCodes();
    m_byId.resize(all.size());
    std::iota(m_byId.begin(), m_byId.end(), 0U);
    std::sort(m_byId.begin(), m_byId.end(),
              [this](std::uint32_t a, std::uint32_t b) { return id(a) < id(b); });
}

/// As much as is needed: texts that grow by doubling are there twice for a while, and half empty for ever.
void EntryList::reserve(const JoinedEntries& all)
{
    std::size_t names = 0;
    std::size_t codes = 0;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        names += all.name(i).size();
        characters += characterCount(all.name(i));
        codes += all.code(i).size() + all.sourceCode(i).size() + all.id(i).size() + 3;
    }
    m_names.reserve(names);
    m_codes.reserve(codes);
    m_sounds.reserve(characters);
    for (auto* starts : {&m_name, &m_code, &m_sound})
        starts->reserve(all.size() + 1);
    m_initials.reserve(all.size());
    m_origins.reserve(all.size());
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

void EntryList::addAttributes(const JoinedEntries& all)
{
    std::map<std::string_view, std::size_t> columns;
    std::vector<std::unordered_map<std::string_view, std::uint32_t>> numbers; // of values, for each column
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        all.tellAttributes(i, [&](std::string_view name, std::string_view value) {
            if (value.empty())
                return;
            const auto [column, isNewColumn] = columns.emplace(name, m_attributes.size());
            if (isNewColumn) {
                m_attributes.push_back(
                    {std::string(name), {}, std::vector<std::uint32_t>(all.size(), 0), {}});
                numbers.emplace_back();
            }
            Attribute& attribute = m_attributes[column->second];
            const auto [number, isNewValue] = numbers[column->second].emplace(
                value, static_cast<std::uint32_t>(attribute.values.size()) + 1);
            if (isNewValue) {
                attribute.values.emplace_back(value);
                attribute.counts.push_back(0);
            }
            attribute.valueOf[i] = number->second;
            ++attribute.counts[number->second - 1];
        });
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
