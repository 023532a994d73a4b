// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QWidget>

namespace rangedesk::ui {

/// A day that is typed, or chosen from a calendar. What was typed stays as it is: whoever asks checks it. It
/// has no focus proxy: among widgets whose order is set, Tab in Qt 6.4 goes round in a ring at one that has.
class DateField : public QWidget
{
    Q_OBJECT
public:
    explicit DateField(QWidget* parent);

    QLineEdit* edit() const { return m_edit; }

private:
    QLineEdit* m_edit;
};

} // namespace rangedesk::ui
