// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packed_text.h"

#include <QtEndian>

namespace rangedesk {

namespace {

// A text of one piece is what qCompress makes of it: its length in four bytes, then the packed bytes. One of
// several begins with a length of 0; then come the pieces, each behind the number of its bytes.

constexpr std::size_t pieceBytes = 1024UL * 1024;
/// Larger than any reply that is taken; a damaged length is never believed.
constexpr quint32 mostBytes = 512U * 1024 * 1024;
constexpr int quickly = 1; ///< of zlib's levels
constexpr qsizetype lengthBytes = sizeof(quint32);

quint32 numberAt(QByteArrayView bytes, qsizetype at)
{
    return bytes.size() - at < lengthBytes ? 0 : qFromBigEndian<quint32>(bytes.data() + at);
}

void appendNumber(QByteArray& bytes, quint32 number)
{
    char text[lengthBytes];
    qToBigEndian(number, text);
    bytes.append(text, lengthBytes);
}

/// The pieces of a text; none where the bytes are not what was packed.
std::vector<QByteArrayView> piecesOf(QByteArrayView bytes)
{
    if (numberAt(bytes, 0) != 0)
        return {bytes};
    std::vector<QByteArrayView> pieces;
    for (qsizetype at = lengthBytes; at < bytes.size();) {
        const auto size = static_cast<qsizetype>(numberAt(bytes, at));
        at += lengthBytes;
        if (size == 0 || size > bytes.size() - at)
            return {};
        pieces.push_back(bytes.sliced(at, size));
        at += size;
    }
    return pieces;
}

} // namespace

void TextPacker::add(std::string_view text)
{
    while (!text.empty()) {
        if (m_piece.size() == pieceBytes)
            packPiece();
        const std::string_view part = text.substr(0, pieceBytes - m_piece.size());
        m_piece += part;
        text.remove_prefix(part.size());
    }
}

void TextPacker::packPiece()
{
    QByteArray packed = qCompress(reinterpret_cast<const uchar*>(m_piece.data()),
                                  static_cast<qsizetype>(m_piece.size()), quickly);
    m_piece.clear();
    if (m_first.isEmpty() && m_packed.isEmpty()) {
        m_first = std::move(packed);
        return;
    }
    if (m_packed.isEmpty()) {
        appendNumber(m_packed, 0);
        appendNumber(m_packed, static_cast<quint32>(m_first.size()));
        m_packed += std::exchange(m_first, {});
    }
    appendNumber(m_packed, static_cast<quint32>(packed.size()));
    m_packed += packed;
}

QByteArray TextPacker::take()
{
    packPiece();
    return m_packed.isEmpty() ? std::exchange(m_first, {}) : std::exchange(m_packed, {});
}

std::optional<std::string> unpackedText(const QByteArray& bytes)
{
    const std::vector<QByteArrayView> pieces = piecesOf(bytes);
    std::size_t length = 0;
    for (const QByteArrayView piece : pieces) {
        const quint32 claimed = numberAt(piece, 0);
        if (claimed == 0 || claimed > mostBytes - length)
            return std::nullopt;
        length += claimed;
    }
    std::string text;
    text.reserve(length);
    for (const QByteArrayView piece : pieces) {
        const QByteArray part = qUncompress(reinterpret_cast<const uchar*>(piece.data()), piece.size());
        if (part.size() != static_cast<qsizetype>(numberAt(piece, 0)))
            return std::nullopt;
        text.append(part.constData(), static_cast<std::size_t>(part.size()));
    }
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

} // namespace rangedesk
