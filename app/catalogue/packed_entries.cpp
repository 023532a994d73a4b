// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/packed_entries.h"

#include "core/entry_merge.h"

namespace rangedesk {

PackedEntries::PackedEntries(std::vector<CatalogueEntry> entries)
{
    m_entries.reserve(entries.size());
    for (CatalogueEntry& entry : entries)
        put(std::move(entry));
}

PackedEntries::Packed PackedEntries::packed(CatalogueEntry entry)
{
    Packed packed;
    packed.start = m_text.size();
    packed.origin = entry.origin;
    int field = 0;
    for (const std::string* text : {&entry.id, &entry.code, &entry.sourceCode, &entry.name}) {
        packed.lengths[field++] = static_cast<std::uint32_t>(text->size());
        m_text += *text;
    }
    if (!entry.attributes.empty()) {
        packed.attributes = static_cast<std::uint32_t>(m_attributes.size());
        m_attributes.push_back(std::move(entry.attributes));
    }
    return packed;
}

void PackedEntries::put(CatalogueEntry entry)
{
    for (std::string* text : {&entry.id, &entry.code, &entry.sourceCode})
        text->resize(std::min(text->size(), text->find(fieldEnd)));
    const auto place = m_byId.find(entry.id, [&](std::uint32_t at) { return id(at) == entry.id; });
    if (!place) {
        m_byId.add(entry.id, static_cast<std::uint32_t>(m_entries.size()));
        m_entries.push_back(packed(std::move(entry)));
        return;
    }
    const CatalogueEntry before = this->entry(*place);
    CatalogueEntry after = before;
    mergeEntry(after, std::move(entry));
    if (!(after == before))
        m_entries[*place] = packed(std::move(after));
}

CatalogueEntry PackedEntries::entry(std::size_t at) const
{
    return {std::string(id(at)),   std::string(code(at)), std::string(sourceCode(at)),
            std::string(name(at)), attributes(at),        origin(at)};
}

} // namespace rangedesk
