// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/request_log.h"

#include "store/journal.h"
#include "store/log_tables.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QUuid>

namespace rangedesk {

using namespace logtables;

namespace {

struct LogText
{
    Q_DECLARE_TR_FUNCTIONS(LogText)
};

/// More is not held in memory while the disk refuses.
constexpr std::size_t mostHeldBytes = 32UL * 1024 * 1024;
constexpr std::chrono::seconds afterFailure{1};
/// After so many entries the journal is told the count.
constexpr std::int64_t markEvery = 200;

/// As SQLite gives texts back: what it would change is changed before it is hashed.
QString clean(QString text)
{
    text = QString::fromUtf8(text.toUtf8()); // surrogates that stand alone
    for (const char16_t noCharacter : {u'\uFFFE', u'\uFFFF', u'\0'})
        text.replace(QChar(noCharacter), QChar::ReplacementCharacter);
    return text;
}

/// What the log says about itself.
LogEntry remark(const QString& words)
{
    LogEntry entry;
    entry.at = QDateTime::currentDateTimeUtc();
    entry.operation = QStringLiteral("-");
    entry.words = words;
    entry.outcome = LogOutcome::Unusable;
    return entry;
}

/// What an entry takes in memory while it cannot be written.
std::size_t weight(const LogEntry& entry)
{
    return static_cast<std::size_t>(1000 + entry.target.size() + entry.requestBody.size() +
                                    entry.replyBody.size());
}

/// Drops whole days that are older, and leaves an anchor for the chain (decisions 26). The journal is told
/// first, so that a beginning that somebody else took out is not taken for one. The clock of the newest entry
/// counts, too: a computer that believes in another year must not drop everything.
Result<void> dropOld(Database& database, const QString& log, const QString& journalPath, int keepDays)
{
    auto newest = database.run(QStringLiteral("SELECT max(at) FROM entry"));
    if (!newest)
        return tl::unexpected(newest.error());
    if (!newest->next() || newest->value(0).isNull())
        return {};
    const QDateTime now = std::min(QDateTime::currentDateTimeUtc(), timeOf(newest->value(0)));
    newest->finish();
    const QDateTime limit(now.date().addDays(-keepDays), QTime(0, 0), Qt::UTC);
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
        if (QFileInfo(journalPath).size() > 0) {
            auto journal = Journal::openForReading(journalPath);
            if (!journal || !journal->markDropped(log, sequence.toLongLong()))
                return {}; // another time
        }
        auto done = database.run(
            QStringLiteral(
                "INSERT INTO anchor SELECT sequence, ?, ?, ?, hash, ? FROM entry WHERE sequence=?"),
            QVariantList(facts) << timeText(QDateTime::currentDateTimeUtc()) << sequence);
        if (done)
            done = database.run(QStringLiteral("DELETE FROM entry WHERE sequence<=?"), {sequence});
        return done ? Result<void>{} : tl::unexpected(done.error());
    });
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
    if (auto whole = ended(*query, path); !whole)
        return tl::unexpected(whole.error());
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
    for (const QString& text : {timeText(entry.at), entry.profile, entry.address, entry.openid,
                                entry.operation, entry.about, entry.msgId, entry.code, entry.words})
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
            else
                m_wake.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
            isEnding = m_isEnding;
            makers.swap(m_waiting);
            m_isBusy = true;
        }
        if (makers.empty() && m_made.empty() && isEnding)
            break;
        for (const Maker& maker : makers)
            keep(maker());
        auto written = m_made.empty() ? Result<void>{} : write();
        const std::lock_guard lock(m_mutex);
        m_problem = written ? std::nullopt : std::optional(written.error());
        if (!written && isEnding && m_waiting.empty())
            break;
    }
    mark();
    m_database.reset();
}

/// While the disk refuses, the oldest ones are given up beyond a bound; how many is told in the log.
void RequestLog::keep(LogEntry entry)
{
    for (QString* text : {&entry.profile, &entry.address, &entry.openid, &entry.operation, &entry.about,
                          &entry.msgId, &entry.code, &entry.words})
        *text = clean(std::move(*text));
    m_madeBytes += weight(entry);
    m_made.push_back(std::move(entry));
    while (m_madeBytes > mostHeldBytes && m_made.size() > 1) {
        m_madeBytes -= weight(m_made.front());
        m_made.pop_front();
        ++m_lost;
    }
}

Result<void> RequestLog::open()
{
    auto opened = Database::open(m_path, schema());
    if (!opened)
        return tl::unexpected(opened.error());
    auto id = idOf(*opened);
    if (!id)
        return tl::unexpected(id.error());
    if (id->isEmpty()) {
        auto named =
            opened->run(QStringLiteral("INSERT INTO log SELECT ? WHERE NOT EXISTS (SELECT 1 FROM log)"),
                        {QUuid::createUuid().toString(QUuid::WithoutBraces)});
        id = named ? idOf(*opened) : tl::unexpected(named.error());
        if (!id)
            return tl::unexpected(id.error());
    }
    m_id = *id;
    if (const QString aside = opened->setAside(); !aside.isEmpty()) {
        m_made.push_front(
            remark(LogText::tr("The log before this one was damaged and is kept as %1.").arg(aside)));
        if (auto journal = Journal::openForReading(m_journalPath);
            journal && QFileInfo(m_journalPath).size() > 0)
            (void)journal->markLogsAside(m_id, aside);
    }
    if (auto dropped = dropOld(*opened, m_id, m_journalPath, m_keepDays); !dropped)
        return dropped;
    m_database.emplace(std::move(*opened));
    return {};
}

/// In the log's thread. The chain goes on from what is on disk now: another process may have appended.
Result<void> RequestLog::write()
{
    if (!m_database) {
        if (auto opened = open(); !opened)
            return opened;
    }
    if (m_lost > 0) {
        m_made.push_front(
            remark(LogText::tr("%1 entries before this one could not be written.").arg(m_lost)));
        m_lost = 0;
    }
    auto done = m_database->transaction([&]() -> Result<void> {
        auto tail = tailOf(*m_database);
        if (!tail)
            return tl::unexpected(tail.error());
        for (LogEntry& entry : m_made) {
            entry.sequence = ++tail->sequence;
            entry.hash = tail->hash = logHash(tail->hash, entry);
            auto inserted = m_database->run(
                QStringLiteral("INSERT INTO entry (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                    .arg(columns(true)),
                {QVariant::fromValue<qlonglong>(entry.sequence),
                 timeText(entry.at),
                 entry.profile,
                 entry.address,
                 entry.openid,
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
    m_written += static_cast<std::int64_t>(m_made.size());
    m_made.clear();
    m_madeBytes = 0;
    if (m_written >= markEvery)
        mark();
    return {};
}

/// Whether the log still holds what the journal was told last. Where it does not, somebody changed it: the
/// old mark stays for good, or a few requests more would hide it.
bool RequestLog::stillHolds(const LogMark& mark)
{
    if (mark.entries == 0)
        return true;
    auto entry = m_database->run(
        QStringLiteral("SELECT hash FROM entry WHERE sequence=? UNION ALL"
                       " SELECT hash FROM anchor WHERE last_sequence=?"),
        {QVariant::fromValue<qlonglong>(mark.entries), QVariant::fromValue<qlonglong>(mark.entries)});
    if (entry && entry->next())
        return entry->value(0).toByteArray() == mark.hash;
    return mark.dropped >= mark.entries; // it was dropped by age
}

/// Tells the journal how far the log goes, so that a cut end is found. Where the journal is not there, or is
/// busy, the next mark says it.
void RequestLog::mark()
{
    if (!m_database || m_written == 0 || QFileInfo(m_journalPath).size() == 0)
        return;
    const auto tail = tailOf(*m_database);
    auto journal = Journal::openForReading(m_journalPath);
    auto marks = journal ? journal->logMarks() : tl::unexpected(journal.error());
    if (!tail || !marks)
        return;
    const auto mine =
        std::find_if(marks->begin(), marks->end(), [this](const LogMark& m) { return m.log == m_id; });
    if (mine != marks->end() && !stillHolds(*mine))
        return;
    if (journal->markLog({m_id, tail->sequence, tail->hash}))
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

} // namespace rangedesk
