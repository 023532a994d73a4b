// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/import_job.h"
#include "core/error.h"

#include <QJsonObject>

namespace rangedesk::cli {

enum ExitCode : int {
    AllDone = 0,
    SomeRows = 1,
    BadUsage = 2,
    NoConnection = 3,
    Resumable = 4,
};

/// Results go to standard output.
void print(const QString& line);
void print(const QJsonObject& object);
/// Cells with tabs between them; those within a cell become blanks, as do its line breaks.
void print(const QStringList& cells);
/// Progress and messages go to standard error.
void message(const QString& line);

/// A warning of an import, for people now and in its JSON object.
void warn(const QString& words);

/// Whether one JSON object is wanted on standard output, also where something fails.
void setJson(bool wanted);

/// Says the error on standard error, and with JSON as an object with `problem` on standard output. @returns
/// its exit code.
int complain(const Error& error);

/// Says which file was written. @returns the exit code.
int tellWritten(const QString& path);

/// At the end of the program. @returns @p code, or a worse one where standard output could not be written:
/// what a script did not get is not done. A pipe that was closed is no fault.
int finish(int code);

/// Counts under the names of the JSON output.
QJsonObject countsObject(const JobCounts& counts);
/// Line, column, value and reason of each refused row.
QJsonArray refusedRows(const Batch& batch);
/// The counts as the two equations, in words.
QString equation(const JobCounts& counts);

/// Prints an import or a resume: one JSON object, or the equation with the first refused rows.
/// @returns the exit code.
int printOutcome(const JobOutcome& outcome, bool json);

/// Says progress once a second, and each phase when it begins.
ProgressSink progressPrinter();

} // namespace rangedesk::cli
