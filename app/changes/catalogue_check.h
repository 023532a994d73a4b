// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "changes/batch.h"

namespace rangedesk {

/// A cell that names nothing that the catalogue knows. That is no fault: the server may know it.
struct Doubt
{
    std::uint32_t row = 0;
    std::int16_t column = -1;
    std::string value; ///< of a cell that names several, the one in doubt
};

/// Rows that are in order by themselves and name a product, customer or value by a code, external id or name
/// that nothing in the catalogue has; the first such cell of each row, in the order of rows. Kinds of which
/// the catalogue knows no such name are not looked at. Takes a while; in a worker.
std::vector<Doubt> notInCatalogue(const Batch& batch, const Catalogue& catalogue);

/// In the language of the program.
QString describe(const Doubt& doubt);

} // namespace rangedesk
