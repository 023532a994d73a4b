// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/reference_list.h"

namespace rangedesk {

/// Writes the rows with faults to a CSV file, each with the columns of refused rows (line, column, value,
/// reason) behind its own cells: to be corrected and taken over again, where the added columns mean nothing.
/// A row with several faults stands there once, with the first of them. Storage where it cannot be written.
/// @param faults in the order of their lines
Result<void> saveRefusedRows(const QString& path, const Sheet& sheet,
                             const std::vector<ReferenceFault>& faults);

} // namespace rangedesk
