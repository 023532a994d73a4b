// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

// What the four queries return. Texts are views into the reply's own bytes: a page of a hundred
// thousand products costs no allocation a cell. The list that holds them keeps the bytes alive.
namespace rangedesk {

/// The bytes that decoded values point into.
using TextOwner = std::shared_ptr<const std::string>;

/// `belong_dept`, and the three customer lists of operation 3. `merchantInformation` is filled for
/// registered customers only; departments have no source code.
struct NamedEntry
{
    std::string_view id;
    std::string_view code;
    std::string_view name;
    std::string_view sourceCode;
    std::string_view merchantInformation;
};

/// A campaign as operation 3 returns it.
struct Campaign
{
    std::string_view sourceCode;
    std::string_view code;
    std::string_view typeCode;
    std::string_view typeName;
    std::string_view name;
    std::string_view startDate;
    std::string_view endDate;
    std::string_view eventStatus;
    std::string_view eventInformation;
    std::string_view registerUrl;
    std::vector<NamedEntry> departments;
    /// False where a reply did not tell all of them: that must not be taken for none.
    bool hasDepartments = true;
    std::vector<NamedEntry> covered;
    std::vector<NamedEntry> notified;
    std::vector<NamedEntry> registered;
};

/// `sale_ranges` of operation 4: a dimension the company has enabled.
struct EnabledDimension
{
    std::string_view filterCode;
    std::string_view filterName;
};

/// `salesRangeCusFields`: a condition of a rule; several values stand comma-separated in
/// `selectedId` and `selectedName` (api.md 11).
struct RuleField
{
    std::string_view filterCode;
    std::string_view filterName;
    std::string_view selectedId;
    std::string_view selectedCode;
    std::string_view selectedName;
};

/// `salesRangeCuss` of operation 6.
struct RuleCustomer
{
    std::string_view id;
    std::string_view code;
    std::string_view name;
};

/// `salesRangeProducts`. The same product can be listed twice (api.md 9). `supplyId` -1, and the
/// empty one of operation 5, is every supplier.
struct RuleProduct
{
    std::string_view id;
    std::string_view code;
    std::string_view name;
    std::string_view supplyId;
    std::string_view supplyName;
    bool mustSell = false;
    bool isNew = false;

    bool isOfEverySupplier() const { return supplyId.empty() || supplyId == "-1"; }
};

/// A rule of operation 5 or 6.
struct SaleRule
{
    std::string_view id;
    std::string_view status; ///< "0" deleted, "1" in force
    std::string_view createTime;
    std::string_view modifyTime;  ///< may be empty
    std::string_view skuNum;      ///< as the server counts; need not be the number listed
    std::string_view mustSaleNum; ///< the same of those that are must-sell, and new; may be empty
    std::string_view newNum;
    std::vector<RuleField> fields;
    std::vector<RuleCustomer> customers;
    std::vector<RuleProduct> products;

    bool isDeleted() const { return status == "0"; }
};

template <typename T> struct Decoded
{
    TextOwner text;
    std::vector<T> items;
};

using CampaignList = Decoded<Campaign>;
using DimensionList = Decoded<EnabledDimension>;
using RuleList = Decoded<SaleRule>;

} // namespace rangedesk
