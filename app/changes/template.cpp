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

std::vector<TemplateColumn> columnsOf(ChangeKind kind, bool clears)
{
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

QStringList offered(const ColumnRole& role)
{
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
        const FieldRule* rule = fieldRule(writeOperation(kind, ChangeType::Upsert),
                                          (isProduct ? "sale_products." : "") + roleName(column.role));
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

void writeValues(XlsxBook& book, const KnownValues& values)
{
    const auto groups = values.groups();
    if (groups.empty())
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
    for (const auto& [name, entries] : groups) {
        for (const KnownValues::Entry* entry : entries) {
            book.cell(toUtf8(name));
            book.cell(entry->code.empty() ? entry->id : entry->code);
            book.cell(entry->name);
            book.endRecord();
        }
    }
}

} // namespace

Result<void> writeTemplate(const QString& path, ChangeKind kind, bool clears, const KnownValues& values)
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
        if (const QStringList list = offered(columns[i].role); !list.isEmpty())
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
