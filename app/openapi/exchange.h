// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/certificate.h"
#include "openapi/settings.h"
#include "openapi/upload_device.h"

#include <QDateTime>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <optional>

class QNetworkAccessManager;
class QSslConfiguration;

namespace rangedesk {

/// What the transport knows of one request when it is over.
struct Delivery
{
    enum class Kind : unsigned char {
        Replied,   ///< a complete HTTP reply, whatever its status
        NeverLeft, ///< no byte of the body was taken: certainly not applied
        Lost,      ///< after the first byte, without a complete reply: unknown
    };
    Kind kind = Kind::NeverLeft;
    /// Trying again cannot help: TLS was refused, the host name does not exist.
    bool hopeless = false;
    bool cancelled = false;
    /// The server was found, and TLS with it was refused.
    bool tlsRefused = false;
    std::shared_ptr<const CertificateRefusal> refusedCertificate;
    /// The server's name was not found: the network may be gone.
    bool nameNotFound = false;
    /// The write lock kept it in the process.
    bool writeLocked = false;
    int httpStatus = 0;
    std::string body;
    std::optional<std::chrono::seconds> retryAfter;
    QString problem; ///< translated, for Lost and NeverLeft; never an URL
};

/// One HTTP POST, sent at most once, with its time-outs and the bound on the reply. Lives in the
/// connection's thread; emits `finished` exactly once, never from within its constructor.
class Exchange : public QObject
{
    Q_OBJECT
public:
    /// @param tls for https; nullptr: a loopback server alone need not load OpenSSL
    Exchange(QNetworkAccessManager& manager, const QUrl& url, std::string body,
             const ConnectionSettings& settings, const QSslConfiguration* tls, QObject* parent);
    ~Exchange() override;

    void abort();

    /// How it ended, once, after `finished`. Moved: a reply can have 50 MB.
    [[nodiscard]] Delivery takeDelivery() { return std::move(m_delivery); }

Q_SIGNALS:
    void finished();
    /// The server's clock, from the Date header.
    void serverTimeSeen(const QDateTime& serverTime);
    /// A secure connection was made for this request.
    void certificateSeen(const rangedesk::CertificateFacts& certificate);

private:
    void onSslErrors(const QList<QSslError>& errors);
    void onRequestSent();
    void onHeaders();
    void onReadyRead();
    void onFinished();
    void expire(const QString& problem);
    QString problemText() const;

    std::unique_ptr<UploadDevice> m_upload;
    QNetworkReply* m_reply = nullptr;
    QTimer m_phaseTimer;
    QTimer m_wholeTimer;
    std::string m_body;
    Delivery m_delivery;
    std::int64_t m_replyLimit;
    std::chrono::milliseconds m_firstByteTimeout;
    QString m_problem;
    bool m_hasProxy;
    std::shared_ptr<const CertificateRefusal> m_refusedCertificate;
    bool m_cancelled = false;
    bool m_done = false;
};

} // namespace rangedesk
