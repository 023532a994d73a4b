// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/review_download.h"

#include "core/text.h"

#include <QFileInfo>

namespace rangedesk {

QString reviewKey(const Campaign& campaign)
{
    return ReviewMarks::campaignKey(campaign.sourceCode, campaign.code);
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

bool isRegistered(const ReviewList& list, std::uint32_t row)
{
    return row != noCustomer && (list.at(row).lists & Registered) != 0;
}

/// The registered customers as they are now, and those that are gone since.
ReviewMarks::Download comparedWith(const ReviewMarks::Download& last, const ReviewList& list)
{
    ReviewMarks::Download now;
    now.before = last.at;
    const ReviewChange unseen = last.at.isValid() ? ReviewChange::New : ReviewChange::None;
    for (std::uint32_t row = 0; row < list.size() && isRegistered(list, row); ++row) {
        const ReviewCustomer& customer = list.at(row); // the registered ones stand first
        now.customers.push_back({ReviewList::keyOf(customer), std::string(customer.name),
                                 std::string(customer.code), customer.digest, unseen});
    }
    for (const SeenCustomer& seen : last.customers) {
        const std::uint32_t row = list.find(seen.key);
        if (seen.change == ReviewChange::Gone)
            continue; // told once
        if (!isRegistered(list, row)) {
            now.customers.push_back({seen.key, seen.name, seen.code, seen.digest, ReviewChange::Gone});
            continue;
        }
        SeenCustomer& found = now.customers[row];
        found.change = found.digest == seen.digest ? ReviewChange::None : ReviewChange::Changed;
    }
    return now;
}

/// What was decided on a customer by its code, before the server told the id, holds on under the id.
void renameMarks(ReviewMarks::Marks& marks, const ReviewList& list)
{
    constexpr std::string_view byCode = "code=";
    std::vector<std::pair<std::string, ReviewMark>> renamed;
    for (const auto& [key, mark] : marks) {
        const std::uint32_t row = key.starts_with(byCode) ? list.find(key) : noCustomer;
        if (row == noCustomer)
            continue;
        if (std::string now = ReviewList::keyOf(list.at(row)); now != key && !marks.contains(now))
            renamed.emplace_back(std::move(now), mark);
    }
    for (auto& [key, mark] : renamed)
        marks.emplace(std::move(key), std::move(mark));
}

/// A customer as far as what was kept of it tells.
ReviewCustomer customerOf(const GoneCustomer& gone)
{
    constexpr std::string_view byId = "id=";
    ReviewCustomer customer;
    customer.name = gone.name;
    customer.code = gone.code;
    if (gone.key.starts_with(byId))
        customer.id = std::string_view(gone.key).substr(byId.size());
    return customer;
}

/// Who is gone: still in another list, or a row behind the lists.
void placeGone(ReviewDownload& download)
{
    download.departed.reserve(download.gone.size());
    for (const GoneCustomer& gone : download.gone) {
        const std::uint32_t row = download.list->find(gone.key);
        if (row != noCustomer) {
            download.changes[row] = ReviewChange::Gone;
            continue;
        }
        download.departedRows.emplace(gone.key, static_cast<std::uint32_t>(download.rowCount()));
        download.departed.push_back(customerOf(gone));
    }
}

void tellNews(ReviewDownload& download, const ReviewMarks::Download& last)
{
    download.before = last.before;
    for (const SeenCustomer& seen : last.customers) {
        if (seen.change == ReviewChange::Gone) {
            const auto mark = download.marks.find(seen.key);
            download.gone.push_back(
                {seen.key, seen.name, seen.code, mark == download.marks.end() ? ReviewMark() : mark->second});
            continue;
        }
        const std::uint32_t row = download.list->find(seen.key);
        if (!isRegistered(*download.list, row))
            continue;
        download.changes[row] = seen.change;
        download.added += seen.change == ReviewChange::New ? 1 : 0;
        download.changed += seen.change == ReviewChange::Changed ? 1 : 0;
    }
    placeGone(download);
}

/// Times are a help: where they cannot be read, the review goes on without them.
void takeReports(ReviewDownload& download, ReviewMarks& store)
{
    if (auto reports = store.reports(download.scope, download.campaign))
        download.reports = std::move(*reports);
}

} // namespace

std::string_view ReviewDownload::reportedTime(std::uint32_t row) const
{
    const ReviewCustomer& customer = this->customer(row);
    if (reports.empty() || (customer.lists & Registered) == 0)
        return {};
    auto found = reports.find(ReviewList::keyOf(customer));
    if (found == reports.end() && !customer.code.empty()) // reported by its code
        found = reports.find("code=" + std::string(customer.code));
    return found == reports.end() ? std::string_view() : std::string_view(found->second);
}

std::uint32_t ReviewDownload::find(const std::string& key) const
{
    const std::uint32_t row = list->find(key);
    const auto found = row == noCustomer ? departedRows.find(key) : departedRows.end();
    return found == departedRows.end() ? row : found->second;
}

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
    renameMarks(download.marks, *download.list);
    takeReports(download, *store);
    return download;
}

ReviewDownload openReview(const QString& marksPath, const QString& scope,
                          std::shared_ptr<const ReviewList> list, const QDateTime& at)
{
    ReviewDownload download = begin(scope, std::move(list), at);
    auto store = ReviewMarks::open(marksPath);
    if (!store) {
        download.problem = store.error();
        return download;
    }
    download.setAside = store->setAside();
    auto marks = store->marks(scope, download.campaign);
    auto last = store->lastDownload(scope, download.campaign);
    if (!marks || !last) {
        download.problem = !marks ? marks.error() : last.error();
        return download;
    }
    download.marks = std::move(*marks);
    renameMarks(download.marks, *download.list);
    takeReports(download, *store);
    const bool isKept = last->at.isValid() && at <= last->at;
    if (isKept) {
        tellNews(download, *last);
        return download;
    }
    ReviewMarks::Download now = comparedWith(*last, *download.list);
    now.at = at;
    tellNews(download, now);
    if (auto kept = store->keepDownload(scope, download.campaign, now); !kept)
        download.problem = kept.error();
    return download;
}

} // namespace rangedesk
