// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QWidget>
#include <functional>

namespace rangedesk::ui {

/// Calls a function now and whenever the language changes: texts are set in one place and follow.
class Retranslator : public QObject
{
public:
    Retranslator(QWidget* widget, std::function<void()> setTexts)
        : QObject(widget), m_setTexts(std::move(setTexts))
    {
        widget->installEventFilter(this);
        m_setTexts();
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::LanguageChange && watched == parent())
            m_setTexts();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_setTexts;
};

/// @p setTexts sets the texts of @p widget (and of what belongs to it).
inline void translated(QWidget* widget, std::function<void()> setTexts)
{
    new Retranslator(widget, std::move(setTexts)); // owned by the widget
}

} // namespace rangedesk::ui
