// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace rangedesk {

/// Lower-case hexadecimal MD5 of `body|appkey|timestamp`, over exactly the bytes that are sent.
std::string requestDigest(std::string_view body, std::string_view appkey, std::string_view timestamp);

/// A new msg_id: 32 hexadecimal digits, unique per request.
std::string newMessageId();

} // namespace rangedesk
