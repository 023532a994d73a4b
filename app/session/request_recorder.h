// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/request_observer.h"
#include "store/request_log.h"

#include <atomic>

namespace rangedesk {

/// From where requests go, and to which server.
struct LogOrigin
{
    QString profile;
    QString address = {}; ///< normalised
    QString openid = {};
};

/// Writes every request of a connection into the log. What takes time is done in the log's thread.
class RequestRecorder : public RequestObserver
{
public:
    /// @param withBodies keep bodies, too, with personal data masked
    RequestRecorder(RequestLog& log, LogOrigin origin, bool withBodies)
        : m_log(log), m_origin(std::move(origin)), m_withBodies(withBodies)
    {}

    void requestOver(RequestTrace trace) override;
    /// For requests from now on. Any thread.
    void keepBodies(bool on) { m_withBodies = on; }

private:
    RequestLog& m_log;
    const LogOrigin m_origin;
    std::atomic<bool> m_withBodies;
};

/// The entry of a request that is over.
LogEntry logEntryOf(const RequestTrace& trace, const LogOrigin& origin, bool withBodies);

/// A body as the log may keep it: merchant information shortened, telephone and identity numbers masked, the
/// rest cut after 32 kB.
QByteArray maskedBody(const std::string& body);

} // namespace rangedesk
