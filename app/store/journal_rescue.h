// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/data_directory.h"
#include "store/journal.h"

namespace rangedesk {

/// A journal that was damaged and set aside.
struct SetAsideJournal
{
    QString path;
    bool seen = false;           ///< the user was shown what it held
    std::vector<JobRecord> jobs; ///< as far as readable, without rows
};

/// The journals that were set aside in a data folder, with the jobs that can still be read.
std::vector<SetAsideJournal> setAsideJournals(const DataDirectory& data);

/// Remembers that the user was shown it: posting is unlocked again (decisions 25).
Result<void> markSeen(const DataDirectory& data, const SetAsideJournal& journal);

/// Whether the journal is empty or missing though the rows of jobs are there.
bool lacksJournal(const DataDirectory& data);

/// An empty or missing journal beside the rows of jobs is what a power cut can leave: it is set aside like
/// a damaged one. Call it with the folder locked.
Result<void> setAsideEmptyJournal(const DataDirectory& data);

/// Opens the journal for posting. Storage, with the way on, while one was set aside and not yet seen.
Result<Journal> openForPosting(const DataDirectory& data);

} // namespace rangedesk
