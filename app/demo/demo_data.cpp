// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_data.h"

namespace rangedesk::demo {

std::uint64_t DemoData::newNumber()
{
    // Spread over the whole range of 19 digits, so that nothing passes by being small.
    const std::uint64_t spread =
        1000000000000000000ULL + (++nextId * 6364136223846793005ULL) % 8000000000000000000ULL;
    return spread % 10000 == 0 ? spread + 7 : spread;
}

std::string DemoData::newId()
{
    return std::to_string(newNumber());
}

const DimensionData* DemoData::dimensionOfPrefix(std::string_view prefix) const
{
    for (const DimensionData& dimension : dimensions) {
        if (dimension.prefix == prefix)
            return &dimension;
    }
    return nullptr;
}

} // namespace rangedesk::demo
