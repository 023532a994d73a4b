// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/id.h"

#include <algorithm>

namespace rangedesk {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// d[.d…]E[+|-]d…; @p strict asks for the fraction and the sign, as a spreadsheet shows a number.
bool isExponentForm(std::string_view text, bool strict)
{
    const std::size_t e = text.find_first_of("eE");
    if (e == std::string_view::npos || e == 0)
        return false;
    const std::string_view mantissa = text.substr(0, e);
    std::string_view exponent = text.substr(e + 1);
    const std::size_t dot = mantissa.find('.');
    const bool hasFraction = dot != std::string_view::npos;
    if (hasFraction && (!isDigits(mantissa.substr(0, dot)) || !isDigits(mantissa.substr(dot + 1))))
        return false;
    if (!hasFraction && !isDigits(mantissa))
        return false;
    const bool hasSign = !exponent.empty() && (exponent.front() == '+' || exponent.front() == '-');
    if (hasSign)
        exponent.remove_prefix(1);
    return isDigits(exponent) && (!strict || (hasFraction && hasSign));
}

} // namespace

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

IdDamage idDamage(std::string_view cell)
{
    if (isExponentForm(cell, false))
        return IdDamage::Exponent;
    if (isDigits(cell) && cell.size() > 4 && cell.ends_with("0000"))
        return IdDamage::TrailingZeros;
    return IdDamage::None;
}

IdDamage codeDamage(std::string_view cell)
{
    return isExponentForm(cell, true) ? IdDamage::Exponent : IdDamage::None;
}

} // namespace rangedesk
