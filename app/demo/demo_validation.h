// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <optional>
#include <string>
#include <string_view>

namespace rangedesk::demo {

/// The first thing in a body that the vendor's parameter table of the operation does not allow, as the
/// server would word it; nothing where it is in order. Unknown parameters, wrong JSON types, lengths in
/// characters, formats and groups are all checked.
std::optional<std::string> faultIn(std::string_view operation, const QJsonObject& body);

} // namespace rangedesk::demo
