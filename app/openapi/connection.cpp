// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/connection.h"

#include "core/text.h"
#include "core/vendor_time.h"
#include "openapi/pace.h"
#include "openapi/proxy.h"
#include "openapi/signing.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <map>

namespace rangedesk {

namespace {

struct ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionText)
};

/// The rate that is shown is that of the last seconds.
constexpr std::chrono::seconds rateWindow{10};
constexpr std::size_t mostRecent = 10000;

/// Puts stars in the place of a secret.
void blank(std::string& text, const std::string& secret)
{
    for (std::size_t at = text.find(secret); !secret.empty() && at != std::string::npos;
         at = text.find(secret, at))
        text.replace(at, secret.size(), secret.size(), '*');
}

} // namespace

/// Lives in the connection's thread.
class ConnectionWorker : public QObject
{
public:
    ConnectionWorker(Connection& owner, AppKey key)
        : m_owner(owner), m_key(std::move(key)), m_pace(owner.settings().requestsPerSecond)
    {
        m_startTimer.setParent(this);
        m_startTimer.setSingleShot(true);
        m_startTimer.setTimerType(Qt::PreciseTimer);
        connect(&m_startTimer, &QTimer::timeout, this, &ConnectionWorker::startNext);
    }

    struct Waiting
    {
        std::uint64_t token;
        Operation operation;
        std::string body;
        std::string msgId;
        std::shared_ptr<CompletionQueue> queue;
        int attempt;
        std::string about;
    };

    void enqueue(Waiting waiting)
    {
        m_waiting.push_back(std::move(waiting));
        startNext();
        tellWaiting();
    }

    void noteKeptBack(Operation operation, std::string body, const QString& why)
    {
        if (m_owner.m_observer == nullptr)
            return;
        RequestTrace trace;
        trace.operation = operation;
        trace.body = std::move(body);
        trace.startedAt = QDateTime::currentDateTimeUtc();
        trace.keptBack = true;
        trace.problem = why;
        m_owner.m_observer->requestOver(std::move(trace));
    }

    /// @returns whether it was waiting.
    bool withdraw(std::uint64_t token)
    {
        const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                          [&](const Waiting& w) { return w.token == token; });
        if (waiting == m_waiting.end())
            return false;
        Delivery delivery;
        delivery.cancelled = true;
        waiting->queue->push({token, std::move(delivery)});
        m_waiting.erase(waiting);
        tellWaiting();
        return true;
    }

    void cancel(std::uint64_t token)
    {
        if (withdraw(token))
            return;
        if (const auto flying = m_flying.find(token); flying != m_flying.end())
            flying->second.exchange->abort();
    }

    void slowDown(std::optional<std::chrono::seconds> retryAfter, const QString& reason)
    {
        m_pace.slowDown(Pace::Clock::now(), retryAfter);
        m_owner.m_slowed = true;
        const std::lock_guard lock(m_owner.m_mutex);
        m_owner.m_told.slowReason = reason;
        m_owner.m_told.slowedAt = QDateTime::currentDateTime();
    }

    void shutDown()
    {
        m_waiting.clear();
        Delivery delivery;
        delivery.kind = Delivery::Kind::Lost;
        delivery.cancelled = true;
        delivery.problem = ConnectionText::tr("The connection was closed before the answer.");
        for (auto& [token, flying] : m_flying) {
            if (m_owner.m_observer != nullptr)
                tellObserver(std::move(flying), delivery);
        }
        m_flying.clear();
        qDeleteAll(m_managers);
        m_managers.clear();
    }

private:
    struct Later
    {
        void operator()(QObject* object) const { object->deleteLater(); }
    };

    struct Flying
    {
        std::unique_ptr<Exchange, Later> exchange;
        RequestTrace trace;
        std::string digest;
        Pace::Clock::time_point began = Pace::Clock::now();
    };

    void startNext()
    {
        while (!m_waiting.empty() && static_cast<int>(m_flying.size()) < m_owner.settings().inFlight) {
            const auto now = Pace::Clock::now();
            if (m_pace.nextStart() > now) {
                const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_pace.nextStart() - now);
                m_startTimer.start(wait);
                return;
            }
            m_pace.started(now);
            start(std::move(m_waiting.front()));
            m_waiting.pop_front();
        }
    }

    /// The last gate of a writing operation: nothing gets past it, whoever asked for it to be sent.
    bool isLocked(const Waiting& waiting) const
    {
        return operationWrites(waiting.operation) && m_owner.m_writeLock && !m_owner.m_writeLock->isOpen();
    }

    void refuseLocked(Waiting waiting)
    {
        Delivery delivery;
        delivery.hopeless = true;
        delivery.writeLocked = true;
        delivery.problem = ConnectionText::tr("The write lock is on.");
        if (m_owner.m_observer != nullptr) {
            Flying never{nullptr, traceOf(waiting), {}};
            never.trace.body = std::move(waiting.body);
            tellObserver(std::move(never), delivery);
        }
        waiting.queue->push({waiting.token, std::move(delivery)});
    }

    static RequestTrace traceOf(const Waiting& waiting)
    {
        RequestTrace trace;
        trace.operation = waiting.operation;
        trace.msgId = waiting.msgId;
        trace.attempt = waiting.attempt;
        trace.about = waiting.about;
        trace.startedAt = QDateTime::currentDateTimeUtc();
        return trace;
    }

    /// In the words of the log: what came, without the bulk of a long reply.
    void tellObserver(Flying flying, const Delivery& delivery)
    {
        RequestTrace& trace = flying.trace;
        trace.took = std::chrono::duration_cast<std::chrono::milliseconds>(Pace::Clock::now() - flying.began);
        trace.kind = delivery.kind;
        trace.cancelled = delivery.cancelled;
        trace.keptBack = delivery.writeLocked;
        trace.httpStatus = delivery.httpStatus;
        trace.problem = delivery.problem;
        trace.bytesReceived = static_cast<std::int64_t>(delivery.body.size());
        const bool isLong = delivery.body.size() > limits::tracedReplyBytes;
        trace.replyHead = delivery.body.substr(0, isLong ? limits::tracedHeadBytes : std::string::npos);
        if (isLong)
            trace.replyTail = delivery.body.substr(delivery.body.size() - limits::tracedHeadBytes);
        // A server that quotes the path quotes the signature.
        for (std::string* part : {&trace.replyHead, &trace.replyTail})
            blank(*part, flying.digest);
        m_owner.m_observer->requestOver(std::move(trace));
    }

    void start(Waiting waiting)
    {
        if (isLocked(waiting)) {
            refuseLocked(std::move(waiting));
            return;
        }
        const std::string timestamp = vendorTimestamp(m_owner.serverNow());
        const std::string digest = requestDigest(waiting.body, m_key.reveal(), timestamp);
        QUrl url = m_owner.settings().baseUrl;
        const std::string path = std::string(operationPath(waiting.operation)) + '/' +
                                 m_owner.settings().openid + '/' + timestamp + '/' + digest + '/' +
                                 waiting.msgId;
        url.setPath(url.path() + toQString(path));
        Flying flying{nullptr, traceOf(waiting), digest};
        if (m_owner.m_observer != nullptr)
            flying.trace.body = waiting.body;
        auto* exchange =
            new Exchange(managerFor(), url, std::move(waiting.body), m_owner.settings(), tlsFor(url), this);
        flying.exchange.reset(exchange);
        m_flying.emplace(waiting.token, std::move(flying));
        ++m_owner.m_inFlight;
        ++(operationWrites(waiting.operation) ? m_owner.m_writesSent : m_owner.m_readsSent);
        connect(exchange, &Exchange::serverTimeSeen, this, &ConnectionWorker::learnClock);
        connect(exchange, &Exchange::certificateSeen, this, [this](const CertificateFacts& certificate) {
            const std::lock_guard lock(m_owner.m_mutex);
            m_owner.m_told.certificate = certificate;
        });
        connect(exchange, &Exchange::finished, this,
                [this, exchange, token = waiting.token, operation = waiting.operation,
                 queue = waiting.queue] { finish(token, operation, *queue, exchange->takeDelivery()); });
    }

    void finish(std::uint64_t token, Operation operation, CompletionQueue& queue, Delivery delivery)
    {
        --m_owner.m_inFlight;
        // A name that was found before is not wrong: the network is gone, and comes back.
        if (delivery.nameNotFound && m_owner.m_wasReached)
            delivery.hopeless = false;
        if (const auto flying = m_flying.find(token); flying != m_flying.end()) {
            if (m_owner.m_observer != nullptr)
                tellObserver(std::move(flying->second), delivery);
            m_flying.erase(flying);
        }
        learnReach(delivery);
        if (delivery.kind == Delivery::Kind::NeverLeft)
            --(operationWrites(operation) ? m_owner.m_writesSent : m_owner.m_readsSent);
        if (delivery.httpStatus == 429 || delivery.httpStatus == 503)
            slowDown(delivery.retryAfter, ConnectionText::tr("HTTP status %1").arg(delivery.httpStatus));
        else if (delivery.kind == Delivery::Kind::Replied)
            m_pace.wentWell();
        m_owner.m_slowed = m_pace.isSlowed();
        queue.push({token, std::move(delivery)});
        startNext();
        tellWaiting();
    }

    void tellWaiting() { m_owner.m_waiting = static_cast<int>(m_waiting.size()); }

    /// The authorities of the computer are loaded by OpenSSL as needed; with others besides, all at once.
    const QSslConfiguration* tlsFor(const QUrl& url)
    {
        if (url.scheme() != QLatin1String("https"))
            return nullptr;
        if (!m_tls) {
            m_tls = QSslConfiguration::defaultConfiguration();
            m_tls->setProtocol(QSsl::TlsV1_2OrLater);
            m_tls->setPeerVerifyMode(QSslSocket::VerifyPeer);
            if (const auto own = readAuthorities(m_owner.settings().authorities))
                m_tls->setCaCertificates(QSslConfiguration::systemCaCertificates() + *own);
        }
        return &*m_tls;
    }

    /// One manager for each six in flight: a manager opens no more connections to a host.
    QNetworkAccessManager& managerFor()
    {
        const auto wanted = static_cast<std::size_t>(
            (m_owner.settings().inFlight + limits::requestsPerManager - 1) / limits::requestsPerManager);
        while (m_managers.size() < wanted) {
            m_managers.push_back(new QNetworkAccessManager(this));
            setUpProxy(*m_managers.back(), m_owner.settings());
        }
        m_nextManager = (m_nextManager + 1) % m_managers.size();
        return *m_managers[m_nextManager];
    }

    void learnReach(const Delivery& delivery)
    {
        const std::lock_guard lock(m_owner.m_mutex);
        if (delivery.httpStatus != 0 || delivery.tlsRefused) {
            m_owner.m_unreachableSince = 0;
            m_owner.m_wasReached = m_owner.m_wasReached || delivery.httpStatus != 0;
        } else if (!delivery.cancelled && m_owner.m_unreachableSince == 0) {
            m_owner.m_unreachableSince = QDateTime::currentMSecsSinceEpoch();
        }
        if (!delivery.cancelled) { // what was given up tells nothing about the server
            m_owner.m_told.refusedCertificate = delivery.refusedCertificate;
            m_owner.m_told.problem = delivery.problem;
        }
        if (delivery.kind == Delivery::Kind::Replied) {
            m_owner.m_recent.push_back(Pace::Clock::now());
            while (m_owner.m_recent.size() > mostRecent)
                m_owner.m_recent.pop_front();
        }
    }

    void learnClock(const QDateTime& serverTime)
    {
        const std::chrono::seconds skew(QDateTime::currentDateTimeUtc().secsTo(serverTime));
        m_owner.m_skew = std::chrono::abs(skew) > limits::clockTolerance ? skew.count() : 0;
        m_owner.m_skewKnown = true;
    }

    Connection& m_owner;
    AppKey m_key;
    Pace m_pace;
    QTimer m_startTimer;
    std::deque<Waiting> m_waiting;
    std::map<std::uint64_t, Flying> m_flying;
    std::optional<QSslConfiguration> m_tls;
    std::vector<QNetworkAccessManager*> m_managers;
    std::size_t m_nextManager = 0;
};

Connection::Connection(ConnectionSettings settings, AppKey key, std::shared_ptr<const WriteLock> writeLock,
                       RequestObserver* observer)
    : m_settings(std::move(settings)), m_writeLock(std::move(writeLock)), m_observer(observer),
      m_worker(new ConnectionWorker(*this, std::move(key)))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("connection"));
    m_thread.start();
}

Connection::~Connection()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->shutDown(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

std::uint64_t Connection::send(Operation operation, std::string body, std::string msgId,
                               std::shared_ptr<CompletionQueue> queue, int attempt, std::string about)
{
    const std::uint64_t token = m_nextToken++;
    auto waiting = std::make_shared<ConnectionWorker::Waiting>(ConnectionWorker::Waiting{
        token, operation, std::move(body), std::move(msgId), std::move(queue), attempt, std::move(about)});
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, waiting] { worker->enqueue(std::move(*waiting)); });
    return token;
}

void Connection::cancel(std::uint64_t token)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, token] { worker->cancel(token); });
}

void Connection::withdraw(std::uint64_t token)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, token] { worker->withdraw(token); });
}

void Connection::noteKeptBack(Operation operation, std::string body, const QString& why)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, operation, body = std::move(body), why] {
        worker->noteKeptBack(operation, body, why);
    });
}

void Connection::slowDown(const QString& words)
{
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, words] { worker->slowDown(std::nullopt, words); });
}

ConnectionStatus Connection::status() const
{
    const std::lock_guard lock(m_mutex);
    ConnectionStatus status = m_told;
    status.wasReached = m_wasReached;
    status.unreachableSince = unreachableSince();
    status.inFlight = m_inFlight;
    status.waiting = m_waiting;
    status.isSlowedDown = m_slowed;
    const auto from = Pace::Clock::now() - rateWindow;
    const auto first = std::lower_bound(m_recent.begin(), m_recent.end(), from);
    status.requestsPerSecond =
        static_cast<double>(m_recent.end() - first) / std::chrono::duration<double>(rateWindow).count();
    return status;
}

std::optional<QDateTime> Connection::unreachableSince() const
{
    const std::int64_t since = m_unreachableSince;
    return since == 0 ? std::nullopt : std::optional(QDateTime::fromMSecsSinceEpoch(since));
}

QDateTime Connection::serverNow() const
{
    return QDateTime::currentDateTimeUtc().addSecs(m_skew);
}

} // namespace rangedesk
