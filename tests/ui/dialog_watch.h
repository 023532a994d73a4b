// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QMenu>
#include <QObject>

#include <functional>

namespace rangedesk::tests {

/// Acts once in the dialog that is about to open, and gives it up should it still be open then.
///
/// It looks again and again instead of waiting: on a slow computer the first look comes before the key that
/// opens the dialog, and a wait there would keep the key from being handled. A dialog that nobody expected is
/// given up after a while, so that a test fails instead of standing still.
class DialogWatch : public QObject
{
public:
    using Fits = std::function<bool(const QDialog&)>;
    using Act = std::function<void(QDialog&)>;

    DialogWatch(QObject* parent, Fits fits, Act act, std::chrono::milliseconds first = {});
    bool wasThere() const { return m_wasThere; }

    static Fits named(const char* objectName);
    template <typename Dialog> static Fits ofType()
    {
        return [](const QDialog& dialog) { return qobject_cast<const Dialog*>(&dialog) != nullptr; };
    }

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    Fits m_fits;
    Act m_act;
    qint64 m_begin = 0;
    int m_timer = 0;
    bool m_wasThere = false;
    std::chrono::milliseconds m_first;
};

/// Acts once in the menu that is about to open, and closes it: a menu takes the keys for as long as it is
/// open.
class MenuWatch : public QObject
{
public:
    using Act = std::function<void(QMenu&)>;

    MenuWatch(QObject* parent, Act act);
    bool wasThere() const { return m_wasThere; }

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    Act m_act;
    int m_timer = 0;
    bool m_wasThere = false;
};

} // namespace rangedesk::tests
