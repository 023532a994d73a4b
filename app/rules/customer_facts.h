// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "rules/explain.h"

namespace rangedesk {

/// Of each value that a customer has, all by which a rule may mean it: as it stands there, and of the one
/// entry that it names the id, and code and name where no other entry has them too. Never empty texts.
std::vector<std::set<std::string>> namesOfValues(const EntryList& entries,
                                                 const std::vector<std::string>& values);

/// The same of one entry; never empty texts. A customer that has this value fits the rules that mean it, and
/// not those that mean another of its name.
std::set<std::string> namesOfEntry(const EntryList& entries, std::uint32_t entry);
/// Of a value as a person gave it: of the entry that it names, or itself where it names none, or several.
std::set<std::string> namesOfValue(const EntryList& entries, SelectBy by, const std::string& value);

/// What the catalogue knows of a customer: its id, where it is the server's, and the values of its
/// dimensions, which reference lists tell as attributes.
CustomerFacts factsOf(const Catalogue& catalogue, std::uint32_t customer);

} // namespace rangedesk
