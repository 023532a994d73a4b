// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log_tables.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

namespace rangedesk::logtables {

namespace {

struct LogTablesText
{
    Q_DECLARE_TR_FUNCTIONS(LogTablesText)
};

} // namespace

QList<QStringList> schema()
{
    return {
        {QStringLiteral("CREATE TABLE log (id TEXT NOT NULL)"),
         QStringLiteral("CREATE TABLE entry (sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, profile TEXT,"
                        " address TEXT, openid TEXT,"
                        " operation TEXT NOT NULL, writes INTEGER NOT NULL, about TEXT, target BLOB,"
                        " items INTEGER, msg_id TEXT, attempt INTEGER, http INTEGER, code TEXT, words TEXT,"
                        " milliseconds INTEGER, sent INTEGER, received INTEGER, outcome INTEGER NOT NULL,"
                        " request BLOB, reply BLOB, hash BLOB NOT NULL)"),
         QStringLiteral("CREATE TABLE anchor (last_sequence INTEGER NOT NULL, entries INTEGER NOT NULL,"
                        " first_at TEXT NOT NULL, last_at TEXT NOT NULL, hash BLOB NOT NULL,"
                        " dropped_at TEXT NOT NULL)")}};
}

QString columns(bool withBodies)
{
    return QStringLiteral("sequence, at, profile, address, openid, operation, writes, about, target, items, "
                          "msg_id, attempt,"
                          " http, code, words, milliseconds, sent, received, outcome, hash") +
           (withBodies ? QStringLiteral(", request, reply") : QString());
}

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeOf(const QVariant& text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

LogEntry entryOf(const QSqlQuery& query, bool withBodies)
{
    LogEntry entry;
    entry.sequence = query.value(0).toLongLong();
    entry.at = timeOf(query.value(1));
    entry.profile = query.value(2).toString();
    entry.address = query.value(3).toString();
    entry.openid = query.value(4).toString();
    entry.operation = query.value(5).toString();
    entry.writes = query.value(6).toBool();
    entry.about = query.value(7).toString();
    entry.target = query.value(8).toByteArray();
    entry.items = query.value(9).toLongLong();
    entry.msgId = query.value(10).toString();
    entry.attempt = query.value(11).toInt();
    entry.httpStatus = query.value(12).toInt();
    entry.code = query.value(13).toString();
    entry.words = query.value(14).toString();
    entry.milliseconds = query.value(15).toLongLong();
    entry.bytesSent = query.value(16).toLongLong();
    entry.bytesReceived = query.value(17).toLongLong();
    entry.outcome = static_cast<LogOutcome>(query.value(18).toInt());
    entry.hash = query.value(19).toByteArray();
    if (withBodies) {
        entry.requestBody = query.value(20).toByteArray();
        entry.replyBody = query.value(21).toByteArray();
    }
    return entry;
}

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

Result<QString> idOf(Database& database)
{
    auto query = database.run(QStringLiteral("SELECT id FROM log"));
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toString() : QString();
}

Result<void> ended(const QSqlQuery& query, const QString& path)
{
    const QSqlError error = query.lastError();
    if (!error.isValid())
        return {};
    return fail(ErrorKind::Storage,
                LogTablesText::tr("The log %1 cannot be read to its end: %2")
                    .arg(QDir::toNativeSeparators(path), error.databaseText()),
                LogTablesText::tr("What could be read before that place is right; the rest is damaged."));
}

} // namespace rangedesk::logtables
