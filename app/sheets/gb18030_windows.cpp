// SPDX-License-Identifier: GPL-3.0-or-later
// Windows only, and without Qt headers: a Qt built without ICU cannot decode GB18030 there.
#include "sheets/gb18030.h"

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

namespace rangedesk {

namespace {

constexpr UINT gb18030CodePage = 54936;

} // namespace

struct Gb18030Decoder::State
{
    std::string rest;
};

Gb18030Decoder::Gb18030Decoder() : m_state(std::make_unique<State>()) {}

Gb18030Decoder::~Gb18030Decoder() = default;

bool Gb18030Decoder::isAvailable() const
{
    return IsValidCodePage(gb18030CodePage) != 0;
}

bool Gb18030Decoder::decode(std::string_view block, std::string& utf8)
{
    m_state->rest.append(block);
    const std::size_t length = gb18030WholeCharacters(m_state->rest);
    if (length == 0)
        return true;
    const int bytes = static_cast<int>(length);
    const int wideLength =
        MultiByteToWideChar(gb18030CodePage, MB_ERR_INVALID_CHARS, m_state->rest.data(), bytes, nullptr, 0);
    if (wideLength <= 0)
        return false;
    std::wstring wide(static_cast<std::size_t>(wideLength), L'\0');
    MultiByteToWideChar(gb18030CodePage, MB_ERR_INVALID_CHARS, m_state->rest.data(), bytes, wide.data(),
                        wideLength);
    const int utf8Length =
        WideCharToMultiByte(CP_UTF8, 0, wide.data(), wideLength, nullptr, 0, nullptr, nullptr);
    const std::size_t before = utf8.size();
    utf8.resize(before + static_cast<std::size_t>(utf8Length));
    WideCharToMultiByte(CP_UTF8, 0, wide.data(), wideLength, utf8.data() + before, utf8Length, nullptr,
                        nullptr);
    m_state->rest.erase(0, length);
    return true;
}

bool Gb18030Decoder::finish()
{
    return m_state->rest.empty();
}

} // namespace rangedesk
