// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/certificate.h"

#include <QFrame>

namespace rangedesk::ui {

/// The facts of a server's certificate in a table; what is faulty stands out.
class CertificateCard : public QFrame
{
    Q_OBJECT
public:
    /// @param faults none where it was accepted
    CertificateCard(const CertificateFacts& facts, const std::vector<CertificateFault>& faults,
                    QWidget* parent);
};

/// The same as lines of text, with the faults in words, to hand on.
QString certificateText(const CertificateRefusal& refusal);
/// The facts of one that was accepted.
QString factsText(const CertificateFacts& facts);
/// All faults in sentences.
QString faultSentences(const CertificateRefusal& refusal);

} // namespace rangedesk::ui
