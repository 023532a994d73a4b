// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/catalogue_check.h"
#include "changes/import_job.h"
#include "changes/plan.h"
#include "models/mark.h"
#include "models/row_model.h"

#include <map>

namespace rangedesk {

/// What a row of a sheet can be asked for: bits of RowQuery::facets.
enum BatchFacet : std::uint32_t {
    AddedFacet = 1U << 0U,
    ChangedFacet = 1U << 1U,
    RemovedFacet = 1U << 2U,
    NotComparedFacet = 1U << 3U,
    SameFacet = 1U << 4U,
    HeldFacet = 1U << 5U,
    RefusedFacet = 1U << 6U,
    ExcludedFacet = 1U << 7U,
    InOrderFacet = 1U << 8U,
    WarningFacet = 1U << 9U, ///< in addition to one of the others
    VerifiedFacet = 1U << 10U,
    AcceptedFacet = 1U << 11U,
    RejectedFacet = 1U << 12U,
    FailedFacet = 1U << 13U,
    UnknownFacet = 1U << 14U,
    NotSentFacet = 1U << 15U,
};
/// Rows that a person has to look at.
inline constexpr std::uint32_t problemFacets =
    RefusedFacet | HeldFacet | RejectedFacet | FailedFacet | UnknownFacet | WarningFacet;

using SharedOutcome = std::shared_ptr<const JobOutcome>;

/// The rows of a batch as one of the steps shows them. Repeats show the state of the row they repeat.
class BatchRows final : public RowSource
{
public:
    /// Which words rows are given: what would be done, or what came of it.
    enum class View : std::uint8_t { Review, Result };

    /// @param states of rows, where they differ from the batch's own: those a person excluded
    /// @param comments of rows, where they differ from those kept with the job
    /// @param doubts cells that the catalogue does not know, in the order of rows
    BatchRows(SharedOutcome outcome, View view, std::vector<RowState> states = {},
              std::optional<RowComments> comments = {}, std::vector<Doubt> doubts = {});

    const JobOutcome& outcome() const { return *m_outcome; }
    const SharedOutcome& sharedOutcome() const { return m_outcome; }
    const Batch& batch() const { return m_outcome->batch; }
    View view() const { return m_view; }
    const Row& row(std::uint32_t index) const { return batch().rows[index]; }
    RowState state(std::uint32_t index) const;
    /// Rows with each facet.
    std::int64_t count(std::uint32_t facet) const;

    QString target(std::uint32_t index) const;
    QString product(std::uint32_t index) const;
    QString code(std::uint32_t index) const;
    /// Old and new value in words; the second is empty where nothing is sent.
    struct Words
    {
        QString before;
        QString after;
    };
    Words change(std::uint32_t index) const;
    /// Why the row is refused, held or failed, or what is to be known; empty for most.
    QString reason(std::uint32_t index) const;
    /// The server's words on the request that carried the row.
    QString serverWords(std::uint32_t index) const;
    const Refusal* refusal(std::uint32_t index) const { return m_refusals[index]; }
    /// Of a row in order: what the catalogue does not know of it; nullptr for most.
    const Doubt* doubt(std::uint32_t index) const;
    const std::vector<Doubt>& doubts() const { return m_doubts; }
    /// A person's words on the row: given here, or with the change set; empty for most.
    QString comment(std::uint32_t index) const;
    /// A short warning, for a chip; empty for most.
    QString warning(std::uint32_t index) const;

    std::size_t size() const override { return batch().rows.size(); }
    std::uint64_t key(std::uint32_t row) const override { return row; }
    std::uint32_t facets(std::uint32_t row) const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    Words campaignChange(std::uint32_t index) const;
    /// The columns that `product` is of.
    ColumnRole::Field productField() const;
    const RequestRecord* requestOf(const Row& row) const;
    /// The cells of a row, of the columns that a test takes, as the sheet has them.
    QStringList typed(std::uint32_t index, const std::function<bool(const ColumnRole&)>& takes) const;

    SharedOutcome m_outcome;
    View m_view;
    std::vector<RowState> m_states;
    std::vector<Doubt> m_doubts;
    RowComments m_comments;
    bool m_hasCommentColumn = false;
    std::vector<const Refusal*> m_refusals;
    std::map<std::uint32_t, std::int64_t> m_counts;
};

/// The table of a batch, in every step.
class BatchModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Include, Mark, Line, Target, Product, Code, Change, Words, Count };

    using RowModel::RowModel;

    std::shared_ptr<const BatchRows> rows() const
    {
        return std::static_pointer_cast<const BatchRows>(source());
    }
    /// Headings say range, customer or campaign.
    void setKind(ChangeKind kind) { m_kind = kind; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;

private:
    QVariant display(const BatchRows& rows, std::uint32_t row, Column column) const;

    ChangeKind m_kind = ChangeKind::RangeProducts;
};

} // namespace rangedesk
