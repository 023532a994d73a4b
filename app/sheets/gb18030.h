// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rangedesk {

/// Length of the longest prefix that ends with a whole character, by lead bytes: one byte below 0x80,
/// four where the second byte is a digit, two otherwise.
inline std::size_t gb18030WholeCharacters(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::size_t length = 1;
        if (static_cast<unsigned char>(bytes[at]) >= 0x80) {
            if (at + 1 >= bytes.size())
                break;
            const char second = bytes[at + 1];
            length = second >= '0' && second <= '9' ? 4 : 2;
        }
        if (at + length > bytes.size())
            break;
        at += length;
    }
    return at;
}

/// Strict, streaming decoder of GB18030 (GBK is a part of it). Blocks may be cut anywhere. Two
/// implementations: Qt's decoder where Qt has ICU, and the system's on Windows, where it has not.
class Gb18030Decoder
{
public:
    Gb18030Decoder();
    ~Gb18030Decoder();
    Gb18030Decoder(const Gb18030Decoder&) = delete;
    Gb18030Decoder& operator=(const Gb18030Decoder&) = delete;

    /// Whether this system can decode GB18030 at all.
    bool isAvailable() const;
    /// Appends the block to @p utf8. @returns false when the bytes are not GB18030.
    bool decode(std::string_view block, std::string& utf8);
    /// @returns false when the text ends within a character.
    bool finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace rangedesk
