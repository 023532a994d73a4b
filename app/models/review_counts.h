// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/review_rows.h"

namespace rangedesk {

/// How many a review shows, and would show with another choice: each chip and each bar counts under all the
/// other filters, and without its own.
struct ReviewCounts
{
    struct Value
    {
        std::uint64_t key = 0; ///< 0: not filled, or not known
        QString text;
        std::size_t count = 0;
    };
    struct Field
    {
        int group = 0;
        QString word;
        std::vector<Value> values; ///< the most frequent first; what holds is always among them
        std::size_t without = 0;
    };
    std::size_t registered = 0; ///< whatever was decided on them
    std::array<std::size_t, static_cast<std::size_t>(ReviewDecision::Count)> decisions{};
    std::array<std::size_t, 32> facets{}; ///< by bit: of the remarks, and of the gone
    std::uint32_t any = 0;                ///< facets that any customer has, whatever is filtered by
    std::vector<Field> fields;

    std::size_t count(ReviewRows::Facet facet) const;
};

/// @param query what holds now; its order does not matter. In a worker. Returns early, with any result, once
/// abandoned.
ReviewCounts countReview(const ReviewRows& rows, const RowQuery& query, const RowSource::Abandon& abandon);

} // namespace rangedesk
