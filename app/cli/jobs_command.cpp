// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs_command.h"

#include "changes/job_archive.h"
#include "changes/report.h"
#include "import_command.h"
#include "output.h"
#include "output_path.h"
#include "store/journal_rescue.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace rangedesk::cli {

namespace {

struct JobsText
{
    Q_DECLARE_TR_FUNCTIONS(JobsText)
};

QJsonObject jobObject(const JobRecord& job)
{
    QJsonObject object = countsObject(job.counts);
    object[QStringLiteral("id")] = static_cast<qint64>(job.id);
    object[QStringLiteral("kind")] = job.kind;
    object[QStringLiteral("file")] = job.file;
    object[QStringLiteral("state")] = jobStateName(job.state);
    object[QStringLiteral("created")] = job.created.toString(Qt::ISODate);
    if (!job.problem.isEmpty())
        object[QStringLiteral("problem")] = job.problem;
    if (job.archived.isValid())
        object[QStringLiteral("archived")] = job.archived.toString(Qt::ISODate);
    return object;
}

QString jobLine(const JobRecord& job)
{
    return JobsText::tr("%1  %2  %3  %4  verified %5 of %6 planned rows, read %7")
        .arg(job.id)
        .arg(jobStateWord(job.state), job.kind, job.file)
        .arg(job.counts.verified)
        .arg(job.counts.planned)
        .arg(job.counts.rowsRead);
}

/// Opens the journal to look at, without taking the folder: a job that starts meanwhile must find it free.
/// Only where the journal cannot be read is the folder taken and the journal set aside. Nothing where there
/// is none.
Result<std::optional<Journal>> journalForLooking(Session& session, DataDirectory& data)
{
    const bool isEmpty = QFileInfo(data.journalPath()).size() == 0;
    if (!isEmpty) {
        auto journal = Journal::openForReading(data.journalPath());
        if (journal && journal->jobs())
            return std::optional<Journal>(std::move(*journal));
        if (data.isLockedByAnother())
            return journal ? std::optional<Journal>{}
                           : Result<std::optional<Journal>>(tl::unexpected(journal.error()));
    } else if (!lacksJournal(data) || data.isLockedByAnother()) {
        return std::optional<Journal>{};
    }
    if (auto locked = session.data(true); !locked)
        return tl::unexpected(locked.error());
    if (auto aside = setAsideEmptyJournal(data); !aside)
        return tl::unexpected(aside.error());
    auto journal = Journal::open(data.journalPath());
    return journal ? Result<std::optional<Journal>>(std::move(*journal)) : tl::unexpected(journal.error());
}

/// Shows what set-aside journals held, and remembers that it was shown.
QJsonArray showSetAside(const DataDirectory& data, bool json)
{
    QJsonArray all;
    for (const SetAsideJournal& aside : setAsideJournals(data)) {
        QJsonArray jobs;
        message(JobsText::tr("A damaged journal was set aside as %1. Jobs that can still be read in it: %2.")
                    .arg(aside.path)
                    .arg(aside.jobs.size()));
        for (JobRecord job : aside.jobs) {
            job.state = livingState(job.state, false);
            jobs.append(jobObject(job));
            if (!json)
                message(jobLine(job));
        }
        all.append(QJsonObject{{QStringLiteral("path"), aside.path}, {QStringLiteral("jobs"), jobs}});
        if (auto marked = markSeen(data, aside); !marked)
            message(marked.error().text()); // the jobs are shown all the same
    }
    return all;
}

int list(Session& session, DataDirectory& data)
{
    const bool elsewhere = data.isLockedByAnother();
    auto journal = journalForLooking(session, data);
    if (!journal)
        return complain(journal.error());
    std::vector<JobRecord> jobs;
    if (*journal) {
        auto read = (*journal)->jobs();
        if (!read)
            return complain(read.error());
        jobs = std::move(*read);
    }
    const bool json = session.options().json;
    const QJsonArray setAside = showSetAside(data, json);
    QJsonArray array;
    const bool ofArchive = session.options().isArchived;
    const bool hasAny = !jobs.empty();
    std::erase_if(jobs, [ofArchive](const JobRecord& job) { return job.archived.isValid() != ofArchive; });
    for (JobRecord& job : jobs) {
        job.state = livingState(job.state, elsewhere);
        // The counts of a job that was killed stand in its requests.
        if (job.state == JobState::Interrupted && job.counts.rowsRead == 0) {
            if (auto full = (*journal)->job(job.id); full && *full) {
                const JobState state = job.state;
                if (auto loaded = loadJob(**full, data, **journal))
                    job = loaded->job;
                job.state = state;
            }
        }
        if (json)
            array.append(jobObject(job));
        else
            print(jobLine(job));
    }
    if (json) {
        QJsonObject object{{QStringLiteral("jobs"), array}};
        if (!setAside.isEmpty())
            object[QStringLiteral("set_aside")] = setAside;
        print(object);
    } else if (jobs.empty()) {
        print(ofArchive ? JobsText::tr("The archive is empty.")
              : hasAny  ? JobsText::tr("All jobs are in the archive: jobs --archived.")
                        : JobsText::tr("There are no jobs yet."));
    }
    return AllDone;
}

int show(Session& session, DataDirectory& data, const QString& id, bool asReport)
{
    const bool elsewhere = data.isLockedByAnother();
    auto journal = journalForLooking(session, data);
    if (!journal)
        return complain(journal.error());
    auto job = *journal
                   ? jobOf(**journal, id)
                   : Result<JobRecord>(fail(ErrorKind::Usage, JobsText::tr("There is no job %1.").arg(id)));
    if (!job)
        return complain(job.error());
    job->state = livingState(job->state, elsewhere);
    auto outcome = loadJob(std::move(*job), data, **journal);
    if (!outcome)
        return complain(outcome.error());
    const Options& options = session.options();
    if (auto paths = checkReportPaths(options, outcome->job.file); !paths)
        return complain(paths.error());
    // Written before anything is printed: of what fails there is one account.
    if (asReport && options.reportPath.isEmpty() && options.refusedPath.isEmpty()) {
        const QString path = QStringLiteral("job-%1-report.csv").arg(outcome->job.id);
        if (auto free = checkReplaceable(path, {outcome->job.file}, options.dataDir); !free)
            return complain(free.error());
        if (auto written = writeReport(path, outcome->batch, outcome->requests); !written)
            return complain(written.error());
        message(JobsText::tr("Written: %1").arg(path));
    }
    if (!asReport || options.json) {
        QJsonObject object = jobObject(outcome->job);
        if (options.json) {
            object[QStringLiteral("refused_rows")] = refusedRows(outcome->batch);
            print(object);
        } else {
            print(jobLine(outcome->job));
            print(equation(outcome->job.counts));
            if (outcome->job.archived.isValid())
                print(JobsText::tr("In the archive since %1.")
                          .arg(outcome->job.archived.toString(Qt::ISODate)));
            if (!outcome->job.problem.isEmpty())
                print(outcome->job.problem);
        }
    }
    return writeReports(options, *outcome, AllDone);
}

int archive(Session& session, DataDirectory& data, const QString& id, bool isArchived)
{
    if (auto locked = session.data(true); !locked)
        return complain(locked.error());
    auto journal = Journal::open(data.journalPath());
    if (!journal)
        return complain(journal.error());
    auto job = jobOf(*journal, id);
    if (!job)
        return complain(job.error());
    if (!isArchived && !job->archived.isValid())
        return complain(
            {ErrorKind::Usage, JobsText::tr("Job %1 is not in the archive.").arg(job->id), {}, {}, {}});
    if (auto moved = isArchived ? archiveJob(*job, data, *journal) : journal->unarchive(job->id); !moved)
        return complain(moved.error());
    (void)journal->compact(); // where it fails, the space is given back another time
    job = jobOf(*journal, id);
    if (!job)
        return complain(job.error());
    if (session.options().json)
        print(jobObject(*job));
    else
        print(isArchived ? JobsText::tr("Job %1 is in the archive.").arg(job->id)
                         : JobsText::tr("Job %1 is in the list again.").arg(job->id));
    return AllDone;
}

int resume(Session& session, DataDirectory& data, const QString& id)
{
    if (auto named = checkConfirmed(session); !named)
        return complain(named.error());
    if (auto locked = session.data(true); !locked)
        return complain(locked.error());
    auto journal = openForPosting(data);
    if (!journal)
        return complain(journal.error());
    auto job = jobOf(*journal, id);
    if (!job)
        return complain(job.error());
    if (auto paths = checkReportPaths(session.options(), job->file); !paths)
        return complain(paths.error());
    job->state = livingState(job->state, false);
    if (job->state == JobState::Draft)
        return complain({ErrorKind::Usage,
                         JobsText::tr("Job %1 is a draft: nobody has agreed to post it.").arg(id),
                         JobsText::tr("Open it in the window, review it and post it there."),
                         {},
                         {}});
    if (job->state != JobState::Interrupted && job->state != JobState::Queued)
        return complain({ErrorKind::Usage,
                         JobsText::tr("Job %1 is over: %2.").arg(id, jobStateWord(job->state)),
                         JobsText::tr("There is nothing to resume."),
                         {},
                         {}});
    auto connection = session.connection();
    if (!connection)
        return complain(connection.error());
    session.watchInterrupts();
    ImportJob engine(**connection, session.scope(), session.control(), progressPrinter());
    engine.setPolicy(session.policy());
    const JobOutcome outcome = engine.resume(std::move(*job), data, *journal, session.consent());
    session.tellClock();
    teachCatalogue(session, outcome);
    return writeReports(session.options(), outcome, printOutcome(outcome, session.options().json));
}

} // namespace

Result<JobRecord> jobOf(Journal& journal, const QString& id)
{
    bool isNumber = false;
    const qlonglong number = id.toLongLong(&isNumber);
    if (isNumber) {
        auto job = journal.job(number);
        if (!job)
            return tl::unexpected(job.error());
        if (*job)
            return std::move(**job);
    }
    return fail(ErrorKind::Usage, JobsText::tr("There is no job %1.").arg(id),
                JobsText::tr("The command jobs lists them."));
}

int runJobs(Session& session)
{
    const QStringList& words = session.options().arguments;
    if (auto paths = checkReportPaths(session.options()); !paths)
        return complain(paths.error());
    auto data = session.data(false);
    if (!data)
        return complain(data.error());
    if (words.isEmpty())
        return list(session, **data);
    const QString& verb = words.first();
    const QStringList verbs{QStringLiteral("show"), QStringLiteral("resume"), QStringLiteral("report"),
                            QStringLiteral("archive"), QStringLiteral("restore")};
    if (!verbs.contains(verb) || words.size() != 2)
        return complain({ErrorKind::Usage,
                         JobsText::tr("Write jobs, or jobs and %1 with the number of a job.")
                             .arg(verbs.join(QStringLiteral(", "))),
                         {},
                         {},
                         {}});
    if (verb == QLatin1String("resume"))
        return resume(session, **data, words.at(1));
    if (verb == QLatin1String("archive") || verb == QLatin1String("restore"))
        return archive(session, **data, words.at(1), verb == QLatin1String("archive"));
    return show(session, **data, words.at(1), verb == QLatin1String("report"));
}

} // namespace rangedesk::cli
