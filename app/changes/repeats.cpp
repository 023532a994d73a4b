// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/repeats.h"

#include <algorithm>
#include <span>

namespace rangedesk {

namespace {

struct Keyed
{
    std::uint64_t key;
    std::uint32_t row;
};

bool sameWish(const Batch& batch, std::uint32_t first, std::uint32_t second)
{
    if (batch.kind == ChangeKind::Campaigns)
        return batch.campaigns[first].wish == batch.campaigns[second].wish &&
               batch.campaigns[first].mode == batch.campaigns[second].mode;
    if (batch.kind == ChangeKind::Registrations)
        return batch.registrations[first].group == batch.registrations[second].group;
    const Row& a = batch.rows[first];
    const Row& b = batch.rows[second];
    return a.type == b.type && a.mustSell == b.mustSell && a.isNew == b.isNew;
}

/// The lines of the other rows, ten at most.
std::string otherLines(const Batch& batch, std::span<const Keyed> group, std::uint32_t self)
{
    constexpr int most = 10;
    std::string lines;
    int named = 0;
    for (const Keyed& item : group) {
        if (item.row == self)
            continue;
        if (named == most)
            return lines + ", …";
        lines += (named++ == 0 ? "" : ", ") + std::to_string(batch.rows[item.row].line);
    }
    return lines;
}

/// A target that is cleared by one row and changed by another: which comes first is not clear, so all of
/// them are refused.
bool settleCleared(Batch& batch, std::span<const Keyed> group)
{
    const auto clears = [&](const Keyed& item) { return batch.rows[item.row].type == ChangeType::Clear; };
    const auto count = std::count_if(group.begin(), group.end(), clears);
    if (count == 0 || static_cast<std::size_t>(count) == group.size())
        return false;
    for (const Keyed& item : group) {
        if (batch.rows[item.row].state != RowState::Refused)
            batch.refuse(item.row,
                         {0, -1, RefusalReason::Contradiction, {}, otherLines(batch, group, item.row)});
    }
    return true;
}

void settleGroup(Batch& batch, std::span<const Keyed> group)
{
    const bool agree = std::all_of(group.begin(), group.end(), [&](const Keyed& item) {
        return sameWish(batch, item.row, group.front().row);
    });
    for (const Keyed& item : group) {
        if (!agree && batch.rows[item.row].state == RowState::Refused)
            continue; // by an earlier round already
        if (!agree)
            batch.refuse(item.row,
                         {0, -1, RefusalReason::Contradiction, {}, otherLines(batch, group, item.row)});
        else if (item.row != group.front().row)
            batch.rows[item.row].primary = group.front().row;
    }
}

} // namespace

std::vector<bool> contradictoryRows(const Batch& batch)
{
    std::vector<bool> rows(batch.rows.size(), false);
    for (const Refusal& refusal : batch.refusals) {
        if (refusal.reason == RefusalReason::Contradiction)
            rows[refusal.row] = true;
    }
    return rows;
}

void findRepeats(Batch& batch)
{
    const std::vector<bool> contradicts = contradictoryRows(batch);
    std::vector<Keyed> keyed;
    keyed.reserve(batch.rows.size());
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        Row& row = batch.rows[i];
        row.primary = noIndex;
        if (row.state == RowState::Checked || contradicts[i])
            keyed.push_back({(static_cast<std::uint64_t>(row.target) << 32U) | row.product, i});
    }
    const auto before = [](const Keyed& a, const Keyed& b) {
        return a.key != b.key ? a.key < b.key : a.row < b.row;
    };
    if (!std::is_sorted(keyed.begin(), keyed.end(), before))
        std::sort(keyed.begin(), keyed.end(), before);
    const auto targetOf = [](const Keyed& item) { return item.key >> 32U; };
    std::size_t targetEnd = 0;
    for (std::size_t start = 0; start < keyed.size();) {
        std::size_t end = start + 1;
        const bool isNewTarget = start >= targetEnd;
        if (isNewTarget)
            targetEnd = end;
        while (isNewTarget && targetEnd < keyed.size() &&
               targetOf(keyed[targetEnd]) == targetOf(keyed[start]))
            ++targetEnd;
        end = targetEnd;
        const auto ofTarget = std::span(keyed).subspan(start, end - start);
        // The row that clears has no product and stands last of its target.
        if (isNewTarget && batch.rows[ofTarget.back().row].type == ChangeType::Clear &&
            settleCleared(batch, ofTarget)) {
            start = end;
            continue;
        }
        end = start + 1;
        while (end < keyed.size() && keyed[end].key == keyed[start].key)
            ++end;
        if (end - start > 1)
            settleGroup(batch, std::span(keyed).subspan(start, end - start));
        start = end;
    }
}

} // namespace rangedesk
