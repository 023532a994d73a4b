// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"

#include <span>

namespace rangedesk {

/// One change in the program's own words, from which a sheet can be made: of an undo, a retry or a change set
/// to share.
struct ChangeRow
{
    std::uint32_t line = 0; ///< of the sheet it goes back to
    // Views of what names target and product; the columns of the cells are not used.
    std::span<const TypedCell> target;
    std::span<const TypedCell> product; ///< empty for a clearing
    ChangeType type = ChangeType::Upsert;
    Flag mustSell = Flag::Keep;
    Flag isNew = Flag::Keep;
    BaseValue expected; ///< what the server must hold for it to be sent; not known: whatever it holds
    std::string comment;
    std::shared_ptr<const CampaignRow> campaign = {};         ///< of a campaign
    std::shared_ptr<const RegistrationRow> registration = {}; ///< of a registration
};

/// How a sheet of changes is read: by its column of operations, where the kind has several.
OperationChoice choiceOfChanges(ChangeKind kind);

/// A sheet of these rows with an operation a row: read with `choiceOfChanges` it plans exactly them.
/// @param withComments with a column of comments
Sheet sheetOfChanges(ChangeKind kind, const std::vector<ChangeRow>& rows, bool withComments);

/// A planned row of a batch as it would be sent; flags as the sheet says them. Valid as long as the batch.
ChangeRow changeOf(const Batch& batch, const Row& row);

} // namespace rangedesk
