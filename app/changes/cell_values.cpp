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
    // As our own change sets say it; other words are folded first.
    if (cell == "upsert" || cell == "0")
        return ChangeType::Upsert;
    if (cell == "delete" || cell == "1")
        return ChangeType::Delete;
    const std::string folded = foldedHeading(cell);
    for (const char* upsert : {"0", "新增", "修改", "新增/修改", "新增修改", "upsert", "add", "change"}) {
        if (folded == upsert)
            return ChangeType::Upsert;
    }
    for (const char* remove : {"1", "删除", "delete", "remove"}) {
        if (folded == remove)
            return ChangeType::Delete;
    }
    for (const char* clear : {"清除", "clear"}) {
        if (folded == clear)
            return ChangeType::Clear;
    }
    return std::nullopt;
}

std::string expectedText(const BaseValue& base, ChangeType type)
{
    if (!base.known)
        return {};
    if (!base.present)
        return "absent";
    if (type == ChangeType::Clear)
        return toUtf8(QStringLiteral("#%1").arg(base.digest, 8, 16, QLatin1Char('0')));
    return std::string(base.mustSell ? "1/" : "0/") + (base.isNew ? '1' : '0');
}

std::optional<BaseValue> expectedOf(std::string_view cell)
{
    BaseValue base;
    if (cell.empty())
        return base;
    base.known = true;
    if (cell == "absent")
        return base;
    base.present = true;
    if (cell.starts_with('#')) {
        bool isHex = false;
        base.digest = toQString(cell.substr(1)).toUInt(&isHex, 16);
        return isHex ? std::optional(base) : std::nullopt;
    }
    const auto isBit = [](char c) { return c == '0' || c == '1'; };
    if (cell.size() != 3 || !isBit(cell[0]) || cell[1] != '/' || !isBit(cell[2]))
        return std::nullopt;
    base.mustSell = cell[0] == '1';
    base.isNew = cell[2] == '1';
    return base;
}

} // namespace rangedesk
