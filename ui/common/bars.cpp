// SPDX-License-Identifier: GPL-3.0-or-later
// The bars that tell how far a job is.
#include "common/marks.h"
#include "common/widgets.h"

#include <QCoreApplication>
#include <QPainter>
#include <cmath>

namespace rangedesk::ui {

namespace {

struct WidgetText
{
    Q_DECLARE_TR_FUNCTIONS(WidgetText)
};

} // namespace

StepBar::StepBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StepBar::setSteps(const QStringList& names)
{
    m_names = names;
    tellState();
}

void StepBar::setCurrent(int step)
{
    m_current = step;
    tellState();
}

void StepBar::tellState()
{
    setAccessibleName(WidgetText::tr("Step %1 of %2: %3")
                          .arg(m_current + 1)
                          .arg(m_names.size())
                          .arg(m_names.value(m_current)));
    updateGeometry();
    update();
}

int StepBar::widthOf(bool compact) const
{
    QFont bold = Theme::instance().font(Type::Body);
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int width = 2;
    for (int i = 0; i < m_names.size(); ++i)
        width += 26 + (compact && i != m_current ? 0 : metrics.horizontalAdvance(m_names[i]) + 8) + 28;
    return std::max(0, width - 28);
}

QSize StepBar::sizeHint() const
{
    return {widthOf(false), Theme::instance().scaled(28)};
}

QSize StepBar::minimumSizeHint() const
{
    return {widthOf(true), Theme::instance().scaled(28)};
}

void StepBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isCompact = width() < widthOf(false);
    int x = 1;
    for (int i = 0; i < m_names.size(); ++i) {
        const bool isDone = i < m_current;
        const bool isCurrent = i == m_current;
        const QRectF circle(x, height() / 2.0 - 9.5, 19, 19);
        painter.setPen(QPen(color(isDone || isCurrent ? Token::Accent : Token::Control), 1));
        painter.setBrush(color(isCurrent ? Token::Accent : isDone ? Token::Selection : Token::Bg));
        painter.drawEllipse(circle);
        if (isDone) {
            painter.setPen(QPen(color(Token::Accent), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF c = circle.center();
            painter.drawPolyline(
                QPolygonF({c + QPointF(-3.5, 0.2), c + QPointF(-1, 2.8), c + QPointF(3.8, -2.8)}));
        } else {
            painter.setFont(Theme::instance().font(Type::Small));
            painter.setPen(color(isCurrent ? Token::OnAccent : Token::Ink2));
            painter.drawText(circle, Qt::AlignCenter, QString::number(i + 1));
        }
        x += 26;
        QFont font = Theme::instance().font(Type::Body);
        font.setBold(isCurrent);
        painter.setFont(font);
        painter.setPen(color(isCurrent ? Token::Ink : Token::Ink2));
        if (isCurrent || !isCompact) {
            const int text = painter.fontMetrics().horizontalAdvance(m_names[i]) + 4;
            painter.drawText(QRect(x, 0, text + 8, height()), Qt::AlignLeft | Qt::AlignVCenter, m_names[i]);
            x += text + 4;
        }
        if (i + 1 < m_names.size()) {
            painter.setPen(QPen(color(Token::Line2), 0));
            painter.drawLine(x, height() / 2, x + 22, height() / 2);
            x += 28;
        }
    }
}

SegmentedBar::SegmentedBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(14);
}

void SegmentedBar::setSegments(qint64 total, std::vector<Segment> segments)
{
    m_total = total;
    m_segments = std::move(segments);
    QStringList words;
    for (const Segment& segment : m_segments)
        words << segment.word + QLatin1Char(' ') + figure(segment.count);
    setAccessibleName(words.join(QStringLiteral(", ")));
    update();
}

void SegmentedBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Sunken));
    if (m_total <= 0)
        return;
    double x = 0;
    for (const Segment& segment : m_segments) {
        if (segment.count <= 0)
            continue;
        // Nothing that happened is too small to be seen.
        const double share = static_cast<double>(segment.count) / static_cast<double>(m_total);
        const double wide = std::min(std::max(3.0, share * width()), width() - x);
        const QRectF part(x, 0, std::max(0.0, wide - 1), height());
        if (segment.hatched) {
            painter.fillRect(part, color(Token::Surface));
            painter.fillRect(part, QBrush(color(segment.token), Qt::BDiagPattern));
        } else {
            painter.fillRect(part, color(segment.token));
        }
        x += wide;
    }
}

} // namespace rangedesk::ui
