// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "core/rule.h"
#include "core/vendor_rules.h"
#include "openapi/connection.h"
#include "openapi/envelope.h"

#include <functional>
#include <span>

// Reads, as a worker thread uses them: they block that thread, repeat what is safe to repeat, and
// hand over decoded values. Never call them on the GUI thread.
namespace rangedesk {

/// Asks a long run to stop; checked at least every 100 ms. May be set from any thread or a signal handler.
using StopFlag = std::atomic<bool>;

struct ReadControl
{
    const StopFlag* stop = nullptr;
    std::span<const std::chrono::milliseconds> pauses = limits::retryPauses;
    /// Asked when the server is not reached and all repeats are used up. It may wait for as long as it takes;
    /// true: try anew. Without one the reading ends.
    std::function<bool()> waitForNetwork = {};
};

/// One read to be made by `readAll`.
struct ReadRequest
{
    Operation operation = Operation::Count;
    std::string body;
};

/// Makes reads with up to the window in flight. @p next gives the next read or nothing when there is
/// none for now; it is asked again after each reply. @p take gets each reply's body with the index
/// (counted from 0 in the order of asking) and the msg_id to hold it against; an error ends the whole.
/// Repeated with growing pauses: lost replies, HTTP 5xx, and, slower, refusals for the rate.
Result<void> readAll(
    Connection& connection, const ReadControl& control,
    const std::function<std::optional<ReadRequest>()>& next,
    const std::function<Result<void>(std::size_t index, std::string body, const std::string& msgId)>& take);

/// Operations 3 and 4, one read each.
Result<CampaignList> queryCampaigns(Connection& connection, const CampaignQuery& query,
                                    const ReadControl& control);
Result<DimensionList> queryDimensions(Connection& connection, const ReadControl& control);
/// One page of operation 5 or 6.
Result<RuleList> queryRules(Connection& connection, Operation operation, const RuleQuery& query,
                            const ReadControl& control);

/// A read of @p query for `readAll`, or the first thing in it that the vendor's tables do not allow.
Result<ReadRequest> readRequest(const WireRequest& query);

/// The fate of a writing request, as far as its own reply tells (decisions 14).
struct WriteOutcome
{
    enum class Kind : std::uint8_t {
        Accepted,
        Rejected,  ///< a well-formed refusal
        Throttled, ///< refused before work for the rate: queue it again
        NotLeft,   ///< certainly not applied
        Unknown,   ///< anything after the first byte without a usable reply
    };
    Kind kind = Kind::Unknown;
    bool hopeless = false;
    bool cancelled = false;
    bool writeLocked = false;
    std::string code;
    std::string message; ///< the server's words, or what went wrong (translated)
};

/// Judges a delivered write. Of the two clear operations the code alone proves nothing (api.md 2);
/// for them Accepted means "answered", and reading back decides.
WriteOutcome judgeWrite(Operation operation, Delivery delivery, const std::string& msgId);

} // namespace rangedesk
