// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigns/time_line_chart.h"
#include "campaigns/time_line_legend.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace rangedesk::ui {

/// The time line with its bar of tools: by what it is put together, and how wide a day is.
class TimeLine : public QWidget
{
    Q_OBJECT
public:
    explicit TimeLine(QWidget* parent);

    TimeLineChart* chart() const { return m_chart; }
    void setCampaigns(const std::shared_ptr<const CampaignRows>& campaigns, std::vector<std::uint32_t> rows);
    /// Marks a campaign as the current one, and brings it into sight.
    void show(std::uint32_t row);
    using QWidget::show;

Q_SIGNALS:
    void chosen(std::uint32_t row);
    void opened(std::uint32_t row);
    void told(const QString& text, bool failed);

private:
    void zoom(int steps);
    void place();
    void reveal(int part);
    void showFacts();

    TimeLineChart* m_chart;
    TimeLineLegend* m_legend;
    QScrollArea* m_scroll;
    QScrollBar* m_days;
    QComboBox* m_group;
    QLabel* m_off;
    QLabel* m_empty;
    QPushButton* m_wider;
    QPushButton* m_narrower;
    QPushButton* m_all;
};

} // namespace rangedesk::ui
