// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_command.h"

#include "changes/report.h"
#include "changes/row_store.h"
#include "core/text.h"
#include "output.h"
#include "output_path.h"
#include "sheets/csv_writer.h"
#include "store/journal_rescue.h"

#include <QCoreApplication>

namespace rangedesk::cli {

namespace {

struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(ImportText)
};

int apply(Session& session, CheckedFile file, ImportOptions import)
{
    const Options& options = session.options();
    if (auto named = checkConfirmed(session); !named)
        return complain(named.error());
    if (session.wish().writeLock && !session.wish().writeLock->isOpen())
        return complain({ErrorKind::Locked,
                         ImportText::tr("The write lock of %1 is on.").arg(session.confirmName()),
                         ImportText::tr("Look at the plan with --dry-run, then give --confirm and --plan."),
                         {},
                         {}});
    auto data = session.data(true);
    if (!data)
        return complain(data.error());
    auto journal = openForPosting(**data);
    if (!journal)
        return complain(journal.error());
    auto connection = session.connection();
    if (!connection)
        return complain(connection.error());
    session.watchInterrupts();
    ImportJob job(**connection, session.scope(), session.control(), progressPrinter());
    job.setPolicy(session.boundPolicy());
    import.consent = session.consent();
    const JobOutcome outcome = job.apply(std::move(file), import, **data, *journal);
    session.tellClock();
    teachCatalogue(session, outcome);
    return writeReports(options, outcome, printOutcome(outcome, options.json));
}

int dryRun(Session& session, CheckedFile file, const ImportOptions& import)
{
    auto connection = session.connection();
    if (!connection)
        return complain(connection.error());
    session.watchInterrupts();
    ImportJob job(**connection, session.scope(), session.control(), progressPrinter());
    const JobOutcome outcome = job.dryRun(std::move(file), import);
    session.tellClock();
    teachCatalogue(session, outcome);
    return writeReports(session.options(), outcome, printOutcome(outcome, session.options().json));
}

} // namespace

Result<void> checkConfirmed(const Session& session)
{
    const QString& name = session.options().confirm;
    if (name.isEmpty() || name == session.confirmName())
        return {};
    return fail(ErrorKind::Usage,
                ImportText::tr("--confirm names \"%1\", but this would post to \"%2\".")
                    .arg(name, session.confirmName()),
                ImportText::tr("Nothing was sent."));
}

int writeReports(const Options& options, const JobOutcome& outcome, int code)
{
    const std::pair<QString, Result<void> (*)(const QString&, const JobOutcome&)> reports[] = {
        {options.reportPath,
         [](const QString& path, const JobOutcome& o) { return writeReport(path, o.batch, o.requests); }},
        {options.refusedPath,
         [](const QString& path, const JobOutcome& o) { return writeRefused(path, o.batch); }}};
    for (const auto& [path, writeIt] : reports) {
        if (path.isEmpty() || outcome.batch.sheet.columns.empty())
            continue; // nothing was loaded: an earlier report stays
        if (auto written = writeIt(path, outcome); !written) {
            message(written.error().text());
            if (outcome.job.id > 0)
                message(ImportText::tr("The job is kept; write its report with: jobs report %1 --report FILE")
                            .arg(outcome.job.id));
            code = outcome.job.id > 0 ? std::max<int>(code, SomeRows) : std::max<int>(code, BadUsage);
        } else {
            message(ImportText::tr("Written: %1").arg(path));
        }
    }
    return code;
}

Result<void> checkReportPaths(const Options& options, const QString& sheet)
{
    const bool readsFile =
        options.command == QLatin1String("import") || options.command == QLatin1String("open");
    const QStringList inputs{sheet, options.columnsPath, readsFile ? options.arguments.first() : QString()};
    for (const QString& path : {options.reportPath, options.refusedPath}) {
        if (path.isEmpty())
            continue;
        if (auto free = checkReplaceable(path, inputs, options.dataDir); !free)
            return free;
        CsvFile probe(path); // discarded: only asks whether it could be written
        if (auto writable = probe.open(); !writable)
            return writable;
    }
    if (!options.reportPath.isEmpty() && !options.refusedPath.isEmpty() &&
        isSameFile(options.reportPath, options.refusedPath))
        return fail(ErrorKind::Usage, ImportText::tr("--report and --refused name the same file."),
                    ImportText::tr("Give two names."));
    return {};
}

Result<void> checkIgnored(const Options& options, const Sheet& sheet)
{
    const bool isOfRanges =
        options.command == QLatin1String("import") && options.import.kind == ChangeKind::RangeProducts;
    for (const QString& name : options.ignoredColumns) {
        const std::string folded = foldedHeading(toUtf8(name));
        const auto column =
            std::find_if(sheet.columns.begin(), sheet.columns.end(), [&folded](const SheetColumn& one) {
                return one.ignored && foldedHeading(one.heading) == folded;
            });
        if (column == sheet.columns.end())
            return fail(ErrorKind::Usage,
                        ImportText::tr("--ignore-column: the sheet has no column \"%1\".").arg(name),
                        ImportText::tr("Write it as the sheet does. Nothing was sent."));
        const auto role = roleOfHeading(column->heading);
        if (role && role->field == ColumnRole::Field::Condition && isOfRanges)
            warn(ImportText::tr(
                     "The column \"%1\" is a condition and is ignored: the rows are of wider ranges "
                     "than the sheet says.")
                     .arg(name));
    }
    return {};
}

int runImport(Session& session)
{
    const Options& options = session.options();
    if (auto paths = checkReportPaths(options); !paths)
        return complain(paths.error());
    auto file = checkFile(options.arguments.first(), options.import);
    if (!file)
        return complain(file.error());
    if (auto known = checkIgnored(options, file->batch.sheet); !known)
        return complain(known.error());
    if (const auto& workbook = file->batch.sheet.workbook; workbook && workbook->sheets.size() > 1)
        message(ImportText::tr("Sheet \"%1\" is read; the workbook holds %2.")
                    .arg(toQString(workbook->sheets.at(workbook->chosen).name))
                    .arg(workbook->sheets.size()));
    return runChecked(session, std::move(*file), options.import);
}

int runChecked(Session& session, CheckedFile file, ImportOptions import)
{
    const Options& options = session.options();
    switch (options.mode) {
    case ImportMode::DryRun:
        return dryRun(session, std::move(file), import);
    case ImportMode::Apply:
        return apply(session, std::move(file), std::move(import));
    case ImportMode::Check:
    case ImportMode::None:
        break;
    }
    JobOutcome outcome;
    outcome.batch = std::move(file.batch);
    outcome.job.counts = countRows(outcome.batch);
    return writeReports(options, outcome, printOutcome(outcome, options.json));
}

} // namespace rangedesk::cli
