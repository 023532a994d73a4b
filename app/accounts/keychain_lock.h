// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace rangedesk {

/// Asks whether the keychain that holds new entries is locked now. The Secret Service says "nothing there" of
/// an entry in a locked keychain, so that an absent entry has to be held against this. Answered once, soon
/// and at the latest after two seconds, in the thread of @p context; false where it cannot be known, and on
/// systems whose keychain tells the difference by itself.
void askWhetherLocked(QObject* context, std::function<void(bool)> answer);

} // namespace rangedesk
