// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/list_reader.h"
#include "store/reading_file.h"

#include <QObject>
#include <QThreadPool>

namespace rangedesk {

using EnabledDimensions = std::optional<std::set<Dimension>>;

/// When a list was read.
struct ReadingMoment
{
    QDateTime startedAt; ///< the server's time from which the next reading asks
    QDateTime readAt;    ///< this computer's
};

/// A list as it was read last, by this run of the program or an earlier one.
template <typename T> struct KeptReading
{
    std::vector<ListItem<T>> items;
    ReadingMoment moment;
    EnabledDimensions enabled; ///< at that time; nothing where it is not known
};

// Both block: call them in a worker. Nothing where the list was never read.
Result<std::optional<KeptReading<SaleRule>>> loadKeptRules(const QString& path, const QString& scope,
                                                           bool ofCustomers);
Result<std::optional<KeptReading<Campaign>>> loadKeptCampaigns(const QString& path, const QString& scope);

/// Rules as they are now: what was kept, and what changed since.
struct LatestRules
{
    bool ofCustomers = false;
    std::optional<QDateTime> since = {}; ///< of what was kept; nothing: the news are all there is
    std::vector<ListItem<SaleRule>> kept = {};
    EnabledDimensions enabled = {}; ///< when that was kept; nothing: not known
    ListReading<SaleRule> news = {};
    std::optional<Error> problem = {}; ///< of reading the news; what was kept is there all the same
};
/// Blocks. What was kept and is damaged counts as never read.
LatestRules readLatestRules(Connection& connection, const QString& path, const QString& scope,
                            bool ofCustomers, ReadingProgress& progress);

/// Keeps the lists that are read from the server on disk, so that they are there at the next start. Lives in
/// the window's thread; the work is done in a thread of its own, one piece after the other.
class ReadingKeeper : public QObject
{
    Q_OBJECT
public:
    explicit ReadingKeeper(QObject* parent = nullptr);
    ~ReadingKeeper() override; ///< waits: what was read is kept

    /// @param scope the server and company
    void open(const QString& path, const QString& scope);
    /// @param since from when the changes were asked for; nothing: everything was read
    void keepRules(bool ofCustomers, std::vector<ListItem<SaleRule>> rules, const QDateTime& startedAt,
                   const EnabledDimensions& enabled, const std::optional<QDateTime>& since);
    void keepCampaigns(std::vector<ListItem<Campaign>> campaigns, const QDateTime& startedAt,
                       const std::optional<ReadingFile::Continued>& continued);

    /// Where the lists are kept, and under what; empty until it is open.
    QString path() const { return m_path; }
    QString scope() const { return m_scope; }
    /// For loading behind what is still to be kept.
    QThreadPool& pool() { return m_pool; }

Q_SIGNALS:
    /// What was read could not be kept: it is known until the program ends.
    void failed(const rangedesk::Error& error);

private:
    void keep(ReadList list, std::size_t count, std::function<ReadingFile::Record(std::size_t)> record,
              const ReadingFile::Moment& moment, const std::optional<ReadingFile::Continued>& continued);

    QString m_path;
    QString m_scope;
    QThreadPool m_pool; ///< of one thread
};

} // namespace rangedesk
