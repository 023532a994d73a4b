// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace rangedesk::tests {

/// The keys of somebody who has no mouse: they go to the dialog that is open, else to the window.
class Keyboard
{
public:
    explicit Keyboard(QWidget& window) : m_window(window) {}

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Text of any script, a character after another.
    void type(const QString& text);
    /// Instead of what stands in the field.
    void typeOver(const QString& text);
    /// Tab until the widget with this name has the focus. @returns what was met instead, where no key leads
    /// there; else nothing
    QString tabTo(const QString& objectName);

private:
    QWindow* target() const;

    QWidget& m_window;
};

} // namespace rangedesk::tests
