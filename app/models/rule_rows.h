// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/row_model.h"
#include "session/list_reader.h"

#include <QStringList>
#include <map>

namespace rangedesk {

/// The rules of operation 5 or 6 as last read, each with its figures counted once.
class RuleRows final : public RowSource
{
public:
    enum Facet : std::uint32_t {
        InForce = 1U << 0U,
        Deleted = 1U << 1U,
        Repeating = 1U << 2U,
        CutShort = 1U << 3U
    };

    /// One product of a rule; what the server lists twice is shown once with its count.
    struct Product
    {
        std::string_view id;
        std::string_view code;
        std::string_view name;
        std::string_view supplier; ///< empty for every supplier
        bool mustSell = false;
        bool isNew = false;
        bool conflicting = false; ///< listed several times with different flags
        int times = 1;
    };
    struct Figures
    {
        int distinct = 0;
        int mustSell = 0;
        int isNew = 0;
        int repeats = 0;
        int missing = 0; ///< counted by the server but not listed
    };

    /// @p earlier and what was read since, the newest last; a rule read again takes its earlier place.
    RuleRows(const std::shared_ptr<const RuleRows>& earlier, const std::vector<ListItem<SaleRule>>& read,
             bool ofCustomers);

    bool ofCustomers() const { return m_ofCustomers; }
    const SaleRule& rule(std::uint32_t row) const { return *m_items[row].value; }
    const Figures& figures(std::uint32_t row) const { return m_figures[row]; }
    std::vector<Product> products(std::uint32_t row) const;
    /// Dimension and values in turn; the customer for customer rules.
    QStringList conditions(std::uint32_t row) const;
    /// The conditions as a sentence.
    QString sentence(std::uint32_t row) const;
    std::int64_t count(Facet facet) const;

    std::size_t size() const override { return m_items.size(); }
    std::uint64_t key(std::uint32_t row) const override { return m_keys[row]; }
    std::uint32_t facets(std::uint32_t row) const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    bool m_ofCustomers;
    std::vector<ListItem<SaleRule>> m_items;
    std::vector<Figures> m_figures;
    std::vector<std::uint64_t> m_keys;
    std::map<std::uint32_t, std::int64_t> m_counts; ///< by facet
};

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

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;

private:
    QVariant display(const RuleRows& rows, std::uint32_t row, Column column) const;

    bool m_ofCustomers = false;
};

/// The products of one rule, beside the table of rules.
class RuleProductRows final : public RowSource
{
public:
    enum Facet : std::uint32_t { MustSell = 1U << 0U, New = 1U << 1U, Repeating = 1U << 2U };

    RuleProductRows(std::shared_ptr<const RuleRows> rules, std::uint32_t rule);

    const RuleRows::Product& product(std::uint32_t row) const { return m_products[row]; }

    std::size_t size() const override { return m_products.size(); }
    std::uint64_t key(std::uint32_t row) const override;
    std::uint32_t facets(std::uint32_t row) const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    std::shared_ptr<const RuleRows> m_rules; ///< keeps the texts alive
    std::vector<RuleRows::Product> m_products;
};

class RuleProductModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Product, Code, MustSell, New, Supplier, Count };

    using RowModel::RowModel;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;
};

} // namespace rangedesk
