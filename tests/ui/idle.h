// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace rangedesk::tests {

/// No worker is at something for this object, or for what belongs to it, and what they found is shown:
/// `inWorker` makes a watcher for each, a child of the object, that goes once it has told. A watcher that is
/// finished may not have told yet.
inline bool isIdle(const QObject& object)
{
    return object.findChildren<QFutureWatcherBase*>().isEmpty();
}

} // namespace rangedesk::tests
