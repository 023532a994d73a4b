// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/request_log.h"

#include "store/journal.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QUuid>

namespace rangedesk {

namespace {

struct LogText
{
    Q_DECLARE_TR_FUNCTIONS(LogText)
};

/// More than these are not held in memory while the disk refuses them; how many were lost is told.
constexpr std::size_t mostWaiting = 20000;
constexpr std::chrono::seconds afterFailure{1};
/// After so many entries the journal is told the count.
constexpr std::int64_t markEvery = 200;

QList<QStringList> schema()
{
    return {{QStringLiteral("CREATE TABLE log (id TEXT NOT NULL)"),
             QStringLiteral(
                 "CREATE TABLE entry (sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, profile TEXT,"
                 " operation TEXT NOT NULL, writes INTEGER NOT NULL, about TEXT, target BLOB, items INTEGER,"
                 " msg_id TEXT, attempt INTEGER, http INTEGER, code TEXT, words TEXT,"
                 " milliseconds INTEGER, sent INTEGER, received INTEGER, outcome INTEGER NOT NULL,"
                 " request BLOB, reply BLOB, hash BLOB NOT NULL)"),
             QStringLiteral("CREATE TABLE anchor (last_sequence INTEGER NOT NULL, entries INTEGER NOT NULL,"
                            " first_at TEXT NOT NULL, last_at TEXT NOT NULL, hash BLOB NOT NULL,"
                            " dropped_at TEXT NOT NULL)")}};
}

QString columns(bool withBodies)
{
    return QStringLiteral(
               "sequence, at, profile, operation, writes, about, target, items, msg_id, attempt, http,"
               " code, words, milliseconds, sent, received, outcome, hash") +
           (withBodies ? QStringLiteral(", request, reply") : QString());
}

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

LogEntry entryOf(const QSqlQuery& query, bool withBodies)
{
    LogEntry entry;
    entry.sequence = query.value(0).toLongLong();
    entry.at = QDateTime::fromString(query.value(1).toString(), Qt::ISODateWithMs);
    entry.profile = query.value(2).toString();
    entry.operation = query.value(3).toString();
    entry.writes = query.value(4).toBool();
    entry.about = query.value(5).toString();
    entry.target = query.value(6).toByteArray();
    entry.items = query.value(7).toLongLong();
    entry.msgId = query.value(8).toString();
    entry.attempt = query.value(9).toInt();
    entry.httpStatus = query.value(10).toInt();
    entry.code = query.value(11).toString();
    entry.words = query.value(12).toString();
    entry.milliseconds = query.value(13).toLongLong();
    entry.bytesSent = query.value(14).toLongLong();
    entry.bytesReceived = query.value(15).toLongLong();
    entry.outcome = static_cast<LogOutcome>(query.value(16).toInt());
    entry.hash = query.value(17).toByteArray();
    if (withBodies) {
        entry.requestBody = query.value(18).toByteArray();
        entry.replyBody = query.value(19).toByteArray();
    }
    return entry;
}

struct Tail
{
    std::int64_t sequence = 0;
    QByteArray hash;
};

Result<Tail> tailOf(Database& database)
{
    for (const char* sql : {"SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1",
                            "SELECT last_sequence, hash FROM anchor ORDER BY last_sequence DESC LIMIT 1"}) {
        auto query = database.run(QString::fromLatin1(sql));
        if (!query)
            return tl::unexpected(query.error());
        if (query->next())
            return Tail{query->value(0).toLongLong(), query->value(1).toByteArray()};
    }
    return Tail{};
}

/// Every log has a name, so that the journal knows one that took the place of another.
Result<QString> idOf(Database& database)
{
    auto query = database.run(QStringLiteral("SELECT id FROM log"));
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toString() : QString();
}

/// Drops whole days that are older, and leaves an anchor for the chain (decisions 26).
Result<void> dropOld(Database& database, int keepDays)
{
    const QDateTime limit =
        QDateTime(QDateTime::currentDateTimeUtc().date().addDays(-keepDays), QTime(0, 0), Qt::UTC);
    return database.transaction([&]() -> Result<void> {
        auto last = database.run(
            QStringLiteral("SELECT max(sequence), count(*), min(at), max(at) FROM entry WHERE sequence <"
                           " coalesce((SELECT min(sequence) FROM entry WHERE at >= ?), 9223372036854775807)"),
            {timeText(limit)});
        if (!last)
            return tl::unexpected(last.error());
        if (!last->next() || last->value(1).toLongLong() == 0)
            return {};
        const QVariant sequence = last->value(0);
        const QVariantList facts{last->value(1), last->value(2), last->value(3)};
        last->finish();
        auto done = database.run(
            QStringLiteral(
                "INSERT INTO anchor SELECT sequence, ?, ?, ?, hash, ? FROM entry WHERE sequence=?"),
            QVariantList(facts) << timeText(QDateTime::currentDateTimeUtc()) << sequence);
        if (done)
            done = database.run(QStringLiteral("DELETE FROM entry WHERE sequence<=?"), {sequence});
        return done ? Result<void>{} : tl::unexpected(done.error());
    });
}

Result<Database> openLog(const QString& path, int keepDays)
{
    auto database = Database::open(path, schema());
    if (!database)
        return database;
    auto id = idOf(*database);
    if (!id)
        return tl::unexpected(id.error());
    if (id->isEmpty()) {
        auto named =
            database->run(QStringLiteral("INSERT INTO log SELECT ? WHERE NOT EXISTS (SELECT 1 FROM log)"),
                          {QUuid::createUuid().toString(QUuid::WithoutBraces)});
        if (!named)
            return tl::unexpected(named.error());
    }
    if (auto dropped = dropOld(*database, keepDays); !dropped)
        return tl::unexpected(dropped.error());
    return database;
}

Result<std::vector<LogEntry>> selected(const QString& path, const QString& condition,
                                       const QVariantList& values, bool withBodies)
{
    if (QFileInfo(path).size() == 0)
        return std::vector<LogEntry>{};
    auto database = Database::open(path, schema(), true);
    if (!database)
        return tl::unexpected(database.error());
    auto query =
        database->run(QStringLiteral("SELECT %1 FROM entry %2").arg(columns(withBodies), condition), values);
    if (!query)
        return tl::unexpected(query.error());
    std::vector<LogEntry> entries;
    while (query->next())
        entries.push_back(entryOf(*query, withBodies));
    return entries;
}

} // namespace

QByteArray logHash(const QByteArray& before, const LogEntry& entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    // Each part with its length, so that nothing can be moved from one to the next.
    const auto add = [&hash](const QByteArray& part) {
        hash.addData(QByteArray::number(part.size()) + ':' + part);
    };
    for (const std::int64_t number :
         {entry.sequence, static_cast<std::int64_t>(entry.writes), entry.items,
          static_cast<std::int64_t>(entry.attempt), static_cast<std::int64_t>(entry.httpStatus),
          entry.milliseconds, entry.bytesSent, entry.bytesReceived, static_cast<std::int64_t>(entry.outcome)})
        add(QByteArray::number(number));
    for (const QString& text : {timeText(entry.at), entry.profile, entry.operation, entry.about, entry.msgId,
                                entry.code, entry.words})
        add(text.toUtf8());
    for (const QByteArray& bytes : {entry.target, entry.requestBody, entry.replyBody})
        add(bytes);
    return hash.result();
}

RequestLog::RequestLog(QString path, QString journalPath, int keepDays)
    : m_path(std::move(path)), m_journalPath(std::move(journalPath)), m_keepDays(keepDays),
      m_thread([this] { run(); })
{}

RequestLog::~RequestLog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void RequestLog::append(Maker maker)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(maker));
    }
    m_wake.notify_one();
}

void RequestLog::flush()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return !m_isBusy && (m_waiting.empty() || m_problem); });
}

std::optional<Error> RequestLog::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

void RequestLog::run()
{
    for (;;) {
        std::deque<Maker> makers;
        bool isEnding = false;
        {
            std::unique_lock lock(m_mutex);
            m_isBusy = false;
            if (m_waiting.empty() || m_problem)
                m_idle.notify_all();
            if (m_problem) // a full disk is not asked again at once
                m_wake.wait_for(lock, afterFailure, [this] { return m_isEnding; });
            m_wake.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
            isEnding = m_isEnding;
            makers.swap(m_waiting);
            m_isBusy = true;
        }
        if (makers.empty())
            break;
        std::vector<LogEntry> entries;
        entries.reserve(makers.size());
        for (const Maker& maker : makers)
            entries.push_back(maker());
        auto written = write(std::move(entries));
        const std::lock_guard lock(m_mutex);
        m_problem = written ? std::nullopt : std::optional(written.error());
        if (!written && !isEnding && m_waiting.size() + makers.size() <= mostWaiting)
            m_waiting.insert(m_waiting.begin(), makers.begin(), makers.end()); // once more, with the next
        else if (!written)
            m_lost += static_cast<std::int64_t>(makers.size());
    }
    mark();
    m_database.reset();
}

/// In the log's thread. The chain goes on from what is on disk now: another process may have appended.
Result<void> RequestLog::write(std::vector<LogEntry> entries)
{
    if (!m_database) {
        auto opened = openLog(m_path, m_keepDays);
        if (!opened)
            return tl::unexpected(opened.error());
        m_database.emplace(std::move(*opened));
    }
    if (m_lost > 0) {
        LogEntry gap;
        gap.at = QDateTime::currentDateTimeUtc();
        gap.operation = QStringLiteral("-");
        gap.words = LogText::tr("%1 entries before this one could not be written.").arg(m_lost);
        gap.outcome = LogOutcome::Unusable;
        entries.insert(entries.begin(), std::move(gap));
    }
    auto done = m_database->transaction([&]() -> Result<void> {
        auto tail = tailOf(*m_database);
        if (!tail)
            return tl::unexpected(tail.error());
        for (LogEntry& entry : entries) {
            entry.sequence = ++tail->sequence;
            entry.hash = tail->hash = logHash(tail->hash, entry);
            auto inserted = m_database->run(
                QStringLiteral("INSERT INTO entry (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                    .arg(columns(true)),
                {QVariant::fromValue<qlonglong>(entry.sequence),
                 timeText(entry.at),
                 entry.profile,
                 entry.operation,
                 entry.writes ? 1 : 0,
                 entry.about,
                 entry.target,
                 QVariant::fromValue<qlonglong>(entry.items),
                 entry.msgId,
                 entry.attempt,
                 entry.httpStatus,
                 entry.code,
                 entry.words,
                 QVariant::fromValue<qlonglong>(entry.milliseconds),
                 QVariant::fromValue<qlonglong>(entry.bytesSent),
                 QVariant::fromValue<qlonglong>(entry.bytesReceived),
                 static_cast<int>(entry.outcome),
                 entry.hash,
                 entry.requestBody,
                 entry.replyBody});
            if (!inserted)
                return tl::unexpected(inserted.error());
        }
        return {};
    });
    if (!done)
        return done;
    m_lost = 0;
    m_written += static_cast<std::int64_t>(entries.size());
    if (m_written >= markEvery)
        mark();
    return {};
}

/// Tells the journal how far the log goes, so that a cut end is found. Where the journal is not there, or is
/// busy, the next mark says it.
void RequestLog::mark()
{
    if (!m_database || m_written == 0 || QFileInfo(m_journalPath).size() == 0)
        return;
    const auto id = idOf(*m_database);
    const auto tail = tailOf(*m_database);
    auto journal = Journal::openForReading(m_journalPath);
    if (id && tail && journal && journal->markLog({*id, tail->sequence, tail->hash}))
        m_written = 0;
}

Result<std::vector<LogEntry>> RequestLog::read(const QString& path, std::int64_t after, std::int64_t most)
{
    return selected(path, QStringLiteral("WHERE sequence>? ORDER BY sequence LIMIT ?"),
                    {QVariant::fromValue<qlonglong>(after), QVariant::fromValue<qlonglong>(most)}, false);
}

Result<std::vector<LogEntry>> RequestLog::readNewest(const QString& path, std::int64_t most)
{
    auto entries = selected(path, QStringLiteral("ORDER BY sequence DESC LIMIT ?"),
                            {QVariant::fromValue<qlonglong>(most)}, false);
    if (entries)
        std::reverse(entries->begin(), entries->end());
    return entries;
}

Result<std::optional<LogEntry>> RequestLog::readEntry(const QString& path, std::int64_t sequence)
{
    auto entries =
        selected(path, QStringLiteral("WHERE sequence=?"), {QVariant::fromValue<qlonglong>(sequence)}, true);
    if (!entries)
        return tl::unexpected(entries.error());
    if (entries->empty())
        return std::optional<LogEntry>{};
    return std::optional<LogEntry>{std::move(entries->front())};
}

Result<LogVerdict> verifyLog(const QString& path, const QString& journalPath)
{
    LogVerdict verdict;
    Tail tail;
    QString id;
    std::vector<LogMark> marks;
    if (QFileInfo(journalPath).size() > 0) {
        if (auto journal = Journal::openForReading(journalPath)) {
            if (auto known = journal->logMarks())
                marks = std::move(*known);
        }
    }
    QByteArray markedHash;
    std::int64_t marked = 0;
    if (QFileInfo(path).size() > 0) {
        auto database = Database::open(path, schema(), true);
        if (!database)
            return tl::unexpected(database.error());
        auto name = idOf(*database);
        if (!name)
            return tl::unexpected(name.error());
        id = *name;
        for (const LogMark& mark : marks) {
            if (mark.log == id) {
                marked = mark.entries;
                markedHash = mark.hash;
                verdict.knowsEnd = true;
            }
        }
        auto anchors =
            database->run(QStringLiteral("SELECT last_sequence, hash, entries, first_at, last_at FROM"
                                         " anchor ORDER BY last_sequence"));
        if (!anchors)
            return tl::unexpected(anchors.error());
        while (anchors->next()) {
            tail = {anchors->value(0).toLongLong(), anchors->value(1).toByteArray()};
            if (verdict.dropped == 0)
                verdict.droppedFrom = QDateTime::fromString(anchors->value(3).toString(), Qt::ISODateWithMs);
            verdict.dropped += anchors->value(2).toLongLong();
            verdict.droppedUntil = QDateTime::fromString(anchors->value(4).toString(), Qt::ISODateWithMs);
        }
        anchors->finish();
        auto query =
            database->run(QStringLiteral("SELECT %1 FROM entry ORDER BY sequence").arg(columns(true)));
        if (!query)
            return tl::unexpected(query.error());
        while (query->next()) {
            const LogEntry entry = entryOf(*query, true);
            ++verdict.entries;
            const QByteArray expected = logHash(tail.hash, entry);
            const bool fits = entry.sequence == tail.sequence + 1 && entry.hash == expected &&
                              (entry.sequence != marked || entry.hash == markedHash);
            if (!fits && verdict.firstBroken == 0)
                verdict.firstBroken = entry.sequence;
            tail = {entry.sequence, entry.hash};
        }
    }
    verdict.missingAtEnd = std::max<std::int64_t>(0, marked - tail.sequence);
    verdict.isAnother =
        std::any_of(marks.begin(), marks.end(), [&](const LogMark& mark) { return mark.log != id; });
    return verdict;
}

} // namespace rangedesk
