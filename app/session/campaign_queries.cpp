// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/campaign_queries.h"

#include "core/campaign_field.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace rangedesk {

namespace {

struct QueryText
{
    Q_DECLARE_TR_FUNCTIONS(QueryText)
};

constexpr std::size_t mostNamed = 200;
constexpr qsizetype longestValue = 200; ///< of a damaged or foreign file

QString pathOf(const DataDirectory& data, const QString& scope)
{
    return data.scopedPath(QStringLiteral("campaign-queries"), scope);
}

QJsonObject toJson(const CampaignQuery& query)
{
    QJsonObject object;
    for (const CampaignFilter& filter : campaignFilters) {
        if (!(query.*filter.value).empty())
            object.insert(QLatin1String(filter.parameter), toQString(query.*filter.value));
    }
    return object;
}

CampaignQuery queryOf(const QJsonObject& object)
{
    CampaignQuery query;
    for (const CampaignFilter& filter : campaignFilters)
        query.*filter.value = toUtf8(object[QLatin1String(filter.parameter)].toString().left(longestValue));
    return query;
}

} // namespace

QString campaignFilterLabel(const CampaignFilter& filter)
{
    if (filter.value == &CampaignQuery::sourceCode)
        return QueryText::tr("External id");
    if (filter.value == &CampaignQuery::code)
        return QueryText::tr("Campaign code");
    if (filter.value == &CampaignQuery::typeCode)
        return QueryText::tr("Type code");
    if (filter.value == &CampaignQuery::afterCreateTime)
        return QueryText::tr("Created after");
    if (filter.value == &CampaignQuery::beforeCreateTime)
        return QueryText::tr("Created before");
    return filter.value == &CampaignQuery::afterModifyTime ? QueryText::tr("Changed after")
                                                           : QueryText::tr("Changed before");
}

QString describe(const CampaignQuery& query)
{
    QStringList words;
    for (const CampaignFilter& filter : campaignFilters) {
        if (!(query.*filter.value).empty())
            words << campaignFilterLabel(filter) + QLatin1Char(' ') + toQString(query.*filter.value);
    }
    return words.join(QueryText::tr(", "));
}

bool isEmpty(const CampaignQuery& query)
{
    return std::all_of(campaignFilters.begin(), campaignFilters.end(),
                       [&query](const CampaignFilter& filter) { return (query.*filter.value).empty(); });
}

std::string filterTimeOf(const QString& typed, bool isEnd)
{
    const std::string text = toUtf8(typed.trimmed());
    if (const auto day = vendorDateOf(text))
        return *day + (isEnd ? " 23:59:59" : " 00:00:00");
    return vendorDateTimeOf(text).value_or(text);
}

void CampaignQueries::keep(const QString& name, const CampaignQuery& query)
{
    const auto at =
        std::find_if(named.begin(), named.end(), [&](const auto& one) { return one.name == name; });
    if (at != named.end())
        at->query = query;
    else if (named.size() < mostNamed)
        named.push_back({name, query});
}

void CampaignQueries::remove(const QString& name)
{
    std::erase_if(named, [&name](const NamedCampaignQuery& one) { return one.name == name; });
}

Result<CampaignQueries> loadCampaignQueries(const DataDirectory& data, const QString& scope)
{
    CampaignQueries queries;
    const QString path = pathOf(data, scope);
    if (!data.holds(path))
        return queries;
    const auto bytes = data.load(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes));
    if (!document.isObject()) {
        DataDirectory::keepDamaged(path);
        QFile::remove(path); // it is told once, and a copy is there
        return fail(ErrorKind::Storage, QueryText::tr("The named queries cannot be read: %1").arg(path),
                    QueryText::tr("A copy of the file was kept beside it."));
    }
    const QJsonObject object = document.object();
    queries.last = queryOf(object[QStringLiteral("last")].toObject());
    for (const auto& value : object[QStringLiteral("named")].toArray()) {
        const QString name = value.toObject()[QStringLiteral("name")].toString().left(longestValue);
        if (!name.isEmpty())
            queries.keep(name, queryOf(value.toObject()[QStringLiteral("query")].toObject()));
    }
    return queries;
}

Result<void> keepCampaignQueries(const DataDirectory& data, const QString& scope,
                                 const CampaignQueries& queries)
{
    QJsonArray named;
    for (const NamedCampaignQuery& one : queries.named)
        named.append(
            QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("query"), toJson(one.query)}});
    const QJsonObject object{{QStringLiteral("last"), toJson(queries.last)},
                             {QStringLiteral("named"), named}};
    return data.keep(pathOf(data, scope), QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
}

} // namespace rangedesk
