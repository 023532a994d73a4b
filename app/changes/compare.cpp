// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/compare.h"

#include "changes/campaign_compare.h"
#include "changes/campaign_snapshot.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

/// A row that the chosen operation leaves out.
Row leftAsItIs(Row row, RowNote why)
{
    row.note = why;
    row.comparison = Comparison::Same;
    row.state = RowState::Unchanged;
    return row;
}

Row compared(Row row, const BaseValue& base, RowNote note, OperationChoice choice)
{
    row.base = base;
    row.note = note;
    const bool upsert = row.type == ChangeType::Upsert;
    if (choice == OperationChoice::InsertOnly && base.known && base.present)
        return leftAsItIs(row, RowNote::ExistsAlready);
    if (choice == OperationChoice::ChangeOnly && base.known && !base.present)
        return leftAsItIs(row, RowNote::NotThereYet);
    if (!base.known) {
        // What may not touch what is there (or not add to it) is not sent on good luck.
        const bool sayable = upsert && row.mustSell != Flag::Keep && row.isNew != Flag::Keep &&
                             choice != OperationChoice::InsertOnly && choice != OperationChoice::ChangeOnly &&
                             choice != OperationChoice::Exact;
        row.comparison = Comparison::NotComparable;
        row.state = sayable ? RowState::NotSent : RowState::Held;
        return row;
    }
    if (!base.present) {
        row.comparison = upsert ? Comparison::New : Comparison::NothingToRemove;
        row.state = upsert ? RowState::NotSent : RowState::Unchanged;
        return row;
    }
    const bool same =
        !base.conflicting && row.sentMustSell() == base.mustSell && row.sentIsNew() == base.isNew;
    row.comparison = !upsert ? Comparison::Removed : same ? Comparison::Same : Comparison::Changed;
    row.state = upsert && same ? RowState::Unchanged : RowState::NotSent;
    return row;
}

/// A change set tells what the server held when it was made: where that moved, a person decides.
void holdIfMoved(Row& row, const BaseValue& expected)
{
    if (!expected.known || row.state != RowState::NotSent)
        return;
    const BaseValue& now = row.base;
    const bool isAsExpected = now.known && now.present == expected.present && !now.conflicting &&
                              now.mustSell == expected.mustSell && now.isNew == expected.isNew &&
                              now.digest == expected.digest;
    if (isAsExpected)
        return;
    row.state = RowState::Held;
    row.note = now.known ? RowNote::ChangedMeanwhile : row.note;
}

RowNote noteOf(const Batch& batch, const Row& row, TargetViews& views)
{
    if (!batch.targets[row.target].comparable)
        return RowNote::UnresolvedValue;
    const TargetView& view = views.of(row.target);
    if (batch.kind == ChangeKind::RangeProducts && view.ruleCount() > 1)
        return RowNote::TwoRules;
    if (row.type == ChangeType::Clear)
        return view.isShared() ? RowNote::SharedRule : RowNote::None;
    const Presence presence = view.find(batch.products[row.product]);
    if (presence.kind == Presence::Kind::Unclear)
        return RowNote::CutShort;
    if (presence.kind == Presence::Kind::Ambiguous ||
        (presence.kind == Presence::Kind::Unnamed && view.exists()))
        return RowNote::UnknownProduct;
    if (presence.conflicting)
        return RowNote::ConflictingFlags;
    return view.isShared() ? RowNote::SharedRule : RowNote::None;
}

/// Deletes that take the last listed products of a range carry a warning (decisions 13).
void markLastProducts(Batch& batch, TargetViews& views)
{
    std::unordered_map<std::uint32_t, std::size_t> removed;
    std::unordered_map<std::uint32_t, bool> added;
    for (const Row& row : batch.rows) {
        if (row.state != RowState::NotSent || row.primary != noIndex)
            continue;
        if (row.type == ChangeType::Delete)
            ++removed[row.target];
        else if (row.type == ChangeType::Upsert)
            added[row.target] = true;
    }
    for (Row& row : batch.rows) {
        if (row.type == ChangeType::Delete && row.state == RowState::NotSent && !added[row.target] &&
            removed[row.target] >= views.of(row.target).productCount() &&
            (row.note == RowNote::None || row.note == RowNote::NotInSheet || row.note == RowNote::SharedRule))
            row.note = RowNote::LastProduct;
    }
}

} // namespace

const TargetView& TargetViews::of(std::uint32_t target)
{
    std::unique_ptr<TargetView>& view = m_views[target];
    if (!view)
        view = std::make_unique<TargetView>(m_snapshot, m_batch.targets[target].key);
    return *view;
}

BaseValue baseValue(const Batch& batch, const Row& row, TargetViews& views)
{
    if (isOfCampaigns(batch.kind))
        return campaignBaseValue(batch, row, views.snapshot().campaigns());
    const Target& target = batch.targets[row.target];
    if (!target.comparable)
        return {};
    const TargetView& view = views.of(row.target);
    if (batch.kind == ChangeKind::RangeProducts && view.ruleCount() > 1)
        return {};
    if (row.type == ChangeType::Clear)
        return {true,
                view.exists(),
                false,
                false,
                false,
                false,
                view.isCutShort(),
                view.exists() ? view.digest() : 0};
    const Presence presence = view.find(batch.products[row.product]);
    const bool unnamed = presence.kind == Presence::Kind::Unnamed;
    if (presence.kind == Presence::Kind::Unclear || presence.kind == Presence::Kind::Ambiguous ||
        (unnamed && view.exists()))
        return {};
    const bool listed = presence.kind == Presence::Kind::Listed;
    return {true,
            listed,
            presence.mustSell,
            presence.isNew,
            presence.conflicting,
            presence.oneSupplier,
            view.isCutShort(),
            0};
}

void compareRows(Batch& batch, const Snapshot& snapshot)
{
    if (isOfCampaigns(batch.kind)) {
        compareCampaignRows(batch, snapshot.campaigns());
        return;
    }
    TargetViews views(batch, snapshot);
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        Row& row = batch.rows[i];
        if (row.state != RowState::Checked || row.primary != noIndex)
            continue;
        row = compared(row, baseValue(batch, row, views), noteOf(batch, row, views), batch.operation);
        if (!batch.expected.empty() && !batch.accepted.contains(i))
            holdIfMoved(row, batch.expected[i]);
        if (row.offset >= batch.sheet.removalsFrom && row.note == RowNote::None)
            row.note = RowNote::NotInSheet;
        if (row.state == RowState::NotSent && row.type == ChangeType::Upsert && row.base.conflicting &&
            (row.mustSell == Flag::Keep || row.isNew == Flag::Keep))
            batch.refuse(i, {0, -1, RefusalReason::KeepUnclear, {}, {}});
    }
    markLastProducts(batch, views);
    batch.sortRefusals();
    bool shared = false;
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        Row& row = batch.rows[i];
        shared = shared || (row.note == RowNote::SharedRule && row.isPlanned());
        if (row.state != RowState::Checked)
            continue; // what is left are repeats
        const Row& first = batch.rows[row.primary];
        if (first.state == RowState::Refused) {
            batch.refuse(i, {0, -1, RefusalReason::KeepUnclear, {}, {}});
            continue;
        }
        row.state = first.state;
        row.comparison = first.comparison;
        row.note = first.note;
        row.base = first.base;
    }
    const auto last = std::count_if(batch.rows.begin(), batch.rows.end(), [](const Row& row) {
        return row.isPlanned() && row.note == RowNote::LastProduct;
    });
    const auto lost = std::count_if(batch.rows.begin(), batch.rows.end(), [](const Row& row) {
        return row.isPlanned() && row.type != ChangeType::Upsert && row.base.cutShort;
    });
    if (lost > 0)
        batch.warnings.push_back({Warning::Kind::CannotUndo, {QString::number(lost)}});
    if (last > 0)
        batch.warnings.push_back({Warning::Kind::LastProducts, {QString::number(last)}});
    if (shared)
        batch.warnings.push_back({Warning::Kind::SharedRules, {}});
}

bool isKnownId(const Snapshot& snapshot, const ColumnRole& role, std::string_view id)
{
    switch (role.field) {
    case ColumnRole::Field::Condition:
        return snapshot.valueLabel(role.dimension, id) != nullptr;
    case ColumnRole::Field::Customer:
        return snapshot.customerLabel(id) != nullptr ||
               snapshot.campaigns().customerLabel(std::string(id)) != nullptr;
    case ColumnRole::Field::Product:
        return snapshot.productCode(id) != nullptr;
    case ColumnRole::Field::MustSell:
    case ColumnRole::Field::IsNew:
    case ColumnRole::Field::Operation:
    case ColumnRole::Field::Expected:
    case ColumnRole::Field::Comment:
    case ColumnRole::Field::Campaign:
    case ColumnRole::Field::CampaignValue:
    case ColumnRole::Field::RegisteredTime:
    case ColumnRole::Field::MerchantInformation:
    case ColumnRole::Field::OwnOutcome:
    case ColumnRole::Field::Own:
        break;
    }
    return false;
}

ReadBack readBackOf(const Batch& batch, const Row& row, const Snapshot& snapshot, TargetViews& views)
{
    if (isOfCampaigns(batch.kind))
        return campaignReadBack(batch, row, snapshot.campaigns());
    const Target& target = batch.targets[row.target];
    if (!target.comparable || !snapshot.isFresh(target.key))
        return ReadBack::Unclear;
    const BaseValue now = baseValue(batch, row, views);
    if (!now.known)
        return ReadBack::Unclear;
    if (row.type != ChangeType::Upsert)
        return now.present ? ReadBack::Differs : ReadBack::Match;
    const bool equal =
        now.present && !now.conflicting && now.mustSell == row.sentMustSell() && now.isNew == row.sentIsNew();
    return equal ? ReadBack::Match : ReadBack::Differs;
}

} // namespace rangedesk
