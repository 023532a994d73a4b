// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rule_key.h"

namespace rangedesk {

std::string ruleKey(const SaleRule& rule)
{
    std::string key(rule.id);
    if (!rule.customers.empty()) {
        key += '/';
        key += rule.customers.front().id;
    }
    return key;
}

} // namespace rangedesk
