// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/answer_dialog.h"
#include "common/chart.h"
#include "models/comparison_rows.h"
#include "session/desk.h"

namespace rangedesk::ui {

/// Covered, notified and registered of several campaigns on one scale, side by side.
class SideBySideChart : public Chart
{
    Q_OBJECT
public:
    explicit SideBySideChart(QWidget* parent);
    void setComparison(std::shared_ptr<const CampaignComparison> comparison);
    /// The filter of a part; 0 for none.
    std::uint32_t facetOf(int part) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void draw(QPainter& painter, const QSize& size, std::vector<Part>& parts) override;

private:
    std::shared_ptr<const CampaignComparison> m_comparison;
};

/// Several campaigns side by side: who registered for all of them, for some, for none. Every bar filters the
/// customers beneath.
class ComparisonDialog : public AnswerDialog
{
    Q_OBJECT
public:
    ComparisonDialog(Desk& desk, std::vector<CampaignComparison::Member> members, QWidget* parent);
    ~ComparisonDialog() override;

    SideBySideChart* chart() const { return m_chart; }
    ComparisonModel* model() const { return m_model; }

protected:
    void showCurrent() override;

private:
    void showComparison(const std::shared_ptr<const CampaignComparison>& comparison);
    void filter();

    ComparisonModel* m_model;
    SideBySideChart* m_chart;
    std::shared_ptr<std::atomic<bool>> m_abandon;
};

} // namespace rangedesk::ui
