// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/call.h"
#include "store/job_record.h"

#include <QString>
#include <functional>
#include <thread>

namespace rangedesk {

/// How a run is steered; set from any thread or a signal handler.
struct JobControl
{
    StopFlag stop{false}; ///< end soon, resumable; what is in flight is waited for
    /// Start nothing new until it is cleared. The engine sets it itself where the network is lost.
    mutable std::atomic<bool> pause{false};
    /// Send nothing more; what was sent is settled and verified. The engine sets it for a job that was
    /// cancelled before it broke off.
    mutable std::atomic<bool> cancel{false};
    /// Somebody watches: where the network is lost, or the disk is full, the run pauses, and goes on when
    /// they clear `pause`. Otherwise it ends, resumable.
    bool pausesAtLoss = false;
    mutable std::atomic<bool> networkLost{false}; ///< why it paused
    mutable std::atomic<bool> storageLost{false}; ///< why it paused: the journal cannot be written
};

/// Pauses the run for the loss of the network and waits until somebody lets it go on. @returns false where it
/// is to end instead.
inline bool waitForNetwork(const JobControl& control)
{
    if (!control.pausesAtLoss || control.stop || control.cancel)
        return false;
    control.pause = true; // first: whoever sees the loss finds the run paused
    control.networkLost = true;
    while (control.pause && !control.stop && !control.cancel)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    control.networkLost = false;
    return !control.stop && !control.cancel;
}

/// A moment of a run. Rows count repeats with their first.
struct Progress
{
    JobPhase phase = JobPhase::Preview;
    std::int64_t rowsPlanned = 0;
    std::int64_t rowsAnswered = 0;
    std::int64_t requestsPlanned = 0;
    std::int64_t requestsAnswered = 0;
    int inFlight = 0; ///< begun: on the wire, or waiting for their turn in the speed limit
    std::int64_t reads = 0;
    double rowsPerSecond = 0;
    double secondsLeft = -1; ///< negative while not known
    /// Requests whose fate is being found out by reading back; nothing leaves meanwhile.
    std::int64_t settling = 0;
    bool slowedDown = false;
    bool paused = false;
    bool stopping = false; ///< nothing new starts; what is in flight is waited for
};

/// Called in the engine's thread, at most ten times a second and at each change of phase.
using ProgressSink = std::function<void(const Progress&)>;

/// Told of a request of the run, as it is recorded.
using RequestSink = std::function<void(const RequestRecord&)>;

/// When accepted changes and unknown requests are read back (decisions 21).
using ReadBackPauses = std::array<std::chrono::milliseconds, 3>;
inline constexpr ReadBackPauses readBackPauses{std::chrono::seconds(0), std::chrono::seconds(2),
                                               std::chrono::seconds(8)};

/// Sleeps unless stopped. @returns false when stopped.
inline bool waitUnlessStopped(std::chrono::milliseconds pause, const StopFlag& stop)
{
    const auto end = std::chrono::steady_clock::now() + pause;
    while (!stop && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::min<std::chrono::milliseconds>(
            std::chrono::milliseconds(50),
            std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now())));
    return !stop;
}

} // namespace rangedesk
