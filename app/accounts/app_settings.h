// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/limits.h"

#include "core/error.h"
#include <QString>

namespace rangedesk {

/// What belongs to no profile and is obeyed by the window and the command line alike. What only the window
/// needs (its look) is not here.
struct AppSettings
{
    int logDays = 365;       ///< entries of older days are dropped from the log
    bool logBodies = false;  ///< keep what was sent and answered, with personal data masked
    int archiveDays = 180;   ///< jobs that ended so long ago go to the archive; 0: never
    QString templatesFolder; ///< of named column assignments, shared by colleagues perhaps; empty: beside the
                             ///< profiles
    // What a new profile starts with.
    int inFlight = limits::inFlight;
    double requestsPerSecond = limits::requestsPerSecond;
    int productsPerRequest = 200;

    bool operator==(const AppSettings&) const = default;
};

/// The settings of a folder of profiles. Defaults where there are none, where they are damaged, and for
/// every value out of its bounds.
AppSettings loadSettings(const QString& root);
/// Where named column assignments are: the chosen folder, else one below @p root.
QString templatesFolder(const AppSettings& settings, const QString& root);
/// Storage where they cannot be written.
Result<void> saveSettings(const QString& root, const AppSettings& settings);

} // namespace rangedesk
