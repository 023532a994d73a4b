// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/date_field.h"

#include "common/widgets.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QMenu>
#include <QWidgetAction>

namespace rangedesk::ui {

DateField::DateField(QWidget* parent) : QWidget(parent), m_edit(new QLineEdit(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_edit->setPlaceholderText(QStringLiteral("2026-01-31"));
    QToolButton* open = makeIconButton(this, "calendar");
    open->setPopupMode(QToolButton::InstantPopup);
    translated(this, [open] {
        open->setAccessibleName(tr("Choose a day"));
        open->setToolTip(open->accessibleName());
    });
    auto* menu = new QMenu(open);
    auto* calendar = new QCalendarWidget(menu);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    open->setMenu(menu);
    constexpr int dayLength = 10;
    connect(menu, &QMenu::aboutToShow, calendar, [this, calendar] {
        const QDate day = QDate::fromString(m_edit->text().trimmed().left(dayLength), Qt::ISODate);
        calendar->setSelectedDate(day.isValid() ? day : QDate::currentDate());
    });
    const auto take = [this, menu](QDate day) {
        const QString typed = m_edit->text().trimmed();
        const bool hasDay = QDate::fromString(typed.left(dayLength), Qt::ISODate).isValid();
        m_edit->setText(day.toString(Qt::ISODate) +
                        (hasDay ? typed.mid(dayLength) : QString())); // the time stays
        menu->close();
    };
    connect(calendar, &QCalendarWidget::activated, menu, take);
    connect(calendar, &QCalendarWidget::clicked, menu, take);
    row->addWidget(m_edit, 1);
    row->addWidget(open);
}

} // namespace rangedesk::ui
