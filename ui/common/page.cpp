// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"

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

/// In a narrow window the keys behind the buttons' texts go, not the texts. The keys stand in the tool tips.
void PageHead::fit()
{
    constexpr int slack = 16; // pixels: widths that are measured in parts differ a little from the whole
    if (m_isFitting)
        return;
    m_isFitting = true;
    std::vector<QAbstractButton*> buttons;
    const QMargins margins = m_row->contentsMargins();
    int wanted = margins.left() + margins.right();
    for (int i = 0; i < m_row->count(); ++i) {
        QWidget* widget = m_row->itemAt(i)->widget();
        if (widget == nullptr || widget->isHidden())
            continue;
        wanted += widget->sizeHint().width() + m_row->spacing();
        auto* button = qobject_cast<QAbstractButton*>(widget);
        if (button == nullptr || keyWidth(button) == 0)
            continue;
        buttons.push_back(button);
        if (!isKeyShown(button))
            wanted += keyWidth(button);
    }
    for (QAbstractButton* button : buttons)
        setKeyShown(button, wanted + (isKeyShown(button) ? 0 : slack) <= width());
    m_isFitting = false;
}

} // namespace rangedesk::ui
