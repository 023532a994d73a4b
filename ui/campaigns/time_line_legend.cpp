// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/time_line_legend.h"

#include "campaigns/time_line_bar.h"
#include "common/delegates.h"
#include "common/widgets.h"

#include <QPainter>
#include <array>

namespace rangedesk::ui {

namespace {

enum class Sign { Past, ToCome, Suspended, Ended, Today, GoesOn };
constexpr std::array signs{Sign::Past, Sign::ToCome, Sign::Suspended, Sign::Ended, Sign::Today, Sign::GoesOn};

/// A piece of the chart; what it means stands beside it.
class SignBox final : public QWidget
{
public:
    SignBox(Sign sign, QWidget* parent) : QWidget(parent), m_sign(sign)
    {
        setObjectName(QStringLiteral("timeLine.sign"));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(&Theme::instance(), &Theme::changed, this, [this] {
            updateGeometry();
            update();
        });
    }

    QSize sizeHint() const override
    {
        const Theme& theme = Theme::instance();
        return {theme.scaled(m_sign == Sign::Today ? 6 : 24), theme.scaled(16)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRect bar(0, (height() - timeBarThickness) / 2, width(), timeBarThickness);
        switch (m_sign) {
        case Sign::Past:
            paintTimeBar(painter, bar, TimeBar::Past);
            break;
        case Sign::ToCome:
            paintTimeBar(painter, bar, TimeBar::ToCome);
            break;
        case Sign::Suspended:
            paintTimeBar(painter, bar, TimeBar::Suspended);
            break;
        case Sign::Ended:
            paintTimeBar(painter, bar, TimeBar::Ended);
            break;
        case Sign::Today:
            paintToday(painter, QRect((width() - todayThickness) / 2, 0, todayThickness, height()));
            break;
        case Sign::GoesOn:
            paintTimeBar(painter, bar, TimeBar::ToCome);
            paintEnd(painter, bar, Qt::RightArrow, color(Token::Chart1));
            break;
        }
    }

private:
    Sign m_sign;
};

QString wordOf(Sign sign)
{
    switch (sign) {
    case Sign::Past:
        return TimeLineLegend::tr("until today");
    case Sign::ToCome:
        return TimeLineLegend::tr("still to come");
    case Sign::Suspended:
        return TimeLineLegend::tr("suspended");
    case Sign::Ended:
        return TimeLineLegend::tr("ended");
    case Sign::Today:
        return TimeLineLegend::tr("today");
    case Sign::GoesOn:
        return TimeLineLegend::tr("goes on beyond the axis");
    }
    return {};
}

} // namespace

TimeLineLegend::TimeLineLegend(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("timeLine.legend"));
    auto* line = new FlowLayout(this, 14);
    for (const Sign sign : signs) {
        auto* entry = new QWidget(this);
        auto* row = new QHBoxLayout(entry);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(5);
        row->addWidget(new SignBox(sign, entry));
        m_words.push_back(makeLabel(entry, {}, Type::Caption, "caption"));
        row->addWidget(m_words.back());
        line->addWidget(entry);
    }
    translated(this, [this] { showWords(); });
}

void TimeLineLegend::showWords()
{
    QStringList all;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        m_words[i]->setText(wordOf(signs.at(i)));
        all << m_words[i]->text();
    }
    setAccessibleName(tr("What the bars mean: %1").arg(all.join(tr(", "))));
}

} // namespace rangedesk::ui
