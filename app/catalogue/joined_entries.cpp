// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/joined_entries.h"

#include "core/entry_merge.h"

#include <algorithm>
#include <set>

namespace rangedesk {

namespace {

/// Names that one entry alone bears, made-up ones aside. Counted only where a list told names alone.
class UniqueNames
{
public:
    UniqueNames(const EntryList& known, const PackedEntries& news)
    {
        if (hasNameAlone(known) || hasNameAlone(news)) {
            count(known);
            count(news);
        }
    }
    bool holds(std::string_view name) const
    {
        const auto found = m_ids.find(name);
        return found != m_ids.end() && found->second.size() == 1;
    }

private:
    template <typename Entries> static bool hasNameAlone(const Entries& entries)
    {
        for (std::uint32_t i = 0; i < entries.size(); ++i) {
            if (entries.id(i).starts_with(madeUpId) && entries.code(i).empty() &&
                entries.sourceCode(i).empty())
                return true;
        }
        return false;
    }
    template <typename Entries> void count(const Entries& entries)
    {
        for (std::uint32_t i = 0; i < entries.size(); ++i) {
            if (!entries.id(i).starts_with(madeUpId))
                m_ids[entries.name(i)].insert(entries.id(i));
        }
    }

    std::unordered_map<std::string_view, std::set<std::string_view>> m_ids;
};

/// Brings news over what is known. Entries are numbered: the earlier ones, and behind them what the news add.
class Joining
{
public:
    Joining(const EntryList& earlier, const PackedEntries& news)
        : m_earlier(earlier), m_news(news), m_uniqueNames(earlier, news)
    {
        for (std::string& id : earlier.madeUpIds()) {
            const std::uint32_t place = earlier.withId(id).value_or(0);
            m_madeUp.emplace(std::move(id), place);
        }
        for (std::uint32_t i = 0; i < news.size(); ++i)
            take(i);
    }

    const std::vector<std::uint32_t>& added() const { return m_added; }
    /// What the news made of entries.
    std::unordered_map<std::uint32_t, CatalogueEntry>& changed() { return m_changed; }

private:
    void take(std::uint32_t news)
    {
        const std::string_view id = m_news.id(news);
        std::optional<std::uint32_t> place = withId(id);
        if (!place && !id.starts_with(madeUpId)) {
            const auto nameless = withoutId(news);
            if (nameless != m_madeUp.end()) {
                place = nameless->second;
                m_madeUp.erase(nameless);
                change(*place).id = id;
            }
        }
        if (place) {
            mergeEntry(change(*place), m_news.entry(news));
            return;
        }
        const auto number = static_cast<std::uint32_t>(m_earlier.size() + m_added.size());
        if (id.starts_with(madeUpId))
            m_madeUp.emplace(id, number);
        m_added.push_back(news);
    }

    std::optional<std::uint32_t> withId(std::string_view id) const
    {
        const std::optional<std::uint32_t> place = m_earlier.withId(id);
        if (!place)
            return std::nullopt;
        const auto changed = m_changed.find(*place); // and may bear another one by now
        return changed == m_changed.end() || changed->second.id == id ? place : std::nullopt;
    }

    CatalogueEntry& change(std::uint32_t place)
    {
        const auto found = m_changed.find(place);
        return found != m_changed.end() ? found->second
                                        : m_changed.emplace(place, entry(place)).first->second;
    }

    CatalogueEntry entry(std::uint32_t place) const
    {
        if (const auto found = m_changed.find(place); found != m_changed.end())
            return found->second;
        return place < m_earlier.size() ? m_earlier.entry(place)
                                        : m_news.entry(m_added[place - m_earlier.size()]);
    }

    using MadeUp = std::unordered_map<std::string, std::uint32_t>;

    /// An entry that a list told without its id is the one that now comes with id and the same code or
    /// external id; one of which the list told the name alone, where nothing else bears that name.
    MadeUp::iterator withoutId(std::uint32_t news)
    {
        if (m_madeUp.empty())
            return m_madeUp.end();
        const CatalogueEntry told = m_news.entry(news);
        const auto same = [&](std::string CatalogueEntry::*field, bool alone) {
            const auto found = (told.*field).empty() ? m_madeUp.end() : m_madeUp.find(madeUpId + told.*field);
            if (found == m_madeUp.end())
                return found;
            const CatalogueEntry known = entry(found->second);
            const bool isSame = known.*field == told.*field && known.origin == EntryOrigin::ReferenceList &&
                                (!alone || (known.code.empty() && known.sourceCode.empty() &&
                                            m_uniqueNames.holds(told.name)));
            return isSame ? found : m_madeUp.end();
        };
        if (const auto found = same(&CatalogueEntry::code, false); found != m_madeUp.end())
            return found;
        if (const auto found = same(&CatalogueEntry::sourceCode, false); found != m_madeUp.end())
            return found;
        return same(&CatalogueEntry::name, true);
    }

    const EntryList& m_earlier;
    const PackedEntries& m_news;
    UniqueNames m_uniqueNames;
    std::vector<std::uint32_t> m_added; ///< of the news, by number
    std::unordered_map<std::uint32_t, CatalogueEntry> m_changed;
    MadeUp m_madeUp; ///< those that still bear it
};

} // namespace

JoinedEntries::JoinedEntries(const EntryList& earlier, const PackedEntries& news)
    : m_earlier(earlier), m_news(news)
{
    for (const EntryList::Attribute& attribute : earlier.attributes())
        m_columns.push_back(&attribute);
    std::sort(m_columns.begin(), m_columns.end(),
              [](const auto* a, const auto* b) { return a->name < b->name; });

    Joining joining(earlier, news);
    auto& changed = joining.changed();
    const auto take = [&](Place unchanged, std::size_t number) {
        const auto found = changed.empty() ? changed.end() : changed.find(static_cast<std::uint32_t>(number));
        if (found == changed.end()) {
            m_places.push_back(unchanged);
            return true;
        }
        m_changed.push_back(std::move(found->second));
        return false;
    };
    m_places.reserve(earlier.size() + joining.added().size());
    for (std::uint32_t i = 0; i < earlier.size(); ++i)
        take({From::Earlier, i}, i);
    const auto inOrder = static_cast<std::ptrdiff_t>(m_places.size());
    for (std::size_t i = 0; i < joining.added().size(); ++i)
        take({From::News, joining.added()[i]}, earlier.size() + i);
    for (std::size_t i = 0; i < m_changed.size(); ++i)
        m_places.push_back({From::Changed, static_cast<std::uint32_t>(i)});
    const auto isBefore = [this](Place a, Place b) {
        const int order = codeOf(a).compare(codeOf(b));
        return order != 0 ? order < 0 : idOf(a) < idOf(b);
    };
    std::sort(m_places.begin() + inOrder, m_places.end(), isBefore);
    std::inplace_merge(m_places.begin(), m_places.begin() + inOrder, m_places.end(), isBefore);
}

std::string_view JoinedEntries::idOf(Place place) const
{
    switch (place.from) {
    case From::Earlier:
        return m_earlier.id(place.number);
    case From::News:
        return m_news.id(place.number);
    case From::Changed:
        return m_changed[place.number].id;
    }
    return {};
}

std::string_view JoinedEntries::codeOf(Place place) const
{
    switch (place.from) {
    case From::Earlier:
        return m_earlier.code(place.number);
    case From::News:
        return m_news.code(place.number);
    case From::Changed:
        return m_changed[place.number].code;
    }
    return {};
}

std::string_view JoinedEntries::sourceCode(std::size_t at) const
{
    const Place place = m_places[at];
    switch (place.from) {
    case From::Earlier:
        return m_earlier.sourceCode(place.number);
    case From::News:
        return m_news.sourceCode(place.number);
    case From::Changed:
        return m_changed[place.number].sourceCode;
    }
    return {};
}

std::string_view JoinedEntries::name(std::size_t at) const
{
    const Place place = m_places[at];
    switch (place.from) {
    case From::Earlier:
        return m_earlier.name(place.number);
    case From::News:
        return m_news.name(place.number);
    case From::Changed:
        return m_changed[place.number].name;
    }
    return {};
}

EntryOrigin JoinedEntries::origin(std::size_t at) const
{
    const Place place = m_places[at];
    switch (place.from) {
    case From::Earlier:
        return m_earlier.origin(place.number);
    case From::News:
        return m_news.origin(place.number);
    case From::Changed:
        return m_changed[place.number].origin;
    }
    return {};
}

} // namespace rangedesk
