// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "models/mark.h"

class QPainter;

namespace rangedesk::ui {

/// Paints a mark in a square at the middle of @p rect. Each has a shape of its own, so that grey print and
/// colour-blind eyes tell them apart; @p grey paints it as on paper.
void paintMark(QPainter* painter, Mark mark, const QRect& rect, bool grey = false);

/// The colour of a mark and of the word beside it, and the tint behind both.
Token markToken(Mark mark);
Token markTint(Mark mark);

/// A mark as a picture, for buttons and labels.
/// @param onRail in the colours for a dark ground, whatever the look
QPixmap markPixmap(Mark mark, int side, qreal ratio, bool onRail = false);

} // namespace rangedesk::ui
