// SPDX-License-Identifier: GPL-3.0-or-later
// The campaign operations of the demo server.
#include "demo/demo_body.h"
#include "demo/demo_operations.h"

namespace rangedesk::demo {

std::vector<std::string> Operations::campaigns(const QJsonObject& body) const
{
    const auto fits = [](const std::string& wanted, const std::string& value) {
        return wanted.empty() || wanted == value;
    };
    std::vector<std::string> items;
    for (const CampaignData& campaign : m_data.campaigns) {
        if (!fits(text(body, "activity_source_code"), campaign.sourceCode) ||
            !fits(text(body, "activity_code"), campaign.code) ||
            !fits(text(body, "activity_type_code"), campaign.typeCode) ||
            !within(campaign.createTime, text(body, "after_create_time"), text(body, "before_create_time")) ||
            !within(campaign.modifyTime, text(body, "after_modify_time"), text(body, "before_modify_time")))
            continue;
        items.push_back(m_writer.campaign(campaign));
    }
    return items;
}

Written Operations::saveCampaign(const QJsonObject& body, const std::string& now)
{
    if (text(body, "end_date") < text(body, "start_date"))
        return {"1", "结束日期不能早于开始日期", false};
    auto campaign =
        std::find_if(m_data.campaigns.begin(), m_data.campaigns.end(),
                     [&](const CampaignData& c) { return c.sourceCode == text(body, "source_code"); });
    if (campaign == m_data.campaigns.end()) {
        campaign = m_data.campaigns.insert(campaign, CampaignData{});
        campaign->createTime = now;
    }
    campaign->sourceCode = text(body, "source_code");
    campaign->code = text(body, "code");
    campaign->name = text(body, "name");
    campaign->typeCode = text(body, "type_code");
    campaign->status = text(body, "event_status");
    campaign->startDate = text(body, "start_date");
    campaign->endDate = text(body, "end_date");
    campaign->url = text(body, "register_url");
    campaign->information = text(body, "event_information");
    campaign->modifyTime = now;
    campaign->departments.clear();
    const std::vector<NamedValue>& departments = m_data.dimensions[0].values;
    for (const auto& [parameter, part] : {std::pair{"dept_id", &NamedValue::id},
                                          {"dept_code", &NamedValue::code},
                                          {"dept_name", &NamedValue::name}}) {
        const QStringList wanted =
            QString::fromStdString(text(body, parameter)).split(QLatin1Char(','), Qt::SkipEmptyParts);
        if (wanted.isEmpty())
            continue;
        for (const QString& name : wanted) {
            for (std::size_t i = 0; i < departments.size(); ++i) {
                if (departments[i].*part == name.toStdString())
                    campaign->departments.push_back(i);
            }
        }
        break;
    }
    return {"0", "", true};
}

Written Operations::registerCustomers(const QJsonObject& body)
{
    const auto campaign =
        std::find_if(m_data.campaigns.begin(), m_data.campaigns.end(), [&](const CampaignData& c) {
            return c.sourceCode == text(body, "campaign_source_code");
        });
    if (campaign == m_data.campaigns.end())
        return {"1", "活动不存在", false};
    std::vector<std::size_t> named;
    for (const auto& [parameter, by] :
         {std::pair{"cm_ids", "cm_id"}, {"cm_codes", "cm_code"}, {"cm_names", "cm_name"}}) {
        const QStringList values =
            QString::fromStdString(text(body, parameter)).split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString& value : values) {
            const auto found = m_rules.customersNamed({{QLatin1String(by), value}});
            if (found.size() != 1)
                return {"1", "客户不存在:" + value.toStdString(), false};
            named.push_back(found.front());
        }
        if (!values.isEmpty())
            break;
    }
    for (const std::size_t customer : named)
        campaign->registered.emplace_back(customer, text(body, "merchant_information"));
    return {"0", "", true};
}

} // namespace rangedesk::demo
