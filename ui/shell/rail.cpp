// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/rail.h"

#include "common/icons.h"

#include <QPainter>

namespace rangedesk::ui {

RailButton::RailButton(const char* iconName, QWidget* parent) : QToolButton(parent)
{
    setIcon(ui::icon(iconName, Token::RailText));
    setIconSize({20, 20});
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto takeFont = [this] { setFont(Theme::instance().font(Type::Caption)); };
    takeFont();
    connect(&Theme::instance(), &Theme::changed, this, takeFont);
}

void RailButton::setTexts(const QString& word, const QKeySequence& key)
{
    m_word = word;
    setText(word);
    const QString keyText = key.toString(QKeySequence::NativeText);
    setToolTip(keyText.isEmpty() ? word : QStringLiteral("%1 (%2)").arg(word, keyText));
    tell();
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    tell();
    update();
}

void RailButton::tell()
{
    setAccessibleName(m_badge > 0 ? tr("%1, %2 waiting").arg(m_word).arg(m_badge) : m_word);
}

void RailButton::paintEvent(QPaintEvent* event)
{
    QToolButton::paintEvent(event);
    if (m_badge <= 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::instance().font(Type::Small));
    const QString text = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    const int wide = std::max(17, painter.fontMetrics().horizontalAdvance(text) + 9);
    const QRectF pill(width() / 2.0 + 7, 5, wide, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Chart4));
    painter.drawRoundedRect(pill, 8.5, 8.5);
    painter.setPen(Theme::color(Token::Ink, false)); // dark on amber in both themes
    painter.drawText(pill, Qt::AlignCenter, text);
}

Rail::Rail(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(size::railWidth);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 4, 0, 8);
    m_column->setSpacing(0);
    m_column->addStretch();
    m_group = new QButtonGroup(this);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::chosen);
    connect(&Theme::instance(), &Theme::changed, this, &Rail::fit);
}

void Rail::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

/// In a low window the items are as high as there is room; where a word no longer fits, the icon stands
/// alone.
void Rail::fit()
{
    const Theme& theme = Theme::instance();
    const QMargins margins = m_column->contentsMargins();
    const int room = (height() - margins.top() - margins.bottom()) / std::max(1, m_places);
    const int lowest = theme.scaled(44); // of an icon with its word
    for (QAbstractButton* button : m_group->buttons()) {
        button->setFixedHeight(std::clamp(room, theme.scaled(28), theme.scaled(size::railItem)));
        static_cast<RailButton*>(button)->setToolButtonStyle(room < lowest ? Qt::ToolButtonIconOnly
                                                                           : Qt::ToolButtonTextUnderIcon);
    }
}

RailButton* Rail::addPlace(const char* iconName, const char* objectName)
{
    auto* button = new RailButton(iconName, this);
    button->setObjectName(QLatin1String(objectName));
    button->setCheckable(true);
    m_column->insertWidget(m_places, button);
    m_group->addButton(button, m_places++);
    return button;
}

RailButton* Rail::addFoot(const char* iconName, const char* objectName)
{
    auto* button = new RailButton(iconName, this);
    button->setObjectName(QLatin1String(objectName));
    button->setCheckable(true);
    m_column->addWidget(button);
    m_group->addButton(button, m_places++);
    return button;
}

void Rail::setCurrent(int place)
{
    if (QAbstractButton* button = m_group->button(place))
        button->setChecked(true);
}

} // namespace rangedesk::ui
