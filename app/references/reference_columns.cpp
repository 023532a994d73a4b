// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a reference list mean.
#include "references/reference_list.h"

#include "core/text.h"

namespace rangedesk {

namespace {

using Meaning = ReferenceColumn::Meaning;

/// Headings that say no more than what they are, folded.
std::optional<Meaning> plainMeaning(const std::string& heading)
{
    static const std::unordered_map<std::string_view, Meaning> known{
        {"id", Meaning::Id},
        {"唯一标识", Meaning::Id},
        {"主键", Meaning::Id},
        {"code", Meaning::Code},
        {"编码", Meaning::Code},
        {"编号", Meaning::Code},
        {"代码", Meaning::Code},
        {"external id", Meaning::SourceCode},
        {"source_code", Meaning::SourceCode},
        {"第三方编码", Meaning::SourceCode},
        {"第三方标识", Meaning::SourceCode},
        {"外部编码", Meaning::SourceCode},
        {"name", Meaning::Name},
        {"名称", Meaning::Name},
        {"名字", Meaning::Name},
    };
    const auto found = known.find(heading);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

Meaning meaningOf(SelectBy by)
{
    switch (by) {
    case SelectBy::Id:
        return Meaning::Id;
    case SelectBy::Code:
        return Meaning::Code;
    case SelectBy::SourceCode:
        return Meaning::SourceCode;
    default:
        return Meaning::Name;
    }
}

/// Whether the column names entries of the kind, and by what.
std::optional<Meaning> namingOf(const ColumnRole& role, EntryKind kind)
{
    const bool isOwn = (role.field == ColumnRole::Field::Customer && kind == EntryKind::Customer) ||
                       (role.field == ColumnRole::Field::Product && kind == EntryKind::Product) ||
                       (role.field == ColumnRole::Field::Condition && entryKind(role.dimension) == kind);
    return isOwn ? std::optional(meaningOf(role.by)) : std::nullopt;
}

/// Of the columns that tell one dimension, the one that people read: its name, else its code.
int preference(SelectBy by)
{
    switch (by) {
    case SelectBy::Name:
        return 2;
    case SelectBy::Code:
        return 1;
    default:
        return 0;
    }
}

/// The dimension whose name alone is the heading, in either language: "部门", "Customer level".
std::optional<Dimension> dimensionOfHeading(const std::string& heading)
{
    for (int i = 0; i < dimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        if (heading == foldedHeading(dimensionChineseName(dimension)) ||
            heading == foldedHeading(dimensionEnglishName(dimension)))
            return dimension;
    }
    return std::nullopt;
}

/// Whether a file of ours has added the column: refused rows that were corrected bring their reasons along.
bool isOfResults(const SheetColumn& column)
{
    using Field = ColumnRole::Field;
    return column.role && (column.role->field == Field::Own || column.role->field == Field::OwnOutcome);
}

} // namespace

bool looksLikeChanges(const Sheet& sheet)
{
    using Field = ColumnRole::Field;
    bool hasProduct = false;
    bool hasTarget = false;
    for (const SheetColumn& column : sheet.columns) {
        if (!column.role)
            continue;
        switch (column.role->field) {
        case Field::Product:
            hasProduct = true;
            break;
        case Field::Customer:
        case Field::Condition:
            hasTarget = true;
            break;
        case Field::Own: // refused rows of a list that were corrected have these, too
            break;
        default:
            return true;
        }
    }
    return hasProduct && hasTarget;
}

std::optional<EntryKind> likelyReferenceKind(const Sheet& sheet)
{
    if (looksLikeChanges(sheet))
        return std::nullopt;
    std::optional<EntryKind> dimension;
    int dimensions = 0;
    for (const SheetColumn& column : sheet.columns) {
        if (!column.role)
            continue;
        if (column.role->field == ColumnRole::Field::Customer)
            return EntryKind::Customer;
        if (column.role->field == ColumnRole::Field::Product)
            return EntryKind::Product;
        if (column.role->field == ColumnRole::Field::Condition &&
            dimension != entryKind(column.role->dimension)) {
            dimension = entryKind(column.role->dimension);
            ++dimensions;
        }
    }
    return dimensions == 1 ? dimension : std::nullopt;
}

std::vector<ReferenceColumn> referenceColumns(const Sheet& sheet, EntryKind kind,
                                              const QMap<QString, Meaning>& chosen)
{
    std::vector<ReferenceColumn> columns;
    std::map<Dimension, std::size_t> tells; // which column tells a dimension
    columns.reserve(sheet.columns.size());
    for (const SheetColumn& column : sheet.columns) {
        ReferenceColumn made{toQString(column.heading), Meaning::Attribute, column.heading, {}};
        const bool isDimension = column.role && column.role->field == ColumnRole::Field::Condition;
        const auto naming = column.role ? namingOf(*column.role, kind) : std::nullopt;
        if (column.heading.empty() || isOfResults(column))
            made.meaning = Meaning::Ignored;
        else if (naming)
            made.meaning = *naming;
        else if (isDimension)
            made.attribute = dimensionPrefix(column.role->dimension);
        else if (const auto plain = plainMeaning(foldedHeading(column.heading)))
            made.meaning = *plain;
        else if (const auto dimension = dimensionOfHeading(foldedHeading(column.heading)))
            made.attribute = dimensionPrefix(*dimension);
        if (made.meaning == Meaning::Attribute && isDimension) {
            const auto [place, isFirst] = tells.emplace(column.role->dimension, columns.size());
            if (!isFirst) {
                const auto& other = *sheet.columns[place->second].role;
                const bool isBetter = preference(column.role->by) > preference(other.by);
                (isBetter ? columns[place->second] : made).meaning = Meaning::Ignored;
                if (isBetter)
                    place->second = columns.size();
            }
        }
        columns.push_back(std::move(made));
    }
    for (ReferenceColumn& column : columns) {
        if (const auto choice = chosen.find(column.heading); choice != chosen.end())
            column.meaning = *choice;
    }
    // One column a meaning: what a person chose comes first, then the order in the sheet.
    for (const Meaning meaning : {Meaning::Id, Meaning::Code, Meaning::SourceCode, Meaning::Name}) {
        const ReferenceColumn* taken = nullptr;
        for (const bool isChosen : {true, false}) {
            for (ReferenceColumn& column : columns) {
                if (column.meaning != meaning || chosen.contains(column.heading) != isChosen)
                    continue;
                if (taken != nullptr)
                    column.meaning = Meaning::Attribute;
                else
                    taken = &column;
            }
        }
    }
    std::unordered_map<std::string, int> named;
    for (ReferenceColumn& column : columns) {
        if (column.meaning == Meaning::Attribute && ++named[column.attribute] > 1)
            column.attribute = toUtf8(column.heading); // a second one of that name goes by its heading
    }
    CsvScanner scanner = sheet.scanner();
    CsvRecord record;
    constexpr int rowsForSamples = 50;
    for (int row = 0; row < rowsForSamples && scanner.next(record) == CsvScanner::Status::Record; ++row) {
        for (std::size_t i = 0; i < std::min(columns.size(), record.cells.size()); ++i) {
            if (columns[i].sample.isEmpty())
                columns[i].sample = excerpt(trimmed(record.cells[i]), 24);
        }
    }
    return columns;
}

} // namespace rangedesk
