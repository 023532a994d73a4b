// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/review_download.h"

#include "core/text.h"

#include <QFileInfo>

namespace rangedesk {

QString reviewKey(const Campaign& campaign)
{
    return campaign.sourceCode.empty() ? QStringLiteral("code=") + toQString(campaign.code)
                                       : QStringLiteral("source=") + toQString(campaign.sourceCode);
}

namespace {

ReviewDownload begin(const QString& scope, std::shared_ptr<const ReviewList> list, const QDateTime& at)
{
    ReviewDownload download;
    download.scope = scope;
    download.campaign = reviewKey(list->campaign());
    download.at = at;
    download.changes.resize(list->size(), ReviewChange::None);
    download.list = std::move(list);
    return download;
}

} // namespace

Result<ReviewDownload> lookAtReview(const QString& marksPath, const QString& scope,
                                    std::shared_ptr<const ReviewList> list, const QDateTime& at)
{
    ReviewDownload download = begin(scope, std::move(list), at);
    if (!QFileInfo::exists(marksPath))
        return download;
    auto store = ReviewMarks::openForReading(marksPath);
    if (!store)
        return tl::unexpected(store.error());
    auto marks = store->marks(scope, download.campaign);
    if (!marks)
        return tl::unexpected(marks.error());
    download.marks = std::move(*marks);
    return download;
}

Result<ReviewDownload> openReview(const QString& marksPath, const QString& scope,
                                  std::shared_ptr<const ReviewList> shown, const QDateTime& at)
{
    ReviewDownload download = begin(scope, std::move(shown), at);
    const std::shared_ptr<const ReviewList>& list = download.list;
    auto store = ReviewMarks::open(marksPath);
    if (!store)
        return tl::unexpected(store.error());
    download.setAside = store->setAside();
    auto marks = store->marks(scope, download.campaign);
    if (!marks)
        return tl::unexpected(marks.error());
    download.marks = std::move(*marks);
    const auto last = store->lastDownload(scope, download.campaign);
    if (!last)
        return tl::unexpected(last.error());
    download.before = last->at;
    ReviewMarks::Download now;
    now.at = at;
    if (last->at.isValid()) {
        for (std::uint32_t row = 0; row < list->size(); ++row) {
            if ((list->at(row).lists & Registered) != 0)
                download.changes[row] = ReviewChange::New; // until it is found below
        }
    }
    for (const SeenCustomer& seen : last->customers) {
        const std::uint32_t row = list->find(seen.key);
        if (row == noCustomer || (list->at(row).lists & Registered) == 0) {
            const auto mark = download.marks.find(seen.key);
            download.gone.push_back(
                {seen.key, seen.name, seen.code, mark == download.marks.end() ? ReviewMark() : mark->second});
            continue;
        }
        download.changes[row] =
            list->at(row).digest == seen.digest ? ReviewChange::None : ReviewChange::Changed;
    }
    for (const ReviewChange change : download.changes) {
        download.added += change == ReviewChange::New ? 1 : 0;
        download.changed += change == ReviewChange::Changed ? 1 : 0;
    }
    for (std::uint32_t row = 0; row < list->size(); ++row) {
        const ReviewCustomer& customer = list->at(row);
        if ((customer.lists & Registered) == 0)
            break; // the registered ones stand first
        now.customers.push_back({ReviewList::keyOf(customer), std::string(customer.name),
                                 std::string(customer.code), customer.digest});
    }
    if (auto kept = store->keepDownload(scope, download.campaign, now); !kept)
        return tl::unexpected(kept.error());
    return download;
}

} // namespace rangedesk
