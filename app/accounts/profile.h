// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ceiling.h"
#include "core/environment.h"
#include "openapi/settings.h"

#include <QJsonObject>

namespace rangedesk {

/// A mark beside the name, to tell companies apart; what kind they are is told by the environment.
enum class ProfileColor : std::uint8_t { None, Teal, Blue, Violet, Green, Brown, Amber, Count };

/// A company's connection as a person set it up. The key is not part of it: it lives in the keychain.
struct Profile
{
    QString id; ///< names its folder and its entry in the keychain; never shown
    QString name;
    Environment environment = Environment::Production;
    /// The id of the profile whose company a rehearsal has a copy of; empty: the sample data.
    QString rehearsalOf;
    QUrl baseUrl{QStringLiteral("https://openapi.waiqin365.com")};
    QString openid;
    bool startsLocked = true; ///< the write lock is on when the profile is opened
    int openMinutes = 60;     ///< after which an opened lock closes by itself
    int inFlight = limits::inFlight;
    double requestsPerSecond = limits::requestsPerSecond; ///< 0 for no limit
    int productsPerRequest = 200;
    int replyMegabytes = static_cast<int>(limits::replyBytes / (1024 * 1024)); ///< the largest answer
    Ceiling ceiling;
    ProfileColor color = ProfileColor::None;
    ProxyKind proxy = ProxyKind::System;
    QString proxyHost;
    int proxyPort = 8080;
    QString proxyUser;      ///< its password lives in the keychain
    QByteArray authorities; ///< PEM; trusted besides those of the computer

    /// A rehearsal works on the demo server of this computer: no address, openid or key.
    bool needsKey() const { return environment != Environment::Rehearsal; }
    bool needsProxyPassword() const
    {
        return needsKey() && proxy == ProxyKind::Manual && !proxyUser.isEmpty();
    }
    /// Names the entry of the proxy's password in the keychain.
    QString proxyEntry() const { return id + QStringLiteral("-proxy"); }
};

/// Of a name, in characters.
inline constexpr qsizetype longestProfileName = 40;

/// The profile with name and address tidied, or the first thing that cannot be used. @p others: the names
/// must differ.
Result<Profile> checkedProfile(Profile profile, const std::vector<Profile>& others);
/// The key as it was typed or pasted, without the space around it; Usage where it cannot be one.
Result<AppKey> checkedKey(const QString& text);

/// The settings of its connection, without password of the proxy. @pre needsKey()
ConnectionSettings connectionOf(const Profile& profile);

/// How it is kept, exported and imported. Never with a key.
QJsonObject toJson(const Profile& profile);
/// Input where a field is missing or of another type. Bounds are those of `checkedProfile`.
Result<Profile> profileFromJson(const QJsonObject& object);

} // namespace rangedesk
