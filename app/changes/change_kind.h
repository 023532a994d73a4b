// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/operation.h"
#include "core/requests.h"

#include <QStringList>

namespace rangedesk {

/// What a sheet changes.
enum class ChangeKind : std::uint8_t {
    RangeProducts,    ///< products of sale ranges: written by operations 7 and 8, read by 5
    CustomerProducts, ///< products of customers: written by operations 9 and 10, read by 6
    Campaigns,        ///< campaigns: written by operation 1, read by 3
    Registrations,    ///< customers reported as registered: written by operation 2, read by 3
};

/// Whether rows name campaigns, and not sale ranges.
constexpr bool isOfCampaigns(ChangeKind kind)
{
    return kind == ChangeKind::Campaigns || kind == ChangeKind::Registrations;
}

/// How the operation of a row is chosen: by the user, never by loading a file (decisions 3).
enum class OperationChoice : std::uint8_t {
    Upsert,
    Delete,
    PerRow,
    Clear,      ///< the whole range or customer; rows name no products
    InsertOnly, ///< add what is not there; what is there stays as it is
    ChangeOnly, ///< change what is there; nothing is added
    Exact,      ///< afterwards the targets named hold exactly the products named
    Count
};

/// upsert, delete, per-row, clear, insert-only, change-only, exact.
/// Whether the platform can do that at all: a campaign cannot be deleted, a registration only be reported.
bool canChoose(ChangeKind kind, OperationChoice choice);
QString operationChoiceName(OperationChoice choice);
Result<OperationChoice> operationChoiceOfName(const QString& name);

/// The name of a kind of sheet: range-products, customer-products, campaigns or registrations; range-clear or
/// customer-clear where whole targets are cleared.
QString sheetKindName(ChangeKind kind, OperationChoice choice);
struct SheetKind
{
    ChangeKind kind = ChangeKind::RangeProducts;
    bool clears = false;
};
Result<SheetKind> sheetKindOfName(const QString& name);
QStringList sheetKindNames();

Operation writeOperation(ChangeKind kind, ChangeType type);
Operation readOperation(ChangeKind kind);

} // namespace rangedesk
