// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "store/data_directory.h"

#include <QStringList>
#include <array>
#include <vector>

// What campaigns a person asks the server for: the seven filters of operation 3, kept under names.
namespace rangedesk {

/// The filters under the wire's names.
struct CampaignFilter
{
    const char* parameter;
    std::string CampaignQuery::*value;
    bool isTime;
};
inline constexpr std::array campaignFilters{
    CampaignFilter{"activity_source_code", &CampaignQuery::sourceCode, false},
    CampaignFilter{"activity_code", &CampaignQuery::code, false},
    CampaignFilter{"activity_type_code", &CampaignQuery::typeCode, false},
    CampaignFilter{"after_create_time", &CampaignQuery::afterCreateTime, true},
    CampaignFilter{"before_create_time", &CampaignQuery::beforeCreateTime, true},
    CampaignFilter{"after_modify_time", &CampaignQuery::afterModifyTime, true},
    CampaignFilter{"before_modify_time", &CampaignQuery::beforeModifyTime, true},
};

/// What people call a filter.
QString campaignFilterLabel(const CampaignFilter& filter);
/// "Type code TP02, changed after 2026-08-01 00:00:00"; empty where nothing is filtered.
QString describe(const CampaignQuery& query);
bool isEmpty(const CampaignQuery& query);
/// A moment as a person types it, for a filter: of a day alone its first second, or its last one where
/// @p isEnd. What is no moment stays as it is, for the vendor's rules to refuse.
std::string filterTimeOf(const QString& typed, bool isEnd);

struct NamedCampaignQuery
{
    QString name;
    CampaignQuery query;
};
struct CampaignQueries
{
    CampaignQuery last; ///< asked last
    std::vector<NamedCampaignQuery> named;

    /// One of this name is replaced.
    void keep(const QString& name, const CampaignQuery& query);
    void remove(const QString& name);
};

/// Of one server and company. Nothing kept is no error; Storage where it cannot be read.
Result<CampaignQueries> loadCampaignQueries(const DataDirectory& data, const QString& scope);
Result<void> keepCampaignQueries(const DataDirectory& data, const QString& scope,
                                 const CampaignQueries& queries);

} // namespace rangedesk
