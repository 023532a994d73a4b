// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <string_view>

namespace rangedesk {

/// Tells the names and values of a JSON object, or of an array of such, in their order; nested ones as
/// "outer · inner", lists of {"name": …, "value": …} as pairs, JSON within a string as JSON. Numbers keep
/// their digits. @returns false where the text is no JSON
bool readMerchantJson(std::string_view text, const std::function<void(const QString&, const QString&)>& tell);

} // namespace rangedesk
