// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/row_model.h"
#include "models/rule_rows.h"

namespace rangedesk {

/// An edit that waits, its base, and what the server holds now (three-way).
enum class EditState : std::uint8_t {
    Mine,      ///< changed here alone
    Alike,     ///< the server has come to hold what is wanted
    Conflict,  ///< changed there, too: a person decides
    Gone,      ///< there it is not listed any more: a person decides
    Unread,    ///< named by code or name, or not read: comparing shows it
    OnlyThere, ///< not edited here, and others changed it: to be known
    ToClear,   ///< not a product: the whole range is cleared once others took its place
    Count
};

/// Edits of a kind that wait to be posted, a product of a target a row; those to decide on first.
class EditRows final : public RowSource
{
public:
    struct Line
    {
        RangeTarget target;
        std::string key; ///< of the product, RangeEdits::productKey
        ProductEdit edit;
        BaseValue now;
        EditState state = EditState::Mine;
        /// What is wanted, in words.
        QString mine() const;
        QString words = {}; ///< of a range that is to be cleared: what becomes of it
    };

    /// @param rules as read last. Takes a while for many edits: call it in a worker.
    EditRows(const std::shared_ptr<const RuleRows>& rules, const std::shared_ptr<const RangeEdits>& edits);

    static constexpr std::uint32_t facetOf(EditState state)
    {
        return 1U << static_cast<std::uint32_t>(state);
    }
    const Line& line(std::uint32_t row) const { return m_lines[row]; }
    std::int64_t count(EditState state) const { return m_counts.at(static_cast<std::size_t>(state)); }
    /// Those that are edits of products; the other lines are to be known.
    std::int64_t edits() const
    {
        return static_cast<std::int64_t>(m_lines.size()) - count(EditState::OnlyThere) -
               count(EditState::ToClear);
    }
    /// Products of edited targets that nobody changed.
    std::int64_t unchanged() const { return m_unchanged; }
    /// Nothing may be posted while a person has not decided on these.
    std::int64_t undecided() const { return count(EditState::Conflict) + count(EditState::Gone); }

    std::size_t size() const override { return m_lines.size(); }
    std::uint64_t key(std::uint32_t row) const override;
    std::uint32_t facets(std::uint32_t row) const override { return facetOf(m_lines[row].state); }
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    /// What the rules hold of a product.
    struct Held
    {
        BaseValue base;
        std::string code;
        std::string name;
    };
    void addOthers(const RangeEdits::Target& edited, const std::map<std::string, Held>& now, bool isCutShort);

    std::int64_t m_unchanged = 0;
    std::vector<Line> m_lines;
    std::array<std::int64_t, static_cast<std::size_t>(EditState::Count)> m_counts{};
};

QString describe(EditState state);
/// "must-sell, new", "listed", "not listed"; of an edit what it makes of it.
QString describe(const BaseValue& value);
QString describe(const ProductEdit& edit);

class EditModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { State, Target, Product, Code, Base, Now, Mine, Count };

    using RowModel::RowModel;

    std::shared_ptr<const EditRows> rows() const
    {
        return std::static_pointer_cast<const EditRows>(source());
    }
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;
};

} // namespace rangedesk
