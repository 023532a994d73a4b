// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/time_line_chart.h"

#include "common/delegates.h"
#include "common/widgets.h"
#include "core/text.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

namespace rangedesk::ui {

namespace {

constexpr int thickness = 8;
constexpr int margin = 12;

int scaled(int length)
{
    return Theme::instance().scaled(length);
}

int laneHeight()
{
    return scaled(34);
}

int bandGap()
{
    return scaled(12);
}

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

/// Days to pixels.
struct TimeLineChart::Scale
{
    int step() const;
    /// Each month of the axis, with where it stands.
    void eachMonth(const std::function<void(const QDate&, int)>& act) const;

    QDate first;
    double perDay = 1;
    double from = 0;   ///< where the first day would stand
    double hidden = 0; ///< how much of the days has no room
    int left = 0;      ///< of the area of the bars
    int right = 0;

    double at(const QDate& day) const { return from + static_cast<double>(first.daysTo(day)) * perDay; }
    /// Within the area.
    int within(double x) const { return static_cast<int>(std::clamp<double>(std::round(x), left, right)); }
};

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

void TimeLineChart::drawBand(QPainter& painter, const LaneBand& band, int top, const Scale& scale,
                             const QRect& exposed)
{
    const int height = band.lanes * laneHeight();
    if (!exposed.intersects(QRect(0, top, scale.right + margin, height + bandGap())))
        return;
    painter.setPen(QPen(color(Token::Line), 0));
    const int line = top + height + bandGap() / 2;
    painter.drawLine(0, line, scale.right + margin, line);
    const QString name = band.name.isEmpty() ? tr("Not filled") : band.name;
    text(painter, QRect(margin, top, scale.left - 2 * margin, scaled(18)), name, Token::Ink, Type::Body);
    text(painter, QRect(margin, top + scaled(17), scale.left - 2 * margin, scaled(16)),
         tr("campaigns: %1").arg(figure(static_cast<qint64>(band.bars.size()))), Token::Ink3, Type::Caption);
    drawBars(painter, band, top, scale, exposed);
}

/// The bars of the lanes that are seen, from the last to the first: a name ends where the next bar begins.
void TimeLineChart::drawBars(QPainter& painter, const LaneBand& band, int top, const Scale& scale,
                             const QRect& exposed)
{
    const int firstLane = (exposed.top() - top) / laneHeight() - 1;
    const int lastLane = (exposed.bottom() - top) / laneHeight() + 1;
    std::vector<int> textEnds(static_cast<std::size_t>(band.lanes), scale.right);
    for (std::size_t i = band.bars.size(); i-- > 0;) {
        const LaneBar& bar = band.bars[i];
        if (bar.lane < firstLane || bar.lane > lastLane)
            continue;
        int& textEnd = textEnds.at(static_cast<std::size_t>(bar.lane));
        const QRect area = barArea(bar, top, scale);
        if (!area.isEmpty() && exposed.intersects(area.adjusted(-2, -2, scaled(300), 2)))
            drawBar(painter, bar, area, textEnd, scale);
        textEnd = area.x() - scaled(6);
    }
}

void TimeLineChart::drawBar(QPainter& painter, const LaneBar& bar, const QRect& area, int textEnd,
                            const Scale& scale)
{
    const Campaign& campaign = m_campaigns->campaign(bar.row);
    const bool isCurrent = chosen() >= 0 && chosen() < count() && rowOf(chosen()) == bar.row;
    const int texts = std::max(textEnd, area.right());
    if (isCurrent) { // as far as the name and the bar: not as if the campaign went on
        const QFontMetrics metrics(Theme::instance().font(Type::Caption));
        const int name = std::min(texts - area.x(), metrics.horizontalAdvance(toQString(campaign.name)) + 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Selection));
        painter.drawRoundedRect(
            QRect(area.x() - 3, area.y(), std::max(area.width(), name) + 6, area.height()), size::radiusChip,
            size::radiusChip);
    }
    text(painter, QRect(area.x(), area.y() + 1, texts - area.x(), scaled(18)), toQString(campaign.name),
         Token::Ink, Type::Caption);
    const QRect whole(area.x(), area.bottom() - thickness - 3, area.width(), thickness);
    const CampaignState state = campaignState(campaign);
    painter.setPen(Qt::NoPen);
    const Token ends = state == CampaignState::Ended       ? Token::Ink3
                       : state == CampaignState::Suspended ? Token::Chart4
                                                           : Token::Chart1;
    if (state == CampaignState::Ended) {
        painter.setBrush(color(Token::Line2));
        painter.drawRoundedRect(whole, 2, 2);
    } else if (state == CampaignState::Suspended) {
        painter.setBrush(color(Token::WarningTint));
        painter.setPen(QPen(color(Token::Chart4), 1));
        painter.drawRoundedRect(QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter.setBrush(QBrush(color(Token::Chart4), Qt::BDiagPattern));
        painter.drawRoundedRect(QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    } else {
        painter.setBrush(color(Token::Chart2));
        painter.drawRoundedRect(whole, 2, 2);
        const int today = scale.within(scale.at(QDate::currentDate()));
        if (today > whole.left()) {
            painter.setBrush(color(Token::Chart1));
            painter.drawRoundedRect(
                whole.intersected(QRect(whole.x(), whole.y(), today - whole.x(), whole.height())), 2, 2);
        }
    }
    drawEnds(painter, bar, whole, ends);
}

/// It begins before the axis, or ends behind it; the end of a bar that is only out of sight has none.
void TimeLineChart::drawEnds(QPainter& painter, const LaneBar& bar, const QRect& whole, Token token) const
{
    if (bar.start < m_lanes.first)
        paintEnd(painter, whole, Qt::LeftArrow, color(token));
    if (bar.end > m_lanes.last)
        paintEnd(painter, whole, Qt::RightArrow, color(token));
}

/// How many months lie between two of the axis: as far as their names have room.
int TimeLineChart::Scale::step() const
{
    constexpr double daysAMonth = 30.4;
    int months = 1;
    for (const int wider : {3, 6, 12, 24, 60}) {
        if (perDay * daysAMonth * months < scaled(64))
            months = wider;
    }
    return months;
}

void TimeLineChart::Scale::eachMonth(const std::function<void(const QDate&, int)>& act) const
{
    for (QDate month(first.year(), 1, 1); at(month) < right; month = month.addMonths(step())) {
        if (at(month) >= left)
            act(month, static_cast<int>(at(month)));
    }
}

void TimeLineChart::drawGrid(QPainter& painter, const QSize& size, const Scale& scale)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(color(Token::Line), 0));
    scale.eachMonth([&](const QDate&, int x) { painter.drawLine(x, axisHeight(), x, size.height()); });
    const double today = scale.at(QDate::currentDate());
    if (today >= scale.left && today <= scale.right)
        painter.fillRect(QRect(static_cast<int>(today), axisHeight(), 2, size.height()),
                         color(Token::Production));
    painter.setRenderHint(QPainter::Antialiasing);
}

void TimeLineChart::drawAxis(QPainter& painter, int top, const QSize& size, const Scale& scale) const
{
    const int height = axisHeight();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRect(0, top, size.width(), height), color(Token::Raised));
    painter.setPen(QPen(color(Token::Line2), 0));
    painter.drawLine(0, top + height - 1, size.width(), top + height - 1);
    scale.eachMonth([&](const QDate& month, int x) {
        painter.setPen(QPen(color(Token::Line2), 0));
        painter.drawLine(x, top + height - 6, x, top + height - 1);
        text(painter, QRect(x + 4, top, scaled(64), height - 2), month.toString(QStringLiteral("yyyy-MM")),
             Token::Ink3, Type::Caption);
    });
    const double today = scale.at(QDate::currentDate());
    if (today >= scale.left && today <= scale.right) {
        const int x = static_cast<int>(today);
        const QString word = tr("today");
        const int width = painter.fontMetrics().horizontalAdvance(word) + 8;
        painter.fillRect(QRect(x, top + 3, width, height - 6), color(Token::Production));
        text(painter, QRect(x + 4, top, width, height - 1), word, Token::White, Type::Caption);
    }
    painter.setRenderHint(QPainter::Antialiasing);
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
