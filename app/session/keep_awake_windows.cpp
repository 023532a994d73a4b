// SPDX-License-Identifier: GPL-3.0-or-later
// Without Qt headers, so that it can be compiled anywhere with a cross-compiler.
#include "session/keep_awake.h"

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace rangedesk {

struct KeepAwake::Part
{};

KeepAwake::KeepAwake() = default;

KeepAwake::~KeepAwake()
{
    release();
}

void KeepAwake::hold()
{
    SetThreadExecutionState(ES_CONTINUOUS | ES_SYSTEM_REQUIRED);
}

void KeepAwake::release()
{
    SetThreadExecutionState(ES_CONTINUOUS);
}

} // namespace rangedesk
