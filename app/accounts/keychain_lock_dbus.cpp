// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keychain_lock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QTimer>

namespace rangedesk {

namespace {

constexpr int patienceMs = 2000;

} // namespace

void askWhetherLocked(QObject* context, std::function<void(bool)> answer)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    call << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    call.setAutoStartService(false); // asking must not start a keychain that nobody uses
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, patienceMs), context);
    auto told = [watcher, answer = std::move(answer)] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        answer(reply.isValid() && reply.value().variant().toBool());
    };
    // Already there: without a bus, and as well when the bus's own thread was quicker than this one. The
    // watcher may then never tell, and what came counts all the same.
    if (watcher->isFinished())
        QTimer::singleShot(0, watcher, std::move(told));
    else
        QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, std::move(told));
}

} // namespace rangedesk
