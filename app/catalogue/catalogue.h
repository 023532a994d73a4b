// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/entry_list.h"
#include "core/rule.h"

#include <array>
#include <memory>

namespace rangedesk {

/// What was read, on its way into the catalogue; each entry once: the last word on it, over what
/// was told before.
class CatalogueNews
{
public:
    void add(const SaleRule& rule);
    void add(const Campaign& campaign);
    void add(EntryKind kind, CatalogueEntry entry);

    bool isEmpty() const;
    const PackedEntries& entries(EntryKind kind) const
    {
        return m_entries.at(static_cast<std::size_t>(kind));
    }

    /// Takes the entries of a kind out; nothing of the kind is known any more.
    PackedEntries take(EntryKind kind);

private:
    std::array<PackedEntries, entryKindCount> m_entries;
};

/// By kind, where in the lists of the newer catalogue those stand that are new or say something else.
using ChangedEntries = std::array<std::vector<std::uint32_t>, entryKindCount>;

/// Everything of a profile that was read so far: values of dimensions, products, customers and campaigns. It
/// never changes: news make another one, which shares what stayed as it was.
class Catalogue
{
public:
    Catalogue();

    const EntryList& of(EntryKind kind) const { return *list(kind); }
    const EntryList& of(Dimension dimension) const { return of(entryKind(dimension)); }
    const std::shared_ptr<const EntryList>& list(EntryKind kind) const
    {
        return m_lists.at(static_cast<std::size_t>(kind));
    }

    /// With what was read since: the news are used up, for there can be as many as there are customers.
    /// @param changed gets what differs from what is known, for the file
    std::shared_ptr<const Catalogue> with(CatalogueNews news, ChangedEntries* changed = nullptr) const;
    /// With the entries of one kind replaced altogether, as by a full reference list.
    std::shared_ptr<const Catalogue> withList(EntryKind kind, std::vector<CatalogueEntry> entries) const;

private:
    std::array<std::shared_ptr<const EntryList>, entryKindCount> m_lists;
};

} // namespace rangedesk
