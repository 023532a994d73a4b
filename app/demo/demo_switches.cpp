// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_switches.h"

#include <charconv>
#include <utility>
#include <vector>

namespace rangedesk::demo {

namespace {

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

bool setNumber(int& target, std::string_view value)
{
    const auto parsed = number(value);
    if (parsed)
        target = *parsed;
    return parsed.has_value();
}

bool setFlag(bool& target, std::string_view value)
{
    target = value == "1" || value == "on";
    return target || value == "0" || value == "off";
}

std::optional<Fault::Kind> kindOf(std::string_view name)
{
    using Kind = Fault::Kind;
    static const std::vector<std::pair<std::string_view, Kind>> kinds{
        {"http500", Kind::Http500},
        {"http503", Kind::Http503},
        {"http429", Kind::Http429},
        {"redirect", Kind::Redirect},
        {"html", Kind::Html},
        {"bad-json", Kind::BadJson},
        {"not-utf8", Kind::NotUtf8},
        {"truncated", Kind::Truncated},
        {"other-message", Kind::OtherMessage},
        {"close-before", Kind::CloseBefore},
        {"close-after", Kind::CloseAfter},
        {"silent-before", Kind::SilentBefore},
        {"silent-after", Kind::SilentAfter},
        {"refuse", Kind::Refuse},
        {"refuse-partly", Kind::RefusePartly},
        {"close-partly", Kind::ClosePartly},
        {"throttle", Kind::Throttle},
        {"bomb", Kind::Bomb},
    };
    for (const auto& [kindName, kind] : kinds) {
        if (kindName == name)
            return kind;
    }
    return std::nullopt;
}

bool addFault(std::deque<Fault>& faults, std::string_view text)
{
    std::vector<std::string_view> parts;
    while (parts.size() < 4 && text.find(':') != std::string_view::npos) {
        parts.push_back(text.substr(0, text.find(':')));
        text.remove_prefix(text.find(':') + 1);
    }
    parts.push_back(text);
    const auto kind = kindOf(parts[0]);
    if (!kind)
        return false;
    Fault fault;
    fault.kind = *kind;
    fault.operation = parts.size() > 1 ? std::string(parts[1]) : std::string();
    if (parts.size() > 2 && !setNumber(fault.count, parts[2]))
        return false;
    if (parts.size() > 3 && !setNumber(fault.skip, parts[3]))
        return false;
    fault.words = parts.size() > 4 ? std::string(parts[4]) : "系统处理失败";
    faults.push_back(std::move(fault));
    return true;
}

} // namespace

bool Switches::set(std::string_view name, std::string_view value)
{
    if (name == "latency")
        return setNumber(latencyMs, value);
    if (name == "visible-delay")
        return setNumber(visibleDelayMs, value);
    if (name == "clock-skew")
        return setNumber(clockSkewSeconds, value);
    if (name == "fault" && value == "none") {
        faults.clear();
        return true;
    }
    if (name == "fault")
        return addFault(faults, value);
    const std::pair<std::string_view, bool*> flags[] = {
        {"reversed", &reversed},
        {"cut-short", &cutShort},
        {"empty-modify-time", &emptyModifyTime},
        {"repeats", &repeats},
        {"need-customer", &needCustomer},
        {"no-customers", &noCustomers},
        {"ranges-disabled", &rangesDisabled},
        {"short-fields", &shortFields},
        {"compressed", &compressed},
        {"clear-widens", &clearWidens},
        {"hide-deleted", &hideDeleted},
        {"newest-last", &newestLast},
    };
    for (const auto& [flagName, flag] : flags) {
        if (flagName == name)
            return setFlag(*flag, value);
    }
    const std::pair<std::string_view, std::string*> texts[] = {
        {"data", &data}, {"codes", &codes}, {"refuse-product", &refuseProduct}};
    for (const auto& [textName, text] : texts) {
        if (textName == name) {
            *text = value;
            return true;
        }
    }
    return false;
}

std::optional<Fault> Switches::take(std::string_view operation)
{
    for (auto fault = faults.begin(); fault != faults.end(); ++fault) {
        if (!fault->operation.empty() && fault->operation != operation)
            continue;
        if (fault->skip > 0) {
            --fault->skip;
            return std::nullopt;
        }
        const Fault taken = *fault;
        if (fault->count > 0 && --fault->count == 0)
            faults.erase(fault);
        return taken;
    }
    return std::nullopt;
}

} // namespace rangedesk::demo
