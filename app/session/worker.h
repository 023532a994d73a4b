// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace rangedesk {

/// Runs @p work in a thread of @p pool and hands its result to @p done in the thread of @p context. Where
/// the context is gone by then, the result is dropped. What the work refers to must outlive the pool.
template <typename Work, typename Done>
void inWorker(QObject* context, Work work, Done done, QThreadPool* pool = QThreadPool::globalInstance())
{
    using Value = std::invoke_result_t<Work>;
    using Shared = std::shared_ptr<Value>;
    auto* watcher = new QFutureWatcher<Shared>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         const Shared value = watcher->result();
                         done(std::move(*value));
                     });
    watcher->setFuture(QtConcurrent::run(
        pool, [work = std::move(work)]() mutable { return std::make_shared<Value>(work()); }));
}

} // namespace rangedesk
