// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/change_kind.h"
#include "core/rule.h"

#include <QStringList>
#include <map>
#include <string>
#include <vector>

namespace rangedesk {

/// Values that were read from the server, for the sheets of a template: code (or id) and name.
class TemplateValues
{
public:
    void add(const SaleRule& rule);

    /// The name of a group, such as a dimension, in the language of the program; its entries by code.
    using Entries = std::map<std::string, std::string>;
    std::vector<std::pair<QString, const Entries*>> groups() const;

private:
    std::map<int, Entries> m_dimensions;
    Entries m_products;
    Entries m_customers;
};

/// Writes an empty sheet for a kind: as a workbook (required columns marked, instructions, the values read so
/// far, every cell text) or, by the ending of the name, as CSV. Storage where it cannot be written.
Result<void> writeTemplate(const QString& path, ChangeKind kind, bool clears, const TemplateValues& values);

} // namespace rangedesk
