// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QStringList>
#include <array>

namespace rangedesk::cli {

inline constexpr std::array commandNames{"campaigns", "dimensions", "rules", "customer-rules", "import",
                                         "undo",      "retry",      "open",  "export",         "templates",
                                         "jobs",      "profiles",   "log",   "registrations",  "reference",
                                         "health",    "explain",    "where", "left-behind"};

/// Filters of operations 3, 5 and 6 under the wire's names; on the command line also with dashes.
QStringList filterNames(const QString& command);

/// All options of all commands, with their descriptions in the language of the program.
void addOptions(QCommandLineParser& parser);

} // namespace rangedesk::cli
