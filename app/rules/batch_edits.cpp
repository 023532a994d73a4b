// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/batch_edits.h"

#include "core/text.h"

namespace rangedesk {

namespace {

/// As it is sent: the ids of rules are found again by that.
RangeTarget targetAsSent(const Target& target, ChangeKind kind)
{
    RangeTarget sent;
    sent.kind = kind;
    if (kind == ChangeKind::CustomerProducts) {
        sent.cells.push_back({Dimension::Department, target.customer.by, -1, target.customer.value});
        sent.words << QString() << toQString(target.customer.value);
        for (const TypedCell& cell : target.cells) {
            if (cell.by == SelectBy::Code || cell.by == SelectBy::Name)
                sent.words[cell.by == SelectBy::Code ? 0 : 1] = toQString(cell.value);
        }
        return sent;
    }
    for (const Condition& condition : target.conditions) {
        sent.cells.push_back({condition.dimension, condition.by, -1, condition.value});
        QString word = toQString(condition.value);
        for (const TypedCell& cell : target.cells) {
            if (cell.dimension == condition.dimension && cell.by == SelectBy::Name)
                word = toQString(cell.value);
        }
        sent.words << dimensionName(condition.dimension) << word;
    }
    return sent;
}

ProductEdit editOf(const Row& row, const ProductRef& product)
{
    ProductEdit edit;
    edit.product = {Dimension::Department, product.by, -1, product.value};
    for (const TypedCell& cell : product.cells) {
        if (cell.by == SelectBy::Code)
            edit.code = cell.value;
        else if (cell.by == SelectBy::Name)
            edit.name = cell.value;
    }
    edit.isRemoved = row.type == ChangeType::Delete;
    edit.mustSell = row.sentMustSell();
    edit.isNew = row.sentIsNew();
    edit.base = row.base;
    return edit;
}

} // namespace

RangeEdits editsOf(const Batch& batch, const std::vector<RowState>& states)
{
    RangeEdits edits;
    if (batch.kind != ChangeKind::RangeProducts && batch.kind != ChangeKind::CustomerProducts)
        return edits;
    std::vector<std::optional<RangeTarget>> targets(batch.targets.size());
    std::set<std::uint32_t> cleared;
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        const Row& row = batch.rows[i];
        const RowState state = i < states.size() ? states[i] : row.state;
        if (state != RowState::NotSent || row.primary != noIndex || row.target == noIndex)
            continue;
        std::optional<RangeTarget>& target = targets[row.target];
        if (!target)
            target = targetAsSent(batch.targets[row.target], batch.kind);
        if (row.type == ChangeType::Clear) {
            if (cleared.insert(row.target).second)
                edits.addClearing({*target, {}});
        } else if (row.product != noIndex) {
            const ProductRef& product = batch.products[row.product];
            edits.put(*target, RangeEdits::productKey(product.by, product.value), editOf(row, product));
        }
    }
    return edits;
}

} // namespace rangedesk
