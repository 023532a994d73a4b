// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rangedesk {

/// Tells the C library to give large buffers back at once: replies and sheets of many megabytes come and go
/// in several threads, and its defaults keep them. First thing in main; does nothing where there is no such
/// wish.
void keepMemoryTight();

/// Gives back what is free between buffers that are in use, at the end of work that took much. Some
/// milliseconds: in a worker.
void giveBackMemory();

} // namespace rangedesk
