// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "changes/change_kind.h"

namespace rangedesk {

/// Writes an empty sheet for a kind: as a workbook (required columns marked, instructions, the values read so
/// far, every cell text) or, by the ending of the name, as CSV. Storage where it cannot be written.
Result<void> writeTemplate(const QString& path, ChangeKind kind, bool clears, const Catalogue& values);

} // namespace rangedesk
