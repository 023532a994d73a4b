// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/operation.h"
#include "core/rule.h"
#include "openapi/envelope.h"

#include <string>

// Decoders of the four queries. @p body is the reply as received; the result keeps it (unescaped in
// place) alive. A refusal of the server is the error Refused with its words; a reply to another
// msg_id is Malformed, one without msg_id is taken (decisions 15). Optional fields may be absent or
// null; numbers and strings are both taken as text; unknown fields are passed over.
namespace rangedesk {

/// Operation 3.
Result<CampaignList> decodeCampaigns(std::string body, std::string_view msgId);
/// Operation 4.
Result<DimensionList> decodeDimensions(std::string body, std::string_view msgId);
/// Operation 5 or 6. A rule without an id is malformed.
Result<RuleList> decodeRules(Operation operation, std::string body, std::string_view msgId);
/// The writing operations return an envelope only; a non-zero code is not an error here.
Result<Envelope> decodeWriteReply(Operation operation, std::string body, std::string_view msgId);

} // namespace rangedesk
