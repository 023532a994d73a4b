// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace rangedesk::demo {

/// A fault that meets the next requests of an operation.
struct Fault
{
    enum class Kind : unsigned char {
        Http500,
        Http503,
        Http429,
        Redirect,
        Html,
        BadJson,
        NotUtf8,
        Truncated,    ///< applied; the reply breaks off
        OtherMessage, ///< applied; the reply names another msg_id
        CloseBefore,  ///< not applied; the connection closes
        CloseAfter,   ///< applied; the connection closes
        SilentBefore, ///< not applied; no reply ever
        SilentAfter,  ///< applied; no reply ever
        Refuse,       ///< not applied; refused in `words`
        RefusePartly, ///< the first half of the products applied; refused in `words`
        ClosePartly,  ///< the first half of the products applied; the connection closes
        Throttle,     ///< not applied; refused for the rate, in words
        Bomb,         ///< a compressed reply that swells enormously
    };
    Kind kind = Kind::Http500;
    std::string operation; ///< empty for all
    int count = 1;         ///< how many requests it meets; negative for all
    int skip = 0;          ///< how many it lets pass before
    std::string words;
};

/// Everything tests switch. Texts are key=value, as on the command line of rangedesk-demo.
struct Switches
{
    int latencyMs = 0;
    int visibleDelayMs = 0; ///< writes show in readings only so much later
    int clockSkewSeconds = 0;
    std::string data = "string"; ///< string, inline, object, absent, null, empty
    std::string codes = "mixed"; ///< mixed, number, string
    bool reversed = false;       ///< fields in reversed order
    bool cutShort = false;       ///< product lists cut to half, sku_num left
    bool emptyModifyTime = false;
    bool repeats = false;        ///< every product twice
    bool needCustomer = false;   ///< operation 6 without a customer is refused
    bool noCustomers = false;    ///< operation 6 leaves out salesRangeCuss where no customer is asked for
    bool rangesDisabled = false; ///< 没有启用可售范围
    bool clearWidens = false;    ///< clearing takes the ranges that contain the cleared one, too
    bool hideDeleted = false;    ///< deleted rules are left out of readings
    bool newestLast = false;     ///< rules are listed by when they were changed: they move between pages
    bool shortFields = false;    ///< the query cuts code, type code and information to 32 characters
    bool compressed = false;
    std::string refuseProduct; ///< any write that names this product code or id is refused
    std::deque<Fault> faults;

    /// Sets one switch, or adds a fault: `fault=kind[:operation[:count[:skip[:words]]]]`,
    /// or takes all of them away: `fault=none`.
    /// @returns false for an unknown name or value.
    bool set(std::string_view name, std::string_view value);
    /// The fault that meets a request, used up by it.
    std::optional<Fault> take(std::string_view operation);
};

} // namespace rangedesk::demo
