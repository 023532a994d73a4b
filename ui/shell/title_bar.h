// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"

#include <QFrame>
#include <QLabel>
#include <QToolButton>

namespace rangedesk::ui {

/// The row below the band: environment, company, and the buttons that serve every page.
class TitleBar : public QFrame
{
    Q_OBJECT
public:
    TitleBar(Environment environment, QWidget* parent);

    void setCompany(const QString& name);
    QToolButton* themeButton() const { return m_theme; }
    QToolButton* languageButton() const { return m_language; }
    QToolButton* helpButton() const { return m_help; }

private:
    QLabel* m_company;
    QToolButton* m_language;
    QToolButton* m_theme;
    QToolButton* m_help;
};

} // namespace rangedesk::ui
