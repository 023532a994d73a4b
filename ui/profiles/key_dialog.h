// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/settings.h"

#include <functional>
#include <optional>

class QWidget;

namespace rangedesk::ui {

struct TypedKey
{
    AppKey key;
    bool isToBeKept = false; ///< in the keychain, for the next time
};

/// Asks for the appkey of a profile; nothing where the person gives none. Tests answer it without one.
using KeyQuestion = std::function<std::optional<TypedKey>(QWidget* parent, const QString& profile)>;
KeyQuestion& keyQuestion();

} // namespace rangedesk::ui
