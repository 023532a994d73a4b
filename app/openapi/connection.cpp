// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/connection.h"

#include "core/text.h"
#include "core/vendor_time.h"
#include "openapi/pace.h"
#include "openapi/signing.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <map>

namespace rangedesk {

namespace {

struct ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionText)
};

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
    };

    void enqueue(Waiting waiting)
    {
        m_waiting.push_back(std::move(waiting));
        startNext();
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
        return true;
    }

    void cancel(std::uint64_t token)
    {
        if (withdraw(token))
            return;
        if (const auto flying = m_flying.find(token); flying != m_flying.end())
            flying->second->abort();
    }

    void slowDown(std::optional<std::chrono::seconds> retryAfter)
    {
        m_pace.slowDown(Pace::Clock::now(), retryAfter);
        m_owner.m_slowed = true;
    }

    void shutDown()
    {
        m_waiting.clear();
        m_flying.clear();
        qDeleteAll(m_managers);
        m_managers.clear();
    }

private:
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

    static void refuseLocked(const Waiting& waiting)
    {
        Delivery delivery;
        delivery.hopeless = true;
        delivery.writeLocked = true;
        delivery.problem = ConnectionText::tr("The write lock is on.");
        waiting.queue->push({waiting.token, std::move(delivery)});
    }

    void start(Waiting waiting)
    {
        if (isLocked(waiting)) {
            refuseLocked(waiting);
            return;
        }
        const std::string timestamp = vendorTimestamp(m_owner.serverNow());
        const std::string digest = requestDigest(waiting.body, m_key.reveal(), timestamp);
        QUrl url = m_owner.settings().baseUrl;
        const std::string path = std::string(operationPath(waiting.operation)) + '/' +
                                 m_owner.settings().openid + '/' + timestamp + '/' + digest + '/' +
                                 waiting.msgId;
        url.setPath(url.path() + toQString(path));
        auto* exchange = new Exchange(managerFor(), url, std::move(waiting.body), m_owner.settings(), this);
        m_flying.emplace(waiting.token, std::unique_ptr<Exchange, Later>(exchange));
        ++m_owner.m_inFlight;
        ++(operationWrites(waiting.operation) ? m_owner.m_writesSent : m_owner.m_readsSent);
        connect(exchange, &Exchange::serverTimeSeen, this, &ConnectionWorker::learnClock);
        connect(exchange, &Exchange::finished, this,
                [this, token = waiting.token, queue = waiting.queue](const Delivery& delivery) {
                    finish(token, *queue, delivery);
                });
    }

    void finish(std::uint64_t token, CompletionQueue& queue, const Delivery& delivery)
    {
        --m_owner.m_inFlight;
        m_flying.erase(token);
        learnReach(delivery);
        if (delivery.httpStatus == 429 || delivery.httpStatus == 503)
            slowDown(delivery.retryAfter);
        else if (delivery.kind == Delivery::Kind::Replied)
            m_pace.wentWell();
        m_owner.m_slowed = m_pace.isSlowed();
        queue.push({token, delivery});
        startNext();
    }

    /// One manager for each six in flight: a manager opens no more connections to a host.
    QNetworkAccessManager& managerFor()
    {
        const auto wanted = static_cast<std::size_t>(
            (m_owner.settings().inFlight + limits::requestsPerManager - 1) / limits::requestsPerManager);
        while (m_managers.size() < wanted)
            m_managers.push_back(new QNetworkAccessManager(this));
        m_nextManager = (m_nextManager + 1) % m_managers.size();
        return *m_managers[m_nextManager];
    }

    void learnReach(const Delivery& delivery)
    {
        if (delivery.httpStatus != 0 || delivery.tlsRefused)
            m_owner.m_unreachableSince = 0;
        else if (!delivery.cancelled && m_owner.m_unreachableSince == 0)
            m_owner.m_unreachableSince = QDateTime::currentMSecsSinceEpoch();
    }

    void learnClock(const QDateTime& serverTime)
    {
        const std::chrono::seconds skew(QDateTime::currentDateTimeUtc().secsTo(serverTime));
        m_owner.m_skew = std::chrono::abs(skew) > limits::clockTolerance ? skew.count() : 0;
        m_owner.m_skewKnown = true;
    }

    struct Later
    {
        void operator()(QObject* object) const { object->deleteLater(); }
    };

    Connection& m_owner;
    AppKey m_key;
    Pace m_pace;
    QTimer m_startTimer;
    std::deque<Waiting> m_waiting;
    std::map<std::uint64_t, std::unique_ptr<Exchange, Later>> m_flying;
    std::vector<QNetworkAccessManager*> m_managers;
    std::size_t m_nextManager = 0;
};

Connection::Connection(ConnectionSettings settings, AppKey key, std::shared_ptr<const WriteLock> writeLock)
    : m_settings(std::move(settings)), m_writeLock(std::move(writeLock)),
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
                               std::shared_ptr<CompletionQueue> queue)
{
    const std::uint64_t token = m_nextToken++;
    auto waiting = std::make_shared<ConnectionWorker::Waiting>(
        ConnectionWorker::Waiting{token, operation, std::move(body), std::move(msgId), std::move(queue)});
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

void Connection::slowDown()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->slowDown(std::nullopt); });
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
