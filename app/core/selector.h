// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dimension.h"

#include <string>
#include <vector>

namespace rangedesk {

/// What a value is named by. The order is the order of preference when several are given.
enum class SelectBy : std::uint8_t { Id, Code, SourceCode, Name };

/// "id", "code", "source_code", "name": the end of the parameter's name.
std::string_view selectBySuffix(SelectBy by);

/// One condition of a sale range: exactly one of id, code, name for a dimension.
struct Condition
{
    Dimension dimension = Dimension::Department;
    SelectBy by = SelectBy::Id;
    std::string value;

    bool operator==(const Condition&) const = default;
};

/// A range as operations 7 and 8 name it: all conditions hold (AND), one value a dimension, in the
/// order of the Dimension enumeration.
using RangeConditions = std::vector<Condition>;

/// A customer as operations 6, 9 and 10 name it.
struct CustomerSelector
{
    SelectBy by = SelectBy::Id;
    std::string value;

    bool operator==(const CustomerSelector&) const = default;
};

} // namespace rangedesk
