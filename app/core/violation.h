// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QString>
#include <string>
#include <string_view>

namespace rangedesk {

/// A value that the vendor's tables do not allow.
struct Violation
{
    enum class Kind : std::uint8_t {
        Missing,        ///< a required field is empty
        TooLong,        ///< more characters than VARCHAR(n) holds
        NotADate,       ///< not a day in the form yyyy-mm-dd
        NotADateTime,   ///< not a moment in the form yyyy-mm-dd hh:mm:ss
        NotAllowed,     ///< not one of the listed values
        NotAnAddress,   ///< not an http or https address
        OutOfRange,     ///< a number outside its bounds
        EndBeforeStart, ///< end_date before start_date
        NoneOf,         ///< "not all empty": every one of a group is empty
        MoreThanOne,    ///< "exactly one of": several of a group are filled
        HoldsComma,     ///< a name with a comma in a comma-separated list
        Unknown,        ///< a field that the operation does not have
    };

    Kind kind = Kind::Missing;
    Operation operation = Operation::Count;
    std::string field; ///< the wire's name, or the names of a group joined by ", "
    std::string value;
    std::string allowed; ///< the length limit, the listed values, or the bounds
};

/// The reason and the remedy in one or two sentences, without the field's name.
QString describe(const Violation& violation);

} // namespace rangedesk
