// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reach_rows.h"

#include "core/text.h"
#include "models/mark.h"
#include "models/roles.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ReachText
{
    Q_DECLARE_TR_FUNCTIONS(ReachText)
};

Mark markOf(const CustomerReach& reach)
{
    if (reach.gained > 0 && reach.lost > 0)
        return Mark::Changed;
    if (reach.gained > 0)
        return Mark::Added;
    if (reach.lost > 0)
        return Mark::Removed;
    if (reach.flagged > 0)
        return Mark::Changed;
    return reach.now > 0 ? Mark::Accepted : Mark::Excluded;
}

QString markWord(const CustomerReach& reach)
{
    switch (markOf(reach)) {
    case Mark::Added:
        return ReachText::tr("gains");
    case Mark::Removed:
        return ReachText::tr("loses");
    case Mark::Changed:
        return reach.gained > 0 ? ReachText::tr("gains, loses") : ReachText::tr("flags");
    case Mark::Accepted:
        return ReachText::tr("yes");
    default:
        return ReachText::tr("no");
    }
}

} // namespace

ReachRows::ReachRows(ReachWish wish, const std::atomic<bool>* abandon) : m_wish(std::move(wish))
{
    // Ranges that edits alone make are rows of their own: the lists may be older than the edits.
    m_wish.rules = withDrafts(m_wish.rules, *m_wish.edits);
    m_wish.ownRules = withDrafts(m_wish.ownRules, *m_wish.edits);
    m_reach = std::make_unique<const Reach>(
        ReachQuestion{m_wish.catalogue, editedRules(*m_wish.rules, *m_wish.edits),
                      editedRules(*m_wish.ownRules, *m_wish.edits), m_wish.policy, m_wish.product, abandon,
                      m_wish.productBy});
    for (std::uint32_t i = 0; i < m_reach->customers().size(); ++i) {
        const CustomerReach& one = m_reach->customers()[i];
        if (isOfProduct() || one.isChanged())
            m_rows.push_back(i);
        else
            m_unknown += one.isUnsure ? 1 : 0;
    }
    // What is asked for first: whom it concerns, then who may sell it.
    const auto rank = [this](std::uint32_t customer) {
        const CustomerReach& one = m_reach->customers()[customer];
        return std::pair(!one.isChanged(), one.now == 0);
    };
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [&rank](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    for (std::uint32_t row = 0; row < m_rows.size(); ++row) {
        for (const Facet facet : {MaySell, MayNot, Gains, Loses, Flags, Unsure})
            m_counts[facet] += (facets(row) & facet) != 0 ? 1 : 0;
    }
}

std::int64_t ReachRows::count(Facet facet) const
{
    const auto found = m_counts.find(facet);
    return found == m_counts.end() ? 0 : found->second;
}

QString ReachRows::words(std::uint32_t row, bool isAfter) const
{
    const CustomerReach& one = reach(row);
    if (!isOfProduct())
        return ReachText::tr("%1 of %2 products").arg(isAfter ? one.after : one.now).arg(products().size());
    const std::vector<ProductReach> all = details(row);
    return describe(all.empty() ? Sellable() : isAfter ? all.front().after : all.front().now);
}

std::uint64_t ReachRows::key(std::uint32_t row) const
{
    return std::hash<std::string_view>()(list().id(m_rows[row]));
}

std::uint32_t ReachRows::facets(std::uint32_t row) const
{
    const CustomerReach& one = reach(row);
    // What may be sold stays so, unless a rule with more conditions may outrank those that are known to fit.
    const bool isUnsure = one.isUnsure && (one.now == 0 || m_wish.policy == RulePolicy::MostSpecific);
    const std::uint32_t may = one.now > 0 ? MaySell : isUnsure ? 0U : MayNot;
    return may | (isUnsure ? Unsure : 0U) | (one.gained > 0 ? Gains : 0U) | (one.lost > 0 ? Loses : 0U) |
           (one.flagged > 0 ? Flags : 0U);
}

std::vector<std::uint32_t> ReachRows::facetGroups() const
{
    return {MaySell | MayNot | Unsure, Gains | Loses | Flags};
}

RowSource::Matcher ReachRows::matcher(const std::string& word) const
{
    return [this, word](std::uint32_t row) {
        const std::uint32_t customer = m_rows[row];
        return holdsFolded(list().name(customer), word) || holdsFolded(list().code(customer), word) ||
               holdsFolded(list().sourceCode(customer), word) || holdsFolded(list().id(customer), word);
    };
}

std::string ReachRows::sortKey(std::uint32_t row, int column) const
{
    const CustomerReach& one = reach(row);
    switch (static_cast<ReachModel::Column>(column)) {
    case ReachModel::Column::Mark:
        return numberKey(static_cast<std::int64_t>(markOf(one)));
    case ReachModel::Column::Customer:
        return textKey(list().name(one.customer));
    case ReachModel::Column::Code:
        return textKey(list().code(one.customer));
    case ReachModel::Column::Now:
        return numberKey(one.now);
    case ReachModel::Column::After:
        return numberKey(one.after);
    case ReachModel::Column::Count:
        break;
    }
    return {};
}

int ReachModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant ReachModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Mark:
        return ReachText::tr("Result");
    case Column::Customer:
        return ReachText::tr("Customer");
    case Column::Code:
        return ReachText::tr("Code");
    case Column::Now:
        return ReachText::tr("Now");
    case Column::After:
        return ReachText::tr("After posting");
    case Column::Count:
        break;
    }
    return {};
}

QVariant ReachModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const CustomerReach& one = rows()->reach(row);
    const auto column = static_cast<Column>(columnIndex);
    if (role == MarkRole)
        return static_cast<int>(markOf(one));
    if (role == FadedRole)
        return one.now == 0 && !one.isChanged();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Column::Mark:
        return markWord(one);
    case Column::Customer:
        return toQString(rows()->list().name(one.customer));
    case Column::Code:
        return toQString(rows()->list().label(one.customer));
    case Column::Now:
        return rows()->words(row, false);
    case Column::After:
        return one.isChanged() || !rows()->isOfProduct() ? rows()->words(row, true)
                                                         : ReachText::tr("the same");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
