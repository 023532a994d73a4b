// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QList>
#include <QStringList>
#include <vector>

class QSslCertificate;
class QSslError;

namespace rangedesk {

/// A server's certificate as people read it.
struct CertificateFacts
{
    QString host;       ///< that was to be reached
    QStringList owners; ///< names that it is valid for, else its common name
    QString issuer;
    QDateTime from; ///< UTC
    QDateTime until;
    QString fingerprint; ///< SHA-256, pairs of digits with colons
};

enum class CertificateFault : std::uint8_t {
    Expired,
    NotYetValid,
    OtherHost,
    SelfSigned,
    UnknownIssuer,
    Other, ///< in the words of the TLS library
};

/// Why a certificate was refused; there is no way round it.
struct CertificateRefusal
{
    CertificateFacts certificate;
    std::vector<CertificateFault> faults; ///< each once, the ones that people can act on first
    QString libraryWords;                 ///< of the faults that are Other
};

CertificateFacts factsOf(const QSslCertificate& certificate, const QString& host);
CertificateRefusal refusalOf(const QList<QSslError>& errors, const QSslCertificate& certificate,
                             const QString& host);
/// One sentence: "It expired on 2026-11-19."
QString describe(CertificateFault fault, const CertificateRefusal& refusal);
/// What can be done about a refused certificate, one step a line.
QStringList certificateAdvice(const CertificateRefusal& refusal);

/// The certificates of a PEM text that a company trusts besides those of the computer. Usage where it holds
/// none, a private key, one that has ended, or far too many.
Result<QList<QSslCertificate>> readAuthorities(const QByteArray& pem);

} // namespace rangedesk
