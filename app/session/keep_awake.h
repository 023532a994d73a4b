// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace rangedesk {

/// Keeps the computer from falling asleep by itself while it is held; where the system has no way for that,
/// it does nothing. The screen may still go dark. Use it in one thread.
class KeepAwake
{
public:
    KeepAwake();
    ~KeepAwake();
    KeepAwake(const KeepAwake&) = delete;
    KeepAwake& operator=(const KeepAwake&) = delete;

    void hold();
    void release();

private:
    struct Part;
    std::unique_ptr<Part> m_part;
};

} // namespace rangedesk
