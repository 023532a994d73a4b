// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QIcon>

namespace rangedesk::ui {

/// An icon of resources/icons by name, tinted from the tokens: ink-2, ink when on or hovered, ink-3 when
/// disabled. It follows the theme by itself.
QIcon icon(const char* name);
/// The same in one colour throughout.
QIcon icon(const char* name, Token token);

/// Tinted pixels, cached by name, size, ratio and colour.
QPixmap iconPixmap(const QString& name, QSize size, qreal ratio, const QColor& tint);
/// A large drawing with thin lines, for empty pages.
QPixmap drawing(const QString& name, int side, qreal ratio, const QColor& tint);
/// After a change of theme.
void forgetIcons();

} // namespace rangedesk::ui
