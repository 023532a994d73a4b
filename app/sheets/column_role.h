// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/campaign_field.h"
#include "core/dimension.h"
#include "core/selector.h"

#include <array>
#include <optional>
#include <string_view>

namespace rangedesk {

/// What a column of a sheet means.
struct ColumnRole
{
    enum class Field : std::uint8_t {
        Condition, ///< `dimension` by `by`
        Customer,  ///< by `by`
        Product,   ///< by `by`; by name it is for people only and is not sent
        MustSell,
        IsNew,
        Operation,
        Expected,      ///< what the server held when the row was made: "absent", "1/0" (must-sell/new), …
        Comment,       ///< a person's words on the row, in a change set that is shared
        OwnOutcome,    ///< the outcome column of a result file of ours
        Own,           ///< another column that our result files add
        Campaign,      ///< names a campaign, by `by`: external id or code
        CampaignValue, ///< `campaign`, but for its code
        RegisteredTime,
        MerchantInformation,
    };
    Field field = Field::Condition;
    Dimension dimension = Dimension::Department;
    SelectBy by = SelectBy::Id;
    CampaignField campaign = CampaignField::Name;

    bool operator==(const ColumnRole&) const = default;
};

/// The role of a heading: the wire's name (dept_code), the Chinese (部门编码) or the English one
/// (Department code); case and width do not matter. Empty where it is none of them.
std::optional<ColumnRole> roleOfHeading(std::string_view heading);

/// A name of a role for files of ours: a heading of the wire where it has one. Stable.
std::string roleName(const ColumnRole& role);
std::optional<ColumnRole> roleOfName(std::string_view name);

/// The heading of a role for people, in the language of the program; `roleOfHeading` knows it.
std::string headingOf(const ColumnRole& role);

/// The columns that results add, in their order, in the language of the program.
enum class OwnColumn : std::uint8_t {
    Line,
    Column,
    Value,
    Reason,
    Outcome,
    RequestId,
    ServerWords,
    Verified,
    Change,
    Count
};
std::string ownHeading(OwnColumn column);

/// The columns that the file of refused rows adds, and those that a report adds.
inline constexpr std::array refusedColumns{OwnColumn::Line, OwnColumn::Column, OwnColumn::Value,
                                           OwnColumn::Reason};
inline constexpr std::array reportColumns{OwnColumn::Outcome,     OwnColumn::Change,   OwnColumn::RequestId,
                                          OwnColumn::ServerWords, OwnColumn::Verified, OwnColumn::Reason};

/// Whether a heading is that column's in either language.
bool isOwnHeading(std::string_view heading, OwnColumn column);

} // namespace rangedesk
