// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/row_model.h"
#include "registrations/campaign_comparison.h"

namespace rangedesk {

/// The customers of several campaigns side by side.
class ComparisonRows final : public RowSource
{
public:
    enum Facet : std::uint32_t {
        InAll = 1U << 28U,     ///< registered for every campaign
        InSeveral = 1U << 29U, ///< for more than one
        InOne = 1U << 30U,
        InNone = 1U << 31U,
    };
    /// Who is in a list of a campaign.
    static std::uint32_t facetOf(std::size_t campaign, CampaignLists list);

    explicit ComparisonRows(std::shared_ptr<const CampaignComparison> comparison)
        : m_comparison(std::move(comparison))
    {}

    const CampaignComparison& comparison() const { return *m_comparison; }
    const CampaignComparison::Customer& customer(std::uint32_t row) const { return m_comparison->at(row); }
    std::int64_t count(Facet facet) const;

    std::size_t size() const override { return m_comparison->size(); }
    std::uint64_t key(std::uint32_t row) const override { return row + 1ULL; }
    std::uint32_t facets(std::uint32_t row) const override;
    /// What a picture filters, and in how many campaigns one registered.
    std::vector<std::uint32_t> facetGroups() const override { return {0x0FFFFFFFU, 0xF0000000U}; }
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    std::shared_ptr<const CampaignComparison> m_comparison;
};

/// A column for each campaign behind the first ones.
class ComparisonModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Customer, Code, RegisteredIn, FirstCampaign };

    /// @param campaigns their names
    explicit ComparisonModel(QStringList campaigns, QObject* parent = nullptr)
        : RowModel(parent), m_campaigns(std::move(campaigns))
    {}

    std::shared_ptr<const ComparisonRows> rows() const
    {
        return std::static_pointer_cast<const ComparisonRows>(source());
    }
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;

private:
    QStringList m_campaigns;
};

/// The furthest that a customer came in a campaign: registered, notified, covered; empty where it is in none
/// of the lists.
QString furthestWord(std::uint8_t lists);

} // namespace rangedesk
