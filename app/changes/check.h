// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"

#include <functional>

namespace rangedesk {

/// Whether this very id was read from the server: then its trailing zeros are no damage (decisions 4).
/// Asked with the role of the column.
using KnownId = std::function<bool(const ColumnRole& role, std::string_view id)>;

/// Checks a sheet without any connection: headings against the kind, and every row by itself and
/// against the others (decisions 1 to 5, 7). Faulty rows are refused in the batch; a sheet that cannot be
/// used at all is an Input error: headings of another kind, an unknown filled column, none that names a
/// target or a product, a result file of ours, an unclosed quote.
Result<Batch> checkSheet(Sheet sheet, ChangeKind kind, OperationChoice operation,
                         const KnownId& isKnown = {});

} // namespace rangedesk
