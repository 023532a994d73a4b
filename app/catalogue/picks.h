// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue_entry.h"
#include "core/error.h"

#include <array>
#include <string>
#include <vector>

namespace rangedesk {

/// What a person picked of late, and what they keep at hand, by id; of each kind.
class Picks
{
public:
    static constexpr std::size_t mostRecent = 60;
    static constexpr std::size_t mostFavourites = 2000;

    /// The newest first.
    const std::vector<std::string>& recent(EntryKind kind) const { return of(kind).recent; }
    /// In the order in which they were made so.
    const std::vector<std::string>& favourites(EntryKind kind) const { return of(kind).favourites; }
    bool isFavourite(EntryKind kind, std::string_view id) const;
    /// The first of @p ids becomes the newest.
    void use(EntryKind kind, const std::vector<std::string>& ids);
    /// @returns whether there was room for all
    bool setFavourite(EntryKind kind, const std::vector<std::string>& ids, bool isFavourite);

    std::string toJson() const;
    /// Input where it is damaged. What is more than the limits is left out.
    static Result<Picks> fromJson(const std::string& bytes);

private:
    struct OfKind
    {
        std::vector<std::string> recent;
        std::vector<std::string> favourites;
    };
    const OfKind& of(EntryKind kind) const { return m_kinds.at(static_cast<std::size_t>(kind)); }
    OfKind& of(EntryKind kind) { return m_kinds.at(static_cast<std::size_t>(kind)); }

    std::array<OfKind, entryKindCount> m_kinds;
};

} // namespace rangedesk
