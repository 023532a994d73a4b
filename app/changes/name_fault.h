// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/snapshot.h"

#include <optional>

namespace rangedesk {

/// Why a target or product cannot be sent, for each of its rows.
struct NameFault
{
    std::int16_t column;
    RefusalReason reason;
    std::string value;
    std::string detail;
};
using MaybeFault = std::optional<NameFault>;

MaybeFault ambiguous(const TypedCell& cell, std::size_t count);
MaybeFault contradicting(const TypedCell& cell, const std::string& read);

/// The first of the cells that names something so, or nullptr.
const TypedCell* cellBy(const std::vector<TypedCell>& cells, SelectBy by);

/// A code or name that was typed beside what resolves the name: it must agree where it was read.
MaybeFault disagreement(const std::vector<TypedCell>& cells, const Snapshot::Label* label);

} // namespace rangedesk
