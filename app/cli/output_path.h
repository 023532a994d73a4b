// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QStringList>

namespace rangedesk::cli {

/// Whether two names lead to one file, whatever links are between.
bool isSameFile(const QString& one, const QString& other);
/// FILE.csv or FILE.xlsx.
bool isTableName(const QString& path);

/// Whether a report may be written there: over an earlier one, but never over what is read (@p inputs), over
/// a file of the data folder, or in the place of what is no regular file. Usage where not.
Result<void> checkReplaceable(const QString& path, const QStringList& inputs, const QString& dataDir);
/// The same of a file that people keep: nothing may be there yet.
Result<void> checkNew(const QString& path);

} // namespace rangedesk::cli
