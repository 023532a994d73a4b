// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rangedesk {

/// The dimensions by which the API can name a sale range (operations 7 and 8).
enum class Dimension : std::uint8_t {
    Department,
    SalesAreaType,
    CustomerLevel,
    SalesDistrict,
    CustomerType,
    MajorTradingArea,
    TradingArea,
    ChainBrand,
    CityTier,
    Count
};

constexpr int dimensionCount = static_cast<int>(Dimension::Count);

/// The dimension of a `filter_code` (operations 4, 5, 6). Codes and parameter names differ:
/// dept_id→dept, type_id→type, … (api.md 7). Empty for a dimension that cannot be written.
std::optional<Dimension> dimensionOfFilterCode(std::string_view filterCode);

/// The filter code of a dimension.
std::string_view filterCodeOf(Dimension dimension);

/// Prefix of the parameters of operations 7 and 8, e.g. `dept` for dept_id, dept_code, dept_name.
std::string_view dimensionPrefix(Dimension dimension);

/// Whether the dimension has a `_code` parameter: chain brand and city tier have none.
bool dimensionHasCode(Dimension dimension);

/// Name in the vendor's Chinese, and in English.
std::string_view dimensionChineseName(Dimension dimension);
std::string_view dimensionEnglishName(Dimension dimension);

/// Name in the language of the program.
QString dimensionName(Dimension dimension);

} // namespace rangedesk
