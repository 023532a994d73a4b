// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/check.h"

#include "changes/cell_values.h"
#include "changes/repeats.h"
#include "core/id.h"
#include "core/text.h"
#include "core/vendor_rules.h"
#include "sheets/merged_cells.h"

#include <QCoreApplication>
#include <optional>
#include <unordered_map>

namespace rangedesk {

namespace {

struct CheckText
{
    Q_DECLARE_TR_FUNCTIONS(CheckText)
};

using Field = ColumnRole::Field;

struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using IndexByText = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

/// A column that takes part in naming a target or a product.
struct NamingColumn
{
    std::int16_t column;
    ColumnRole role;
    int limit; ///< characters, from the vendor's table; 0 for none
};

/// The parameter that a column becomes.
std::string wireName(const ColumnRole& role)
{
    const std::string suffix = '_' + std::string(selectBySuffix(role.by));
    if (role.field == Field::Condition)
        return std::string(dimensionPrefix(role.dimension)) + suffix;
    return role.field == Field::Customer ? "cm" + suffix : "sale_products.product" + suffix;
}

/// A fault that a target or product has wherever it stands.
struct Fault
{
    std::int16_t column;
    RefusalReason reason;
    std::string value;
    std::string detail;
};

class Checker
{
public:
    Checker(Batch& batch, const KnownId& isKnown) : m_batch(batch), m_isKnown(isKnown) {}

    Result<void> run()
    {
        if (auto headings = sortColumns(); !headings)
            return headings;
        if (m_batch.sheet.workbook)
            m_merged = MergedCells(m_batch.sheet.workbook->merged);
        CsvScanner scanner = m_batch.sheet.scanner();
        CsvRecord record;
        for (;;) {
            const CsvScanner::Status status = scanner.next(record);
            if (status == CsvScanner::Status::End)
                break;
            if (status != CsvScanner::Status::Record)
                return tl::unexpected(scanError(status, scanner));
            if (!record.isBlank())
                checkRow(record);
        }
        if (auto unknown = checkUnknownColumns(); !unknown)
            return unknown;
        warnOfPartlyFilled();
        findRepeats(m_batch);
        m_batch.sortRefusals();
        return {};
    }

private:
    // --- headings ---

    Result<void> sortColumns()
    {
        bool foreign = false;
        const bool ranges = m_batch.kind == ChangeKind::RangeProducts;
        const std::vector<SheetColumn>& columns = m_batch.sheet.columns;
        m_filled.assign(columns.size(), 0);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto index = static_cast<std::int16_t>(i);
            if (columns[i].ignored)
                continue;
            if (!columns[i].role) {
                m_unknown.push_back(index);
                continue;
            }
            const ColumnRole& role = *columns[i].role;
            switch (role.field) {
            case Field::Condition:
                foreign = foreign || !ranges;
                addNaming(m_targetColumns, index, role);
                break;
            case Field::Customer:
                foreign = foreign || ranges;
                addNaming(m_targetColumns, index, role);
                break;
            case Field::Product:
                if (ranges && role.by == SelectBy::SourceCode)
                    m_unknown.push_back(index); // operation 7 has no such parameter
                else if (role.by != SelectBy::Name)
                    addNaming(m_productColumns, index, role);
                break;
            case Field::MustSell:
                m_mustSell = index;
                break;
            case Field::IsNew:
                m_isNew = index;
                break;
            case Field::Operation:
                m_operation = index;
                break;
            case Field::OwnOutcome:
                return fail(
                    ErrorKind::Input,
                    CheckText::tr("This is a result file of an earlier import (column \"%1\").")
                        .arg(toQString(columns[i].heading)),
                    CheckText::tr(
                        "Import the file of refused rows instead, or ignore that column on purpose."));
            case Field::Own:
                break;
            }
        }
        if (foreign)
            return fail(
                ErrorKind::Input,
                CheckText::tr("The headings are those of another kind of sheet: %1, not %2.")
                    .arg(changeKindName(ranges ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts),
                         changeKindName(m_batch.kind)),
                CheckText::tr("Choose that kind, or remove the columns that do not belong."));
        for (const auto* naming : {&m_targetColumns, &m_productColumns}) {
            for (const NamingColumn& column : *naming)
                m_used.push_back(column.column);
        }
        for (const std::int16_t column : {m_mustSell, m_isNew, m_operation}) {
            if (column >= 0)
                m_used.push_back(column);
        }
        if (m_targetColumns.empty())
            return fail(ErrorKind::Input,
                        ranges ? CheckText::tr("No column names a condition of the range.")
                               : CheckText::tr("No column names the customer."),
                        ranges ? CheckText::tr("Use headings such as dept_code, 部门编码 or Department code.")
                               : CheckText::tr("Use headings such as cm_code, 客户编码 or Customer code."));
        if (m_productColumns.empty())
            return fail(ErrorKind::Input, CheckText::tr("No column names the product."),
                        CheckText::tr("Use the heading product_code, 商品编码 or Product code."));
        return {};
    }

    void addNaming(std::vector<NamingColumn>& columns, std::int16_t index, const ColumnRole& role)
    {
        const FieldRule* rule = fieldRule(writeOperation(m_batch.kind), wireName(role));
        columns.push_back({index, role, rule != nullptr ? rule->maxCharacters : 0});
        // In the order of dimensions, and of preference within one: id, code, source code, name.
        std::stable_sort(columns.begin(), columns.end(), [](const NamingColumn& a, const NamingColumn& b) {
            return a.role.dimension != b.role.dimension ? a.role.dimension < b.role.dimension
                                                        : a.role.by < b.role.by;
        });
    }

    Result<void> checkUnknownColumns() const
    {
        for (const std::int16_t column : m_unknown) {
            if (m_filled[static_cast<std::size_t>(column)] == 0)
                continue;
            const std::string& heading = m_batch.sheet.columns[static_cast<std::size_t>(column)].heading;
            if (heading.empty())
                return fail(
                    ErrorKind::Input,
                    CheckText::tr("Line %1, column %2: the heading is empty, but cells below it are filled.")
                        .arg(m_batch.sheet.headingLine)
                        .arg(column + 1),
                    CheckText::tr("Name the column, or empty it."));
            return fail(ErrorKind::Input,
                        CheckText::tr("Line %1, column %2: the heading \"%3\" is not known for %4.")
                            .arg(m_batch.sheet.headingLine)
                            .arg(column + 1)
                            .arg(toQString(heading), changeKindName(m_batch.kind)),
                        CheckText::tr("Correct it, or ignore the column on purpose."));
        }
        return {};
    }

    void warnOfPartlyFilled()
    {
        if (m_batch.kind != ChangeKind::RangeProducts)
            return;
        for (const NamingColumn& naming : m_targetColumns) {
            const std::size_t filled = m_filled[static_cast<std::size_t>(naming.column)];
            if (filled > 0 && filled < m_namedRows)
                m_batch.warnings.push_back(
                    {Warning::Kind::PartlyFilled,
                     {toQString(m_batch.sheet.columns[static_cast<std::size_t>(naming.column)].heading),
                      QString::number(filled), QString::number(m_namedRows)}});
        }
    }

    // --- rows ---

    void checkRow(const CsvRecord& record)
    {
        const auto index = static_cast<std::uint32_t>(m_batch.rows.size());
        Row& row = m_batch.rows.emplace_back();
        row.offset = record.offset;
        row.line = record.line;
        const std::size_t columns = m_batch.sheet.columns.size();
        for (std::size_t i = columns; i < record.cells.size(); ++i) {
            if (!trimmed(record.cells[i]).empty()) {
                m_batch.refuse(index, {0, -1, RefusalReason::ExtraCells, std::string(record.cells[i]), {}});
                return;
            }
        }
        if (record.cells.size() < columns) {
            m_batch.refuse(index, {0, -1, RefusalReason::TooFewCells, {}, {}});
            return;
        }
        bool isNamed = false;
        for (const NamingColumn& naming : m_targetColumns) {
            const bool filled = !cell(record, naming.column).empty();
            m_filled[static_cast<std::size_t>(naming.column)] += filled ? 1 : 0;
            isNamed = isNamed || filled;
        }
        m_namedRows += isNamed ? 1 : 0;
        for (const std::int16_t column : m_unknown)
            m_filled[static_cast<std::size_t>(column)] += cell(record, column).empty() ? 0 : 1;
        if (refuseCellErrors(record, index) || refuseMerged(row.line, index))
            return;
        if (readOperation(record, row, index) && readFlags(record, row, index) &&
            readName(record, m_targetColumns, m_targets, row.target, index, true))
            readName(record, m_productColumns, m_products, row.product, index, false);
    }

    static std::string_view cell(const CsvRecord& record, std::int16_t column)
    {
        return trimmed(record.cells[static_cast<std::size_t>(column)]);
    }

    /// An error of a formula names nothing, and is no value.
    bool refuseCellErrors(const CsvRecord& record, std::uint32_t index)
    {
        for (const std::int16_t column : m_used) {
            const std::string_view text = cell(record, column);
            if (!isCellError(text))
                continue;
            m_batch.refuse(index, {0, column, RefusalReason::CellError, std::string(text), {}});
            return true;
        }
        return false;
    }

    /// A merged cell below or beside the first is empty by itself: as a condition it would widen the range.
    bool refuseMerged(std::uint32_t line, std::uint32_t index)
    {
        for (const std::int16_t column : m_used) {
            const auto first = m_merged.firstLineOf(line, static_cast<std::uint32_t>(column) + 1);
            if (!first)
                continue;
            m_batch.refuse(index, {0, column, RefusalReason::MergedCell, {}, std::to_string(*first)});
            return true;
        }
        return false;
    }

    bool readOperation(const CsvRecord& record, Row& row, std::uint32_t index)
    {
        const OperationChoice chosen = m_batch.operation;
        row.type = chosen == OperationChoice::Delete ? ChangeType::Delete : ChangeType::Upsert;
        const std::string_view text = m_operation < 0 ? std::string_view() : cell(record, m_operation);
        if (text.empty()) {
            if (chosen != OperationChoice::PerRow)
                return true;
            m_batch.refuse(index, {0, m_operation, RefusalReason::NoOperation, {}, {}});
            return false;
        }
        const auto type = typeOf(text);
        if (type && (chosen == OperationChoice::PerRow || *type == row.type)) {
            row.type = *type;
            return true;
        }
        m_batch.refuse(index, {0,
                               m_operation,
                               type ? RefusalReason::OtherOperation : RefusalReason::BadOperation,
                               std::string(text),
                               {}});
        return false;
    }

    bool readFlags(const CsvRecord& record, Row& row, std::uint32_t index)
    {
        return readFlag(record, m_mustSell, row.mustSell, index) &&
               readFlag(record, m_isNew, row.isNew, index);
    }

    bool readFlag(const CsvRecord& record, std::int16_t column, Flag& flag, std::uint32_t index)
    {
        if (column < 0)
            return true;
        const std::string_view text = cell(record, column);
        if (const auto value = flagOf(text)) {
            flag = *value;
            return true;
        }
        m_batch.refuse(index, {0, column, RefusalReason::BadFlag, std::string(text), {}});
        return false;
    }

    /// The targets, or the products, met so far.
    struct Names
    {
        IndexByText byText;
        std::vector<std::optional<Fault>> faults;
        std::string lastText;
        std::uint32_t lastIndex = noIndex;
    };

    /// Finds or makes the target or product that the row names, and refuses the row where it is faulty.
    bool readName(const CsvRecord& record, const std::vector<NamingColumn>& columns, Names& names,
                  std::uint32_t& found, std::uint32_t rowIndex, bool isTarget)
    {
        m_text.clear();
        for (const NamingColumn& naming : columns) {
            const std::string_view value = cell(record, naming.column);
            if (value.empty())
                continue;
            m_text += static_cast<char>(naming.column + 1);
            m_text += value;
            m_text += '\0'; // no cell holds NUL
        }
        if (m_text.empty()) {
            const RefusalReason reason = !isTarget ? RefusalReason::NoProduct
                                         : m_batch.kind == ChangeKind::RangeProducts
                                             ? RefusalReason::NoCondition
                                             : RefusalReason::NoCustomer;
            m_batch.refuse(rowIndex, {0, columns.front().column, reason, {}, {}});
            return false;
        }
        if (m_text != names.lastText) {
            names.lastText = m_text;
            const auto known = names.byText.find(std::string_view(m_text));
            names.lastIndex =
                known != names.byText.end() ? known->second : addName(record, columns, names, isTarget);
        }
        found = names.lastIndex;
        const std::optional<Fault>& fault = names.faults[found];
        if (fault)
            m_batch.refuse(rowIndex, {0, fault->column, fault->reason, fault->value, fault->detail});
        return !fault;
    }

    std::uint32_t addName(const CsvRecord& record, const std::vector<NamingColumn>& columns, Names& names,
                          bool isTarget)
    {
        std::vector<TypedCell> cells;
        std::optional<Fault> fault;
        for (const NamingColumn& naming : columns) {
            const std::string_view value = cell(record, naming.column);
            if (value.empty())
                continue;
            cells.push_back({naming.role.dimension, naming.role.by, naming.column, std::string(value)});
            if (!fault)
                fault = faultOf(naming, value);
        }
        const auto index = static_cast<std::uint32_t>(names.faults.size());
        names.faults.push_back(std::move(fault));
        names.byText.emplace(m_text, index);
        if (isTarget)
            m_batch.targets.emplace_back().cells = std::move(cells);
        else
            m_batch.products.push_back({std::move(cells), SelectBy::Id, {}, {}});
        return index;
    }

    std::optional<Fault> faultOf(const NamingColumn& naming, std::string_view value) const
    {
        const auto fault = [&](RefusalReason reason, std::string detail = {}) {
            return Fault{naming.column, reason, std::string(value), std::move(detail)};
        };
        if (naming.limit > 0 && characterCount(value) > static_cast<std::size_t>(naming.limit))
            return fault(RefusalReason::TooLong, std::to_string(naming.limit));
        if (naming.role.by == SelectBy::Name)
            return std::nullopt;
        const IdDamage damage = naming.role.by == SelectBy::Id ? idDamage(value) : codeDamage(value);
        if (damage == IdDamage::Exponent)
            return fault(RefusalReason::DamagedByExponent);
        if (damage == IdDamage::TrailingZeros && !(m_isKnown && m_isKnown(naming.role, value)))
            return fault(RefusalReason::DamagedByZeros);
        return std::nullopt;
    }

    Batch& m_batch;
    const KnownId& m_isKnown;
    std::vector<NamingColumn> m_targetColumns;
    std::vector<NamingColumn> m_productColumns;
    std::vector<std::int16_t> m_unknown;
    std::vector<std::size_t> m_filled; ///< filled cells a column
    std::size_t m_namedRows = 0;       ///< rows that name a target
    std::int16_t m_mustSell = -1;
    std::int16_t m_isNew = -1;
    std::int16_t m_operation = -1;
    std::vector<std::int16_t> m_used; ///< columns that say something
    MergedCells m_merged;
    Names m_targets;
    Names m_products;
    std::string m_text;
};

} // namespace

Result<Batch> checkSheet(Sheet sheet, ChangeKind kind, OperationChoice operation, const KnownId& isKnown)
{
    Batch batch;
    batch.kind = kind;
    batch.operation = operation;
    batch.sheet = std::move(sheet);
    if (auto checked = Checker(batch, isKnown).run(); !checked)
        return tl::unexpected(checked.error());
    return batch;
}

} // namespace rangedesk
