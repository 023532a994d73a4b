// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/environment_band.h"

#include "common/translated.h"

#include <QCoreApplication>
#include <QPainter>

namespace rangedesk::ui {

namespace {

struct EnvironmentText
{
    Q_DECLARE_TR_FUNCTIONS(EnvironmentText)
};

void paintHatch(QPainter& painter, const QRect& rect, const QColor& ground, const QColor& stripe)
{
    painter.fillRect(rect, ground);
    painter.save();
    painter.setClipRect(rect);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(stripe, 8, Qt::SolidLine, Qt::FlatCap));
    const int reach = rect.height() + 16;
    for (int x = rect.left() - reach; x < rect.right() + reach; x += 23) // 16 across the stripes
        painter.drawLine(x, rect.bottom() + 8, x + reach, rect.bottom() + 8 - reach);
    painter.restore();
}

} // namespace

QString environmentWord(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return EnvironmentText::tr("PROD");
    case Environment::Test:
        return EnvironmentText::tr("TEST");
    case Environment::Rehearsal:
        return EnvironmentText::tr("DRILL");
    }
    return {};
}

Token environmentToken(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return Token::Production;
    case Environment::Test:
        return Token::Test;
    case Environment::Rehearsal:
        return Token::Rehearsal;
    }
    return Token::Production;
}

EnvironmentBand::EnvironmentBand(Environment environment, QWidget* parent)
    : QWidget(parent), m_environment(environment)
{
    setFixedHeight(size::band);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    translated(this, [this] { setAccessibleName(environmentWord(m_environment)); });
}

void EnvironmentBand::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    switch (m_environment) {
    case Environment::Production:
        painter.fillRect(rect(), color(Token::Production));
        break;
    case Environment::Test:
        painter.fillRect(rect(), color(Token::TestTint));
        for (int x = 0; x < width(); x += 40)
            painter.fillRect(QRect(x, 0, 28, height()), color(Token::Test));
        break;
    case Environment::Rehearsal:
        paintHatch(painter, rect(), color(Token::RehearsalTint), color(Token::Rehearsal));
        break;
    }
}

EnvironmentBlock::EnvironmentBlock(Environment environment, QWidget* parent, bool small)
    : QWidget(parent), m_environment(environment), m_small(small)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    translated(this, [this] {
        setAccessibleName(tr("Environment: %1").arg(environmentWord(m_environment)));
        updateGeometry();
        update();
    });
}

QSize EnvironmentBlock::sizeHint() const
{
    if (!m_small)
        return {size::railWidth, size::titleBar};
    return {QFontMetrics(Theme::instance().font(Type::Caption))
                    .horizontalAdvance(environmentWord(m_environment)) +
                30,
            size::statusBar};
}

void EnvironmentBlock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_environment == Environment::Rehearsal)
        paintHatch(painter, rect(), color(Token::Rehearsal), color(Token::RehearsalHatch));
    else
        painter.fillRect(rect(), color(environmentToken(m_environment)));
    QFont font = Theme::instance().font(m_small ? Type::Caption : Type::PaneTitle);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(color(Token::White));
    painter.drawText(rect(), Qt::AlignCenter, environmentWord(m_environment));
}

} // namespace rangedesk::ui
