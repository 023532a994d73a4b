// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/customer_keys.h"

#include <algorithm>

namespace rangedesk {

void CustomerKeys::add(const std::vector<const std::vector<NamedEntry>*>& lists)
{
    const auto isNamedByCode = [](const NamedEntry& entry) {
        return entry.id.empty() && !entry.code.empty();
    };
    const bool isNeeded = std::any_of(lists.begin(), lists.end(), [&](const auto* list) {
        return std::any_of(list->begin(), list->end(), isNamedByCode);
    });
    if (!isNeeded)
        return; // as good as always
    for (const auto* list : lists) {
        for (const NamedEntry& entry : *list) {
            if (entry.id.empty() || entry.code.empty())
                continue;
            const auto [place, isNew] = m_ids.emplace(entry.code, entry.id);
            if (!isNew && place->second != entry.id)
                place->second = {};
        }
    }
}

std::string CustomerKeys::keyOf(const NamedEntry& entry) const
{
    if (entry.id.empty() && !entry.code.empty()) {
        const auto found = m_ids.find(entry.code);
        if (found != m_ids.end() && !found->second.empty())
            return ownKey(found->second, {}, {});
    }
    return ownKey(entry.id, entry.code, entry.name);
}

std::string CustomerKeys::ownKey(std::string_view id, std::string_view code, std::string_view name)
{
    const auto [prefix, value] = !id.empty()     ? std::pair("id=", id)
                                 : !code.empty() ? std::pair("code=", code)
                                                 : std::pair("name=", name);
    std::string key; // made in one piece: there are as many as customers
    key.reserve(sizeof("code=") + value.size());
    key += prefix;
    key += value;
    return key;
}

} // namespace rangedesk
