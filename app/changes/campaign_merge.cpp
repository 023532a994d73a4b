// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/campaign_merge.h"

#include "core/text.h"

#include <QStringList>
#include <set>

namespace rangedesk {

namespace {

/// By id, else by code, else by name: the server may leave any of them out (api.md 5).
std::set<std::pair<SelectBy, std::string>> keysOf(const CampaignBase& base)
{
    std::set<std::pair<SelectBy, std::string>> keys;
    for (const CampaignBase::Department& department : base.departments)
        keys.insert(!department.id.empty()     ? std::pair(SelectBy::Id, department.id)
                    : !department.code.empty() ? std::pair(SelectBy::Code, department.code)
                                               : std::pair(SelectBy::Name, department.name));
    return keys;
}

QString namesOf(const CampaignBase& base)
{
    QStringList names;
    for (const CampaignBase::Department& department : base.departments)
        names << toQString(department.name.empty() ? department.code : department.name);
    return names.join(QStringLiteral(", "));
}

/// The departments alone, as a wish.
CampaignWish departmentsOf(const CampaignWish& wish)
{
    CampaignWish only;
    only.departments = wish.departments;
    return only;
}

} // namespace

std::vector<MovedValue> movedValues(const CampaignBase& base, const CampaignWish& mine,
                                    const CampaignBase& now)
{
    std::vector<MovedValue> moved;
    for (const CampaignField field : campaignFields) {
        const std::string& before = valueOf(base.edit, field);
        const std::string& theirs = valueOf(now.edit, field);
        if (before == theirs)
            continue;
        const std::string& wished = mine[field] ? *mine[field] : before;
        const auto kind = wished == before                    ? MovedValue::Kind::OnlyThere
                          : showsValue(field, theirs, wished) ? MovedValue::Kind::Alike
                                                              : MovedValue::Kind::Conflict;
        // Whole: what differs may stand at the end.
        const auto shown = [field](const std::string& value) {
            return toQString(field == CampaignField::Status ? campaignStatusWord(value) : value);
        };
        moved.push_back({kind, field, shown(before), shown(wished), shown(theirs)});
    }
    if (keysOf(base) == keysOf(now))
        return moved;
    const CampaignWish departments = departmentsOf(mine);
    const bool isMine = departments.departments && !differences(departments, base).isEmpty();
    const bool isAlike = isMine && differences(departments, now).isEmpty();
    QString names = namesOf(base);
    if (isMine) {
        QStringList texts;
        for (const std::string& name : departments.departments->names)
            texts << toQString(name);
        names = texts.join(QStringLiteral(", "));
    }
    moved.push_back({!isMine   ? MovedValue::Kind::OnlyThere
                     : isAlike ? MovedValue::Kind::Alike
                               : MovedValue::Kind::Conflict,
                     std::nullopt, namesOf(base), names, namesOf(now)});
    return moved;
}

} // namespace rangedesk
