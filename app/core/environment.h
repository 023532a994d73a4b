// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace rangedesk {

/// What kind of company a profile works on. A rehearsal is the demo server on this computer.
enum class Environment : std::uint8_t { Production, Test, Rehearsal };

} // namespace rangedesk
