// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue_entry.h"
#include "core/place_index.h"

#include <string_view>
#include <vector>

namespace rangedesk {

/// Entries on their way into a list, each id once, in the order in which they were first told. Their texts
/// stand in one: there can be as many as there are customers.
class PackedEntries
{
public:
    /// The end of a field in the texts of lists; what a file or server says behind one is no part of a text.
    static constexpr char fieldEnd = '\x1f';

    PackedEntries() = default;
    explicit PackedEntries(std::vector<CatalogueEntry> entries);

    /// The last word on an entry, over what was told of it before.
    void put(CatalogueEntry entry);

    bool empty() const { return m_entries.empty(); }
    std::size_t size() const { return m_entries.size(); }
    std::string_view id(std::size_t at) const { return text(m_entries[at], 0); }
    std::string_view code(std::size_t at) const { return text(m_entries[at], 1); }
    std::string_view sourceCode(std::size_t at) const { return text(m_entries[at], 2); }
    std::string_view name(std::size_t at) const { return text(m_entries[at], 3); }
    EntryOrigin origin(std::size_t at) const { return m_entries[at].origin; }
    using Attributes = std::map<std::string, std::string>;
    const Attributes& attributes(std::size_t at) const { return m_attributes[m_entries[at].attributes]; }
    CatalogueEntry entry(std::size_t at) const;

    /// Nothing is put behind this, for an entry is not found by its id any more.
    template <typename IsWanted> void keepOnly(const IsWanted& isWanted)
    {
        m_byId = {};
        std::size_t kept = 0;
        for (std::size_t at = 0; at < m_entries.size(); ++at) {
            if (isWanted(entry(at)))
                m_entries[kept++] = m_entries[at];
        }
        m_entries.resize(kept);
    }

private:
    struct Packed
    {
        std::size_t start = 0;
        std::uint32_t lengths[4] = {}; ///< of id, code, external id and name
        std::uint32_t attributes = 0;  ///< 0: none
        EntryOrigin origin = EntryOrigin::Rules;
    };

    std::string_view text(const Packed& packed, int field) const
    {
        std::size_t start = packed.start;
        for (int i = 0; i < field; ++i)
            start += packed.lengths[i];
        return std::string_view(m_text).substr(start, packed.lengths[field]);
    }
    Packed packed(CatalogueEntry entry);

    std::string m_text;
    std::vector<Packed> m_entries;
    std::vector<Attributes> m_attributes{1};
    PlaceIndex m_byId;
};

} // namespace rangedesk
