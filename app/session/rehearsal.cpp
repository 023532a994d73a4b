// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rehearsal.h"

#include "store/catalogue_file.h"
#include "store/scope_copy.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace rangedesk {

namespace {

struct RehearsalText
{
    Q_DECLARE_TR_FUNCTIONS(RehearsalText)
};

const QString factsName = QStringLiteral("rehearsal.json");

QString copiedCatalogue(const DataDirectory& data)
{
    return data.filePath(QStringLiteral("rehearsal-catalogue.db"));
}

QString copiedReadings(const DataDirectory& data)
{
    return data.filePath(QStringLiteral("rehearsal-readings.db"));
}

/// The facts go first and come last: an interrupted copy is no copy.
Result<void> takeCopy(const RehearsalWish& wish, const DataDirectory& data, const QString& scope)
{
    const QString facts = data.filePath(factsName);
    if (QFileInfo::exists(facts) && !QFile::remove(facts))
        return fail(ErrorKind::Storage, RehearsalText::tr("The earlier copy cannot be removed."),
                    RehearsalText::tr("Check the rights of the data folder."));
    QFile::remove(rehearsalStatePath(data));
    const QString catalogue = wish.folder + QStringLiteral("/catalogue.db");
    const QString readings = wish.folder + QStringLiteral("/readings.db");
    // Twice: what the server plays never changes, what the window knows grows.
    for (const auto& [from, to, as] : {std::tuple(catalogue, copiedCatalogue(data), wish.scope),
                                       std::tuple(readings, copiedReadings(data), wish.scope),
                                       std::tuple(catalogue, data.cataloguePath(), scope),
                                       std::tuple(readings, data.readingsPath(), scope)}) {
        if (auto copied = copyOfScope(from, to, wish.scope, as); !copied)
            return copied;
    }
    const QJsonObject object{
        {QStringLiteral("profile"), wish.profile},
        {QStringLiteral("name"), wish.name},
        {QStringLiteral("scope"), wish.scope},
        {QStringLiteral("takenAt"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    return data.keep(facts, QJsonDocument(object).toJson().toStdString());
}

Result<KnownCompany> loadCompany(const DataDirectory& data, const QString& scope)
{
    KnownCompany known;
    if (QFileInfo::exists(copiedCatalogue(data))) {
        auto file = CatalogueFile::open(copiedCatalogue(data));
        if (!file)
            return tl::unexpected(file.error());
        auto loaded = file->load(scope, [&known](EntryKind kind, CatalogueEntry entry) {
            known.entries.emplace_back(kind, std::move(entry));
        });
        if (!loaded)
            return tl::unexpected(loaded.error());
    }
    for (const bool ofCustomers : {false, true}) {
        auto kept = loadKeptRules(copiedReadings(data), scope, ofCustomers);
        if (!kept)
            return tl::unexpected(kept.error());
        if (!*kept)
            continue;
        (ofCustomers ? known.customerRules : known.rules) = std::move((*kept)->items);
        if ((*kept)->enabled)
            known.enabled = (*kept)->enabled;
    }
    auto campaigns = loadKeptCampaigns(copiedReadings(data), scope);
    if (!campaigns)
        return tl::unexpected(campaigns.error());
    if (*campaigns)
        known.campaigns = std::move((*campaigns)->items);
    return known;
}

} // namespace

QString rehearsalStatePath(const DataDirectory& data)
{
    return data.filePath(QStringLiteral("demo-state.jsonl"));
}

std::optional<RehearsalFacts> rehearsalFacts(const DataDirectory& data)
{
    const QString path = data.filePath(factsName);
    if (!data.holds(path))
        return std::nullopt;
    const auto bytes = data.load(path);
    if (!bytes)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).object();
    const RehearsalFacts facts{
        object[QStringLiteral("profile")].toString(), object[QStringLiteral("name")].toString(),
        object[QStringLiteral("scope")].toString(),
        QDateTime::fromString(object[QStringLiteral("takenAt")].toString(), Qt::ISODate)};
    return facts.scope.isEmpty() || !facts.takenAt.isValid() ? std::nullopt : std::optional(facts);
}

Result<demo::DemoData> rehearsalData(const RehearsalWish& wish, const DataDirectory& data,
                                     const QString& scope)
{
    auto facts = rehearsalFacts(data);
    const bool isOther = !facts || facts->profile != wish.profile;
    if (isOther || wish.renews) {
        if (wish.folder.isEmpty())
            return fail(ErrorKind::Usage,
                        RehearsalText::tr("The profile that this rehearsal copies is there no more."),
                        RehearsalText::tr("Choose another in the profile, or the sample data."));
        if (auto taken = takeCopy(wish, data, scope); !taken)
            return tl::unexpected(taken.error());
        facts = rehearsalFacts(data);
    }
    auto known = copiedCompany(data);
    if (!known)
        return tl::unexpected(known.error());
    if (known->isEmpty()) {
        QFile::remove(data.filePath(factsName)); // the next time it may be there
        return fail(ErrorKind::Usage,
                    RehearsalText::tr("Nothing is known of %1 on this computer yet.").arg(wish.name),
                    RehearsalText::tr("Open that profile and read its ranges (F5); then rehearse."));
    }
    return companyOf(*known);
}

Result<KnownCompany> copiedCompany(const DataDirectory& data)
{
    const auto facts = rehearsalFacts(data);
    if (!facts)
        return fail(ErrorKind::Storage, RehearsalText::tr("The copy for the rehearsal cannot be read."),
                    RehearsalText::tr("Take a fresh copy."));
    return loadCompany(data, facts->scope);
}

} // namespace rangedesk
