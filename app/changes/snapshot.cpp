// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/snapshot.h"

#include "catalogue/catalogue.h"
#include "changes/campaign_snapshot.h"
#include "core/text.h"

namespace rangedesk {

namespace {

constexpr char separator = '\x1f';

template <typename Map> const Snapshot::Ids& idsIn(const Map& map, std::string_view value)
{
    static const Snapshot::Ids none;
    const auto found = map.find(std::string(value));
    return found == map.end() ? none : found->second;
}

template <typename Map> auto valueIn(const Map& map, std::string_view key) -> const typename Map::mapped_type*
{
    const auto found = map.find(std::string(key));
    return found == map.end() ? nullptr : &found->second;
}

} // namespace

Snapshot::Snapshot(ChangeKind kind) : m_kind(kind), m_campaigns(std::make_unique<CampaignSnapshot>()) {}

Snapshot::~Snapshot() = default;
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot& Snapshot::operator=(Snapshot&&) noexcept = default;

std::string rangeKeyPart(Dimension dimension, std::string_view id)
{
    std::string part(1, static_cast<char>('A' + static_cast<int>(dimension)));
    part += '=';
    part += id;
    return part + separator;
}

std::string Snapshot::askedKey(const CustomerSelector& asked)
{
    return std::string(selectBySuffix(asked.by)) + '=' + asked.value;
}

std::size_t Snapshot::add(RuleList page, const std::optional<CustomerSelector>& asked)
{
    std::size_t fresh = 0;
    const auto take = [&](const std::shared_ptr<const SaleRule>& rule, std::string_view customer) {
        std::string key(rule->id);
        key += separator;
        key += customer;
        SnapshotRule& kept = m_rules[key];
        fresh += kept.pass != m_pass ? 1 : 0;
        kept = {page.text, rule, std::string(customer), m_pass};
    };
    for (SaleRule& item : page.items) {
        const auto rule = std::make_shared<const SaleRule>(std::move(item));
        if (m_kind == ChangeKind::RangeProducts) {
            learnValues(*rule);
            take(rule, {});
            continue;
        }
        if (rule->customers.empty()) {
            if (asked)
                take(rule, asked->by == SelectBy::Id ? asked->value : askedKey(*asked));
            else if (!rule->isDeleted())
                m_lacksCustomers = true;
        }
        for (const RuleCustomer& customer : rule->customers) {
            take(rule, customer.id);
            m_customers[std::string(customer.id)] = {std::string(customer.code), std::string(customer.name)};
            if (asked)
                m_asked[askedKey(*asked)].insert(std::string(customer.id));
        }
    }
    return fresh;
}

void Snapshot::completeCustomer(const CustomerSelector& asked)
{
    const Ids& ids = m_asked[askedKey(asked)];
    m_askedPass[askedKey(asked)] = m_pass;
    for (const std::string& id : ids)
        m_askedPass[id] = m_pass;
    if (asked.by == SelectBy::Id)
        m_askedPass[asked.value] = m_pass;
}

void Snapshot::learnValues(const SaleRule& rule)
{
    for (const RuleField& field : rule.fields) {
        const auto dimension = dimensionOfFilterCode(field.filterCode);
        if (!dimension)
            continue;
        const auto at = static_cast<std::size_t>(*dimension);
        const auto ids = commaParts(field.selectedId);
        const auto codes = commaParts(field.selectedCode);
        const auto names = commaParts(field.selectedName);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (ids[i].empty())
                continue;
            const std::string id(ids[i]);
            Label& label = m_values[at][id];
            // Several values are paired with their codes and names only where the numbers agree.
            if (codes.size() == ids.size() && !codes[i].empty()) {
                label.code = codes[i];
                m_valuesByCode[at][label.code].insert(id);
            }
            if (ids.size() == 1 || names.size() == ids.size()) {
                label.name = ids.size() == 1 ? trimmed(field.selectedName) : names[i];
                m_valuesByName[at][label.name].insert(id);
            }
        }
    }
}

std::optional<std::string> Snapshot::rangeKeyOf(const SaleRule& rule) const
{
    std::array<std::string, dimensionCount> parts;
    for (const RuleField& field : rule.fields) {
        const auto dimension = dimensionOfFilterCode(field.filterCode);
        const std::string_view id = trimmed(field.selectedId);
        if (!dimension || id.empty() || id.find(',') != std::string_view::npos)
            return std::nullopt;
        std::string& part = parts.at(static_cast<std::size_t>(*dimension));
        if (!part.empty())
            return std::nullopt;
        part = rangeKeyPart(*dimension, id);
    }
    std::string key;
    for (const std::string& part : parts)
        key += part;
    return key;
}

void Snapshot::index()
{
    m_rulesByKey.clear();
    m_products.clear();
    m_productsByCode.clear();
    m_customersByCode.clear();
    m_customersByName.clear();
    m_customersOfRule.clear();
    m_goneInPass.clear();
    m_rangesInForce.clear();
    for (const auto& [id, label] : m_customers) {
        if (!label.code.empty())
            m_customersByCode[label.code].insert(id);
        if (!label.name.empty())
            m_customersByName[label.name].insert(id);
    }
    std::unordered_map<std::string_view, std::pair<std::string_view, std::string_view>> products;
    for (const auto& [key, entry] : m_rules) {
        // A complete pass that did not meet the rule: it is gone.
        if (isComplete() && entry.pass != m_pass)
            continue;
        for (const RuleProduct& product : entry.rule->products)
            products.try_emplace(product.id, product.code, product.name);
        const bool ranges = m_kind == ChangeKind::RangeProducts;
        if (ranges && !entry.rule->isDeleted())
            m_rangesInForce.push_back(&entry);
        const auto ruleKey = ranges ? rangeKeyOf(*entry.rule) : std::optional(entry.customer);
        if (!ruleKey || ruleKey->empty())
            continue;
        // A customer that was asked in this pass has only the rules that came.
        const auto asked = m_askedPass.find(*ruleKey);
        if (!ranges && asked != m_askedPass.end() && asked->second == m_pass && entry.pass != m_pass)
            continue;
        if (entry.rule->isDeleted()) {
            if (entry.pass == m_pass)
                m_goneInPass[*ruleKey] = m_pass;
            continue;
        }
        m_rulesByKey[*ruleKey].push_back(&entry);
        if (!ranges)
            ++m_customersOfRule[std::string(entry.rule->id)];
    }
    m_products.reserve(products.size());
    for (const auto& [id, texts] : products) {
        const auto& [code, name] = texts;
        m_products.emplace(id, Label{std::string(code), std::string(name)});
        if (!code.empty())
            m_productsByCode[std::string(code)].insert(std::string(id));
    }
}

const Snapshot::Ids& Snapshot::valueIds(Dimension dimension, SelectBy by, std::string_view value) const
{
    const auto at = static_cast<std::size_t>(dimension);
    return idsIn(by == SelectBy::Code ? m_valuesByCode.at(at) : m_valuesByName.at(at), value);
}

const Snapshot::Label* Snapshot::valueLabel(Dimension dimension, std::string_view id) const
{
    return valueIn(m_values.at(static_cast<std::size_t>(dimension)), id);
}

const Snapshot::Ids& Snapshot::productIds(std::string_view code) const
{
    return idsIn(m_productsByCode, code);
}

const std::string* Snapshot::productCode(std::string_view id) const
{
    const Label* label = valueIn(m_products, id);
    return label == nullptr ? nullptr : &label->code;
}

const std::string* Snapshot::productName(std::string_view id) const
{
    const Label* label = valueIn(m_products, id);
    return label == nullptr || label->name.empty() ? nullptr : &label->name;
}

const Snapshot::Ids& Snapshot::customerIds(SelectBy by, std::string_view value) const
{
    return idsIn(by == SelectBy::Code ? m_customersByCode : m_customersByName, value);
}

const Snapshot::Label* Snapshot::customerLabel(std::string_view id) const
{
    return valueIn(m_customers, id);
}

const Snapshot::Ids* Snapshot::askedCustomer(const CustomerSelector& asked) const
{
    return valueIn(m_asked, askedKey(asked));
}

const std::vector<const SnapshotRule*>& Snapshot::rulesOf(const std::string& key) const
{
    static const std::vector<const SnapshotRule*> none;
    const auto* found = valueIn(m_rulesByKey, key);
    return found == nullptr ? none : *found;
}

bool Snapshot::isFresh(const std::string& key) const
{
    if (isComplete())
        return true;
    const auto* asked = valueIn(m_askedPass, key);
    if (asked != nullptr && *asked == m_pass)
        return true;
    const auto& rules = rulesOf(key);
    if (rules.empty())
        return m_goneInPass.contains(key);
    // Of a range every rule must have been met. Of a customer one is enough: what was written lies in a
    // rule that was changed, and the others were read before; reading again asks for the customer.
    const auto met = [this](const SnapshotRule* rule) { return rule->pass == m_pass; };
    return m_kind == ChangeKind::RangeProducts ? std::all_of(rules.begin(), rules.end(), met)
                                               : std::any_of(rules.begin(), rules.end(), met);
}

void Snapshot::tell(CatalogueNews& news) const
{
    for (const auto& [key, entry] : m_rules)
        news.add(*entry.rule);
}

void Snapshot::collectSharers(const std::string& key, std::set<std::string>& customers) const
{
    std::set<std::string_view> shared;
    for (const SnapshotRule* entry : rulesOf(key)) {
        if (customersOf(entry->rule->id) > 1)
            shared.insert(entry->rule->id);
    }
    for (const auto& [ruleKey, entry] : m_rules) {
        if (entry.customer != key && !entry.customer.empty() && shared.contains(entry.rule->id))
            customers.insert(entry.customer);
    }
}

std::size_t Snapshot::customersOf(std::string_view ruleId) const
{
    const auto* count = valueIn(m_customersOfRule, ruleId);
    return count == nullptr ? 0 : *count;
}

} // namespace rangedesk
