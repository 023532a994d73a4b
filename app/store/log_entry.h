// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <cstdint>

namespace rangedesk {

/// What became of a request, as far as its own reply told. What reading back found stands in the journal.
enum class LogOutcome : std::uint8_t {
    Answered, ///< the server said yes, or gave data
    Refused,  ///< a well-formed refusal
    Unusable, ///< an answer that is not the documented reply, or an HTTP error
    NoAnswer, ///< sent, in part at least, and not answered
    NotSent,  ///< certainly no byte left
    KeptBack, ///< by the write lock, or by the last check
};

/// One request in the log. Never the signature, never the key.
struct LogEntry
{
    std::int64_t sequence = 0; ///< from 1, without gaps
    QDateTime at;              ///< UTC, when it started
    QString profile;
    QString address; ///< of the server, with path, without the signature
    QString openid;
    QString operation; ///< wire name
    bool writes = false;
    QString about;          ///< names of what it is about, between them `labelSeparator`; may be empty
    QByteArray target;      ///< JSON: the parameters that are single values, long ones cut
    std::int64_t items = 0; ///< products in the request
    QString msgId;
    int attempt = 1;
    int httpStatus = 0;
    QString code;  ///< return_code
    QString words; ///< return_msg, or why there was none
    std::int64_t milliseconds = 0;
    std::int64_t bytesSent = 0;
    std::int64_t bytesReceived = 0;
    LogOutcome outcome = LogOutcome::Answered;
    QByteArray requestBody; ///< only where the person asked for bodies; personal data masked
    QByteArray replyBody;
    QByteArray hash; ///< SHA-256 over the hash before it and all of the above
};

} // namespace rangedesk
