// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/review_marks.h"

#include "core/text.h"

namespace rangedesk {

namespace {

QList<QStringList> schema()
{
    return {
        {
            QStringLiteral(
                "CREATE TABLE mark (scope TEXT NOT NULL, campaign TEXT NOT NULL, customer TEXT NOT NULL,"
                " decision INTEGER NOT NULL, note TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,"
                " digest INTEGER NOT NULL, PRIMARY KEY (scope, campaign, customer)) WITHOUT ROWID"),
            QStringLiteral(
                "CREATE TABLE history (id INTEGER PRIMARY KEY, scope TEXT NOT NULL, campaign TEXT NOT"
                " NULL, customer TEXT NOT NULL, decision INTEGER NOT NULL, note TEXT NOT NULL,"
                " by TEXT NOT NULL, at TEXT NOT NULL, digest INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX history_of ON history (scope, campaign, customer)"),
            QStringLiteral(
                "CREATE TABLE download (scope TEXT NOT NULL, campaign TEXT NOT NULL, at TEXT NOT NULL,"
                " before TEXT NOT NULL, PRIMARY KEY (scope, campaign)) WITHOUT ROWID"),
            QStringLiteral(
                "CREATE TABLE seen (scope TEXT NOT NULL, campaign TEXT NOT NULL, customer TEXT NOT NULL,"
                " name TEXT NOT NULL, code TEXT NOT NULL, digest INTEGER NOT NULL, change INTEGER NOT NULL,"
                " PRIMARY KEY (scope, campaign, customer)) WITHOUT ROWID"),
        },
        {
            QStringLiteral(
                "CREATE TABLE report (scope TEXT NOT NULL, campaign TEXT NOT NULL, customer TEXT NOT"
                " NULL, time TEXT NOT NULL, PRIMARY KEY (scope, campaign, customer)) WITHOUT ROWID"),
        }};
}

/// A null string would be NULL, which no column takes.
QString filled(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QString timeText(const QDateTime& time)
{
    return filled(time.toUTC().toString(Qt::ISODateWithMs));
}

ReviewMark markOf(const QSqlQuery& row, int first)
{
    const int decision = row.value(first).toInt();
    const bool isKnown = decision >= 0 && decision < static_cast<int>(ReviewDecision::Count);
    return {isKnown ? static_cast<ReviewDecision>(decision) : ReviewDecision::None,
            row.value(first + 1).toString(), row.value(first + 2).toString(),
            QDateTime::fromString(row.value(first + 3).toString(), Qt::ISODateWithMs),
            row.value(first + 4).toUInt()};
}

} // namespace

Result<ReviewMarks> ReviewMarks::open(const QString& path)
{
    auto database = Database::open(path, schema());
    if (!database)
        return tl::unexpected(database.error());
    return ReviewMarks(std::move(*database));
}

Result<ReviewMarks> ReviewMarks::openForReading(const QString& path)
{
    auto database = Database::open(path, schema(), true);
    if (!database)
        return tl::unexpected(database.error());
    return ReviewMarks(std::move(*database));
}

QString ReviewMarks::campaignKey(std::string_view sourceCode, std::string_view code)
{
    return sourceCode.empty() ? QStringLiteral("code=") + toQString(code)
                              : QStringLiteral("source=") + toQString(sourceCode);
}

Result<ReviewMarks::Marks> ReviewMarks::marks(const QString& scope, const QString& campaign)
{
    auto rows = m_database.run(QStringLiteral("SELECT customer, decision, note, by, at, digest FROM mark"
                                              " WHERE scope = ? AND campaign = ?"),
                               {scope, campaign});
    if (!rows)
        return tl::unexpected(rows.error());
    Marks marks;
    while (rows->next())
        marks.emplace(toUtf8(rows->value(0).toString()), markOf(*rows, 1));
    return marks;
}

Result<void> ReviewMarks::put(const QString& scope, const QString& campaign,
                              const std::vector<Change>& changes)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto values = [&](std::size_t i) {
            const auto& [key, mark] = changes[i];
            return QVariantList{scope,
                                campaign,
                                toQString(key),
                                static_cast<int>(mark.decision),
                                filled(mark.note),
                                filled(mark.by),
                                timeText(mark.at),
                                mark.digest};
        };
        const QString columns = QStringLiteral(" (scope, campaign, customer, decision, note, by, at, digest)"
                                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        for (const char* table : {"INSERT INTO history", "INSERT OR REPLACE INTO mark"}) {
            if (auto kept = m_database.runEach(QLatin1String(table) + columns, changes.size(), values); !kept)
                return kept;
        }
        // What was taken back altogether has no mark any more.
        auto kept = m_database.run(QStringLiteral("DELETE FROM mark WHERE scope = ? AND campaign = ?"
                                                  " AND decision = 0 AND note = ''"),
                                   {scope, campaign});
        if (!kept)
            return tl::unexpected(kept.error());
        return {};
    });
}

Result<void> ReviewMarks::keepReports(const QString& scope, const QString& campaign, const Reports& reports)
{
    std::vector<const Reports::value_type*> all;
    all.reserve(reports.size());
    for (const auto& report : reports)
        all.push_back(&report);
    return m_database.transaction([&]() -> Result<void> {
        return m_database.runEach(
            QStringLiteral("INSERT OR REPLACE INTO report (scope, campaign, customer, time)"
                           " VALUES (?, ?, ?, ?)"),
            all.size(), [&](std::size_t i) {
                return QVariantList{scope, campaign, toQString(all[i]->first), toQString(all[i]->second)};
            });
    });
}

Result<ReviewMarks::Reports> ReviewMarks::reports(const QString& scope, const QString& campaign)
{
    Reports reports;
    // A file that is only looked at may be of an earlier version.
    auto table = m_database.run(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = 'report'"), {});
    if (!table)
        return tl::unexpected(table.error());
    if (!table->next())
        return reports;
    auto rows =
        m_database.run(QStringLiteral("SELECT customer, time FROM report WHERE scope = ? AND campaign = ?"),
                       {scope, campaign});
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next())
        reports.emplace(toUtf8(rows->value(0).toString()), toUtf8(rows->value(1).toString()));
    return reports;
}

Result<std::vector<ReviewMark>> ReviewMarks::history(const QString& scope, const QString& campaign,
                                                     const std::string& customer)
{
    auto rows =
        m_database.run(QStringLiteral("SELECT decision, note, by, at, digest FROM history"
                                      " WHERE scope = ? AND campaign = ? AND customer = ? ORDER BY id"),
                       {scope, campaign, toQString(customer)});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<ReviewMark> marks;
    while (rows->next())
        marks.push_back(markOf(*rows, 0));
    return marks;
}

Result<ReviewMarks::Download> ReviewMarks::lastDownload(const QString& scope, const QString& campaign)
{
    Download download;
    auto at =
        m_database.run(QStringLiteral("SELECT at, before FROM download WHERE scope = ? AND campaign = ?"),
                       {scope, campaign});
    if (!at)
        return tl::unexpected(at.error());
    if (!at->next())
        return download;
    download.at = QDateTime::fromString(at->value(0).toString(), Qt::ISODateWithMs);
    download.before = QDateTime::fromString(at->value(1).toString(), Qt::ISODateWithMs);
    auto rows = m_database.run(
        QStringLiteral(
            "SELECT customer, name, code, digest, change FROM seen WHERE scope = ? AND campaign = ?"),
        {scope, campaign});
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const int change = rows->value(4).toInt();
        const bool isKnown = change >= 0 && change < static_cast<int>(ReviewChange::Count);
        download.customers.push_back({toUtf8(rows->value(0).toString()), toUtf8(rows->value(1).toString()),
                                      toUtf8(rows->value(2).toString()), rows->value(3).toUInt(),
                                      isKnown ? static_cast<ReviewChange>(change) : ReviewChange::None});
    }
    return download;
}

Result<void> ReviewMarks::keepDownload(const QString& scope, const QString& campaign,
                                       const Download& download)
{
    return m_database.transaction([&]() -> Result<void> {
        const QVariantList of{scope, campaign};
        auto kept = m_database.run(QStringLiteral("DELETE FROM seen WHERE scope = ? AND campaign = ?"), of);
        if (kept)
            kept =
                m_database.run(QStringLiteral("INSERT OR REPLACE INTO download (scope, campaign, at, before)"
                                              " VALUES (?, ?, ?, ?)"),
                               {scope, campaign, timeText(download.at), timeText(download.before)});
        if (!kept)
            return tl::unexpected(kept.error());
        return m_database.runEach(
            QStringLiteral(
                "INSERT OR REPLACE INTO seen (scope, campaign, customer, name, code, digest, change)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)"),
            download.customers.size(), [&](std::size_t i) {
                const SeenCustomer& customer = download.customers[i];
                return QVariantList{scope,
                                    campaign,
                                    toQString(customer.key),
                                    filled(toQString(customer.name)),
                                    filled(toQString(customer.code)),
                                    customer.digest,
                                    static_cast<int>(customer.change)};
            });
    });
}

} // namespace rangedesk
