// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_charts.h"

#include "common/widgets.h"
#include "core/text.h"
#include "registrations/review_export.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>

namespace rangedesk::ui {

namespace {

constexpr std::array lists{Covered, Notified, Registered};
constexpr std::size_t mostBars = 24; ///< the pane scrolls; the others are in a menu
constexpr qsizetype longestText = 60;

std::size_t countOf(const ReviewFigures& figures, CampaignLists list)
{
    return list == Covered ? figures.covered : list == Notified ? figures.notified : figures.registered;
}

QString percent(std::size_t part, std::size_t of)
{
    const double rate = ReviewFigures::rate(part, of);
    return rate < 0 ? QString() : QString::number(rate * 100, 'f', 1) + QLatin1Char('%');
}

void bar(QPainter& painter, const QRect& area, Token fill)
{
    painter.setPen(fill == Token::Chart3 ? QPen(color(Token::Chart2), 1) : QPen(Qt::NoPen));
    painter.setBrush(color(fill));
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
}

int scaled(int length)
{
    return Theme::instance().scaled(length);
}

int widthFor(const QString& text, Type type)
{
    return QFontMetrics(Theme::instance().font(type)).horizontalAdvance(text) + 4;
}

} // namespace

QString pictureText(const QString& text)
{
    QString plain = withVisibleControls(text).simplified();
    return plain.size() > longestText ? plain.left(longestText) + QChar(0x2026) : plain;
}

QString overlapWord(std::uint8_t overlap)
{
    switch (overlap) {
    case Covered:
        return OverlapChart::tr("Covered only");
    case Notified:
        return OverlapChart::tr("Notified, though not covered");
    case Covered | Notified:
        return OverlapChart::tr("Notified, not registered");
    case Registered:
        return OverlapChart::tr("Registered, neither covered nor notified");
    case Covered | Registered:
        return OverlapChart::tr("Registered, never notified");
    case Notified | Registered:
        return OverlapChart::tr("Registered, though not covered");
    case Covered | Notified | Registered:
        return OverlapChart::tr("Covered, notified, registered");
    default:
        return listsWord(overlap);
    }
}

QString FunnelChart::wordOf(CampaignLists list)
{
    switch (list) {
    case Covered:
        return tr("Covered");
    case Notified:
        return tr("Notified");
    case Registered:
        break;
    }
    return tr("Registered");
}

FunnelChart::FunnelChart(QWidget* parent) : Chart(parent)
{
    setObjectName(QStringLiteral("review.funnel"));
}

void FunnelChart::setFigures(const ReviewFigures& figures)
{
    m_figures = figures;
    renew();
}

CampaignLists FunnelChart::listOf(int part)
{
    return lists.at(static_cast<std::size_t>(part));
}

QSize FunnelChart::sizeHint() const
{
    return {scaled(300), scaled(100)};
}

void FunnelChart::draw(QPainter& painter, const QSize& size, std::vector<Part>& parts)
{
    constexpr std::array fills{Token::Chart3, Token::Chart2, Token::Chart1};
    const int line = size.height() / 3;
    int names = 0;
    for (const CampaignLists list : lists)
        names = std::max(names, widthFor(FunnelChart::wordOf(list), Type::Body));
    const int rates = widthFor(QStringLiteral("100.0%"), Type::Caption) + 8;
    const int figures = widthFor(figure(999999), Type::PaneTitle) + 8;
    const int room = size.width() - names - rates - figures - 12;
    const std::size_t most = std::max({m_figures.covered, m_figures.notified, m_figures.registered});
    for (int i = 0; i < 3; ++i) {
        const CampaignLists list = listOf(i);
        const std::size_t count = countOf(m_figures, list);
        const QRect area(0, i * line, size.width(), line - 2);
        if (isChosen(i)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(Token::Selection));
            painter.drawRoundedRect(area, size::radiusChip, size::radiusChip);
        }
        text(painter, QRect(4, area.y(), names, area.height()), FunnelChart::wordOf(list), Token::Ink2,
             Type::Body);
        const double share = most == 0 ? 0 : static_cast<double>(count) / static_cast<double>(most);
        const QRect box(names + 8, area.y() + 5, std::max(count > 0 ? 3 : 0, static_cast<int>(room * share)),
                        area.height() - 10);
        if (count > 0)
            bar(painter, box, fills.at(static_cast<std::size_t>(i)));
        text(painter, QRect(names + 8 + room, area.y(), figures, area.height()),
             figure(static_cast<qint64>(count)), Token::Ink, Type::PaneTitle,
             Qt::AlignRight | Qt::AlignVCenter);
        const QString rate = i == 0 ? QString() : percent(count, countOf(m_figures, listOf(i - 1)));
        text(painter, QRect(size.width() - rates, area.y(), rates - 4, area.height()), rate, Token::Ink3,
             Type::Caption, Qt::AlignRight | Qt::AlignVCenter);
        parts.push_back({rate.isEmpty() ? FunnelChart::wordOf(list)
                                        : FunnelChart::wordOf(list) + QStringLiteral(" ") + rate,
                         static_cast<qint64>(count), area});
    }
}

OverlapChart::OverlapChart(QWidget* parent) : Chart(parent)
{
    setObjectName(QStringLiteral("review.overlaps"));
}

void OverlapChart::setFigures(const ReviewFigures& figures)
{
    m_figures = figures;
    std::stable_sort(m_order.begin(), m_order.end(), [&figures](std::uint8_t a, std::uint8_t b) {
        return figures.overlaps.at(a) > figures.overlaps.at(b);
    });
    renew();
}

int OverlapChart::partOf(std::uint8_t overlap) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), overlap);
    return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
}

QSize OverlapChart::sizeHint() const
{
    return {scaled(340), scaled(230)};
}

void OverlapChart::draw(QPainter& painter, const QSize& size, std::vector<Part>& parts)
{
    const int lineHeight = scaled(26);
    const int dots = lineHeight * 3;
    int names = 0;
    for (const CampaignLists list : lists)
        names = std::max(names, widthFor(FunnelChart::wordOf(list), Type::Caption));
    const int totals = widthFor(figure(999999), Type::Caption) + 6;
    const int left = names + totals + 6;
    const int bottom = size.height() - dots - 6; // of the bars
    const int top = scaled(20);
    const int column = std::max(16, (size.width() - left) / static_cast<int>(m_order.size()));
    const std::size_t most = *std::max_element(m_figures.overlaps.begin() + 1, m_figures.overlaps.end());
    for (int i = 0; i < static_cast<int>(m_order.size()); ++i) {
        const std::uint8_t overlap = listsOf(i);
        const std::size_t count = m_figures.overlaps.at(overlap);
        const QRect area(left + i * column, 0, column, size.height());
        if (isChosen(i)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(Token::Selection));
            painter.drawRoundedRect(area.adjusted(2, 0, -2, 0), size::radiusChip, size::radiusChip);
        }
        const double share = most == 0 ? 0 : static_cast<double>(count) / static_cast<double>(most);
        const int height = count == 0 ? 0 : std::max(3, static_cast<int>((bottom - top) * share));
        const int inset = std::max(3, column / 8);
        if (count > 0)
            bar(painter, QRect(area.x() + inset, bottom - height, column - 2 * inset, height),
                (overlap & Registered) != 0 ? Token::Chart1 : Token::Chart3);
        text(painter, QRect(area.x(), bottom - height - scaled(19), column, scaled(18)),
             figure(static_cast<qint64>(count)), isChosen(i) ? Token::Ink : Token::Ink2, Type::Caption,
             Qt::AlignHCenter | Qt::AlignVCenter);
        int first = -1;
        int last = -1;
        for (int line = 0; line < 3; ++line) {
            const int y = bottom + 6 + line * lineHeight + lineHeight / 2;
            if ((overlap & lists.at(static_cast<std::size_t>(line))) != 0) {
                first = first < 0 ? y : first;
                last = y;
            }
        }
        const int x = area.center().x();
        painter.setPen(QPen(color(Token::Ink), 2));
        if (first != last)
            painter.drawLine(x, first, x, last);
        for (int line = 0; line < 3; ++line) {
            const int y = bottom + 6 + line * lineHeight + lineHeight / 2;
            const bool isIn = (overlap & lists.at(static_cast<std::size_t>(line))) != 0;
            painter.setPen(QPen(color(isIn ? Token::Ink : Token::Line2), 1.5));
            painter.setBrush(color(isIn ? Token::Ink : Token::Raised));
            painter.drawEllipse(QPointF(x, y), 5, 5);
        }
        parts.push_back({overlapWord(overlap), static_cast<qint64>(count), area});
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(color(Token::Line2));
    painter.drawLine(left, bottom, size.width(), bottom);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int line = 0; line < 3; ++line) {
        const CampaignLists list = lists.at(static_cast<std::size_t>(line));
        const int y = bottom + 6 + line * lineHeight;
        text(painter, QRect(4, y, names, lineHeight), FunnelChart::wordOf(list), Token::Ink2, Type::Caption);
        text(painter, QRect(4 + names, y, totals - 4, lineHeight),
             figure(static_cast<qint64>(countOf(m_figures, list))), Token::Ink3, Type::Caption,
             Qt::AlignRight | Qt::AlignVCenter);
    }
}

BreakdownChart::BreakdownChart(QWidget* parent) : Chart(parent)
{
    setObjectName(QStringLiteral("review.breakdown"));
}

void BreakdownChart::setField(const ReviewCounts::Field& field, const std::set<std::uint64_t>& chosen)
{
    m_bars.clear();
    m_others.clear();
    std::size_t others = 0;
    bool holdsOther = false;
    for (const ReviewCounts::Value& value : field.values) {
        const bool isChosen = chosen.contains(value.key);
        if (m_bars.size() < mostBars) {
            m_bars.push_back({pictureText(value.text), value.count, value, isChosen});
            continue;
        }
        others += value.count;
        holdsOther = holdsOther || isChosen;
        m_others.push_back(value);
    }
    if (!m_others.empty())
        m_bars.push_back({tr("%1 others…").arg(m_others.size()), others, {}, holdsOther});
    if (field.without > 0 || chosen.contains(0))
        m_bars.push_back(
            {tr("Not filled"), field.without, ReviewCounts::Value{0, {}, field.without}, chosen.contains(0)});
    updateGeometry();
    renew();
}

const ReviewCounts::Value* BreakdownChart::valueOf(int part) const
{
    const Bar& bar = m_bars.at(static_cast<std::size_t>(part));
    return bar.value ? &*bar.value : nullptr;
}

/// The bar under the keyboard stays in sight.
void BreakdownChart::keyPressEvent(QKeyEvent* event)
{
    Chart::keyPressEvent(event);
    for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto* scroll = qobject_cast<QScrollArea*>(above)) {
            const QPoint at = mapTo(scroll->widget(), partArea(current()).center());
            return scroll->ensureVisible(at.x(), at.y(), 0, Theme::instance().scaled(24));
        }
    }
}

QSize BreakdownChart::sizeHint() const
{
    return {scaled(300), std::max(1, static_cast<int>(m_bars.size())) * scaled(24)};
}

void BreakdownChart::draw(QPainter& painter, const QSize& size, std::vector<Part>& parts)
{
    if (m_bars.empty())
        return;
    const int line = std::min(scaled(24), size.height() / static_cast<int>(m_bars.size()));
    int names = 0;
    std::size_t most = 1;
    for (const Bar& one : m_bars) {
        names = std::max(names, widthFor(one.text, Type::Body));
        most = std::max(most, one.count);
    }
    names = std::min(names, size.width() * 2 / 5);
    const int figures = widthFor(figure(static_cast<qint64>(most)), Type::Body) + 8;
    const int room = size.width() - names - figures - 16;
    for (int i = 0; i < static_cast<int>(m_bars.size()); ++i) {
        const Bar& one = m_bars[static_cast<std::size_t>(i)];
        const QRect area(0, i * line, size.width(), line);
        if (one.isChosen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(Token::Selection));
            painter.drawRoundedRect(area, size::radiusChip, size::radiusChip);
        }
        text(painter, QRect(4, area.y(), names, line), one.text,
             !one.value || one.value->text.isEmpty() ? Token::Ink3 : Token::Ink, Type::Body);
        const int width =
            static_cast<int>(room * (static_cast<double>(one.count) / static_cast<double>(most)));
        if (one.count > 0)
            bar(painter, QRect(names + 8, area.y() + 7, std::max(2, width), line - 14),
                one.isChosen ? Token::Chart1 : Token::Chart2);
        text(painter, QRect(size.width() - figures, area.y(), figures - 4, line),
             figure(static_cast<qint64>(one.count)), Token::Ink2, Type::Body,
             Qt::AlignRight | Qt::AlignVCenter);
        parts.push_back({one.isChosen ? tr("%1 (filter)").arg(one.text) : one.text,
                         static_cast<qint64>(one.count), area});
    }
}

} // namespace rangedesk::ui
