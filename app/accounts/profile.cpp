// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/profile.h"

#include "core/text.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ProfileText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileText)
};

constexpr qsizetype longestKey = 256;
constexpr int mostOpenMinutes = 24 * 60;
constexpr int mostProducts = 10000;
constexpr std::int64_t mostRequests = 1000000;

constexpr int mostMegabytes = 4096;

constexpr std::array environmentNames{"production", "test", "rehearsal"};
constexpr std::array proxyNames{"system", "none", "manual"};
constexpr std::array colorNames{"none", "teal", "blue", "violet", "green", "brown", "amber"};
static_assert(colorNames.size() == static_cast<std::size_t>(ProfileColor::Count));

/// The place of a text among names; nothing where it is none of them.
template <std::size_t N>
std::optional<std::size_t> placeOf(const QString& text, const std::array<const char*, N>& names)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const char* name) { return text == QLatin1String(name); });
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - names.begin()));
}

Result<void> inBounds(double value, double least, double most, const QString& what)
{
    if (value >= least && value <= most)
        return {};
    return fail(ErrorKind::Usage, ProfileText::tr("%1 must be %2 to %3.").arg(what).arg(least).arg(most));
}

Result<void> checkBounds(const Profile& profile)
{
    for (const auto& bound :
         {inBounds(profile.openMinutes, 1, mostOpenMinutes, ProfileText::tr("The minutes of the write lock")),
          inBounds(profile.inFlight, 1, limits::maxInFlight, ProfileText::tr("Requests in flight")),
          inBounds(profile.requestsPerSecond, 0, limits::mostRequestsPerSecond,
                   ProfileText::tr("Requests a second")),
          inBounds(profile.productsPerRequest, 1, mostProducts, ProfileText::tr("Products a request")),
          inBounds(profile.replyMegabytes, 1, mostMegabytes, ProfileText::tr("The largest answer, in MB,")),
          inBounds(static_cast<double>(profile.ceiling.requests), 1, static_cast<double>(mostRequests),
                   ProfileText::tr("The most requests of a job")),
          inBounds(profile.ceiling.removalPercent, 0, 100, ProfileText::tr("The share of removals"))}) {
        if (!bound)
            return bound;
    }
    return {};
}

} // namespace

Result<Profile> checkedProfile(Profile profile, const std::vector<Profile>& others)
{
    profile.name = profile.name.simplified();
    if (profile.name.isEmpty())
        return fail(ErrorKind::Usage, ProfileText::tr("The profile needs a name."),
                    ProfileText::tr("For instance the company and whether it is test or production."));
    if (profile.name.size() > longestProfileName)
        return fail(ErrorKind::Usage,
                    ProfileText::tr("The name is longer than %1 characters.").arg(longestProfileName));
    for (const Profile& other : others) {
        if (other.id != profile.id && other.name.compare(profile.name, Qt::CaseInsensitive) == 0)
            return fail(ErrorKind::Usage,
                        ProfileText::tr("Another profile has the name \"%1\".").arg(other.name),
                        ProfileText::tr("Choose a name that cannot be mistaken for it."));
    }
    if (profile.needsKey()) {
        profile.openid = profile.openid.trimmed();
        profile.proxyHost = profile.proxyHost.trimmed();
        profile.proxyUser = profile.proxyUser.trimmed();
        auto checked = checkedSettings(connectionOf(profile));
        if (!checked)
            return tl::unexpected(checked.error());
        profile.baseUrl = checked->baseUrl;
    }
    if (auto bounds = checkBounds(profile); !bounds)
        return tl::unexpected(bounds.error());
    return profile;
}

Result<AppKey> checkedKey(const QString& text)
{
    const QString trimmed = text.trimmed();
    const bool isPlain = std::all_of(trimmed.begin(), trimmed.end(),
                                     [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F; });
    if (trimmed.isEmpty())
        return fail(ErrorKind::Usage, ProfileText::tr("The appkey is missing."),
                    ProfileText::tr("Copy it from the open-interface page of the platform."));
    if (!isPlain || trimmed.size() > longestKey)
        return fail(ErrorKind::Usage,
                    ProfileText::tr("The appkey holds a character that keys do not have, or is too long."),
                    ProfileText::tr("Copy it again, without the space around it."));
    return AppKey(toUtf8(trimmed));
}

ConnectionSettings connectionOf(const Profile& profile)
{
    ConnectionSettings settings;
    settings.baseUrl = profile.baseUrl;
    settings.openid = toUtf8(profile.openid);
    settings.inFlight = profile.inFlight;
    settings.requestsPerSecond = profile.requestsPerSecond;
    settings.replyBytes = std::int64_t{profile.replyMegabytes} * 1024 * 1024;
    settings.proxy = {profile.proxy, profile.proxyHost, profile.proxyPort, profile.proxyUser, nullptr};
    settings.authorities = profile.authorities;
    return settings;
}

QJsonObject toJson(const Profile& profile)
{
    QJsonObject object{
        {QStringLiteral("id"), profile.id},
        {QStringLiteral("name"), profile.name},
        {QStringLiteral("environment"),
         QLatin1String(environmentNames.at(static_cast<std::size_t>(profile.environment)))},
        {QStringLiteral("address"), profile.baseUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("openid"), profile.openid},
        {QStringLiteral("startsLocked"), profile.startsLocked},
        {QStringLiteral("openMinutes"), profile.openMinutes},
        {QStringLiteral("inFlight"), profile.inFlight},
        {QStringLiteral("requestsPerSecond"), profile.requestsPerSecond},
        {QStringLiteral("productsPerRequest"), profile.productsPerRequest},
        {QStringLiteral("mostRequests"), static_cast<qint64>(profile.ceiling.requests)},
        {QStringLiteral("mostRemovalPercent"), profile.ceiling.removalPercent},
        {QStringLiteral("replyMegabytes"), profile.replyMegabytes},
        {QStringLiteral("color"), QLatin1String(colorNames.at(static_cast<std::size_t>(profile.color)))}};
    if (!profile.needsKey()) {
        if (!profile.rehearsalOf.isEmpty())
            object.insert(QStringLiteral("rehearsalOf"), profile.rehearsalOf);
        return object;
    }
    object.insert(QStringLiteral("proxy"),
                  QLatin1String(proxyNames.at(static_cast<std::size_t>(profile.proxy))));
    if (profile.proxy == ProxyKind::Manual) {
        object.insert(QStringLiteral("proxyHost"), profile.proxyHost);
        object.insert(QStringLiteral("proxyPort"), profile.proxyPort);
        object.insert(QStringLiteral("proxyUser"), profile.proxyUser);
    }
    if (!profile.authorities.isEmpty())
        object.insert(QStringLiteral("authorities"), QString::fromLatin1(profile.authorities));
    return object;
}

namespace {

/// It names a folder: letters, digits and dashes alone.
bool isSafeId(const QString& id)
{
    return id.size() <= 64 && std::all_of(id.begin(), id.end(), [](QChar c) {
               return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == QLatin1Char('-'));
           });
}

/// Proxy and authorities: where they are not understood, nothing is sent another way than was wished for.
bool readWay(const QJsonObject& object, Profile& profile)
{
    const auto proxy =
        placeOf(object.value(QStringLiteral("proxy")).toString(QStringLiteral("system")), proxyNames);
    if (!proxy)
        return false;
    profile.proxy = static_cast<ProxyKind>(*proxy);
    profile.proxyHost = object.value(QStringLiteral("proxyHost")).toString();
    profile.proxyPort = object.value(QStringLiteral("proxyPort")).toInt(profile.proxyPort);
    profile.proxyUser = object.value(QStringLiteral("proxyUser")).toString();
    profile.authorities = object.value(QStringLiteral("authorities")).toString().toLatin1();
    return true;
}

} // namespace

Result<Profile> profileFromJson(const QJsonObject& object)
{
    const auto unusable = [](const char* field) {
        return fail(ErrorKind::Input,
                    ProfileText::tr("A profile cannot be read: the field %1 is missing or not of its kind.")
                        .arg(QLatin1String(field)));
    };
    Profile profile;
    for (const auto& [field, target] : {std::pair("id", &profile.id), std::pair("name", &profile.name)}) {
        const QJsonValue value = object.value(QLatin1String(field));
        if (!value.isString() || value.toString().isEmpty())
            return unusable(field);
        *target = value.toString();
    }
    const QString environment = object.value(QStringLiteral("environment")).toString();
    const auto kind = placeOf(environment, environmentNames);
    if (!kind)
        return unusable("environment");
    profile.environment = static_cast<Environment>(*kind);
    if (!isSafeId(profile.id))
        return unusable("id");
    profile.rehearsalOf = object.value(QStringLiteral("rehearsalOf")).toString();
    if (!isSafeId(profile.rehearsalOf))
        return unusable("rehearsalOf");
    profile.baseUrl = QUrl(object.value(QStringLiteral("address")).toString(), QUrl::StrictMode);
    profile.openid = object.value(QStringLiteral("openid")).toString();
    profile.startsLocked = object.value(QStringLiteral("startsLocked")).toBool(true);
    for (const char* field : {"openMinutes", "inFlight", "requestsPerSecond", "productsPerRequest",
                              "mostRequests", "mostRemovalPercent", "replyMegabytes", "proxyPort"}) {
        const QJsonValue value = object.value(QLatin1String(field));
        if (!value.isUndefined() && !value.isDouble())
            return unusable(field); // a limit that is not understood is not to be left out
    }
    const auto number = [&object](const char* field, int otherwise) {
        return object.value(QLatin1String(field)).toInt(otherwise);
    };
    profile.openMinutes = number("openMinutes", profile.openMinutes);
    profile.inFlight = number("inFlight", profile.inFlight);
    profile.requestsPerSecond =
        object.value(QStringLiteral("requestsPerSecond")).toDouble(profile.requestsPerSecond);
    profile.productsPerRequest = number("productsPerRequest", profile.productsPerRequest);
    profile.ceiling.requests =
        object.value(QStringLiteral("mostRequests")).toInteger(profile.ceiling.requests);
    profile.ceiling.removalPercent = number("mostRemovalPercent", profile.ceiling.removalPercent);
    profile.replyMegabytes = number("replyMegabytes", profile.replyMegabytes);
    // A colour of a newer program is only a mark.
    profile.color = static_cast<ProfileColor>(
        placeOf(object.value(QStringLiteral("color")).toString(), colorNames).value_or(0));
    if (!readWay(object, profile))
        return unusable("proxy");
    if (auto bounds = checkBounds(profile); !bounds)
        return fail(ErrorKind::Input, bounds.error().what);
    return profile;
}

} // namespace rangedesk
