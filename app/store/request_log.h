// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/journal.h"
#include "store/log_entry.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace rangedesk {

/// What `verifyLog` found.
struct LogVerdict
{
    std::int64_t entries = 0;
    std::int64_t firstBroken = 0; ///< sequence of the first entry that does not fit its hash; 0: none
    std::int64_t missingAtEnd = 0;
    bool knowsEnd = false;  ///< the journal holds a count to hold it against
    bool isAnother = false; ///< the journal knows a log that is no longer here
    bool hasAside = false;  ///< an earlier one was damaged and set aside; not a fault of this one
    /// The anchor of entries that were dropped by age.
    std::int64_t dropped = 0;
    QDateTime droppedFrom;
    QDateTime droppedUntil;

    bool isWhole() const { return firstBroken == 0 && missingAtEnd == 0 && !isAnother; }
};

/// The log of requests: one SQLite file, append-only, each entry bound to the one before it by a hash. A
/// thread of its own writes it, so that it never holds up a run. Several processes may append.
class RequestLog
{
public:
    /// Makes an entry; called in the log's thread.
    using Maker = std::function<LogEntry()>;

    /// Opens at the first entry. @param path of the log; @param journalPath of the journal that keeps the
    /// count of entries (decisions 26); @param keepDays entries of older days are dropped when it opens
    RequestLog(QString path, QString journalPath, int keepDays);
    /// Writes what waits.
    ~RequestLog();
    RequestLog(const RequestLog&) = delete;
    RequestLog& operator=(const RequestLog&) = delete;

    void append(Maker maker);
    /// Waits until all that was appended before is on disk, or could not be written.
    void flush();
    /// Why it cannot be written; nothing while it can.
    std::optional<Error> problem() const;

    /// Entries behind @p after, the oldest first, @p most at most, without bodies. Empty where there is no
    /// log yet.
    static Result<std::vector<LogEntry>> read(const QString& path, std::int64_t after, std::int64_t most);
    /// The newest @p most entries, the oldest of them first.
    static Result<std::vector<LogEntry>> readNewest(const QString& path, std::int64_t most);
    /// One entry with its bodies; nothing where it is gone.
    static Result<std::optional<LogEntry>> readEntry(const QString& path, std::int64_t sequence);

private:
    void run();
    void keep(LogEntry entry);
    Result<void> open();
    Result<void> write();
    bool stillHolds(const LogMark& mark);
    void mark();

    const QString m_path;
    const QString m_journalPath;
    const int m_keepDays;
    // Of the log's thread:
    std::optional<Database> m_database;
    QString m_id;
    std::deque<LogEntry> m_made; ///< not written yet
    std::size_t m_madeBytes = 0;
    std::int64_t m_written = 0; ///< since the last mark
    std::int64_t m_lost = 0;    ///< that could not be written

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::deque<Maker> m_waiting;
    std::optional<Error> m_problem;
    bool m_isBusy = false;
    bool m_isEnding = false;
    std::thread m_thread;
};

/// The hash of an entry behind one with the hash @p before.
QByteArray logHash(const QByteArray& before, const LogEntry& entry);

/// Goes over the whole log. Storage where it cannot be read to its end. @param stop ends it early, with any
/// result
Result<LogVerdict> verifyLog(const QString& path, const QString& journalPath,
                             const std::atomic<bool>* stop = nullptr);

} // namespace rangedesk
