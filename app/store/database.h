// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>
#include <functional>

namespace rangedesk {

/// An SQLite file: WAL, full sync, foreign keys. Use it in the thread that opened it.
class Database
{
public:
    /// Opens or creates. A damaged file is set aside (renamed, never deleted) and a new one made; then
    /// `setAside` holds its path. A file of a newer program is an error. @p schema holds the statements
    /// of version 1, 2, …; those above the file's version are applied.
    static Result<Database> open(const QString& path, const QList<QStringList>& schema,
                                 bool readOnly = false);

    ~Database();
    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    QString setAside() const { return m_setAside; }
    /// Of the schema that the file has.
    Result<qsizetype> version();

    /// Runs one statement with positional values. Storage on failure.
    Result<QSqlQuery> run(const QString& sql, const QVariantList& values = {});
    /// Runs one statement @p count times, with the values that @p values gives for each.
    Result<void> runEach(const QString& sql, std::size_t count,
                         const std::function<QVariantList(std::size_t)>& values);
    /// Runs @p work in a transaction that is rolled back unless work and commit went well.
    Result<void> transaction(const std::function<Result<void>()>& work);

    /// For tests: called before each access; true makes it fail as a full disk would.
    static void setFaultInjector(std::function<bool()> injector);

private:
    Database(QString connection, QString path) : m_connection(std::move(connection)), m_path(std::move(path))
    {}

    Result<void> prepare(const QList<QStringList>& schema, bool readOnly);
    tl::unexpected<Error> failure(const QSqlError& error) const;
    QSqlDatabase handle() const { return QSqlDatabase::database(m_connection, false); }

    QString m_connection;
    QString m_path;
    QString m_setAside;
};

} // namespace rangedesk
