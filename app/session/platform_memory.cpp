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
    constexpr int arenas = 1; // few threads work at once, and each arena keeps what it once had
    constexpr int largeBuffer =
        64 * 1024; // fixed, or the library raises it with each large one that is freed
    mallopt(M_ARENA_MAX, arenas);
    mallopt(M_MMAP_THRESHOLD, largeBuffer);
    mallopt(M_TRIM_THRESHOLD, largeBuffer);
#endif
}

void giveBackMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace rangedesk
