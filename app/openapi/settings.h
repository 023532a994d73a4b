// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "openapi/limits.h"

#include <QUrl>
#include <memory>
#include <string>

namespace rangedesk {

/// The signing secret. It cannot be copied or printed by accident, and is wiped when it goes.
class AppKey
{
public:
    AppKey() = default;
    explicit AppKey(std::string key) : m_key(std::move(key)) {}
    ~AppKey() { wipe(); }
    AppKey(AppKey&& other) noexcept : m_key(std::move(other.m_key)) { other.wipe(); }
    AppKey& operator=(AppKey&& other) noexcept
    {
        wipe();
        m_key = std::move(other.m_key);
        other.wipe();
        return *this;
    }
    AppKey(const AppKey&) = delete;
    AppKey& operator=(const AppKey&) = delete;

    bool isEmpty() const { return m_key.empty(); }
    /// For signing only.
    const std::string& reveal() const { return m_key; }

private:
    void wipe() noexcept;

    std::string m_key;
};

enum class ProxyKind : std::uint8_t { System, None, Manual };

struct ProxySettings
{
    ProxyKind kind = ProxyKind::System;
    QString host; ///< of a manual one
    int port = 8080;
    QString user; ///< empty: it asks for none
    std::shared_ptr<const AppKey> password;
};

struct ConnectionSettings
{
    QUrl baseUrl{QStringLiteral("https://openapi.waiqin365.com")};
    std::string openid;
    int inFlight = limits::inFlight;
    double requestsPerSecond = limits::requestsPerSecond; ///< 0 for no limit
    std::int64_t replyBytes = limits::replyBytes;
    std::chrono::milliseconds connectTimeout = limits::connectTimeout;
    std::chrono::milliseconds firstByteTimeout = limits::firstByteTimeout;
    std::chrono::milliseconds wholeTimeout = limits::wholeTimeout;
    ProxySettings proxy;
    QByteArray authorities; ///< PEM; trusted besides those of the computer
};

/// Whether a host is this computer by its name or address alone.
bool isLoopback(const QString& host);

/// The settings with the address normalised, or why they cannot be used: HTTPS is a must but for
/// loopback addresses, the openid is digits, limits lie within their bounds.
Result<ConnectionSettings> checkedSettings(ConnectionSettings settings);

/// Scheme, host, port and path of a base address, lower case, without a slash at the end: with the
/// openid the key under which jobs and catalogue are kept (decisions 23).
QString normalisedAddress(const QUrl& baseUrl);

} // namespace rangedesk
