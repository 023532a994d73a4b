// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dimension.h"

#include <map>
#include <string>

namespace rangedesk {

/// What the catalogue holds: the values of each dimension, numbered as the dimensions are, and more.
enum class EntryKind : std::uint8_t {
    Product = static_cast<std::uint8_t>(Dimension::Count),
    Customer,
    Campaign, ///< its id is the external id
    Count
};

constexpr std::size_t entryKindCount = static_cast<std::size_t>(EntryKind::Count);

constexpr EntryKind entryKind(Dimension dimension)
{
    return static_cast<EntryKind>(dimension);
}

/// "Product", "Customer", or the dimension's name; in the language of the program.
QString entryKindName(EntryKind kind);

/// Where an entry of the catalogue was seen last.
enum class EntryOrigin : std::uint8_t { Rules, CustomerRules, Campaigns, ReferenceList, Count };

/// Ids that a reference list does not tell are made up of this and the code or name. No id of the server's
/// begins so: they are digits.
constexpr char madeUpId = '#';

/// Something that has an id, as it was read from the server or from a reference list.
struct CatalogueEntry
{
    std::string id; ///< never empty; made up of code or name where a reference list has none
    std::string code;
    std::string sourceCode; ///< external id
    std::string name;
    /// What reference lists tell: by the prefix of a dimension (`dept`, `level`, …) or by their heading.
    std::map<std::string, std::string> attributes;
    EntryOrigin origin = EntryOrigin::Rules;

    bool operator==(const CatalogueEntry&) const = default;
};

} // namespace rangedesk
