// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/entry_list.h"

namespace rangedesk {

/// The entries of a list with news over them, in the order of their codes. Views into both, and nothing is
/// copied but what the news change.
class JoinedEntries
{
public:
    JoinedEntries(const EntryList& earlier, const PackedEntries& news);

    std::size_t size() const { return m_places.size(); }
    std::string_view id(std::size_t at) const { return idOf(m_places[at]); }
    std::string_view code(std::size_t at) const { return codeOf(m_places[at]); }
    std::string_view sourceCode(std::size_t at) const;
    std::string_view name(std::size_t at) const;
    EntryOrigin origin(std::size_t at) const;
    /// Where it stands in the earlier list, of which the news say nothing.
    std::optional<std::uint32_t> unchanged(std::size_t at) const
    {
        const Place place = m_places[at];
        return place.from == From::Earlier ? std::optional(place.number) : std::nullopt;
    }
    /// Tells its attributes, by name.
    template <typename Tell> void tellAttributes(std::size_t at, const Tell& tell) const
    {
        const Place place = m_places[at];
        if (place.from == From::Earlier) {
            for (const EntryList::Attribute* attribute : m_columns) {
                if (const std::uint32_t value = attribute->valueOf[place.number]; value != 0)
                    tell(std::string_view(attribute->name), std::string_view(attribute->values[value - 1]));
            }
            return;
        }
        const auto& attributes =
            place.from == From::News ? m_news.attributes(place.number) : m_changed[place.number].attributes;
        for (const auto& [name, value] : attributes)
            tell(std::string_view(name), std::string_view(value));
    }

private:
    enum class From : std::uint8_t { Earlier, News, Changed };
    struct Place
    {
        From from;
        std::uint32_t number;
    };
    std::string_view idOf(Place place) const;
    std::string_view codeOf(Place place) const;

    const EntryList& m_earlier;
    const PackedEntries& m_news;
    std::vector<CatalogueEntry> m_changed;
    std::vector<const EntryList::Attribute*> m_columns; ///< of the earlier list, by name
    std::vector<Place> m_places;
};

} // namespace rangedesk
