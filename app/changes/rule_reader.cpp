// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/rule_reader.h"

#include "core/rule_key.h"
#include "core/text.h"
#include "core/vendor_time.h"
#include "openapi/decode.h"

#include <QCoreApplication>
#include <limits>
#include <unordered_set>

namespace rangedesk {

namespace {

constexpr int pageLength = 1000; ///< the most the server gives
/// Up to so many customers are asked one by one without trying to page through all first.
constexpr std::size_t fewCustomers = 10;
/// Full pages in a row that bring no new rule: the server repeats itself.
constexpr int mostRepeatedPages = 2;
/// Rules that were changed while the pages were read may have moved between them.
constexpr int overlapSeconds = 5;
/// How often everything is read again because something changed meanwhile.
constexpr int mostPagings = 3;

struct RuleReaderText
{
    Q_DECLARE_TR_FUNCTIONS(RuleReaderText)
};

/// The customers of the rows that are in order: a faulty name is not asked for.
std::vector<CustomerSelector> typedCustomers(const Batch& batch)
{
    std::vector<bool> isUsed(batch.targets.size(), false);
    for (const Row& row : batch.rows) {
        if (row.state == RowState::Checked)
            isUsed[row.target] = true;
    }
    std::vector<CustomerSelector> customers;
    for (std::size_t i = 0; i < batch.targets.size(); ++i) {
        const std::vector<TypedCell>& cells = batch.targets[i].cells;
        if (isUsed[i] && !cells.empty())
            customers.push_back({cells.front().by, cells.front().value});
    }
    return customers;
}

/// The server refuses to show one customer: that customer cannot be compared, the others can.
bool isOfOneCustomer(const Error& error, const RuleQuery& query)
{
    const std::string words = toUtf8(error.serverWords);
    return query.customer && error.kind == ErrorKind::Refused && !speaksOfCredentials(words) &&
           !speaksOfThrottling(words);
}

} // namespace

/// One series of pages.
struct RuleReader::Stream
{
    RuleQuery query;
    int mostPages = std::numeric_limits<int>::max();
    int nextPage = 1;
    int repeatedPages = 0;
    std::unordered_set<std::string> met; ///< rules of this series, with the customer
    bool wasRefused = false;             ///< the server would not show this customer
    int open = 0;                        ///< pages asked for and not yet there
    bool firstDone = false;
    bool ended = false;
    bool gaveUp = false;
};

RuleReader::RuleReader(Connection& connection, ChangeKind kind, ReadControl control,
                       std::function<void()> onRead)
    : m_connection(connection), m_kind(kind), m_control(std::move(control)), m_onRead(std::move(onRead))
{}

Result<void> RuleReader::readStreams(Snapshot& snapshot, std::vector<Stream>& streams)
{
    return readStreams(
        [&](RuleList page, const std::optional<CustomerSelector>& asked) {
            snapshot.add(std::move(page), asked);
        },
        streams);
}

Result<void> RuleReader::readList(const std::optional<QDateTime>& since,
                                  const std::function<void(RuleList)>& onPage)
{
    const PageSink sink = [&](RuleList page, const std::optional<CustomerSelector>&) {
        onPage(std::move(page));
    };
    for (int round = 0; round < mostPagings; ++round) {
        const QDateTime started = m_connection.serverNow().addSecs(-overlapSeconds);
        std::vector<Stream> streams = since ? windowsSince(*since) : std::vector<Stream>(1);
        for (Stream& stream : streams)
            stream.query.pageLength = pageLength;
        if (auto done = readStreams(sink, streams); !done)
            return done;
        if (std::all_of(streams.begin(), streams.end(), [](const Stream& one) { return one.nextPage <= 2; }))
            return {};
        // Several pages: rules that were changed meanwhile lie in the windows since then. Another, that
        // nobody changed, may have slipped from a page not yet read to one that was: then all is read again.
        std::vector<Stream> moved = windowsSince(started);
        if (auto done = readStreams(sink, moved); !done)
            return done;
        if (moved[0].met.empty() && moved[1].met.empty())
            return {};
    }
    return {};
}

Result<void> RuleReader::readStreams(const PageSink& sink, std::vector<Stream>& streams)
{
    const Operation operation = readOperation(m_kind);
    std::vector<std::size_t> streamOf; // by index of the read
    std::size_t first = 0;             // streams before this one have ended
    std::optional<Error> badQuery;
    const auto next = [&]() -> std::optional<ReadRequest> {
        while (first < streams.size() && streams[first].ended)
            ++first;
        for (std::size_t i = first; i < streams.size(); ++i) {
            Stream& stream = streams[i];
            // The second page and those after it are asked for together, once the first was full.
            if (stream.ended || (!stream.firstDone && stream.open > 0))
                continue;
            if (stream.nextPage > stream.mostPages) {
                stream.gaveUp = stream.ended = true;
                continue;
            }
            stream.query.pageNumber = stream.nextPage;
            auto request = readRequest(toWire(operation, stream.query));
            if (!request) {
                badQuery = request.error();
                return std::nullopt;
            }
            ++stream.nextPage;
            ++stream.open;
            streamOf.push_back(i);
            return std::move(*request);
        }
        return std::nullopt;
    };
    const auto take = [&](std::size_t index, std::string body, const std::string& msgId) -> Result<void> {
        Stream& stream = streams[streamOf[index]];
        auto page = decodeRules(operation, std::move(body), msgId);
        if (!page && isOfOneCustomer(page.error(), stream.query)) {
            stream.ended = stream.wasRefused = true;
            return {};
        }
        if (!page)
            return tl::unexpected(page.error());
        const std::size_t count = page->items.size();
        bool isFresh = false;
        for (const SaleRule& rule : page->items) {
            isFresh = stream.met.insert(ruleKey(rule)).second || isFresh;
        }
        sink(std::move(*page), stream.query.customer);
        stream.firstDone = true;
        --stream.open;
        stream.repeatedPages = isFresh ? 0 : stream.repeatedPages + 1;
        stream.ended = stream.ended || count < static_cast<std::size_t>(stream.query.pageLength);
        if (!stream.ended && stream.repeatedPages >= mostRepeatedPages)
            return tl::unexpected(
                malformed(operation, RuleReaderText::tr("the server repeats its pages without an end."), {}));
        if (m_onRead)
            m_onRead();
        return {};
    };
    auto done = rangedesk::readAll(m_connection, m_control, next, take);
    if (badQuery)
        return tl::unexpected(*badQuery);
    return done;
}

/// @returns how many rules were created or changed since @p started.
Result<std::size_t> RuleReader::countChanged(Snapshot& snapshot, const QDateTime& started)
{
    std::vector<Stream> windows = windowsSince(started);
    if (auto done = readStreams(snapshot, windows); !done)
        return tl::unexpected(done.error());
    return windows[0].met.size() + windows[1].met.size();
}

Result<bool> RuleReader::readEverything(Snapshot& snapshot, int mostPages)
{
    for (int round = 0; round < mostPagings; ++round) {
        std::vector<Stream> streams(1);
        streams[0].query.pageLength = pageLength;
        streams[0].mostPages = mostPages;
        const QDateTime started = m_connection.serverNow().addSecs(-overlapSeconds);
        if (auto done = readStreams(snapshot, streams); !done) {
            const Error& error = done.error();
            const bool needsCustomer = m_kind == ChangeKind::CustomerProducts &&
                                       error.kind == ErrorKind::Refused &&
                                       !speaksOfCredentials(toUtf8(error.serverWords));
            if (!needsCustomer)
                return tl::unexpected(error);
            return false;
        }
        if (streams[0].gaveUp || snapshot.lacksCustomers())
            return false;
        // Several pages: where something changed meanwhile, a rule may have slipped from a page not yet
        // read to one that was. Then all is read again.
        if (streams[0].nextPage <= 2)
            break;
        auto changed = countChanged(snapshot, started);
        if (!changed)
            return tl::unexpected(changed.error());
        if (*changed == 0)
            break;
    }
    snapshot.completePass();
    return true;
}

std::vector<RuleReader::Stream> RuleReader::windowsSince(const QDateTime& since)
{
    std::vector<Stream> streams(2);
    for (Stream& stream : streams)
        stream.query.pageLength = pageLength;
    streams[0].query.startCreateDate = vendorDateTime(since);
    streams[1].query.startModifyDate = vendorDateTime(since);
    return streams;
}

Result<void> RuleReader::readSince(Snapshot& snapshot, const QDateTime& since)
{
    std::vector<Stream> streams = windowsSince(since);
    return readStreams(snapshot, streams);
}

std::vector<RuleReader::Stream> RuleReader::streamsOf(const std::vector<CustomerSelector>& customers)
{
    std::vector<Stream> streams(customers.size());
    for (std::size_t i = 0; i < customers.size(); ++i) {
        streams[i].query.pageLength = pageLength;
        streams[i].query.customer = customers[i];
    }
    return streams;
}

Result<std::vector<CustomerSelector>>
RuleReader::readListOf(const std::vector<CustomerSelector>& customers,
                       const std::function<void(RuleList, const CustomerSelector&)>& onPage)
{
    std::vector<Stream> streams = streamsOf(customers);
    const PageSink sink = [&](RuleList page, const std::optional<CustomerSelector>& asked) {
        onPage(std::move(page), *asked);
    };
    if (auto done = readStreams(sink, streams); !done)
        return tl::unexpected(done.error());
    std::vector<CustomerSelector> refused;
    for (const Stream& stream : streams) {
        if (stream.wasRefused)
            refused.push_back(*stream.query.customer);
    }
    return refused;
}

Result<void> RuleReader::readCustomers(Snapshot& snapshot, const std::vector<CustomerSelector>& customers)
{
    std::vector<Stream> streams = streamsOf(customers);
    if (auto done = readStreams(snapshot, streams); !done)
        return done;
    for (const Stream& stream : streams) {
        if (!stream.wasRefused)
            snapshot.completeCustomer(*stream.query.customer);
    }
    return {};
}

Result<void> RuleReader::readForPreview(Snapshot& snapshot, const Batch& batch)
{
    snapshot.beginPass();
    if (m_kind == ChangeKind::RangeProducts) {
        auto done = readEverything(snapshot, std::numeric_limits<int>::max());
        if (!done)
            return tl::unexpected(done.error());
        snapshot.index();
        return {};
    }
    std::vector<CustomerSelector> customers = typedCustomers(batch);
    if (m_canReadAll && customers.size() > fewCustomers) {
        auto all = readEverything(snapshot, static_cast<int>(customers.size()));
        if (!all)
            return tl::unexpected(all.error());
        m_canReadAll = *all;
        // No reply of all rules tells an external id: those customers are asked for all the same.
        if (*all)
            std::erase_if(customers, [](const CustomerSelector& c) { return c.by != SelectBy::SourceCode; });
    }
    auto asked = readCustomers(snapshot, customers);
    snapshot.index();
    return asked;
}

Result<void> RuleReader::readNow(Snapshot& snapshot, const std::vector<CustomerSelector>& customers)
{
    snapshot.beginPass();
    Result<void> done;
    if (m_kind == ChangeKind::CustomerProducts)
        done = readCustomers(snapshot, customers);
    else if (auto all = readEverything(snapshot, std::numeric_limits<int>::max()); !all)
        done = tl::unexpected(all.error());
    snapshot.index();
    return done;
}

Result<void> RuleReader::readBack(Snapshot& snapshot, const std::vector<const Target*>& targets,
                                  const QDateTime& since, bool oneByOne)
{
    snapshot.beginPass();
    const bool ranges = m_kind == ChangeKind::RangeProducts;
    const bool byCustomer = !ranges && (oneByOne || !m_canReadAll || targets.size() <= fewCustomers);
    if (!byCustomer) {
        if (auto windows = readSince(snapshot, since); !windows)
            return windows;
        snapshot.index();
    }
    std::vector<CustomerSelector> missing;
    for (const Target* target : targets) {
        if (byCustomer || !snapshot.isFresh(target->key))
            missing.push_back(target->customer);
    }
    if (missing.empty())
        return {};
    if (ranges) {
        auto all = readEverything(snapshot, std::numeric_limits<int>::max());
        if (!all)
            return tl::unexpected(all.error());
    } else if (!byCustomer && missing.size() > fewCustomers) {
        auto all = readEverything(snapshot, static_cast<int>(missing.size()));
        if (!all)
            return tl::unexpected(all.error());
        if (!*all) {
            if (auto asked = readCustomers(snapshot, missing); !asked)
                return asked;
        }
    } else if (auto asked = readCustomers(snapshot, missing); !asked) {
        return asked;
    }
    snapshot.index();
    return {};
}

} // namespace rangedesk
