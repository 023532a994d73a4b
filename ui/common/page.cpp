// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"

#include "common/environment_band.h"

#include <QScrollArea>

namespace rangedesk::ui {

QVBoxLayout* addSideColumn(QFrame* side, QVBoxLayout* sideColumn)
{
    auto* scroll = new QScrollArea(side);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(size::padding, 14, size::padding, 8);
    column->setSpacing(8);
    scroll->setWidget(content);
    // The ground is the side pane's; the scroll area has just asked for its own.
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    sideColumn->addWidget(scroll, 1);
    return column;
}

bool PageHead::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QFrame::event(event);
}

void PageHead::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

/// In a narrow window the keys behind the buttons' texts go first (they stand in the tool tips), then the
/// caption, then the icons; the words stay.
void PageHead::fit()
{
    if (m_isFitting)
        return;
    m_isFitting = true;
    constexpr int slack = 16; // pixels: a little more room is wanted for showing more than for keeping it
    const QMargins margins = m_row->contentsMargins();
    int wanted = margins.left() + margins.right();
    int keys = 0;
    int icons = 0;
    std::vector<QAbstractButton*> buttons;
    for (int i = 0; i < m_row->count(); ++i) {
        QWidget* widget = m_row->itemAt(i)->widget();
        const bool isThere = widget != nullptr && (!widget->isHidden() || widget == m_caption);
        if (!isThere)
            continue;
        wanted += widget->sizeHint().width() + m_row->spacing();
        auto* button = qobject_cast<QAbstractButton*>(widget);
        if (button == nullptr)
            continue;
        buttons.push_back(button);
        keys += keyWidth(button);
        wanted += isKeyShown(button) ? 0 : keyWidth(button);
        const bool isBare = m_icons.contains(button);
        const int iconWidth = button->icon().isNull() && !isBare ? 0 : button->iconSize().width() + 4;
        icons += iconWidth;
        wanted += isBare ? iconWidth : 0;
    }
    const int caption = m_caption->sizeHint().width() + m_row->spacing();
    const auto fits = [&](int width, bool isShown) { return width + (isShown ? 0 : slack) <= this->width(); };
    for (QAbstractButton* button : buttons)
        setKeyShown(button, fits(wanted, isKeyShown(button)));
    const bool hasCaption = fits(wanted - keys, !m_caption->isHidden());
    m_caption->setVisible(hasCaption);
    const bool hasIcons = fits(wanted - keys - caption, m_icons.isEmpty());
    for (QAbstractButton* button : buttons) {
        if (hasIcons && m_icons.contains(button)) {
            button->setIcon(m_icons.take(button));
        } else if (!hasIcons && !button->icon().isNull()) {
            m_icons.insert(button, button->icon());
            button->setIcon({});
        }
    }
    m_isFitting = false;
}

DialogFrame frameDialog(QDialog& dialog, Environment environment, QSize wanted)
{
    const Theme& theme = Theme::instance();
    dialog.resize(QSize(theme.scaled(wanted.width()), theme.scaled(wanted.height()))
                      .boundedTo(dialog.parentWidget()->window()->size()));
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new EnvironmentBand(environment, &dialog));
    auto* head = new PageHead(&dialog);
    head->setTitle(dialog.windowTitle());
    QPushButton* close = makeButton(head);
    setButtonText(close, PageHead::tr("Close"), Qt::Key_Escape);
    close->setAutoDefault(false);
    head->addRight(close);
    column->addWidget(head);
    return {column, close};
}

} // namespace rangedesk::ui
