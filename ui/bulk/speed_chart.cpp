// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/speed_chart.h"

#include "common/theme.h"

#include <QPainter>
#include <cmath>

namespace rangedesk::ui {

namespace {

constexpr std::size_t mostSamples = 120;
constexpr int axisRoom = 34;

} // namespace

SpeedChart::SpeedChart(QWidget* parent) : QWidget(parent)
{
    setMinimumHeight(100);
}

void SpeedChart::clear()
{
    m_samples.clear();
    update();
}

void SpeedChart::add(double requestsPerSecond, bool slowedDown)
{
    m_samples.push_back({requestsPerSecond, slowedDown});
    if (m_samples.size() > mostSamples)
        m_samples.pop_front();
    setAccessibleName(tr("Speed, now %1 requests a second").arg(requestsPerSecond, 0, 'f', 1));
    update();
}

void SpeedChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF area(axisRoom, 8, width() - axisRoom - 4, height() - 16);
    double most = 1;
    for (const Sample& sample : m_samples)
        most = std::max(most, sample.rate);
    most = std::ceil(most);
    const double step = area.width() / static_cast<double>(mostSamples - 1);
    const auto x = [&](std::size_t i) {
        return area.right() - static_cast<double>(m_samples.size() - 1 - i) * step;
    };
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        if (m_samples[i].slowedDown)
            painter.fillRect(QRectF(x(i) - step, area.top(), step + 1, area.height()),
                             color(Token::WarningTint));
    }
    painter.setFont(Theme::instance().font(Type::Small));
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = area.bottom() - share * area.height();
        painter.setPen(QPen(color(Token::Line), 0));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(color(Token::Ink3));
        painter.drawText(QRectF(0, y - 8, axisRoom - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(share * most, 'g', 3));
    }
    QPolygonF line;
    for (std::size_t i = 0; i < m_samples.size(); ++i)
        line << QPointF(x(i), area.bottom() - m_samples[i].rate / most * area.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Chart1), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
}

} // namespace rangedesk::ui
