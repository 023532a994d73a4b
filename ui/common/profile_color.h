// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/profile.h"

#include <QPixmap>

class QComboBox;

namespace rangedesk::ui {

/// The mark of a profile beside its name: a small square of its colour; null where it has none.
QPixmap profilePixmap(ProfileColor profileColor, double ratio);
/// "teal"; for people who do not see it.
QString profileColorWord(ProfileColor profileColor);
/// Every colour with its word, in the order of the enumeration; what is chosen stays.
void fillColors(QComboBox& box);

} // namespace rangedesk::ui
