// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/selector.h"

#include <optional>
#include <string>
#include <vector>

// What each operation takes, typed. An empty text is an absent field. Field names, lengths and
// required marks stand in vendor_rules.h; `validate` there checks them.
namespace rangedesk {

/// Operation 1. `eventStatus` is 1 online, 2 suspended, 3 ended; dates are yyyy-mm-dd of the
/// vendor's calendar. Departments are joined by commas and named by one of id, code, name, source code.
struct CampaignEdit
{
    std::string sourceCode;
    std::string code;
    std::string name;
    std::string typeCode;
    std::string eventStatus;
    std::string startDate;
    std::string endDate;
    std::string registerUrl;
    std::string eventInformation;
    SelectBy departmentsBy = SelectBy::Id;
    std::vector<std::string> departments;
};

/// Operation 2. `registeredTime` is yyyy-mm-dd hh:mm:ss. Customers by id, code or name.
struct Registration
{
    std::string campaignSourceCode;
    std::string campaignCode;
    SelectBy customersBy = SelectBy::Id;
    std::vector<std::string> customers;
    std::string registeredTime;
    std::string merchantInformation;
};

/// Operation 3. All filters are optional; times are yyyy-MM-dd HH:mm:ss.
struct CampaignQuery
{
    std::string sourceCode;
    std::string code;
    std::string beforeCreateTime;
    std::string afterCreateTime;
    std::string beforeModifyTime;
    std::string afterModifyTime;
    std::string typeCode;

    bool operator==(const CampaignQuery&) const = default;
};

/// Operations 5 and 6. Pages count from 1; a page holds 1000 rules at most.
struct RuleQuery
{
    int pageNumber = 1;
    int pageLength = 1000;
    std::string startCreateDate;
    std::string endCreateDate;
    std::string startModifyDate;
    std::string endModifyDate;
    std::optional<CustomerSelector> customer; ///< operation 6 only
};

/// `opt_type` of operations 7 and 9. To clear is an operation of its own (8 and 10) and takes no products.
enum class ChangeType : std::uint8_t { Upsert = 0, Delete = 1, Clear = 2 };

/// A product of operations 7 and 9. Both flags are always sent, deletes included (decisions 2).
struct ProductChange
{
    SelectBy by = SelectBy::Id;
    std::string value;
    bool mustSell = false;
    bool isNew = false;
};

/// Operation 7.
struct RangeChange
{
    ChangeType type = ChangeType::Upsert;
    RangeConditions conditions;
    std::vector<ProductChange> products;
};

/// Operation 8.
struct RangeClear
{
    RangeConditions conditions;
};

/// Operation 9.
struct CustomerChange
{
    ChangeType type = ChangeType::Upsert;
    CustomerSelector customer;
    std::vector<ProductChange> products;
};

/// Operation 10.
struct CustomerClear
{
    CustomerSelector customer;
};

} // namespace rangedesk
