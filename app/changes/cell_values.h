// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"

#include <optional>
#include <string_view>

namespace rangedesk {

/// A flag cell: 1/0, 是/否, Y/N, yes/no, true/false; empty keeps, [清空] is 0 (decisions 2). Nothing else.
std::optional<Flag> flagOf(std::string_view cell);

/// An operation cell: 0, 新增, 修改, … or 1, 删除, … (decisions 3). Nothing else.
/// What the server held, as a change set tells it: "absent", "1/0" (must-sell/new), "#" and a digest of all
/// products for rows that clear; empty where it was not known.
std::string expectedText(const BaseValue& base, ChangeType type);
std::optional<BaseValue> expectedOf(std::string_view cell);

std::optional<ChangeType> typeOf(std::string_view cell);

} // namespace rangedesk
