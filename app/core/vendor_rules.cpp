// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vendor_rules.h"

#include "core/id.h"
#include "core/text.h"
#include "core/vendor_time.h"

#include <QUrl>
#include <array>
#include <charconv>

namespace rangedesk {

namespace {

using enum Operation;
using F = FieldFormat;

// clang-format off
constexpr FieldRule rules[] = {
    {AddOrUpdateCampaign, "source_code",       true,  100, F::Text},
    {AddOrUpdateCampaign, "code",              true,  100, F::Text},
    {AddOrUpdateCampaign, "name",              true,  100, F::Text},
    {AddOrUpdateCampaign, "type_code",         true,  100, F::Text},
    {AddOrUpdateCampaign, "event_status",      true,  100, F::EventStatus},
    {AddOrUpdateCampaign, "start_date",        true,  32,  F::Date},
    {AddOrUpdateCampaign, "end_date",          true,  32,  F::Date},
    {AddOrUpdateCampaign, "register_url",      true,  100, F::Address},
    {AddOrUpdateCampaign, "event_information", true,  0,   F::Text},
    {AddOrUpdateCampaign, "dept_id",           false, 100, F::Text},
    {AddOrUpdateCampaign, "dept_code",         false, 100, F::Text},
    {AddOrUpdateCampaign, "dept_name",         false, 100, F::Text},
    {AddOrUpdateCampaign, "dept_source_code",  false, 100, F::Text},

    {ApplyCallBack, "campaign_source_code", true,  100, F::Text},
    {ApplyCallBack, "campaign_code",        true,  100, F::Text},
    {ApplyCallBack, "cm_ids",               false, 0,   F::Text},
    {ApplyCallBack, "cm_codes",             false, 0,   F::Text},
    {ApplyCallBack, "cm_names",             false, 0,   F::Text},
    {ApplyCallBack, "registered_time",      true,  32,  F::DateTime},
    {ApplyCallBack, "merchant_information", true,  0,   F::Text},

    {QueryCampaign, "activity_source_code", false, 32, F::Text},
    {QueryCampaign, "activity_code",        false, 32, F::Text},
    {QueryCampaign, "before_create_time",   false, 32, F::DateTime},
    {QueryCampaign, "after_create_time",    false, 32, F::DateTime},
    {QueryCampaign, "before_modify_time",   false, 32, F::DateTime},
    {QueryCampaign, "after_modify_time",    false, 32, F::DateTime},
    {QueryCampaign, "activity_type_code",   false, 32, F::Text},

    {GetSaleRangePds, "page_number",       true,  0,  F::PageNumber},
    {GetSaleRangePds, "page_length",       false, 0,  F::PageLength},
    {GetSaleRangePds, "start_create_date", false, 32, F::DateTime},
    {GetSaleRangePds, "end_create_date",   false, 32, F::DateTime},
    {GetSaleRangePds, "start_modify_date", false, 32, F::DateTime},
    {GetSaleRangePds, "end_modify_date",   false, 32, F::DateTime},

    {GetSaleRangeCusPds, "page_number",       true,  0,   F::PageNumber},
    {GetSaleRangeCusPds, "page_length",       false, 0,   F::PageLength},
    {GetSaleRangeCusPds, "start_create_date", false, 32,  F::DateTime},
    {GetSaleRangeCusPds, "end_create_date",   false, 32,  F::DateTime},
    {GetSaleRangeCusPds, "start_modify_date", false, 32,  F::DateTime},
    {GetSaleRangeCusPds, "end_modify_date",   false, 32,  F::DateTime},
    {GetSaleRangeCusPds, "cm_id",             false, 32,  F::Text},
    {GetSaleRangeCusPds, "cm_code",           false, 100, F::Text},
    {GetSaleRangeCusPds, "cm_name",           false, 100, F::Text},
    {GetSaleRangeCusPds, "cm_source_code",    false, 100, F::Text},

    {ModifySaleRangePds, "opt_type",               true,  1,   F::Binary},
    {ModifySaleRangePds, "dept_id",                false, 32,  F::Text},
    {ModifySaleRangePds, "dept_code",              false, 100, F::Text},
    {ModifySaleRangePds, "dept_name",              false, 32,  F::Text},
    {ModifySaleRangePds, "business_id",            false, 32,  F::Text},
    {ModifySaleRangePds, "business_code",          false, 100, F::Text},
    {ModifySaleRangePds, "business_name",          false, 32,  F::Text},
    {ModifySaleRangePds, "customer_level_id",      false, 32,  F::Text},
    {ModifySaleRangePds, "customer_level_code",    false, 100, F::Text},
    {ModifySaleRangePds, "customer_level_name",    false, 32,  F::Text},
    {ModifySaleRangePds, "district_level_id",      false, 32,  F::Text},
    {ModifySaleRangePds, "district_level_code",    false, 100, F::Text},
    {ModifySaleRangePds, "district_level_name",    false, 32,  F::Text},
    {ModifySaleRangePds, "type_id",                false, 32,  F::Text},
    {ModifySaleRangePds, "type_code",              false, 100, F::Text},
    {ModifySaleRangePds, "type_name",              false, 32,  F::Text},
    {ModifySaleRangePds, "tradingarea_big_id",     false, 32,  F::Text},
    {ModifySaleRangePds, "tradingarea_big_code",   false, 100, F::Text},
    {ModifySaleRangePds, "tradingarea_big_name",   false, 32,  F::Text},
    {ModifySaleRangePds, "tradingarea_nomal_id",   false, 32,  F::Text},
    {ModifySaleRangePds, "tradingarea_nomal_code", false, 100, F::Text},
    {ModifySaleRangePds, "tradingarea_nomal_name", false, 32,  F::Text},
    {ModifySaleRangePds, "kasys_id",               false, 32,  F::Text},
    {ModifySaleRangePds, "kasys_name",             false, 100, F::Text},
    {ModifySaleRangePds, "city_level_id",          false, 32,  F::Text},
    {ModifySaleRangePds, "city_level_name",        false, 100, F::Text},
    {ModifySaleRangePds, "sale_products.product_id",   false, 32, F::Text},
    {ModifySaleRangePds, "sale_products.product_code", false, 32, F::Text},
    {ModifySaleRangePds, "sale_products.is_must_sale", true,  0,  F::Binary},
    {ModifySaleRangePds, "sale_products.is_new",       true,  0,  F::Binary},

    {RemoveSaleRange, "dept_id",                false, 32,  F::Text},
    {RemoveSaleRange, "dept_code",              false, 100, F::Text},
    {RemoveSaleRange, "dept_name",              false, 32,  F::Text},
    {RemoveSaleRange, "business_id",            false, 32,  F::Text},
    {RemoveSaleRange, "business_code",          false, 100, F::Text},
    {RemoveSaleRange, "business_name",          false, 32,  F::Text},
    {RemoveSaleRange, "customer_level_id",      false, 32,  F::Text},
    {RemoveSaleRange, "customer_level_code",    false, 100, F::Text},
    {RemoveSaleRange, "customer_level_name",    false, 32,  F::Text},
    {RemoveSaleRange, "district_level_id",      false, 32,  F::Text},
    {RemoveSaleRange, "district_level_code",    false, 100, F::Text},
    {RemoveSaleRange, "district_level_name",    false, 32,  F::Text},
    {RemoveSaleRange, "type_id",                false, 32,  F::Text},
    {RemoveSaleRange, "type_code",              false, 100, F::Text},
    {RemoveSaleRange, "type_name",              false, 32,  F::Text},
    {RemoveSaleRange, "tradingarea_big_id",     false, 32,  F::Text},
    {RemoveSaleRange, "tradingarea_big_code",   false, 100, F::Text},
    {RemoveSaleRange, "tradingarea_big_name",   false, 32,  F::Text},
    {RemoveSaleRange, "tradingarea_nomal_id",   false, 32,  F::Text},
    {RemoveSaleRange, "tradingarea_nomal_code", false, 100, F::Text},
    {RemoveSaleRange, "tradingarea_nomal_name", false, 32,  F::Text},
    {RemoveSaleRange, "kasys_id",               false, 32,  F::Text},
    {RemoveSaleRange, "kasys_name",             false, 100, F::Text},
    {RemoveSaleRange, "city_level_id",          false, 32,  F::Text},
    {RemoveSaleRange, "city_level_name",        false, 100, F::Text},

    {ModifyCmSaleRangeByPds, "opt_type",       false, 1,   F::Binary},
    {ModifyCmSaleRangeByPds, "cm_id",          false, 32,  F::Text},
    {ModifyCmSaleRangeByPds, "cm_code",        false, 100, F::Text},
    {ModifyCmSaleRangeByPds, "cm_name",        false, 100, F::Text},
    {ModifyCmSaleRangeByPds, "cm_source_code", false, 100, F::Text},
    {ModifyCmSaleRangeByPds, "sale_products.product_id",          false, 32,  F::Text},
    {ModifyCmSaleRangeByPds, "sale_products.product_code",        false, 100, F::Text},
    {ModifyCmSaleRangeByPds, "sale_products.product_source_code", false, 100, F::Text},
    {ModifyCmSaleRangeByPds, "sale_products.is_must_sale",        false, 0,   F::Binary},
    {ModifyCmSaleRangeByPds, "sale_products.is_new",              false, 0,   F::Binary},

    {RemoveCmSaleRange, "cm_id",          false, 32,  F::Text},
    {RemoveCmSaleRange, "cm_code",        false, 100, F::Text},
    {RemoveCmSaleRange, "cm_name",        false, 100, F::Text},
    {RemoveCmSaleRange, "cm_source_code", false, 100, F::Text},
};
// clang-format on

constexpr std::string_view productPrefix = "sale_products.";

bool isAddress(std::string_view value)
{
    const QUrl url(toQString(value), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && web && !url.host().isEmpty();
}

bool isWithin(std::string_view value, int low, int high)
{
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc{} && end == value.data() + value.size() && number >= low && number <= high;
}

std::optional<Violation> checkFormat(const FieldRule& rule, std::string_view value)
{
    const auto violation = [&](Violation::Kind kind, std::string allowed = {}) {
        return Violation{kind, rule.operation, std::string(rule.field), std::string(value),
                         std::move(allowed)};
    };
    switch (rule.format) {
    case F::Text:
        break;
    case F::Date:
        if (!isVendorDate(value))
            return violation(Violation::Kind::NotADate);
        break;
    case F::DateTime:
        if (!isVendorDateTime(value))
            return violation(Violation::Kind::NotADateTime);
        break;
    case F::EventStatus:
        if (value != "1" && value != "2" && value != "3")
            return violation(Violation::Kind::NotAllowed, "1, 2, 3");
        break;
    case F::Binary:
        if (value != "0" && value != "1")
            return violation(Violation::Kind::NotAllowed, "0, 1");
        break;
    case F::Address:
        if (!isAddress(value))
            return violation(Violation::Kind::NotAnAddress);
        break;
    case F::PageNumber:
        if (!isWithin(value, 1, std::numeric_limits<int>::max()))
            return violation(Violation::Kind::OutOfRange, "1…");
        break;
    case F::PageLength:
        if (!isWithin(value, 1, 1000))
            return violation(Violation::Kind::OutOfRange, "1…1000");
        break;
    }
    return std::nullopt;
}

/// Each field against its row, and each required row against the fields. @p prefix is empty or
/// "sale_products.".
void checkFields(Operation operation, const std::vector<WireField>& fields, std::string_view prefix,
                 std::vector<Violation>& found)
{
    for (const FieldRule& rule : rules) {
        if (rule.operation != operation || rule.field.starts_with(productPrefix) != !prefix.empty())
            continue;
        const std::string_view name = rule.field.substr(prefix.size());
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const WireField& f) { return f.name == name; });
        if (field == fields.end() || field->value.empty()) {
            if (rule.required)
                found.push_back({Violation::Kind::Missing, operation, std::string(rule.field), {}, {}});
            continue;
        }
        if (rule.maxCharacters > 0 &&
            characterCount(field->value) > static_cast<std::size_t>(rule.maxCharacters))
            found.push_back({Violation::Kind::TooLong, operation, std::string(rule.field), field->value,
                             std::to_string(rule.maxCharacters)});
        else if (auto violation = checkFormat(rule, field->value))
            found.push_back(std::move(*violation));
    }
    for (const WireField& field : fields) {
        const std::string name = std::string(prefix) + field.name;
        if (!fieldRule(operation, name))
            found.push_back({Violation::Kind::Unknown, operation, name, field.value, {}});
    }
}

/// How many of the named fields are filled.
int filledOf(const std::vector<WireField>& fields, std::span<const std::string> names)
{
    return static_cast<int>(std::count_if(names.begin(), names.end(), [&](const std::string& name) {
        return std::any_of(fields.begin(), fields.end(),
                           [&](const WireField& f) { return f.name == name && !f.value.empty(); });
    }));
}

std::string groupName(std::span<const std::string> names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// "Exactly one of", or with @p several "not all empty".
void checkGroup(Operation operation, const std::vector<WireField>& fields,
                const std::vector<std::string>& names, bool several, std::vector<Violation>& found)
{
    const int filled = filledOf(fields, names);
    if (filled == 0)
        found.push_back({Violation::Kind::NoneOf, operation, groupName(names), {}, {}});
    else if (filled > 1 && !several)
        found.push_back({Violation::Kind::MoreThanOne, operation, groupName(names), {}, {}});
}

/// At least one condition (api.md 12), and one of id, code, name a dimension (api.md 11).
void checkConditions(const WireRequest& request, std::vector<Violation>& found)
{
    std::vector<std::string> all;
    for (int i = 0; i < dimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        const std::string prefix(dimensionPrefix(dimension));
        std::vector<std::string> names{prefix + "_id", prefix + "_name"};
        if (dimensionHasCode(dimension))
            names.insert(names.begin() + 1, prefix + "_code");
        if (filledOf(request.fields, names) > 1)
            found.push_back({Violation::Kind::MoreThanOne, request.operation, groupName(names), {}, {}});
        all.insert(all.end(), names.begin(), names.end());
    }
    if (filledOf(request.fields, all) == 0)
        found.push_back({Violation::Kind::NoneOf, request.operation, groupName(all), {}, {}});
}

void checkProducts(const WireRequest& request, const std::vector<std::string>& names,
                   std::vector<Violation>& found)
{
    if (request.products.empty())
        found.push_back({Violation::Kind::Missing, request.operation, "sale_products", {}, {}});
    for (const std::vector<WireField>& product : request.products) {
        checkFields(request.operation, product, productPrefix, found);
        checkGroup(request.operation, product, names, false, found);
    }
}

void checkOperation(const WireRequest& request, std::vector<Violation>& found)
{
    const std::vector<std::string> customer{"cm_id", "cm_code", "cm_source_code"};
    switch (request.operation) {
    case AddOrUpdateCampaign:
        if (isVendorDate(request.value("start_date")) && isVendorDate(request.value("end_date")) &&
            request.value("end_date") < request.value("start_date"))
            found.push_back({Violation::Kind::EndBeforeStart, request.operation, "end_date",
                             std::string(request.value("end_date")),
                             std::string(request.value("start_date"))});
        break;
    case ApplyCallBack:
        checkGroup(request.operation, request.fields, {"cm_ids", "cm_codes", "cm_names"}, true, found);
        break;
    case ModifySaleRangePds:
        checkConditions(request, found);
        checkProducts(request, {"product_id", "product_code"}, found);
        break;
    case RemoveSaleRange:
        checkConditions(request, found);
        break;
    case ModifyCmSaleRangeByPds:
        checkGroup(request.operation, request.fields, customer, false, found);
        checkProducts(request, {"product_id", "product_code", "product_source_code"}, found);
        break;
    case RemoveCmSaleRange:
        checkGroup(request.operation, request.fields, customer, false, found);
        break;
    case QueryCampaign:
    case QueryPdSaleRange:
    case GetSaleRangePds:
    case GetSaleRangeCusPds:
    case Count:
        break;
    }
}

std::vector<Violation> commaNames(Operation operation, const std::string& field,
                                  const std::vector<std::string>& values)
{
    std::vector<Violation> found;
    for (const std::string& value : values) {
        if (value.find(',') != std::string::npos)
            found.push_back({Violation::Kind::HoldsComma, operation, field, value, {}});
    }
    return found;
}

/// cm_ids, cm_codes, cm_names.
std::string listField(SelectBy by)
{
    return "cm_" + std::string(selectBySuffix(by)) + 's';
}

} // namespace

std::span<const FieldRule> fieldRules()
{
    return rules;
}

const FieldRule* fieldRule(Operation operation, std::string_view field)
{
    for (const FieldRule& rule : rules) {
        if (rule.operation == operation && rule.field == field)
            return &rule;
    }
    return nullptr;
}

std::vector<Violation> validate(const WireRequest& request)
{
    std::vector<Violation> found;
    checkFields(request.operation, request.fields, {}, found);
    checkOperation(request, found);
    return found;
}

std::vector<Violation> validateNames(const CampaignEdit& edit)
{
    return commaNames(AddOrUpdateCampaign, "dept_" + std::string(selectBySuffix(edit.departmentsBy)),
                      edit.departments);
}

std::vector<Violation> validateNames(const Registration& registration)
{
    return commaNames(ApplyCallBack, listField(registration.customersBy), registration.customers);
}

} // namespace rangedesk
