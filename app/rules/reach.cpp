// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/reach.h"

#include "core/text.h"

#include <algorithm>

namespace rangedesk {

namespace {

constexpr std::uint32_t abandonEvery = 4096;

/// Several listings of one product: sold where one of them says so.
void join(Sellable& into, const Sellable& more)
{
    into.may = into.may || more.may;
    into.mustSell = into.mustSell || more.mustSell;
    into.isNew = into.isNew || more.isNew;
}

} // namespace

/// What the rules that fit a customer say; its room is used again for the next.
struct Reach::Found
{
    std::vector<Sellable> now; ///< by product
    std::vector<Sellable> after;
    std::vector<std::uint32_t> touched; ///< products; once or more
    std::vector<const Rule*> fitting;

    void begin(std::size_t products)
    {
        now.resize(products);
        after.resize(products);
        for (const std::uint32_t product : touched)
            now[product] = after[product] = Sellable();
        touched.clear();
        fitting.clear();
    }
};

Reach::Reach(ReachQuestion question) : m_question(std::move(question)), m_match(m_question.catalogue)
{
    if (!m_question.product.empty()) {
        addProduct(productId(m_question.productBy, m_question.product), {}, {});
    } else {
        for (const auto* rules : {&m_question.rules, &m_question.ownRules}) {
            for (const EditedRule& rule : *rules)
                addEditedProducts(rule);
        }
    }
    for (const EditedRule& rule : m_question.rules) {
        if (isAbandoned())
            return;
        addRule(rule);
    }
    addAllOwn();

    const EntryList& customers = m_question.catalogue->of(EntryKind::Customer);
    m_customers.reserve(customers.size());
    Found found;
    for (std::uint32_t i = 0; i < customers.size(); ++i) {
        if (i % abandonEvery == 0 && isAbandoned())
            return;
        m_customers.push_back(count(i, found));
    }
}

void Reach::addEditedProducts(const EditedRule& rule)
{
    if (rule.isCleared) {
        for (const RuleProduct& product : rule.rule->products)
            addProduct(std::string(product.id), product.code, product.name);
    }
    if (rule.edits == nullptr)
        return;
    for (const auto& [key, edit] : rule.edits->products)
        addProduct(productId(edit, *rule.rule), edit.code, edit.name);
}

void Reach::addProduct(const std::string& id, std::string_view code, std::string_view name)
{
    const auto [place, isNew] = m_numbers.emplace(id, static_cast<std::uint32_t>(m_products.size()));
    if (isNew)
        m_products.push_back({id, std::string(code), std::string(name)});
}

/// A product may be named by code or name; where the catalogue knows one such product, it is that.
std::string Reach::productId(SelectBy by, const std::string& value) const
{
    if (by == SelectBy::Id)
        return value;
    const auto [place, isNew] = m_ids.try_emplace(RangeEdits::productKey(by, value));
    if (isNew) {
        const EntryList& products = m_question.catalogue->of(EntryKind::Product);
        const auto found = products.namedBy(value, by);
        place->second = found.size() == 1 ? std::string(products.id(found.front())) : '?' + value;
    }
    return place->second;
}

/// What the rule lists under a code or name is meant before anything else.
std::string Reach::productId(const ProductEdit& edit, const SaleRule& rule) const
{
    const SelectBy by = edit.product.by;
    if (by == SelectBy::Code || by == SelectBy::Name) {
        for (const RuleProduct& product : rule.products) {
            if ((by == SelectBy::Code ? product.code : product.name) == edit.product.value)
                return std::string(product.id);
        }
    }
    return productId(by, edit.product.value);
}

/// What it says of the products that are asked for; nothing where it is not in force and will not be.
std::optional<Reach::Rule> Reach::ruleOf(const EditedRule& one) const
{
    const bool isNow = !one.isDraft && !one.rule->isDeleted();
    if (!isNow && (!one.isDraft || one.edits == nullptr))
        return std::nullopt;
    Rule rule{one.rule, isNow, !one.isCleared};
    std::unordered_map<std::uint32_t, std::size_t> places;
    const auto listing = [&](const std::string& id) -> Listing* {
        const auto number = m_numbers.find(id);
        if (number == m_numbers.end())
            return nullptr;
        const auto [place, isFirst] = places.emplace(number->second, rule.listings.size());
        if (isFirst)
            rule.listings.push_back({number->second, {}, {}});
        return &rule.listings[place->second];
    };
    for (const RuleProduct& product : one.rule->products) { // a draft has none
        if (Listing* listed = listing(std::string(product.id))) {
            join(listed->now, {true, product.mustSell, product.isNew});
            listed->after = one.isCleared ? Sellable() : listed->now;
        }
    }
    if (one.edits != nullptr) {
        for (const auto& [key, edit] : one.edits->products) {
            if (Listing* listed = listing(productId(edit, *one.rule)))
                listed->after = edit.isRemoved ? Sellable() : Sellable{true, edit.mustSell, edit.isNew};
        }
    }
    return rule;
}

void Reach::addRule(const EditedRule& one)
{
    auto rule = ruleOf(one);
    // Where the most specific wins, those that do not list the product count as well.
    const bool counts = rule && (!rule->listings.empty() || m_question.policy == RulePolicy::MostSpecific);
    for (const RuleField& field : counts ? one.rule->fields : std::vector<RuleField>()) {
        if (const auto dimension = dimensionOfFilterCode(field.filterCode))
            m_asked.insert(static_cast<std::size_t>(*dimension));
        else
            m_asksForUnknown = true;
    }
    auto conditions = counts ? m_match.conditionsOf(*one.rule) : std::nullopt;
    if (!conditions || conditions->empty()) // a rule without conditions names nobody
        return;
    rule->conditions = std::move(*conditions);
    const CustomerMatch::Condition& first = rule->conditions.front();
    auto& byValue = m_byFirst.at(first.dimension);
    byValue.resize(m_match.values(first.dimension) + 1);
    for (const std::uint32_t value : first.values)
        byValue[value].push_back(static_cast<std::uint32_t>(m_rules.size()));
    m_rules.push_back(std::move(*rule));
}

/// Customers that edits name by a code, an external id or a name are looked for in one walk for each.
void Reach::addAllOwn()
{
    const EntryList& customers = m_question.catalogue->of(EntryKind::Customer);
    std::map<SelectBy, std::vector<std::string>> wanted;
    for (const EditedRule& one : m_question.ownRules) {
        if (one.isDraft && one.edits != nullptr && one.edits->target.cells.front().by != SelectBy::Id)
            wanted[one.edits->target.cells.front().by].push_back(one.edits->target.cells.front().value);
    }
    std::map<std::string, std::uint32_t> named;
    for (const auto& [by, texts] : wanted) {
        const auto found = customers.named(texts, by);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (found[i].size() == 1)
                named.emplace(RangeEdits::productKey(by, texts[i]), found[i].front());
        }
    }
    for (const EditedRule& rule : m_question.ownRules) {
        if (isAbandoned())
            return;
        addOwn(rule, named);
    }
}

/// @param named customers that edits name, by how they do
void Reach::addOwn(const EditedRule& one, const std::map<std::string, std::uint32_t>& named)
{
    const auto rule = ruleOf(one);
    if (!rule)
        return;
    if (one.isDraft) {
        const TypedCell& cell = one.edits->target.cells.front();
        const auto found = named.find(RangeEdits::productKey(cell.by, cell.value));
        if (found != named.end())
            m_own[found->second].push_back(*rule);
        if (cell.by != SelectBy::Id)
            return;
    }
    for (const RuleCustomer& customer : one.rule->customers) {
        if (const auto entry = m_question.catalogue->of(EntryKind::Customer).withId(trimmed(customer.id)))
            m_own[*entry].push_back(*rule);
    }
}

void Reach::look(std::uint32_t customer, Found& found) const
{
    found.begin(m_products.size());
    for (std::size_t i = 0; i < dimensionCount; ++i) {
        const std::uint32_t value = m_match.value(i, customer);
        if (value == 0 || value >= m_byFirst.at(i).size())
            continue;
        for (const std::uint32_t number : m_byFirst.at(i)[value]) {
            if (m_match.fits(m_rules[number].conditions, customer))
                found.fitting.push_back(&m_rules[number]);
        }
    }
    static const std::vector<Rule> none;
    const auto place = m_own.find(customer);
    const std::vector<Rule>& own = place == m_own.end() ? none : place->second;
    const RulePolicy policy = m_question.policy;
    for (const bool isAfter : {false, true}) {
        const auto counts = [isAfter](const Rule& rule) { return isAfter ? rule.isAfter : rule.isNow; };
        const bool hasOwn = std::any_of(own.begin(), own.end(), counts);
        const auto take = [&](const Rule& rule) {
            if (!counts(rule))
                return;
            for (const Listing& listing : rule.listings) {
                join((isAfter ? found.after : found.now)[listing.product],
                     isAfter ? listing.after : listing.now);
                found.touched.push_back(listing.product);
            }
        };
        std::for_each(own.begin(), own.end(), take);
        if (hasOwn && policy != RulePolicy::Union)
            continue;
        std::size_t most = 0;
        for (const Rule* rule : found.fitting)
            most = std::max(most, counts(*rule) ? rule->conditions.size() : 0);
        for (const Rule* rule : found.fitting) {
            if (policy != RulePolicy::MostSpecific || rule->conditions.size() == most)
                take(*rule);
        }
    }
    std::sort(found.touched.begin(), found.touched.end());
    found.touched.erase(std::unique(found.touched.begin(), found.touched.end()), found.touched.end());
}

CustomerReach Reach::count(std::uint32_t customer, Found& found)
{
    look(customer, found);
    CustomerReach reach;
    reach.customer = customer;
    for (const std::uint32_t number : found.touched) {
        const Sellable& now = found.now[number];
        const Sellable& after = found.after[number];
        reach.now += now.may ? 1 : 0;
        reach.after += after.may ? 1 : 0;
        if (now.may != after.may) {
            ++(after.may ? reach.gained : reach.lost);
            ++(after.may ? m_products[number].gainedBy : m_products[number].lostBy);
        } else {
            reach.flagged += now.may && !(now == after) ? 1 : 0;
        }
    }
    reach.isUnsure =
        m_asksForUnknown || std::any_of(m_asked.begin(), m_asked.end(), [&](std::size_t dimension) {
            return m_match.value(dimension, customer) == 0;
        });
    return reach;
}

std::vector<ProductReach> Reach::of(std::uint32_t customer) const
{
    Found found;
    look(customer, found);
    std::vector<ProductReach> products;
    for (const std::uint32_t number : found.touched) {
        if (found.now[number].may || found.after[number].may)
            products.push_back({number, found.now[number], found.after[number]});
    }
    return products;
}

} // namespace rangedesk
