// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/exchange.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace rangedesk {

/// A finished request, for the thread that asked.
struct Completion
{
    std::uint64_t token = 0;
    Delivery delivery;
};

/// Hands completions from the connection's thread to one waiting worker thread.
class CompletionQueue
{
public:
    void push(Completion completion)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_items.push_back(std::move(completion));
        }
        m_ready.notify_one();
    }
    /// The next completion, or nothing when none came within @p patience.
    std::optional<Completion> next(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        if (!m_ready.wait_for(lock, patience, [this] { return !m_items.empty(); }))
            return std::nullopt;
        Completion completion = std::move(m_items.front());
        m_items.pop_front();
        return completion;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::deque<Completion> m_items;
};

} // namespace rangedesk
