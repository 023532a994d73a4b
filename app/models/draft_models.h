// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entry_rows.h"
#include "models/mark.h"
#include "models/rule_rows.h"
#include "rules/condition_tree.h"

#include <QAbstractTableModel>

namespace rangedesk {

/// A product of a new range.
struct DraftProduct
{
    Picked product;
    bool mustSell = false;
    bool isNew = false;
    bool oneSupplier = false; ///< where it comes from; no write can say so

    bool operator==(const DraftProduct&) const = default;
};

/// The products that new ranges are to hold.
class DraftProductModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Product, Code, MustSell, New, Count };

    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<DraftProduct>& products() const { return m_products; }
    /// Those that are there already are left out. @returns how many came
    std::size_t add(std::vector<DraftProduct> products);
    void remove(std::vector<int> rows);
    void toggle(const QModelIndex& index);
    /// These instead, such as when an edit is taken back.
    void set(std::vector<DraftProduct> products);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<DraftProduct> m_products;
};

/// A range that a tree expands to, and what becomes of it.
struct ExpandedRange
{
    RangeTarget target; ///< as the tree names it
    RangeTarget known;  ///< named by ids, as far as the catalogue knows them
    /// Added: new; Changed: a rule in force gets more; Same: it holds all of it; Warning: not to be compared.
    Mark mark = Mark::Added;
};

/// The products of a target with what is edited of them, without those that are to be removed; of all its
/// rules in force, of which @p row is one.
std::vector<DraftProduct> draftProductsOf(const std::shared_ptr<const RuleRows>& rules, std::uint32_t row,
                                          const RangeEdits& edits);

/// The ranges of a tree against what was read. Takes a while for many: call it in a worker.
std::vector<ExpandedRange> expandAgainst(const ConditionTree& tree, std::uint64_t most, const RuleRows* rules,
                                         const Catalogue& catalogue,
                                         const std::vector<DraftProduct>& products);

/// A customer as edits name it.
RangeTarget customerTarget(const Picked& customer);

/// The same for many customers, with one walk over the catalogue for each way of naming.
void resolveCustomers(std::vector<Picked>& customers, const Catalogue& catalogue);

/// Values that the catalogue knows by code or name, named by their id.
RangeTarget resolved(const RangeTarget& target, const Catalogue& catalogue);

class ExpandedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRanges(std::vector<ExpandedRange> ranges);
    const std::vector<ExpandedRange>& ranges() const { return m_ranges; }
    qint64 count(Mark mark) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<ExpandedRange> m_ranges;
};

} // namespace rangedesk
