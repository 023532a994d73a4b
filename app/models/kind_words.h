// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/change_kind.h"

#include <QString>

namespace rangedesk {

/// "Range products": what a kind of sheet is called, by its name.
QString kindWord(const QString& kindName);

/// What a sheet names its targets and products by: "Range", "Product"; of registrations the product is the
/// customer, and campaigns have none.
QString targetWord(ChangeKind kind);
QString targetsWord(ChangeKind kind);
QString productWord(ChangeKind kind);
QString productsWord(ChangeKind kind);

} // namespace rangedesk
