// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch_reader.h"

namespace rangedesk {

/// Reads rules into a snapshot: everything by pages, what changed since a moment by windows, or single
/// customers. Pages have no total (api.md 15): a stream ends with a page shorter than asked for.
class RuleReader final : public BatchReader
{
public:
    /// @param onRead called after each page, in the calling thread
    RuleReader(Connection& connection, ChangeKind kind, ReadControl control, std::function<void()> onRead);

    /// A pass for the preview: the cheaper of paging through all and asking for each customer.
    Result<void> readForPreview(Snapshot& snapshot, const Batch& batch) override;
    /// A pass that shows the targets as they are now: by the windows of creation and modification since
    /// @p since (the server's time), completely where a target is still missing (decisions 21).
    /// @param oneByOne ask for each customer, whatever the windows would show
    Result<void> readBack(Snapshot& snapshot, const std::vector<const Target*>& targets,
                          const QDateTime& since, bool oneByOne) override;

    /// A pass that shows everything there is now, or of customers these.
    Result<void> readNow(Snapshot& snapshot, const std::vector<CustomerSelector>& customers) override;

    /// Every rule there is, or those created or changed since a moment of the server's time, for lists. A
    /// rule may come several times, the newest last. @p onPage gets each page as it comes.
    Result<void> readList(const std::optional<QDateTime>& since, const std::function<void(RuleList)>& onPage);

    /// The rules of these customers, each asked for. @returns those whom the server would not show
    Result<std::vector<CustomerSelector>>
    readListOf(const std::vector<CustomerSelector>& customers,
               const std::function<void(RuleList, const CustomerSelector&)>& onPage);

private:
    struct Stream;
    /// Takes a page and the customer that was asked for.
    using PageSink = std::function<void(RuleList, const std::optional<CustomerSelector>&)>;

    Result<void> readStreams(const PageSink& sink, std::vector<Stream>& streams);
    Result<void> readStreams(Snapshot& snapshot, std::vector<Stream>& streams);
    /// @returns false where it was given up: refused, without customers, or after @p mostPages.
    Result<bool> readEverything(Snapshot& snapshot, int mostPages);
    Result<std::size_t> countChanged(Snapshot& snapshot, const QDateTime& started);
    static std::vector<Stream> streamsOf(const std::vector<CustomerSelector>& customers);
    static std::vector<Stream> windowsSince(const QDateTime& since);
    Result<void> readSince(Snapshot& snapshot, const QDateTime& since);
    Result<void> readCustomers(Snapshot& snapshot, const std::vector<CustomerSelector>& customers);

    Connection& m_connection;
    ChangeKind m_kind;
    ReadControl m_control;
    std::function<void()> m_onRead;
    bool m_canReadAll = true; ///< of operation 6, until the server shows otherwise
};

} // namespace rangedesk
