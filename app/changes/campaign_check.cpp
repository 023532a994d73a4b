// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/campaign_check.h"

#include "changes/cell_values.h"
#include "core/id.h"
#include "core/text.h"
#include "core/vendor_rules.h"

namespace rangedesk {

namespace {

std::string_view cellAt(const CsvRecord& record, std::int16_t column)
{
    return trimmed(record.cells[static_cast<std::size_t>(column)]);
}

bool isClearToken(std::string_view cell)
{
    const std::string folded = foldedHeading(cell);
    return folded == "[清空]" || folded == "[clear]";
}

/// What the tables say against one value; a missing neighbour is no fault of it.
std::optional<Violation> violationOf(Operation operation, std::string_view parameter,
                                     const std::string& value)
{
    WireRequest alone;
    alone.operation = operation;
    alone.fields.push_back({std::string(parameter), value});
    for (Violation& violation : validate(alone)) {
        if (violation.field == parameter && violation.kind != Violation::Kind::Missing)
            return std::move(violation);
    }
    return std::nullopt;
}

/// What a spreadsheet did to an id or a code (decisions 4).
std::optional<RefusalReason> damageOf(SelectBy by, const std::string& value)
{
    if (by == SelectBy::Name)
        return std::nullopt;
    switch (by == SelectBy::Id ? idDamage(value) : codeDamage(value)) {
    case IdDamage::Exponent:
        return RefusalReason::DamagedByExponent;
    case IdDamage::TrailingZeros:
        return RefusalReason::DamagedByZeros;
    case IdDamage::None:
        break;
    }
    return std::nullopt;
}

/// Names joined by commas, of either width, or by the signs that people put between names.
std::vector<std::string> namesIn(std::string_view cell)
{
    std::vector<std::string> names;
    std::string name;
    const auto take = [&] {
        const std::string_view text = trimmed(name);
        if (!text.empty() && std::find(names.begin(), names.end(), text) == names.end())
            names.emplace_back(text);
        name.clear();
    };
    while (!cell.empty()) {
        std::size_t length = 0;
        for (const std::string_view separator : {",", "，", "、", ";", "；"}) {
            if (cell.starts_with(separator))
                length = separator.size();
        }
        if (length > 0) {
            take();
            cell.remove_prefix(length);
        } else {
            name += cell.front();
            cell.remove_prefix(1);
        }
    }
    take();
    return names;
}

} // namespace

bool CampaignCells::refuse(std::uint32_t index, std::int16_t column, RefusalReason reason,
                           std::string_view value)
{
    m_batch.refuse(index, {0, column, reason, std::string(value), {}});
    return false;
}

bool CampaignCells::read(const CsvRecord& record, std::uint32_t index)
{
    if (m_batch.kind == ChangeKind::Registrations)
        return readRegistration(record, index);
    return readCampaign(record, index);
}

bool CampaignCells::readCampaign(const CsvRecord& record, std::uint32_t index)
{
    m_batch.campaigns.resize(index + 1);
    CampaignRow row;
    if (!readMode(record, index, row) || !readExpected(record, index, row))
        return false;
    for (const CampaignColumn& column : m_columns.campaign) {
        if (!readValue(column, cellAt(record, column.column), index, row.wish))
            return false;
    }
    if (!readDepartments(record, index, row.wish))
        return false;
    const auto& start = row.wish[CampaignField::StartDate];
    const auto& end = row.wish[CampaignField::EndDate];
    if (start && end && *end < *start) {
        for (const CampaignColumn& column : m_columns.campaign) {
            if (column.field == CampaignField::EndDate)
                m_batch.refuse(index, refusalOf({Violation::Kind::EndBeforeStart,
                                                 Operation::AddOrUpdateCampaign, "end_date", *end, *start},
                                                column.column));
        }
        return false;
    }
    if (row.wish.isEmpty())
        return refuse(index, -1, RefusalReason::NothingToChange, {});
    m_batch.campaigns[index] = std::move(row);
    return true;
}

/// 新增 is for a campaign that is not there yet (decisions 20), 修改 for one that is.
bool CampaignCells::readMode(const CsvRecord& record, std::uint32_t index, CampaignRow& row)
{
    using Mode = CampaignRow::Mode;
    if (m_batch.operation == OperationChoice::InsertOnly)
        row.mode = Mode::NewOnly;
    else if (m_batch.operation == OperationChoice::ChangeOnly)
        row.mode = Mode::ChangeOnly;
    const bool perRow = m_batch.operation == OperationChoice::PerRow;
    const std::string_view text =
        m_columns.operation < 0 ? std::string_view() : cellAt(record, m_columns.operation);
    if (text.empty())
        return !perRow || refuse(index, m_columns.operation, RefusalReason::NoOperation, {});
    const std::string folded = foldedHeading(text);
    const bool isOwnWord = folded == "insert" || folded == "update";
    const auto type = isOwnWord ? ChangeType::Upsert : typeOf(text);
    if (!type)
        return refuse(index, m_columns.operation, RefusalReason::BadCampaignOperation, text);
    if (*type != ChangeType::Upsert)
        return refuse(index, m_columns.operation, RefusalReason::CannotDelete, text);
    const auto isOneOf = [&folded](std::initializer_list<const char*> words) {
        return std::find(words.begin(), words.end(), folded) != words.end();
    };
    const Mode own = isOneOf({"新增", "add", "insert"})      ? Mode::NewOnly
                     : isOneOf({"修改", "change", "update"}) ? Mode::ChangeOnly
                                                             : Mode::Either;
    if (!perRow && own != Mode::Either && row.mode != Mode::Either && own != row.mode)
        return refuse(index, m_columns.operation, RefusalReason::OtherOperation, text);
    // A row that says more than the chosen operation is taken at its word: that only narrows it.
    row.mode = row.mode == Mode::Either ? own : row.mode;
    return true;
}

bool CampaignCells::readExpected(const CsvRecord& record, std::uint32_t index, CampaignRow& row)
{
    if (m_columns.expected < 0)
        return true;
    const std::string_view text = cellAt(record, m_columns.expected);
    row.expectsAbsent = text == "absent";
    if (text.empty() || row.expectsAbsent)
        return true;
    row.expected = wishFromJson(text);
    return row.expected || refuse(index, m_columns.expected, RefusalReason::BadExpected, text);
}

bool CampaignCells::readValue(const CampaignColumn& column, std::string_view cell, std::uint32_t index,
                              CampaignWish& wish)
{
    if (cell.empty())
        return true; // keeps what is there
    if (isClearToken(cell))
        return refuse(index, column.column, RefusalReason::CannotEmpty, cell);
    const bool isCode = column.field == CampaignField::Code || column.field == CampaignField::TypeCode;
    if (const auto reason = damageOf(SelectBy::Code, std::string(cell)); isCode && reason)
        return refuse(index, column.column, *reason, cell);
    std::string value(cell);
    const bool isDate = column.field == CampaignField::StartDate || column.field == CampaignField::EndDate;
    const auto read = isDate                                  ? vendorDateOf(cell)
                      : column.field == CampaignField::Status ? campaignStatusOf(cell)
                                                              : std::optional(value);
    if (read)
        value = *read;
    if (auto violation =
            violationOf(Operation::AddOrUpdateCampaign, campaignFieldName(column.field), value)) {
        if (column.field == CampaignField::Status)
            violation->allowed = "已上线 (online, 1), 中止 (suspended, 2), 结束 (ended, 3)";
        m_batch.refuse(index, refusalOf(*violation, column.column));
        return false;
    }
    wish[column.field] = std::move(value);
    return true;
}

bool CampaignCells::readDepartments(const CsvRecord& record, std::uint32_t index, CampaignWish& wish)
{
    // Id, code or name: the first that is filled, as the platform itself would take it.
    for (const NamingColumn& column : m_columns.departments) {
        const std::string_view cell = cellAt(record, column.column);
        if (cell.empty())
            continue;
        CampaignDepartments departments{column.role.by, {}};
        if (isClearToken(cell))
            return refuse(index, column.column, RefusalReason::CannotEmpty, cell);
        departments.names = namesIn(cell);
        if (departments.names.empty()) // separators alone: that would take all departments away
            return refuse(index, column.column, RefusalReason::CannotEmpty, cell);
        for (const std::string& name : departments.names) {
            // A change set that the program made has its ids from the server itself.
            const auto reason = m_columns.expected < 0 ? damageOf(column.role.by, name) : std::nullopt;
            if (reason)
                return refuse(index, column.column, *reason, name);
        }
        std::string joined;
        for (const std::string& name : departments.names)
            joined += (joined.empty() ? "" : ",") + name;
        const std::string parameter = "dept_" + std::string(selectBySuffix(column.role.by));
        if (auto violation = violationOf(Operation::AddOrUpdateCampaign, parameter, joined)) {
            m_batch.refuse(index, refusalOf(*violation, column.column));
            return false;
        }
        wish.departments = std::move(departments);
        return true;
    }
    return true;
}

bool CampaignCells::readRegistration(const CsvRecord& record, std::uint32_t index)
{
    m_batch.registrations.resize(index + 1);
    const std::string_view operation =
        m_columns.operation < 0 ? std::string_view() : cellAt(record, m_columns.operation);
    if (!operation.empty() && typeOf(operation) != ChangeType::Upsert)
        return refuse(index, m_columns.operation, RefusalReason::CannotDelete, operation);
    const std::string_view time = cellAt(record, m_columns.time);
    const std::string value = vendorDateTimeOf(time).value_or(std::string(time));
    std::string information(cellAt(record, m_columns.information));
    for (const auto& [parameter, text, column] :
         {std::tuple{"registered_time", &value, m_columns.time},
          {"merchant_information", static_cast<const std::string*>(&information), m_columns.information}}) {
        std::optional<Violation> violation;
        if (text->empty())
            violation = Violation{Violation::Kind::Missing, Operation::ApplyCallBack, parameter, {}, {}};
        else
            violation = violationOf(Operation::ApplyCallBack, parameter, *text);
        if (violation) {
            m_batch.refuse(index, refusalOf(*violation, column));
            return false;
        }
    }
    const auto group = static_cast<std::uint32_t>(m_groups.size());
    const auto [at, isNew] = m_groups.try_emplace(value + '\n' + information, group);
    m_batch.registrations[index] = {value, std::move(information), at->second};
    return true;
}

} // namespace rangedesk
