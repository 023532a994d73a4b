// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// `explain CUSTOMER`: what the customer may sell, and by which rules. `where PRODUCT`: which customers of
/// the catalogue may sell it. Reads the rules; changes nothing.
int runExplain(Session& session);

} // namespace rangedesk::cli
