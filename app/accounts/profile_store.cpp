// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/profile_store.h"

#include "accounts/app_settings.h"
#include "store/data_directory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

namespace rangedesk {

namespace {

struct StoreText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileStoreText)
};

constexpr qint64 mostBytes = 4LL * 1024 * 1024;
constexpr int patienceMs = 3000; ///< for another instance that is writing

QString freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Result<void> removeFolder(const QString& folder)
{
    if (QDir(folder).removeRecursively())
        return {};
    return fail(ErrorKind::Storage,
                StoreText::tr("The profile is gone, but its folder %1 could not be removed.")
                    .arg(QDir::toNativeSeparators(folder)));
}

} // namespace

ProfileStore::ProfileStore(const QString& root)
    : m_root(QDir(root.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : root)
                 .absolutePath())
{}

QString ProfileStore::filePath() const
{
    return m_root + QStringLiteral("/profiles.json");
}

QString ProfileStore::removedFolder() const
{
    return m_root + QStringLiteral("/removed-profiles");
}

QString ProfileStore::dataFolder(const Profile& profile) const
{
    return m_root + QStringLiteral("/profiles/") + profile.id;
}

Profile ProfileStore::fresh() const
{
    const AppSettings settings = loadSettings(m_root);
    Profile profile;
    profile.id = freshId();
    profile.inFlight = settings.inFlight;
    profile.requestsPerSecond = settings.requestsPerSecond;
    profile.productsPerRequest = settings.productsPerRequest;
    return profile;
}

Result<std::vector<Profile>> ProfileStore::all() const
{
    QFile file(filePath());
    if (!file.exists())
        return std::vector<Profile>{};
    const auto damaged = [&](const QString& why) {
        return fail(
            ErrorKind::Input,
            StoreText::tr("The list of profiles %1 cannot be read: %2")
                .arg(QDir::toNativeSeparators(filePath()), why),
            StoreText::tr("It was left as it is. Mend it, or move it away to begin anew; the keys stay "
                          "in the keychain."));
    };
    if (!file.open(QIODevice::ReadOnly))
        return damaged(file.errorString());
    if (file.size() > mostBytes)
        return damaged(StoreText::tr("it is far too large."));
    QJsonParseError parsed{};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parsed);
    if (!document.isObject())
        return damaged(StoreText::tr("it is not JSON (at byte %1).").arg(parsed.offset));
    const QJsonValue list = document.object().value(QStringLiteral("profiles"));
    if (!list.isArray())
        return damaged(StoreText::tr("it holds no list of profiles."));
    std::vector<Profile> profiles;
    for (const auto& value : list.toArray()) {
        auto profile = profileFromJson(value.toObject());
        if (!profile)
            return damaged(profile.error().what);
        profiles.push_back(std::move(*profile));
    }
    return profiles;
}

Result<Profile> ProfileStore::named(const QString& name) const
{
    auto profiles = all();
    if (!profiles)
        return tl::unexpected(profiles.error());
    QStringList names;
    for (const Profile& profile : *profiles) {
        if (profile.name.compare(name, Qt::CaseInsensitive) == 0)
            return profile;
        names << profile.name;
    }
    return fail(ErrorKind::Usage, StoreText::tr("There is no profile \"%1\".").arg(name),
                names.isEmpty() ? StoreText::tr("No profile was made yet: start the window to make one.")
                                : StoreText::tr("There are: %1").arg(names.join(QStringLiteral(", "))));
}

Result<void> ProfileStore::write(const std::vector<Profile>& profiles) const
{
    QJsonArray array;
    for (const Profile& profile : profiles)
        array.append(toJson(profile));
    QSaveFile file(filePath());
    const QByteArray bytes = QJsonDocument(QJsonObject{{QStringLiteral("profiles"), array}}).toJson();
    const bool isOpen = file.open(QIODevice::WriteOnly);
    file.setPermissions(QFile::ReadOwner |
                        QFile::WriteOwner); // which companies one works for is nobody's business
    if (!isOpen || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::Storage,
                    StoreText::tr("The list of profiles %1 cannot be written: %2")
                        .arg(QDir::toNativeSeparators(filePath()), file.errorString()),
                    StoreText::tr("Free some space, or give this user the right to write there."));
    return {};
}

/// Reads, changes and writes the list, with other instances kept out meanwhile.
template <typename Change> Result<void> ProfileStore::change(const Change& act)
{
    if (!QDir().mkpath(m_root))
        return fail(ErrorKind::Storage,
                    StoreText::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(m_root)));
    QLockFile lock(m_root + QStringLiteral("/profiles.lock"));
    if (!lock.tryLock(patienceMs))
        return fail(ErrorKind::Busy, StoreText::tr("Another instance is changing the profiles."),
                    StoreText::tr("Try again in a moment."));
    auto profiles = all();
    if (!profiles)
        return tl::unexpected(profiles.error());
    if (auto changed = act(*profiles); !changed)
        return changed;
    return write(*profiles);
}

Result<Profile> ProfileStore::keep(const Profile& profile)
{
    Profile kept;
    auto done = change([&](std::vector<Profile>& profiles) -> Result<void> {
        auto checked = checkedProfile(profile, profiles);
        if (!checked)
            return tl::unexpected(checked.error());
        kept = *checked;
        const auto same = std::find_if(profiles.begin(), profiles.end(),
                                       [&](const Profile& other) { return other.id == kept.id; });
        if (same != profiles.end())
            *same = kept;
        else
            profiles.push_back(kept);
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return kept;
}

Result<void> ProfileStore::remove(const Profile& profile)
{
    const QString folder = dataFolder(profile);
    std::optional<DataDirectory>
        data; // locked until the profile is out of the list: nobody opens it meanwhile
    if (QDir(folder).exists()) {
        auto opened = DataDirectory::open(folder);
        if (!opened)
            return tl::unexpected(opened.error());
        data.emplace(std::move(*opened));
        if (auto locked = data->lock(); !locked)
            return locked;
    }
    auto done = change([&](std::vector<Profile>& profiles) -> Result<void> {
        std::erase_if(profiles, [&](const Profile& other) { return other.id == profile.id; });
        return {};
    });
    if (!done)
        return done;
    data.reset();
    if (!QDir(folder).exists())
        return {};
    const QString aside = removedFolder() + QLatin1Char('/') + profile.id;
    if (QDir().mkpath(removedFolder()) && QDir().rename(folder, aside))
        return {};
    return removeFolder(folder);
}

Result<void> ProfileStore::sweep() const
{
    return QDir(removedFolder()).exists() ? removeFolder(removedFolder()) : Result<void>{};
}

QByteArray ProfileStore::exported(const Profile& profile)
{
    QJsonObject object = toJson(profile);
    object.remove(QStringLiteral("id"));
    return QJsonDocument(QJsonObject{{QStringLiteral("rangedesk-profile"), object}}).toJson();
}

Result<Profile> ProfileStore::imported(const QByteArray& bytes)
{
    const QJsonValue value =
        QJsonDocument::fromJson(bytes.left(mostBytes)).object().value(QStringLiteral("rangedesk-profile"));
    if (!value.isObject())
        return fail(ErrorKind::Input, StoreText::tr("This file is not an exported profile."));
    QJsonObject object = value.toObject();
    object[QStringLiteral("id")] = freshId();
    object.remove(QStringLiteral("rehearsalOf")); // ids are those of the other computer
    return profileFromJson(object);
}

} // namespace rangedesk
