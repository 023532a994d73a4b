// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/campaign_rows.h"

#include "core/campaign_field.h"
#include "core/text.h"
#include "core/vendor_time.h"
#include "models/roles.h"

#include <QCoreApplication>
#include <set>
#include <unordered_map>

namespace rangedesk {

namespace {

struct CampaignText
{
    Q_DECLARE_TR_FUNCTIONS(CampaignText)
};

bool isFigure(CampaignModel::Column column)
{
    return column == CampaignModel::Column::Covered || column == CampaignModel::Column::Notified ||
           column == CampaignModel::Column::Registered;
}

QString wholeSpan(const Campaign& campaign)
{
    return CampaignText::tr("%1 to %2").arg(toQString(campaign.startDate), toQString(campaign.endDate));
}

/// The year of the end only where it is another.
QString shortSpan(const QString& start, const QString& end)
{
    constexpr int yearPart = 5; // with its hyphen
    const bool sameYear = end.size() > yearPart && start.left(yearPart) == end.left(yearPart);
    return start + QStringLiteral(" – ") + (sameYear ? end.mid(yearPart) : end);
}

/// Whether one of its lists holds a customer by any part of name, code or ids.
bool hasCustomer(const Campaign& campaign, std::string_view word)
{
    const auto isNamed = [word](const NamedEntry& c) {
        return holdsFolded(c.name, word) || holdsFolded(c.code, word) || holdsFolded(c.id, word) ||
               holdsFolded(c.sourceCode, word);
    };
    const auto holds = [&isNamed](const std::vector<NamedEntry>& list) {
        return std::any_of(list.begin(), list.end(), isNamed);
    };
    return holds(campaign.covered) || holds(campaign.notified) || holds(campaign.registered);
}

/// Where the campaign and today lie on the axis of all campaigns; empty where a date is none.
QVariantList spanOn(const std::pair<QDate, QDate>& axis, const Campaign& campaign)
{
    const QDate start = QDate::fromString(toQString(campaign.startDate), Qt::ISODate);
    const QDate end = QDate::fromString(toQString(campaign.endDate), Qt::ISODate);
    if (!start.isValid() || !end.isValid() || end < start || !axis.first.isValid() || !axis.second.isValid())
        return {};
    const auto days = static_cast<double>(std::max<qint64>(1, axis.first.daysTo(axis.second)));
    const auto at = [&](const QDate& date) { return static_cast<double>(axis.first.daysTo(date)) / days; };
    return {at(start), at(end), at(QDate::currentDate())};
}

QVariant alignment(CampaignModel::Column column)
{
    return QVariant((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

Mark markOf(CampaignState state)
{
    switch (state) {
    case CampaignState::Online:
        return Mark::Online;
    case CampaignState::Suspended:
        return Mark::Paused;
    case CampaignState::Ended:
        return Mark::Ended;
    case CampaignState::Other:
        break;
    }
    return Mark::Warning;
}

} // namespace

CampaignState campaignState(const Campaign& campaign)
{
    if (campaign.eventStatus == "1")
        return CampaignState::Online;
    if (campaign.eventStatus == "2")
        return CampaignState::Suspended;
    return campaign.eventStatus == "3" ? CampaignState::Ended : CampaignState::Other;
}

QString campaignStateWord(const Campaign& campaign)
{
    switch (campaignState(campaign)) {
    case CampaignState::Online:
        return CampaignText::tr("Online");
    case CampaignState::Suspended:
        return CampaignText::tr("Suspended");
    case CampaignState::Ended:
        return CampaignText::tr("Ended");
    case CampaignState::Other:
        break;
    }
    return campaign.eventStatus.empty() ? CampaignText::tr("Not filled") : toQString(campaign.eventStatus);
}

std::pair<QDate, QDate> withToday(std::pair<QDate, QDate> span, const QDate& today)
{
    if (!span.first.isValid() || !span.second.isValid())
        return span;
    const qint64 length = std::max<qint64>(span.first.daysTo(span.second), 0) + 1;
    if (today < span.first && today.daysTo(span.first) <= length)
        span.first = today;
    if (today > span.second && span.second.daysTo(today) <= length)
        span.second = today;
    return span;
}

std::pair<QDate, QDate> axisOf(const CampaignDays& days, const QDate& today)
{
    constexpr int yearsInSight = 5; // a bar of some weeks is still one
    constexpr int yearsShown = 3;   // around today, however few campaigns there are
    constexpr int mostYears = 30;   // from today: what lies farther off is no date that was meant
    constexpr std::size_t few = 4;  // of so few none is the odd one out
    if (days.empty())
        return {};
    std::vector<QDate> starts;
    QDate first = days.front().first;
    QDate last = days.front().second;
    for (const auto& [start, end] : days) {
        first = std::min(first, start);
        last = std::max(last, end);
        starts.push_back(start);
    }
    if (last <= first.addYears(yearsInSight))
        return withToday({first, last}, today);
    // When campaigns begin tells where they are; ends are often left open.
    const std::size_t odd = starts.size() < few ? 0 : (starts.size() + 19) / 20;
    std::sort(starts.begin(), starts.end());
    const QDate early = std::min(starts[odd], today.addYears(-yearsShown));
    const QDate late = std::max(starts[starts.size() - 1 - odd].addYears(1), today.addYears(yearsShown));
    const std::pair near{std::max({first, early, today.addYears(-mostYears)}),
                         std::min({last, late, today.addYears(mostYears)})};
    return withToday(near.first <= near.second ? near : std::pair(first, std::min(last, first.addYears(1))),
                     today);
}

CampaignRows::CampaignRows(const std::shared_ptr<const CampaignRows>& earlier,
                           const std::vector<ListItem<Campaign>>& read)
{
    std::unordered_map<std::string, std::size_t> places;
    const auto take = [&](const ListItem<Campaign>& item) {
        const auto [place, isNew] = places.emplace(campaignKey(*item.value), m_items.size());
        if (isNew) {
            m_items.push_back(item);
            m_keys.push_back(std::hash<std::string>()(place->first));
        } else {
            m_items[place->second] = item;
        }
    };
    // A campaign whose code was changed is the same: the external id tells it.
    std::unordered_map<std::string, std::set<std::string>> readAgain;
    for (const ListItem<Campaign>& item : read) {
        if (!item.value->sourceCode.empty())
            readAgain[std::string(item.value->sourceCode)].insert(campaignKey(*item.value));
    }
    if (earlier) {
        m_superseded = earlier->m_superseded;
        for (const ListItem<Campaign>& item : earlier->m_items) {
            const auto again = readAgain.find(std::string(item.value->sourceCode));
            if (again == readAgain.end() || again->second.contains(campaignKey(*item.value)))
                take(item);
            else
                m_superseded.push_back(campaignKey(*item.value));
        }
    }
    for (const ListItem<Campaign>& item : read)
        take(item);
    std::erase_if(m_superseded, [&places](const std::string& key) { return places.contains(key); });
    CampaignDays days;
    for (const ListItem<Campaign>& item : m_items) {
        const QDate start = vendorDay(item.value->startDate);
        const QDate end = vendorDay(item.value->endDate);
        if (start.isValid() && end.isValid() && start <= end)
            days.emplace_back(start, end);
        m_campaignCounts.push_back(countsOf(*item.value));
        appendSounds(m_sounds.emplace_back(), item.value->name);
    }
    m_span = axisOf(days, QDate::currentDate());
}

std::int64_t CampaignRows::count(Facet facet) const
{
    std::int64_t count = 0;
    for (std::uint32_t row = 0; row < m_items.size(); ++row)
        count += (facets(row) & facet) != 0 ? 1 : 0;
    return count;
}

QString CampaignRows::departments(std::uint32_t row) const
{
    QStringList names;
    for (const NamedEntry& department : campaign(row).departments)
        names << toQString(department.name);
    return names.join(CampaignText::tr(", "));
}

double CampaignRows::rate(std::uint32_t row) const
{
    return counts(row).rate();
}

std::uint32_t CampaignRows::facets(std::uint32_t row) const
{
    return 1U << static_cast<std::uint32_t>(campaignState(campaign(row)));
}

RowSource::Matcher CampaignRows::matcher(const std::string& word) const
{
    for (const std::string_view prefix : {"customer:", "客户:"}) {
        if (word.starts_with(prefix))
            return [this, name = word.substr(prefix.size())](std::uint32_t row) {
                return hasCustomer(campaign(row), name);
            };
    }
    const bool canSound = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
    return [this, word, canSound](std::uint32_t row) {
        const Campaign& c = campaign(row);
        const std::span<const Sound> sounds = m_sounds[row];
        for (std::size_t from = 0; canSound && from < sounds.size(); ++from) {
            if (soundsNamed(sounds.subspan(from), word) > 0)
                return true;
        }
        for (const std::string_view text : {c.name, c.code, c.sourceCode, c.typeName, c.typeCode, c.startDate,
                                            c.endDate, c.registerUrl, c.eventInformation}) {
            if (holdsFolded(text, word))
                return true;
        }
        const auto isNamed = [&](const NamedEntry& d) {
            return holdsFolded(d.name, word) || holdsFolded(d.code, word) || holdsFolded(d.id, word);
        };
        return holdsFolded(toUtf8(campaignStateWord(c)), word) ||
               std::any_of(c.departments.begin(), c.departments.end(), isNamed);
    };
}

std::string CampaignRows::sortKey(std::uint32_t row, int column) const
{
    const Campaign& c = campaign(row);
    switch (static_cast<CampaignModel::Column>(column)) {
    case CampaignModel::Column::State:
        return std::string(c.eventStatus);
    case CampaignModel::Column::Name:
        return textKey(c.name);
    case CampaignModel::Column::Dates:
        return std::string(c.startDate);
    case CampaignModel::Column::Covered:
        return numberKey(static_cast<std::int64_t>(counts(row).covered));
    case CampaignModel::Column::Notified:
        return numberKey(static_cast<std::int64_t>(counts(row).notified));
    case CampaignModel::Column::Registered:
        return numberKey(static_cast<std::int64_t>(counts(row).registered));
    case CampaignModel::Column::Rate:
        return numberKey(static_cast<std::int64_t>(rate(row) * 1e6));
    case CampaignModel::Column::Code:
        return std::string(c.code);
    case CampaignModel::Column::SourceCode:
        return std::string(c.sourceCode);
    case CampaignModel::Column::Type:
        return textKey(c.typeName);
    case CampaignModel::Column::Departments:
        return textKey(toUtf8(departments(row)));
    case CampaignModel::Column::Start:
        return std::string(c.startDate);
    case CampaignModel::Column::End:
        return std::string(c.endDate);
    case CampaignModel::Column::Page:
        return std::string(c.registerUrl);
    case CampaignModel::Column::Count:
        break;
    }
    return {};
}

int CampaignModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant CampaignModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::State:
        return CampaignText::tr("State");
    case Column::Name:
        return CampaignText::tr("Campaign");
    case Column::Dates:
        return CampaignText::tr("From, to");
    case Column::Covered:
        return CampaignText::tr("Covered");
    case Column::Notified:
        return CampaignText::tr("Notified");
    case Column::Registered:
        return CampaignText::tr("Registered");
    case Column::Rate:
        return CampaignText::tr("Registration rate");
    case Column::Code:
        return CampaignText::tr("Campaign code");
    case Column::SourceCode:
        return CampaignText::tr("External id");
    case Column::Type:
        return CampaignText::tr("Type");
    case Column::Departments:
        return CampaignText::tr("Departments");
    case Column::Start:
        return CampaignText::tr("Start date");
    case Column::End:
        return CampaignText::tr("End date");
    case Column::Page:
        return toQString(campaignFieldLabel(CampaignField::RegisterUrl));
    case Column::Count:
        break;
    }
    return {};
}

QVariant CampaignModel::display(const CampaignRows& rows, std::uint32_t row, Column column) const
{
    const Campaign& c = rows.campaign(row);
    switch (column) {
    case Column::State:
        return campaignStateWord(c);
    case Column::Name:
        return toQString(c.name);
    case Column::Dates:
        return shortSpan(toQString(c.startDate), toQString(c.endDate));
    case Column::Covered:
        return static_cast<qlonglong>(rows.counts(row).covered);
    case Column::Notified:
        return static_cast<qlonglong>(rows.counts(row).notified);
    case Column::Registered:
        return static_cast<qlonglong>(rows.counts(row).registered);
    case Column::Rate:
        return rows.rate(row) < 0 ? CampaignText::tr("nobody notified")
                                  : QString::number(rows.rate(row) * 100, 'f', 1) + QLatin1Char('%');
    case Column::Code:
        return toQString(c.code);
    case Column::SourceCode:
        return toQString(c.sourceCode);
    case Column::Type:
        return (toQString(c.typeName) + QLatin1Char(' ') + toQString(c.typeCode)).trimmed();
    case Column::Departments:
        return rows.departments(row);
    case Column::Start:
        return toQString(c.startDate);
    case Column::End:
        return toQString(c.endDate);
    case Column::Page:
        return toQString(c.registerUrl);
    case Column::Count:
        break;
    }
    return {};
}

QVariant CampaignModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const auto rows = this->rows();
    const Campaign& c = rows->campaign(row);
    const auto column = static_cast<Column>(columnIndex);
    switch (role) {
    case Qt::DisplayRole:
        return display(*rows, row, column);
    case Qt::TextAlignmentRole:
        return alignment(column);
    case MarkRole:
        return static_cast<int>(markOf(campaignState(c)));
    case SecondLineRole:
        return column == Column::Name
                   ? QVariant(toQString(c.code) + QStringLiteral("   ") + rows->departments(row))
                   : QVariant();
    case ExportRole:
        return column == Column::Dates ? QVariant(wholeSpan(c)) : QVariant();
    case SpanRole:
        return column == Column::Dates ? QVariant(spanOn(rows->span(), c)) : QVariant();
    case FadedRole: // the bar of what is over
        return column == Column::Dates && campaignState(c) == CampaignState::Ended;
    case FractionRole:
        return column == Column::Rate ? QVariant(rows->rate(row)) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == Column::Dates)
            return wholeSpan(c);
        return column == Column::Name ? toQString(c.name) + QStringLiteral(", ") + toQString(c.code)
                                      : display(*rows, row, column).toString();
    default:
        return {};
    }
}

} // namespace rangedesk
