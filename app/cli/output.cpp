// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "changes/refusal.h"
#include "changes/report.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <map>

namespace rangedesk::cli {

namespace {

struct OutputText
{
    Q_DECLARE_TR_FUNCTIONS(OutputText)
};

constexpr int mostRefusedShown = 20;

/// What became of standard output.
struct Outlet
{
    int error = 0;
    bool isPosted = false; ///< what could not be told is of a job that was posted
};

Outlet& outlet()
{
    static Outlet one;
    return one;
}

bool isClosedPipe(int error)
{
#ifdef Q_OS_WIN
    if (error == EINVAL)
        return true;
#endif
    return error == EPIPE;
}

void write(std::FILE* file, const QByteArray& line)
{
    errno = 0;
    const auto size = static_cast<std::size_t>(line.size());
    const bool isWhole = std::fwrite(line.constData(), 1, size, file) == size;
    const bool isEnded = std::fputc('\n', file) != EOF;
    const bool isFlushed = std::fflush(file) == 0;
    if (file == stdout && !(isWhole && isEnded && isFlushed) && outlet().error == 0)
        outlet().error = errno == 0 ? EIO : errno;
}

QString phaseName(JobPhase phase)
{
    switch (phase) {
    case JobPhase::Preview:
        return OutputText::tr("preview: reading the current rules");
    case JobPhase::Sending:
        return OutputText::tr("sending");
    case JobPhase::Verifying:
        return OutputText::tr("verifying: reading back");
    case JobPhase::Reported:
        return OutputText::tr("finished");
    }
    return {};
}

QString columnName(const Batch& batch, const Refusal& refusal)
{
    if (refusal.column < 0)
        return {};
    return toQString(batch.sheet.columns[static_cast<std::size_t>(refusal.column)].heading);
}

QString refusalLine(const Batch& batch, const Refusal& refusal)
{
    const auto line = batch.rows[refusal.row].line;
    if (refusal.column < 0)
        return OutputText::tr("Line %1: %2").arg(line).arg(describe(refusal));
    return OutputText::tr("Line %1, column \"%2\", value \"%3\": %4")
        .arg(line)
        .arg(columnName(batch, refusal), excerpt(refusal.value), describe(refusal));
}

QString progressLine(const Progress& progress)
{
    QString line = OutputText::tr("%1 of %2 rows, %3 of %4 requests, %5 rows a second")
                       .arg(progress.rowsAnswered)
                       .arg(progress.rowsPlanned)
                       .arg(progress.requestsAnswered)
                       .arg(progress.requestsPlanned)
                       .arg(progress.rowsPerSecond, 0, 'f', 0);
    if (progress.secondsLeft >= 60)
        line += OutputText::tr(", about %1 minutes left").arg(std::lround(progress.secondsLeft / 60));
    if (progress.slowedDown)
        line += OutputText::tr(", slowed down at the server's request");
    return line;
}

int exitCodeOf(const Error& error, const JobOutcome& outcome)
{
    switch (error.kind) {
    case ErrorKind::Usage:
    case ErrorKind::Input:
    case ErrorKind::Busy:
        return BadUsage;
    case ErrorKind::Locked:
        return outcome.job.id > 0 ? Resumable : BadUsage;
    case ErrorKind::Refused:
        return NoConnection;
    case ErrorKind::Connection:
    case ErrorKind::Malformed:
        return outcome.job.counts.requestsSent > 0 ? Resumable : NoConnection;
    case ErrorKind::Storage:
        return outcome.job.id > 0 ? Resumable : BadUsage;
    case ErrorKind::Interrupted:
        return Resumable;
    }
    return BadUsage;
}

} // namespace

void print(const QString& line)
{
    write(stdout, line.toUtf8());
}

void print(const QStringList& cells)
{
    QStringList clean;
    for (const QString& cell : cells)
        clean << cell.simplified(); // what the server says may hold tabs and line breaks
    print(clean.join(QLatin1Char('\t')));
}

void print(const QJsonObject& object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Indented).trimmed());
}

void message(const QString& line)
{
    write(stderr, line.toUtf8());
}

namespace {

QStringList& earlierWarnings()
{
    static QStringList warnings;
    return warnings;
}

bool& jsonWanted()
{
    static bool wanted = false;
    return wanted;
}

} // namespace

void warn(const QString& words)
{
    message(OutputText::tr("Warning: %1").arg(words));
    earlierWarnings() << words;
}

void setJson(bool wanted)
{
    jsonWanted() = wanted;
}

int complain(const Error& error)
{
    message(error.text());
    if (jsonWanted())
        print(QJsonObject{{QStringLiteral("problem"), error.text()}});
    switch (error.kind) {
    case ErrorKind::Usage:
    case ErrorKind::Input:
    case ErrorKind::Storage:
    case ErrorKind::Busy:
    case ErrorKind::Locked:
        return BadUsage;
    case ErrorKind::Connection:
    case ErrorKind::Refused:
    case ErrorKind::Malformed:
        return NoConnection;
    case ErrorKind::Interrupted:
        return Resumable;
    }
    return BadUsage;
}

int tellWritten(const QString& path)
{
    if (jsonWanted())
        print(QJsonObject{{QStringLiteral("written"), path}});
    message(OutputText::tr("Written: %1").arg(path));
    return AllDone;
}

int finish(int code)
{
    const auto& [error, isPosted] = outlet();
    if (error == 0 || isClosedPipe(error))
        return code;
    message(OutputText::tr("What was to be printed could not be written: %1.").arg(qt_error_string(error)));
    if (code != AllDone && code != SomeRows)
        return code;
    return isPosted ? SomeRows : BadUsage;
}

QJsonObject countsObject(const JobCounts& counts)
{
    QJsonObject object;
    for (const auto& [name, value] : namedCounts(counts))
        object[QLatin1String(name)] = static_cast<qint64>(value);
    return object;
}

QJsonArray refusedRows(const Batch& batch)
{
    QJsonArray rows;
    for (const Refusal& refusal : batch.refusals) {
        const Row& row = batch.rows[refusal.row];
        if (row.state != RowState::Refused)
            continue;
        rows.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(row.line)},
                                {QStringLiteral("column"), columnName(batch, refusal)},
                                {QStringLiteral("value"), toQString(refusal.value)},
                                {QStringLiteral("reason"), describe(refusal)}});
    }
    return rows;
}

/// How many rows are new, changed and so on.
std::map<Comparison, qint64> changeCounts(const Batch& batch)
{
    std::map<Comparison, qint64> counts;
    for (const Row& row : batch.rows) {
        const Row& outcome = batch.outcomeRow(row);
        if (outcome.comparison != Comparison::None && outcome.state != RowState::Refused)
            ++counts[outcome.comparison];
    }
    return counts;
}

QJsonObject changesObject(const Batch& batch)
{
    constexpr std::array<std::pair<Comparison, const char*>, 6> names{
        {{Comparison::New, "new"},
         {Comparison::Changed, "changed"},
         {Comparison::Same, "same"},
         {Comparison::Removed, "removed"},
         {Comparison::NothingToRemove, "nothing_to_remove"},
         {Comparison::NotComparable, "not_comparable"}}};
    auto counts = changeCounts(batch);
    QJsonObject object;
    for (const auto& [comparison, name] : names)
        object[QLatin1String(name)] = counts[comparison];
    return object;
}

QString changesLine(const Batch& batch)
{
    QStringList parts;
    for (const auto& [comparison, count] : changeCounts(batch))
        parts << changeName(comparison) + QLatin1Char(' ') + QString::number(count);
    return parts.isEmpty()
               ? QString()
               : OutputText::tr("Compared with the server: %1").arg(parts.join(QStringLiteral(", ")));
}

QString equation(const JobCounts& c)
{
    return OutputText::tr("Rows read %1 = refused %2 + excluded %3 + unchanged %4 + held %5 + planned %6")
               .arg(c.rowsRead)
               .arg(c.refused)
               .arg(c.excluded)
               .arg(c.unchanged)
               .arg(c.held)
               .arg(c.planned) +
           QLatin1Char('\n') +
           OutputText::tr(
               "Planned %1 = verified %2 + accepted %3 + rejected %4 + failed %5 + unknown %6 + not sent %7")
               .arg(c.planned)
               .arg(c.verified)
               .arg(c.accepted)
               .arg(c.rejected)
               .arg(c.failed)
               .arg(c.unknown)
               .arg(c.notSent) +
           QLatin1Char('\n') +
           OutputText::tr("Requests planned %1, sent %2; reads %3")
               .arg(c.requests)
               .arg(c.requestsSent)
               .arg(c.reads);
}

constexpr std::array<std::pair<ClearOutcome, const char*>, 4> clearNames{
    {{ClearOutcome::Cleared, "cleared"},
     {ClearOutcome::NothingToClear, "nothing_to_clear"},
     {ClearOutcome::NotCleared, "not_cleared"},
     {ClearOutcome::NotVerified, "could_not_be_verified"}}};

/// How many clearings came to which outcome; empty where nothing is cleared.
std::map<ClearOutcome, qint64> clearCounts(const Batch& batch)
{
    std::map<ClearOutcome, qint64> counts;
    for (const Row& row : batch.rows) {
        const ClearOutcome outcome = clearOutcome(batch.outcomeRow(row));
        if (outcome != ClearOutcome::None)
            ++counts[outcome];
    }
    return counts;
}

QJsonObject clearingsObject(std::map<ClearOutcome, qint64> counts)
{
    QJsonObject object;
    for (const auto& [outcome, name] : clearNames)
        object[QLatin1String(name)] = counts[outcome];
    return object;
}

QString clearingsLine(const std::map<ClearOutcome, qint64>& counts)
{
    QStringList parts;
    for (const auto& [outcome, count] : counts)
        parts << clearWord(outcome) + QLatin1Char(' ') + QString::number(count);
    return OutputText::tr("Clearings: %1").arg(parts.join(QStringLiteral(", ")));
}

int printOutcome(const JobOutcome& outcome, bool json)
{
    const auto clearings = clearCounts(outcome.batch);
    const JobCounts& counts = outcome.job.counts;
    outlet().isPosted = outcome.job.id > 0;
    for (const QString& warning : describe(outcome.batch.warnings))
        message(OutputText::tr("Warning: %1").arg(warning));
    if (json) {
        QJsonObject object = countsObject(counts);
        if (outcome.job.id > 0) {
            object[QStringLiteral("job")] = static_cast<qint64>(outcome.job.id);
            object[QStringLiteral("state")] = jobStateName(outcome.job.state);
        }
        if (!outcome.plan.isEmpty())
            object[QStringLiteral("plan")] = outcome.plan;
        object[QStringLiteral("changes")] = changesObject(outcome.batch);
        if (!clearings.empty())
            object[QStringLiteral("clearings")] = clearingsObject(clearings);
        object[QStringLiteral("refused_rows")] = refusedRows(outcome.batch);
        object[QStringLiteral("warnings")] =
            QJsonArray::fromStringList(earlierWarnings() + describe(outcome.batch.warnings));
        if (outcome.problem)
            object[QStringLiteral("problem")] = outcome.problem->text();
        if (!outcome.notice.isEmpty())
            object[QStringLiteral("notice")] = outcome.notice;
        print(object);
    } else {
        if (outcome.job.id > 0)
            print(OutputText::tr("Job %1").arg(outcome.job.id));
        print(equation(counts));
        if (const QString changes = changesLine(outcome.batch); !changes.isEmpty())
            print(changes);
        if (!clearings.empty())
            print(clearingsLine(clearings));
        if (!outcome.plan.isEmpty())
            print(OutputText::tr("Plan %1").arg(outcome.plan));
        int shown = 0;
        for (const Refusal& refusal : outcome.batch.refusals) {
            if (++shown > mostRefusedShown) {
                print(OutputText::tr("… and more; --refused FILE writes them all."));
                break;
            }
            print(refusalLine(outcome.batch, refusal));
        }
    }
    if (!outcome.notice.isEmpty())
        message(outcome.notice);
    if (outcome.problem) {
        message(outcome.problem->text());
        if (outcome.job.id > 0 && outcome.job.state == JobState::Interrupted)
            message(OutputText::tr("The job is kept: jobs resume %1").arg(outcome.job.id));
        return exitCodeOf(*outcome.problem, outcome);
    }
    const bool allWell = counts.refused + counts.held + counts.rejected + counts.failed + counts.unknown == 0;
    const bool notAllSent = outcome.job.id > 0 && counts.notSent > 0;
    return allWell && !notAllSent ? AllDone : SomeRows;
}

ProgressSink progressPrinter()
{
    struct Last
    {
        std::optional<JobPhase> phase;
        std::chrono::steady_clock::time_point at{};
        QString line; ///< not said yet
        bool saidStopping = false;
        bool saidSettling = false;
    };
    return [last = std::make_shared<Last>()](const Progress& progress) {
        const auto now = std::chrono::steady_clock::now();
        if (last->phase != progress.phase) {
            if (!last->line.isEmpty())
                message(std::exchange(last->line, {}));
            last->phase = progress.phase;
            last->at = now;
            message(OutputText::tr("Phase: %1").arg(phaseName(progress.phase)));
        }
        if (progress.stopping && !std::exchange(last->saidStopping, true))
            message(OutputText::tr("Stopping: waiting for %1 requests in flight. Ctrl+C again ends at once.")
                        .arg(progress.inFlight));
        if (progress.phase != JobPhase::Sending)
            return;
        if (const bool settles = progress.settling > 0; std::exchange(last->saidSettling, settles) != settles)
            message(settles ? OutputText::tr("Settling %1 requests whose fate is unknown, by reading back")
                                  .arg(progress.settling)
                            : OutputText::tr("Phase: %1").arg(phaseName(progress.phase)));
        last->line = progressLine(progress);
        if (now - last->at < std::chrono::seconds(1))
            return;
        last->at = now;
        message(std::exchange(last->line, {}));
    };
}

} // namespace rangedesk::cli
