// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace rangedesk::ui {

/// Where a line may be broken in a long text without blanks; it is not seen, and belongs to no text.
inline constexpr char16_t breakPlace = 0x200b;

/// What is copied from this label, by key, by menu or with the pointer alone, is without places to break.
void copiesBare(QLabel* label);

} // namespace rangedesk::ui
