// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rule.h"

#include <span>
#include <string>

// Records in the shape of the vendor's replies, for keeping what was read: the decoders take them back.
namespace rangedesk {

/// One record of operation 5 or 6, as JSON. What is empty is left out.
std::string recordText(const SaleRule& rule);
/// One record of operation 3.
std::string recordText(const Campaign& campaign);
/// A reply of success that holds these records.
std::string replyOf(std::span<const std::string> records);

} // namespace rangedesk
