// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody does who has a pointer and no keys.
#pragma once

#include "range_room.h"

namespace rangedesk::tests {

inline void click(QWidget* widget)
{
    if (widget == nullptr || !widget->isVisible() || !widget->isEnabled())
        qFatal("there is nothing to click: %s", widget != nullptr ? qPrintable(widget->objectName()) : "");
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
}
inline void clickCell(ui::TableView* table, int row, int column,
                      Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const QModelIndex index = table->model()->index(row, column);
    table->scrollTo(index);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers, table->visualRect(index).center());
}

/// From the review by its buttons to the result.
inline bool postByMouse(RangeRoom& room)
{
    ui::BulkPage* bulk = room.window->bulk();
    if (!QTest::qWaitFor(
            [&] { return bulk->step() == ui::BulkPage::Step::Review && bulk->reviewStep()->isSettled(); },
            20000))
        return false;
    ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    };
    click(bulk->reviewStep()->findChild<QPushButton*>(QStringLiteral("review.post")));
    return QTest::qWaitFor([&] { return bulk->step() == ui::BulkPage::Step::Result; }, 60000);
}

} // namespace rangedesk::tests
