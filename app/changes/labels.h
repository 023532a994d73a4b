// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/snapshot.h"

#include <QStringList>
#include <map>
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
    /// What a target that is cleared holds: all of it is lost.
    struct Held
    {
        std::int64_t count = 0;
        std::vector<std::string> names; ///< of the first products
    };
    std::map<std::uint32_t, Held> cleared = {}; ///< by target
};

/// "12 products: a, b, c…" with @p most names.
QString describe(const BatchLabels::Held& held, std::size_t most);

/// @param snapshot what was read, or nullptr where nothing was
BatchLabels labelsOf(const Batch& batch, const Snapshot* snapshot);

/// Labels as bytes, for the copy that a job keeps; an empty result where they do not fit the batch.
std::string packLabels(const BatchLabels& labels);
std::optional<BatchLabels> unpackLabels(const std::string& bytes, const Batch& batch);

} // namespace rangedesk
