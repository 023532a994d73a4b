// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keychain_lock.h"

#include <QTimer>

namespace rangedesk {

void askWhetherLocked(QObject* context, std::function<void(bool)> answer)
{
    QTimer::singleShot(0, context, [answer = std::move(answer)] { answer(false); });
}

} // namespace rangedesk
