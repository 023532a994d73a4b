// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/desk.h"
#include "session/keep_awake.h"

#include <QSystemTrayIcon>
#include <QWidget>

namespace rangedesk::ui {

/// What a job needs while nobody looks: the computer stays awake, its end is told on the desktop, and the
/// window may go into the tray.
class Background : public QObject
{
    Q_OBJECT
public:
    /// @param window must outlive this
    Background(Desk& desk, QWidget* window);

    /// Whether there is a tray to go to.
    static bool canHide();
    /// The window goes; the icon in the tray brings it back.
    void hideWindow();
    void showWindow();
    /// Jobs wait for their time: the computer stays awake for them, too.
    void setWaits(bool waits);
    /// On the desktop, where the window is not before the person.
    void tell(const QString& title, const QString& text);

Q_SIGNALS:
    /// From the icon's menu.
    void quitWanted();

private:
    void makeTray();

    Desk& m_desk;
    QWidget* m_window;
    void holdOrRelease();

    KeepAwake m_awake;
    bool m_waits = false;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    std::unique_ptr<QMenu> m_menu;
};

} // namespace rangedesk::ui
