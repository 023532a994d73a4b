// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>
#include <string>
#include <string_view>

namespace rangedesk {

/// Packs a text that comes piece by piece: a campaign with all customers of the company would be there twice
/// more if it were packed in one go.
class TextPacker
{
public:
    void add(std::string_view text);
    /// What is packed, for `unpackedText`.
    QByteArray take();

private:
    void packPiece();

    std::string m_piece;
    QByteArray m_first; ///< kept as it is where no other follows
    QByteArray m_packed;
};

/// Nothing where the bytes are not what was packed.
std::optional<std::string> unpackedText(const QByteArray& bytes);

} // namespace rangedesk
