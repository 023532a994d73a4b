// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue_entry.h"
#include "store/database.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace rangedesk {

/// The catalogue on disk, keyed by server and company: what was read, and the reference lists. It can be read
/// again from the server, so a damaged file is set aside and begun anew. Use it in the thread that opened it.
class CatalogueFile
{
public:
    static Result<CatalogueFile> open(const QString& path);
    /// For looking only: no migration, nothing is set aside.
    static Result<CatalogueFile> openForReading(const QString& path);
    QString setAside() const { return m_database.setAside(); }

    /// @param scope the server and company
    Result<void> load(const QString& scope, const std::function<void(EntryKind, CatalogueEntry)>& take);
    /// All of them or none; what has the same id is replaced. The time it was seen is now.
    Result<void> put(const QString& scope, EntryKind kind, const std::vector<CatalogueEntry>& entries)
    {
        return apply(scope, kind, {entries.size(), [&entries](std::size_t i) { return entries[i]; }, {}, {}});
    }
    /// Those that are there with these ids; where any has a made-up id, all of the kind: which entry it is
    /// that comes with its id now depends on all others.
    Result<std::vector<CatalogueEntry>> find(const QString& scope, EntryKind kind,
                                             const std::vector<std::string>& ids);
    /// Entries are asked for one by one, from 0 on: all of them at once take much memory.
    using Put = std::function<CatalogueEntry(std::size_t)>;
    /// What a reading or a list says of a kind.
    struct Change
    {
        std::size_t putCount = 0; ///< new ones, and those that say something else
        Put put;
        std::vector<std::string> seen; ///< ids of those that say what they said
        std::vector<std::string> gone; ///< ids
        /// By id, of entries of `put` that were known already: what was read of them, and no more.
        std::unordered_map<std::string, CatalogueEntry> told = {};
    };
    /// All of it or nothing. The time at which the entries of `put` and `seen` were seen is now.
    Result<void> apply(const QString& scope, EntryKind kind, const Change& change);
    /// The same of a reading, which replaces nothing that it does not tell: another program may have taught
    /// the file meanwhile what this one does not know.
    Result<void> learn(const QString& scope, EntryKind kind, const Change& change);
    /// When one was seen last, UTC; invalid where it is not there.
    Result<QDateTime> seen(const QString& scope, EntryKind kind, const std::string& id);
    /// When an entry of the kind was seen last, UTC; invalid where there is none.
    Result<QDateTime> lastSeen(const QString& scope, EntryKind kind);

private:
    explicit CatalogueFile(Database database) : m_database(std::move(database)) {}
    using Entries = std::unordered_map<std::string, CatalogueEntry>; ///< by id
    Result<bool> hasAny(const QString& scope, EntryKind kind);
    Result<void> findThose(const QString& scope, EntryKind kind, const std::vector<std::string>& ids,
                           Entries& found);
    /// Within a transaction. @param put instead of that of the change
    Result<void> write(const QString& scope, EntryKind kind, const Change& change, const Put& put);

    Database m_database;
};

} // namespace rangedesk
