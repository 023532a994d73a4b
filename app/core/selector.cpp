// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selector.h"

#include <array>

namespace rangedesk {

std::string_view selectBySuffix(SelectBy by)
{
    constexpr std::array<std::string_view, 4> suffixes{"id", "code", "source_code", "name"};
    return suffixes.at(static_cast<std::size_t>(by));
}

} // namespace rangedesk
