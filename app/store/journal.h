// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/job_record.h"

#include <optional>

namespace rangedesk {

/// How far a log of requests went when the journal was told last (decisions 26).
struct LogMark
{
    QString log;
    std::int64_t entries = 0;
    QByteArray hash;
    std::int64_t dropped = 0; ///< up to this entry they were dropped by age
    QString aside = {};       ///< it was damaged, and is kept under this name
};

/// The jobs and every writing request, on disk before it leaves. One SQLite file; use it in the thread
/// that opened it. What `Storage` errors leave behind is the last committed state.
class Journal
{
public:
    static Result<Journal> open(const QString& path);
    /// For looking only: no migration, nothing is set aside.
    static Result<Journal> openForReading(const QString& path);

    /// Where a damaged journal was set aside on opening; empty otherwise.
    QString setAside() const { return m_database.setAside(); }

    Result<std::int64_t> createJob(const JobRecord& job);
    /// State, phase, finish time, server start, counts and problem; rows and options only where @p withRows.
    /// Storage where there is no such job. With @p onlyFrom: Usage where the job is not in that state (any
    /// more).
    Result<void> updateJob(const JobRecord& job, bool withRows, std::optional<JobState> onlyFrom = {});
    /// Takes a job out of which nothing was ever sent. Usage where it has requests.
    Result<void> removeUnsentJob(std::int64_t id);
    /// All jobs, newest first, without their rows.
    Result<std::vector<JobRecord>> jobs();
    /// One job with its rows; nothing where there is none.
    Result<std::optional<JobRecord>> job(std::int64_t id);

    /// In one commit: fates of requests that are over, then intents of those that will leave now.
    Result<void> record(std::int64_t job, const std::vector<RequestRecord>& fates,
                        const std::vector<RequestRecord>& intents);
    /// The job's requests in the order of their sequence.
    Result<std::vector<RequestRecord>> requests(std::int64_t job);

    /// Packs the requests of a job that is over, and marks it as archived; they are read as before. Usage
    /// where it is not over (any more).
    Result<void> archive(std::int64_t id);
    /// Takes the mark away; the requests stay packed.
    Result<void> unarchive(std::int64_t id);
    /// Gives space that nothing needs any more back to the disk, where there is much of it.
    Result<void> compact();

    /// How far it goes now; never back.
    Result<void> markLog(const LogMark& mark);
    /// Its entries up to this one are about to be dropped by age.
    Result<void> markDropped(const QString& log, std::int64_t sequence);
    /// Every log but this one was damaged, or belongs to one that was.
    Result<void> markLogsAside(const QString& log, const QString& aside);
    Result<std::vector<LogMark>> logMarks();

private:
    Journal(Database database, bool hasArchive) : m_database(std::move(database)), m_hasArchive(hasArchive) {}
    Result<QByteArray> packedRequests(std::int64_t job);

    Database m_database;
    bool m_hasArchive; ///< false in a file of an earlier version that is only read
};

} // namespace rangedesk
