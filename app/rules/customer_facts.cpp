// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/customer_facts.h"

#include <limits>

namespace rangedesk {

namespace {

constexpr auto noEntry = std::numeric_limits<std::uint32_t>::max();

/// @param entryOf each entry, or noEntry
std::vector<std::set<std::string>> namesOfEntries(const EntryList& entries,
                                                  const std::vector<std::uint32_t>& entryOf)
{
    std::vector<std::set<std::string>> names(entryOf.size());
    // Two departments may have one name: a rule for the other must not be taken for a rule for this one.
    for (const SelectBy by : {SelectBy::Id, SelectBy::Code, SelectBy::Name}) {
        std::vector<std::string> texts(entryOf.size());
        for (std::size_t i = 0; i < entryOf.size(); ++i) {
            if (entryOf[i] == noEntry)
                continue;
            texts[i] = by == SelectBy::Id     ? entries.id(entryOf[i])
                       : by == SelectBy::Code ? entries.code(entryOf[i])
                                              : entries.name(entryOf[i]);
        }
        const auto alike = entries.named(texts, by);
        for (std::size_t i = 0; i < entryOf.size(); ++i) {
            if (alike[i].size() == 1)
                names[i].insert(texts[i]);
        }
    }
    for (std::set<std::string>& one : names)
        one.erase(std::string());
    return names;
}

} // namespace

std::vector<std::set<std::string>> namesOfValues(const EntryList& entries,
                                                 const std::vector<std::string>& values)
{
    std::vector<std::uint32_t> entryOf(values.size(), noEntry);
    for (const SelectBy by : {SelectBy::Code, SelectBy::Id, SelectBy::Name}) {
        const auto found = entries.named(values, by);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (entryOf[i] == noEntry && found[i].size() == 1)
                entryOf[i] = found[i].front();
        }
    }
    std::vector<std::set<std::string>> names = namesOfEntries(entries, entryOf);
    for (std::size_t i = 0; i < values.size(); ++i) {
        names[i].insert(values[i]);
        names[i].erase(std::string());
    }
    return names;
}

std::set<std::string> namesOfEntry(const EntryList& entries, std::uint32_t entry)
{
    return std::move(namesOfEntries(entries, {entry}).front());
}

std::set<std::string> namesOfValue(const EntryList& entries, SelectBy by, const std::string& value)
{
    const std::vector<std::uint32_t> found = entries.namedBy(value, by);
    return found.size() == 1 ? namesOfEntry(entries, found.front()) : std::set<std::string>{value};
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
