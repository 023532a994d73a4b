// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rule.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace rangedesk {

/// Tells which entries of several lists are one customer: by id; one that is named by its code alone is the
/// customer with this code, where one id alone has it; else the code, else the name.
class CustomerKeys
{
public:
    /// All lists are added before any key is asked for. The entries' texts are kept as views.
    void add(const std::vector<const std::vector<NamedEntry>*>& lists);
    /// "id=…", "code=…" or "name=…".
    std::string keyOf(const NamedEntry& entry) const;
    /// The key of an entry by itself, whatever other lists tell.
    static std::string ownKey(std::string_view id, std::string_view code, std::string_view name);

private:
    std::unordered_map<std::string_view, std::string_view> m_ids; ///< by code; empty: several have it
};

} // namespace rangedesk
