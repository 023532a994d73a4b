// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>

#include <array>

namespace rangedesk::ui {

/// Keys that Qt leaves unbound, or binds differently, from one desktop to the next; here they are the same on
/// all, since the guide names them.
inline const QKeySequence replaceKey{Qt::CTRL | Qt::Key_H};
inline const QKeySequence reviewKey{Qt::CTRL | Qt::SHIFT | Qt::Key_Return};
inline const QKeySequence effectKey{Qt::CTRL | Qt::SHIFT | Qt::Key_E};
inline const QKeySequence editListKey{Qt::CTRL | Qt::Key_L};
inline const QKeySequence pickKey{Qt::CTRL | Qt::Key_P};
inline const QKeySequence clearKey{Qt::CTRL | Qt::Key_Delete};
inline const QKeySequence settingsKey{Qt::CTRL | Qt::Key_Comma};
inline const std::array redoKeys{QKeySequence(Qt::CTRL | Qt::Key_Y),
                                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)};

} // namespace rangedesk::ui
