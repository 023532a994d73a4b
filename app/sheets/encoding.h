// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <string>
#include <string_view>

namespace rangedesk {

enum class Encoding : unsigned char { Automatic, Utf8, Gb18030, Utf16Le, Utf16Be };

/// "auto", "utf-8", "gb18030", "utf-16le", "utf-16be".
std::string_view encodingName(Encoding encoding);
/// The encoding of a name as people write it (also gbk, gb2312, utf8); Usage where there is none.
Result<Encoding> encodingOfName(std::string_view name);

struct DecodedText
{
    std::string utf8; ///< without byte-order mark
    Encoding encoding = Encoding::Utf8;
};

/// Decodes a whole file strictly: by its byte-order mark, else UTF-8, else GB18030; or by @p wanted.
/// Input where the bytes are not text in that encoding, or hold NUL.
Result<DecodedText> decodeText(std::string bytes, Encoding wanted);

} // namespace rangedesk
