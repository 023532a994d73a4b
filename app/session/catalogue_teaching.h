// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "store/catalogue_file.h"

namespace rangedesk {

struct Taught
{
    std::shared_ptr<const Catalogue> catalogue; ///< with the news, whatever became of the file
    std::optional<Error> problem;               ///< of the file
};

/// Teaches a catalogue and its file what was read: what that does not tell is kept, in the file also where
/// another program wrote it since. Blocks.
/// @param path empty: there is no file
/// @param scope the server and company
Taught teach(const Catalogue& known, CatalogueNews news, const QString& path, const QString& scope);

/// The same for a program that has no catalogue in memory. Blocks.
std::optional<Error> teachFile(CatalogueNews news, CatalogueFile& file, const QString& scope);

} // namespace rangedesk
