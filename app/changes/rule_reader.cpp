// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/rule_reader.h"

#include "core/text.h"
#include "core/vendor_time.h"
#include "openapi/decode.h"

#include <limits>

namespace rangedesk {

namespace {

constexpr int pageLength = 1000; ///< the most the server gives
/// Up to so many customers are asked one by one without trying to page through all first.
constexpr std::size_t fewCustomers = 10;
/// Full pages in a row that bring no new rule: the server repeats itself.
constexpr int mostRepeatedPages = 2;
/// Rules that were changed while the pages were read may have moved between them.
constexpr int overlapSeconds = 60;

std::vector<CustomerSelector> typedCustomers(const std::vector<Target>& targets)
{
    std::vector<CustomerSelector> customers;
    for (const Target& target : targets) {
        if (!target.cells.empty())
            customers.push_back({target.cells.front().by, target.cells.front().value});
    }
    return customers;
}

} // namespace

/// One series of pages.
struct RuleReader::Stream
{
    RuleQuery query;
    int mostPages = std::numeric_limits<int>::max();
    int nextPage = 1;
    int repeatedPages = 0;
    int open = 0; ///< pages asked for and not yet there
    bool firstDone = false;
    bool ended = false;
    bool gaveUp = false;
};

RuleReader::RuleReader(Connection& connection, ChangeKind kind, ReadControl control,
                       std::function<void()> onRead)
    : m_connection(connection), m_kind(kind), m_control(control), m_onRead(std::move(onRead))
{}

Result<void> RuleReader::readStreams(Snapshot& snapshot, std::vector<Stream>& streams)
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
        if (!page)
            return tl::unexpected(page.error());
        const std::size_t count = page->items.size();
        const std::size_t fresh = snapshot.add(std::move(*page), stream.query.customer);
        stream.firstDone = true;
        --stream.open;
        stream.repeatedPages = fresh == 0 ? stream.repeatedPages + 1 : 0;
        const bool isShort = count < static_cast<std::size_t>(stream.query.pageLength);
        if (isShort || stream.repeatedPages >= mostRepeatedPages)
            stream.ended = true;
        if (m_onRead)
            m_onRead();
        return {};
    };
    auto done = rangedesk::readAll(m_connection, m_control, next, take);
    if (badQuery)
        return tl::unexpected(*badQuery);
    return done;
}

Result<bool> RuleReader::readEverything(Snapshot& snapshot, int mostPages)
{
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
    // Several pages: what was changed meanwhile may have slipped from a page not yet read to one that was.
    if (streams[0].nextPage > 2) {
        if (auto again = readSince(snapshot, started); !again)
            return tl::unexpected(again.error());
    }
    snapshot.completePass();
    return true;
}

Result<void> RuleReader::readSince(Snapshot& snapshot, const QDateTime& since)
{
    std::vector<Stream> streams(2);
    for (Stream& stream : streams)
        stream.query.pageLength = pageLength;
    streams[0].query.startCreateDate = vendorDateTime(since);
    streams[1].query.startModifyDate = vendorDateTime(since);
    return readStreams(snapshot, streams);
}

Result<void> RuleReader::readCustomers(Snapshot& snapshot, const std::vector<CustomerSelector>& customers)
{
    std::vector<Stream> streams(customers.size());
    for (std::size_t i = 0; i < customers.size(); ++i) {
        streams[i].query.pageLength = pageLength;
        streams[i].query.customer = customers[i];
    }
    if (auto done = readStreams(snapshot, streams); !done)
        return done;
    for (const CustomerSelector& customer : customers)
        snapshot.completeCustomer(customer);
    return {};
}

Result<void> RuleReader::readForPreview(Snapshot& snapshot, const std::vector<Target>& targets)
{
    snapshot.beginPass();
    if (m_kind == ChangeKind::RangeProducts) {
        auto done = readEverything(snapshot, std::numeric_limits<int>::max());
        if (!done)
            return tl::unexpected(done.error());
        snapshot.index();
        return {};
    }
    std::vector<CustomerSelector> customers = typedCustomers(targets);
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
