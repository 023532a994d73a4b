// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/snapshot.h"
#include "openapi/call.h"

namespace rangedesk {

/// Reads what a batch is compared with into a snapshot, in passes.
class BatchReader
{
public:
    virtual ~BatchReader() = default;

    /// A pass for the preview.
    virtual Result<void> readForPreview(Snapshot& snapshot, const Batch& batch) = 0;
    /// A pass that shows the targets as they are now.
    /// @param since the server's time before the job's first write (decisions 21)
    /// @param oneByOne ask for each, whatever else would show them
    virtual Result<void> readBack(Snapshot& snapshot, const std::vector<const Target*>& targets,
                                  const QDateTime& since, bool oneByOne) = 0;
    /// A pass that shows everything there is now, or of customers these.
    virtual Result<void> readNow(Snapshot& snapshot, const std::vector<CustomerSelector>& customers) = 0;
};

/// The reader for a kind of batch. @param onRead called after each reply, in the calling thread
std::unique_ptr<BatchReader> makeReader(Connection& connection, ChangeKind kind, ReadControl control,
                                        std::function<void()> onRead);

} // namespace rangedesk
