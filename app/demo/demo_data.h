// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The state of the demo server: a Chinese beverage and snack company, or what is known of a real one.
namespace rangedesk::demo {

struct NamedValue
{
    std::string id;
    std::string code;
    std::string name;
};

struct DimensionData
{
    std::string filterCode; ///< as operation 4 names it
    std::string filterName;
    std::string prefix; ///< of the parameters of operations 7 and 8
    bool hasCode = true;
    std::vector<NamedValue> values;
    bool isEnabled = true; ///< else rules may have it, and no request can name it
};

struct CustomerData
{
    std::string id;
    std::string code;
    std::string name;
    std::string sourceCode;
};

struct RuleProductData
{
    std::uint64_t entryId = 0; ///< 19 digits; a number here, there are tens of thousands
    std::uint32_t product = 0; ///< index
    bool mustSell = false;
    bool isNew = false;
    std::uint16_t supplier = 0; ///< 0: every supplier; else one more than its index
};

struct RuleData
{
    std::string id;
    bool deleted = false;
    std::string createTime;
    std::string modifyTime;                             ///< may be empty
    std::map<std::size_t, std::vector<std::size_t>> on; ///< dimension index to value indices
    std::vector<std::size_t> customers;                 ///< of customer rules
    std::vector<RuleProductData> products;
    int uncounted = 0; ///< `sku_num` says so many more than are listed
};

struct CampaignData
{
    std::string sourceCode;
    std::string code;
    std::string typeCode;
    std::string typeName;
    std::string name;
    std::string startDate;
    std::string endDate;
    std::string status;
    std::string information;
    std::string url;
    std::string createTime;
    std::string modifyTime;
    std::vector<std::size_t> departments; ///< values of dimension 0
    std::vector<std::size_t> covered;
    std::vector<std::size_t> notified;
    std::vector<std::pair<std::size_t, std::string>> registered; ///< with merchant information
};

struct DemoData
{
    std::vector<DimensionData> dimensions;
    std::vector<NamedValue> products;
    std::vector<CustomerData> customers;
    std::vector<NamedValue> suppliers;
    std::vector<RuleData> rangeRules;
    std::vector<RuleData> customerRules;
    std::vector<CampaignData> campaigns;
    std::uint64_t nextId = 0;

    /// A 19-digit id that no other has.
    std::uint64_t newNumber();
    std::string newId();
    const DimensionData* dimensionOfPrefix(std::string_view prefix) const;
};

/// The same data at every start.
DemoData seedData();

} // namespace rangedesk::demo
