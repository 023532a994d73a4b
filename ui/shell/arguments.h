// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "session/session.h"

#include <QStringList>

namespace rangedesk::ui {

/// The command line of the window.
struct Arguments
{
    SessionWish wish;
    QString profile;       ///< by name; empty: the last one
    bool isDirect = false; ///< the demo or an address was given: no profile
    QStringList files;     ///< sheets to open
    QString language;      ///< "zh", "en" or empty
    QString theme;         ///< "light", "dark" or empty
    QString helpText;      ///< not empty: show it and go
    bool version = false;
};

/// Usage where the words are off.
Result<Arguments> parseArguments(const QStringList& words);

} // namespace rangedesk::ui
