// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registrations/customer_attributes.h"
#include "registrations/review_download.h"

namespace rangedesk {

QString decisionWord(ReviewDecision decision);
QString changeWord(ReviewChange change);
/// "covered, notified, registered", or what of it holds, in words.
QString listsWord(std::uint8_t lists);
/// Why two registrations may be one merchant: "the same telephone, nearly the same name".
QString likenessWord(std::uint8_t likeness);

/// Writes the registered customers with their decisions: as a workbook a summary with the funnel and a sheet
/// for each decision, as CSV one table. Ids are text. @param shown those to write, such as those that a
/// filter shows; who is not registered is left out; @param marks by row; @param facts what the catalogue
/// knows of the customers, nullptr where that is nothing. Storage where the file cannot be written.
Result<void> exportReview(const QString& path, const ReviewDownload& download,
                          const std::vector<std::uint32_t>& shown, const ReviewMarks::Marks& marks,
                          const CustomerAttributes* facts = nullptr);

} // namespace rangedesk
