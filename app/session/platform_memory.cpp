// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that speaks to the C library's allocator.
#include "session/platform_memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace rangedesk {

void keepMemoryTight()
{
#ifdef __GLIBC__
    constexpr int arenas = 2; // one a core is plenty: few threads work at once
    constexpr int largeBuffer =
        128 * 1024; // fixed, or the library raises it with each large one that is freed
    mallopt(M_ARENA_MAX, arenas);
    mallopt(M_MMAP_THRESHOLD, largeBuffer);
    mallopt(M_TRIM_THRESHOLD, largeBuffer);
#endif
}

} // namespace rangedesk
