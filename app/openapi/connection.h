// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "openapi/completion_queue.h"
#include "openapi/request_observer.h"
#include "openapi/settings.h"
#include "openapi/write_lock.h"

#include <QThread>
#include <atomic>
#include <deque>
#include <mutex>

namespace rangedesk {

class ConnectionWorker;

/// A moment of a connection, for people.
struct ConnectionStatus
{
    bool wasReached = false;
    std::optional<QDateTime> unreachableSince;
    QString problem; ///< of the last request that did not get through; translated
    int inFlight = 0;
    int waiting = 0;              ///< for their turn
    double requestsPerSecond = 0; ///< answered, over the last ten seconds
    bool isSlowedDown = false;
    QString slowReason; ///< of the last slow-down; the server's words where it said any
    QDateTime slowedAt;
    std::optional<CertificateFacts> certificate; ///< of the last secure connection
    std::shared_ptr<const CertificateRefusal> refusedCertificate;
};

/// A signed connection to one company's server: a thread of its own with the network managers, the
/// window of requests in flight, the pace and the server's clock. All functions may be called from
/// any thread. Requests that wait for their turn have not left and can be cancelled without a trace.
class Connection
{
public:
    /// @pre settings passed `checkedSettings`
    /// @param writeLock asked before each writing operation; without one they may all leave
    /// @param observer told of every request in the connection's thread; it must outlive the connection
    Connection(ConnectionSettings settings, AppKey key, std::shared_ptr<const WriteLock> writeLock = {},
               RequestObserver* observer = nullptr);
    /// Aborts what is in flight.
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Queues a request; its completion comes to @p queue exactly once. Time stamp and signature are
    /// made when it starts. @p msgId must be new for each request; @p attempt counts repeats of one wish
    /// from 1, @p about says what it is about, for the log. @returns the token of the completion.
    std::uint64_t send(Operation operation, std::string body, std::string msgId,
                       std::shared_ptr<CompletionQueue> queue, int attempt = 1, std::string about = {});
    /// Tells the observer of a request that the last check kept back: it never becomes one.
    void noteKeptBack(Operation operation, std::string body, const QString& why);
    /// Ends a request: at once where it waits for its turn, by aborting it where it is in flight.
    void cancel(std::uint64_t token);
    /// Ends a request that waits for its turn; one in flight goes on.
    void withdraw(std::uint64_t token);
    /// The server objected to the rate in a reply's words; HTTP 429 and 503 are seen here already.
    void slowDown(const QString& words);

    const ConnectionSettings& settings() const { return m_settings; }
    /// How far the server's clock is ahead of ours; zero until a reply told.
    std::chrono::seconds clockSkew() const { return std::chrono::seconds(m_skew.load()); }
    bool knowsServerClock() const { return m_skewKnown; }
    /// Now, by the server's clock as far as known.
    QDateTime serverNow() const;
    bool isSlowedDown() const { return m_slowed; }
    /// Requests that really started, by kind.
    std::int64_t readsSent() const { return m_readsSent; }
    std::int64_t writesSent() const { return m_writesSent; }
    int inFlight() const { return m_inFlight; }
    /// Since when no request has reached the server; nothing where the last one did.
    std::optional<QDateTime> unreachableSince() const;
    ConnectionStatus status() const;

private:
    friend class ConnectionWorker;

    const ConnectionSettings m_settings;
    const std::shared_ptr<const WriteLock> m_writeLock;
    RequestObserver* const m_observer;
    std::atomic<std::uint64_t> m_nextToken{1};
    std::atomic<std::int64_t> m_skew{0};
    std::atomic<bool> m_skewKnown{false};
    std::atomic<bool> m_slowed{false};
    std::atomic<std::int64_t> m_readsSent{0};
    std::atomic<std::int64_t> m_writesSent{0};
    std::atomic<int> m_inFlight{0};
    std::atomic<std::int64_t> m_unreachableSince{0}; ///< milliseconds since 1970; 0: reached
    std::atomic<bool> m_wasReached{false};
    std::atomic<int> m_waiting{0};
    mutable std::mutex m_mutex;                                 ///< guards what follows
    std::deque<std::chrono::steady_clock::time_point> m_recent; ///< when the last replies came
    ConnectionStatus m_told; ///< texts and certificates; figures are filled in when asked for
    QThread m_thread;
    ConnectionWorker* m_worker;
};

} // namespace rangedesk
