// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registrations/review_list.h"
#include "store/review_marks.h"

namespace rangedesk {

/// A registration that was there at the download before, and is not now.
struct GoneCustomer
{
    std::string key;
    std::string name;
    std::string code;
    ReviewMark mark; ///< what was decided on it; may be empty
};

/// A campaign under review: its customers, what was decided on them, and what is new since last time.
struct ReviewDownload
{
    std::shared_ptr<const ReviewList> list;
    QString scope;
    QString campaign;                  ///< the key under which marks are kept
    std::vector<ReviewChange> changes; ///< by row of the list
    std::vector<GoneCustomer> gone;
    std::size_t added = 0;
    std::size_t changed = 0;
    /// Those of the gone that stand in no list any more, as far as they are known; rows behind the list's.
    /// Views into `gone`: a download can be moved, and not copied.
    std::vector<ReviewCustomer> departed;
    std::unordered_map<std::string, std::uint32_t> departedRows; ///< by key
    QDateTime before; ///< the download before, UTC; invalid where there was none
    QDateTime at;     ///< UTC
    ReviewMarks::Marks marks;
    ReviewMarks::Reports reports;
    QString setAside; ///< the file of marks was damaged, and is kept under this name
    /// Why decisions could not be read, or the download not be kept; the list is there all the same.
    std::optional<Error> problem;

    ReviewDownload() = default;
    ReviewDownload(ReviewDownload&&) = default;
    ReviewDownload& operator=(ReviewDownload&&) = default;
    ReviewDownload(const ReviewDownload&) = delete;
    ReviewDownload& operator=(const ReviewDownload&) = delete;
    ~ReviewDownload() = default;

    /// Of the list, and of who has departed.
    std::size_t rowCount() const { return list->size() + departed.size(); }
    const ReviewCustomer& customer(std::uint32_t row) const
    {
        return row < list->size() ? list->at(row) : departed[row - list->size()];
    }
    ReviewChange change(std::uint32_t row) const
    {
        return row < changes.size() ? changes[row] : ReviewChange::Gone;
    }
    /// The row of a key, or noCustomer.
    std::uint32_t find(const std::string& key) const;
    /// When the customer registered, where it was reported from here; empty otherwise.
    std::string_view reportedTime(std::uint32_t row) const;
};

/// The key of a campaign in the store of marks: its external id, else its code.
QString reviewKey(const Campaign& campaign);

/// Brings the decisions, and compares a campaign that was read at some time (UTC) with the download before;
/// then it is the last one. What was kept as the last one already, or is older, is not compared anew: its
/// news are told again. Blocks.
ReviewDownload openReview(const QString& marksPath, const QString& scope,
                          std::shared_ptr<const ReviewList> list, const QDateTime& at);

/// Brings the decisions and compares nothing; the file of marks is only read, and need not be there. Blocks.
Result<ReviewDownload> lookAtReview(const QString& marksPath, const QString& scope,
                                    std::shared_ptr<const ReviewList> list, const QDateTime& at);

} // namespace rangedesk
