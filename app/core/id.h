// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace rangedesk {

/// Ids are names made of digits (19 of them as a rule, also beyond 64 bits) and are kept as text.

/// How a spreadsheet may have damaged an id or a code.
enum class IdDamage {
    None,
    Exponent,      ///< 8.93E+18: digits are gone
    TrailingZeros, ///< 8931837644917760000: fifteen digits kept, the rest made zeros
};

/// Damage of an id cell: an exponent form, or four and more zeros at the end. An id that was itself
/// read from the server with such zeros is in order; only the caller can know that.
IdDamage idDamage(std::string_view cell);

/// Damage of a code cell: only the form d.dE+dd. Codes such as 1E10 or 00012 are text.
IdDamage codeDamage(std::string_view cell);

/// Digits only, at least one.
bool isDigits(std::string_view text);

} // namespace rangedesk
