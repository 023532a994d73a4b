// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/widgets.h"
#include "session/desk.h"

#include <QFrame>
#include <QTimer>

namespace rangedesk::ui {

/// The line at the lower end: environment again, connection, requests in flight, the running job, the clock.
class StatusLine : public QFrame
{
    Q_OBJECT
public:
    StatusLine(Desk& desk, QWidget* parent);

    /// Why there is no connection; empty where there is.
    void setTrouble(const QString& trouble);

Q_SIGNALS:
    void jobClicked();
    void connectionClicked();

private:
    void showState();

    Desk& m_desk;
    QString m_trouble;
    QLabel* m_sign;
    QPushButton* m_connection;
    QLabel* m_flight;
    QPushButton* m_job;
    QLabel* m_clock;
    QTimer m_ticker;
};

} // namespace rangedesk::ui
