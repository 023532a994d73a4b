// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "sheets/column_role.h"

#include <optional>
#include <string>
#include <vector>

namespace rangedesk {

/// What a column names an entry of; nothing where it names none.
std::optional<EntryKind> entryKindOf(const ColumnRole& role);
/// The id, code, external id or name of an entry.
std::string_view nameOf(const EntryList& entries, std::uint32_t entry, SelectBy by);

/// What a cell of a column may have meant, of all that is in the catalogue, best first, at most five. An id
/// that a spreadsheet has rounded has one only where it is the only one that fits.
std::vector<std::string> suggestions(const Catalogue& catalogue, const ColumnRole& role,
                                     const std::string& cell);

/// The same for a value that is not a cell: @p by says what it is meant to be.
std::vector<std::string> suggestions(const EntryList& entries, SelectBy by, const std::string& text);

} // namespace rangedesk
