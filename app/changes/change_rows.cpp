// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/change_rows.h"

#include "changes/cell_values.h"
#include "sheets/csv_writer.h"

#include <map>

namespace rangedesk {

namespace {

using Field = ColumnRole::Field;

ColumnRole roleOf(Field field, const TypedCell& cell)
{
    return {field, field == Field::Condition ? cell.dimension : Dimension::Department, cell.by};
}

/// The columns that the rows need, targets first, in a stable order.
std::vector<ColumnRole> columnsFor(ChangeKind kind, const std::vector<ChangeRow>& rows, bool withComments)
{
    const Field targetField = kind == ChangeKind::RangeProducts ? Field::Condition : Field::Customer;
    std::map<std::pair<int, int>, ColumnRole> targets;
    std::map<int, ColumnRole> products;
    for (const ChangeRow& row : rows) {
        for (const TypedCell& cell : row.target) {
            const ColumnRole role = roleOf(targetField, cell);
            targets.emplace(std::pair(static_cast<int>(role.dimension), static_cast<int>(role.by)), role);
        }
        for (const TypedCell& cell : row.product)
            products.emplace(static_cast<int>(cell.by), roleOf(Field::Product, cell));
    }
    std::vector<ColumnRole> columns;
    for (const auto& [key, role] : targets)
        columns.push_back(role);
    for (const auto& [key, role] : products)
        columns.push_back(role);
    for (const Field field : {Field::Operation, Field::MustSell, Field::IsNew, Field::Expected})
        columns.push_back({field});
    if (withComments)
        columns.push_back({Field::Comment});
    return columns;
}

std::string flagText(Flag flag)
{
    return flag == Flag::Keep ? std::string() : flag == Flag::Yes ? "1" : "0";
}

const char* typeText(ChangeType type)
{
    return type == ChangeType::Clear ? "clear" : type == ChangeType::Delete ? "delete" : "upsert";
}

std::string cellOf(const std::vector<TypedCell>& cells, const ColumnRole& role, bool isCondition)
{
    for (const TypedCell& cell : cells) {
        if (cell.by == role.by && (!isCondition || cell.dimension == role.dimension))
            return cell.value;
    }
    return {};
}

std::string textOf(const ChangeRow& row, const ColumnRole& role)
{
    switch (role.field) {
    case Field::Condition:
        return cellOf(row.target, role, true);
    case Field::Customer:
        return cellOf(row.target, role, false);
    case Field::Product:
        return cellOf(row.product, role, false);
    case Field::MustSell:
        return flagText(row.mustSell);
    case Field::IsNew:
        return flagText(row.isNew);
    case Field::Operation:
        return typeText(row.type);
    case Field::Expected:
        return expectedText(row.expected, row.type);
    case Field::Comment:
        return row.comment;
    case Field::OwnOutcome:
    case Field::Own:
        break;
    }
    return {};
}

} // namespace

Sheet sheetOfChanges(ChangeKind kind, const std::vector<ChangeRow>& rows, bool withComments)
{
    Sheet sheet;
    for (const ColumnRole& role : columnsFor(kind, rows, withComments)) {
        sheet.columns.push_back({roleName(role), role, false});
        if (!sheet.text.empty())
            sheet.text += sheet.delimiter;
        sheet.text += roleName(role);
    }
    sheet.headingLength = sheet.text.size();
    sheet.text += '\n';
    sheet.dataOffset = sheet.text.size();
    sheet.lines.reserve(rows.size());
    for (const ChangeRow& row : rows) {
        sheet.lines.push_back(row.line);
        for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
            if (i > 0)
                sheet.text += sheet.delimiter;
            sheet.text += quotedCell(textOf(row, *sheet.columns[i].role), sheet.delimiter);
        }
        sheet.text += '\n';
    }
    return sheet;
}

ChangeRow changeOf(const Batch& batch, const Row& row)
{
    ChangeRow change;
    change.line = row.line;
    change.target = batch.targets[row.target].cells;
    if (row.product != noIndex)
        change.product = batch.products[row.product].cells;
    change.type = row.type;
    change.mustSell = row.mustSell;
    change.isNew = row.isNew;
    return change;
}

} // namespace rangedesk
