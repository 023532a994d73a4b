// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/time_line_chart.h"

#include "campaigns/time_line_scale.h"
#include "common/widgets.h"
#include "core/text.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

namespace rangedesk::ui {

using namespace lanes;

namespace {

int namesWidth(int width)
{
    return std::min(scaled(170), width / 4);
}

/// What stands beside a bar for people who do not see it.
QString barText(const Campaign& campaign)
{
    return TimeLineChart::tr("%1, %2, %3 to %4, registered")
        .arg(toQString(campaign.name), campaignStateWord(campaign), toQString(campaign.startDate),
             toQString(campaign.endDate));
}

} // namespace

TimeLineChart::TimeLineChart(QWidget* parent) : Chart(parent)
{
    setObjectName(QStringLiteral("campaigns.timeLine"));
    connect(&Theme::instance(), &Theme::changed, this, &TimeLineChart::arrange);
    translated(this, [this] {
        setAccessibleName(tr("Time line of campaigns"));
        renew();
    });
}

void TimeLineChart::setCampaigns(std::shared_ptr<const CampaignRows> campaigns,
                                 std::vector<std::uint32_t> rows)
{
    setChosen(-1); // rows of other campaigns have other numbers
    m_campaigns = std::move(campaigns);
    m_shown = std::move(rows);
    gather();
}

void TimeLineChart::setGroup(LaneGroup group)
{
    m_group = group;
    gather();
}

void TimeLineChart::setWindow(double zoom, double place)
{
    const bool isOther = zoom != m_zoom;
    m_zoom = zoom;
    m_place = place;
    if (isOther)
        arrange(); // names take more or fewer days
    else
        measure();
}

void TimeLineChart::setTop(int top)
{
    m_top = top;
    update();
}

int TimeLineChart::axisHeight() const
{
    return scaled(26);
}

int TimeLineChart::heightWanted() const
{
    return axisHeight() + bandGap() + m_lanes.lanes * laneHeight() +
           static_cast<int>(m_lanes.bands.size()) * bandGap();
}

void TimeLineChart::resizeEvent(QResizeEvent* event)
{
    Chart::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrange();
}

/// Other campaigns, or put together otherwise.
void TimeLineChart::gather()
{
    const bool hasChosen = chosen() >= 0 && chosen() < count();
    const std::uint32_t before = hasChosen ? rowOf(chosen()) : 0;
    m_lanes = m_campaigns ? campaignBands(*m_campaigns, m_shown, m_group) : CampaignLanes();
    m_rows.clear();
    m_bars.clear();
    for (const LaneBand& band : m_lanes.bands) {
        for (const LaneBar& bar : band.bars) {
            m_rows.push_back(bar.row);
            m_bars.push_back(&bar);
        }
    }
    setChosen(hasChosen ? partOf(before) : -1);
    arrange();
    renew();
}

/// How many days a name takes depends on the width of a day.
void TimeLineChart::arrange()
{
    if (m_lanes.first.isValid()) {
        const double perDay = scaleFor(width()).perDay;
        const auto forName = static_cast<qint64>(scaled(130) / std::max(perDay, 0.01));
        layLanes(m_lanes, std::max<qint64>(1, forName));
    }
    setMinimumHeight(heightWanted());
    measure();
}

QString TimeLineChart::textOf(int part) const
{
    return barText(m_campaigns->campaign(rowOf(part)));
}

int TimeLineChart::partOf(std::uint32_t row) const
{
    const auto at = std::find(m_rows.begin(), m_rows.end(), row);
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

QRect TimeLineChart::areaOf(int part) const
{
    return partArea(part);
}

TimeLineChart::Scale TimeLineChart::scaleFor(int width) const
{
    Scale scale;
    scale.left = namesWidth(width) + margin;
    scale.right = std::max(scale.left + 1, width - margin);
    // A little air at both ends, and room for the last name.
    scale.first = m_lanes.first.addDays(-2);
    const auto days = static_cast<double>(scale.first.daysTo(m_lanes.last) + 4);
    // Names go on behind their bars: the last ones want room, too.
    const double room = std::max(1, scale.right - scale.left - scaled(100));
    scale.perDay = room * m_zoom / days;
    scale.hidden = days * scale.perDay - room;
    scale.from = scale.left - m_place * scale.hidden;
    return scale;
}

void TimeLineChart::draw(QPainter& painter, const QSize& size, std::vector<Part>& parts)
{
    if (!m_lanes.first.isValid())
        return;
    const bool isOnScreen = painter.device() == this;
    const Scale scale = scaleFor(size.width());
    // For the parts alone, as with new numbers, nothing needs to be drawn.
    const bool isMeasured = !isOnScreen && painter.device()->width() <= 1;
    const QRect exposed = isOnScreen ? visibleRegion().boundingRect() : QRect(QPoint(0, 0), size);
    if (isMeasured) {
        measureBars(scale, parts);
        return;
    }
    painter.fillRect(QRect(QPoint(0, 0), size), color(Token::Surface));
    drawGrid(painter, size, scale);
    int top = axisHeight() + bandGap() / 2;
    for (const LaneBand& band : m_lanes.bands) {
        drawBand(painter, band, top, scale, exposed);
        top += band.lanes * laneHeight() + bandGap();
    }
    drawAxis(painter, isOnScreen ? m_top : 0, size, scale);
}

/// What lies beside the window of days has no place on the screen, and takes no click: its area is empty.
QRect TimeLineChart::barArea(const LaneBar& bar, int top, const Scale& scale) const
{
    const double start = scale.at(bar.start);
    const double end = scale.at(bar.end) + scale.perDay;
    const int begin = scale.within(start);
    const bool isOff = end < scale.left || start > scale.right;
    return {begin, top + bar.lane * laneHeight(), isOff ? 0 : std::max(scale.within(end) - begin, 4),
            laneHeight() - 2};
}

void TimeLineChart::measureBars(const Scale& scale, std::vector<Part>& parts) const
{
    parts.reserve(m_bars.size());
    int top = axisHeight() + bandGap() / 2;
    for (const LaneBand& band : m_lanes.bands) {
        for (const LaneBar& bar : band.bars)
            parts.push_back(
                {{}, static_cast<qint64>(m_campaigns->counts(bar.row).registered), barArea(bar, top, scale)});
        top += band.lanes * laneHeight() + bandGap();
    }
}

void TimeLineChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        Q_EMIT zoomWanted(1);
        return;
    case Qt::Key_Minus:
        Q_EMIT zoomWanted(-1);
        return;
    case Qt::Key_0:
        Q_EMIT zoomWanted(0);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current() < count())
            Q_EMIT opened(current());
        return;
    default:
        break;
    }
    const int before = current();
    Chart::keyPressEvent(event);
    if (current() != before) { // where the keys are is what is chosen
        setChosen(current());
        Q_EMIT partChosen(current());
    }
}

void TimeLineChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    Chart::mouseDoubleClickEvent(event);
    if (const int part = partAt(event->pos()); part >= 0)
        Q_EMIT opened(part);
}

void TimeLineChart::wheelEvent(QWheelEvent* event)
{
    if ((event->modifiers() & Qt::ControlModifier) == 0) {
        event->ignore(); // the area around scrolls
        return;
    }
    Q_EMIT zoomWanted(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

double TimeLineChart::placeShowing(int part) const
{
    if (part < 0 || part >= count() || m_zoom <= 1)
        return m_place;
    const Scale scale = scaleFor(width());
    const LaneBar& bar = *m_bars.at(static_cast<std::size_t>(part));
    const double begin = scale.at(std::clamp(bar.start, m_lanes.first, m_lanes.last));
    const double end = scale.at(std::clamp(bar.end, m_lanes.first, m_lanes.last).addDays(1));
    if (begin >= scale.left && end <= scale.right)
        return m_place;
    // It begins at a third of the window.
    const double moved = begin - (scale.left + (scale.right - scale.left) / 3.0);
    return scale.hidden > 0 ? std::clamp(m_place + moved / scale.hidden, 0.0, 1.0) : m_place;
}

} // namespace rangedesk::ui
