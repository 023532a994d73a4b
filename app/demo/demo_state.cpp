// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the demo server as a text that tests compare.
#include "demo/demo_operations.h"

#include <algorithm>
#include <iterator>

namespace rangedesk::demo {

std::string Operations::stateText() const
{
    std::string out;
    const auto products = [&](const RuleData& rule) {
        std::map<std::string, std::string> sorted;
        for (const RuleProductData& entry : rule.products)
            sorted[m_data.products[entry.product].code] =
                std::string(entry.mustSell ? "1" : "0") + (entry.isNew ? "1" : "0");
        std::string line;
        for (const auto& [code, flags] : sorted)
            line.append(1, ' ').append(code).append(1, ':').append(flags);
        return line;
    };
    std::map<std::string, std::string> lines;
    for (const RuleData& rule : m_data.rangeRules) {
        if (rule.deleted)
            continue;
        std::string key = "range";
        for (const auto& [dimension, values] : rule.on) {
            key += ' ' + m_data.dimensions[dimension].prefix + '=';
            for (const std::size_t value : values)
                key += m_data.dimensions[dimension].values[value].id + ';';
        }
        lines[key] = products(rule);
    }
    for (const RuleData& rule : m_data.customerRules) {
        if (!rule.deleted && !rule.customers.empty())
            lines["customer " + m_data.customers[rule.customers.front()].code] = products(rule);
    }
    for (const auto& [key, line] : lines)
        out.append(key).append(" |").append(line).append(1, '\n');
    return out;
}

std::string Operations::campaignText() const
{
    std::string out;
    for (const CampaignData& campaign : m_data.campaigns) {
        for (const std::string* field :
             {&campaign.sourceCode, &campaign.code, &campaign.name, &campaign.typeCode, &campaign.status,
              &campaign.startDate, &campaign.endDate, &campaign.url, &campaign.information})
            out.append(*field).append(1, '|');
        for (const std::size_t department : campaign.departments)
            out.append(m_data.dimensions[0].values[department].code).append(1, ' ');
        for (const auto& [customer, information] : campaign.registered) {
            out.append(1, '|').append(m_data.customers[customer].code).append(1, '=');
            // A line a campaign, whatever merchants wrote.
            std::replace_copy(information.begin(), information.end(), std::back_inserter(out), '\n', ' ');
        }
        out.append(1, '\n');
    }
    return out;
}

} // namespace rangedesk::demo
