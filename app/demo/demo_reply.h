// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_data.h"
#include "demo/demo_switches.h"

#include <QByteArray>

#include <string>

namespace rangedesk::demo {

/// Writes JSON by hand, with the documents' own habits: ids of entries as bare numbers, `""` for an
/// empty list of conditions, everything else as strings.
class ReplyWriter
{
public:
    ReplyWriter(const DemoData& data, const Switches& switches) : m_data(data), m_switches(switches) {}

    /// Items of `response_data` of the four queries.
    std::string dimensions() const;
    std::string rangeRule(const RuleData& rule) const;
    /// @param customer the one that was asked for, or npos for all of the rule
    std::string customerRule(const RuleData& rule, std::size_t customer) const;
    std::string campaign(const CampaignData& campaign) const;

    /// The whole reply of a query around its items. They can be megabytes: each is let go once it is written.
    QByteArray query(const std::string& msgId, std::vector<std::string> items) const;
    /// The reply of a writing operation.
    QByteArray plain(const std::string& msgId, const std::string& code, const std::string& message,
                     bool numberCode) const;

private:
    using Fields = std::vector<std::pair<std::string, std::string>>;

    std::string object(Fields fields) const;
    std::string products(const RuleData& rule, bool withSupply) const;
    Fields ruleHead(const RuleData& rule) const;
    std::string customerList(const std::vector<std::size_t>& customers) const;

    const DemoData& m_data;
    const Switches& m_switches;
};

/// A JSON string with its quotes.
std::string quoted(std::string_view text);

} // namespace rangedesk::demo
