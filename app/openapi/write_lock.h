// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>

namespace rangedesk {

/// Whether writing operations may leave the process. The connection asks before each of them, whoever wants
/// it sent. Locked when made; opened for a time, after which it locks by itself. From any thread.
class WriteLock
{
public:
    /// Both clocks must agree that the time is not over: one stands still while the machine sleeps, the
    /// other can be set back.
    bool isOpen() const
    {
        return m_forGood || (Steady::now().time_since_epoch().count() < m_steadyEnd &&
                             System::now().time_since_epoch().count() < m_systemEnd);
    }
    void openFor(std::chrono::seconds time)
    {
        m_steadyEnd = (Steady::now() + time).time_since_epoch().count();
        m_systemEnd = (System::now() + time).time_since_epoch().count();
    }
    void openForGood() { m_forGood = true; }
    void lock()
    {
        m_forGood = false;
        m_steadyEnd = 0;
        m_systemEnd = 0;
    }
    bool isOpenForGood() const { return m_forGood; }
    /// Until it locks by itself; zero where it is locked or open for good.
    std::chrono::seconds left() const
    {
        if (m_forGood || !isOpen())
            return std::chrono::seconds(0);
        const auto rest = Steady::duration(m_steadyEnd.load()) - Steady::now().time_since_epoch();
        return std::chrono::ceil<std::chrono::seconds>(rest);
    }

private:
    using Steady = std::chrono::steady_clock;
    using System = std::chrono::system_clock;

    std::atomic<bool> m_forGood{false};
    std::atomic<Steady::rep> m_steadyEnd{0};
    std::atomic<System::rep> m_systemEnd{0};
};

} // namespace rangedesk
