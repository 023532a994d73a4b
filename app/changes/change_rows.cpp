// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/change_rows.h"

#include "changes/campaign_compare.h"
#include "changes/campaign_rows.h"
#include "changes/cell_values.h"
#include "sheets/csv_writer.h"

#include <array>

namespace rangedesk {

namespace {

using Field = ColumnRole::Field;

using Seen = std::array<bool, static_cast<std::size_t>(SelectBy::Name) + 1>;

/// The columns that the rows need, targets first, in a stable order.
std::vector<ColumnRole> columnsFor(ChangeKind kind, const std::vector<ChangeRow>& rows, bool withComments)
{
    std::array<Seen, dimensionCount> targets{};
    Seen products{};
    const TypedCell* last = nullptr;
    for (const ChangeRow& row : rows) {
        for (const TypedCell& cell : row.product)
            products.at(static_cast<std::size_t>(cell.by)) = true;
        if (row.target.data() == last)
            continue; // rows of one target follow each other
        last = row.target.data();
        for (const TypedCell& cell : row.target)
            targets.at(static_cast<std::size_t>(cell.dimension)).at(static_cast<std::size_t>(cell.by)) = true;
    }
    const Field targetField = kind == ChangeKind::RangeProducts ? Field::Condition : Field::Customer;
    std::vector<ColumnRole> columns;
    for (std::size_t d = 0; d < targets.size(); ++d) {
        for (std::size_t by = 0; by < products.size(); ++by) {
            if (targets.at(d).at(by))
                columns.push_back({targetField, static_cast<Dimension>(d), static_cast<SelectBy>(by)});
        }
    }
    for (std::size_t by = 0; by < products.size(); ++by) {
        if (products.at(by))
            columns.push_back({Field::Product, Dimension::Department, static_cast<SelectBy>(by)});
    }
    for (const Field field : {Field::Operation, Field::MustSell, Field::IsNew, Field::Expected})
        columns.push_back({field});
    if (withComments)
        columns.push_back({Field::Comment});
    return columns;
}

std::string_view flagText(Flag flag)
{
    return flag == Flag::Keep ? "" : flag == Flag::Yes ? "1" : "0";
}

std::string_view typeText(ChangeType type)
{
    return type == ChangeType::Clear ? "clear" : type == ChangeType::Delete ? "delete" : "upsert";
}

class ChangeWriter
{
public:
    ChangeWriter(Sheet& sheet, const std::vector<ColumnRole>& columns) : m_sheet(sheet)
    {
        for (const ColumnRole& role : columns) {
            const bool isTarget = role.field == Field::Condition || role.field == Field::Customer;
            if (isTarget)
                m_targets.push_back(role);
            else if (role.field == Field::Product)
                m_products.push_back(role);
            m_hasComments = m_hasComments || role.field == Field::Comment;
        }
    }

    void write(const ChangeRow& row)
    {
        std::string& text = m_sheet.text;
        m_sheet.lines.push_back(row.line);
        if (row.target.data() != m_last || m_prefix.empty()) {
            m_last = row.target.data();
            m_prefix.clear();
            for (const ColumnRole& role : m_targets)
                appendCell(m_prefix, row.target, role);
        }
        text += m_prefix;
        for (const ColumnRole& role : m_products)
            appendCell(text, row.product, role);
        const char comma = m_sheet.delimiter;
        text.append(typeText(row.type)).append(1, comma);
        text.append(flagText(row.mustSell)).append(1, comma);
        text.append(flagText(row.isNew)).append(1, comma);
        text += expectedText(row.expected, row.type);
        if (m_hasComments)
            text.append(1, comma).append(quotedCell(row.comment, comma));
        text += '\n';
    }

private:
    /// The cell of a role, empty where there is none, and a delimiter.
    void appendCell(std::string& text, std::span<const TypedCell> cells, const ColumnRole& role) const
    {
        for (const TypedCell& cell : cells) {
            if (cell.by == role.by && cell.dimension == role.dimension) {
                text += quotedCell(cell.value, m_sheet.delimiter);
                break;
            }
        }
        text += m_sheet.delimiter;
    }

    Sheet& m_sheet;
    std::vector<ColumnRole> m_targets;
    std::vector<ColumnRole> m_products;
    bool m_hasComments = false;
    const TypedCell* m_last = nullptr;
    std::string m_prefix; ///< cells of the target that was written last
};

} // namespace

OperationChoice choiceOfChanges(ChangeKind kind)
{
    return kind == ChangeKind::Registrations ? OperationChoice::Upsert : OperationChoice::PerRow;
}

Sheet sheetOfChanges(ChangeKind kind, const std::vector<ChangeRow>& rows, bool withComments)
{
    if (isOfCampaigns(kind))
        return sheetOfCampaignChanges(kind, rows, withComments);
    Sheet sheet;
    const std::vector<ColumnRole> columns = columnsFor(kind, rows, withComments);
    constexpr std::size_t bytesARow = 64;
    sheet.text.reserve(rows.size() * bytesARow);
    for (const ColumnRole& role : columns) {
        sheet.columns.push_back({roleName(role), role, false});
        if (!sheet.text.empty())
            sheet.text += sheet.delimiter;
        sheet.text += roleName(role);
    }
    sheet.headingLength = sheet.text.size();
    sheet.text += '\n';
    sheet.dataOffset = sheet.text.size();
    sheet.lines.reserve(rows.size());
    ChangeWriter writer(sheet, columns);
    for (const ChangeRow& row : rows)
        writer.write(row);
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
    if (batch.kind == ChangeKind::Campaigns)
        change.campaign = std::make_shared<CampaignRow>(batch.campaigns[indexOf(batch, row)]);
    if (batch.kind == ChangeKind::Registrations)
        change.registration = std::make_shared<RegistrationRow>(batch.registrations[indexOf(batch, row)]);
    return change;
}

} // namespace rangedesk
