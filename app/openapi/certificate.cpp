// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/certificate.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslError>
#include <algorithm>

namespace rangedesk {

namespace {

struct CertificateText
{
    Q_DECLARE_TR_FUNCTIONS(CertificateText)
};

constexpr qsizetype mostBytes = 256LL * 1024;
constexpr qsizetype mostAuthorities = 50;

CertificateFault faultOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return CertificateFault::Expired;
    case QSslError::CertificateNotYetValid:
        return CertificateFault::NotYetValid;
    case QSslError::HostNameMismatch:
        return CertificateFault::OtherHost;
    case QSslError::SelfSignedCertificate:
        return CertificateFault::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return CertificateFault::UnknownIssuer;
    default:
        return CertificateFault::Other;
    }
}

QString dayText(const QDateTime& time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd"));
}

bool has(const CertificateRefusal& refusal, CertificateFault fault)
{
    return std::find(refusal.faults.begin(), refusal.faults.end(), fault) != refusal.faults.end();
}

} // namespace

CertificateFacts factsOf(const QSslCertificate& certificate, const QString& host)
{
    CertificateFacts facts;
    facts.host = host;
    if (certificate.isNull())
        return facts;
    const auto names = certificate.subjectAlternativeNames();
    facts.owners = QStringList(names.values(QSsl::DnsEntry)) + names.values(QSsl::IpAddressEntry);
    std::reverse(facts.owners.begin(), facts.owners.end()); // the map hands out the newest first
    if (facts.owners.isEmpty())
        facts.owners = certificate.subjectInfo(QSslCertificate::CommonName);
    const auto issuerOf = [&](QSslCertificate::SubjectInfo info) {
        return certificate.issuerInfo(info).join(QLatin1Char(' '));
    };
    facts.issuer = issuerOf(QSslCertificate::CommonName);
    if (facts.issuer.isEmpty())
        facts.issuer = issuerOf(QSslCertificate::Organization);
    facts.from = certificate.effectiveDate().toUTC();
    facts.until = certificate.expiryDate().toUTC();
    facts.fingerprint =
        QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
    return facts;
}

CertificateRefusal refusalOf(const QList<QSslError>& errors, const QSslCertificate& certificate,
                             const QString& host)
{
    CertificateRefusal refusal{factsOf(certificate, host), {}, {}};
    for (const QSslError& error : errors) {
        const CertificateFault fault = faultOf(error.error());
        if (fault == CertificateFault::Other)
            refusal.libraryWords +=
                (refusal.libraryWords.isEmpty() ? QString() : QStringLiteral("; ")) + error.errorString();
        if (!has(refusal, fault))
            refusal.faults.push_back(fault);
    }
    std::sort(refusal.faults.begin(), refusal.faults.end());
    // A certificate that signed itself has no other issuer; one of the two says it.
    if (has(refusal, CertificateFault::SelfSigned))
        std::erase(refusal.faults, CertificateFault::UnknownIssuer);
    return refusal;
}

QString describe(CertificateFault fault, const CertificateRefusal& refusal)
{
    const CertificateFacts& facts = refusal.certificate;
    switch (fault) {
    case CertificateFault::Expired:
        return CertificateText::tr("It expired on %1.").arg(dayText(facts.until));
    case CertificateFault::NotYetValid:
        return CertificateText::tr("It is valid from %1 on.").arg(dayText(facts.from));
    case CertificateFault::OtherHost:
        return CertificateText::tr("It belongs to %1, not to %2.")
            .arg(facts.owners.join(CertificateText::tr(", ")), facts.host);
    case CertificateFault::SelfSigned:
        return CertificateText::tr("The server signed it itself; no authority vouches for it.");
    case CertificateFault::UnknownIssuer:
        return CertificateText::tr("This computer does not know its issuer %1.").arg(facts.issuer);
    case CertificateFault::Other:
        break;
    }
    return refusal.libraryWords;
}

QStringList certificateAdvice(const CertificateRefusal& refusal)
{
    QStringList steps;
    const bool isTime =
        has(refusal, CertificateFault::Expired) || has(refusal, CertificateFault::NotYetValid);
    if (isTime)
        steps << CertificateText::tr("Check the clock of this computer.");
    if (has(refusal, CertificateFault::OtherHost))
        steps << CertificateText::tr("Compare the address in the profile with the one in the admin pages.");
    if (has(refusal, CertificateFault::SelfSigned) || has(refusal, CertificateFault::UnknownIssuer))
        steps << CertificateText::tr("Where your company has an authority of its own, add its PEM file to "
                                     "the profile.");
    steps << CertificateText::tr("Send this page to whoever runs the interface; only they can change the "
                                 "certificate.");
    return steps;
}

Result<QList<QSslCertificate>> readAuthorities(const QByteArray& pem)
{
    const auto unusable = [](const QString& why) {
        return fail(ErrorKind::Usage,
                    CertificateText::tr("The file cannot serve as an authority: %1").arg(why),
                    CertificateText::tr("Ask your IT for the certificate of the authority as a PEM file."));
    };
    if (pem.size() > mostBytes)
        return unusable(CertificateText::tr("it is far too large."));
    if (pem.contains("PRIVATE KEY"))
        return unusable(CertificateText::tr("it holds a private key, which must not leave its owner."));
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (certificates.isEmpty())
        return unusable(CertificateText::tr("it holds no certificate."));
    if (certificates.size() > mostAuthorities)
        return unusable(CertificateText::tr("it holds more than %1 certificates.").arg(mostAuthorities));
    for (const QSslCertificate& certificate : certificates) {
        if (certificate.expiryDate() < QDateTime::currentDateTimeUtc())
            return unusable(CertificateText::tr("the certificate of %1 expired on %2.")
                                .arg(certificate.subjectDisplayName(), dayText(certificate.expiryDate())));
    }
    return certificates;
}

} // namespace rangedesk
