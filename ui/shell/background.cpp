// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/background.h"

#include "common/icons.h"

#include <QMenu>

namespace rangedesk::ui {

Background::Background(Desk& desk, QWidget* window) : QObject(window), m_desk(desk), m_window(window)
{
    connect(&desk.runner(), &JobRunner::taskChanged, this, &Background::holdOrRelease);
}

void Background::setWaits(bool waits)
{
    m_waits = waits;
    holdOrRelease();
}

void Background::holdOrRelease()
{
    if (m_waits || m_desk.runner().isBusy())
        m_awake.hold();
    else
        m_awake.release();
}

bool Background::canHide()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void Background::makeTray()
{
    if (m_tray)
        return;
    m_menu = std::make_unique<QMenu>();
    m_menu->addAction(tr("Show RangeDesk"), this, &Background::showWindow);
    m_menu->addAction(tr("Close RangeDesk…"), this, [this] {
        showWindow();
        Q_EMIT quitWanted();
    });
    m_tray = std::make_unique<QSystemTrayIcon>(icon("range"));
    m_tray->setToolTip(QStringLiteral("RangeDesk"));
    m_tray->setContextMenu(m_menu.get());
    connect(m_tray.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    showWindow();
            });
    connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, &Background::showWindow);
}

void Background::hideWindow()
{
    makeTray();
    m_tray->show();
    m_window->hide();
}

void Background::showWindow()
{
    m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
    if (m_tray)
        m_tray->hide();
}

void Background::tell(const QString& title, const QString& text)
{
    if (m_window->isActiveWindow() || !canHide())
        return;
    makeTray();
    m_tray->show();
    m_tray->showMessage(title, text);
}

} // namespace rangedesk::ui
