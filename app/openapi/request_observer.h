// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "openapi/exchange.h"

namespace rangedesk {

/// A request when it is over, or when it was kept back in the process. Never with the signature.
struct RequestTrace
{
    Operation operation = Operation::Count;
    std::string about; ///< names of what it is about, as the caller knows them
    std::string body;
    std::string msgId;
    int attempt = 1;
    QDateTime startedAt; ///< UTC
    std::chrono::milliseconds took{0};
    Delivery::Kind kind = Delivery::Kind::NeverLeft;
    bool cancelled = false;
    bool keptBack = false; ///< by the write lock, or by the last check before it leaves
    int httpStatus = 0;
    std::int64_t bytesReceived = 0;
    std::string replyHead; ///< the whole reply, or the first bytes of a long one
    std::string replyTail; ///< the last bytes of a long one
    QString problem;
};

/// Told of every request, in the connection's thread; it must return at once.
class RequestObserver
{
public:
    RequestObserver() = default;
    RequestObserver(const RequestObserver&) = delete;
    RequestObserver& operator=(const RequestObserver&) = delete;
    virtual ~RequestObserver() = default;
    virtual void requestOver(RequestTrace trace) = 0;
};

} // namespace rangedesk
