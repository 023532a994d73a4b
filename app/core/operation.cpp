// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation.h"

#include <array>

namespace rangedesk {

namespace {

struct OperationInfo
{
    std::string_view name;
    std::string_view path;
    bool writes;
};

constexpr std::array<OperationInfo, static_cast<std::size_t>(Operation::Count)> operations{{
    {"addOrUpdateCampaign", "/api/bcwin/v1/addOrUpdateCampaign", true},
    {"applyCallBack", "/api/bcwin/v1/applyCallBack", true},
    {"queryCampaign", "/api/bcwin/v1/queryCampaign", false},
    {"queryPdSaleRange", "/api/product/v1/queryPdSaleRange", false},
    {"getSaleRangePds", "/api/product/v1/getSaleRangePds", false},
    {"getSaleRangeCusPds", "/api/product/v1/getSaleRangeCusPds", false},
    {"modifySaleRangePds", "/api/product/v1/modifySaleRangePds", true},
    {"removeSaleRange", "/api/product/v1/removeSaleRange", true},
    {"modifyCmSaleRangeByPds", "/api/product/v1/modifyCmSaleRangeByPds", true},
    {"removeCmSaleRange", "/api/product/v1/removeCmSaleRange", true},
}};

} // namespace

std::string_view operationName(Operation operation)
{
    return operations.at(static_cast<std::size_t>(operation)).name;
}

std::string_view operationPath(Operation operation)
{
    return operations.at(static_cast<std::size_t>(operation)).path;
}

bool operationWrites(Operation operation)
{
    return operations.at(static_cast<std::size_t>(operation)).writes;
}

} // namespace rangedesk
