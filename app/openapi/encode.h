// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vendor_rules.h"

#include <string>

namespace rangedesk {

/// The body of a request: a JSON object with exactly the fields of @p request, `{}` where there are
/// none. Texts are JSON strings, page numbers JSON numbers. Serialised once: sign and send these bytes.
/// @pre `validate(request)` found nothing.
std::string encodeBody(const WireRequest& request);

} // namespace rangedesk
