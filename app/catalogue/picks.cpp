// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/picks.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace rangedesk {

namespace {

struct PicksText
{
    Q_DECLARE_TR_FUNCTIONS(PicksText)
};

constexpr qsizetype longestId = 200;

/// Names of the kinds in the file, which must not change with the order of the enumeration.
QString nameOf(std::size_t kind)
{
    if (kind < static_cast<std::size_t>(Dimension::Count))
        return toQString(dimensionPrefix(static_cast<Dimension>(kind)));
    switch (static_cast<EntryKind>(kind)) {
    case EntryKind::Product:
        return QStringLiteral("product");
    case EntryKind::Customer:
        return QStringLiteral("customer");
    default:
        return QStringLiteral("campaign");
    }
}

QJsonArray toArray(const std::vector<std::string>& ids)
{
    QJsonArray array;
    for (const std::string& id : ids)
        array.append(toQString(id));
    return array;
}

std::vector<std::string> fromArray(const QJsonArray& array, std::size_t most)
{
    std::vector<std::string> ids;
    for (const auto& value : array) {
        const QString id = value.toString();
        if (ids.size() < most && !id.isEmpty() && id.size() <= longestId)
            ids.push_back(toUtf8(id));
    }
    return ids;
}

} // namespace

bool Picks::isFavourite(EntryKind kind, std::string_view id) const
{
    return std::find(favourites(kind).begin(), favourites(kind).end(), id) != favourites(kind).end();
}

void Picks::use(EntryKind kind, const std::vector<std::string>& ids)
{
    std::vector<std::string>& recent = of(kind).recent;
    std::vector<std::string> now(ids.begin(),
                                 ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), mostRecent)));
    for (const std::string& id : recent) {
        if (now.size() < mostRecent && std::find(now.begin(), now.end(), id) == now.end())
            now.push_back(id);
    }
    recent = std::move(now);
}

bool Picks::setFavourite(EntryKind kind, const std::vector<std::string>& ids, bool isFavourite)
{
    std::vector<std::string>& all = of(kind).favourites;
    for (const std::string& id : ids) {
        const auto found = std::find(all.begin(), all.end(), id);
        if (!isFavourite && found != all.end())
            all.erase(found);
        else if (isFavourite && found == all.end()) {
            if (all.size() >= mostFavourites)
                return false;
            all.push_back(id);
        }
    }
    return true;
}

std::string Picks::toJson() const
{
    QJsonObject kinds;
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        const OfKind& one = m_kinds.at(i);
        if (!one.recent.empty() || !one.favourites.empty())
            kinds[nameOf(i)] = QJsonObject{{QStringLiteral("recent"), toArray(one.recent)},
                                           {QStringLiteral("favourites"), toArray(one.favourites)}};
    }
    const QJsonObject object{{QStringLiteral("version"), 1}, {QStringLiteral("kinds"), kinds}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

Result<Picks> Picks::fromJson(const std::string& bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).object();
    if (object[QStringLiteral("version")].toInt() != 1)
        return fail(ErrorKind::Input, PicksText::tr("The list of favourites cannot be read."),
                    PicksText::tr("A copy of it is kept beside the new one."));
    Picks picks;
    const QJsonObject kinds = object[QStringLiteral("kinds")].toObject();
    for (std::size_t i = 0; i < picks.m_kinds.size(); ++i) {
        const QJsonObject one = kinds[nameOf(i)].toObject();
        picks.m_kinds.at(i).recent = fromArray(one[QStringLiteral("recent")].toArray(), mostRecent);
        picks.m_kinds.at(i).favourites =
            fromArray(one[QStringLiteral("favourites")].toArray(), mostFavourites);
    }
    return picks;
}

} // namespace rangedesk
