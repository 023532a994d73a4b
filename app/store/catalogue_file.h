// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue_entry.h"
#include "store/database.h"

#include <functional>
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
    Result<void> put(const QString& scope, EntryKind kind, const std::vector<CatalogueEntry>& entries);
    /// Puts them in the place of all of the kind, for a full reference list; all or none.
    Result<void> replace(const QString& scope, EntryKind kind, const std::vector<CatalogueEntry>& entries);
    /// They were seen now, and say what they said.
    Result<void> touch(const QString& scope, EntryKind kind, const std::vector<CatalogueEntry>& entries);
    /// When one was seen last, UTC; invalid where it is not there.
    Result<QDateTime> seen(const QString& scope, EntryKind kind, const std::string& id);
    /// When an entry of the kind was seen last, UTC; invalid where there is none.
    Result<QDateTime> lastSeen(const QString& scope, EntryKind kind);

private:
    Result<void> insert(const QString& scope, EntryKind kind, const std::vector<CatalogueEntry>& entries);

    explicit CatalogueFile(Database database) : m_database(std::move(database)) {}

    Database m_database;
};

} // namespace rangedesk
