// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison_rows.h"

#include "core/text.h"
#include "models/mark.h"
#include "models/roles.h"
#include "models/tool_tip.h"
#include "registrations/review_export.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ComparisonText
{
    Q_DECLARE_TR_FUNCTIONS(ComparisonText)
};

constexpr std::array campaignLists{Covered, Notified, Registered};

constexpr int firstCampaign = static_cast<int>(ComparisonModel::Column::FirstCampaign);

Mark markOf(std::uint8_t lists)
{
    if ((lists & Registered) != 0)
        return Mark::Accepted;
    return (lists & Notified) != 0 ? Mark::Waiting : lists != 0 ? Mark::Same : Mark::None;
}

} // namespace

QString furthestWord(std::uint8_t lists)
{
    if ((lists & Registered) != 0)
        return ComparisonText::tr("Registered");
    if ((lists & Notified) != 0)
        return ComparisonText::tr("Notified");
    return (lists & Covered) != 0 ? ComparisonText::tr("Covered") : QString();
}

std::uint32_t ComparisonRows::facetOf(std::size_t campaign, CampaignLists list)
{
    const auto place = std::find(campaignLists.begin(), campaignLists.end(), list) - campaignLists.begin();
    return 1U << (campaign * campaignLists.size() + static_cast<std::size_t>(place));
}

std::int64_t ComparisonRows::count(Facet facet) const
{
    const auto& in = m_comparison->registeredIn();
    const std::size_t all = m_comparison->campaignCount();
    switch (facet) {
    case InAll:
        return static_cast<std::int64_t>(in.at(all));
    case InOne:
        return static_cast<std::int64_t>(in[1]);
    case InNone:
        return static_cast<std::int64_t>(in[0]);
    case InSeveral:
        break;
    }
    std::size_t several = 0;
    for (std::size_t i = 2; i < all; ++i)
        several += in.at(i);
    return static_cast<std::int64_t>(several);
}

std::uint32_t ComparisonRows::facets(std::uint32_t row) const
{
    const CampaignComparison::Customer& customer = m_comparison->at(row);
    const std::size_t all = m_comparison->campaignCount();
    std::uint32_t facets = customer.registeredIn == 0     ? InNone
                           : customer.registeredIn == all ? InAll
                           : customer.registeredIn == 1   ? InOne
                                                          : InSeveral;
    for (std::size_t i = 0; i < all; ++i) {
        for (const CampaignLists list : campaignLists)
            facets |= (customer.lists.at(i) & list) != 0 ? facetOf(i, list) : 0U;
    }
    return facets;
}

RowSource::Matcher ComparisonRows::matcher(const std::string& word) const
{
    return [this, word](std::uint32_t row) {
        const CampaignComparison::Customer& customer = m_comparison->at(row);
        return holdsFolded(customer.name, word) || holdsFolded(customer.code, word) ||
               holdsFolded(customer.id, word);
    };
}

std::string ComparisonRows::sortKey(std::uint32_t row, int column) const
{
    const CampaignComparison::Customer& customer = m_comparison->at(row);
    switch (static_cast<ComparisonModel::Column>(column)) {
    case ComparisonModel::Column::Customer:
        return textKey(customer.name);
    case ComparisonModel::Column::Code:
        return std::string(customer.code);
    case ComparisonModel::Column::RegisteredIn:
        return numberKey(customer.registeredIn);
    case ComparisonModel::Column::FirstCampaign:
        break;
    }
    const auto campaign = static_cast<std::size_t>(column - firstCampaign);
    return campaign < mostCompared ? numberKey(customer.lists.at(campaign)) : std::string();
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : firstCampaign + static_cast<int>(m_campaigns.size());
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    const bool isFigure = column == Column::RegisteredIn;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Column::Customer:
        return ComparisonText::tr("Customer");
    case Column::Code:
        return ComparisonText::tr("Code");
    case Column::RegisteredIn:
        return ComparisonText::tr("Registered for");
    case Column::FirstCampaign:
        break;
    }
    const QString campaign = m_campaigns.value(section - firstCampaign);
    return role == Qt::ToolTipRole ? toolTipText(campaign) : campaign; // a head shows it as it comes
}

QVariant ComparisonModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const CampaignComparison::Customer& customer = rows()->customer(row);
    const auto column = static_cast<Column>(columnIndex);
    if (role == Qt::TextAlignmentRole)
        return headerData(columnIndex, Qt::Horizontal, role);
    if (columnIndex >= firstCampaign) {
        const std::uint8_t lists = customer.lists.at(static_cast<std::size_t>(columnIndex - firstCampaign));
        if (role == Qt::DisplayRole)
            return lists == 0 ? QStringLiteral("–") : furthestWord(lists);
        if (role == MarkRole)
            return static_cast<int>(markOf(lists));
        if (role == FadedRole)
            return (lists & Registered) == 0;
        // The whole truth where there is room for it: registered ones need not be covered.
        if (role == Qt::AccessibleTextRole || role == ExportRole || role == Qt::ToolTipRole)
            return lists == 0 ? ComparisonText::tr("in no list") : listsWord(lists);
        return {};
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (column == Column::RegisteredIn)
        return static_cast<qlonglong>(customer.registeredIn);
    return toQString(column == Column::Customer ? customer.name : customer.code);
}

} // namespace rangedesk
