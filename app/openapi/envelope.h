// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/operation.h"
#include "openapi/json_records.h"

#include <optional>
#include <string>

namespace rangedesk {

/// What every reply holds. `code` is `return_code` as text, whether it came as 0 or "0" (api.md 1);
/// `message` is `return_msg` or `return_ms` (api.md 3), word for word.
struct Envelope
{
    std::optional<std::string> msgId;
    std::string code;
    std::string message;

    bool isSuccess() const { return code == "0"; }
};

/// Parses a reply in place: strings are unescaped within @p body, and what @p sink receives points
/// into it. `response_data` may be JSON in a string, an inline list or object, absent, null or empty
/// (api.md 4). @p sink may be null where an operation returns no data.
/// @returns Malformed, naming the operation and quoting the start of what came, for anything else:
/// no JSON, not UTF-8, truncated, without a return code, nested too deep.
Result<Envelope> readReply(Operation operation, std::string& body, RecordSink* sink);

/// The refusal as an error: code and words of the server.
Error refusal(Operation operation, const Envelope& envelope);

/// Malformed, naming the operation and quoting @p body. @p why is a translated reason.
Error malformed(Operation operation, const QString& why, std::string_view body);

/// Of the two clear operations the code alone proves nothing (api.md 2): 1 is an answer, too.
bool codeProvesNothing(Operation operation);
/// Whether the server's words speak of too many requests (频繁).
bool speaksOfThrottling(std::string_view message);
/// Whether they speak of the signature or the key: no other request would fare better.
bool speaksOfCredentials(std::string_view message);
/// Whether they speak of a permission: halving would not help.
bool speaksOfPermission(std::string_view message);
/// Whether they say that sale ranges are switched off for the company.
bool speaksOfDisabledRanges(std::string_view message);

} // namespace rangedesk
