// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/job_archive.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ArchiveText
{
    Q_DECLARE_TR_FUNCTIONS(ArchiveText)
};

} // namespace

bool canArchive(const JobRecord& job)
{
    const bool isOver = job.state == JobState::Done || job.state == JobState::Cancelled;
    return isOver && job.counts.unknown == 0 && !job.archived.isValid();
}

Result<void> archiveJob(const JobRecord& job, const DataDirectory& data, Journal& journal)
{
    if (!canArchive(job))
        return fail(ErrorKind::Usage,
                    (job.archived.isValid() ? ArchiveText::tr("Job %1 is in the archive already.")
                     : job.counts.unknown > 0
                         ? ArchiveText::tr("Job %1 holds rows whose fate is unknown, and stays in the list.")
                         : ArchiveText::tr("Job %1 is not over, and stays in the list."))
                        .arg(job.id));
    // Packed first: until the journal says so, the job stands where it stood.
    for (const QString& file : {data.rowsPath(job.key), data.namesPath(job.key), data.clearedPath(job.key)}) {
        if (auto packed = data.pack(file); !packed)
            return packed;
    }
    return journal.archive(job.id);
}

Result<int> archiveJobsBefore(const QDateTime& before, const DataDirectory& data, Journal& journal,
                              const std::atomic<bool>* stop)
{
    auto jobs = journal.jobs();
    if (!jobs)
        return tl::unexpected(jobs.error());
    int archived = 0;
    for (const JobRecord& job : *jobs) {
        if (stop != nullptr && *stop)
            return archived;
        const bool isOld = canArchive(job) && job.finished.isValid() && job.finished < before;
        if (isOld && archiveJob(job, data, journal))
            ++archived;
    }
    if (archived > 0)
        (void)journal.compact(); // tried again with the next ones
    return archived;
}

} // namespace rangedesk
