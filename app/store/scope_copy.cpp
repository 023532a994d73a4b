// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/scope_copy.h"

#include "store/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rangedesk {

namespace {

struct CopyText
{
    Q_DECLARE_TR_FUNCTIONS(CopyText)
};

Result<void> removeDatabase(const QString& path)
{
    for (const char* suffix : {"", "-wal", "-shm"}) {
        QFile file(path + QLatin1String(suffix));
        if (file.exists() && !file.remove())
            return fail(ErrorKind::Storage,
                        CopyText::tr("%1 cannot be removed: %2")
                            .arg(QDir::toNativeSeparators(path), file.errorString()),
                        CopyText::tr("Close other windows of this profile, then try again."));
    }
    return {};
}

Result<QStringList> scopedTables(Database& database)
{
    auto rows =
        database.run(QStringLiteral("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                                    " WHERE m.type = 'table' AND c.name = 'scope'"));
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList tables;
    while (rows->next())
        tables << rows->value(0).toString();
    return tables;
}

} // namespace

Result<void> copyOfScope(const QString& from, const QString& to, const QString& scope,
                         const QString& newScope)
{
    if (auto removed = removeDatabase(to); !removed || !QFileInfo::exists(from))
        return removed;
    {
        auto source = Database::open(from, {}, true);
        if (!source)
            return tl::unexpected(source.error());
        if (auto copied = source->run(QStringLiteral("VACUUM INTO ?"), {to}); !copied)
            return tl::unexpected(copied.error());
    }
    auto copy = Database::open(to, {}, true);
    if (!copy)
        return tl::unexpected(copy.error());
    auto tables = scopedTables(*copy);
    if (!tables)
        return tl::unexpected(tables.error());
    return copy->transaction([&]() -> Result<void> {
        for (const QString& table : *tables) {
            auto others = copy->run(QStringLiteral("DELETE FROM %1 WHERE scope <> ?").arg(table), {scope});
            if (!others)
                return tl::unexpected(others.error());
            auto own = copy->run(QStringLiteral("UPDATE %1 SET scope = ?").arg(table), {newScope});
            if (!own)
                return tl::unexpected(own.error());
        }
        return {};
    });
}

} // namespace rangedesk
