// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/customer_attributes.h"

#include "core/text.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct AttributeText
{
    Q_DECLARE_TR_FUNCTIONS(AttributeText)
};

/// Told from the fields of the merchant information.
constexpr int catalogueBit = 0x40000000;

} // namespace

CustomerAttributes::CustomerAttributes(std::shared_ptr<const EntryList> customers, const ReviewList& list)
    : m_customers(std::move(customers)), m_entries(list.size(), unknown)
{
    if (attributeCount() == 0)
        return;
    for (const EntryList::Attribute& told : m_customers->attributes()) {
        std::vector<std::uint64_t>& keys = m_keys.emplace_back();
        for (const std::string& value : told.values)
            keys.push_back(valueKey(value));
        m_groups.push_back(groupKey(told.name) | catalogueBit);
    }
    std::vector<std::string> codes;
    std::vector<std::uint32_t> rows; // of those codes
    for (std::uint32_t row = 0; row < list.size(); ++row) {
        const ReviewCustomer& customer = list.at(row);
        if (const auto entry = customer.id.empty() ? std::nullopt : m_customers->withId(customer.id)) {
            m_entries[row] = *entry;
        } else if (!customer.code.empty()) {
            codes.emplace_back(customer.code);
            rows.push_back(row);
        }
    }
    if (codes.empty())
        return;
    const auto named = m_customers->named(codes, SelectBy::Code);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (named[i].size() != 1)
            continue;
        // Another id with this code is another customer, unless a list told the code alone.
        const std::uint32_t entry = named[i].front();
        if (list.at(rows[i]).id.empty() || m_customers->id(entry).starts_with(madeUpId))
            m_entries[rows[i]] = entry;
    }
}

QString CustomerAttributes::attributeWord(std::size_t attribute) const
{
    return AttributeText::tr("%1 (catalogue)").arg(attributeName(m_customers->attributes()[attribute].name));
}

std::uint32_t CustomerAttributes::valueIndex(std::uint32_t row, std::size_t attribute) const
{
    // Who is gone stands in no list, and behind all of them.
    const std::uint32_t entry = row < m_entries.size() ? m_entries[row] : unknown;
    return entry == unknown ? 0 : m_customers->attributes()[attribute].valueOf[entry];
}

std::string_view CustomerAttributes::value(std::uint32_t row, std::size_t attribute) const
{
    const std::uint32_t value = valueIndex(row, attribute);
    return value == 0 ? std::string_view() : std::string_view(values(attribute)[value - 1]);
}

} // namespace rangedesk
