// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace rangedesk {

/// When the next request may start: the user's rate, made slower while the server objects and
/// carefully faster again. A pure value; the clock is the caller's.
class Pace
{
public:
    using Clock = std::chrono::steady_clock;

    /// @param requestsPerSecond 0 for no limit
    explicit Pace(double requestsPerSecond);

    /// The earliest moment at which another request may start.
    Clock::time_point nextStart() const { return m_next; }
    void started(Clock::time_point now);
    /// The server refused a request for its rate, with or without Retry-After.
    void slowDown(Clock::time_point now, std::optional<std::chrono::milliseconds> retryAfter);
    /// A request was answered without an objection.
    void wentWell();

    bool isSlowed() const { return m_slowInterval > Clock::duration::zero(); }

private:
    Clock::duration m_interval{};     ///< by the user's rate
    Clock::duration m_slowInterval{}; ///< by the server's objections
    Clock::time_point m_next{};
    Clock::time_point m_pausedUntil{};
    int m_refusalsInARow = 0;
    int m_wellInARow = 0;
};

} // namespace rangedesk
