// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/certificate_card.h"

#include "common/bare_copy.h"
#include "common/widgets.h"

#include <QCoreApplication>
#include <QGridLayout>

namespace rangedesk::ui {

namespace {

struct CardText
{
    Q_DECLARE_TR_FUNCTIONS(CertificateCard)
};

struct Fact
{
    QString name;
    QString value;
    bool isFaulty = false;
};

QString dayText(const QDateTime& time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd"));
}

std::vector<Fact> factsIn(const CertificateFacts& facts, const std::vector<CertificateFault>& faults)
{
    const auto has = [&](CertificateFault fault) {
        return std::find(faults.begin(), faults.end(), fault) != faults.end();
    };
    const bool isTime = has(CertificateFault::Expired) || has(CertificateFault::NotYetValid);
    std::vector<Fact> rows{
        {CardText::tr("To connect to"), facts.host},
        {CardText::tr("Belongs to"), facts.owners.join(CardText::tr(", ")), has(CertificateFault::OtherHost)},
        {CardText::tr("Issued by"), facts.issuer,
         has(CertificateFault::UnknownIssuer) || has(CertificateFault::SelfSigned)},
        {CardText::tr("Valid"), CardText::tr("%1 to %2").arg(dayText(facts.from), dayText(facts.until)),
         isTime}};
    if (isTime)
        rows.push_back({CardText::tr("This computer's time"),
                        QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))});
    rows.push_back({CardText::tr("Fingerprint"), facts.fingerprint});
    return rows;
}

} // namespace

CertificateCard::CertificateCard(const CertificateFacts& facts, const std::vector<CertificateFault>& faults,
                                 QWidget* parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("card"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(14, 10, 14, 10);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(1, 1);
    QStringList spoken;
    int row = 0;
    for (const Fact& fact : factsIn(facts, faults)) {
        grid->addWidget(makeLabel(this, fact.name, Type::Caption, "caption"), row, 0, Qt::AlignTop);
        QString shown = fact.value;
        shown.replace(QLatin1Char(':'),
                      QLatin1Char(':') + QString(QChar(breakPlace))); // a fingerprint may be broken anywhere
        QLabel* value = makeParagraph(this, fact.name == CardText::tr("Fingerprint") ? shown : fact.value,
                                      Type::Caption, fact.isFaulty ? "refused" : "");
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        copiesBare(value);
        grid->addWidget(value, row++, 1);
        spoken << fact.name + QStringLiteral(": ") + fact.value;
    }
    setAccessibleName(CardText::tr("Certificate") + QStringLiteral(". ") + spoken.join(QStringLiteral(". ")));
}

QString faultSentences(const CertificateRefusal& refusal)
{
    QStringList sentences;
    for (const CertificateFault fault : refusal.faults)
        sentences << describe(fault, refusal);
    return sentences.join(QLatin1Char(' '));
}

QString factsText(const CertificateFacts& facts)
{
    QStringList lines;
    for (const Fact& fact : factsIn(facts, {}))
        lines << fact.name + QStringLiteral(": ") + fact.value;
    return lines.join(QLatin1Char('\n'));
}

QString certificateText(const CertificateRefusal& refusal)
{
    QStringList lines{
        CardText::tr("The server's certificate is not trusted. %1").arg(faultSentences(refusal))};
    for (const Fact& fact : factsIn(refusal.certificate, refusal.faults))
        lines << fact.name + QStringLiteral(": ") + fact.value;
    return (lines + certificateAdvice(refusal)).join(QLatin1Char('\n'));
}

} // namespace rangedesk::ui
