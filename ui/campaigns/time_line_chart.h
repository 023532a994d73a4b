// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/chart.h"
#include "models/campaign_lanes.h"

namespace rangedesk::ui {

/// Campaigns as bars on an axis of days, in bands by department or type; those that overlap lie below each
/// other. The axis stays in sight while the bands scroll.
class TimeLineChart : public Chart
{
    Q_OBJECT
public:
    explicit TimeLineChart(QWidget* parent);

    void setCampaigns(std::shared_ptr<const CampaignRows> campaigns, std::vector<std::uint32_t> rows);
    void setGroup(LaneGroup group);
    /// How many times the whole span is widened, from 1 on, and which part of it is shown, 0 to 1.
    void setWindow(double zoom, double place);
    double zoom() const { return m_zoom; }
    /// How far the bands were scrolled, for the axis.
    void setTop(int top);
    const CampaignLanes& lanes() const { return m_lanes; }
    /// The campaign of a part.
    std::uint32_t rowOf(int part) const { return m_rows.at(static_cast<std::size_t>(part)); }
    int count() const { return static_cast<int>(m_rows.size()); }
    /// The first part of a campaign; -1 where it is not shown.
    int partOf(std::uint32_t row) const;
    int heightWanted() const;
    int axisHeight() const;
    /// Where the window of days must be for a part to be seen; where it is, if it is.
    double placeShowing(int part) const;
    /// Of a part, once it was painted.
    QRect areaOf(int part) const;

Q_SIGNALS:
    void opened(int part);
    void zoomWanted(int steps);

protected:
    /// Its axis has nothing in the corner that the button could hide.
    QSize pictureSize() const override { return size(); }
    bool hasManyParts() const override { return true; }
    QString textOf(int part) const override;
    void draw(QPainter& painter, const QSize& size, std::vector<Part>& parts) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Scale;
    void gather();
    void arrange();
    QRect barArea(const LaneBar& bar, int top, const Scale& scale) const;
    void measureBars(const Scale& scale, std::vector<Part>& parts) const;
    Scale scaleFor(int width) const;
    void drawBand(QPainter& painter, const LaneBand& band, int top, const Scale& scale, const QRect& exposed);
    void drawBars(QPainter& painter, const LaneBand& band, int top, const Scale& scale, const QRect& exposed);
    void drawBar(QPainter& painter, const LaneBar& bar, const QRect& area, int textEnd, const Scale& scale);
    void drawEnds(QPainter& painter, const LaneBar& bar, const QRect& whole, Token token) const;
    void drawGrid(QPainter& painter, const QSize& size, const Scale& scale);
    void drawAxis(QPainter& painter, int top, const QSize& size, const Scale& scale) const;

    std::shared_ptr<const CampaignRows> m_campaigns;
    std::vector<std::uint32_t> m_shown;
    CampaignLanes m_lanes;
    std::vector<std::uint32_t> m_rows;  ///< of each part
    std::vector<const LaneBar*> m_bars; ///< of each part, in m_lanes
    LaneGroup m_group = LaneGroup::Department;
    double m_zoom = 1;
    double m_place = 0;
    int m_top = 0;
};

} // namespace rangedesk::ui
