// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/customer_facts.h"

namespace rangedesk {

std::vector<std::set<std::string>> namesOfValues(const EntryList& entries,
                                                 const std::vector<std::string>& values)
{
    std::vector<std::set<std::string>> names(values.size());
    std::vector<char> isFound(values.size(), 0);
    for (const SelectBy by : {SelectBy::Code, SelectBy::Id, SelectBy::Name}) {
        const auto found = entries.named(values, by);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (isFound[i] != 0 || found[i].size() != 1)
                continue;
            isFound[i] = 1;
            const std::uint32_t entry = found[i].front();
            for (const std::string_view name : {entries.id(entry), entries.code(entry), entries.name(entry)})
                names[i].emplace(name);
        }
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        names[i].insert(values[i]);
        names[i].erase(std::string());
    }
    return names;
}

CustomerFacts factsOf(const Catalogue& catalogue, std::uint32_t customer)
{
    const EntryList& customers = catalogue.of(EntryKind::Customer);
    CustomerFacts facts;
    if (!customers.id(customer).starts_with(madeUpId))
        facts.id = customers.id(customer);
    for (int i = 0; i < dimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        const std::string value(customers.attribute(customer, dimensionPrefix(dimension)));
        if (!value.empty())
            facts.values[dimension] = std::move(namesOfValues(catalogue.of(dimension), {value}).front());
    }
    return facts;
}

} // namespace rangedesk
