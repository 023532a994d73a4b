// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rehearsal.h"

#include "store/catalogue_file.h"
#include "store/scope_copy.h"

#include <QCoreApplication>
#include <QDir>
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

/// The files of a copy; those that are being made have an ending of their own.
struct CopyPaths
{
    QString catalogue;
    QString readings;
};

const QString unfinished = QStringLiteral(".new");

CopyPaths copyPaths(const DataDirectory& data, const QString& ending = {})
{
    return {data.filePath(QStringLiteral("rehearsal-catalogue.db")) + ending,
            data.filePath(QStringLiteral("rehearsal-readings.db")) + ending};
}

tl::unexpected<Error> cannotReplace(const QString& path)
{
    return fail(
        ErrorKind::Storage,
        RehearsalText::tr("The earlier copy cannot be replaced: %1").arg(QDir::toNativeSeparators(path)),
        RehearsalText::tr("Close other windows of this profile, and check the rights of its folder."));
}

Result<void> removeFile(const QString& path)
{
    if (QFileInfo::exists(path) && !QFile::remove(path))
        return cannotReplace(path);
    return {};
}

/// What was made takes the place of what was there.
Result<void> swapIn(const QString& path)
{
    for (const char* suffix : {"", "-wal", "-shm"}) {
        if (auto removed = removeFile(path + QLatin1String(suffix)); !removed)
            return removed;
    }
    const QString made = path + unfinished;
    if (QFileInfo::exists(made) && !QFile::rename(made, path))
        return cannotReplace(path);
    return {};
}

Result<KnownCompany> loadCompany(const CopyPaths& paths, const QString& scope)
{
    KnownCompany known;
    if (QFileInfo::exists(paths.catalogue)) {
        auto file = CatalogueFile::open(paths.catalogue);
        if (!file)
            return tl::unexpected(file.error());
        auto loaded = file->load(scope, [&known](EntryKind kind, CatalogueEntry entry) {
            known.entries.emplace_back(kind, std::move(entry));
        });
        if (!loaded)
            return tl::unexpected(loaded.error());
    }
    for (const bool ofCustomers : {false, true}) {
        auto kept = loadKeptRules(paths.readings, scope, ofCustomers);
        if (!kept)
            return tl::unexpected(kept.error());
        if (!*kept)
            continue;
        (ofCustomers ? known.customerRules : known.rules) = std::move((*kept)->items);
        if ((*kept)->enabled)
            known.enabled = (*kept)->enabled;
    }
    auto campaigns = loadKeptCampaigns(paths.readings, scope);
    if (!campaigns)
        return tl::unexpected(campaigns.error());
    if (*campaigns)
        known.campaigns = std::move((*campaigns)->items);
    return known;
}

/// All of it is made beside what is there, and looked at, before anything is given up. The facts go first
/// then and come last: an interrupted copy is no copy.
Result<void> takeCopy(const RehearsalWish& wish, const DataDirectory& data, const QString& scope)
{
    const QString catalogue = wish.folder + QStringLiteral("/catalogue.db");
    const QString readings = wish.folder + QStringLiteral("/readings.db");
    const CopyPaths paths = copyPaths(data);
    // Twice: what the server plays never changes, what the window knows grows.
    const std::array<std::tuple<QString, QString, QString>, 4> files{
        std::tuple(catalogue, paths.catalogue, wish.scope), std::tuple(readings, paths.readings, wish.scope),
        std::tuple(catalogue, data.cataloguePath(), scope), std::tuple(readings, data.readingsPath(), scope)};
    for (const auto& [from, to, as] : files) {
        if (auto copied = copyOfScope(from, to + unfinished, wish.scope, as); !copied)
            return copied;
    }
    const auto known = loadCompany(copyPaths(data, unfinished), wish.scope);
    if (!known)
        return tl::unexpected(known.error());
    if (known->isEmpty())
        return fail(ErrorKind::Usage,
                    RehearsalText::tr("Nothing is known of %1 on this computer yet.").arg(wish.name),
                    RehearsalText::tr("Open that profile and read its ranges (F5); then rehearse."));
    const QString facts = data.filePath(factsName);
    for (const QString& path : {facts, rehearsalStatePath(data)}) {
        if (auto removed = removeFile(path); !removed)
            return removed; // old writes must not be replayed onto a fresh copy
    }
    for (const auto& [from, to, as] : files) {
        if (auto swapped = swapIn(to); !swapped)
            return swapped;
    }
    const QJsonObject object{
        {QStringLiteral("profile"), wish.profile},
        {QStringLiteral("name"), wish.name},
        {QStringLiteral("scope"), wish.scope},
        {QStringLiteral("takenAt"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    return data.keep(facts, QJsonDocument(object).toJson().toStdString());
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
    const auto facts = rehearsalFacts(data);
    if (!facts || wish.renews) {
        if (wish.folder.isEmpty())
            return fail(ErrorKind::Usage,
                        RehearsalText::tr("The profile that this rehearsal copies is there no more."),
                        RehearsalText::tr("Make a rehearsal of another one."));
        if (auto taken = takeCopy(wish, data, scope); !taken)
            return tl::unexpected(taken.error());
    } else if (!isCopyOf(*facts, wish)) {
        return fail(
            ErrorKind::Locked,
            RehearsalText::tr("This copy is of another server or company than %1 is now.").arg(wish.name),
            RehearsalText::tr("Take a fresh copy, in the profile menu."));
    }
    auto known = copiedCompany(data);
    if (!known)
        return tl::unexpected(known.error());
    return companyOf(*known);
}

bool isCopyOf(const RehearsalFacts& facts, const RehearsalWish& wish)
{
    // Where the profile is gone, what it was is all there is.
    return facts.profile == wish.profile && (wish.scope.isEmpty() || facts.scope == wish.scope);
}

Result<KnownCompany> copiedCompany(const DataDirectory& data)
{
    const auto facts = rehearsalFacts(data);
    if (!facts)
        return fail(ErrorKind::Storage, RehearsalText::tr("The copy for the rehearsal cannot be read."),
                    RehearsalText::tr("Take a fresh copy."));
    return loadCompany(copyPaths(data), facts->scope);
}

} // namespace rangedesk
