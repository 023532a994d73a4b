// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "rules/explain.h"

namespace rangedesk {

/// Of each value that a customer has, all by which a rule may mean it: as it stands there, and of the one
/// entry that it names the id, and code and name where no other entry has them too. Never empty texts.
std::vector<std::set<std::string>> namesOfValues(const EntryList& entries,
                                                 const std::vector<std::string>& values);

/// What the catalogue knows of a customer: its id, where it is the server's, and the values of its
/// dimensions, which reference lists tell as attributes.
CustomerFacts factsOf(const Catalogue& catalogue, std::uint32_t customer);

} // namespace rangedesk
