// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/operation.h"

namespace rangedesk {

/// What a sheet changes.
enum class ChangeKind : std::uint8_t {
    RangeProducts,    ///< products of sale ranges: written by operation 7, read by 5
    CustomerProducts, ///< products of customers: written by operation 9, read by 6
};

QString changeKindName(ChangeKind kind);
Result<ChangeKind> changeKindOfName(const QString& name);
Operation writeOperation(ChangeKind kind);
Operation readOperation(ChangeKind kind);

/// How the operation of a row is chosen: by the user, never by loading a file (decisions 3).
enum class OperationChoice : std::uint8_t { Upsert, Delete, PerRow };

} // namespace rangedesk
