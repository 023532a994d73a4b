// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/speed_chart.h"
#include "common/notes.h"
#include "common/table_view.h"
#include "models/request_model.h"
#include "session/desk.h"

#include <QCheckBox>
#include <QFormLayout>

namespace rangedesk::ui {

/// A job while it runs: how far, how fast, how long still; each request with the server's words; pause,
/// resume, and cancel with what was sent, is in flight, and will not be sent.
class RunStep : public QWidget
{
    Q_OBJECT
public:
    RunStep(Desk& desk, QWidget* parent);

    /// @p reviewed names the targets; nullptr where a job is resumed.
    void begin(const SharedOutcome& reviewed, std::int64_t jobId);
    std::vector<QWidget*> panes() const;
    QPushButton* pauseButton() const { return m_pause; }
    QPushButton* cancelButton() const { return m_cancel; }

private:
    void setTexts();
    void showProgress();
    void showControls();
    void sample();
    void takeMoves(const std::vector<RequestMove>& moves);

    Desk& m_desk;
    std::int64_t m_jobId = 0;
    RequestModel* m_requests;
    QDateTime m_begun;
    QElapsedTimer m_lastAnswer;
    std::int64_t m_sampledRequests = 0;
    QTimer m_sampler;
    int m_samples = 0;

    QLabel* m_percent;
    QLabel* m_count;
    QLabel* m_left;
    QLabel* m_pulse;
    SegmentedBar* m_bar;
    QLabel* m_equation;
    TableView* m_table;
    QLabel* m_tableTitle;
    std::vector<QToolButton*> m_filters;
    QCheckBox* m_follow;
    QLabel* m_speedTitle;
    QLabel* m_speed;
    SpeedChart* m_chart;
    Note* m_slow;
    QFormLayout* m_facts;
    std::vector<QLabel*> m_factNames;
    std::vector<QLabel*> m_factValues;
    QLabel* m_ifCancelled;
    QPushButton* m_pause;
    QPushButton* m_cancel;
};

} // namespace rangedesk::ui
