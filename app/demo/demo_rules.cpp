// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_rules.h"

#include <QJsonArray>
#include <algorithm>

namespace rangedesk::demo {

namespace {

std::string text(const QJsonObject& object, const std::string& name)
{
    return object.value(QString::fromStdString(name)).toString().toStdString();
}

} // namespace

RuleBook::RuleBook(DemoData& data) : m_data(data)
{
    for (std::size_t i = 0; i < data.products.size(); ++i) {
        m_productsById[data.products[i].id] = i;
        m_productsByCode[data.products[i].code] = i;
    }
    for (std::size_t i = 0; i < data.customers.size(); ++i) {
        const CustomerData& customer = data.customers[i];
        m_customersBy.emplace("id=" + customer.id, i);
        m_customersBy.emplace("code=" + customer.code, i);
        m_customersBy.emplace("name=" + customer.name, i);
        m_customersBy.emplace("source_code=" + customer.sourceCode, i);
    }
    for (std::size_t i = 0; i < data.rangeRules.size(); ++i) {
        const bool single = std::all_of(data.rangeRules[i].on.begin(), data.rangeRules[i].on.end(),
                                        [](const auto& on) { return on.second.size() == 1; });
        if (!data.rangeRules[i].deleted && single)
            m_ranges[data.rangeRules[i].on] = i;
    }
    for (std::size_t i = 0; i < data.customerRules.size(); ++i) {
        if (!data.customerRules[i].deleted && !data.customerRules[i].customers.empty())
            m_customerRules[data.customerRules[i].customers.front()] = i;
    }
}

std::vector<std::size_t> RuleBook::customersNamed(const QJsonObject& body) const
{
    std::vector<std::size_t> found;
    for (const char* by : {"id", "code", "name", "source_code"}) {
        const std::string value = text(body, std::string("cm_") + by);
        if (value.empty())
            continue;
        const auto [first, last] = m_customersBy.equal_range(std::string(by) + '=' + value);
        for (auto at = first; at != last; ++at)
            found.push_back(at->second);
        return found;
    }
    return found;
}

std::optional<std::size_t> RuleBook::productNamed(const QJsonObject& product) const
{
    const std::string id = text(product, "product_id");
    const auto& index = id.empty() ? m_productsByCode : m_productsById;
    const auto found = index.find(id.empty() ? text(product, "product_code") : id);
    return found == index.end() ? std::nullopt : std::optional(found->second);
}

std::optional<RuleBook::Conditions> RuleBook::conditionsOf(const QJsonObject& body, std::string& fault) const
{
    Conditions conditions;
    for (std::size_t i = 0; i < m_data.dimensions.size(); ++i) {
        const DimensionData& dimension = m_data.dimensions[i];
        const std::string id = text(body, dimension.prefix + "_id");
        const std::string code = text(body, dimension.prefix + "_code");
        const std::string name = text(body, dimension.prefix + "_name");
        if (id.empty() && code.empty() && name.empty())
            continue;
        if (!dimension.isEnabled) {
            fault = dimension.filterName + "未启用";
            return std::nullopt;
        }
        const auto found =
            std::find_if(dimension.values.begin(), dimension.values.end(), [&](const NamedValue& value) {
                return !id.empty() ? value.id == id : !code.empty() ? value.code == code : value.name == name;
            });
        if (found == dimension.values.end()) {
            fault = dimension.filterName + "不存在";
            return std::nullopt;
        }
        conditions[i] = {static_cast<std::size_t>(found - dimension.values.begin())};
    }
    if (conditions.empty()) {
        fault = "范围条件不能为空";
        return std::nullopt;
    }
    return conditions;
}

RuleData* RuleBook::rangeOf(const Conditions& conditions)
{
    const auto found = m_ranges.find(conditions);
    return found == m_ranges.end() ? nullptr : &m_data.rangeRules[found->second];
}

RuleData* RuleBook::ruleOfCustomer(std::size_t customer)
{
    const auto found = m_customerRules.find(customer);
    return found == m_customerRules.end() ? nullptr : &m_data.customerRules[found->second];
}

Written RuleBook::change(RuleData& rule, const QJsonObject& body, const std::string& now,
                         const std::optional<std::string>& half, bool isNewRule)
{
    const QJsonArray products = body.value(QStringLiteral("sale_products")).toArray();
    const bool deletes = text(body, "opt_type") == "1";
    std::vector<std::size_t> named;
    for (const auto& item : products) {
        const auto product = productNamed(item.toObject());
        if (!product)
            return {"1",
                    "商品不存在:" + text(item.toObject(), "product_code") +
                        text(item.toObject(), "product_id"),
                    false};
        named.push_back(*product);
    }
    const std::size_t applied = half ? named.size() / 2 : named.size();
    for (std::size_t i = 0; i < applied; ++i) {
        const QJsonObject item = products.at(static_cast<qsizetype>(i)).toObject();
        const auto isIt = [&](const RuleProductData& entry) { return entry.product == named[i]; };
        if (deletes) {
            std::erase_if(rule.products, isIt);
            continue;
        }
        bool found = false;
        for (RuleProductData& entry : rule.products) {
            if (!isIt(entry))
                continue;
            entry.mustSell = text(item, "is_must_sale") == "1";
            entry.isNew = text(item, "is_new") == "1";
            found = true;
        }
        if (!found)
            rule.products.push_back({m_data.newNumber(), static_cast<std::uint32_t>(named[i]),
                                     text(item, "is_must_sale") == "1", text(item, "is_new") == "1", 0});
    }
    if (applied > 0) {
        if (!isNewRule)
            rule.modifyTime = now;
        m_touched.push_back(rule.id);
    }
    if (half)
        return {"1", *half, applied > 0};
    return {"0", deletes ? "删除成功!" : "保存成功!", true};
}

Written RuleBook::modifyRange(const QJsonObject& body, const std::string& now,
                              const std::optional<std::string>& half)
{
    std::string fault;
    const auto conditions = conditionsOf(body, fault);
    if (!conditions)
        return {"1", fault, false};
    RuleData* rule = rangeOf(*conditions);
    if (rule == nullptr && text(body, "opt_type") == "1")
        return {"1", "删除失败,没有当前指定范围!", false};
    if (rule != nullptr) {
        Written written = change(*rule, body, now, half, false);
        if (rule->products.empty() && written.applied) {
            rule->deleted = true;
            m_ranges.erase(*conditions);
        }
        return written;
    }
    RuleData fresh;
    fresh.id = m_data.newId();
    fresh.createTime = now;
    fresh.on = *conditions;
    Written written = change(fresh, body, now, half, true);
    if (written.applied) {
        m_ranges[*conditions] = m_data.rangeRules.size();
        m_data.rangeRules.push_back(std::move(fresh));
    }
    return written;
}

Written RuleBook::modifyCustomer(const QJsonObject& body, const std::string& now,
                                 const std::optional<std::string>& half)
{
    const std::vector<std::size_t> customers = customersNamed(body);
    if (customers.size() != 1)
        return {"1", customers.empty() ? "客户不存在!" : "客户不唯一!", false};
    RuleData* rule = ruleOfCustomer(customers.front());
    if (rule == nullptr && text(body, "opt_type") == "1")
        return {"1", "删除失败,当前客户没有可售范围!", false};
    if (rule != nullptr) {
        Written written = change(*rule, body, now, half, false);
        if (rule->products.empty() && written.applied) {
            rule->deleted = true;
            m_customerRules.erase(customers.front());
        }
        return written;
    }
    RuleData fresh;
    fresh.id = m_data.newId();
    fresh.createTime = now;
    fresh.customers = customers;
    Written written = change(fresh, body, now, half, true);
    if (written.applied) {
        m_customerRules[customers.front()] = m_data.customerRules.size();
        m_data.customerRules.push_back(std::move(fresh));
    }
    return written;
}

// The codes of the two clear operations are inverted, as in the documents' examples.
Written RuleBook::clearRange(const QJsonObject& body, const std::string& now, bool widens)
{
    std::string fault;
    const auto conditions = conditionsOf(body, fault);
    RuleData* rule = conditions ? rangeOf(*conditions) : nullptr;
    if (rule == nullptr)
        return {"0", conditions ? "没有当前指定范围!" : fault, false};
    rule->deleted = true;
    rule->modifyTime = now;
    m_touched.push_back(rule->id);
    m_ranges.erase(*conditions);
    if (widens) {
        std::erase_if(m_ranges, [&](const auto& range) {
            const bool contains =
                std::includes(range.first.begin(), range.first.end(), conditions->begin(), conditions->end());
            if (contains)
                m_data.rangeRules[range.second].deleted = true;
            return contains;
        });
    }
    return {"1", "删除成功!", true};
}

Written RuleBook::clearCustomer(const QJsonObject& body, const std::string& now)
{
    const std::vector<std::size_t> customers = customersNamed(body);
    RuleData* rule = customers.size() == 1 ? ruleOfCustomer(customers.front()) : nullptr;
    if (rule == nullptr)
        return {"0", "当前客户没有可售范围!", false};
    rule->deleted = true;
    rule->modifyTime = now;
    m_touched.push_back(rule->id);
    m_customerRules.erase(customers.front());
    return {"1", "删除成功!", true};
}

} // namespace rangedesk::demo
