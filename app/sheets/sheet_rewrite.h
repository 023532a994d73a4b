// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/sheet.h"

namespace rangedesk {

/// Changes the cells of a sheet as the options ask: corrections of single cells first, then value maps,
/// values for empty cells, and at last columns that hold one value in every row (where no column has that
/// meaning). Lines stay what they were. Rows that have too few or too many cells stay so.
void rewriteSheet(Sheet& sheet, const SheetOptions& options);

} // namespace rangedesk
