// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facet_model.h"
#include "models/row_model.h"
#include "rules/range_edits.h"
#include "rules/reach.h"
#include "session/list_reader.h"

#include <QDate>
#include <QStringList>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace rangedesk {

/// The rules of operation 5 or 6 as last read, each with its figures counted once; in front of them ranges
/// that exist here only, until they are posted. Groups of choices are the dimensions.
class RuleRows final : public RowSource
{
public:
    enum Facet : std::uint32_t {
        InForce = 1U << 0U,
        Deleted = 1U << 1U,
        Repeating = 1U << 2U,
        CutShort = 1U << 3U,
        Draft = 1U << 4U,
        ReadOnlyRule = 1U << 5U, ///< in force, and no request can name it
        Edited = 1U << 6U        ///< told by the edits, not by the rows: see RuleModel
    };

    /// One product of a rule; what the server lists twice is shown once with its count.
    struct Product
    {
        std::string_view id;
        std::string_view code;
        std::string_view name;
        std::string_view supplier; ///< its name, else its id; empty for every supplier
        bool mustSell = false;
        bool isNew = false;
        bool conflicting = false; ///< listed several times with different flags
        int times = 1;            ///< by this supplier
    };
    struct Figures
    {
        int distinct = 0;
        int mustSell = 0;
        int isNew = 0;
        int repeats = 0;
        int missing = 0; ///< counted by the server but not listed
        ReadOnly readOnly = ReadOnly::No;
    };

    /// @p earlier and what was read since, the newest last; a rule read again takes its earlier place.
    /// @param drafts targets that have edits; those without a rule become rows of their own
    /// @param isRead a reading stands behind it: what is not there is known not to be there
    /// @param enabled the dimensions of the company; where that was not asked, as the earlier rows know it
    /// @param only keys of the targets that were asked for, where the server tells no more; else as the
    /// earlier rows know it
    using OnlyTargets = std::optional<std::set<std::string>>;
    RuleRows(const std::shared_ptr<const RuleRows>& earlier, const std::vector<ListItem<SaleRule>>& read,
             bool ofCustomers, const RangeEdits& drafts = {}, bool isRead = true,
             const EnabledSet& enabled = {}, const OnlyTargets& only = {});

    const EnabledSet& enabled() const { return m_enabled; }
    bool ofCustomers() const { return m_ofCustomers; }
    bool isRead() const { return m_isRead; }
    /// Only some targets were asked for: nothing is known of the others.
    bool isPartial() const { return m_only.has_value(); }
    const OnlyTargets& only() const { return m_only; }
    /// A reading stands behind what is said, or not said, of a target.
    bool knows(const std::string& targetKey) const
    {
        return m_isRead && (!m_only || m_only->contains(targetKey));
    }
    /// Keys of the targets that are here only.
    std::set<std::string> draftKeys() const;
    /// Of the row of a target that is here only.
    static std::uint64_t draftKey(const std::string& targetKey)
    {
        return std::hash<std::string>()(targetKey);
    }
    /// It is here only.
    bool isDraft(std::uint32_t row) const { return row < m_drafts.size(); }
    RangeTarget target(std::uint32_t row) const;
    /// The row in force of a target, where one was read, or its draft.
    std::optional<std::uint32_t> rowOf(const std::string& targetKey) const;
    /// Rules in force with a condition: more than one cannot be told apart.
    std::size_t rulesOf(const std::string& targetKey) const { return rowsOf(targetKey).size(); }
    std::vector<std::uint32_t> rowsOf(const std::string& targetKey) const;
    /// Number of the group that tells when a rule was changed last, or else made; the others are dimensions.
    static constexpr int ageGroup = dimensionCount;
    /// Number of the group of products; rules have many of them.
    static constexpr int productGroup = dimensionCount + 1;
    /// The products and how many rules list each, those of the most rules first. Takes a while for many
    /// rules: call it in a worker.
    FacetModel::Group products() const;
    /// The values of each dimension, and how long ago rules were changed, and how many rules have each.
    std::vector<FacetModel::Group> groups() const;
    const SaleRule& rule(std::uint32_t row) const { return *m_items[row].value; }
    const Figures& figures(std::uint32_t row) const { return m_figures[row]; }
    /// Once for each supplier.
    std::vector<Product> products(std::uint32_t row) const;
    /// What the rules in force of a target list, together.
    struct Listed
    {
        std::int64_t products = 0;
        /// As TargetView::digest; 0 where no rule was read, or others list products for the customer, too.
        std::uint32_t digest = 0;
    };
    Listed listed(const std::string& targetKey) const;
    /// Dimension and values in turn; the customer for customer rules.
    QStringList conditions(std::uint32_t row) const;
    /// The conditions as a sentence.
    QString sentence(std::uint32_t row) const;
    std::int64_t count(Facet facet) const;

    std::size_t size() const override { return m_items.size(); }
    std::uint64_t key(std::uint32_t row) const override { return m_keys[row]; }
    std::uint32_t facets(std::uint32_t row) const override;
    std::uint64_t valueIn(std::uint32_t row, int group) const override;
    bool hasAnyOf(std::uint32_t row, int group, const std::set<std::uint64_t>& values) const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    void countAll();
    void countAges(const QDate& today);
    void countValues();

    struct DimensionValues
    {
        std::vector<std::string> texts;
        std::vector<std::int64_t> counts;
        std::vector<std::uint32_t> ofRow;   ///< place of the text from 1 on; 0 for none
        std::vector<std::uint64_t> numbers; ///< of the texts, whatever rows there are
        /// Rows with several values: their places, too.
        std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> moreOfRow;
    };

    bool m_ofCustomers;
    bool m_isRead;
    EnabledSet m_enabled;
    OnlyTargets m_only;
    std::vector<RangeTarget> m_drafts;
    std::vector<ListItem<SaleRule>> m_items;                             ///< drafts first
    std::unordered_multimap<std::size_t, std::uint32_t> m_rowsOfTargets; ///< in force, by hash of the key
    std::map<int, DimensionValues> m_values;
    std::unordered_set<std::string_view> m_sharing; ///< ids of customers that share a rule
    std::vector<std::uint8_t> m_ages;               ///< 1 from the newest on; 0 where there is no date
    std::vector<Figures> m_figures;
    std::vector<std::uint64_t> m_keys;
    std::map<std::uint32_t, std::int64_t> m_counts; ///< by facet
};

/// Keys of the targets of edits that have no rule in force: they are rows of their own.
std::set<std::string> draftKeysOf(const std::shared_ptr<const RuleRows>& rows, bool ofCustomers,
                                  const RangeEdits& edits);
/// The same rows where these have their drafts; else others, which takes a while for many rules.
std::shared_ptr<const RuleRows> withDrafts(std::shared_ptr<const RuleRows> rows, const RangeEdits& edits);

/// The rules with the edits that wait for them. Both must outlive the answer.
std::vector<EditedRule> editedRules(const RuleRows& rows, const RangeEdits& edits);

class RuleModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Mark, Conditions, Products, MustSell, New, Repeats, Modified, Count };

    using RowModel::RowModel;

    std::shared_ptr<const RuleRows> rows() const
    {
        return std::static_pointer_cast<const RuleRows>(source());
    }
    void setOfCustomers(bool ofCustomers) { m_ofCustomers = ofCustomers; }
    /// What is edited here and not posted yet.
    void setEdits(std::shared_ptr<const RangeEdits> edits);
    /// Only the rules of these targets, by their keys; nothing: of all.
    void setTargets(std::optional<std::set<std::string>> targets);
    ReadOnly readOnly(std::uint32_t row) const { return rows()->figures(row).readOnly; }
    /// Keys of the rows with edits, or that are to be cleared: what RuleRows::Edited shows.
    Keys editedRows(const RuleRows& all) const;

    void setSource(SharedSource source) override;
    /// RuleRows::Edited shows what has edits.
    void setFacets(std::uint32_t facets) override;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;

private:
    QVariant display(const RuleRows& rows, std::uint32_t row, Column column) const;
    /// Of a draft: what its edits make of it.
    int drafted(const RuleRows& rows, std::uint32_t row, Column column) const;
    QVariant chip(const RuleRows& rows, std::uint32_t row) const;
    void narrow();

    bool m_ofCustomers = false;
    bool m_showsEdited = false;
    std::optional<std::set<std::string>> m_targets;
    std::shared_ptr<const RangeEdits> m_edits = std::make_shared<const RangeEdits>();
};

/// The products of one rule, beside the table of rules.
class RuleProductRows final : public RowSource
{
public:
    enum Facet : std::uint32_t {
        MustSell = 1U << 0U,
        New = 1U << 1U,
        Repeating = 1U << 2U,
        Edited = 1U << 3U
    };

    /// @param edits of this rule, or nullptr
    RuleProductRows(std::shared_ptr<const RuleRows> rules, std::uint32_t rule,
                    const RangeEdits::Target* edits = nullptr);

    const RangeTarget& target() const { return m_target; }
    const RuleRows::Product& product(std::uint32_t row) const { return m_products[row].product; }
    bool isListed(std::uint32_t row) const { return m_products[row].isListed; }
    /// What is edited of it, or nullptr.
    const ProductEdit* edit(std::uint32_t row) const { return m_products[row].edit; }
    /// What the server held when it was read.
    BaseValue base(std::uint32_t row) const;
    /// The same of any product.
    BaseValue baseOf(SelectBy by, const std::string& editKey) const;
    /// As it is with the edit.
    bool mustSell(std::uint32_t row) const;
    bool isNew(std::uint32_t row) const;
    /// What the rules of the target list, for the first edit; nullptr where there is no rule.
    RangeEdits::Seen seen() const;
    /// The target was in force when it was edited, and is so no more.
    bool isGone() const { return m_isGone; }
    struct Counts
    {
        int products = 0;
        int mustSell = 0;
        int isNew = 0;
    };
    /// Of the rule with the edits; what has several suppliers counts once.
    Counts edited() const;
    /// The server's value has moved since the edit was made.
    bool isConflict(std::uint32_t row) const;
    /// Under which the edits keep it.
    std::string editKey(std::uint32_t row) const;
    /// An edit that would leave it as it is, with its edit.
    ProductEdit unedited(std::uint32_t row) const;
    /// The same without its edit. @pre isListed()
    ProductEdit asListed(std::uint32_t row) const;

    std::size_t size() const override { return m_products.size(); }
    std::uint64_t key(std::uint32_t row) const override;
    std::uint32_t facets(std::uint32_t row) const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    struct Line
    {
        RuleRows::Product product;
        const ProductEdit* edit = nullptr;
        bool isListed = true;
    };
    std::shared_ptr<const RuleRows> m_rules; ///< keeps the texts alive
    RangeTarget m_target;
    RangeEdits::Target m_edits;
    /// What the rules of the target hold, this one and others: a customer can have several. By editKey.
    std::map<std::string, BaseValue, std::less<>> m_held;
    bool m_isDraft;
    bool m_isGone = false;
    bool m_cutShort = false;
    std::vector<Line> m_products;
};

class RuleProductModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Mark, Product, Code, MustSell, New, Supplier, Count };

    using RowModel::RowModel;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;
};

} // namespace rangedesk
