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
    /// Edits that wait to be posted, and in how many requests they go.
    void setWaiting(qint64 edits, qint64 requests);

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
    QLabel* m_waiting;
    qint64 m_edits = 0;
    qint64 m_requests = 0;
    QPushButton* m_job;
    QLabel* m_clock;
    QTimer m_ticker;
};

} // namespace rangedesk::ui
