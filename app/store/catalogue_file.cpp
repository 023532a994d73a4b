// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalogue_file.h"

#include "core/text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rangedesk {

namespace {

QList<QStringList> schema()
{
    return {{
        QStringLiteral("CREATE TABLE entry (scope TEXT NOT NULL, kind INTEGER NOT NULL, id TEXT NOT NULL,"
                       " code TEXT NOT NULL, source_code TEXT NOT NULL, name TEXT NOT NULL,"
                       " attributes BLOB, origin INTEGER NOT NULL, seen_at TEXT NOT NULL,"
                       " PRIMARY KEY (scope, kind, id)) WITHOUT ROWID"),
    }};
}

/// A null string would be NULL, which no column takes.
QString filled(const std::string& text)
{
    return text.empty() ? QStringLiteral("") : toQString(text);
}

QVariant attributesText(const CatalogueEntry& entry)
{
    if (entry.attributes.empty())
        return {};
    QJsonObject object;
    for (const auto& [name, value] : entry.attributes)
        object.insert(toQString(name), toQString(value));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void readAttributes(CatalogueEntry& entry, const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    for (auto at = object.begin(); at != object.end(); ++at)
        entry.attributes.emplace(toUtf8(at.key()), toUtf8(at.value().toString()));
}

QDateTime utcOf(const QVariant& text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODate);
}

} // namespace

Result<CatalogueFile> CatalogueFile::open(const QString& path)
{
    auto database = Database::open(path, schema());
    if (!database)
        return tl::unexpected(database.error());
    return CatalogueFile(std::move(*database));
}

Result<CatalogueFile> CatalogueFile::openForReading(const QString& path)
{
    auto database = Database::open(path, schema(), true);
    if (!database)
        return tl::unexpected(database.error());
    return CatalogueFile(std::move(*database));
}

Result<void> CatalogueFile::load(const QString& scope,
                                 const std::function<void(EntryKind, CatalogueEntry)>& take)
{
    auto rows = m_database.run(
        QStringLiteral("SELECT kind, id, code, source_code, name, attributes, origin FROM entry"
                       " WHERE scope = ? ORDER BY kind, id"),
        {scope});
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const int kind = rows->value(0).toInt();
        const int origin = rows->value(6).toInt();
        const bool isKnown = kind >= 0 && kind < static_cast<int>(EntryKind::Count) && origin >= 0 &&
                             origin < static_cast<int>(EntryOrigin::Count);
        if (!isKnown) // of a later version of the program
            continue;
        CatalogueEntry entry{toUtf8(rows->value(1).toString()),
                             toUtf8(rows->value(2).toString()),
                             toUtf8(rows->value(3).toString()),
                             toUtf8(rows->value(4).toString()),
                             {},
                             static_cast<EntryOrigin>(origin)};
        if (!rows->value(5).isNull())
            readAttributes(entry, rows->value(5).toByteArray());
        take(static_cast<EntryKind>(kind), std::move(entry));
    }
    return {};
}

Result<void> CatalogueFile::apply(const QString& scope, EntryKind kind, const Change& change)
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const int number = static_cast<int>(kind);
    return m_database.transaction([&]() -> Result<void> {
        auto done =
            m_database.runEach(QStringLiteral("DELETE FROM entry WHERE scope = ? AND kind = ? AND id = ?"),
                               change.gone.size(), [&](std::size_t i) {
                                   return QVariantList{scope, number, toQString(change.gone[i])};
                               });
        if (!done)
            return done;
        done = m_database.runEach(
            QStringLiteral("UPDATE entry SET seen_at = ? WHERE scope = ? AND kind = ? AND id = ?"),
            change.seen.size(), [&](std::size_t i) {
                return QVariantList{now, scope, number, toQString(change.seen[i])};
            });
        if (!done)
            return done;
        return m_database.runEach(
            QStringLiteral("INSERT OR REPLACE INTO entry (scope, kind, id, code, source_code, name,"
                           " attributes, origin, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            change.putCount, [&](std::size_t i) {
                const CatalogueEntry entry = change.put(i);
                return QVariantList{scope,
                                    number,
                                    toQString(entry.id),
                                    filled(entry.code),
                                    filled(entry.sourceCode),
                                    filled(entry.name),
                                    attributesText(entry),
                                    static_cast<int>(entry.origin),
                                    now};
            });
    });
}

Result<QDateTime> CatalogueFile::seen(const QString& scope, EntryKind kind, const std::string& id)
{
    auto rows =
        m_database.run(QStringLiteral("SELECT seen_at FROM entry WHERE scope = ? AND kind = ? AND id = ?"),
                       {scope, static_cast<int>(kind), toQString(id)});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next() ? utcOf(rows->value(0)) : QDateTime();
}

Result<QDateTime> CatalogueFile::lastSeen(const QString& scope, EntryKind kind)
{
    auto rows = m_database.run(QStringLiteral("SELECT MAX(seen_at) FROM entry WHERE scope = ? AND kind = ?"),
                               {scope, static_cast<int>(kind)});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next() ? utcOf(rows->value(0)) : QDateTime();
}

} // namespace rangedesk
