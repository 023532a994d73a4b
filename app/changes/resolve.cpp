// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/resolve.h"

#include "changes/campaign_resolve.h"
#include "changes/name_fault.h"
#include "changes/repeats.h"

#include <optional>

namespace rangedesk {

namespace {

/// A code or name beside an id that was never read: it must not name another id.
template <typename IdsOf> MaybeFault namesAnother(const std::vector<TypedCell>& cells, IdsOf idsOf)
{
    for (const TypedCell& cell : cells) {
        if (cell.by == SelectBy::Id || cell.by == SelectBy::SourceCode)
            continue;
        const Snapshot::Ids& ids = idsOf(cell);
        if (ids.size() == 1)
            return contradicting(cell, *ids.begin());
    }
    return {};
}

/// What a set of cells resolves to: an id, or how it is sent as typed.
struct Resolved
{
    std::string id; ///< empty where nothing read resolves it
    MaybeFault fault;
};

class Resolver
{
public:
    Resolver(Batch& batch, const Snapshot& snapshot) : m_batch(batch), m_snapshot(snapshot) {}

    void run()
    {
        const std::vector<bool> contradicts = contradictoryRows(m_batch);
        std::vector<MaybeFault> targetFaults;
        targetFaults.reserve(m_batch.targets.size());
        for (Target& target : m_batch.targets) {
            targetFaults.push_back(resolveTarget(target));
            if (targetFaults.back())
                disable(target, targetFaults.size());
        }
        std::vector<MaybeFault> productFaults;
        for (ProductRef& product : m_batch.products)
            productFaults.push_back(resolveProduct(product));
        const std::vector<std::uint32_t> targetOf = firstOfEach(m_batch.targets);
        const std::vector<std::uint32_t> productOf = firstOfEach(m_batch.products);
        bool merged = false;
        for (std::uint32_t i = 0; i < m_batch.rows.size(); ++i) {
            Row& row = m_batch.rows[i];
            // Rows that contradict others may meet more of them now: all of a contradiction are refused.
            if (row.state != RowState::Checked && !contradicts[i])
                continue;
            static const MaybeFault none;
            const bool hasProduct = row.product != noIndex; // rows that clear have none
            const MaybeFault& fault = targetFaults[row.target] ? targetFaults[row.target]
                                      : hasProduct             ? productFaults[row.product]
                                                               : none;
            if (fault && row.state == RowState::Refused)
                continue;
            if (fault) {
                m_batch.refuse(i, {0, fault->column, fault->reason, fault->value, fault->detail});
                continue;
            }
            merged = merged || targetOf[row.target] != row.target ||
                     (hasProduct && productOf[row.product] != row.product);
            row.target = targetOf[row.target];
            if (hasProduct)
                row.product = productOf[row.product];
        }
        if (merged)
            findRepeats(m_batch);
    }

    /// Targets that nothing read resolved before; how they were sent is left as it is.
    void again()
    {
        for (Target& target : m_batch.targets) {
            const bool range = m_batch.kind == ChangeKind::RangeProducts;
            if (target.cells.empty() || target.isFaulty ||
                (target.comparable && (range || target.customer.by == SelectBy::Id)))
                continue;
            Target resolved = target;
            const MaybeFault fault = resolveTarget(resolved);
            if (!fault && resolved.comparable) {
                target.key = resolved.key;
                target.comparable = true;
            }
        }
    }

private:
    /// For each item the index of the first one with the same key.
    template <typename T> static std::vector<std::uint32_t> firstOfEach(const std::vector<T>& items)
    {
        std::unordered_map<std::string_view, std::uint32_t> first;
        std::vector<std::uint32_t> index;
        index.reserve(items.size());
        for (std::uint32_t i = 0; i < items.size(); ++i)
            index.push_back(first.try_emplace(items[i].key, i).first->second);
        return index;
    }

    MaybeFault resolveTarget(Target& target)
    {
        if (isOfCampaigns(m_batch.kind))
            return resolveCampaign(target, m_batch.kind, m_snapshot.campaigns());
        return m_batch.kind == ChangeKind::RangeProducts ? resolveRange(target) : resolveCustomer(target);
    }

    /// What cannot be told from others is never sent and never compared.
    static void disable(Target& target, std::size_t number)
    {
        target.isFaulty = true;
        target.comparable = false;
        target.conditions.clear();
        target.customer = {};
        target.key = "!" + std::to_string(number);
    }

    MaybeFault resolveRange(Target& target)
    {
        target.key.clear();
        target.conditions.clear();
        target.comparable = true;
        for (std::size_t start = 0; start < target.cells.size();) {
            std::size_t end = start;
            while (end < target.cells.size() && target.cells[end].dimension == target.cells[start].dimension)
                ++end;
            const Dimension dimension = target.cells[start].dimension;
            const std::vector<TypedCell> cells(target.cells.begin() + static_cast<std::ptrdiff_t>(start),
                                               target.cells.begin() + static_cast<std::ptrdiff_t>(end));
            start = end;
            const Resolved resolved = resolveValue(dimension, cells);
            if (resolved.fault)
                return resolved.fault;
            if (!resolved.id.empty()) {
                target.conditions.push_back({dimension, SelectBy::Id, resolved.id});
                target.key += rangeKeyPart(dimension, resolved.id);
            } else {
                target.comparable = false;
                const TypedCell& typed = cells.front();
                target.conditions.push_back({dimension, typed.by, typed.value});
                target.key +=
                    rangeKeyPart(dimension, '?' + std::string(selectBySuffix(typed.by)) + '=' + typed.value);
            }
        }
        return {};
    }

    Resolved resolveValue(Dimension dimension, const std::vector<TypedCell>& cells) const
    {
        std::string id;
        if (const TypedCell* byId = cellBy(cells, SelectBy::Id)) {
            if (m_snapshot.valueLabel(dimension, byId->value) == nullptr)
                return {{}, namesAnother(cells, [&](const TypedCell& cell) -> const Snapshot::Ids& {
                            return m_snapshot.valueIds(dimension, cell.by, cell.value);
                        })};
            id = byId->value;
        }
        for (const SelectBy by : {SelectBy::Code, SelectBy::Name}) {
            const TypedCell* cell = cellBy(cells, by);
            if (cell == nullptr || !id.empty())
                continue;
            Snapshot::Ids ids = m_snapshot.valueIds(dimension, by, cell->value);
            if (ids.size() > 1) {
                // A name beside the code, or the other way round, can settle it.
                std::erase_if(ids, [&](const std::string& candidate) {
                    return disagreement(cells, m_snapshot.valueLabel(dimension, candidate)).has_value();
                });
                if (ids.size() != 1)
                    return {{}, ambiguous(*cell, m_snapshot.valueIds(dimension, by, cell->value).size())};
            }
            if (!ids.empty())
                id = *ids.begin();
        }
        if (id.empty())
            return {};
        return {id, disagreement(cells, m_snapshot.valueLabel(dimension, id))};
    }

    MaybeFault resolveCustomer(Target& target)
    {
        const TypedCell& first = target.cells.front();
        std::string id;
        if (first.by == SelectBy::Id) {
            id = first.value;
        } else {
            const Snapshot::Ids* asked = m_snapshot.askedCustomer({first.by, first.value});
            Snapshot::Ids ids = asked != nullptr ? *asked : Snapshot::Ids();
            if (first.by != SelectBy::SourceCode) {
                const Snapshot::Ids& listed = m_snapshot.customerIds(first.by, first.value);
                ids.insert(listed.begin(), listed.end());
            }
            if (ids.size() > 1)
                return ambiguous(first, ids.size());
            if (!ids.empty())
                id = *ids.begin();
            else if (first.by == SelectBy::Name)
                return NameFault{first.column, RefusalReason::CustomerNotFound, first.value, {}};
        }
        target.comparable = true;
        if (id.empty()) { // asked for, and without rules: sent as typed
            target.customer = {first.by, first.value};
            target.key = Snapshot::askedKey(target.customer);
            target.comparable = m_snapshot.isFresh(target.key);
            return {};
        }
        target.customer = {SelectBy::Id, id};
        target.key = id;
        // A customer whose rules the server would not show cannot be compared.
        target.comparable = m_snapshot.isFresh(id) || m_snapshot.customerLabel(id) != nullptr;
        if (m_snapshot.customerLabel(id) == nullptr)
            return namesAnother(target.cells, [&](const TypedCell& cell) -> const Snapshot::Ids& {
                return m_snapshot.customerIds(cell.by, cell.value);
            });
        return disagreement(target.cells, m_snapshot.customerLabel(id));
    }

    MaybeFault resolveProduct(ProductRef& product)
    {
        if (m_batch.kind == ChangeKind::Registrations)
            return resolveRegistered(product, m_snapshot.campaigns());
        const TypedCell& first = product.cells.front();
        product.by = first.by;
        product.value = first.value;
        if (first.by == SelectBy::Id) {
            product.key = first.value;
            const std::string* code = m_snapshot.productCode(first.value);
            const TypedCell* typedCode = cellBy(product.cells, SelectBy::Code);
            if (code == nullptr)
                return namesAnother(product.cells, [&](const TypedCell& cell) -> const Snapshot::Ids& {
                    return m_snapshot.productIds(cell.value);
                });
            if (typedCode != nullptr && !code->empty() && *code != typedCode->value)
                return contradicting(*typedCode, *code);
            return {};
        }
        const Snapshot::Ids* ids = first.by == SelectBy::Code ? &m_snapshot.productIds(first.value) : nullptr;
        product.key = ids != nullptr && ids->size() == 1
                          ? *ids->begin()
                          : '?' + std::string(selectBySuffix(first.by)) + '=' + first.value;
        return {};
    }

    Batch& m_batch;
    const Snapshot& m_snapshot;
};

} // namespace

void resolve(Batch& batch, const Snapshot& snapshot)
{
    Resolver(batch, snapshot).run();
}

void resolveAgain(Batch& batch, const Snapshot& snapshot)
{
    Resolver(batch, snapshot).again();
}

} // namespace rangedesk
