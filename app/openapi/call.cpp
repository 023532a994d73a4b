// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/call.h"

#include "core/text.h"
#include "openapi/decode.h"
#include "openapi/encode.h"
#include "openapi/signing.h"

#include <QCoreApplication>
#include <map>

namespace rangedesk {

namespace {

struct CallText
{
    Q_DECLARE_TR_FUNCTIONS(CallText)
};

using Clock = std::chrono::steady_clock;

QString named(Operation operation)
{
    return toQString(operationName(operation));
}

Error unreachable(Operation operation, const Delivery& delivery)
{
    return {ErrorKind::Connection,
            CallText::tr("%1 did not get an answer. %2").arg(named(operation), delivery.problem),
            delivery.tlsRefused
                ? CallText::tr("To protect the key no request was sent. Look at the certificate "
                               "in the connection's window, or ask whoever runs the interface.")
                : CallText::tr("Check the address, the network and the proxy, then try again."),
            {},
            {}};
}

Error badStatus(Operation operation, const Delivery& delivery)
{
    if (delivery.httpStatus >= 300 && delivery.httpStatus < 400)
        return {ErrorKind::Connection,
                CallText::tr("The server redirects %1 elsewhere (HTTP %2); this is not followed.")
                    .arg(named(operation))
                    .arg(delivery.httpStatus),
                CallText::tr("Use the address that the platform's admin pages show."),
                {},
                {}};
    return malformed(operation, CallText::tr("HTTP status %1.").arg(delivery.httpStatus), delivery.body);
}

/// The clock is named where it may be the reason of a refused signature (api.md 23).
Error withClock(Error error, const Connection& connection)
{
    const auto skew = std::chrono::abs(connection.clockSkew());
    if (error.kind == ErrorKind::Refused &&
        (speaksOfCredentials(toUtf8(error.serverWords)) || speaksOfPermission(toUtf8(error.serverWords))))
        error.advice = skew >= limits::clockSuspicious
                           ? CallText::tr("The server's clock and this computer's differ by %1 seconds.")
                                 .arg(skew.count())
                           : CallText::tr("Check openid, key and the permissions of the key.");
    return error;
}

class ReadPump
{
public:
    ReadPump(Connection& connection, const ReadControl& control,
             const std::function<std::optional<ReadRequest>()>& next,
             const std::function<Result<void>(std::size_t, std::string, const std::string&)>& take)
        : m_connection(connection), m_control(control), m_next(next), m_take(take)
    {}

    Result<void> run()
    {
        for (;;) {
            if (m_control.stop != nullptr && *m_control.stop) {
                cancelAll();
                return fail(ErrorKind::Interrupted, CallText::tr("Interrupted."));
            }
            fill();
            if (m_flying.empty() && m_delayed.empty())
                return {};
            if (auto completion = m_queue->next(patience())) {
                auto taken = handle(std::move(*completion));
                if (!taken) {
                    cancelAll();
                    return taken;
                }
            }
        }
    }

private:
    struct Flying
    {
        std::size_t index = 0;
        ReadRequest request;
        std::string msgId;
        int failures = 0;
        int throttled = 0;
        bool clockTried = false;
        Clock::time_point started = {};
    };

    std::chrono::milliseconds patience() const
    {
        auto patience = std::chrono::milliseconds(100);
        if (!m_delayed.empty())
            patience = std::min(patience, std::chrono::ceil<std::chrono::milliseconds>(
                                              m_delayed.begin()->first - Clock::now()));
        return std::max(patience, std::chrono::milliseconds(0));
    }

    void fill()
    {
        while (!m_delayed.empty() && m_delayed.begin()->first <= Clock::now()) {
            start(std::move(m_delayed.begin()->second));
            m_delayed.erase(m_delayed.begin());
        }
        const auto window = static_cast<std::size_t>(m_connection.settings().inFlight);
        while (m_flying.size() + m_delayed.size() < window) {
            auto request = m_next();
            if (!request)
                return;
            start({m_asked++, std::move(*request), {}, 0, 0, false, {}});
        }
    }

    void start(Flying flying)
    {
        flying.msgId = newMessageId(); // a repeated read is a new request
        flying.started = Clock::now();
        const std::uint64_t token =
            m_connection.send(flying.request.operation, flying.request.body, flying.msgId, m_queue,
                              1 + flying.failures + flying.throttled + (flying.clockTried ? 1 : 0));
        m_flying.emplace(token, std::move(flying));
    }

    void later(Flying flying, std::chrono::milliseconds pause)
    {
        m_delayed.emplace(Clock::now() + pause, std::move(flying));
    }

    Result<void> handle(Completion completion)
    {
        const auto found = m_flying.find(completion.token);
        Flying flying = std::move(found->second);
        m_flying.erase(found);
        const Operation operation = flying.request.operation;
        Delivery& delivery = completion.delivery;
        const bool throttled = delivery.kind == Delivery::Kind::Replied && delivery.httpStatus == 429;
        if (throttled && flying.throttled < limits::throttledTries) {
            ++flying.throttled;
            start(std::move(flying)); // the connection itself waits
            return {};
        }
        const bool failed = delivery.kind != Delivery::Kind::Replied || delivery.httpStatus >= 500;
        if (failed && !delivery.hopeless &&
            static_cast<std::size_t>(flying.failures) < m_control.pauses.size()) {
            const auto pause = m_control.pauses[static_cast<std::size_t>(flying.failures++)];
            later(std::move(flying), pause);
            return {};
        }
        if (delivery.kind != Delivery::Kind::Replied) {
            const bool isLost = !delivery.hopeless && !delivery.cancelled;
            const bool goesOn = isLost && isBackAgain(flying);
            if (!goesOn && m_control.stop != nullptr && *m_control.stop)
                return fail(ErrorKind::Interrupted, CallText::tr("Interrupted."));
            if (!goesOn)
                return tl::unexpected(unreachable(operation, delivery));
            flying.failures = 0;
            start(std::move(flying));
            return {};
        }
        if (delivery.httpStatus >= 300)
            return tl::unexpected(badStatus(operation, delivery));
        auto taken = m_take(flying.index, std::move(delivery.body), flying.msgId);
        if (taken || taken.error().kind != ErrorKind::Refused)
            return taken;
        return refused(std::move(flying), taken.error());
    }

    /// One wait for all that were under way when the network went.
    bool isBackAgain(const Flying& flying)
    {
        if (flying.started < m_backSince)
            return true;
        if (!m_control.waitForNetwork || !m_control.waitForNetwork())
            return false;
        m_backSince = Clock::now();
        return true;
    }

    /// A refusal for the rate is waited out; one of the signature is tried once more when the clock
    /// became known only by this reply.
    Result<void> refused(Flying flying, const Error& error)
    {
        const std::string words = toUtf8(error.serverWords);
        if (speaksOfThrottling(words) && flying.throttled < limits::throttledTries) {
            ++flying.throttled;
            m_connection.slowDown(error.serverWords);
            start(std::move(flying));
            return {};
        }
        const bool skewed = std::chrono::abs(m_connection.clockSkew()) >= limits::clockSuspicious;
        if (speaksOfCredentials(words) && skewed && !flying.clockTried) {
            flying.clockTried = true;
            start(std::move(flying));
            return {};
        }
        return tl::unexpected(withClock(error, m_connection));
    }

    void cancelAll()
    {
        for (const auto& [token, flying] : m_flying)
            m_connection.cancel(token);
    }

    Connection& m_connection;
    const ReadControl& m_control;
    const std::function<std::optional<ReadRequest>()>& m_next;
    const std::function<Result<void>(std::size_t, std::string, const std::string&)>& m_take;
    std::shared_ptr<CompletionQueue> m_queue = std::make_shared<CompletionQueue>();
    std::map<std::uint64_t, Flying> m_flying;
    std::multimap<Clock::time_point, Flying> m_delayed;
    std::size_t m_asked = 0;
    Clock::time_point m_backSince{}; ///< after a wait for the network
};

/// One read whose reply @p decode turns into a value.
template <typename T>
Result<T> readOne(Connection& connection, const WireRequest& query, const ReadControl& control,
                  const std::function<Result<T>(std::string, const std::string&)>& decode)
{
    auto request = readRequest(query);
    if (!request)
        return tl::unexpected(request.error());
    std::optional<ReadRequest> pending = std::move(*request);
    std::optional<T> value;
    auto done = readAll(
        connection, control, [&pending] { return std::exchange(pending, std::nullopt); },
        [&](std::size_t, std::string body, const std::string& msgId) -> Result<void> {
            auto decoded = decode(std::move(body), msgId);
            if (!decoded)
                return tl::unexpected(decoded.error());
            value = std::move(*decoded);
            return {};
        });
    if (!done)
        return tl::unexpected(done.error());
    return std::move(*value);
}

} // namespace

Result<ReadRequest> readRequest(const WireRequest& query)
{
    const std::vector<Violation> violations = validate(query);
    if (!violations.empty()) {
        const Violation& first = violations.front();
        return fail(ErrorKind::Usage, CallText::tr("%1, field %2: %3 %4")
                                          .arg(named(query.operation), toQString(first.field),
                                               excerpt(first.value), describe(first)));
    }
    return ReadRequest{query.operation, encodeBody(query)};
}

Result<void> readAll(Connection& connection, const ReadControl& control,
                     const std::function<std::optional<ReadRequest>()>& next,
                     const std::function<Result<void>(std::size_t, std::string, const std::string&)>& take)
{
    return ReadPump(connection, control, next, take).run();
}

Result<CampaignList> queryCampaigns(Connection& connection, const CampaignQuery& query,
                                    const ReadControl& control)
{
    return readOne<CampaignList>(
        connection, toWire(query), control,
        [](std::string body, const std::string& msgId) { return decodeCampaigns(std::move(body), msgId); });
}

Result<DimensionList> queryDimensions(Connection& connection, const ReadControl& control)
{
    WireRequest query;
    query.operation = Operation::QueryPdSaleRange;
    return readOne<DimensionList>(connection, query, control, [](std::string body, const std::string& msgId) {
        return decodeDimensions(std::move(body), msgId);
    });
}

Result<RuleList> queryRules(Connection& connection, Operation operation, const RuleQuery& query,
                            const ReadControl& control)
{
    return readOne<RuleList>(connection, toWire(operation, query), control,
                             [operation](std::string body, const std::string& msgId) {
                                 return decodeRules(operation, std::move(body), msgId);
                             });
}

WriteOutcome judgeWrite(Operation operation, Delivery delivery, const std::string& msgId)
{
    using Kind = WriteOutcome::Kind;
    WriteOutcome outcome;
    outcome.hopeless = delivery.hopeless;
    outcome.cancelled = delivery.cancelled;
    outcome.writeLocked = delivery.writeLocked;
    if (delivery.kind != Delivery::Kind::Replied) {
        outcome.kind = delivery.kind == Delivery::Kind::NeverLeft ? Kind::NotLeft : Kind::Unknown;
        outcome.message = toUtf8(delivery.problem);
        return outcome;
    }
    if (delivery.httpStatus == 429) {
        outcome.kind = Kind::Throttled;
        return outcome;
    }
    if (delivery.httpStatus >= 500 || (delivery.httpStatus >= 300 && delivery.httpStatus < 400)) {
        outcome.message = toUtf8(badStatus(operation, delivery).what);
        return outcome;
    }
    auto envelope = decodeWriteReply(operation, std::move(delivery.body), msgId);
    if (!envelope) {
        outcome.message = toUtf8(envelope.error().text());
        return outcome;
    }
    outcome.code = envelope->code;
    outcome.message = envelope->message;
    if (!envelope->isSuccess() && speaksOfThrottling(envelope->message))
        outcome.kind = Kind::Throttled;
    else if (envelope->isSuccess() || (codeProvesNothing(operation) && envelope->code == "1"))
        outcome.kind = Kind::Accepted;
    else
        outcome.kind = Kind::Rejected;
    return outcome;
}

} // namespace rangedesk
