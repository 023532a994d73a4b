// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace rangedesk {

/// What a job may come to before somebody has to raise it on purpose, so that a wrong column cannot clear a
/// country.
struct Ceiling
{
    std::int64_t requests = 2000;
    int removalPercent = 10; ///< of the rows that are sent
};

} // namespace rangedesk
