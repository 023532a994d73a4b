// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/campaign_wish.h"

#include "core/language.h"
#include "core/text.h"
#include "core/vendor_rules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rangedesk {

namespace {

constexpr std::size_t departmentCharacters = 100;

QString departmentsName(SelectBy by)
{
    return QStringLiteral("dept_") + toQString(selectBySuffix(by));
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

/// Whether departments can be sent by this.
bool fit(const std::vector<std::string>& names)
{
    const bool isNamed = std::none_of(names.begin(), names.end(), [](const std::string& name) {
        return name.empty() || name.find(',') != std::string::npos;
    });
    return isNamed && characterCount(joined(names)) <= departmentCharacters;
}

/// Which of the wire's parameters a row says itself.
bool isWished(const CampaignWish& wish, const std::string& parameter)
{
    for (const CampaignField field : campaignFields) {
        if (parameter == campaignFieldName(field))
            return wish[field].has_value();
    }
    return parameter.starts_with("dept_") && wish.departments.has_value();
}

std::vector<std::string> sorted(std::vector<std::string> names)
{
    std::sort(names.begin(), names.end());
    return names;
}

class Fnv
{
public:
    void add(std::string_view text)
    {
        for (const char c : text)
            m_hash = (m_hash ^ static_cast<unsigned char>(c)) * 16777619U;
        m_hash = (m_hash ^ 31U) * 16777619U;
    }
    std::uint32_t take() const { return m_hash == 0 ? 1 : m_hash; }

private:
    std::uint32_t m_hash = 2166136261U; // the same on every machine and in every version
};

} // namespace

std::optional<CampaignDepartments> keptDepartments(const CampaignBase& base)
{
    for (const SelectBy by : {SelectBy::Id, SelectBy::Code}) {
        CampaignDepartments kept{by, base.departmentsBy(by)};
        if (fit(kept.names))
            return kept;
    }
    return std::nullopt;
}

bool CampaignWish::isEmpty() const
{
    return !departments && std::none_of(values.begin(), values.end(), [](const auto& v) { return !!v; });
}

std::string wishToJson(const CampaignWish& wish)
{
    QJsonObject object;
    for (const CampaignField field : campaignFields) {
        if (wish[field])
            object[toQString(campaignFieldName(field))] = toQString(*wish[field]);
    }
    if (wish.departments) {
        QJsonArray names;
        for (const std::string& name : wish.departments->names)
            names.append(toQString(name));
        object[departmentsName(wish.departments->by)] = names;
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<CampaignWish> wishFromJson(std::string_view text)
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    CampaignWish wish;
    for (const CampaignField field : campaignFields) {
        const QJsonValue value = object[toQString(campaignFieldName(field))];
        if (value.isString())
            wish[field] = toUtf8(value.toString());
    }
    for (const SelectBy by : {SelectBy::Id, SelectBy::Code, SelectBy::Name}) {
        const QJsonValue value = object[departmentsName(by)];
        if (!value.isArray())
            continue;
        wish.departments = CampaignDepartments{by, {}};
        const QJsonArray names = value.toArray();
        for (const auto& name : names)
            wish.departments->names.push_back(toUtf8(name.toString()));
    }
    return wish;
}

CampaignBase CampaignBase::of(const Campaign& campaign)
{
    CampaignBase base;
    base.edit.sourceCode = campaign.sourceCode;
    for (const CampaignField field : campaignFields)
        valueOf(base.edit, field) = valueOf(campaign, field);
    // "To the day", as the page says; some servers add a time.
    for (std::string* date : {&base.edit.startDate, &base.edit.endDate}) {
        if (auto day = vendorDateOf(*date))
            *date = std::move(*day);
    }
    base.hasDepartments = campaign.hasDepartments;
    for (const NamedEntry& department : campaign.departments)
        base.departments.push_back(
            {std::string(department.id), std::string(department.code), std::string(department.name)});
    return base;
}

std::uint32_t CampaignBase::digest() const
{
    Fnv hash;
    for (const CampaignField field : campaignFields)
        hash.add(valueOf(edit, field));
    std::vector<std::string> names;
    names.reserve(departments.size());
    for (const Department& department : departments)
        names.push_back(department.id + '|' + department.code + '|' + department.name);
    for (const std::string& name : sorted(std::move(names)))
        hash.add(name);
    if (!hasDepartments)
        hash.add("untold");
    return hash.take();
}

std::vector<std::string> CampaignBase::departmentsBy(SelectBy by) const
{
    std::vector<std::string> names;
    names.reserve(departments.size());
    for (const Department& department : departments)
        names.push_back(by == SelectBy::Id     ? department.id
                        : by == SelectBy::Code ? department.code
                                               : department.name);
    return names;
}

std::variant<CampaignEdit, CampaignObstacle> merged(const std::string& sourceCode, const CampaignWish& wish,
                                                    const CampaignBase* base)
{
    CampaignEdit edit = base != nullptr ? base->edit : CampaignEdit();
    edit.sourceCode = sourceCode;
    for (const CampaignField field : campaignFields) {
        if (wish[field])
            valueOf(edit, field) = *wish[field];
        else if (base != nullptr && mayBeCut(field, valueOf(edit, field)))
            return CampaignObstacle{CampaignObstacle::Kind::MaybeCut,
                                    {Violation::Kind::Missing,
                                     Operation::AddOrUpdateCampaign,
                                     std::string(campaignFieldName(field)),
                                     valueOf(edit, field),
                                     {}}};
    }
    std::optional<CampaignDepartments> departments = wish.departments;
    if (departments && departments->names.empty())
        departments.reset(); // none at all would take away those that are there
    if (!departments && base != nullptr) {
        if (!base->hasDepartments) // none sent would take away those that are there (api.md 13)
            return CampaignObstacle{CampaignObstacle::Kind::DepartmentsUntold};
        departments = keptDepartments(*base);
        if (!departments)
            return CampaignObstacle{CampaignObstacle::Kind::DepartmentsTooLong};
    }
    if (departments) {
        edit.departmentsBy = departments->by;
        edit.departments = std::move(departments->names);
    }
    for (const Violation& violation : validate(toWire(edit))) {
        // Where the end lies before the start, either of them may be the row's.
        const bool isOwn = base == nullptr || isWished(wish, violation.field) ||
                           (violation.kind == Violation::Kind::EndBeforeStart &&
                            (wish[CampaignField::StartDate] || wish[CampaignField::EndDate]));
        return CampaignObstacle{
            isOwn ? CampaignObstacle::Kind::Violation : CampaignObstacle::Kind::ServerValue, violation};
    }
    return edit;
}

bool showsValue(CampaignField field, std::string_view now, std::string_view wished)
{
    return now == wished || (mayBeCut(field, now) && wished.starts_with(now));
}

bool shows(const CampaignBase& now, const CampaignWish& wish)
{
    const bool hasValues =
        std::all_of(campaignFields.begin(), campaignFields.end(), [&](CampaignField field) {
            return !wish[field] || showsValue(field, valueOf(now.edit, field), *wish[field]);
        });
    return hasValues && (!wish.departments ||
                         sorted(now.departmentsBy(wish.departments->by)) == sorted(wish.departments->names));
}

CampaignWish differences(const CampaignWish& wish, const CampaignBase& base)
{
    CampaignWish different;
    for (const CampaignField field : campaignFields) {
        if (wish[field] && *wish[field] != valueOf(base.edit, field))
            different[field] = wish[field];
    }
    CampaignWish departments;
    departments.departments = wish.departments;
    if (!shows(base, departments))
        different.departments = wish.departments;
    return different;
}

CampaignWish baseOf(const CampaignWish& wish, const CampaignBase& base)
{
    CampaignWish before;
    for (const CampaignField field : campaignFields) {
        const std::string& value = valueOf(base.edit, field);
        if (wish[field] && !mayBeCut(field, value))
            before[field] = value;
    }
    if (wish.departments && base.hasDepartments && !base.departments.empty()) // an empty list cannot be sent
        before.departments = keptDepartments(base);
    return before;
}

std::string shownValue(CampaignField field, const std::string& value)
{
    if (field == CampaignField::Status)
        return campaignStatusWord(value);
    return toUtf8(excerpt(value, 60));
}

QString describe(const CampaignWish& wish)
{
    QStringList parts;
    const QString colon = isChinese() ? QStringLiteral("：") : QStringLiteral(": ");
    for (const CampaignField field : campaignFields) {
        if (wish[field])
            parts << toQString(campaignFieldLabel(field)) + colon +
                         toQString(shownValue(field, *wish[field]));
    }
    if (wish.departments)
        parts << (isChinese() ? QStringLiteral("归属部门") : QStringLiteral("Departments")) + colon +
                     toQString(joined(wish.departments->names));
    return parts.join(isChinese() ? QStringLiteral("；") : QStringLiteral("; "));
}

void keepRetyped(const CampaignWish& given, const CampaignBase& base, CampaignWish& wish)
{
    for (const CampaignField field : campaignFields) {
        if (given[field] && !wish[field] && mayBeCut(field, valueOf(base.edit, field)))
            wish[field] = given[field];
    }
}

std::size_t countOf(const CampaignWish& wish)
{
    const auto values = std::count_if(wish.values.begin(), wish.values.end(),
                                      [](const auto& value) { return value.has_value(); });
    return static_cast<std::size_t>(values) + (wish.departments ? 1 : 0);
}

std::pair<QString, QString> describeChange(const CampaignWish& wish, const CampaignBase* base)
{
    if (base == nullptr)
        return {{}, describe(wish)};
    const CampaignWish different = differences(wish, *base);
    CampaignWish before;
    for (const CampaignField field : campaignFields) {
        if (different[field])
            before[field] = valueOf(base->edit, field);
    }
    if (different.departments)
        before.departments =
            CampaignDepartments{different.departments->by, base->departmentsBy(different.departments->by)};
    QString after = describe(different);
    if (countOf(different) == 1) {
        const QString colon = isChinese() ? QStringLiteral("：") : QStringLiteral(": ");
        after = after.mid(after.indexOf(colon) + colon.size());
    }
    return {describe(before), after};
}

std::uint32_t digestOf(std::string_view text)
{
    Fnv hash;
    hash.add(text);
    return hash.take();
}

} // namespace rangedesk
