// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/import_job.h"
#include "core/error.h"
#include "openapi/settings.h"

#include <QMap>
#include <QStringList>

namespace rangedesk::cli {

enum class ImportMode : std::uint8_t { None, Check, DryRun, Apply };

/// The command line, parsed and checked.
struct Options
{
    QString command;
    QStringList arguments; ///< behind the command
    bool help = false;
    bool version = false;
    bool demo = false;
    bool json = false;
    QString dataDir;
    QString profile;
    QString confirm; ///< the name, as consent to one plan
    QString plan;
    std::optional<qint64> mostRequests;
    std::optional<int> mostRemovals; ///< percent
    bool hasInFlight = false;        ///< what is given goes before a profile's
    bool hasRate = false;
    bool hasProducts = false;
    QString language;
    ConnectionSettings connection;
    QMap<QString, QString> filters; ///< of the query commands, by the wire's names
    ImportMode mode = ImportMode::None;
    ImportOptions import;
    QString policy;     ///< how rules combine: of explain and where; empty for union
    QString lines;      ///< of an undo: 2,5-9; empty for all
    QString outputPath; ///< of export and templates
    QString columnsPath;
    QStringList ignoredColumns; ///< by name on the command line
    QString note;               ///< of a change set to share
    bool withValues = false;
    bool isArchived = false; ///< jobs of the archive are listed
    bool isFull = false;     ///< of a reference list: it is the whole list
    bool onlyShows = false;  ///< --dry-run of a reference list
    QString referenceKind;
    QString reportPath;
    QString refusedPath;
    QString helpText;
};

/// Usage where the words are off. @p arguments begins with the program's name.
Result<Options> parseOptions(const QStringList& arguments);

} // namespace rangedesk::cli
