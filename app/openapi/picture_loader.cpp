// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/picture_loader.h"

#include "openapi/certificate.h"
#include "openapi/proxy.h"

#include <QCoreApplication>
#include <QFuture>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QThreadPool>
#include <QTimer>
#include <array>

namespace rangedesk {

namespace {

struct PictureText
{
    Q_DECLARE_TR_FUNCTIONS(PictureText)
};

/// Asking the system for a proxy may run a script for seconds: the tables' workers do not wait for it.
QThreadPool& proxyFinders()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(2);
    return pool;
}

tl::unexpected<Error> refused(const QString& why)
{
    return fail(ErrorKind::Connection, why, {});
}

} // namespace

bool PictureLoader::isNear(const QHostAddress& address)
{
    static const std::array nets{QHostAddress::parseSubnet(QStringLiteral("0.0.0.0/8")),
                                 QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
                                 QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")),
                                 QHostAddress::parseSubnet(QStringLiteral("169.254.0.0/16")),
                                 QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
                                 QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16"))};
    bool isMapped = false;
    const QHostAddress plain(address.toIPv4Address(&isMapped));
    const QHostAddress& one = isMapped ? plain : address;
    return one.isNull() || one.isLoopback() || one.isLinkLocal() || one.isSiteLocal() ||
           one.isUniqueLocalUnicast() || one.isMulticast() || one.isBroadcast() ||
           std::any_of(nets.begin(), nets.end(), [&one](const auto& net) { return one.isInSubnet(net); });
}

PictureLoader::PictureLoader(const ConnectionSettings& settings, QObject* parent, Near near)
    : QObject(parent), m_settings(settings), m_near(near)
{}

bool PictureLoader::mayAsk(const QUrl& url) const
{
    const bool isAddress = url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() &&
                           url.userInfo().isEmpty();
    if (!isAddress || m_near == Near::Allowed)
        return isAddress;
    // A name without a dot is one of the own network; so is an address by its figures, as far as is known.
    QString host = url.host();
    if (host.endsWith(QLatin1Char('.')))
        host.chop(1);
    return !isLoopback(host) && host.contains(QLatin1Char('.')) && QHostAddress(host).isNull();
}

PictureLoader::~PictureLoader()
{
    cancelAll();
}

void PictureLoader::load(const QString& address, Done done)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!mayAsk(url)) {
        QTimer::singleShot(0, this, [done = std::move(done)] {
            done(refused(
                PictureText::tr("Not an HTTPS address of a public server: it is not opened from here.")));
        });
        return;
    }
    m_waiting.push_back({url, std::move(done)});
    QTimer::singleShot(0, this, &PictureLoader::startNext);
}

void PictureLoader::cancelAll()
{
    m_waiting.clear();
    m_busy = 0;
    ++m_round;
    for (const int lookup : std::exchange(m_lookups, {}))
        QHostInfo::abortHostLookup(lookup);
    for (QNetworkReply* reply : std::exchange(m_running, {})) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void PictureLoader::startNext()
{
    while (!m_waiting.empty() && m_busy < limits::picturesAtOnce) {
        Wish wish = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_busy;
        lookUp(std::move(wish));
    }
}

void PictureLoader::lookUp(Wish wish)
{
    if (m_near == Near::Allowed) {
        start(std::move(wish));
        return;
    }
    const auto id = std::make_shared<int>(-1);
    const QString host = wish.url.host();
    *id =
        QHostInfo::lookupHost(host, this, [this, id, wish = std::move(wish)](const QHostInfo& info) mutable {
            if (std::erase(m_lookups, *id) == 0)
                return; // not wanted any more
            const QList<QHostAddress> addresses = info.addresses();
            // Behind a proxy names of others need not be known here; it looks them up itself.
            if (std::any_of(addresses.begin(), addresses.end(), isNear))
                end(wish.done, refused(PictureText::tr("The address leads into the own network: it is not "
                                                       "opened from here.")));
            else
                start(std::move(wish));
        });
    m_lookups.push_back(*id);
}

ConnectionSettings PictureLoader::settingsFor(const QString& host) const
{
    ConnectionSettings settings = m_settings;
    settings.baseUrl = QUrl(QStringLiteral("https://%1").arg(host));
    return settings;
}

void PictureLoader::findProxy(Wish wish)
{
    const auto promise = std::make_shared<QPromise<QNetworkProxy>>();
    promise->start();
    proxyFinders().start([promise, settings = settingsFor(wish.url.host())] {
        promise->addResult(systemProxy(settings));
        promise->finish();
    });
    // A wish is moved, not copied: the answer comes once.
    const auto waiting = std::make_shared<Wish>(std::move(wish));
    promise->future().then(this, [this, waiting, round = m_round](const QNetworkProxy& proxy) {
        if (round != m_round)
            return;
        m_proxies.insert_or_assign(waiting->url.host(), proxy);
        start(std::move(*waiting));
    });
}

/// The system may name another proxy for each host.
QNetworkAccessManager& PictureLoader::managerFor(const QString& host)
{
    constexpr std::size_t mostManagers = 16;
    const auto known = m_managers.find(host);
    if (known != m_managers.end())
        return *known->second;
    if (m_managers.size() >= mostManagers && m_running.empty()) {
        for (const auto& [name, manager] : m_managers)
            manager->deleteLater();
        m_managers.clear();
    }
    auto* manager = new QNetworkAccessManager(this);
    if (const auto proxy = m_proxies.find(host); proxy != m_proxies.end())
        manager->setProxy(proxy->second);
    else
        setUpProxy(*manager, settingsFor(host));
    m_managers.emplace(host, manager);
    return *manager;
}

void PictureLoader::start(Wish wish)
{
    const QString host = wish.url.host();
    if (asksSystem(settingsFor(host)) && !m_proxies.contains(host)) {
        findProxy(std::move(wish));
        return;
    }
    QNetworkRequest request(wish.url);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (const auto own = readAuthorities(m_settings.authorities); own && !own->isEmpty())
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + *own);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // Where a picture has moved to is looked at like any other address.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const QNetworkRequest::Attribute manual :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(manual, QNetworkRequest::Manual);
    request.setDecompressedSafetyCheckThreshold(limits::pictureBytes);
    request.setRawHeader("Accept", "image/*");
    QNetworkReply* reply = managerFor(wish.url.host()).get(request);
    m_running.push_back(reply);
    // For the whole of it: a server that sends a byte now and then must not hold a place for hours.
    QTimer::singleShot(limits::pictureTimeout, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64 total) {
        if (received > limits::pictureBytes || total > limits::pictureBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, wish = std::move(wish)]() mutable { finish(reply, std::move(wish)); });
}

void PictureLoader::finish(QNetworkReply* reply, Wish wish)
{
    std::erase(m_running, reply);
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl moved = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (reply->error() == QNetworkReply::NoError && !moved.isEmpty()) {
        wish.url = wish.url.resolved(moved);
        if (++wish.moves <= limits::pictureRedirects && mayAsk(wish.url))
            lookUp(std::move(wish));
        else
            end(wish.done, refused(PictureText::tr("The picture has moved to where it is not looked for.")));
        return;
    }
    const QByteArray bytes = reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
    Result<QByteArray> result = bytes;
    if (reply->error() == QNetworkReply::SslHandshakeFailedError)
        result = refused(PictureText::tr("The certificate of the picture's server was refused."));
    else if (reply->error() == QNetworkReply::OperationCanceledError)
        result = refused(PictureText::tr("The picture is too large, or took too long."));
    else if (reply->error() != QNetworkReply::NoError)
        result = refused(status > 0 ? PictureText::tr("The picture's server says no (HTTP %1).").arg(status)
                                    : PictureText::tr("The picture's server does not answer."));
    else if (bytes.isEmpty() || bytes.size() > limits::pictureBytes)
        result = refused(PictureText::tr("No picture came."));
    end(wish.done, std::move(result));
}

void PictureLoader::end(const Done& done, Result<QByteArray> result)
{
    --m_busy;
    startNext();
    done(std::move(result));
}

} // namespace rangedesk
