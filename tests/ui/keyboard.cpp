// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyboard.h"

#include <QApplication>
#include <QTest>

namespace rangedesk::tests {

QWindow* Keyboard::target() const
{
    QWidget* modal = QApplication::activeModalWidget();
    return (modal != nullptr ? modal : &m_window)->windowHandle();
}

void Keyboard::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(target(), static_cast<Qt::Key>(key), modifiers);
    QCoreApplication::processEvents();
}

void Keyboard::type(const QString& text)
{
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            QTest::keyClick(target(), c.toLatin1());
        else
            QTest::sendKeyEvent(QTest::Click, target(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    QCoreApplication::processEvents();
}

void Keyboard::typeOver(const QString& text)
{
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
}

QString Keyboard::tabTo(const QString& objectName)
{
    constexpr int mostTabs = 60;
    QStringList met;
    for (int i = 0; i < mostTabs; ++i) {
        const QWidget* focus = QApplication::focusWidget();
        if (focus != nullptr && focus->objectName() == objectName)
            return {};
        met << (focus == nullptr ? QStringLiteral("nothing") : focus->objectName());
        press(Qt::Key_Tab);
    }
    return QStringLiteral("no key leads to %1, only to %2").arg(objectName, met.join(QLatin1Char(' ')));
}

} // namespace rangedesk::tests
