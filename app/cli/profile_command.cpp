// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile_command.h"

#include "accounts/keychain.h"
#include "output.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>

namespace rangedesk::cli {

namespace {

struct ProfileCommandText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileCommandText)
};

/// @param entry a profile's id, or the name of its proxy's entry
Result<AppKey> keyFromKeychain(const QString& entry)
{
    Keychain keychain;
    QEventLoop loop;
    KeychainAnswer got;
    bool isAnswered = false;
    keychain.read(entry, [&](KeychainAnswer answer) {
        got = std::move(answer);
        isAnswered = true;
        loop.quit();
    });
    if (!isAnswered)
        loop.exec();
    if (got.state == KeychainState::Done)
        return std::move(got.key);
    Error error = keychainError(got.state, got.words);
    error.advice =
        ProfileCommandText::tr("Open the profile in the window once, or put the key into the environment "
                               "variable RANGEDESK_APPKEY.");
    return tl::unexpected(std::move(error));
}

bool isForServer(const Options& options)
{
    return !(options.command == QLatin1String("import") && options.mode == ImportMode::Check) &&
           options.command != QLatin1String("log") && options.command != QLatin1String("reference") &&
           options.command != QLatin1String("export") &&
           !(options.command == QLatin1String("templates") && !options.withValues) &&
           !(options.command == QLatin1String("jobs") &&
             options.arguments.value(0) != QLatin1String("resume"));
}

} // namespace

Result<SessionWish> wishOf(Options& options, AppKey& key)
{
    SessionWish wish;
    if (options.profile.isEmpty()) {
        wish.demo = options.demo;
        wish.dataDir = options.dataDir;
        wish.connection = options.connection;
        wish.settings = loadSettings(ProfileStore(options.dataDir).root());
        return wish;
    }
    const ProfileStore store(options.dataDir);
    auto profile = store.named(options.profile);
    if (!profile)
        return tl::unexpected(profile.error());
    wish = rangedesk::wishOf(*profile, store);
    if (options.hasInFlight)
        wish.connection.inFlight = options.connection.inFlight;
    if (options.hasRate)
        wish.connection.requestsPerSecond = options.connection.requestsPerSecond;
    if (!options.hasProducts)
        options.import.send.productsPerRequest = wish.productsPerRequest;
    if (options.confirm == profile->name && !wish.writeLock->isOpen())
        wish.writeLock->openFor(consentHolds);
    if (profile->needsKey() && key.isEmpty() && isForServer(options)) {
        auto kept = keyFromKeychain(profile->id);
        if (!kept)
            return tl::unexpected(kept.error());
        key = std::move(*kept);
    }
    if (profile->needsProxyPassword() && isForServer(options)) {
        auto password = keyFromKeychain(profile->proxyEntry());
        if (!password) {
            Error error = password.error();
            error.what = ProfileCommandText::tr("The password of the proxy: %1").arg(error.what);
            return tl::unexpected(std::move(error));
        }
        wish.connection.proxy.password = std::make_shared<const AppKey>(std::move(*password));
    }
    return wish;
}

int runProfiles(const Options& options)
{
    const ProfileStore store(options.dataDir);
    auto profiles = store.all();
    if (!profiles)
        return complain(profiles.error());
    QJsonArray array;
    for (const Profile& profile : *profiles) {
        QJsonObject object = toJson(profile);
        object.remove(QStringLiteral("id"));
        array.append(object);
        if (!options.json)
            print(QStringLiteral("%1\t%2\t%3")
                      .arg(profile.name, object[QStringLiteral("environment")].toString(),
                           profile.needsKey() ? profile.baseUrl.toString() : QStringLiteral("-")));
    }
    if (options.json)
        print(QJsonObject{{QStringLiteral("profiles"), array}});
    else if (profiles->empty())
        message(ProfileCommandText::tr("No profile was made yet: start the window to make one."));
    return AllDone;
}

} // namespace rangedesk::cli
