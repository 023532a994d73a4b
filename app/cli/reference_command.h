// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// `reference FILE`: takes a list of customers, products or values over into the catalogue. Nothing is sent.
int runReference(Session& session);

} // namespace rangedesk::cli
