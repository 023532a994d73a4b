// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "session/session.h"

#include <QLabel>

namespace rangedesk::ui {

Token environmentToken(Environment environment);
/// "正式" or "PROD", by the kind of company.
QString environmentWord(Environment environment);

/// The band on top of a window: solid for production, dashes for a test, hatched for a rehearsal.
class EnvironmentBand : public QWidget
{
    Q_OBJECT
public:
    EnvironmentBand(Environment environment, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Environment m_environment;
};

/// The block with the word for the kind of company; hatched for a rehearsal.
class EnvironmentBlock : public QWidget
{
    Q_OBJECT
public:
    EnvironmentBlock(Environment environment, QWidget* parent, bool small = false);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Environment m_environment;
    bool m_small;
};

} // namespace rangedesk::ui
