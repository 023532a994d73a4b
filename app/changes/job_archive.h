// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/data_directory.h"
#include "store/journal.h"

#include <atomic>

namespace rangedesk {

/// Whether a job may go to the archive: it is over, and nothing of it is unknown.
bool canArchive(const JobRecord& job);

/// Puts a job aside: its rows and requests are packed, nothing of it is deleted, and it can be read, reported
/// and undone as before. Usage where it is not over, or something of it is unknown.
Result<void> archiveJob(const JobRecord& job, const DataDirectory& data, Journal& journal);

/// The same of all that ended before @p before (UTC); the journal gives back what it no longer needs. What
/// cannot be archived stays where it is, until the next time.
/// @param stop ends it early
/// @returns how many they were
Result<int> archiveJobsBefore(const QDateTime& before, const DataDirectory& data, Journal& journal,
                              const std::atomic<bool>* stop = nullptr);

} // namespace rangedesk
