// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/campaign_field.h"
#include "core/violation.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What a row says of a campaign, what the server held of it, and what is sent of both: an update replaces
// everything, so that what the row does not say is sent as it was read (api.md 13).
namespace rangedesk {

/// Departments of a campaign, all named in one way.
struct CampaignDepartments
{
    SelectBy by = SelectBy::Id;
    std::vector<std::string> names;

    bool operator==(const CampaignDepartments&) const = default;
};

/// What a campaign is to become; what is not set stays as it is.
struct CampaignWish
{
    std::array<std::optional<std::string>, static_cast<std::size_t>(CampaignField::Count)> values;
    std::optional<CampaignDepartments> departments;

    std::optional<std::string>& operator[](CampaignField field)
    {
        return values.at(static_cast<std::size_t>(field));
    }
    const std::optional<std::string>& operator[](CampaignField field) const
    {
        return values.at(static_cast<std::size_t>(field));
    }
    bool isEmpty() const;
    bool operator==(const CampaignWish&) const = default;
};

/// As compact JSON with the wire's names, for files of ours.
std::string wishToJson(const CampaignWish& wish);
/// Empty where it is no such text.
std::optional<CampaignWish> wishFromJson(std::string_view text);

/// A campaign as it was read, without its customers.
struct CampaignBase
{
    CampaignEdit edit; ///< all but the departments
    struct Department
    {
        std::string id;
        std::string code;
        std::string name;
    };
    std::vector<Department> departments;
    bool hasDepartments = true; ///< false: the server did not tell (all of) them

    static CampaignBase of(const Campaign& campaign);
    /// Of everything: equal where nothing moved. Never 0.
    std::uint32_t digest() const;
    std::vector<std::string> departmentsBy(SelectBy by) const;
};

/// Why nothing can be sent of a wish.
struct CampaignObstacle
{
    enum class Kind : std::uint8_t {
        Violation,          ///< of what the row says
        ServerValue,        ///< of what the server holds and the row leaves as it is
        MaybeCut,           ///< a value that is kept may have been cut by the query
        DepartmentsTooLong, ///< those that are kept fit neither by id nor by code
        DepartmentsUntold,  ///< the server did not tell which there are
    };
    Kind kind = Kind::Violation;
    Violation violation = {};
};

/// The whole campaign as it is sent. @param base nullptr for a new one
std::variant<CampaignEdit, CampaignObstacle> merged(const std::string& sourceCode, const CampaignWish& wish,
                                                    const CampaignBase* base);

/// The departments of a campaign as they can be sent back: by id, else by code; nothing where neither goes.
std::optional<CampaignDepartments> keptDepartments(const CampaignBase& base);

/// Whether the server shows what is wished, as far as its query shows it: a value cut to 32 characters is
/// taken as the longer one that begins so.
bool shows(const CampaignBase& now, const CampaignWish& wish);
bool showsValue(CampaignField field, std::string_view now, std::string_view wished);

/// Of a wish, what differs from what the server holds.
CampaignWish differences(const CampaignWish& wish, const CampaignBase& base);

/// The values that the server holds of those that a wish sets; a field that may have been cut is left out.
CampaignWish baseOf(const CampaignWish& wish, const CampaignBase& base);

/// Adds to a wish what another one gave anew because the query may have cut it: it is whole there only.
void keepRetyped(const CampaignWish& given, const CampaignBase& base, CampaignWish& wish);

/// How many values it sets.
std::size_t countOf(const CampaignWish& wish);

/// "Campaign name: A; Status: online": for people.
QString describe(const CampaignWish& wish);
/// Old and new values of what a wish changes, in words; a single new value stands without its name.
/// @param base nullptr for a new campaign: then the old ones are empty
std::pair<QString, QString> describeChange(const CampaignWish& wish, const CampaignBase* base);
/// The value as people read it.
std::string shownValue(CampaignField field, const std::string& value);

/// A row of a sheet of campaigns.
struct CampaignRow
{
    enum class Mode : std::uint8_t { Either, NewOnly, ChangeOnly };
    Mode mode = Mode::Either;
    CampaignWish wish;
    std::optional<CampaignWish> expected; ///< what the server must hold, in a change set
    bool expectsAbsent = false;
    std::shared_ptr<const CampaignBase> base; ///< as read for the comparison; nullptr where it is new
};

/// A row of a sheet of registrations.
struct RegistrationRow
{
    std::string time;
    std::string information;
    std::uint32_t group = 0; ///< equal for rows that may share a request (decisions 19)
};

/// For comparing merchant information. Never 0.
std::uint32_t digestOf(std::string_view text);

} // namespace rangedesk
