// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mark.h"
#include "models/row_model.h"
#include "registrations/customer_attributes.h"
#include "registrations/review_download.h"

namespace rangedesk {

Mark markOf(ReviewDecision decision);

/// The customers of a campaign under review. The list is shared; only decisions differ from one to the next.
class ReviewRows final : public RowSource
{
public:
    /// In three groups: where a customer stands, what was decided, what is worth a look.
    enum Facet : std::uint32_t {
        FirstOverlap = 1U << 0U, ///< shifted by the bits of CampaignLists
        AnyRegistered = 0xF0U,   ///< every overlap that holds the registered ones
        AnyOverlap = 0xFFU,
        Undecided = 1U << 8U, ///< a registered customer
        Approved = 1U << 9U,
        Flagged = 1U << 10U,
        Rejected = 1U << 11U,
        AnyDecision = 0xF00U,
        NewOne = 1U << 12U,
        ChangedOne = 1U << 13U,
        Alike = 1U << 14U,
        WithPictures = 1U << 15U,
        Noted = 1U << 16U,
        AnyRemark = 0x1F000U,
    };
    static constexpr std::uint32_t overlapFacet(std::uint8_t lists) { return FirstOverlap << lists; }
    static constexpr std::uint32_t decisionFacet(ReviewDecision decision)
    {
        return Undecided << static_cast<std::uint32_t>(decision);
    }

    /// A decision and whether there is a note, by row.
    struct Verdict
    {
        ReviewDecision decision = ReviewDecision::None;
        bool isNoted = false;
        bool isOutdated = false; ///< decided on other merchant information than there is now
    };
    using Verdicts = std::vector<Verdict>;

    /// @param facts of the customers, where any are known
    ReviewRows(std::shared_ptr<const ReviewDownload> download, Verdicts verdicts,
               std::shared_ptr<const CustomerAttributes> facts = {});

    const ReviewDownload& download() const { return *m_download; }
    const CustomerAttributes* facts() const { return m_facts.get(); }
    const ReviewCustomer& customer(std::uint32_t row) const { return m_download->list->at(row); }
    const Verdict& verdict(std::uint32_t row) const { return m_verdicts[row]; }
    const Verdicts& verdicts() const { return m_verdicts; }
    std::size_t count(ReviewDecision decision) const
    {
        return m_counts.at(static_cast<std::size_t>(decision));
    }

    std::size_t size() const override { return m_verdicts.size(); }
    std::uint64_t key(std::uint32_t row) const override;
    std::uint32_t facets(std::uint32_t row) const override;
    std::vector<std::uint32_t> facetGroups() const override { return {AnyOverlap, AnyDecision, AnyRemark}; }
    /// A word is looked for in names, codes and merchant information; "field=value" in the field of that
    /// name, or in what the catalogue knows.
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    std::shared_ptr<const ReviewDownload> m_download;
    Verdicts m_verdicts;
    std::shared_ptr<const CustomerAttributes> m_facts;
    std::array<std::size_t, static_cast<std::size_t>(ReviewDecision::Count)> m_counts{};
};

/// "field=value" as a word of a search: blanks within are left out, since words are parted by them.
QString fieldWord(const QString& field, const QString& value);

class ReviewModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Customer, Decision, Lists, ExternalId, Since, ReportedAt, Count };

    using RowModel::RowModel;

    std::shared_ptr<const ReviewRows> rows() const
    {
        return std::static_pointer_cast<const ReviewRows>(source());
    }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;
};

} // namespace rangedesk
