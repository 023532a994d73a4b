// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/settings.h"

namespace rangedesk {

/// Takes the key out of RANGEDESK_APPKEY, also out of the memory in which it stood, before anything else
/// can read it or hand it to a child (decisions 28). Call it first thing in main, with one thread only.
AppKey takeKeyFromEnvironment();

} // namespace rangedesk
