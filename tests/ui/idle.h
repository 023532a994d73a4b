// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

#include <algorithm>

namespace rangedesk::tests {

/// No worker is at something for this object, or for what belongs to it, and what they found is shown:
/// `inWorker` makes a watcher for each that is the object's child.
inline bool isIdle(const QObject& object)
{
    const auto watchers = object.findChildren<QFutureWatcherBase*>();
    return std::all_of(watchers.begin(), watchers.end(),
                       [](const QFutureWatcherBase* watcher) { return watcher->isFinished(); });
}

} // namespace rangedesk::tests
