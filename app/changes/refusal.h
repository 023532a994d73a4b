// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <string>

namespace rangedesk {

/// Why a row cannot be sent.
enum class RefusalReason : std::uint8_t {
    TooFewCells,
    ExtraCells,  ///< filled cells beyond the headings
    NoCondition, ///< every condition cell is empty
    NoCustomer,
    NoProduct,
    TooLong, ///< detail: the limit
    BadFlag,
    BadOperation,
    OtherOperation, ///< the row's own operation differs from the chosen one
    NoOperation,    ///< "per row" was chosen and the cell is empty
    DamagedByExponent,
    DamagedByZeros,
    Contradiction,      ///< detail: the lines of the other rows
    ContradictingCells, ///< cells of one row name different things; detail: what was read
    Ambiguous,          ///< detail: how many
    CustomerNotFound,
    KeepUnclear,    ///< an empty flag cell, and the server holds two values
    CellError,      ///< a formula's error or missing value in place of a name
    MergedCell,     ///< empty because it is merged with another one; detail: that one's line
    ProductInClear, ///< the row clears a whole target and names a product
    BadExpected,
    Count
};

/// A refusal of one row: at which cell, with which value, why. As text through `describe`.
struct Refusal
{
    std::uint32_t row = 0;
    std::int16_t column = -1; ///< index within the sheet, -1 for the row as a whole
    RefusalReason reason = RefusalReason::TooFewCells;
    std::string value;
    std::string detail;
};

/// Reason and remedy, translated.
QString describe(const Refusal& refusal);

} // namespace rangedesk
