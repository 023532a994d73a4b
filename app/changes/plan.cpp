// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/plan.h"

#include "changes/campaign_compare.h"

#include <map>

namespace rangedesk {

namespace {

/// Rows that may share a request, in the order of sending: by operation; registrations by what they say and
/// by how they name the customer (decisions 19).
std::uint32_t bucketOf(const Batch& batch, std::uint32_t index)
{
    const Row& row = batch.rows[index];
    if (batch.kind != ChangeKind::Registrations)
        return static_cast<std::uint32_t>(row.type);
    constexpr std::uint32_t waysToName = 4;
    return batch.registrations[index].group * waysToName +
           static_cast<std::uint32_t>(batch.products[row.product].by);
}

/// How many rows a request holds at most.
std::size_t requestSize(ChangeKind kind, std::size_t productsPerRequest)
{
    constexpr std::size_t mostRegistrations = 200;
    if (kind == ChangeKind::Campaigns)
        return 1;
    return kind == ChangeKind::Registrations ? std::min(productsPerRequest, mostRegistrations)
                                             : productsPerRequest;
}

} // namespace

std::vector<PlannedRequest> planRequests(const Batch& batch, std::size_t productsPerRequest)
{
    using Buckets = std::map<std::uint32_t, std::vector<std::uint32_t>>;
    std::vector<std::uint32_t> order;
    std::vector<std::uint32_t> slotOf(batch.targets.size(), noIndex);
    std::vector<Buckets> slots;
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        const Row& row = batch.rows[i];
        if (row.state != RowState::NotSent || row.primary != noIndex)
            continue;
        if (slotOf[row.target] == noIndex) {
            slotOf[row.target] = static_cast<std::uint32_t>(slots.size());
            slots.emplace_back();
            order.push_back(row.target);
        }
        slots[slotOf[row.target]][bucketOf(batch, i)].push_back(i);
    }
    const std::size_t most = requestSize(batch.kind, productsPerRequest);
    std::vector<PlannedRequest> requests;
    for (const std::uint32_t target : order) {
        for (const auto& [bucket, rows] : slots[slotOf[target]]) {
            for (std::size_t at = 0; at < rows.size(); at += most) {
                const std::size_t end = std::min(at + most, rows.size());
                requests.push_back({target,
                                    batch.rows[rows.front()].type,
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
    std::vector<std::map<std::uint32_t, std::int64_t>> perTarget(batch.targets.size());
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
        ++perTarget[row.target][bucketOf(batch, i)];
        if (row.product == noIndex)
            continue;
        if (!hasProduct[row.product])
            ++summary.products;
        hasProduct[row.product] = true;
    }
    const auto most = static_cast<std::int64_t>(requestSize(batch.kind, productsPerRequest));
    for (const auto& counts : perTarget) {
        summary.targets += counts.empty() ? 0 : 1;
        for (const auto& [bucket, count] : counts)
            summary.requests += (count + most - 1) / most;
    }
    return summary;
}

WireRequest wireRequest(const Batch& batch, const PlannedRequest& request)
{
    if (isOfCampaigns(batch.kind))
        return campaignRequest(batch, request.rows);
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
