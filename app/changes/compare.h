// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/snapshot.h"
#include "changes/target_view.h"

#include <memory>

namespace rangedesk {

/// Compares every checked row with what was read: new, changed, unchanged, removed, nothing to remove or
/// not comparable (decisions 2, 8 to 10, 13). Rows become Unchanged, Held, Refused or NotSent (planned).
/// @pre `resolve` (resolve.h) ran on the same snapshot
void compareRows(Batch& batch, const Snapshot& snapshot);

/// The ids that a snapshot holds, for `checkSheet`.
bool isKnownId(const Snapshot& snapshot, const ColumnRole& role, std::string_view id);

/// Views of targets, made when first asked for. Valid until the snapshot is read again.
class TargetViews
{
public:
    TargetViews(const Batch& batch, const Snapshot& snapshot) : m_batch(batch), m_snapshot(snapshot) {}
    const TargetView& of(std::uint32_t target);
    const Snapshot& snapshot() const { return m_snapshot; }

private:
    const Batch& m_batch;
    const Snapshot& m_snapshot;
    std::unordered_map<std::uint32_t, std::unique_ptr<TargetView>> m_views;
};

/// What the server holds for a row now.
BaseValue baseValue(const Batch& batch, const Row& row, TargetViews& views);

/// Whether reading back shows the row as wished (decisions 10, 13).
enum class ReadBack : std::uint8_t {
    Match,
    Differs, ///< another value, or the base
    Beside,  ///< it is there since then, among other values: which of them counts is not told
    Unclear, ///< the list is cut short, or the target cannot be told
};
ReadBack readBackOf(const Batch& batch, const Row& row, const Snapshot& snapshot, TargetViews& views);

} // namespace rangedesk
