// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"
#include "store/log_tables.h"
#include "store/request_log.h"

#include <QFileInfo>

namespace rangedesk {

using namespace logtables;

namespace {

/// Before the log is looked at: it only grows, so it holds at least this much.
std::vector<LogMark> marksOf(const QString& journalPath)
{
    if (QFileInfo(journalPath).size() == 0)
        return {};
    auto journal = Journal::openForReading(journalPath);
    auto marks = journal ? journal->logMarks() : tl::unexpected(journal.error());
    return marks ? std::move(*marks) : std::vector<LogMark>{};
}

class Verification
{
public:
    Verification(Database& database, const QString& path, std::optional<LogMark> mark,
                 const std::atomic<bool>* stop)
        : m_database(database), m_path(path), m_mark(std::move(mark)), m_stop(stop)
    {}

    Result<LogVerdict> run()
    {
        m_verdict.knowsEnd = m_mark.has_value();
        auto done = anchors();
        if (done)
            done = entries();
        if (!done)
            return tl::unexpected(done.error());
        if (m_mark)
            m_verdict.missingAtEnd = std::max<std::int64_t>(0, m_mark->entries - m_tail.sequence);
        return m_verdict;
    }

private:
    /// Each begins where the one before it ended, and the journal knows that so many were dropped.
    Result<void> anchors()
    {
        auto query = m_database.run(QStringLiteral(
            "SELECT last_sequence, hash, entries, first_at, last_at FROM anchor ORDER BY last_sequence"));
        if (!query)
            return tl::unexpected(query.error());
        while (query->next()) {
            const std::int64_t last = query->value(0).toLongLong();
            const std::int64_t count = query->value(2).toLongLong();
            const bool isKnown = !m_mark || last <= m_mark->dropped;
            if (last - count != m_tail.sequence || !isKnown)
                broken(m_tail.sequence + 1);
            m_tail = {last, query->value(1).toByteArray()};
            compareWithMark();
            if (m_verdict.dropped == 0)
                m_verdict.droppedFrom = timeOf(query->value(3));
            m_verdict.dropped += count;
            m_verdict.droppedUntil = timeOf(query->value(4));
        }
        return ended(*query, m_path);
    }

    Result<void> entries()
    {
        auto query =
            m_database.run(QStringLiteral("SELECT %1 FROM entry ORDER BY sequence").arg(columns(true)));
        if (!query)
            return tl::unexpected(query.error());
        while (query->next() && (m_stop == nullptr || !*m_stop)) {
            const LogEntry entry = entryOf(*query, true);
            ++m_verdict.entries;
            if (entry.sequence != m_tail.sequence + 1 || entry.hash != logHash(m_tail.hash, entry))
                broken(entry.sequence);
            m_tail = {entry.sequence, entry.hash};
            compareWithMark();
        }
        return ended(*query, m_path);
    }

    void compareWithMark()
    {
        if (m_mark && m_mark->entries == m_tail.sequence && m_mark->hash != m_tail.hash)
            broken(m_tail.sequence);
    }
    void broken(std::int64_t sequence)
    {
        if (m_verdict.firstBroken == 0)
            m_verdict.firstBroken = sequence;
    }

    Database& m_database;
    const QString& m_path;
    const std::optional<LogMark> m_mark;
    const std::atomic<bool>* m_stop;
    LogVerdict m_verdict;
    Tail m_tail;
};

} // namespace

Result<LogVerdict> verifyLog(const QString& path, const QString& journalPath, const std::atomic<bool>* stop)
{
    const std::vector<LogMark> marks = marksOf(journalPath);
    LogVerdict verdict;
    QString id;
    if (QFileInfo(path).size() > 0) {
        auto database = Database::open(path, schema(), true);
        if (!database)
            return tl::unexpected(database.error());
        // One look at all of it: another process may be dropping or appending.
        if (auto begun = database->run(QStringLiteral("BEGIN")); !begun)
            return tl::unexpected(begun.error());
        auto name = idOf(*database);
        if (!name)
            return tl::unexpected(name.error());
        id = *name;
        const auto mine =
            std::find_if(marks.begin(), marks.end(), [&](const LogMark& mark) { return mark.log == id; });
        auto gone =
            Verification(*database, path, mine == marks.end() ? std::nullopt : std::optional(*mine), stop)
                .run();
        (void)database->run(QStringLiteral("COMMIT"));
        if (!gone)
            return gone;
        verdict = *gone;
    }
    for (const LogMark& mark : marks) {
        if (mark.log != id)
            (mark.aside.isEmpty() ? verdict.isAnother : verdict.hasAside) = true;
    }
    return verdict;
}

} // namespace rangedesk
