// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rule.h"

namespace rangedesk {

/// What identifies a rule in a list: its id; with the first customer's, for rules of operation 6, which come
/// once a customer.
std::string ruleKey(const SaleRule& rule);

} // namespace rangedesk
