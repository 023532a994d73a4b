// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/pace.h"

#include "openapi/limits.h"

#include <algorithm>

namespace rangedesk {

Pace::Pace(double requestsPerSecond)
{
    if (requestsPerSecond > 0)
        m_interval = std::chrono::duration_cast<Clock::duration>(
            std::chrono::duration<double>(1.0 / requestsPerSecond));
}

void Pace::started(Clock::time_point now)
{
    m_next = std::max(m_next, now) + std::max(m_interval, m_slowInterval);
}

void Pace::slowDown(Clock::time_point now, std::optional<std::chrono::milliseconds> retryAfter)
{
    // Refusals of requests that were under way together are one: they arrive while the pause still runs.
    if (now < m_pausedUntil) {
        if (retryAfter)
            m_next = m_pausedUntil = std::max(m_pausedUntil, now + *retryAfter);
        return;
    }
    m_wellInARow = 0;
    m_slowInterval = std::clamp<Clock::duration>(std::max(m_interval, m_slowInterval) * 2,
                                                 limits::slowDownInterval, limits::slowDownIntervalMost);
    Clock::duration pause = limits::slowDownPause;
    for (int i = 0; i < m_refusalsInARow && pause < limits::slowDownPauseMost; ++i)
        pause *= 2;
    ++m_refusalsInARow;
    pause = std::min<Clock::duration>(pause, limits::slowDownPauseMost);
    if (retryAfter)
        pause = *retryAfter;
    m_pausedUntil = now + pause;
    m_next = std::max(m_next, m_pausedUntil);
}

void Pace::wentWell()
{
    m_refusalsInARow = 0;
    if (!isSlowed() || ++m_wellInARow < limits::speedUpAfter)
        return;
    m_wellInARow = 0;
    m_slowInterval /= 2;
    if (m_slowInterval <= m_interval || m_slowInterval < limits::slowDownInterval / 4)
        m_slowInterval = {};
}

} // namespace rangedesk
