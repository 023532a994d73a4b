// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/violation.h"

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
    NoCampaign,
    CampaignNotFound,
    CampaignExists,  ///< it was to be new; detail: the name of the one that was found
    CampaignUnnamed, ///< it has no external id, so it cannot be written
    NotAllowedValue, ///< detail: kind of the violation as a letter, then what is allowed
    MissingForNew,   ///< detail: what a new campaign needs besides
    NothingToChange, ///< no cell but the campaign's name is filled
    CannotEmpty,     ///< the platform wants a value there
    CommaInName,
    CannotDelete, ///< no campaign can be deleted
    BadCampaignOperation,
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

/// The reason of a value that the vendor's tables do not allow, with its detail.
Refusal refusalOf(const Violation& violation, std::int16_t column);

/// Reason and remedy, translated.
QString describe(const Refusal& refusal);

} // namespace rangedesk
