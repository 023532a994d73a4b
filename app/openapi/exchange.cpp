// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/exchange.h"

#include "openapi/limits.h"

#include <QCoreApplication>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace rangedesk {

namespace {

QNetworkRequest requestFor(const QUrl& url, std::size_t length, std::int64_t replyLimit,
                           const QSslConfiguration* tls)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::ContentLengthHeader, static_cast<qint64>(length));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("RangeDesk/" RANGEDESK_VERSION));
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // A redirect would carry the signature to another place.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setDecompressedSafetyCheckThreshold(replyLimit);
    if (tls != nullptr)
        request.setSslConfiguration(*tls);
    return request;
}

/// RFC 9110: "Sun, 06 Nov 1994 08:49:37 GMT".
QDateTime httpDate(const QByteArray& text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::seconds> retryAfterOf(const QNetworkReply& reply)
{
    const QByteArray value = reply.rawHeader("Retry-After").trimmed();
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (isNumber)
        return std::chrono::seconds(std::clamp(seconds, 0, 3600));
    const QDateTime until = httpDate(value);
    if (!until.isValid())
        return std::nullopt;
    return std::chrono::seconds(std::clamp<qint64>(QDateTime::currentDateTimeUtc().secsTo(until), 0, 3600));
}

bool isHopeless(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::SslHandshakeFailedError || error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::ProtocolUnknownError ||
           error == QNetworkReply::ProxyAuthenticationRequiredError;
}

} // namespace

Exchange::Exchange(QNetworkAccessManager& manager, const QUrl& url, std::string body,
                   const ConnectionSettings& settings, const QSslConfiguration* tls, QObject* parent)
    : QObject(parent), m_replyLimit(settings.replyBytes), m_firstByteTimeout(settings.firstByteTimeout),
      m_hasProxy(settings.proxy.kind == ProxyKind::Manual)
{
    const std::size_t length = body.size();
    m_upload = std::make_unique<UploadDevice>(std::move(body));
    m_reply = manager.post(requestFor(url, length, m_replyLimit, tls), m_upload.get());
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::onSslErrors);
    connect(m_reply, &QNetworkReply::encrypted, this, [this] {
        Q_EMIT certificateSeen(factsOf(m_reply->sslConfiguration().peerCertificate(), m_reply->url().host()));
    });
    connect(m_reply, &QNetworkReply::requestSent, this, &Exchange::onRequestSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::onReadyRead);
    // Queued: a reply that fails at once must not finish within this constructor.
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished, Qt::QueuedConnection);
    for (QTimer* timer : {&m_phaseTimer, &m_wholeTimer})
        timer->setSingleShot(true);
    connect(&m_phaseTimer, &QTimer::timeout, this, [this] {
        expire(m_upload->wasRead() ? tr("The server did not begin to answer in time.")
                                   : tr("The server did not accept the connection in time."));
    });
    connect(&m_wholeTimer, &QTimer::timeout, this,
            [this] { expire(tr("The server did not finish its answer in time.")); });
    m_phaseTimer.start(settings.connectTimeout);
    m_wholeTimer.start(settings.wholeTimeout);
}

Exchange::~Exchange() = default;

void Exchange::abort()
{
    m_cancelled = true;
    m_reply->abort();
}

/// Only remembered: nobody tells the reply to go on, so it ends.
void Exchange::onSslErrors(const QList<QSslError>& errors)
{
    QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (certificate.isNull() && !errors.isEmpty())
        certificate = errors.constFirst().certificate();
    m_refusedCertificate =
        std::make_shared<const CertificateRefusal>(refusalOf(errors, certificate, m_reply->url().host()));
}

void Exchange::onRequestSent()
{
    m_phaseTimer.start(m_firstByteTimeout);
}

void Exchange::onHeaders()
{
    m_phaseTimer.stop();
    // What arrives faster than it is taken waits at the server, and not in a buffer without a bound.
    m_reply->setReadBufferSize(limits::readAheadBytes);
    // Growing by doubling would hold a large reply twice. The length is the server's word: a small bound.
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    m_body.reserve(static_cast<std::size_t>(
        std::clamp<qint64>(length, 0, std::min<qint64>(m_replyLimit, limits::mostReservedBytes))));
    const QDateTime serverTime = httpDate(m_reply->rawHeader("Date"));
    if (serverTime.isValid())
        Q_EMIT serverTimeSeen(serverTime);
}

void Exchange::onReadyRead()
{
    while (m_reply->bytesAvailable() > 0) {
        const std::int64_t room = m_replyLimit - static_cast<std::int64_t>(m_body.size());
        if (room <= 0) {
            expire(tr("The answer is larger than the limit of %1.")
                       .arg(QLocale().formattedDataSize(m_replyLimit)));
            return;
        }
        const std::size_t before = m_body.size();
        const std::int64_t count = std::min<std::int64_t>(m_reply->bytesAvailable(), room);
        m_body.resize(before + static_cast<std::size_t>(count));
        const qint64 got = m_reply->read(m_body.data() + before, count);
        m_body.resize(before + static_cast<std::size_t>(std::max<qint64>(got, 0)));
        if (got <= 0)
            return;
    }
}

void Exchange::expire(const QString& problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
    m_reply->abort();
}

QString Exchange::problemText() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        return m_hasProxy ? tr("The name of the server or of the proxy was not found.")
                          : tr("The server name was not found.");
    case QNetworkReply::ConnectionRefusedError:
        return tr("The server refused the connection.");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
        return tr("The proxy refused the connection.");
    case QNetworkReply::ProxyNotFoundError:
        return tr("The name of the proxy was not found.");
    case QNetworkReply::ProxyTimeoutError:
        return tr("The proxy did not answer in time.");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return tr("The proxy wants another user or password.");
    case QNetworkReply::SslHandshakeFailedError:
        if (m_refusedCertificate && !m_refusedCertificate->faults.empty())
            return tr("The server's certificate is not trusted. %1")
                .arg(describe(m_refusedCertificate->faults.front(), *m_refusedCertificate));
        return tr("The secure connection was refused (certificate or TLS version): %1")
            .arg(m_reply->errorString());
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return tr("The connection was closed before the answer.");
    case QNetworkReply::OperationCanceledError:
        return tr("Cancelled.");
    default: {
        const QString words = m_reply->errorString();
        // An address would hold the signature.
        if (words.isEmpty() || words.contains(QLatin1String("://")))
            return tr("The network reported error %1.").arg(static_cast<int>(m_reply->error()));
        return words.contains(QLatin1String("proxy"), Qt::CaseInsensitive)
                   ? tr("The proxy could not be used (%1). Check its address, user and password.").arg(words)
                   : tr("The network reported: %1.").arg(words);
    }
    }
}

void Exchange::onFinished()
{
    if (m_done)
        return;
    m_done = true;
    m_phaseTimer.stop();
    m_wholeTimer.stop();
    m_delivery.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    // Errors from 201 on describe an HTTP status: the reply itself is complete.
    const bool complete = error == QNetworkReply::NoError ||
                          (error >= QNetworkReply::ContentAccessDenied && m_delivery.httpStatus >= 400 &&
                           error != QNetworkReply::ContentReSendError);
    if (complete && m_problem.isEmpty()) {
        onReadyRead();
    }
    if (complete && m_problem.isEmpty()) {
        m_delivery.kind = Delivery::Kind::Replied;
        m_delivery.body = std::move(m_body);
        m_delivery.retryAfter = retryAfterOf(*m_reply);
    } else {
        m_delivery.kind = m_upload->wasRead() ? Delivery::Kind::Lost : Delivery::Kind::NeverLeft;
        m_delivery.problem = problemText();
        m_delivery.hopeless = isHopeless(error);
        m_delivery.tlsRefused = error == QNetworkReply::SslHandshakeFailedError;
        m_delivery.nameNotFound = error == QNetworkReply::HostNotFoundError;
        m_delivery.refusedCertificate = m_delivery.tlsRefused ? m_refusedCertificate : nullptr;
        m_delivery.cancelled = m_cancelled;
    }
    Q_EMIT finished();
}

} // namespace rangedesk
