// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/plan.h"

#include <array>

namespace rangedesk {

std::vector<PlannedRequest> planRequests(const Batch& batch, std::size_t productsPerRequest)
{
    struct TargetRows
    {
        std::array<std::vector<std::uint32_t>, 2> byType;
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
        for (const ChangeType type : {ChangeType::Upsert, ChangeType::Delete}) {
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

WireRequest wireRequest(const Batch& batch, const PlannedRequest& request)
{
    std::vector<ProductChange> products;
    products.reserve(request.rows.size());
    for (const std::uint32_t index : request.rows) {
        const Row& row = batch.rows[index];
        const ProductRef& product = batch.products[row.product];
        products.push_back({product.by, product.value, row.sentMustSell(), row.sentIsNew()});
    }
    const Target& target = batch.targets[request.target];
    if (batch.kind == ChangeKind::RangeProducts)
        return toWire(RangeChange{request.type, target.conditions, std::move(products)});
    return toWire(CustomerChange{request.type, target.customer, std::move(products)});
}

} // namespace rangedesk
