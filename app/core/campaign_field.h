// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "core/rule.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace rangedesk {

/// What operation 1 writes of a campaign, beside its external id and its departments. Reading and writing
/// name the same thing differently (api.md 13).
enum class CampaignField : std::uint8_t {
    Code,
    Name,
    TypeCode,
    Status, ///< "1" online, "2" suspended, "3" ended
    StartDate,
    EndDate,
    RegisterUrl,
    Information,
    Count
};
inline constexpr std::array campaignFields{
    CampaignField::Code,      CampaignField::Name,    CampaignField::TypeCode,    CampaignField::Status,
    CampaignField::StartDate, CampaignField::EndDate, CampaignField::RegisterUrl, CampaignField::Information};

/// The parameter of operation 1.
std::string_view campaignFieldName(CampaignField field);
/// What people call it; sheets know it as a heading.
std::string_view campaignFieldChineseName(CampaignField field);
std::string_view campaignFieldEnglishName(CampaignField field);
/// In the language of the program.
std::string_view campaignFieldLabel(CampaignField field);

std::string& valueOf(CampaignEdit& edit, CampaignField field);
const std::string& valueOf(const CampaignEdit& edit, CampaignField field);
std::string_view valueOf(const Campaign& campaign, CampaignField field);

/// The query's table allows 32 characters for code, type code and information, and writing more: one of
/// exactly that length may have been cut (decisions 20).
bool mayBeCut(CampaignField field, std::string_view read);

/// 已上线, 中止, 结束 (online, suspended, ended) in the language of the program; anything else as it is.
std::string campaignStatusWord(std::string_view status);

// What people write in cells, as the wire wants it; empty where it is nothing of the kind.
/// 1, 2, 3 or a word for it in either language.
std::optional<std::string> campaignStatusOf(std::string_view cell);
/// A real day: 2026-01-31, 2026/1/31, 2026.1.31, with a time of midnight or none.
std::optional<std::string> vendorDateOf(std::string_view cell);
/// A real moment: such a day with a time, 9:05 or 09:05:00.
std::optional<std::string> vendorDateTimeOf(std::string_view cell);

} // namespace rangedesk
