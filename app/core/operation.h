// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <string_view>

namespace rangedesk {

/// The ten operations of the vendor's OpenAPI, in the order of its pages.
enum class Operation : std::uint8_t {
    AddOrUpdateCampaign,
    ApplyCallBack,
    QueryCampaign,
    QueryPdSaleRange,
    GetSaleRangePds,
    GetSaleRangeCusPds,
    ModifySaleRangePds,
    RemoveSaleRange,
    ModifyCmSaleRangeByPds,
    RemoveCmSaleRange,
    Count
};

/// The operation's last path segment, which is also how logs and errors name it.
std::string_view operationName(Operation operation);
/// Path after the base address, without the signature parts.
std::string_view operationPath(Operation operation);
/// Whether the operation changes something on the server.
bool operationWrites(Operation operation);

} // namespace rangedesk
