// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QString>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rangedesk {

/// What a person looks for in a table.
struct RowQuery
{
    QString text;             ///< words; all of them must be found
    std::uint32_t facets = 0; ///< bits; a row with any of them in each group is shown; 0 shows all
    int sortColumn = -1;      ///< -1: the order of the source
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    /// By group, such as a dimension: a row is shown where it has one of the chosen values in each.
    std::map<int, std::set<std::uint64_t>> choices = {};
    /// Keys of the only rows that are shown; nothing: all.
    std::shared_ptr<const std::unordered_set<std::uint64_t>> only = {};

    bool operator==(const RowQuery&) const = default;
};

/// Rows that do not change: what a table shows stands in one of these, workers read it without locks, and
/// news come as another one that replaces it.
class RowSource
{
public:
    using Abandon = std::atomic<bool>;
    using Matcher = std::function<bool(std::uint32_t row)>;

    virtual ~RowSource() = default;
    virtual std::size_t size() const = 0;
    /// Identifies the row among all sources of one table.
    virtual std::uint64_t key(std::uint32_t row) const = 0;
    /// The facets a row has, as bits.
    virtual std::uint32_t facets(std::uint32_t row) const = 0;
    /// Facets that say different things: a row is shown where it has any of the chosen ones of each group.
    virtual std::vector<std::uint32_t> facetGroups() const { return {~0U}; }
    /// The value a row has in a group of choices, 0 for none; the same in all sources of one table. Called in
    /// workers.
    virtual std::uint64_t valueIn(std::uint32_t row, int group) const;
    /// Whether a row has one of these values in a group; differs from `valueIn` where rows have several.
    /// Called in workers.
    virtual bool hasAnyOf(std::uint32_t row, int group, const std::set<std::uint64_t>& values) const;
    /// Whether rows hold a word, which is folded (`foldedForSearch`). Called in workers.
    virtual Matcher matcher(const std::string& word) const = 0;
    /// By which a column is sorted; texts are compared byte for byte.
    virtual std::string sortKey(std::uint32_t row, int column) const = 0;

    /// The rows that a query shows, in its order. Returns early, with any result, once abandoned.
    virtual std::vector<std::uint32_t> select(const RowQuery& query, const Abandon& abandon) const;

protected:
    /// Whether a row has what is chosen.
    bool isChosen(std::uint32_t row, const RowQuery& query) const;
    /// In the order that a query asks for.
    void sortRows(std::vector<std::uint32_t>& rows, const RowQuery& query, const Abandon& abandon) const;
};

/// Whether a text holds a folded word (`foldedForSearch`), whatever the case and width of its ASCII.
bool holdsFolded(std::string_view utf8, std::string_view foldedWord);
/// A number as text that sorts like the number.
std::string numberKey(std::int64_t number);
/// A text as it is sorted: by code point, letters of either case together. Safe in workers.
std::string textKey(std::string_view utf8);

} // namespace rangedesk
