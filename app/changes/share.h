// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/follow_up.h"

namespace rangedesk {

/// A change set as one file that a colleague opens: its rows with what the server held when they were
/// compared, and comments. No key, and the company only as a hash that tells whether it is the same.
struct SharedFacts
{
    QString server; ///< its host, for people to read
    QString note;
    QDateTime created; ///< UTC
    std::int64_t rows = 0;
};

/// Ending of such files.
inline constexpr const char* sharedSuffix = ".rdchanges";
bool isSharedName(const QString& path);
bool isSharedSet(std::string_view bytes);

/// Writes the rows of a compared batch that are planned (or were sent). Usage where there are none, Storage
/// where the file cannot be written.
/// @param comments by the index of the row
Result<void> writeShared(const QString& path, const Batch& batch, const SharedFacts& facts,
                         const QString& scope, const RowComments& comments);

/// The same of changes that nothing compared yet; of a kind that is read row by row.
Result<void> writeShared(const QString& path, ChangeKind kind, const std::vector<ChangeRow>& rows,
                         const SharedFacts& facts, const QString& scope);

/// A change set as it was shared, ready to be compared. Input where the file is damaged; Locked where it
/// belongs to another server or company than one of @p scopes.
Result<FollowUp> openShared(const QString& path, const QStringList& scopes, SharedFacts& facts);

} // namespace rangedesk
