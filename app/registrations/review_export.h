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

/// Writes customers with their decisions: as a workbook a summary with the funnel and a sheet for each
/// decision, with one more for who is gone and one for who is not registered where there are such; as CSV one
/// table, the gone at its end. Ids are text. @param shown rows of the download, such as those that a filter
/// shows; @param marks by customer; @param facts what the catalogue knows of the customers, nullptr where
/// that is nothing. Storage where the file cannot be written.
Result<void> exportReview(const QString& path, const ReviewDownload& download,
                          const std::vector<std::uint32_t>& shown, const ReviewMarks::Marks& marks,
                          const CustomerAttributes* facts = nullptr);

} // namespace rangedesk
