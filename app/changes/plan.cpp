// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/plan.h"

#include <array>

namespace rangedesk {

std::vector<PlannedRequest> planRequests(const Batch& batch, std::size_t productsPerRequest)
{
    struct TargetRows
    {
        std::array<std::vector<std::uint32_t>, 3> byType;
    };
    std::vector<std::uint32_t> order;
    std::vector<std::uint32_t> slotOf(batch.targets.size(), noIndex);
    std::vector<TargetRows> slots;
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        const Row& row = batch.rows[i];
        if (row.state != RowState::NotSent || row.primary != noIndex)
            continue;
        if (slotOf[row.target] == noIndex) {
            slotOf[row.target] = static_cast<std::uint32_t>(slots.size());
            slots.emplace_back();
            order.push_back(row.target);
        }
        slots[slotOf[row.target]].byType.at(static_cast<std::size_t>(row.type)).push_back(i);
    }
    std::vector<PlannedRequest> requests;
    for (const std::uint32_t target : order) {
        for (const ChangeType type : {ChangeType::Upsert, ChangeType::Delete, ChangeType::Clear}) {
            const auto& rows = slots[slotOf[target]].byType.at(static_cast<std::size_t>(type));
            for (std::size_t at = 0; at < rows.size(); at += productsPerRequest) {
                const std::size_t end = std::min(at + productsPerRequest, rows.size());
                requests.push_back({target,
                                    type,
                                    {rows.begin() + static_cast<std::ptrdiff_t>(at),
                                     rows.begin() + static_cast<std::ptrdiff_t>(end)},
                                    0});
            }
        }
    }
    return requests;
}

PlanSummary summarisePlan(const Batch& batch, const std::vector<RowState>& states,
                          std::size_t productsPerRequest)
{
    PlanSummary summary;
    std::vector<std::array<std::int64_t, 3>> perTarget(batch.targets.size(), {0, 0, 0});
    std::vector<bool> hasProduct(batch.products.size(), false);
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        const Row& row = batch.rows[i];
        const std::uint32_t first = row.primary == noIndex ? i : row.primary;
        if (states[first] != RowState::NotSent)
            continue;
        ++summary.rows;
        summary.removals += row.type != ChangeType::Upsert ? 1 : 0;
        summary.clears += row.type == ChangeType::Clear ? 1 : 0;
        if (row.primary != noIndex)
            continue;
        ++perTarget[row.target].at(static_cast<std::size_t>(row.type));
        if (row.product == noIndex)
            continue;
        if (!hasProduct[row.product])
            ++summary.products;
        hasProduct[row.product] = true;
    }
    const auto most = static_cast<std::int64_t>(productsPerRequest);
    for (const auto& counts : perTarget) {
        summary.targets += counts[0] + counts[1] + counts[2] > 0 ? 1 : 0;
        for (const std::int64_t count : counts)
            summary.requests += (count + most - 1) / most;
    }
    return summary;
}

WireRequest wireRequest(const Batch& batch, const PlannedRequest& request)
{
    const Target& target = batch.targets[request.target];
    const bool isRange = batch.kind == ChangeKind::RangeProducts;
    if (request.type == ChangeType::Clear)
        return isRange ? toWire(RangeClear{target.conditions}) : toWire(CustomerClear{target.customer});
    std::vector<ProductChange> products;
    products.reserve(request.rows.size());
    for (const std::uint32_t index : request.rows) {
        const Row& row = batch.rows[index];
        const ProductRef& product = batch.products[row.product];
        products.push_back({product.by, product.value, row.sentMustSell(), row.sentIsNew()});
    }
    if (isRange)
        return toWire(RangeChange{request.type, target.conditions, std::move(products)});
    return toWire(CustomerChange{request.type, target.customer, std::move(products)});
}

} // namespace rangedesk
