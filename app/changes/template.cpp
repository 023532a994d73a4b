// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/template.h"

#include "core/dimension.h"
#include "core/language.h"
#include "core/text.h"
#include "core/vendor_rules.h"
#include "sheets/column_role.h"
#include "sheets/csv_writer.h"
#include "sheets/xlsx_writer.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct TemplateText
{
    Q_DECLARE_TR_FUNCTIONS(TemplateText)
};

using Field = ColumnRole::Field;

enum class Need : std::uint8_t { Required, OneOfThese, Optional };

struct TemplateColumn
{
    ColumnRole role;
    Need need = Need::Optional;
    QString explanation;
};

std::vector<TemplateColumn> columnsOfCampaigns()
{
    constexpr auto department = Dimension::Department;
    std::vector<TemplateColumn> columns{
        {{Field::Campaign, department, SelectBy::SourceCode},
         Need::Required,
         TemplateText::tr("By this the platform knows the campaign. It cannot be changed.")}};
    const QString kept = TemplateText::tr("A new campaign needs it; empty keeps what is there.");
    for (const CampaignField field : campaignFields) {
        ColumnRole role{Field::CampaignValue, department, SelectBy::Id, field};
        if (field == CampaignField::Code)
            role = {Field::Campaign, department, SelectBy::Code};
        QString explanation = kept;
        if (field == CampaignField::Status)
            explanation = TemplateText::tr("已上线, 中止 or 结束; also 1, 2, 3.") + QLatin1Char(' ') + kept;
        else if (field == CampaignField::StartDate || field == CampaignField::EndDate)
            explanation = TemplateText::tr("As 2026-01-31.") + QLatin1Char(' ') + kept;
        columns.push_back({role, Need::Optional, explanation});
    }
    columns.push_back({{Field::Condition, department, SelectBy::Code},
                       Need::Optional,
                       TemplateText::tr("Departments that it belongs to, several with commas between them; "
                                        "empty keeps what is there. Columns with ids or names can stand in "
                                        "its place.")});
    columns.push_back({{Field::Operation},
                       Need::Optional,
                       TemplateText::tr("新增 for a campaign that must not be there yet, 修改 for one that "
                                        "must; empty or 新增/修改 for either.")});
    return columns;
}

std::vector<TemplateColumn> columnsOfRegistrations()
{
    constexpr auto department = Dimension::Department;
    return {{{Field::Campaign, department, SelectBy::SourceCode},
             Need::Required,
             TemplateText::tr("The campaign. A column with its code can stand in its place.")},
            {{Field::Customer, department, SelectBy::Code},
             Need::Required,
             TemplateText::tr("The customer. A column with its id can stand in its place.")},
            {{Field::Customer, department, SelectBy::Name},
             Need::Optional,
             TemplateText::tr("Checked against the code, where both are filled.")},
            {{Field::RegisteredTime},
             Need::Required,
             TemplateText::tr("When the customer registered, as 2026-01-31 09:00:00.")},
            {{Field::MerchantInformation},
             Need::Required,
             TemplateText::tr("What the platform shows of the merchant, as one text.")}};
}

std::vector<TemplateColumn> columnsOf(ChangeKind kind, bool clears)
{
    if (isOfCampaigns(kind))
        return kind == ChangeKind::Campaigns ? columnsOfCampaigns() : columnsOfRegistrations();
    std::vector<TemplateColumn> columns;
    if (kind == ChangeKind::RangeProducts) {
        for (int i = 0; i < dimensionCount; ++i) {
            const auto dimension = static_cast<Dimension>(i);
            const SelectBy by = dimensionHasCode(dimension) ? SelectBy::Code : SelectBy::Name;
            columns.push_back(
                {{Field::Condition, dimension, by},
                 Need::OneOfThese,
                 TemplateText::tr(
                     "A condition of the range. All that are filled hold together; an empty cell "
                     "means that it is not part of the range.")});
        }
    } else {
        columns.push_back({{Field::Customer, Dimension::Department, SelectBy::Code},
                           Need::Required,
                           TemplateText::tr("The customer. A column with its id can stand in its place.")});
        columns.push_back({{Field::Customer, Dimension::Department, SelectBy::Name},
                           Need::Optional,
                           TemplateText::tr("Checked against the code, where both are filled.")});
    }
    if (clears)
        return columns;
    columns.push_back({{Field::Product, Dimension::Department, SelectBy::Code},
                       Need::Required,
                       TemplateText::tr("The product. A column with its id can stand in its place.")});
    columns.push_back({{Field::Product, Dimension::Department, SelectBy::Name},
                       Need::Optional,
                       TemplateText::tr("For people only; it is not sent.")});
    columns.push_back({{Field::MustSell},
                       Need::Optional,
                       TemplateText::tr("是/否, 1/0 or yes/no. Empty keeps what is there.")});
    columns.push_back({{Field::IsNew},
                       Need::Optional,
                       TemplateText::tr("是/否, 1/0 or yes/no. Empty keeps what is there.")});
    columns.push_back(
        {{Field::Operation},
         Need::Optional,
         TemplateText::tr("Read where the operation is chosen \"by the operation column\": "
                          "新增/修改 (add or change), 删除 (remove), 清除 (clear all; without a "
                          "product).")});
    return columns;
}

QString needWord(Need need)
{
    switch (need) {
    case Need::Required:
        return TemplateText::tr("required");
    case Need::OneOfThese:
        return TemplateText::tr("at least one of these");
    case Need::Optional:
        break;
    }
    return TemplateText::tr("optional");
}

QStringList offered(ChangeKind kind, const ColumnRole& role)
{
    if (role.field == Field::CampaignValue && role.campaign == CampaignField::Status)
        return {QStringLiteral("已上线"), QStringLiteral("中止"), QStringLiteral("结束")};
    if (role.field == Field::Operation && kind == ChangeKind::Campaigns)
        return {QStringLiteral("新增"), QStringLiteral("修改"), QStringLiteral("新增/修改")};
    if (role.field == Field::MustSell || role.field == Field::IsNew)
        return {QStringLiteral("是"), QStringLiteral("否")};
    if (role.field == Field::Operation)
        return {QStringLiteral("新增/修改"), QStringLiteral("删除"), QStringLiteral("清除")};
    return {};
}

Result<void> writeCsv(const QString& path, const std::vector<TemplateColumn>& columns)
{
    CsvFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    for (const TemplateColumn& column : columns)
        file.cell(headingOf(column.role), ',');
    file.endRecord();
    return file.commit();
}

void writeInstructions(XlsxBook& book, ChangeKind kind, const std::vector<TemplateColumn>& columns)
{
    using Look = XlsxBook::Look;
    book.beginSheet(TemplateText::tr("Instructions"), true);
    book.setWidth(0, 26);
    book.setWidth(1, 22);
    book.setWidth(2, 14);
    book.setWidth(3, 90);
    for (const QString& heading : {TemplateText::tr("Column"), TemplateText::tr("Needed"),
                                   TemplateText::tr("Characters"), TemplateText::tr("Meaning")})
        book.cell(toUtf8(heading), Look::Heading);
    book.endRecord();
    for (const TemplateColumn& column : columns) {
        const bool isProduct = column.role.field == Field::Product;
        // Of a campaign operations 1 and 2 call the same thing differently.
        std::string name = (isProduct ? "sale_products." : "") + roleName(column.role);
        if (kind == ChangeKind::Campaigns && column.role.field == Field::Campaign)
            name = column.role.by == SelectBy::Code ? "code" : "source_code";
        const FieldRule* rule = fieldRule(writeOperation(kind, ChangeType::Upsert), name);
        book.cell(headingOf(column.role));
        book.cell(toUtf8(needWord(column.need)));
        book.cell(rule != nullptr && rule->maxCharacters > 0 && column.role.field != Field::Operation
                      ? std::to_string(rule->maxCharacters)
                      : std::string());
        book.cell(toUtf8(column.explanation), Look::Caption);
        book.endRecord();
    }
    book.endRecord();
    for (const QString& hint :
         {TemplateText::tr(
              "One row is one change. The headings stay as they are; columns that are not needed may "
              "be deleted."),
          TemplateText::tr(
              "Cells are text, so that ids keep all their digits and codes their leading zeros."),
          TemplateText::tr("Do not merge cells: what is merged is empty but for its first cell.")}) {
        book.cell({});
        book.cell({});
        book.cell({});
        book.cell(toUtf8(hint), Look::Caption);
        book.endRecord();
    }
}

void writeValues(XlsxBook& book, const Catalogue& values)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < entryKindCount; ++i)
        count += values.of(static_cast<EntryKind>(i)).size();
    if (count == 0)
        return;
    using Look = XlsxBook::Look;
    book.beginSheet(TemplateText::tr("Values read"), true);
    book.setWidth(0, 20);
    book.setWidth(1, 26);
    book.setWidth(2, 50);
    for (const QString& heading :
         {TemplateText::tr("Of what"), TemplateText::tr("Code or id"), TemplateText::tr("Name")})
        book.cell(toUtf8(heading), Look::Heading);
    book.endRecord();
    constexpr std::uint32_t mostOfAKind = 50'000; // a list for looking up, not the whole catalogue
    for (std::size_t i = 0; i < entryKindCount; ++i) {
        const auto kind = static_cast<EntryKind>(i);
        const EntryList& entries = values.of(kind);
        const std::string name = toUtf8(entryKindName(kind));
        for (std::uint32_t entry = 0; entry < std::min<std::size_t>(entries.size(), mostOfAKind); ++entry) {
            book.cell(name);
            book.cell(std::string(entries.label(entry)));
            book.cell(std::string(entries.name(entry)));
            book.endRecord();
        }
    }
}

} // namespace

Result<void> writeTemplate(const QString& path, ChangeKind kind, bool clears, const Catalogue& values)
{
    const std::vector<TemplateColumn> columns = columnsOf(kind, clears);
    if (!isWorkbookName(path))
        return writeCsv(path, columns);
    XlsxBook book(path);
    if (auto opened = book.open(); !opened)
        return opened;
    book.beginSheet(TemplateText::tr("Rows"), true);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto at = static_cast<int>(i);
        book.setWidth(at, columns[i].role.field == Field::Product ? 22 : 16);
        if (const QStringList list = offered(kind, columns[i].role); !list.isEmpty())
            book.offerValues(at, list);
    }
    for (const TemplateColumn& column : columns) {
        book.cell(headingOf(column.role),
                  column.need == Need::Required ? XlsxBook::Look::RequiredHeading : XlsxBook::Look::Heading);
        book.explainCell(needWord(column.need) + QLatin1Char('\n') + column.explanation);
    }
    book.endRecord();
    writeInstructions(book, kind, columns);
    writeValues(book, values);
    return book.commit();
}

} // namespace rangedesk
