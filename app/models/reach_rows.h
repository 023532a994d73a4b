// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/explain_rows.h"
#include "models/row_model.h"
#include "models/rule_rows.h"
#include "rules/reach.h"

namespace rangedesk {

/// What is asked of all customers: where a product may be sold, or what the edits that wait would change.
struct ReachWish
{
    std::shared_ptr<const Catalogue> catalogue;
    std::shared_ptr<const RuleRows> rules;
    std::shared_ptr<const RuleRows> ownRules;
    std::shared_ptr<const RangeEdits> edits;
    RulePolicy policy = RulePolicy::Union;
    std::string product = {}; ///< what names it; empty: those that the edits name
    SelectBy productBy = SelectBy::Id;
};

/// The customers of the catalogue and how they stand to a product; or those for whom the edits change
/// something.
class ReachRows final : public RowSource
{
public:
    enum Facet : std::uint32_t {
        MaySell = 1U << 0U,
        MayNot = 1U << 1U, ///< for certain
        Gains = 1U << 2U,
        Loses = 1U << 3U,
        Flags = 1U << 4U,
        Unsure = 1U << 5U ///< the catalogue lacks what a rule asks for that may change the answer
    };

    /// Takes a while for many customers: call it in a worker.
    ReachRows(ReachWish wish, const std::atomic<bool>* abandon = nullptr);

    RulePolicy policy() const { return m_wish.policy; }
    bool isOfProduct() const { return !m_wish.product.empty(); }
    /// All customers of the catalogue, shown or not.
    std::size_t customers() const { return m_reach->customers().size(); }
    const std::vector<Reach::Product>& products() const { return m_reach->products(); }
    const CustomerReach& reach(std::uint32_t row) const { return m_reach->customers()[m_rows[row]]; }
    /// What it is made of, product by product.
    std::vector<ProductReach> details(std::uint32_t row) const { return m_reach->of(m_rows[row]); }
    const EntryList& list() const { return m_wish.catalogue->of(EntryKind::Customer); }
    std::int64_t count(Facet facet) const;
    /// Customers that are not shown although they might be concerned: the catalogue does not know all that
    /// the rules ask for.
    std::size_t unknown() const { return m_unknown; }
    /// "may sell, must-sell"; of several products how many of them. @param isAfter once the edits were posted
    QString words(std::uint32_t row, bool isAfter) const;

    std::size_t size() const override { return m_rows.size(); }
    std::uint64_t key(std::uint32_t row) const override;
    std::uint32_t facets(std::uint32_t row) const override;
    std::vector<std::uint32_t> facetGroups() const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    ReachWish m_wish;
    std::unique_ptr<const Reach> m_reach;
    std::vector<std::uint32_t> m_rows; ///< customers that are shown
    std::map<std::uint32_t, std::int64_t> m_counts;
    std::size_t m_unknown = 0;
};

class ReachModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Mark, Customer, Code, Now, After, Count };

    using RowModel::RowModel;

    std::shared_ptr<const ReachRows> rows() const
    {
        return std::static_pointer_cast<const ReachRows>(source());
    }
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;
};

} // namespace rangedesk
