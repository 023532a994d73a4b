// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/widgets.h"
#include "session/desk.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

namespace rangedesk::ui {

/// The strip below the title bar that says that the server is not reached, since when, and what that means
/// for a running job. It goes by itself when a request gets through again; a job that paused for it is gone
/// on with only when a person says so.
class OfflineBar : public QFrame
{
    Q_OBJECT
public:
    OfflineBar(Desk& desk, QWidget* parent);

    QPushButton* retryButton() const { return m_retry; }

Q_SIGNALS:
    /// The first request got through.
    void reachedAgain();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class State : std::uint8_t { Reached, Lost, WaitsForPerson };
    void showState();
    void showLost();
    void showQuestion();
    void act();
    void retry();

    Desk& m_desk;
    QLabel* m_sign;
    QLabel* m_title;
    QLabel* m_more;
    QPushButton* m_retry;
    QTimer m_ticker;
    State m_state = State::Reached;
    QDateTime m_since;     ///< when it was lost
    QElapsedTimer m_asked; ///< since the last question that nobody clicked for
    bool m_isAsking = false;
    bool m_hasAnswered = false; ///< the server, since the job paused for want of it
};

} // namespace rangedesk::ui
