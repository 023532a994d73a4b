// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/call.h"

namespace rangedesk {

/// What one harmless request (queryPdSaleRange) tells of a connection.
struct ConnectionReport
{
    bool isReached = false; ///< an HTTP answer came
    std::chrono::milliseconds took{0};
    std::optional<Error> problem; ///< the server's refusal, or why nothing came; nothing: the key is accepted
    std::shared_ptr<const CertificateRefusal> refusedCertificate;
    std::optional<CertificateFacts> certificate;         ///< that was accepted
    std::vector<std::pair<QString, QString>> dimensions; ///< enabled ones: code and name

    bool isGood() const { return !problem; }
};

/// Asks once, without repeats, so that the answer comes within the time-outs. Blocks: call it in a worker.
ConnectionReport testConnection(Connection& connection, const StopFlag& stop);

} // namespace rangedesk
