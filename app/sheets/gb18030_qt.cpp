// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/gb18030.h"

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

namespace rangedesk {

struct Gb18030Decoder::State
{
    QStringDecoder decoder{"GB18030"};
    /// Bytes of a character that the last block ended within.
    std::string rest;
};

Gb18030Decoder::Gb18030Decoder() : m_state(std::make_unique<State>()) {}

Gb18030Decoder::~Gb18030Decoder() = default;

bool Gb18030Decoder::isAvailable() const
{
    return m_state->decoder.isValid();
}

bool Gb18030Decoder::decode(std::string_view block, std::string& utf8)
{
    m_state->rest.append(block);
    const std::size_t length = gb18030WholeCharacters(m_state->rest);
    const QString text =
        m_state->decoder(QByteArrayView(m_state->rest.data(), static_cast<qsizetype>(length)));
    m_state->rest.erase(0, length);
    // A decoder that meets a wrong sequence may flag it or only write the replacement character,
    // whose own GB18030 form (0x8431A437) no spreadsheet writes.
    if (m_state->decoder.hasError() || text.contains(QChar(QChar::ReplacementCharacter)))
        return false;
    utf8 += text.toStdString();
    return true;
}

bool Gb18030Decoder::finish()
{
    return m_state->rest.empty();
}

} // namespace rangedesk
