// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dimension.h"

#include "core/language.h"
#include "core/text.h"

#include <array>

namespace rangedesk {

namespace {

struct DimensionInfo
{
    std::string_view filterCode;
    std::string_view prefix;
    bool hasCode;
    std::string_view chinese;
    std::string_view english;
};

// Filter codes and Chinese names: operation 4's sample; prefixes: operation 7's table.
constexpr std::array<DimensionInfo, dimensionCount> dimensions{{
    {"dept_id", "dept", true, "部门", "Department"},
    {"business_id", "business", true, "销售区域类型", "Sales area type"},
    {"customer_level", "customer_level", true, "客户级别", "Customer level"},
    {"district_level", "district_level", true, "销售区域", "Sales district"},
    {"type_id", "type", true, "客户类型", "Customer type"},
    {"tradingarea_big", "tradingarea_big", true, "大商圈", "Major trading area"},
    {"tradingarea_nomal", "tradingarea_nomal", true, "商圈", "Trading area"},
    {"kasys", "kasys", false, "连锁品牌", "Chain brand"},
    {"city_level", "city_level", false, "城市等级", "City tier"},
}};

const DimensionInfo& info(Dimension dimension)
{
    return dimensions.at(static_cast<std::size_t>(dimension));
}

} // namespace

std::optional<Dimension> dimensionOfFilterCode(std::string_view filterCode)
{
    if (filterCode == "kasys_id") // the vendor shows no filter code for the chain brand (api.md 7)
        return Dimension::ChainBrand;
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        if (dimensions.at(i).filterCode == filterCode)
            return static_cast<Dimension>(i);
    }
    return std::nullopt;
}

std::string_view filterCodeOf(Dimension dimension)
{
    return info(dimension).filterCode;
}

std::string_view dimensionPrefix(Dimension dimension)
{
    return info(dimension).prefix;
}

bool dimensionHasCode(Dimension dimension)
{
    return info(dimension).hasCode;
}

std::string_view dimensionChineseName(Dimension dimension)
{
    return info(dimension).chinese;
}

std::string_view dimensionEnglishName(Dimension dimension)
{
    return info(dimension).english;
}

QString dimensionName(Dimension dimension)
{
    return toQString(isChinese() ? info(dimension).chinese : info(dimension).english);
}

} // namespace rangedesk
