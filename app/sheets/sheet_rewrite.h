// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/sheet.h"

namespace rangedesk {

/// Changes a sheet as the options ask. Columns that are made of others come first, from what the file holds;
/// then value maps and values for empty cells, corrections of single cells, and at last columns that hold one
/// value in every row (where no column has that meaning). Lines stay what they were. Rows that have too few
/// or too many cells stay so. Input where a column is to be made of one that the sheet lacks.
Result<void> rewriteSheet(Sheet& sheet, const SheetOptions& options);

} // namespace rangedesk
