// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QCommandLineParser>
#include <QStringList>

namespace rangedesk::cli {

/// Whether every option that was given goes with the command, and none was given an empty value: an option
/// that is not used would be taken for one that is (a dry run that posts). Usage where not.
/// @param words the command and what stands behind it
Result<void> checkFit(const QCommandLineParser& parser, const QStringList& words);

} // namespace rangedesk::cli
