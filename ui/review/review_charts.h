// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/chart.h"
#include "registrations/review_list.h"

namespace rangedesk::ui {

/// Covered, notified, registered, with the rate of each step.
class FunnelChart : public Chart
{
    Q_OBJECT
public:
    explicit FunnelChart(QWidget* parent);
    void setFigures(const ReviewFigures& figures);
    /// The list of a part.
    static CampaignLists listOf(int part);
    static QString wordOf(CampaignLists list);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void draw(QPainter& painter, const QSize& size, std::vector<Part>& parts) override;

private:
    ReviewFigures m_figures;
};

/// The seven ways in which the three lists overlap, the largest first; those that hold registered customers
/// are dark.
class OverlapChart : public Chart
{
    Q_OBJECT
public:
    explicit OverlapChart(QWidget* parent);
    void setFigures(const ReviewFigures& figures);
    /// The bits of a part, and the part of bits.
    std::uint8_t listsOf(int part) const { return m_order.at(static_cast<std::size_t>(part)); }
    int partOf(std::uint8_t lists) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void draw(QPainter& painter, const QSize& size, std::vector<Part>& parts) override;

private:
    ReviewFigures m_figures;
    std::array<std::uint8_t, overlapCount - 1> m_order{1, 2, 3, 4, 5, 6, 7};
};

/// How often each value of a field occurs.
class BreakdownChart : public Chart
{
    Q_OBJECT
public:
    explicit BreakdownChart(QWidget* parent);
    void setBreakdown(const ReviewList::Breakdown& breakdown);
    /// The value of a part: empty for "not filled", nothing for "others".
    std::optional<QString> valueOf(int part) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void draw(QPainter& painter, const QSize& size, std::vector<Part>& parts) override;

private:
    struct Bar
    {
        QString text;
        std::size_t count;
        std::optional<QString> value;
    };
    std::vector<Bar> m_bars;
};

/// "registered, not notified" and the like, as short as people say it.
QString overlapWord(std::uint8_t lists);

} // namespace rangedesk::ui
