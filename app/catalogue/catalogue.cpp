// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/catalogue.h"

#include "core/text.h"

namespace rangedesk {

namespace {

CatalogueEntry entryOf(std::string_view id, std::string_view code, std::string_view name, EntryOrigin origin)
{
    return {std::string(trimmed(id)), std::string(trimmed(code)), {}, std::string(trimmed(name)), {}, origin};
}

/// What an entry becomes by the news says more than it did.
bool saysMore(const CatalogueEntry& known, const CatalogueEntry& news)
{
    const auto differs = [](const std::string& a, const std::string& b) { return !b.empty() && a != b; };
    if (differs(known.code, news.code) || differs(known.sourceCode, news.sourceCode) ||
        differs(known.name, news.name))
        return true;
    if (known.origin == EntryOrigin::ReferenceList && news.origin != EntryOrigin::ReferenceList)
        return true; // now it is known from the server, too
    return std::any_of(news.attributes.begin(), news.attributes.end(), [&](const auto& attribute) {
        const auto found = known.attributes.find(attribute.first);
        return found == known.attributes.end() || differs(found->second, attribute.second);
    });
}

} // namespace

void CatalogueNews::add(EntryKind kind, CatalogueEntry entry)
{
    // An id is a name on one line; what is not cannot be asked for, nor told apart here.
    const bool isGood = !entry.id.empty() && std::none_of(entry.id.begin(), entry.id.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ';
    });
    if (!isGood)
        return;
    m_entries.at(static_cast<std::size_t>(kind)).put(std::move(entry));
}

void CatalogueNews::add(const SaleRule& rule)
{
    const EntryOrigin origin = rule.customers.empty() ? EntryOrigin::Rules : EntryOrigin::CustomerRules;
    for (const RuleField& field : rule.fields) {
        const auto dimension = dimensionOfFilterCode(field.filterCode);
        if (!dimension)
            continue;
        if (field.selectedId.find(',') == std::string_view::npos) {
            add(entryKind(*dimension),
                entryOf(field.selectedId, field.selectedCode, field.selectedName, origin));
            continue;
        }
        // Several values are paired with names only where the numbers agree: a name may hold a comma.
        const auto ids = commaParts(field.selectedId);
        const auto codes = commaParts(field.selectedCode);
        const auto names = commaParts(field.selectedName);
        for (std::size_t i = 0; i < ids.size() && names.size() == ids.size(); ++i)
            add(entryKind(*dimension),
                entryOf(ids[i], codes.size() == ids.size() ? codes[i] : std::string_view(), names[i],
                        origin));
    }
    for (const RuleProduct& product : rule.products)
        add(EntryKind::Product, entryOf(product.id, product.code, product.name, origin));
    for (const RuleCustomer& customer : rule.customers)
        add(EntryKind::Customer, entryOf(customer.id, customer.code, customer.name, origin));
}

void CatalogueNews::add(const Campaign& campaign)
{
    constexpr EntryOrigin origin = EntryOrigin::Campaigns;
    add(EntryKind::Campaign, entryOf(campaign.sourceCode, campaign.code, campaign.name, origin));
    for (const NamedEntry& department : campaign.departments)
        add(entryKind(Dimension::Department),
            entryOf(department.id, department.code, department.name, origin));
    for (const auto* customers : {&campaign.covered, &campaign.notified, &campaign.registered}) {
        for (const NamedEntry& customer : *customers) {
            CatalogueEntry entry = entryOf(customer.id, customer.code, customer.name, origin);
            entry.sourceCode = std::string(trimmed(customer.sourceCode));
            add(EntryKind::Customer, std::move(entry));
        }
    }
}

bool CatalogueNews::isEmpty() const
{
    return std::all_of(m_entries.begin(), m_entries.end(),
                       [](const PackedEntries& entries) { return entries.empty(); });
}

Catalogue::Catalogue()
{
    static const auto none = std::make_shared<const EntryList>(EntryList(), std::vector<CatalogueEntry>());
    m_lists.fill(none);
}

PackedEntries CatalogueNews::take(EntryKind kind)
{
    return std::exchange(m_entries.at(static_cast<std::size_t>(kind)), {});
}

std::shared_ptr<const Catalogue> Catalogue::with(CatalogueNews news, ChangedEntries* changed) const
{
    auto next = std::make_shared<Catalogue>(*this);
    for (std::size_t i = 0; i < entryKindCount; ++i) {
        const auto kind = static_cast<EntryKind>(i);
        const EntryList& known = of(kind);
        PackedEntries fresh = news.take(kind);
        fresh.keepOnly([&](const CatalogueEntry& entry) {
            const auto place = known.withId(entry.id);
            return !place || saysMore(known.entry(*place), entry);
        });
        if (fresh.empty())
            continue;
        next->m_lists.at(i) = std::make_shared<const EntryList>(known, fresh);
        for (std::size_t at = 0; changed != nullptr && at < fresh.size(); ++at) {
            if (const auto place = next->of(kind).withId(fresh.id(at)))
                changed->at(i).push_back(*place);
        }
    }
    return next;
}

std::shared_ptr<const Catalogue> Catalogue::withList(EntryKind kind,
                                                     std::vector<CatalogueEntry> entries) const
{
    auto next = std::make_shared<Catalogue>(*this);
    next->m_lists.at(static_cast<std::size_t>(kind)) =
        std::make_shared<const EntryList>(EntryList(), std::move(entries));
    return next;
}

} // namespace rangedesk
