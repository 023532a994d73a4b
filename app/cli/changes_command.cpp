// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes_command.h"

#include "changes/job_files.h"
#include "changes/rule_reader.h"
#include "changes/share.h"
#include "changes/template.h"
#include "import_command.h"
#include "jobs_command.h"
#include "output.h"
#include "output_path.h"

#include <QCoreApplication>

namespace rangedesk::cli {

namespace {

struct ChangesText
{
    Q_DECLARE_TR_FUNCTIONS(ChangesText)
};

/// Rows of a job by the lines that `--lines 2,5-9` names. Usage where it is no such list, or names no row.
Result<std::vector<std::uint32_t>> rowsAt(const QString& lines, const Batch& batch)
{
    std::vector<std::uint32_t> rows;
    for (const QString& part : lines.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool isFirst = false;
        bool isLast = false;
        const std::uint32_t first = part.section(QLatin1Char('-'), 0, 0).trimmed().toUInt(&isFirst);
        const std::uint32_t last = part.section(QLatin1Char('-'), -1).trimmed().toUInt(&isLast);
        if (!isFirst || !isLast || part.count(QLatin1Char('-')) > 1 || last < first)
            return fail(ErrorKind::Usage,
                        ChangesText::tr("--lines takes lines such as 2,5-9; \"%1\" is none.").arg(part));
        for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
            if (batch.rows[i].line >= first && batch.rows[i].line <= last)
                rows.push_back(i);
        }
    }
    if (rows.empty())
        return fail(ErrorKind::Usage, ChangesText::tr("The job has no row in lines %1.").arg(lines));
    return rows;
}

void tellUndo(const UndoSummary& undo)
{
    message(ChangesText::tr("Rows that come back exactly %1, partly %2, not at all %3")
                .arg(undo.exact)
                .arg(undo.partly)
                .arg(undo.impossible));
    QStringList lines;
    for (const std::uint32_t line : undo.impossibleLines)
        lines << QString::number(line);
    if (!lines.isEmpty())
        message(ChangesText::tr("What was there before is not known for lines: %1")
                    .arg(lines.join(QStringLiteral(", "))));
}

Result<FollowUp> ofJob(Session& session, bool isUndo)
{
    auto data = session.data(false);
    if (!data)
        return tl::unexpected(data.error());
    auto journal = Journal::openForReading((*data)->journalPath());
    if (!journal)
        return tl::unexpected(journal.error());
    auto job = jobOf(*journal, session.options().arguments.first());
    if (!job)
        return tl::unexpected(job.error());
    if (job->scope != session.scope())
        return fail(ErrorKind::Usage,
                    ChangesText::tr("Job %1 belongs to another server or company.").arg(job->id),
                    ChangesText::tr("Use that connection. Nothing was sent."));
    if (auto paths = checkReportPaths(session.options(), job->file); !paths)
        return tl::unexpected(paths.error());
    if (!isUndo)
        return retryOf(std::move(*job), **data, *journal);
    std::vector<std::uint32_t> rows;
    if (const QString& lines = session.options().lines; !lines.isEmpty()) {
        auto loaded = loadJob(*job, **data, *journal);
        auto chosen = loaded ? rowsAt(lines, loaded->batch) : tl::unexpected(loaded.error());
        if (!chosen)
            return tl::unexpected(chosen.error());
        rows = std::move(*chosen);
    }
    auto set = undoOf(std::move(*job), rows, **data, *journal);
    if (set)
        tellUndo(set->options.undo);
    return set;
}

Result<FollowUp> ofFile(Session& session)
{
    SharedFacts facts;
    auto set = openShared(session.options().arguments.first(), session.acceptedScopes(), facts);
    if (set)
        message(ChangesText::tr("Change set of %1 rows for %2, made %3. %4")
                    .arg(facts.rows)
                    .arg(facts.server,
                         facts.created.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                         facts.note));
    return set;
}

} // namespace

int runChangeSet(Session& session)
{
    const Options& options = session.options();
    if (auto paths = checkReportPaths(options); !paths)
        return complain(paths.error());
    // Jobs and change sets are told apart by server and company, which the connection knows.
    if (auto connection = session.connection(); !connection)
        return complain(connection.error());
    const bool isFile = options.command == QLatin1String("open");
    auto set = isFile ? ofFile(session) : ofJob(session, options.command == QLatin1String("undo"));
    if (!set)
        return complain(set.error());
    set->options.send = options.import.send;
    return runChecked(session, std::move(set->file), set->options);
}

int runExport(Session& session)
{
    const Options& options = session.options();
    if (auto free = checkNew(options.outputPath); !free)
        return complain(free.error());
    auto data = session.data(false);
    if (!data)
        return complain(data.error());
    auto journal = Journal::openForReading((*data)->journalPath());
    if (!journal)
        return complain(journal.error());
    auto job = jobOf(*journal, options.arguments.first());
    if (!job)
        return complain(job.error());
    const QString scope = job->scope;
    auto outcome = loadJob(std::move(*job), **data, *journal);
    if (!outcome)
        return complain(outcome.error());
    const auto kept = optionsOf(outcome->job);
    const SharedFacts facts{session.host(), options.note, {}, 0};
    auto written =
        writeShared(options.outputPath, outcome->batch, facts, scope, kept ? kept->comments : RowComments());
    if (!written)
        return complain(written.error());
    return tellWritten(options.outputPath);
}

namespace {

/// What the server names in the sheets of a kind.
Result<void> readValues(Connection& connection, ChangeKind kind, const ReadControl& control,
                        CatalogueNews& values)
{
    if (isOfCampaigns(kind)) {
        auto campaigns = queryCampaigns(connection, {}, control);
        if (!campaigns)
            return tl::unexpected(campaigns.error());
        for (const Campaign& campaign : campaigns->items)
            values.add(campaign);
        return {};
    }
    RuleReader reader(connection, kind, control, {});
    return reader.readList(std::nullopt, [&](const RuleList& page) {
        for (const SaleRule& rule : page.items)
            values.add(rule);
    });
}

} // namespace

int runTemplates(Session& session)
{
    const Options& options = session.options();
    const auto kind = sheetKindOfName(options.arguments.first());
    if (!kind)
        return complain(kind.error());
    if (!isTableName(options.outputPath))
        return complain({ErrorKind::Usage,
                         ChangesText::tr("A template is written as FILE.xlsx or FILE.csv."),
                         {},
                         {},
                         {}});
    if (auto free = checkNew(options.outputPath); !free)
        return complain(free.error());
    Catalogue values;
    if (options.withValues) {
        auto connection = session.connection();
        if (!connection)
            return complain(connection.error());
        session.watchInterrupts();
        const ReadControl control{&session.control().stop, limits::retryPauses};
        // What reference lists told first; the server knows better.
        auto known = knownEntries(session);
        if (!known)
            return complain(known.error());
        CatalogueNews read;
        if (auto done = readValues(**connection, kind->kind, control, read); !done)
            return complain(done.error());
        values = *Catalogue().with(std::move(*known))->with(read);
        teachCatalogue(session, std::move(read));
    }
    if (auto written = writeTemplate(options.outputPath, kind->kind, kind->clears, values); !written)
        return complain(written.error());
    return tellWritten(options.outputPath);
}

} // namespace rangedesk::cli
