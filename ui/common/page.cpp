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

} // namespace rangedesk::ui
