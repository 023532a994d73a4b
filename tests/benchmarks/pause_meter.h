// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <ctime>

namespace rangedesk::benchmarks {

/// The longest time in which the window could not answer, in milliseconds.
class PauseMeter : public QObject
{
public:
    struct Pause
    {
        double wall = 0;
        double ownWork = 0; ///< of it, what the window's thread itself worked: the rest it waited for a core
    };

    PauseMeter()
    {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double now = cpuMilliseconds();
            const double wall = static_cast<double>(m_last.nsecsElapsed()) / 1e6;
            if (wall > m_longest.wall)
                m_longest = {wall, now - m_lastCpu};
            m_mostWork = std::max(m_mostWork, now - m_lastCpu);
            m_lastCpu = now;
            m_last.restart();
        });
        m_last.start();
        m_lastCpu = cpuMilliseconds();
        m_timer.start();
    }
    Pause longest() const { return m_longest; }
    /// The most the window's thread worked in one go.
    double mostWork() const { return m_mostWork; }
    void restart()
    {
        m_longest = {};
        m_mostWork = 0;
        m_lastCpu = cpuMilliseconds();
        m_last.restart();
    }

private:
    static double cpuMilliseconds()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    QTimer m_timer;
    QElapsedTimer m_last;
    Pause m_longest;
    double m_lastCpu = 0;
    double m_mostWork = 0;
};

} // namespace rangedesk::benchmarks
