// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/name_fault.h"

namespace rangedesk {

MaybeFault ambiguous(const TypedCell& cell, std::size_t count)
{
    return NameFault{cell.column, RefusalReason::Ambiguous, cell.value, std::to_string(count)};
}

MaybeFault contradicting(const TypedCell& cell, const std::string& read)
{
    return NameFault{cell.column, RefusalReason::ContradictingCells, cell.value, read};
}

const TypedCell* cellBy(const std::vector<TypedCell>& cells, SelectBy by)
{
    const auto found =
        std::find_if(cells.begin(), cells.end(), [by](const TypedCell& c) { return c.by == by; });
    return found == cells.end() ? nullptr : &*found;
}

MaybeFault disagreement(const std::vector<TypedCell>& cells, const Snapshot::Label* label)
{
    if (label == nullptr)
        return {};
    for (const TypedCell& cell : cells) {
        const std::string* read = cell.by == SelectBy::Code   ? &label->code
                                  : cell.by == SelectBy::Name ? &label->name
                                                              : nullptr;
        if (read != nullptr && !read->empty() && *read != cell.value)
            return contradicting(cell, *read);
    }
    return {};
}

} // namespace rangedesk
