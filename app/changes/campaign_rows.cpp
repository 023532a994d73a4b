// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/campaign_rows.h"

#include "sheets/csv_writer.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFileInfo>
#include <QIODevice>
#include <map>
#include <set>

namespace rangedesk {

namespace {

using Field = ColumnRole::Field;

struct CampaignRowsText
{
    Q_DECLARE_TR_FUNCTIONS(CampaignRowsText)
};

constexpr quint32 formatVersion = 1;

std::string joinedNames(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

std::string_view modeText(CampaignRow::Mode mode)
{
    switch (mode) {
    case CampaignRow::Mode::NewOnly:
        return "add";
    case CampaignRow::Mode::ChangeOnly:
        return "change";
    case CampaignRow::Mode::Either:
        break;
    }
    return "upsert";
}

/// The columns that the rows need, in a stable order.
std::vector<ColumnRole> columnsOf(ChangeKind kind, const std::vector<ChangeRow>& rows, bool withComments)
{
    std::set<SelectBy> targets;
    std::set<SelectBy> customers;
    std::set<SelectBy> departments;
    std::set<CampaignField> values;
    for (const ChangeRow& row : rows) {
        for (const TypedCell& cell : row.target)
            targets.insert(cell.by);
        for (const TypedCell& cell : row.product)
            customers.insert(cell.by);
        if (!row.campaign)
            continue;
        for (const CampaignField field : campaignFields) {
            if (row.campaign->wish[field])
                values.insert(field);
        }
        if (row.campaign->wish.departments)
            departments.insert(row.campaign->wish.departments->by);
    }
    std::vector<ColumnRole> columns;
    columns.reserve(targets.size());
    for (const SelectBy by : targets)
        columns.push_back({Field::Campaign, Dimension::Department, by});
    if (kind == ChangeKind::Registrations) {
        for (const SelectBy by : customers)
            columns.push_back({Field::Customer, Dimension::Department, by});
        columns.push_back({Field::RegisteredTime});
        columns.push_back({Field::MerchantInformation});
    } else {
        columns.push_back({Field::Operation});
        for (const CampaignField field : values)
            columns.push_back(
                field == CampaignField::Code
                    ? ColumnRole{Field::Campaign, Dimension::Department, SelectBy::Code}
                    : ColumnRole{Field::CampaignValue, Dimension::Department, SelectBy::Id, field});
        for (const SelectBy by : departments)
            columns.push_back({Field::Condition, Dimension::Department, by});
        columns.push_back({Field::Expected});
    }
    if (withComments)
        columns.push_back({Field::Comment});
    return columns;
}

std::string cellBy(std::span<const TypedCell> cells, SelectBy by)
{
    for (const TypedCell& cell : cells) {
        if (cell.by == by)
            return cell.value;
    }
    return {};
}

std::string expectedCell(const CampaignRow& row)
{
    if (row.expectsAbsent)
        return "absent";
    return row.expected ? wishToJson(*row.expected) : std::string();
}

std::string cellOf(ChangeKind kind, const ChangeRow& row, const ColumnRole& role)
{
    switch (role.field) {
    case Field::Campaign:
        if (kind == ChangeKind::Campaigns && role.by == SelectBy::Code)
            return row.campaign->wish[CampaignField::Code].value_or(std::string());
        return cellBy(row.target, role.by);
    case Field::Customer:
        return cellBy(row.product, role.by);
    case Field::RegisteredTime:
        return row.registration->time;
    case Field::MerchantInformation:
        return row.registration->information;
    case Field::Operation:
        return std::string(modeText(row.campaign->mode));
    case Field::CampaignValue:
        return row.campaign->wish[role.campaign].value_or(std::string());
    case Field::Condition: {
        const auto& departments = row.campaign->wish.departments;
        return departments && departments->by == role.by ? joinedNames(departments->names) : std::string();
    }
    case Field::Expected:
        return expectedCell(*row.campaign);
    case Field::Comment:
        return row.comment;
    default:
        return {};
    }
}

QByteArray packed(const CampaignBase& base)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    const auto put = [&out](const std::string& text) { out << QByteArray::fromStdString(text); };
    put(base.edit.sourceCode);
    for (const CampaignField field : campaignFields)
        put(valueOf(base.edit, field));
    out << static_cast<quint32>(base.departments.size());
    for (const CampaignBase::Department& department : base.departments) {
        put(department.id);
        put(department.code);
        put(department.name);
    }
    out << base.hasDepartments;
    return bytes;
}

std::shared_ptr<const CampaignBase> unpacked(const QByteArray& bytes)
{
    QDataStream in(bytes);
    const auto take = [&in] {
        QByteArray text;
        in >> text;
        return text.toStdString();
    };
    CampaignBase base;
    base.edit.sourceCode = take();
    for (const CampaignField field : campaignFields)
        valueOf(base.edit, field) = take();
    quint32 departments = 0;
    in >> departments;
    for (quint32 i = 0; i < departments && in.status() == QDataStream::Ok; ++i) {
        CampaignBase::Department& department = base.departments.emplace_back();
        department.id = take();
        department.code = take();
        department.name = take();
    }
    if (!in.atEnd()) // earlier versions took them as told
        in >> base.hasDepartments;
    return in.status() == QDataStream::Ok ? std::make_shared<const CampaignBase>(std::move(base)) : nullptr;
}

using Bases = std::map<std::uint32_t, QByteArray>;

Result<Bases> readBases(const QString& path, const DataDirectory& data)
{
    Bases bases;
    if (!QFileInfo::exists(path))
        return bases;
    auto bytes = data.load(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QDataStream in(QByteArray::fromStdString(*bytes));
    quint32 version = 0;
    quint32 count = 0;
    in >> version >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok && version == formatVersion; ++i) {
        quint32 row = 0;
        QByteArray base;
        in >> row >> base;
        bases.emplace(row, std::move(base));
    }
    if (in.status() != QDataStream::Ok || version != formatVersion)
        return fail(ErrorKind::Storage,
                    CampaignRowsText::tr(
                        "What this job's campaigns held before cannot be read: its file is damaged."));
    return bases;
}

} // namespace

Sheet sheetOfCampaignChanges(ChangeKind kind, const std::vector<ChangeRow>& rows, bool withComments)
{
    Sheet sheet;
    const std::vector<ColumnRole> columns = columnsOf(kind, rows, withComments);
    for (const ColumnRole& role : columns) {
        sheet.columns.push_back({roleName(role), role, false});
        sheet.text += (sheet.text.empty() ? "" : ",") + roleName(role);
    }
    sheet.headingLength = sheet.text.size();
    sheet.text += '\n';
    sheet.dataOffset = sheet.text.size();
    for (const ChangeRow& row : rows) {
        sheet.lines.push_back(row.line);
        bool isFirst = true;
        for (const ColumnRole& role : columns) {
            if (!isFirst)
                sheet.text += sheet.delimiter;
            isFirst = false;
            sheet.text += quotedCell(cellOf(kind, row, role), sheet.delimiter);
        }
        sheet.text += '\n';
    }
    return sheet;
}

Result<void> keepCampaignBases(Batch& batch, const QString& key, const DataDirectory& data)
{
    if (batch.kind != ChangeKind::Campaigns)
        return {};
    const QString path = data.clearedPath(key) + QStringLiteral(".campaigns");
    auto bases = readBases(path, data);
    if (!bases)
        return tl::unexpected(bases.error());
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        CampaignRow& campaign = batch.campaigns[i];
        const auto kept = bases->find(i);
        if (batch.rows[i].request != 0 && kept != bases->end())
            campaign.base = unpacked(kept->second); // what was sent was made from this
        else if (batch.rows[i].isPlanned())
            (*bases)[i] = campaign.base ? packed(*campaign.base) : QByteArray();
    }
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << formatVersion << static_cast<quint32>(bases->size());
    for (const auto& [row, base] : *bases)
        out << row << base;
    return data.keep(path, bytes.toStdString());
}

Result<void> loadCampaignBases(Batch& batch, const QString& key, const DataDirectory& data)
{
    if (batch.kind != ChangeKind::Campaigns)
        return {};
    auto bases = readBases(data.clearedPath(key) + QStringLiteral(".campaigns"), data);
    if (!bases)
        return tl::unexpected(bases.error());
    for (const auto& [row, base] : *bases) {
        if (row < batch.campaigns.size() && !base.isEmpty())
            batch.campaigns[row].base = unpacked(base);
    }
    return {};
}

} // namespace rangedesk
