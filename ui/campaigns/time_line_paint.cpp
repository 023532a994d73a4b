// SPDX-License-Identifier: GPL-3.0-or-later
// What the time line draws: bands, bars, names and the axis.
#include "campaigns/time_line_bar.h"
#include "campaigns/time_line_scale.h"
#include "common/delegates.h"
#include "common/widgets.h"
#include "core/text.h"

#include <QPainter>
#include <cmath>

namespace rangedesk::ui {

using namespace lanes;

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
    const QRect whole(area.x(), area.bottom() - timeBarThickness - 3, area.width(), timeBarThickness);
    const CampaignState state = campaignState(campaign);
    const Token ends = state == CampaignState::Ended       ? Token::Ink3
                       : state == CampaignState::Suspended ? Token::Chart4
                                                           : Token::Chart1;
    if (state == CampaignState::Ended) {
        paintTimeBar(painter, whole, TimeBar::Ended);
    } else if (state == CampaignState::Suspended) {
        paintTimeBar(painter, whole, TimeBar::Suspended);
    } else {
        paintTimeBar(painter, whole, TimeBar::ToCome);
        const int today = scale.within(scale.at(QDate::currentDate()));
        if (today > whole.left())
            paintTimeBar(painter,
                         whole.intersected(QRect(whole.x(), whole.y(), today - whole.x(), whole.height())),
                         TimeBar::Past);
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
        paintToday(painter, QRect(static_cast<int>(today), axisHeight(), todayThickness, size.height()));
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

} // namespace rangedesk::ui
