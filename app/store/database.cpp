// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>
#include <array>

namespace rangedesk {

namespace {

struct DatabaseText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseText)
};

std::function<bool()>& faultInjector()
{
    static std::function<bool()> injector;
    return injector;
}

bool injectedFault()
{
    return faultInjector() && faultInjector()();
}

/// SQLITE_CORRUPT and SQLITE_NOTADB.
bool isDamage(const QString& nativeCode)
{
    const int code = nativeCode.toInt() & 0xFF;
    return code == 11 || code == 26;
}

/// A full disk, or rights that are missing: SQLITE_PERM, READONLY, IOERR, FULL, CANTOPEN and AUTH; also where
/// no code is told.
bool isOfPlace(const QString& nativeCode)
{
    constexpr std::array codes{3, 8, 10, 13, 14, 23};
    const int code = nativeCode.toInt() & 0xFF;
    return code == 0 || std::find(codes.begin(), codes.end(), code) != codes.end();
}

} // namespace

void Database::setFaultInjector(std::function<bool()> injector)
{
    faultInjector() = std::move(injector);
}

Database::~Database()
{
    if (m_connection.isEmpty())
        return;
    handle().close();
    QSqlDatabase::removeDatabase(m_connection);
}

Database::Database(Database&& other) noexcept
    : m_connection(std::exchange(other.m_connection, QString())), m_path(std::move(other.m_path)),
      m_setAside(std::move(other.m_setAside))
{}

tl::unexpected<Error> Database::failure(const QSqlError& error) const
{
    QString advice;
    if (isDamage(error.nativeErrorCode()))
        advice = DatabaseText::tr(
            "It is damaged. It is set aside, and a new one begun, when it is next written to.");
    else if (isOfPlace(error.nativeErrorCode()))
        advice = DatabaseText::tr("Free some space, or check the rights of the folder, then try again.");
    Error result{ErrorKind::Storage,
                 DatabaseText::tr("The database %1 cannot be used: %2")
                     .arg(QDir::toNativeSeparators(m_path), error.databaseText()),
                 advice,
                 error.nativeErrorCode(),
                 {}};
    return tl::unexpected(std::move(result));
}

Result<QSqlQuery> Database::run(const QString& sql, const QVariantList& values)
{
    if (injectedFault())
        return failure(QSqlError(QString(), QStringLiteral("database or disk is full"),
                                 QSqlError::StatementError, QStringLiteral("13")));
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(query.lastError());
    return query;
}

Result<void> Database::runEach(const QString& sql, std::size_t count,
                               const std::function<QVariantList(std::size_t)>& values)
{
    if (injectedFault())
        return failure(QSqlError(QString(), QStringLiteral("database or disk is full"),
                                 QSqlError::StatementError, QStringLiteral("13")));
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (std::size_t i = 0; i < count; ++i) {
        const QVariantList row = values(i);
        for (int at = 0; at < static_cast<int>(row.size()); ++at)
            query.bindValue(at, row[at]);
        if (!query.exec())
            return failure(query.lastError());
    }
    return {};
}

Result<void> Database::transaction(const std::function<Result<void>()>& work)
{
    if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return tl::unexpected(begun.error());
    auto done = work();
    if (done) {
        auto committed = run(QStringLiteral("COMMIT"));
        if (committed)
            return {};
        done = tl::unexpected(committed.error());
    }
    QSqlQuery(handle()).exec(QStringLiteral("ROLLBACK"));
    return done;
}

Result<void> Database::prepare(const QList<QStringList>& schema, bool readOnly)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(m_path);
    // A reader also needs to write to the shared memory of the WAL, so it is not opened read-only.
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!database.open())
        return failure(database.lastError());
    for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
                               "PRAGMA cache_size=-512"}) { // rows are written once and seldom read again
        if (auto done = run(QString::fromLatin1(pragma)); !done)
            return tl::unexpected(done.error());
    }
    if (readOnly)
        return {}; // what can be read of a damaged file is of use, too
    auto check = run(QStringLiteral("PRAGMA quick_check(1)"));
    if (!check)
        return tl::unexpected(check.error());
    if (!check->next() || check->value(0).toString() != QLatin1String("ok"))
        return failure(QSqlError(QString(), check->value(0).toString(), QSqlError::StatementError,
                                 QStringLiteral("11")));
    check->finish();
    auto current = version();
    if (!current)
        return tl::unexpected(current.error());
    if (*current > schema.size())
        return fail(ErrorKind::Storage,
                    DatabaseText::tr("The database %1 was written by a newer version of the program.")
                        .arg(QDir::toNativeSeparators(m_path)),
                    DatabaseText::tr("Update the program, or choose another data folder."));
    if (*current == schema.size())
        return {};
    return transaction([&]() -> Result<void> {
        current = version(); // another process may have been quicker
        if (!current)
            return tl::unexpected(current.error());
        for (qsizetype i = *current; i < schema.size(); ++i) {
            for (const QString& statement : schema[i]) {
                if (auto done = run(statement); !done)
                    return tl::unexpected(done.error());
            }
        }
        auto stamped = run(QStringLiteral("PRAGMA user_version=%1").arg(schema.size()));
        return stamped ? Result<void>{} : tl::unexpected(stamped.error());
    });
}

Result<qsizetype> Database::version()
{
    auto query = run(QStringLiteral("PRAGMA user_version"));
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toInt() : 0;
}

Result<Database> Database::open(const QString& path, const QList<QStringList>& schema, bool readOnly)
{
    Database database(QUuid::createUuid().toString(QUuid::WithoutBraces), path);
    auto prepared = database.prepare(schema, readOnly);
    if (prepared)
        return database;
    if (readOnly || !isDamage(prepared.error().serverCode))
        return tl::unexpected(prepared.error());

    database.handle().close();
    const QString aside = path + QStringLiteral(".damaged-") +
                          QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const QString from = path + QLatin1String(suffix);
        if (QFileInfo::exists(from) && !QFile::rename(from, aside + QLatin1String(suffix)))
            return tl::unexpected(prepared.error());
    }
    auto fresh = Database::open(path, schema, readOnly);
    if (fresh)
        fresh->m_setAside = aside;
    return fresh;
}

} // namespace rangedesk
