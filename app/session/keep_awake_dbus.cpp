// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that speaks D-Bus (besides the keychain's library): systemd-logind's inhibitor lock, which
// ends with the file descriptor that it returns, also where the program dies.
#include "session/keep_awake.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace rangedesk {

namespace {

struct KeepAwakeText
{
    Q_DECLARE_TR_FUNCTIONS(KeepAwakeText)
};

} // namespace

struct KeepAwake::Part
{
    QObject context; ///< replies that come after it find nobody
    QDBusUnixFileDescriptor lock;
    bool isHeld = false;
};

KeepAwake::KeepAwake() : m_part(std::make_unique<Part>()) {}
KeepAwake::~KeepAwake() = default;

void KeepAwake::hold()
{
    if (m_part->isHeld)
        return;
    m_part->isHeld = true;
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep:idle") << QStringLiteral("RangeDesk")
         << KeepAwakeText::tr("A job is running") << QStringLiteral("block");
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), &m_part->context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, &m_part->context, [this, watcher] {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (reply.isValid() && m_part->isHeld)
            m_part->lock = reply.value();
        watcher->deleteLater();
    });
}

void KeepAwake::release()
{
    m_part->isHeld = false;
    m_part->lock = QDBusUnixFileDescriptor();
}

} // namespace rangedesk
