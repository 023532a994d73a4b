// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/filter_chips.h"

#include "core/text.h"

namespace rangedesk::ui {

namespace {

constexpr qsizetype longest = 24; // of a name or a value, in a chip

QString cut(const QString& text)
{
    const QString plain = withVisibleControls(text).simplified();
    return plain.size() > longest ? plain.left(longest) + QChar(0x2026) : plain;
}

} // namespace

FilterChips::FilterChips(QWidget* parent) : QWidget(parent), m_line(new FlowLayout(this, 5))
{
    hide();
    translated(this, [this] { show(); });
}

QString FilterChips::textOf(const Choice& choice) const
{
    return tr("%1 = %2").arg(cut(choice.field),
                             choice.value.isEmpty() ? tr("Not filled") : cut(choice.value));
}

void FilterChips::toggle(const Choice& choice)
{
    const auto found = std::find_if(m_choices.begin(), m_choices.end(), [&choice](const Choice& other) {
        return other.group == choice.group && other.key == choice.key;
    });
    if (found != m_choices.end())
        m_choices.erase(found);
    else
        m_choices.push_back(choice);
    // Values of one field stand together.
    std::stable_sort(m_choices.begin(), m_choices.end(),
                     [](const Choice& a, const Choice& b) { return a.group < b.group; });
    show();
    Q_EMIT changed();
}

void FilterChips::clear()
{
    if (m_choices.empty())
        return;
    m_choices.clear();
    show();
    Q_EMIT changed();
}

std::set<std::uint64_t> FilterChips::keysOf(int group) const
{
    const auto found = m_byGroup.find(group);
    return found == m_byGroup.end() ? std::set<std::uint64_t>() : found->second;
}

void FilterChips::show()
{
    const auto focused = std::find_if(m_buttons.begin(), m_buttons.end(),
                                      [](const QPushButton* button) { return button->hasFocus(); });
    const auto place = focused - m_buttons.begin();
    const bool hadFocus = focused != m_buttons.end();
    while (QLayoutItem* item = m_line->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_buttons.clear();
    m_byGroup.clear();
    for (const Choice& choice : m_choices) {
        m_byGroup[choice.group].insert(choice.key);
        QPushButton* button = makeButton(this);
        const QString text = textOf(choice);
        button->setText(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")) + QStringLiteral("  ×"));
        button->setAccessibleName(tr("Filter %1; press to take it away").arg(text));
        button->setObjectName(QStringLiteral("review.chip"));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, choice] { toggle(choice); });
        m_line->addWidget(button);
        button->show();
        m_buttons.push_back(button);
    }
    setVisible(!m_choices.empty());
    if (hadFocus && !m_buttons.empty())
        m_buttons[std::min<std::size_t>(static_cast<std::size_t>(place), m_buttons.size() - 1)]->setFocus();
    updateGeometry();
}

} // namespace rangedesk::ui
