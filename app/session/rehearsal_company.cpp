// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rehearsal_company.h"

#include "core/text.h"

#include <unordered_map>

namespace rangedesk {

namespace {

constexpr const char* longAgo = "2020-01-01 00:00:00"; ///< campaigns tell no times
constexpr std::size_t mostSuppliers = 65000;

bool isNumber(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && text.size() <= 19 && (text == "0" || text.front() != '0') &&
           std::all_of(text.begin(), text.end(), isDigit);
}

class Company
{
public:
    Company()
    {
        for (int i = 0; i < dimensionCount; ++i) {
            const auto dimension = static_cast<Dimension>(i);
            m_data.dimensions.push_back({std::string(filterCodeOf(dimension)),
                                         std::string(dimensionChineseName(dimension)),
                                         std::string(dimensionPrefix(dimension)),
                                         dimensionHasCode(dimension),
                                         {},
                                         true});
        }
        m_values.resize(dimensionCount);
    }

    void enable(const EnabledDimensions& enabled)
    {
        for (int i = 0; enabled && i < dimensionCount; ++i)
            m_data.dimensions[static_cast<std::size_t>(i)].isEnabled =
                enabled->contains(static_cast<Dimension>(i));
    }

    void add(EntryKind kind, const CatalogueEntry& entry)
    {
        const std::string_view id =
            entry.id.starts_with(madeUpId) ? std::string_view() : std::string_view(entry.id);
        if (static_cast<int>(kind) < dimensionCount)
            value(static_cast<std::size_t>(kind), {id, entry.code, entry.name});
        else if (kind == EntryKind::Product)
            product({id, entry.code, entry.name});
        else if (kind == EntryKind::Customer)
            customer({id, entry.code, entry.name, entry.sourceCode});
    }

    void add(const SaleRule& rule, bool ofCustomers)
    {
        demo::RuleData made;
        made.id = isNumber(rule.id) ? std::string(rule.id) : m_data.newId();
        made.deleted = rule.isDeleted();
        made.createTime = rule.createTime;
        made.modifyTime = rule.modifyTime;
        for (const RuleField& field : rule.fields)
            addCondition(made, field);
        for (const RuleCustomer& one : rule.customers)
            made.customers.push_back(customer({one.id, one.code, one.name, {}}));
        std::set<std::size_t> distinct;
        for (const RuleProduct& one : rule.products) {
            const std::size_t at = product({one.id, one.code, one.name});
            distinct.insert(at);
            made.products.push_back({m_data.newNumber(), static_cast<std::uint32_t>(at), one.mustSell,
                                     one.isNew, one.isOfEverySupplier() ? std::uint16_t{0} : supplier(one)});
        }
        const QByteArray counted(rule.skuNum.data(), static_cast<qsizetype>(rule.skuNum.size()));
        const std::size_t listed = ofCustomers ? made.products.size() : distinct.size();
        made.uncounted = std::max(0, counted.toInt() - static_cast<int>(listed));
        (ofCustomers ? m_data.customerRules : m_data.rangeRules).push_back(std::move(made));
    }

    void add(const Campaign& campaign)
    {
        demo::CampaignData made;
        made.sourceCode = campaign.sourceCode;
        made.code = campaign.code;
        made.typeCode = campaign.typeCode;
        made.typeName = campaign.typeName;
        made.name = campaign.name;
        made.startDate = campaign.startDate;
        made.endDate = campaign.endDate;
        made.status = campaign.eventStatus;
        made.information = campaign.eventInformation;
        made.url = campaign.registerUrl;
        made.createTime = made.modifyTime = longAgo;
        for (const NamedEntry& department : campaign.departments)
            made.departments.push_back(value(0, {department.id, department.code, department.name}));
        const auto customerOf = [this](const NamedEntry& entry) {
            return customer({entry.id, entry.code, entry.name, entry.sourceCode});
        };
        for (const NamedEntry& entry : campaign.covered)
            made.covered.push_back(customerOf(entry));
        for (const NamedEntry& entry : campaign.notified)
            made.notified.push_back(customerOf(entry));
        for (const NamedEntry& entry : campaign.registered)
            made.registered.emplace_back(customerOf(entry), std::string(entry.merchantInformation));
        m_data.campaigns.push_back(std::move(made));
    }

    demo::DemoData take() { return std::move(m_data); }

private:
    struct Named
    {
        std::string_view id;
        std::string_view code;
        std::string_view name;
        std::string_view sourceCode = {};
    };
    using Places = std::unordered_map<std::string, std::size_t>;

    /// By id; without one, by code, else by name.
    static std::string keyOf(const Named& named)
    {
        return !named.id.empty()     ? "i" + std::string(named.id)
               : !named.code.empty() ? "c" + std::string(named.code)
                                     : "n" + std::string(named.name);
    }
    std::string idOf(const Named& named) { return named.id.empty() ? m_data.newId() : std::string(named.id); }

    std::size_t value(std::size_t dimension, const Named& named)
    {
        std::vector<demo::NamedValue>& values = m_data.dimensions[dimension].values;
        const auto [at, isNew] = m_values[dimension].try_emplace(keyOf(named), values.size());
        if (isNew)
            values.push_back({idOf(named), std::string(named.code), std::string(named.name)});
        return at->second;
    }

    std::size_t product(const Named& named)
    {
        const auto [at, isNew] = m_products.try_emplace(keyOf(named), m_data.products.size());
        if (isNew)
            m_data.products.push_back({idOf(named), std::string(named.code), std::string(named.name)});
        return at->second;
    }

    std::size_t customer(const Named& named)
    {
        const auto [at, isNew] = m_customers.try_emplace(keyOf(named), m_data.customers.size());
        if (isNew)
            m_data.customers.push_back({idOf(named), std::string(named.code), std::string(named.name),
                                        std::string(named.sourceCode)});
        return at->second;
    }

    std::uint16_t supplier(const RuleProduct& product)
    {
        const auto [at, isNew] =
            m_suppliers.try_emplace(std::string(product.supplyId), m_data.suppliers.size());
        if (isNew && m_data.suppliers.size() < mostSuppliers)
            m_data.suppliers.push_back({std::string(product.supplyId), {}, std::string(product.supplyName)});
        return static_cast<std::uint16_t>(std::min(at->second, mostSuppliers - 1) + 1);
    }

    /// The dimension of a condition; one that no request can name gets a place behind the others.
    std::size_t dimensionOf(const RuleField& field)
    {
        if (const auto known = dimensionOfFilterCode(field.filterCode))
            return static_cast<std::size_t>(*known);
        for (std::size_t i = dimensionCount; i < m_data.dimensions.size(); ++i) {
            if (m_data.dimensions[i].filterCode == field.filterCode)
                return i;
        }
        m_data.dimensions.push_back(
            {std::string(field.filterCode), std::string(field.filterName), {}, true, {}, false});
        m_values.emplace_back();
        return m_data.dimensions.size() - 1;
    }

    void addCondition(demo::RuleData& rule, const RuleField& field)
    {
        const std::size_t dimension = dimensionOf(field);
        const std::vector<std::string_view> ids = commaParts(field.selectedId);
        // Lists that cannot be told apart (a name with a comma) name the values by their ids alone.
        const auto partsOf = [&ids](std::string_view text) {
            auto parts = commaParts(text);
            if (ids.size() == 1)
                return std::vector<std::string_view>{text};
            return parts.size() == ids.size() ? parts : std::vector<std::string_view>(ids.size());
        };
        const auto codes = partsOf(field.selectedCode);
        const auto names = partsOf(field.selectedName);
        for (std::size_t i = 0; i < ids.size(); ++i)
            rule.on[dimension].push_back(value(dimension, {ids[i], codes[i], names[i]}));
    }

    demo::DemoData m_data;
    std::vector<Places> m_values; ///< by dimension
    Places m_products;
    Places m_customers;
    Places m_suppliers;
};

} // namespace

demo::DemoData companyOf(const KnownCompany& known)
{
    Company company;
    company.enable(known.enabled);
    for (const auto& [kind, entry] : known.entries)
        company.add(kind, entry);
    for (const ListItem<SaleRule>& rule : known.rules)
        company.add(*rule.value, false);
    for (const ListItem<SaleRule>& rule : known.customerRules)
        company.add(*rule.value, true);
    for (const ListItem<Campaign>& campaign : known.campaigns)
        company.add(*campaign.value);
    return company.take();
}

} // namespace rangedesk
