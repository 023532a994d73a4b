// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/cell_values.h"

#include "core/text.h"

namespace rangedesk {

std::optional<Flag> flagOf(std::string_view cell)
{
    if (cell.empty())
        return Flag::Keep;
    if (cell == "1")
        return Flag::Yes;
    if (cell == "0")
        return Flag::No;
    const std::string folded = foldedHeading(cell);
    for (const char* yes : {"1", "是", "y", "yes", "true"}) {
        if (folded == yes)
            return Flag::Yes;
    }
    for (const char* no : {"0", "否", "n", "no", "false", "[清空]", "[clear]"}) {
        if (folded == no)
            return Flag::No;
    }
    return std::nullopt;
}

std::optional<ChangeType> typeOf(std::string_view cell)
{
    const std::string folded = foldedHeading(cell);
    for (const char* upsert : {"0", "新增", "修改", "新增/修改", "新增修改", "upsert", "add", "change"}) {
        if (folded == upsert)
            return ChangeType::Upsert;
    }
    for (const char* remove : {"1", "删除", "delete", "remove"}) {
        if (folded == remove)
            return ChangeType::Delete;
    }
    return std::nullopt;
}

} // namespace rangedesk
