// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace rangedesk {

/// Copies a database whose tables are keyed by scope as it stands at one moment, even while another instance
/// works in it: what belongs to one scope alone, and from then on to another. Takes the place of what is at
/// @p to. Nothing is made where there is no file to copy. Blocks.
Result<void> copyOfScope(const QString& from, const QString& to, const QString& scope,
                         const QString& newScope);

} // namespace rangedesk
