// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue_entry.h"

namespace rangedesk {

/// What was read anew over what is known: what the news leave empty is kept.
void mergeEntry(CatalogueEntry& known, CatalogueEntry news);

} // namespace rangedesk
