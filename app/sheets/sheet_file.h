// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/sheet.h"

namespace rangedesk {

/// What stands behind a sheet's text in the copy that a job keeps: columns and their meaning, lines, merged
/// areas, and a hash over all. The copy is the text and this, so the sheet is again what was checked,
/// wherever it came from and however its columns were matched.
std::string sheetTrailer(const Sheet& sheet);

/// Whether these bytes end as such a copy does.
bool isSheetCopy(std::string_view bytes);

/// A sheet from the bytes of its copy. Storage where they are damaged.
Result<Sheet> sheetOfCopy(std::string bytes);

} // namespace rangedesk
