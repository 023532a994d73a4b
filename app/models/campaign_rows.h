// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/pinyin.h"
#include "core/campaign_counts.h"
#include "models/mark.h"
#include "models/row_model.h"
#include "session/list_reader.h"

#include <QDate>

namespace rangedesk {

enum class CampaignState : std::uint8_t { Online, Suspended, Ended, Other };
CampaignState campaignState(const Campaign& campaign);
QString campaignStateWord(const Campaign& campaign);

/// A span of days up to today, where today lies no farther from it than it is long.
std::pair<QDate, QDate> withToday(std::pair<QDate, QDate> span, const QDate& today);

/// First and last day of each of several campaigns.
using CampaignDays = std::vector<std::pair<QDate, QDate>>;
/// The axis on which campaigns are drawn: all their days, and today where it is near; but a few that begin
/// or end far from the others, such as those without an end (9999-12-31), do not make all others a dot.
std::pair<QDate, QDate> axisOf(const CampaignDays& days, const QDate& today);

/// The campaigns as last read.
class CampaignRows final : public RowSource
{
public:
    enum Facet : std::uint32_t {
        Online = 1U << 0U,
        Suspended = 1U << 1U,
        Ended = 1U << 2U,
        Other = 1U << 3U
    };

    /// @p earlier and what was read since; a campaign read again takes its earlier place.
    CampaignRows(const std::shared_ptr<const CampaignRows>& earlier,
                 const std::vector<ListItem<Campaign>>& read);

    const Campaign& campaign(std::uint32_t row) const { return *m_items[row].value; }
    /// The campaign with the bytes of its texts.
    const ListItem<Campaign>& item(std::uint32_t row) const { return m_items[row]; }
    std::int64_t count(Facet facet) const;
    const CampaignCounts& counts(std::uint32_t row) const { return m_campaignCounts[row]; }
    QString departments(std::uint32_t row) const;
    /// Registered of notified customers, 0 to 1; negative where nobody was notified.
    double rate(std::uint32_t row) const;
    /// The axis of dates.
    std::pair<QDate, QDate> span() const { return m_span; }
    /// Keys of what was read earlier and by now is known by another, for the list that is kept.
    const std::vector<std::string>& superseded() const { return m_superseded; }

    std::size_t size() const override { return m_items.size(); }
    std::uint64_t key(std::uint32_t row) const override { return m_keys[row]; }
    std::uint32_t facets(std::uint32_t row) const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    std::vector<ListItem<Campaign>> m_items;
    std::vector<std::uint64_t> m_keys;
    std::vector<std::vector<Sound>> m_sounds; ///< of the names
    std::vector<std::string> m_superseded;
    std::vector<CampaignCounts> m_campaignCounts;
    std::pair<QDate, QDate> m_span;
};

class CampaignModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t {
        State,
        Name,
        Dates,
        Covered,
        Notified,
        Registered,
        Rate,
        Code,
        SourceCode,
        Type,
        Departments,
        Start,
        End,
        Page,
        Count
    };

    using RowModel::RowModel;

    std::shared_ptr<const CampaignRows> rows() const
    {
        return std::static_pointer_cast<const CampaignRows>(source());
    }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;

private:
    QVariant display(const CampaignRows& rows, std::uint32_t row, Column column) const;
};

} // namespace rangedesk
