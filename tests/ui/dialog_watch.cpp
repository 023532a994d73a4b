// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog_watch.h"

#include <QApplication>
#include <QDateTime>
#include <QPointer>

namespace rangedesk::tests {

namespace {

constexpr int lookEvery = 10;       // milliseconds
constexpr qint64 patience = 30'000; // milliseconds
} // namespace

DialogWatch::DialogWatch(QObject* parent, Fits fits, Act act, std::chrono::milliseconds first)
    : QObject(parent), m_fits(std::move(fits)), m_act(std::move(act)),
      m_begin(QDateTime::currentMSecsSinceEpoch()), m_timer(startTimer(lookEvery)), m_first(first)
{}

DialogWatch::Fits DialogWatch::named(const char* objectName)
{
    return [objectName](const QDialog& dialog) { return dialog.objectName() == QLatin1String(objectName); };
}

void DialogWatch::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer)
        return;
    QPointer<QDialog> dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
    const qint64 waited = QDateTime::currentMSecsSinceEpoch() - m_begin;
    if (dialog == nullptr || !dialog->isVisible() || waited < m_first.count())
        return;
    const bool fits = m_fits(*dialog);
    if (!fits && waited < patience)
        return;
    if (fits && !dialog->isActiveWindow() && waited < patience) {
        dialog->activateWindow(); // keys sent before are lost
        return;
    }
    killTimer(m_timer);
    m_timer = 0;
    m_wasThere = fits;
    if (fits)
        m_act(*dialog);
    if (dialog != nullptr && dialog->isVisible())
        dialog->reject();
}

MenuWatch::MenuWatch(QObject* parent, Act act)
    : QObject(parent), m_act(std::move(act)), m_timer(startTimer(lookEvery))
{}

void MenuWatch::timerEvent(QTimerEvent* event)
{
    const QPointer<QMenu> menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (event->timerId() != m_timer || menu == nullptr || menu->actions().isEmpty())
        return;
    killTimer(m_timer);
    m_timer = 0;
    m_wasThere = true;
    m_act(*menu);
    if (menu != nullptr)
        menu->close();
}

} // namespace rangedesk::tests
