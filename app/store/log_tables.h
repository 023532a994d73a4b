// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/log_entry.h"

// The tables of the log, as its writer, its readers and its verification use them.
namespace rangedesk::logtables {

QList<QStringList> schema();
QString columns(bool withBodies);
QString timeText(const QDateTime& time);
QDateTime timeOf(const QVariant& text);
LogEntry entryOf(const QSqlQuery& query, bool withBodies);

/// Where the chain stands: the last entry, or the anchor of those that were dropped.
struct Tail
{
    std::int64_t sequence = 0;
    QByteArray hash;
};
Result<Tail> tailOf(Database& database);

/// Every log has a name, so that the journal knows one that took the place of another. Empty where it has
/// none yet.
Result<QString> idOf(Database& database);

/// Whether a query that gives no more rows really came to its end; otherwise Storage.
Result<void> ended(const QSqlQuery& query, const QString& path);

} // namespace rangedesk::logtables
