// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <deque>

namespace rangedesk::ui {

/// Requests a second over the last two minutes, with the time in which the server asked to be slower marked.
class SpeedChart : public QWidget
{
    Q_OBJECT
public:
    explicit SpeedChart(QWidget* parent);

    void clear();
    /// One sample a second.
    void add(double requestsPerSecond, bool slowedDown);
    double last() const { return m_samples.empty() ? 0 : m_samples.back().rate; }

    QSize sizeHint() const override { return {240, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Sample
    {
        double rate;
        bool slowedDown;
    };
    std::deque<Sample> m_samples;
};

} // namespace rangedesk::ui
