// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/campaign_field.h"

#include "core/language.h"
#include "core/text.h"
#include "core/vendor_time.h"

namespace rangedesk {

namespace {

struct FieldNames
{
    std::string_view wire;
    std::string_view chinese;
    std::string_view english;
    std::string CampaignEdit::*edit;
    std::string_view Campaign::*read;
};

constexpr std::array<FieldNames, static_cast<std::size_t>(CampaignField::Count)> fields{{
    {"code", "活动编号", "Campaign code", &CampaignEdit::code, &Campaign::code},
    {"name", "活动名称", "Campaign name", &CampaignEdit::name, &Campaign::name},
    {"type_code", "活动类型编码", "Campaign type code", &CampaignEdit::typeCode, &Campaign::typeCode},
    {"event_status", "活动状态", "Status", &CampaignEdit::eventStatus, &Campaign::eventStatus},
    {"start_date", "开始日期", "Start date", &CampaignEdit::startDate, &Campaign::startDate},
    {"end_date", "结束日期", "End date", &CampaignEdit::endDate, &Campaign::endDate},
    {"register_url", "报名URL", "Registration URL", &CampaignEdit::registerUrl, &Campaign::registerUrl},
    {"event_information", "活动信息", "Campaign information", &CampaignEdit::eventInformation,
     &Campaign::eventInformation},
}};

const FieldNames& namesOf(CampaignField field)
{
    return fields.at(static_cast<std::size_t>(field));
}

constexpr std::size_t queriedCharacters = 32;

struct StatusWords
{
    std::string_view wire;
    std::string_view chinese;
    std::string_view english;
};
constexpr std::array<StatusWords, 3> statuses{
    {{"1", "已上线", "online"}, {"2", "中止", "suspended"}, {"3", "结束", "ended"}}};

/// Digits at the beginning of @p text, taken from it; empty where there are none or more than @p most.
std::string takeNumber(std::string_view& text, std::size_t least, std::size_t most)
{
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9')
        ++count;
    if (count < least || count > most)
        return {};
    std::string digits(text.substr(0, count));
    text.remove_prefix(count);
    return digits.size() == 1 ? '0' + digits : digits;
}

bool takeAny(std::string_view& text, std::string_view characters)
{
    if (text.empty() || characters.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

/// 2026年1月5日 and 20260105 as 2026-1-5 and 2026-01-05; other texts as they are.
std::string plainDay(std::string_view cell)
{
    std::string text(trimmed(cell));
    for (const auto& [word, sign] : {std::pair{"年", "-"}, {"月", "-"}, {"日", ""}}) {
        if (const std::size_t at = text.find(word); at != std::string::npos)
            text.replace(at, std::string_view(word).size(), sign);
    }
    const std::size_t digits = text.find_first_not_of("0123456789");
    if ((digits == std::string::npos ? text.size() : digits) == 8)
        text.insert(6, "-").insert(4, "-");
    return text;
}

/// The day at the beginning of @p text, taken from it.
std::optional<std::string> takeDay(std::string_view& text)
{
    const std::string year = takeNumber(text, 4, 4);
    if (year.empty() || !takeAny(text, "-/."))
        return std::nullopt;
    const std::string month = takeNumber(text, 1, 2);
    if (month.empty() || !takeAny(text, "-/."))
        return std::nullopt;
    const std::string day = takeNumber(text, 1, 2);
    std::string date = year + '-' + month + '-' + day;
    return !day.empty() && isVendorDate(date) ? std::optional(std::move(date)) : std::nullopt;
}

/// The time that is left of @p text; midnight where there is none and @p mayLack.
std::optional<std::string> takeTime(std::string_view text, bool mayLack)
{
    if (text.empty())
        return mayLack ? std::optional<std::string>("00:00:00") : std::nullopt;
    if (!takeAny(text, " T"))
        return std::nullopt;
    text = trimmed(text);
    const std::string hour = takeNumber(text, 1, 2);
    if (hour.empty() || !takeAny(text, ":"))
        return std::nullopt;
    const std::string minute = takeNumber(text, 2, 2);
    std::string second = "00";
    if (!text.empty()) {
        if (!takeAny(text, ":"))
            return std::nullopt;
        second = takeNumber(text, 2, 2);
    }
    if (minute.empty() || second.empty() || !text.empty())
        return std::nullopt;
    return hour + ':' + minute + ':' + second;
}

} // namespace

std::string_view campaignFieldName(CampaignField field)
{
    return namesOf(field).wire;
}

std::string_view campaignFieldChineseName(CampaignField field)
{
    return namesOf(field).chinese;
}

std::string_view campaignFieldEnglishName(CampaignField field)
{
    return namesOf(field).english;
}

std::string_view campaignFieldLabel(CampaignField field)
{
    return isChinese() ? namesOf(field).chinese : namesOf(field).english;
}

std::string& valueOf(CampaignEdit& edit, CampaignField field)
{
    return edit.*namesOf(field).edit;
}

const std::string& valueOf(const CampaignEdit& edit, CampaignField field)
{
    return edit.*namesOf(field).edit;
}

std::string_view valueOf(const Campaign& campaign, CampaignField field)
{
    return campaign.*namesOf(field).read;
}

bool mayBeCut(CampaignField field, std::string_view read)
{
    const bool isShort = field == CampaignField::Code || field == CampaignField::TypeCode ||
                         field == CampaignField::Information;
    return isShort && characterCount(read) == queriedCharacters;
}

std::string campaignStatusWord(std::string_view status)
{
    for (const StatusWords& words : statuses) {
        if (status == words.wire)
            return std::string(isChinese() ? words.chinese : words.english);
    }
    return std::string(status);
}

std::optional<std::string> campaignStatusOf(std::string_view cell)
{
    const std::string folded = foldedHeading(cell);
    for (const StatusWords& words : statuses) {
        if (folded == words.wire || folded == words.chinese || folded == words.english)
            return std::string(words.wire);
    }
    for (const auto& [word, wire] :
         {std::pair{"上线", "1"}, {"暂停", "2"}, {"已中止", "2"}, {"已结束", "3"}, {"running", "1"}}) {
        if (folded == word)
            return wire;
    }
    return std::nullopt;
}

std::optional<std::string> vendorDateOf(std::string_view cell)
{
    const std::string plain = plainDay(cell);
    std::string_view rest = plain;
    auto date = takeDay(rest);
    const auto time = takeTime(rest, true);
    return date && time == "00:00:00" ? date : std::nullopt;
}

std::optional<std::string> vendorDateTimeOf(std::string_view cell)
{
    const std::string plain = plainDay(cell);
    std::string_view rest = plain;
    const auto date = takeDay(rest);
    const auto time = takeTime(rest, false);
    if (!date || !time)
        return std::nullopt;
    std::string moment = *date + ' ' + *time;
    return isVendorDateTime(moment) ? std::optional(std::move(moment)) : std::nullopt;
}

} // namespace rangedesk
