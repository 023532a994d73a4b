// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mark.h"
#include "models/marks_by_row.h"
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
        GoneOne = 1U << 17U, ///< registered before; stands beside the overlaps, for most are in no list
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
               std::shared_ptr<const CustomerAttributes> facts = {}, MarksByRow marks = {});

    const ReviewDownload& download() const { return *m_download; }
    const CustomerAttributes* facts() const { return m_facts.get(); }
    /// Of the campaign's lists, and behind them of who was registered before and is in none.
    const ReviewCustomer& customer(std::uint32_t row) const { return m_download->customer(row); }
    const ReviewMark& mark(std::uint32_t row) const { return m_marks.at(row); }
    const MarksByRow& marksByRow() const { return m_marks; }
    /// All that are not empty, by customer. Takes its time with many: in a worker.
    ReviewMarks::Marks marks() const;
    static Verdict verdictOf(const ReviewMark& mark, const ReviewCustomer& customer);

    /// What the customers can be grouped by: what the catalogue knows, then what the merchants told.
    std::size_t groupCount() const;
    int group(std::size_t at) const;
    QString groupWord(std::size_t at) const;
    std::size_t valueCount(std::size_t at) const;
    /// @param value from 1 on
    QString valueText(std::size_t at, std::uint32_t value) const;
    std::uint64_t valueKey(std::size_t at, std::uint32_t value) const;
    static constexpr std::uint32_t notAsked = 0xFFFFFFFFU;
    /// 0 where it is not filled or not known; notAsked for a field of the merchant information of who is not
    /// registered.
    std::uint32_t valueIndex(std::size_t at, std::uint32_t row) const;
    std::uint64_t valueIn(std::uint32_t row, int group) const override;

    const Verdict& verdict(std::uint32_t row) const { return m_verdicts[row]; }
    const Verdicts& verdicts() const { return m_verdicts; }
    std::size_t count(ReviewDecision decision) const
    {
        return m_counts.at(static_cast<std::size_t>(decision));
    }

    std::size_t size() const override { return m_verdicts.size(); }
    std::uint64_t key(std::uint32_t row) const override;
    std::uint32_t facets(std::uint32_t row) const override;
    std::vector<std::uint32_t> facetGroups() const override
    {
        return {AnyOverlap | GoneOne, AnyDecision, AnyRemark};
    }
    /// A word is looked for in names, codes and merchant information; "field=value" in the field of that
    /// name, or in what the catalogue knows.
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    std::size_t factCount() const { return m_facts ? m_facts->attributeCount() : 0; }
    const ReviewField& field(std::size_t at) const { return m_download->list->fields()[at - factCount()]; }

    std::shared_ptr<const ReviewDownload> m_download;
    Verdicts m_verdicts;
    std::shared_ptr<const CustomerAttributes> m_facts;
    MarksByRow m_marks;
    std::array<std::size_t, static_cast<std::size_t>(ReviewDecision::Count)> m_counts{};
};

class ReviewModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t {
        Customer,
        Decision,
        Lists,
        ExternalId,
        Since,
        ReportedAt,
        Note,
        DecidedBy,
        DecidedAt,
        Code,
        CustomerId,
        Count
    };

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

/// A time as people here read it: with the year where it is another one.
QString shortTime(const QDateTime& utc);

} // namespace rangedesk
