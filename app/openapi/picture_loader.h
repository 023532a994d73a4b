// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/settings.h"

#include <QNetworkProxy>
#include <QObject>
#include <deque>
#include <functional>
#include <map>

class QHostAddress;
class QNetworkAccessManager;
class QNetworkReply;

namespace rangedesk {

/// Fetches pictures whose addresses merchants gave, because a person asked for them: over HTTPS only, a few
/// at a time, bounded in size and time, without cookies and without anything that tells who asks. Nothing of
/// the connection to the company's server goes along. Lives in the window's thread.
class PictureLoader : public QObject
{
    Q_OBJECT
public:
    /// Whether an address of this computer or its own network may be asked: what merchants write there must
    /// not reach devices that nobody else can. For tests alone.
    enum class Near : std::uint8_t { Refused, Allowed };
    /// Of this computer, the own network, or nobody.
    static bool isNear(const QHostAddress& address);
    /// @param settings for proxy and authorities alone
    explicit PictureLoader(const ConnectionSettings& settings, QObject* parent = nullptr,
                           Near near = Near::Refused);
    ~PictureLoader() override;

    using Done = std::function<void(Result<QByteArray>)>;
    /// @p done comes once, never from within the call: the bytes as they came, or in words why there are
    /// none.
    void load(const QString& address, Done done);
    /// What waits or is on its way is dropped; nobody is told.
    void cancelAll();

private:
    struct Wish
    {
        QUrl url;
        Done done;
        int moves = 0; ///< how often it has moved
    };
    void startNext();
    /// Asks where the host lies first: a public name may lead into the own network.
    void lookUp(Wish wish);
    void start(Wish wish);
    /// Which proxy leads to the host, asked in a worker; then it starts.
    void findProxy(Wish wish);
    ConnectionSettings settingsFor(const QString& host) const;
    void finish(QNetworkReply* reply, Wish wish);
    void end(const Done& done, Result<QByteArray> result);
    QNetworkAccessManager& managerFor(const QString& host);

    bool mayAsk(const QUrl& url) const;

    ConnectionSettings m_settings;
    Near m_near;
    std::map<QString, QNetworkAccessManager*> m_managers; ///< by host: each may have a proxy of its own
    std::map<QString, QNetworkProxy> m_proxies;           ///< by host, where the system names them
    int m_round = 0; ///< what was asked for before everything was cancelled is not wanted
    std::deque<Wish> m_waiting;
    std::size_t m_busy = 0; ///< looked up or on their way
    std::vector<int> m_lookups;
    std::vector<QNetworkReply*> m_running;
};

} // namespace rangedesk
