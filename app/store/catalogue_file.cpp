// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalogue_file.h"

#include "core/entry_merge.h"
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

QString selectEntries(const QString& where)
{
    return QStringLiteral("SELECT kind, id, code, source_code, name, attributes, origin FROM entry WHERE ") +
           where;
}

/// Nothing where it is of a later version of the program.
std::optional<CatalogueEntry> entryOf(const QSqlQuery& row)
{
    const int kind = row.value(0).toInt();
    const int origin = row.value(6).toInt();
    const bool isKnown = kind >= 0 && kind < static_cast<int>(EntryKind::Count) && origin >= 0 &&
                         origin < static_cast<int>(EntryOrigin::Count);
    if (!isKnown)
        return std::nullopt;
    CatalogueEntry entry{toUtf8(row.value(1).toString()),
                         toUtf8(row.value(2).toString()),
                         toUtf8(row.value(3).toString()),
                         toUtf8(row.value(4).toString()),
                         {},
                         static_cast<EntryOrigin>(origin)};
    if (!row.value(5).isNull())
        readAttributes(entry, row.value(5).toByteArray());
    return entry;
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
    auto rows = m_database.run(selectEntries(QStringLiteral("scope = ? ORDER BY kind, id")), {scope});
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        if (auto entry = entryOf(*rows))
            take(static_cast<EntryKind>(rows->value(0).toInt()), std::move(*entry));
    }
    return {};
}

Result<void> CatalogueFile::apply(const QString& scope, EntryKind kind, const Change& change)
{
    return m_database.transaction([&] { return write(scope, kind, change, change.put); });
}

Result<void> CatalogueFile::learn(const QString& scope, EntryKind kind, const Change& change)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto any = hasAny(scope, kind);
        if (!any)
            return tl::unexpected(any.error());
        if (!*any) // the first reading may be of a million
            return write(scope, kind, change, change.put);
        std::vector<std::string> ids;
        ids.reserve(change.putCount);
        for (std::size_t i = 0; i < change.putCount; ++i)
            ids.push_back(change.put(i).id);
        Entries there;
        if (auto found = findThose(scope, kind, ids, there); !found)
            return found;
        return write(scope, kind, change, [&](std::size_t i) {
            const auto known = there.find(ids[i]);
            if (known == there.end())
                return change.put(i);
            CatalogueEntry entry = known->second;
            const auto told = change.told.find(ids[i]);
            mergeEntry(entry, told == change.told.end() ? change.put(i) : told->second);
            return entry;
        });
    });
}

Result<void> CatalogueFile::write(const QString& scope, EntryKind kind, const Change& change, const Put& put)
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const int number = static_cast<int>(kind);
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
            const CatalogueEntry entry = put(i);
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
}

Result<std::vector<CatalogueEntry>> CatalogueFile::find(const QString& scope, EntryKind kind,
                                                        const std::vector<std::string>& ids)
{
    const int number = static_cast<int>(kind);
    std::vector<CatalogueEntry> entries;
    const auto any = hasAny(scope, kind);
    if (!any)
        return tl::unexpected(any.error());
    if (ids.empty() || !*any)
        return entries;
    auto madeUp = m_database.run(
        QStringLiteral("SELECT 1 FROM entry WHERE scope = ? AND kind = ? AND id >= ? AND id < ? LIMIT 1"),
        {scope, number, QString(QLatin1Char(madeUpId)), QString(QLatin1Char(madeUpId + 1))});
    if (!madeUp)
        return tl::unexpected(madeUp.error());
    if (madeUp->next()) {
        auto rows = m_database.run(selectEntries(QStringLiteral("scope = ? AND kind = ? ORDER BY id")),
                                   {scope, number});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next()) {
            if (auto entry = entryOf(*rows))
                entries.push_back(std::move(*entry));
        }
        return entries;
    }
    Entries found;
    if (auto done = findThose(scope, kind, ids, found); !done)
        return tl::unexpected(done.error());
    entries.reserve(found.size());
    for (auto& [id, entry] : found)
        entries.push_back(std::move(entry));
    return entries;
}

Result<bool> CatalogueFile::hasAny(const QString& scope, EntryKind kind)
{
    auto any = m_database.run(QStringLiteral("SELECT 1 FROM entry WHERE scope = ? AND kind = ? LIMIT 1"),
                              {scope, static_cast<int>(kind)});
    if (!any)
        return tl::unexpected(any.error());
    return any->next();
}

Result<void> CatalogueFile::findThose(const QString& scope, EntryKind kind,
                                      const std::vector<std::string>& ids, Entries& found)
{
    constexpr std::size_t most = 500; // values of one statement
    const int number = static_cast<int>(kind);
    for (std::size_t from = 0; from < ids.size(); from += most) {
        const std::size_t count = std::min(most, ids.size() - from);
        QVariantList values{scope, number};
        for (std::size_t i = from; i < from + count; ++i)
            values.append(toQString(ids[i]));
        const QString marks = QStringLiteral("?,").repeated(static_cast<qsizetype>(count)).chopped(1);
        auto rows = m_database.run(
            selectEntries(QStringLiteral("scope = ? AND kind = ? AND id IN (%1)").arg(marks)), values);
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next()) {
            if (auto entry = entryOf(*rows)) {
                std::string id = entry->id;
                found.emplace(std::move(id), std::move(*entry));
            }
        }
    }
    return {};
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
