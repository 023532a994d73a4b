// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/settings.h"

#include "core/id.h"
#include "openapi/certificate.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QSslCertificate>

namespace rangedesk {

namespace {

struct SettingsText
{
    Q_DECLARE_TR_FUNCTIONS(SettingsText)
};

Result<void> checkProxy(const ProxySettings& proxy)
{
    if (proxy.kind != ProxyKind::Manual)
        return {};
    const bool isHost = !proxy.host.isEmpty() && !proxy.host.contains(QLatin1Char('/')) &&
                        !QUrl(QStringLiteral("http://") + proxy.host).host().isEmpty();
    if (isHost && proxy.port >= 1 && proxy.port <= 65535)
        return {};
    return fail(ErrorKind::Usage, SettingsText::tr("The proxy needs a host name and a port."),
                SettingsText::tr("For instance proxy.example.com and 8080, without http://."));
}

} // namespace

bool isLoopback(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

void AppKey::wipe() noexcept
{
    // Through a volatile pointer, so that the stores are not left out.
    volatile char* bytes = m_key.data();
    for (std::size_t i = 0; i < m_key.size(); ++i)
        bytes[i] = 0;
    m_key.clear();
}

QString normalisedAddress(const QUrl& baseUrl)
{
    QUrl url = baseUrl.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
    url.setScheme(url.scheme().toLower());
    url.setHost(url.host().toLower());
    if (url.port() == (url.scheme() == QLatin1String("https") ? 443 : 80))
        url.setPort(-1);
    QString text = url.toString(QUrl::FullyEncoded);
    while (text.endsWith(QLatin1Char('/')))
        text.chop(1);
    return text;
}

Result<ConnectionSettings> checkedSettings(ConnectionSettings settings)
{
    const QString scheme = settings.baseUrl.scheme().toLower();
    const bool web = scheme == QLatin1String("https") || scheme == QLatin1String("http");
    if (!settings.baseUrl.isValid() || !web || settings.baseUrl.host().isEmpty())
        return fail(ErrorKind::Usage, SettingsText::tr("The server address is not usable."),
                    SettingsText::tr("Write it as https://openapi.example.com."));
    if (scheme == QLatin1String("http") && !isLoopback(settings.baseUrl.host()))
        return fail(ErrorKind::Usage,
                    SettingsText::tr("Plain HTTP is allowed to this computer only, not to %1.")
                        .arg(settings.baseUrl.host()),
                    SettingsText::tr("Use the https:// address."));
    if (!isDigits(settings.openid) || settings.openid.size() > 32)
        return fail(ErrorKind::Usage, SettingsText::tr("The openid must be digits (usually 19)."),
                    SettingsText::tr("Copy it from the admin pages of the platform."));
    if (settings.inFlight < 1 || settings.inFlight > limits::maxInFlight)
        return fail(ErrorKind::Usage,
                    SettingsText::tr("Requests in flight must be 1 to %1.").arg(limits::maxInFlight));
    if (!(settings.requestsPerSecond >= 0 && settings.requestsPerSecond <= limits::mostRequestsPerSecond))
        return fail(ErrorKind::Usage, SettingsText::tr("Requests a second must be 0 (no limit) to 1000."));
    if (settings.replyBytes < 1)
        return fail(ErrorKind::Usage, SettingsText::tr("The largest reply must be more than nothing."));
    if (auto proxy = checkProxy(settings.proxy); !proxy)
        return tl::unexpected(proxy.error());
    if (!settings.authorities.isEmpty()) {
        if (auto read = readAuthorities(settings.authorities); !read)
            return tl::unexpected(read.error());
    }
    settings.baseUrl = QUrl(normalisedAddress(settings.baseUrl));
    return settings;
}

} // namespace rangedesk
