// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/desk.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

class QMenu;

namespace rangedesk::ui {

/// The row below the band: environment, company, and the buttons that serve every page.
class TitleBar : public QFrame
{
    Q_OBJECT
public:
    TitleBar(Desk& desk, QWidget* parent);

    void setCompany(const QString& name);
    /// Opens the menu of profiles; hidden where there are none.
    QToolButton* profileButton() const { return m_profile; }
    QPushButton* lockButton() const { return m_lock; }
    QPushButton* goToButton() const { return m_goTo; }
    QToolButton* themeButton() const { return m_theme; }
    QToolButton* languageButton() const { return m_language; }
    QToolButton* helpButton() const { return m_help; }

Q_SIGNALS:
    void profileMenuWanted(QMenu* menu);
    /// The lock was clicked.
    void lockToggled();

private:
    void showLock();

    Desk& m_desk;
    QLabel* m_company;
    QToolButton* m_profile;
    QPushButton* m_lock;
    QTimer m_ticker;
    QPushButton* m_goTo;
    QToolButton* m_language;
    QToolButton* m_theme;
    QToolButton* m_help;
};

} // namespace rangedesk::ui
