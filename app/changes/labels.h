// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/snapshot.h"

#include <optional>

namespace rangedesk {

/// Stands between the conditions of a range in `BatchLabels::targets`; the word for "and" is put there
/// where the text is shown.
inline constexpr char labelSeparator = '\x1f';

/// What people read for the targets and products of a batch: the names that were read, else what the
/// sheet says. Indexed as `Batch::targets` and `Batch::products`.
struct BatchLabels
{
    std::vector<std::string> targets;
    std::vector<std::string> products; ///< name; empty where neither server nor sheet tells one
    std::vector<std::string> codes;    ///< code, or what the sheet names the product by
};

/// @param snapshot what was read, or nullptr where nothing was
BatchLabels labelsOf(const Batch& batch, const Snapshot* snapshot);

/// Labels as bytes, for the copy that a job keeps; an empty result where they do not fit the batch.
std::string packLabels(const BatchLabels& labels);
std::optional<BatchLabels> unpackLabels(const std::string& bytes, const Batch& batch);

} // namespace rangedesk
