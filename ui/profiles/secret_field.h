// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace rangedesk::ui {

/// Its text can be typed over, never read or copied.
class SecretField : public QLineEdit
{
public:
    explicit SecretField(QWidget* parent) : QLineEdit(parent)
    {
        setEchoMode(QLineEdit::Password);
        setContextMenuPolicy(Qt::NoContextMenu);
        setDragEnabled(false);
        setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    }
};

} // namespace rangedesk::ui
