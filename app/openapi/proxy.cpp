// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/proxy.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace rangedesk {

namespace {

struct ProxyText
{
    Q_DECLARE_TR_FUNCTIONS(ProxyText)
};

constexpr std::chrono::minutes answerHolds{2};

/// Asked with the address alone: what follows it holds the signature, and the answer may come from a script
/// of others.
QList<QNetworkProxy> systemProxies(const QUrl& url)
{
    QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    if (proxies.isEmpty())
        proxies.append(QNetworkProxy(QNetworkProxy::NoProxy));
    return proxies;
}

/// The system's answer may take a script or seconds: it is asked once for a while, not for each request.
class SystemProxyFactory : public QNetworkProxyFactory
{
public:
    explicit SystemProxyFactory(QUrl address) : m_address(std::move(address)) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery&) override
    {
        if (m_answer.isEmpty() || m_age.hasExpired(std::chrono::milliseconds(answerHolds).count())) {
            m_answer = systemProxies(m_address);
            m_age.start();
        }
        return m_answer;
    }

private:
    const QUrl m_address;
    QList<QNetworkProxy> m_answer; ///< a manager talks to one server only
    QElapsedTimer m_age;
};

QNetworkProxy manualProxy(const ProxySettings& settings)
{
    QNetworkProxy proxy(QNetworkProxy::HttpProxy, settings.host, static_cast<quint16>(settings.port),
                        settings.user);
    if (settings.password)
        proxy.setPassword(QString::fromStdString(settings.password->reveal()));
    return proxy;
}

} // namespace

bool asksSystem(const ConnectionSettings& settings)
{
    // Not encrypted means: to this computer alone. A proxy would read the request, and be elsewhere.
    const bool isPlain = settings.baseUrl.scheme() == QLatin1String("http");
    return !isPlain && settings.proxy.kind == ProxyKind::System && !isLoopback(settings.baseUrl.host());
}

QNetworkProxy systemProxy(const ConnectionSettings& settings)
{
    return systemProxies(settings.baseUrl).constFirst();
}

void setUpProxy(QNetworkAccessManager& manager, const ConnectionSettings& settings)
{
    const bool isPlain = settings.baseUrl.scheme() == QLatin1String("http");
    if (asksSystem(settings))
        manager.setProxyFactory(new SystemProxyFactory(settings.baseUrl)); // the manager owns it
    else if (!isPlain && settings.proxy.kind == ProxyKind::Manual)
        manager.setProxy(manualProxy(settings.proxy));
    else
        manager.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

QString proxyText(const ConnectionSettings& settings)
{
    const auto place = [](const QNetworkProxy& proxy) {
        return QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
    };
    if (settings.baseUrl.scheme() == QLatin1String("http"))
        return ProxyText::tr("none");
    if (settings.proxy.kind == ProxyKind::Manual)
        return place(manualProxy(settings.proxy));
    if (!asksSystem(settings))
        return ProxyText::tr("none");
    const QNetworkProxy first = systemProxy(settings);
    return first.type() == QNetworkProxy::NoProxy ? ProxyText::tr("none (the system names none)")
                                                  : ProxyText::tr("of the system: %1").arg(place(first));
}

} // namespace rangedesk
