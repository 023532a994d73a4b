// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keep_awake.h"

namespace rangedesk {

struct KeepAwake::Part
{};

KeepAwake::KeepAwake() = default;
KeepAwake::~KeepAwake() = default;
void KeepAwake::hold() {}
void KeepAwake::release() {}

} // namespace rangedesk
