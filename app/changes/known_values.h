// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/change_kind.h"
#include "core/rule.h"
#include "sheets/column_role.h"

#include <map>
#include <string>
#include <vector>

namespace rangedesk {

/// Values that were read from the server: for the lists in templates, and to offer what a faulty cell may
/// have meant.
class KnownValues
{
public:
    struct Entry
    {
        std::string id;
        std::string code;
        std::string name;
    };

    void add(const SaleRule& rule);
    void add(const Campaign& campaign);

    /// The name of a group, such as a dimension, in the language of the program, and what it holds by id.
    std::vector<std::pair<QString, std::vector<const Entry*>>> groups() const;

    /// What a cell of a column may have meant, best first, at most five. An id that a spreadsheet has rounded
    /// has one only where it is the only one that fits.
    std::vector<std::string> suggestions(const ColumnRole& role, const std::string& cell) const;

private:
    using Group = std::map<std::string, Entry, std::less<>>; ///< by id
    void take(int group, std::string_view id, std::string_view code, std::string_view name);

    std::map<int, Group> m_groups; ///< dimensions by number; then products, customers and campaigns
};

} // namespace rangedesk
