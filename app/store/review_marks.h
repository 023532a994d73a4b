// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QDateTime>
#include <string>
#include <unordered_map>
#include <vector>

namespace rangedesk {

/// What a clerk decided on a registration. Kept on this computer only: no operation takes it.
enum class ReviewDecision : std::uint8_t { None, Approved, Flagged, Rejected, Count };

struct ReviewMark
{
    ReviewDecision decision = ReviewDecision::None;
    QString note;             ///< a person's words, the reason as well
    QString by;               ///< who decided, as the computer knows them
    QDateTime at;             ///< UTC
    std::uint32_t digest = 0; ///< of the merchant information that was decided on

    bool isEmpty() const { return decision == ReviewDecision::None && note.isEmpty(); }
    bool operator==(const ReviewMark&) const = default;
};

/// What became of a registration from one download to the next.
enum class ReviewChange : std::uint8_t { None, New, Changed, Gone, Count };

/// A registered customer as the last download saw it; with those that were gone by then.
struct SeenCustomer
{
    std::string key;
    std::string name;
    std::string code;
    std::uint32_t digest = 0;
    ReviewChange change = ReviewChange::None; ///< since the one before
};

/// The decisions on registrations, and what the last download held, for each campaign of a server and
/// company. One SQLite file of its own (decisions 25); use it in the thread that opened it.
class ReviewMarks
{
public:
    static Result<ReviewMarks> open(const QString& path);
    /// For looking only: no migration, nothing is set aside.
    static Result<ReviewMarks> openForReading(const QString& path);
    /// Where a damaged file was set aside on opening; empty otherwise.
    QString setAside() const { return m_database.setAside(); }

    /// Under what a campaign's marks are kept: its external id, else its code.
    static QString campaignKey(std::string_view sourceCode, std::string_view code);

    using Marks = std::unordered_map<std::string, ReviewMark>; ///< by customer
    using Change = std::pair<std::string, ReviewMark>;
    /// @param scope the server and company; @param campaign its key
    Result<Marks> marks(const QString& scope, const QString& campaign);
    /// All of them or none. An empty mark takes one away; every change also stays in the history.
    Result<void> put(const QString& scope, const QString& campaign, const std::vector<Change>& changes);
    /// All marks that a customer has had, the oldest first.
    Result<std::vector<ReviewMark>> history(const QString& scope, const QString& campaign,
                                            const std::string& customer);

    /// When a customer registered, as this computer reported it: by customer, in the vendor's form. The
    /// server does not tell it.
    using Reports = std::unordered_map<std::string, std::string>;
    Result<void> keepReports(const QString& scope, const QString& campaign, const Reports& reports);
    Result<Reports> reports(const QString& scope, const QString& campaign);

    struct Download
    {
        QDateTime at;     ///< UTC; invalid: there was none
        QDateTime before; ///< the one before it, UTC
        std::vector<SeenCustomer> customers;
    };
    Result<Download> lastDownload(const QString& scope, const QString& campaign);
    Result<void> keepDownload(const QString& scope, const QString& campaign, const Download& download);

private:
    explicit ReviewMarks(Database database) : m_database(std::move(database)) {}

    Database m_database;
};

} // namespace rangedesk
