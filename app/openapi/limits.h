// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

// Every delay, limit and time-out of the wire in one table.
namespace rangedesk::limits {

using namespace std::chrono_literals;

inline constexpr int inFlight = 6;              ///< requests in flight, default
inline constexpr int maxInFlight = 60;          ///< the most a user may set
inline constexpr double requestsPerSecond = 10; ///< default; 0 is no limit
inline constexpr double mostRequestsPerSecond = 1000;
inline constexpr std::int64_t replyBytes = 512LL * 1024 * 1024;
/// The most room that is made on a server's word about the length of its reply.
inline constexpr std::int64_t mostReservedBytes = 16LL * 1024 * 1024;
/// What may have arrived and not been taken yet.
inline constexpr std::int64_t readAheadBytes = 1024LL * 1024;
/// Longer replies are told to the log by their first and last bytes alone.
inline constexpr std::size_t tracedReplyBytes = 64UL * 1024;
inline constexpr std::size_t tracedHeadBytes = 4UL * 1024;
inline constexpr int requestsPerManager = 6; ///< QNetworkAccessManager's own connections a host

inline constexpr auto connectTimeout = 15s;
inline constexpr auto firstByteTimeout = 60s;
inline constexpr auto wholeTimeout = 300s;

/// Pauses before a read, or a request that certainly never left, is tried again.
inline constexpr std::array<std::chrono::milliseconds, 4> retryPauses{500ms, 1s, 2s, 4s};
/// The same once a job is under way: a server that restarts is waited for.
inline constexpr std::array<std::chrono::milliseconds, 6> jobRetryPauses{500ms, 1s, 2s, 4s, 8s, 15s};
/// After so many failures in a row a run that is watched pauses and waits for the network.
inline constexpr std::size_t triesBeforePause = 4;
/// The same for so many requests in a row that were sent and not answered.
inline constexpr int unansweredBeforePause = 3;
/// How often it is then asked whether the server answers again.
inline constexpr auto askAgainAfter = 10s;
/// How often a request that was refused for its rate is queued again.
inline constexpr int throttledTries = 5;

inline constexpr auto slowDownPause = 1s; ///< doubled with each refusal in a row
inline constexpr auto slowDownPauseMost = 60s;
inline constexpr auto slowDownInterval = 200ms; ///< least distance of requests after a refusal
inline constexpr auto slowDownIntervalMost = 10s;
inline constexpr int speedUpAfter = 10; ///< replies in a row before the distance is halved

/// Clock differences up to this are left alone: the Date header is in whole seconds.
inline constexpr auto clockTolerance = 2s;
/// A refused signature is blamed on the clock from this difference on.
inline constexpr auto clockSuspicious = 60s;

// Pictures that merchants gave the address of.
inline constexpr std::size_t picturesAtOnce = 4;
inline constexpr std::int64_t pictureBytes = 8LL * 1024 * 1024;
inline constexpr int pictureRedirects = 3;
inline constexpr auto pictureTimeout = 20s;

} // namespace rangedesk::limits
