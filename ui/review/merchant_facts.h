// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/review_rows.h"
#include "registrations/merchant_information.h"

#include <QStringList>

namespace rangedesk::ui {

/// What a card shows of a registration, as it is read in a worker where it is long.
struct MerchantFacts
{
    MerchantInformation mine;
    MerchantInformation partners; ///< of who may be the same
    QStringList further;          ///< the beginnings of what its other registrations told
    std::size_t furtherCount = 0;
};
MerchantFacts merchantFacts(const ReviewRows& rows, std::uint32_t row);
/// So many bytes are read for that.
std::size_t merchantBytes(const ReviewRows& rows, std::uint32_t row);

/// "Merchant information: 7 fields".
QString merchantTitle(const MerchantInformation& information);
/// The fields as a table. Whatever a merchant wrote is text in it.
QString merchantTable(const MerchantFacts& facts);
/// Two registrations that may be one merchant, side by side.
QString partnerTable(const MerchantFacts& facts, const ReviewRows& rows, std::uint32_t row,
                     ReviewDecision mine, ReviewDecision theirs);
/// All that was told, as it came, in pieces that a text field takes without a pause; lines without an end are
/// broken, and a megabyte is the end. Takes its time: in a worker.
QStringList merchantText(const ReviewRows& rows, std::uint32_t row);
/// With places to break a line in what has none for long, such as an address.
QString breakable(const QString& text);
/// A decision with who and when.
QString decisionSentence(const ReviewMark& mark);

} // namespace rangedesk::ui
