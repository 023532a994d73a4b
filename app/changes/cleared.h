// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/snapshot.h"
#include "store/data_directory.h"

#include <map>

namespace rangedesk {

/// A product that a clearing took away.
struct ClearedProduct
{
    std::string id;
    std::string code;
    bool mustSell = false;
    bool isNew = false;
    bool oneSupplier = false;
};

/// What the targets of clearing rows held before, by row: without it no clearing could be undone.
using ClearedProducts = std::map<std::uint32_t, std::vector<ClearedProduct>>;

/// Keeps what the planned clearings are about to take, on disk before they leave. What an earlier run of the
/// job has kept of rows that it sent stays. Storage on failure.
Result<void> keepCleared(const Batch& batch, const Snapshot& snapshot, const QString& key,
                         const DataDirectory& data);
/// Empty where the job clears nothing. Storage where it cannot be read.
Result<ClearedProducts> loadCleared(const QString& key, const DataDirectory& data);

} // namespace rangedesk
