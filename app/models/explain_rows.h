// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entry_rows.h"
#include "models/row_model.h"
#include "models/rule_rows.h"
#include "rules/explain.h"

namespace rangedesk {

/// What a customer may sell and what not, a product a row.
class ExplainRows final : public RowSource
{
public:
    enum Facet : std::uint32_t {
        CanSell = 1U << 0U,
        CannotSell = 1U << 1U,
        MustSell = 1U << 2U,
        New = 1U << 3U,
        Differs = 1U << 4U,  ///< from the customer that it is compared with
        Unlisted = 1U << 5U, ///< the catalogue knows it, and no rule lists it
        Unsure = 1U << 6U    ///< what is not filled decides
    };

    /// @param rules and @param ownRules keep alive what the answer points into
    /// @param other a customer to compare with
    /// @param products of the catalogue: what no rule lists is told, too
    ExplainRows(const CustomerFacts& customer, std::shared_ptr<const RuleRows> rules,
                std::shared_ptr<const RuleRows> ownRules, RulePolicy policy,
                const std::optional<CustomerFacts>& other = {},
                std::shared_ptr<const EntryList> products = {});

    bool isCompared() const { return m_otherAnswer.has_value(); }
    /// Of the other customer. @pre isCompared()
    const Explanation& otherAnswer() const { return *m_otherAnswer; }
    /// The same product of the other customer; nullptr where no rule lists it for that one.
    const ProductAnswer* other(std::uint32_t row) const { return m_others.empty() ? nullptr : m_others[row]; }
    std::int64_t differing() const { return m_differing; }
    /// How many products of the catalogue no rule lists; they stand last.
    std::size_t unlisted() const { return m_answer.products.size() - m_listed; }
    /// The product of a row as edits name it.
    Picked picked(std::uint32_t row) const;

    const Explanation& answer() const { return m_answer; }
    const ProductAnswer& product(std::uint32_t row) const { return m_answer.products[row]; }
    std::size_t size() const override { return m_answer.products.size(); }
    std::uint64_t key(std::uint32_t row) const override;
    std::uint32_t facets(std::uint32_t row) const override;
    std::vector<std::uint32_t> facetGroups() const override
    {
        return {CanSell | Unsure | CannotSell, MustSell | New, Differs, Unlisted};
    }
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    void addUnlisted();

    std::shared_ptr<const RuleRows> m_rules;
    std::shared_ptr<const RuleRows> m_ownRules;
    std::shared_ptr<const EntryList> m_catalogue;
    Explanation m_answer;
    std::size_t m_listed = 0;             ///< products that rules list
    std::vector<std::uint32_t> m_entries; ///< in the catalogue, of the others
    std::optional<Explanation> m_otherAnswer;
    std::vector<const ProductAnswer*> m_others; ///< by row
    std::int64_t m_differing = 0;
};

class ExplainModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Mark, Product, Code, Other, MustSell, New, From, Gap, Count };

    using RowModel::RowModel;

    std::shared_ptr<const ExplainRows> rows() const
    {
        return std::static_pointer_cast<const ExplainRows>(source());
    }
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;
};

/// "may sell, must-sell, new", or "may not sell".
QString describe(const Sellable& one);
/// The same of a product that a rule lists, or "not sure". @param product nullptr where no rule lists it
QString describe(const ProductAnswer* product);
/// A rule in words: its values, or that it is the customer's own.
QString reasonWords(const RuleReason& reason);

} // namespace rangedesk
