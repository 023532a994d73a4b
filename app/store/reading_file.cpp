// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading_file.h"

#include "core/text.h"
#include "store/packed_text.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ReadingText
{
    Q_DECLARE_TR_FUNCTIONS(ReadingText)
};

QList<QStringList> schema()
{
    return {{
        QStringLiteral("CREATE TABLE record (number INTEGER PRIMARY KEY, scope TEXT NOT NULL,"
                       " list INTEGER NOT NULL, key TEXT NOT NULL, text BLOB NOT NULL, seen_at TEXT NOT NULL,"
                       " UNIQUE (scope, list, key))"),
        QStringLiteral("CREATE TABLE reading (scope TEXT NOT NULL, list INTEGER NOT NULL,"
                       " started_at TEXT NOT NULL, read_at TEXT NOT NULL, enabled TEXT,"
                       " PRIMARY KEY (scope, list)) WITHOUT ROWID"),
    }};
}

QString momentText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime momentOf(const QVariant& text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

} // namespace

Result<ReadingFile> ReadingFile::open(const QString& path)
{
    auto database = Database::open(path, schema());
    if (!database)
        return tl::unexpected(database.error());
    return ReadingFile(std::move(*database));
}

Result<bool> ReadingFile::reachesUpTo(const QString& scope, ReadList list, const QDateTime& moment)
{
    auto reading =
        m_database.run(QStringLiteral("SELECT started_at FROM reading WHERE scope = ? AND list = ?"),
                       {scope, static_cast<int>(list)});
    if (!reading)
        return tl::unexpected(reading.error());
    if (!reading->next())
        return false;
    const QDateTime there = momentOf(reading->value(0));
    return there.isValid() && there >= momentOf(momentText(moment)); // as exact as it is written
}

Result<void> ReadingFile::keep(const QString& scope, ReadList list, std::size_t count,
                               const std::function<Record(std::size_t)>& record, const Moment& moment,
                               const std::optional<Continued>& continued)
{
    const int number = static_cast<int>(list);
    const QString now = momentText(moment.readAt);
    return m_database.transaction([&]() -> Result<void> {
        if (continued) {
            const auto joinsOn = reachesUpTo(scope, list, continued->since);
            if (!joinsOn || !*joinsOn)
                return joinsOn ? Result<void>() : tl::unexpected(joinsOn.error());
            auto dropped = m_database.runEach(
                QStringLiteral("DELETE FROM record WHERE scope = ? AND list = ? AND key = ?"),
                continued->gone.size(), [&](std::size_t i) {
                    return QVariantList{scope, number, toQString(continued->gone[i])};
                });
            if (!dropped)
                return dropped;
        } else {
            auto gone = m_database.run(QStringLiteral("DELETE FROM record WHERE scope = ? AND list = ?"),
                                       {scope, number});
            if (!gone)
                return tl::unexpected(gone.error());
        }
        auto done = m_database.runEach(
            QStringLiteral("INSERT INTO record (scope, list, key, text, seen_at) VALUES (?, ?, ?, ?, ?)"
                           " ON CONFLICT (scope, list, key)"
                           " DO UPDATE SET text = excluded.text, seen_at = excluded.seen_at"),
            count, [&](std::size_t i) {
                const Record one = record(i);
                TextPacker text;
                one.write([&text](std::string_view part) { text.add(part); });
                return QVariantList{scope, number, toQString(one.key), text.take(), now};
            });
        if (!done)
            return done;
        const QVariant enabled = moment.enabled.isNull() ? QVariant() : QVariant(moment.enabled);
        auto kept = m_database.run(
            QStringLiteral("INSERT INTO reading (scope, list, started_at, read_at, enabled)"
                           " VALUES (?, ?, ?, ?, ?) ON CONFLICT (scope, list)"
                           " DO UPDATE SET started_at = excluded.started_at, read_at = excluded.read_at,"
                           " enabled = COALESCE(excluded.enabled, enabled)"),
            {scope, number, momentText(moment.startedAt), now, enabled});
        if (!kept)
            return tl::unexpected(kept.error());
        return {};
    });
}

Result<std::optional<ReadingFile::Moment>>
ReadingFile::load(const QString& scope, ReadList list, const std::function<Result<void>(std::string)>& take)
{
    const QVariantList which{scope, static_cast<int>(list)};
    auto reading = m_database.run(
        QStringLiteral("SELECT started_at, read_at, enabled FROM reading WHERE scope = ? AND list = ?"),
        which);
    if (!reading)
        return tl::unexpected(reading.error());
    if (!reading->next())
        return std::optional<Moment>();
    const Moment moment{momentOf(reading->value(0)), momentOf(reading->value(1)),
                        reading->value(2).isNull() ? QString() : reading->value(2).toString()};
    const auto damaged = [] {
        return fail(ErrorKind::Storage,
                    ReadingText::tr("What was read before cannot be used: it is damaged."),
                    ReadingText::tr("Read it from the server again."));
    };
    if (!moment.startedAt.isValid() || !moment.readAt.isValid())
        return damaged();
    auto rows = m_database.run(
        QStringLiteral("SELECT text FROM record WHERE scope = ? AND list = ? ORDER BY number"), which);
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        auto text = unpackedText(rows->value(0).toByteArray());
        if (!text)
            return damaged();
        if (auto taken = take(std::move(*text)); !taken)
            return tl::unexpected(taken.error());
    }
    return std::optional<Moment>(moment);
}

} // namespace rangedesk
