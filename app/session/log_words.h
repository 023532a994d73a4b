// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/settings.h"
#include "store/request_log.h"

namespace rangedesk {

/// For files and scripts: answered, refused, unusable, no-answer, not-sent, kept-back.
QString logOutcomeName(LogOutcome outcome);
/// For people.
QString logOutcomeWord(LogOutcome outcome);
/// What the operation does, for people: "Change range products".
QString operationWord(const QString& wireName);
/// What a request was about, in words: "Department 华东大区 · Customer level A · 200 products".
QString logTargetWords(const LogEntry& entry);

/// What going over the log found, a sentence a line.
QStringList verdictWords(const LogVerdict& verdict);

/// A command that sends the same request again from a shell. The signature is computed there from
/// $RANGEDESK_APPKEY. The body stands in it where it is known: always for reads, for writes only where bodies
/// are kept and nothing in them was masked; otherwise a place to put it. It goes
/// to the server of the entry; @param settings tell of proxy and authorities, where they are for that one
QString curlCommand(const LogEntry& entry, const ConnectionSettings& settings);

/// Writes all entries of a log as CSV (UTF-8 with mark), a part at a time. Storage where that fails.
/// @returns how many
Result<std::int64_t> exportLog(const QString& path, const QString& logPath,
                               const std::atomic<bool>* stop = nullptr);

} // namespace rangedesk
