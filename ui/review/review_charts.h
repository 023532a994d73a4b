// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/chart.h"
#include "models/review_counts.h"
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

/// How often each value of a field occurs; those that the list is filtered by are marked.
class BreakdownChart : public Chart
{
    Q_OBJECT
public:
    explicit BreakdownChart(QWidget* parent);
    /// @param chosen keys of the values that hold as a filter
    void setField(const ReviewCounts::Field& field, const std::set<std::uint64_t>& chosen);
    /// The value of a part, empty text for "not filled"; nothing for the one that stands for all others.
    const ReviewCounts::Value* valueOf(int part) const;
    bool isEmpty() const { return m_bars.empty(); }
    /// Those that have no bar of their own.
    const std::vector<ReviewCounts::Value>& others() const { return m_others; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void draw(QPainter& painter, const QSize& size, std::vector<Part>& parts) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Bar
    {
        QString text;
        std::size_t count;
        std::optional<ReviewCounts::Value> value;
        bool isChosen;
    };
    std::vector<Bar> m_bars;
    std::vector<ReviewCounts::Value> m_others;
};

/// A text of a server or a merchant on one line of a picture: control characters are seen, and it has an end.
QString pictureText(const QString& text);

/// "registered, not notified" and the like, as short as people say it.
QString overlapWord(std::uint8_t lists);

} // namespace rangedesk::ui
