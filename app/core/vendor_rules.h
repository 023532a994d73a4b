// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/requests.h"
#include "core/violation.h"
#include "core/wire_request.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

// The vendor's parameter tables as data, one row a parameter, and the one function that holds a
// request against them. Screens, sheets and encoders all ask here.
namespace rangedesk {

enum class FieldFormat : std::uint8_t {
    Text,
    Date,        ///< yyyy-mm-dd
    DateTime,    ///< yyyy-mm-dd hh:mm:ss
    EventStatus, ///< 1, 2 or 3
    Binary,      ///< 0 or 1
    Address,     ///< http(s) address
    PageNumber,  ///< from 1; a JSON number on the wire
    PageLength,  ///< 1 to 1000; a JSON number on the wire
};

/// One row of a parameter table.
struct FieldRule
{
    Operation operation;
    std::string_view field; ///< fields of `sale_products` are written "sale_products.x"
    bool required;
    int maxCharacters; ///< n of VARCHAR(n), in characters; 0 for TEXT, INT and String
    FieldFormat format;
};

std::span<const FieldRule> fieldRules();
/// The row of a field, or nullptr where the operation has no such field.
const FieldRule* fieldRule(Operation operation, std::string_view field);

/// Everything in the request that the vendor's tables and api.md 10 to 12 and 17 do not allow.
std::vector<Violation> validate(const WireRequest& request);

/// Names that hold a comma, in lists that are joined by commas (api.md 17). Ask before `toWire`:
/// afterwards the names cannot be told apart.
std::vector<Violation> validateNames(const CampaignEdit& edit);
std::vector<Violation> validateNames(const Registration& registration);

} // namespace rangedesk
