// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QSqlError>
#include <QTimeZone>
#include <array>
#include <cstring>

namespace rangedesk {

namespace {

struct JournalText
{
    Q_DECLARE_TR_FUNCTIONS(JournalText)
};

QList<QStringList> schema()
{
    return {
        {QStringLiteral("CREATE TABLE job (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,"
                        " scope TEXT NOT NULL, kind TEXT NOT NULL, file TEXT NOT NULL,"
                        " file_hash TEXT NOT NULL, options BLOB NOT NULL, state INTEGER NOT NULL,"
                        " phase INTEGER NOT NULL, created TEXT NOT NULL, finished TEXT, server_start TEXT,"
                        " counts BLOB, problem TEXT, rows BLOB)"),
         QStringLiteral(
             "CREATE TABLE request (job INTEGER NOT NULL REFERENCES job(id), sequence INTEGER NOT NULL,"
             " parent INTEGER NOT NULL, msg_id TEXT NOT NULL, target INTEGER NOT NULL, is_delete INTEGER NOT "
             "NULL,"
             " rows BLOB NOT NULL, state INTEGER NOT NULL, code TEXT, message TEXT,"
             " intended_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), settled_at TEXT,"
             " PRIMARY KEY (job, sequence)) WITHOUT ROWID")},
        {QStringLiteral(
            "CREATE TABLE log_mark (log TEXT PRIMARY KEY, entries INTEGER NOT NULL DEFAULT 0, hash BLOB,"
            " dropped INTEGER NOT NULL DEFAULT 0, aside TEXT, at TEXT NOT NULL DEFAULT "
            "(strftime('%Y-%m-%dT%H:%M:%fZ','now')))")},
        {QStringLiteral("ALTER TABLE job ADD COLUMN archived TEXT"),
         QStringLiteral("ALTER TABLE job ADD COLUMN packed_requests BLOB")}};
}

/// Numbers as they lie in memory: the journal does not travel between machines.
template <typename T> QByteArray packed(const std::vector<T>& values)
{
    return {reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(T))};
}

template <typename T> std::vector<T> unpacked(const QByteArray& bytes)
{
    std::vector<T> values(static_cast<std::size_t>(bytes.size()) / sizeof(T));
    if (!values.empty())
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    return values;
}

QByteArray packedCounts(const JobCounts& counts)
{
    std::vector<std::int64_t> numbers;
    for (const auto& [name, value] : namedCounts(counts))
        numbers.push_back(value);
    return packed(numbers);
}

JobCounts unpackedCounts(const QByteArray& bytes)
{
    const auto n = unpacked<std::int64_t>(bytes);
    if (n.size() < 15)
        return {};
    return {n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13], n[14]};
}

QString timeText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeOf(const QVariant& text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

QString jobColumns(bool hasArchive)
{
    return QStringLiteral("id, key, scope, kind, file, file_hash, options, state, phase, created, finished,"
                          " server_start, counts, problem, ") +
           (hasArchive ? QStringLiteral("archived") : QStringLiteral("NULL"));
}

JobRecord jobOf(const QSqlQuery& query)
{
    JobRecord job;
    job.id = query.value(0).toLongLong();
    job.key = query.value(1).toString();
    job.scope = query.value(2).toString();
    job.kind = query.value(3).toString();
    job.file = query.value(4).toString();
    job.fileHash = query.value(5).toString();
    job.options = query.value(6).toByteArray();
    job.state = static_cast<JobState>(query.value(7).toInt());
    job.phase = static_cast<JobPhase>(query.value(8).toInt());
    job.created = timeOf(query.value(9));
    job.finished = timeOf(query.value(10));
    job.serverStart = timeOf(query.value(11));
    job.counts = unpackedCounts(query.value(12).toByteArray());
    job.problem = query.value(13).toString();
    job.archived = timeOf(query.value(14));
    return job;
}

/// The cells of a request: those of its record, then when it was intended and settled.
using RequestCells = std::array<QVariant, 9>;

QString requestsOfJob()
{
    return QStringLiteral("SELECT sequence, parent, msg_id, target, is_delete, rows, state, code, message,"
                          " intended_at, settled_at FROM request WHERE job=? ORDER BY sequence");
}

RequestRecord requestOf(const RequestCells& cells)
{
    RequestRecord request;
    request.sequence = cells[0].toLongLong();
    request.parent = cells[1].toLongLong();
    request.msgId = cells[2].toString();
    request.target = cells[3].toUInt();
    request.type = static_cast<ChangeType>(std::clamp(cells[4].toInt(), 0, 2));
    request.rows = unpacked<std::uint32_t>(cells[5].toByteArray());
    request.state = static_cast<RequestState>(cells[6].toInt());
    request.code = cells[7].toString();
    request.message = cells[8].toString();
    return request;
}

constexpr int requestColumns = 11;

/// All requests of a job with their times, as one compressed value; never empty.
QByteArray packRequests(QSqlQuery& query, std::size_t& count)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    for (count = 0; query.next(); ++count) {
        for (int i = 0; i < requestColumns; ++i)
            out << query.value(i);
    }
    return qCompress(bytes);
}

Result<std::vector<RequestRecord>> unpackedRequests(const QByteArray& packed, std::int64_t job)
{
    const QByteArray bytes = qUncompress(packed);
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    std::vector<RequestRecord> requests;
    while (!in.atEnd() && in.status() == QDataStream::Ok) {
        RequestCells cells;
        QVariant times;
        for (QVariant& cell : cells)
            in >> cell;
        in >> times >> times;
        if (in.status() == QDataStream::Ok)
            requests.push_back(requestOf(cells));
    }
    constexpr qsizetype lengthOfNothing = 4; // qCompress puts the length in front
    const bool isDamaged =
        in.status() != QDataStream::Ok || (bytes.isEmpty() && packed.size() > lengthOfNothing + 8);
    if (isDamaged)
        return fail(ErrorKind::Storage,
                    JournalText::tr("The archived requests of job %1 are damaged.").arg(job));
    return requests;
}

Result<void> withoutValue(const Result<QSqlQuery>& result)
{
    return result ? Result<void>{} : tl::unexpected(result.error());
}

} // namespace

Result<Journal> Journal::open(const QString& path)
{
    auto database = Database::open(path, schema());
    if (!database)
        return tl::unexpected(database.error());
    return Journal(std::move(*database), true);
}

Result<Journal> Journal::openForReading(const QString& path)
{
    auto database = Database::open(path, schema(), true);
    if (!database)
        return tl::unexpected(database.error());
    constexpr qsizetype firstWithArchive = 3;
    const auto version = database->version();
    if (!version)
        return tl::unexpected(version.error());
    return Journal(std::move(*database), *version >= firstWithArchive);
}

Result<std::int64_t> Journal::createJob(const JobRecord& job)
{
    std::int64_t id = 0;
    auto done = m_database.transaction([&]() -> Result<void> {
        auto query = m_database.run(
            QStringLiteral(
                "INSERT INTO job (key, scope, kind, file, file_hash, options, state, phase, created)"
                " VALUES (?,?,?,?,?,?,?,?,?)"),
            {job.key, job.scope, job.kind, job.file, job.fileHash, job.options, static_cast<int>(job.state),
             static_cast<int>(job.phase), timeText(job.created)});
        if (query)
            id = query->lastInsertId().toLongLong();
        return withoutValue(query);
    });
    if (!done)
        return tl::unexpected(done.error());
    return id;
}

Result<void> Journal::updateJob(const JobRecord& job, bool withRows, std::optional<JobState> onlyFrom)
{
    QString sql =
        QStringLiteral("UPDATE job SET state=?, phase=?, finished=?, server_start=?, counts=?, problem=?");
    QVariantList values{static_cast<int>(job.state), static_cast<int>(job.phase), timeText(job.finished),
                        timeText(job.serverStart),   packedCounts(job.counts),    job.problem};
    if (withRows) {
        sql += QStringLiteral(", rows=?, options=?");
        values << job.rows << job.options;
    }
    sql += QStringLiteral(" WHERE id=?");
    values << QVariant::fromValue<qlonglong>(job.id);
    if (onlyFrom) {
        sql += QStringLiteral(" AND state=?");
        values << static_cast<int>(*onlyFrom);
    }
    return m_database.transaction([&]() -> Result<void> {
        auto query = m_database.run(sql, values);
        if (!query)
            return tl::unexpected(query.error());
        if (query->numRowsAffected() == 1)
            return {};
        return onlyFrom
                   ? fail(ErrorKind::Usage, JournalText::tr("Job %1 has gone on meanwhile.").arg(job.id),
                          JournalText::tr("Look at it in the list of jobs."))
                   : fail(ErrorKind::Storage, JournalText::tr("Job %1 is not in the journal.").arg(job.id));
    });
}

Result<void> Journal::removeUnsentJob(std::int64_t id)
{
    const QVariant key = QVariant::fromValue<qlonglong>(id);
    return m_database.transaction([&]() -> Result<void> {
        auto requests = m_database.run(QStringLiteral("SELECT count(*) FROM request WHERE job=?"), {key});
        if (!requests)
            return tl::unexpected(requests.error());
        if (!requests->next() || requests->value(0).toInt() != 0)
            return fail(ErrorKind::Usage, JournalText::tr("Job %1 has sent requests and is kept.").arg(id));
        requests->finish();
        auto packed = packedRequests(id);
        if (!packed)
            return tl::unexpected(packed.error());
        if (!packed->isEmpty())
            return fail(ErrorKind::Usage, JournalText::tr("Job %1 has sent requests and is kept.").arg(id));
        return withoutValue(m_database.run(QStringLiteral("DELETE FROM job WHERE id=?"), {key}));
    });
}

Result<std::vector<JobRecord>> Journal::jobs()
{
    auto query =
        m_database.run(QStringLiteral("SELECT %1 FROM job ORDER BY id DESC").arg(jobColumns(m_hasArchive)));
    if (!query)
        return tl::unexpected(query.error());
    std::vector<JobRecord> jobs;
    while (query->next())
        jobs.push_back(jobOf(*query));
    return jobs;
}

Result<std::optional<JobRecord>> Journal::job(std::int64_t id)
{
    auto query =
        m_database.run(QStringLiteral("SELECT %1, rows FROM job WHERE id=?").arg(jobColumns(m_hasArchive)),
                       {QVariant::fromValue<qlonglong>(id)});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::optional<JobRecord>{};
    JobRecord job = jobOf(*query);
    job.rows = query->value(15).toByteArray();
    return std::optional<JobRecord>{std::move(job)};
}

Result<void> Journal::record(std::int64_t job, const std::vector<RequestRecord>& fates,
                             const std::vector<RequestRecord>& intents)
{
    if (fates.empty() && intents.empty())
        return {};
    return m_database.transaction([&]() -> Result<void> {
        for (const RequestRecord& fate : fates) {
            auto done = m_database.run(
                QStringLiteral("UPDATE request SET state=?, code=?, message=?,"
                               " settled_at=strftime('%Y-%m-%dT%H:%M:%fZ','now') WHERE job=? AND sequence=?"),
                {static_cast<int>(fate.state), fate.code, fate.message, QVariant::fromValue<qlonglong>(job),
                 QVariant::fromValue<qlonglong>(fate.sequence)});
            if (!done)
                return withoutValue(done);
        }
        for (const RequestRecord& intent : intents) {
            auto done = m_database.run(
                QStringLiteral(
                    "INSERT INTO request (job, sequence, parent, msg_id, target, is_delete, rows, state)"
                    " VALUES (?,?,?,?,?,?,?,?)"),
                {QVariant::fromValue<qlonglong>(job), QVariant::fromValue<qlonglong>(intent.sequence),
                 QVariant::fromValue<qlonglong>(intent.parent), intent.msgId, intent.target,
                 static_cast<int>(intent.type), packed(intent.rows), static_cast<int>(intent.state)});
            if (!done)
                return withoutValue(done);
        }
        return {};
    });
}

/// Empty where they are not packed.
Result<QByteArray> Journal::packedRequests(std::int64_t job)
{
    if (!m_hasArchive)
        return QByteArray();
    auto query = m_database.run(QStringLiteral("SELECT packed_requests FROM job WHERE id=?"),
                                {QVariant::fromValue<qlonglong>(job)});
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toByteArray() : QByteArray();
}

Result<std::vector<RequestRecord>> Journal::requests(std::int64_t job)
{
    auto query = m_database.run(requestsOfJob(), {QVariant::fromValue<qlonglong>(job)});
    if (!query)
        return tl::unexpected(query.error());
    std::vector<RequestRecord> requests;
    while (query->next()) {
        RequestCells cells;
        for (int i = 0; i < static_cast<int>(cells.size()); ++i)
            cells.at(static_cast<std::size_t>(i)) = query->value(i);
        requests.push_back(requestOf(cells));
    }
    query->finish();
    if (!requests.empty())
        return requests;
    // Looked at last: a job that is archived in this very moment is in either place.
    auto packed = packedRequests(job);
    if (!packed)
        return tl::unexpected(packed.error());
    return packed->isEmpty() ? requests : unpackedRequests(*packed, job);
}

/// Nothing is deleted that is not proven to be in the pack.
Result<void> Journal::archive(std::int64_t id)
{
    const QVariant key = QVariant::fromValue<qlonglong>(id);
    const auto notArchived = [id](const QString& why) {
        return fail(ErrorKind::Storage, JournalText::tr("Job %1 cannot be archived: %2").arg(id).arg(why),
                    JournalText::tr("It stays as it is."));
    };
    return m_database.transaction([&]() -> Result<void> {
        auto before = packedRequests(id);
        if (!before)
            return tl::unexpected(before.error());
        auto query = m_database.run(requestsOfJob(), {key});
        if (!query)
            return tl::unexpected(query.error());
        std::size_t count = 0;
        QByteArray packed = packRequests(*query, count);
        if (query->lastError().isValid())
            return notArchived(query->lastError().databaseText());
        query->finish();
        if (!before->isEmpty()) { // from an earlier time
            if (count > 0)
                return notArchived(JournalText::tr("it has requests in two places."));
            packed = *before;
        } else {
            auto read = unpackedRequests(packed, id);
            if (!read)
                return tl::unexpected(read.error());
            if (read->size() != count)
                return notArchived(JournalText::tr("what was packed cannot be read."));
        }
        auto marked = m_database.run(
            QStringLiteral("UPDATE job SET archived=strftime('%Y-%m-%dT%H:%M:%fZ','now'), packed_requests=?"
                           " WHERE id=? AND state IN (?,?)"),
            {packed, key, static_cast<int>(JobState::Done), static_cast<int>(JobState::Cancelled)});
        if (!marked)
            return tl::unexpected(marked.error());
        if (marked->numRowsAffected() != 1)
            return fail(ErrorKind::Usage,
                        JournalText::tr("Job %1 is not over, and is not archived.").arg(id));
        auto deleted = m_database.run(QStringLiteral("DELETE FROM request WHERE job=?"), {key});
        if (deleted && deleted->numRowsAffected() != static_cast<int>(count))
            return notArchived(JournalText::tr("its requests changed meanwhile."));
        return withoutValue(deleted);
    });
}

Result<void> Journal::unarchive(std::int64_t id)
{
    return withoutValue(m_database.run(QStringLiteral("UPDATE job SET archived=NULL WHERE id=?"),
                                       {QVariant::fromValue<qlonglong>(id)}));
}

Result<void> Journal::compact()
{
    const auto number = [this](const char* pragma) -> Result<qint64> {
        auto query = m_database.run(QStringLiteral("PRAGMA ") + QLatin1String(pragma));
        if (!query)
            return tl::unexpected(query.error());
        return query->next() ? query->value(0).toLongLong() : 0;
    };
    const auto unused = number("freelist_count");
    const auto all = number("page_count");
    if (!unused || !all)
        return tl::unexpected(unused ? all.error() : unused.error());
    constexpr qint64 worthwhile = 64; // pages, of 4 kB
    if (*unused < worthwhile || *unused * 4 < *all)
        return {};
    return withoutValue(m_database.run(QStringLiteral("VACUUM")));
}

Result<void> Journal::markLog(const LogMark& mark)
{
    return withoutValue(m_database.run(
        QStringLiteral("INSERT INTO log_mark (log, entries, hash) VALUES (?,?,?) ON CONFLICT (log) DO UPDATE"
                       " SET entries=excluded.entries, hash=excluded.hash,"
                       " at=strftime('%Y-%m-%dT%H:%M:%fZ','now') WHERE excluded.entries > entries"),
        {mark.log, QVariant::fromValue<qlonglong>(mark.entries), mark.hash}));
}

Result<void> Journal::markDropped(const QString& log, std::int64_t sequence)
{
    return withoutValue(m_database.run(
        QStringLiteral("INSERT INTO log_mark (log, dropped) VALUES (?,?) ON CONFLICT (log) DO UPDATE"
                       " SET dropped=excluded.dropped WHERE excluded.dropped > dropped"),
        {log, QVariant::fromValue<qlonglong>(sequence)}));
}

Result<void> Journal::markLogsAside(const QString& log, const QString& aside)
{
    return withoutValue(m_database.run(
        QStringLiteral("UPDATE log_mark SET aside=? WHERE log<>? AND aside IS NULL"), {aside, log}));
}

Result<std::vector<LogMark>> Journal::logMarks()
{
    auto query = m_database.run(QStringLiteral("SELECT log, entries, hash, dropped, aside FROM log_mark"));
    if (!query)
        return tl::unexpected(query.error());
    std::vector<LogMark> marks;
    while (query->next())
        marks.push_back({query->value(0).toString(), query->value(1).toLongLong(),
                         query->value(2).toByteArray(), query->value(3).toLongLong(),
                         query->value(4).toString()});
    return marks;
}

} // namespace rangedesk
