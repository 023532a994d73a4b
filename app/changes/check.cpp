// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/check.h"

#include "changes/campaign_check.h"
#include "changes/cell_values.h"
#include "changes/check_columns.h"
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
        auto columns = planColumns(m_batch);
        if (!columns)
            return tl::unexpected(columns.error());
        m_columns = std::move(*columns);
        m_ofCampaigns = isOfCampaigns(m_batch.kind);
        m_filled.assign(m_batch.sheet.columns.size(), 0);
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
        if (m_batch.sheet.workbook && m_batch.sheet.workbook->hiddenRows > 0 && !m_batch.sheet.skipsHidden)
            m_batch.warnings.push_back(
                {Warning::Kind::HiddenRows, {QString::number(m_batch.sheet.workbook->hiddenRows)}});
        if (m_columns.expected >= 0 && !m_ofCampaigns)
            m_batch.expected.resize(m_batch.rows.size());
        if (m_batch.kind == ChangeKind::Campaigns)
            m_batch.campaigns.resize(m_batch.rows.size());
        if (m_batch.kind == ChangeKind::Registrations)
            m_batch.registrations.resize(m_batch.rows.size());
        findRepeats(m_batch);
        m_batch.sortRefusals();
        return {};
    }

private:
    Result<void> checkUnknownColumns() const
    {
        for (const std::int16_t column : m_columns.unknown) {
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
                            .arg(toQString(heading), sheetKindName(m_batch.kind, m_batch.operation)),
                        CheckText::tr("Correct it, or ignore the column on purpose."));
        }
        return {};
    }

    void warnOfPartlyFilled()
    {
        if (m_batch.kind != ChangeKind::RangeProducts || m_columns.expected >= 0)
            return;
        for (const NamingColumn& naming : m_columns.target) {
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
        for (const NamingColumn& naming : m_columns.target) {
            const bool filled = !cell(record, naming.column).empty();
            m_filled[static_cast<std::size_t>(naming.column)] += filled ? 1 : 0;
            isNamed = isNamed || filled;
        }
        m_namedRows += isNamed ? 1 : 0;
        for (const std::int16_t column : m_columns.unknown)
            m_filled[static_cast<std::size_t>(column)] += cell(record, column).empty() ? 0 : 1;
        if (refuseCellErrors(record, index) || refuseMerged(row.line, index))
            return;
        if (m_ofCampaigns) {
            checkCampaignRow(record, row, index);
            return;
        }
        if (row.offset >= m_batch.sheet.removalsFrom) {
            row.type = ChangeType::Delete;
            row.line = 0;
        } else if (!readOperation(record, row, index) || !readFlags(record, row, index) ||
                   !readExpected(record, index)) {
            return;
        }
        if (!readName(record, m_columns.target, m_targets, row.target, index, true))
            return;
        if (row.type == ChangeType::Clear)
            refuseProductInClear(record, index);
        else
            readName(record, m_columns.product, m_products, row.product, index, false);
    }

    void checkCampaignRow(const CsvRecord& record, Row& row, std::uint32_t index)
    {
        if (!readName(record, m_columns.target, m_targets, row.target, index, true))
            return;
        if (m_batch.kind == ChangeKind::Registrations &&
            !readName(record, m_columns.product, m_products, row.product, index, false))
            return;
        m_campaignCells.read(record, index);
    }

    static std::string_view cell(const CsvRecord& record, std::int16_t column)
    {
        return trimmed(record.cells[static_cast<std::size_t>(column)]);
    }

    /// An error of a formula names nothing, and is no value.
    bool refuseCellErrors(const CsvRecord& record, std::uint32_t index)
    {
        for (const std::int16_t column : m_columns.used) {
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
        for (const std::int16_t column : m_columns.used) {
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
        row.type = chosen == OperationChoice::Delete  ? ChangeType::Delete
                   : chosen == OperationChoice::Clear ? ChangeType::Clear
                                                      : ChangeType::Upsert;
        const std::string_view text =
            m_columns.operation < 0 ? std::string_view() : cell(record, m_columns.operation);
        if (text.empty()) {
            if (chosen != OperationChoice::PerRow)
                return true;
            m_batch.refuse(index, {0, m_columns.operation, RefusalReason::NoOperation, {}, {}});
            return false;
        }
        const auto type = typeOf(text);
        if (type && (chosen == OperationChoice::PerRow || *type == row.type)) {
            row.type = *type;
            return true;
        }
        m_batch.refuse(index, {0,
                               m_columns.operation,
                               type ? RefusalReason::OtherOperation : RefusalReason::BadOperation,
                               std::string(text),
                               {}});
        return false;
    }

    void refuseProductInClear(const CsvRecord& record, std::uint32_t index)
    {
        for (const NamingColumn& naming : m_columns.product) {
            const std::string_view text = cell(record, naming.column);
            if (text.empty())
                continue;
            m_batch.refuse(index, {0, naming.column, RefusalReason::ProductInClear, std::string(text), {}});
            return;
        }
    }

    bool readExpected(const CsvRecord& record, std::uint32_t index)
    {
        if (m_columns.expected < 0)
            return true;
        const std::string_view text = cell(record, m_columns.expected);
        const auto expected = expectedOf(text);
        m_batch.expected.resize(index + 1);
        if (expected)
            m_batch.expected[index] = *expected;
        else
            m_batch.refuse(index, {0, m_columns.expected, RefusalReason::BadExpected, std::string(text), {}});
        return expected.has_value();
    }

    bool readFlags(const CsvRecord& record, Row& row, std::uint32_t index)
    {
        return readFlag(record, m_columns.mustSell, row.mustSell, index) &&
               readFlag(record, m_columns.isNew, row.isNew, index);
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
            const std::int16_t column = columns.empty() ? std::int16_t{-1} : columns.front().column;
            m_batch.refuse(rowIndex, {0, column, reasonForNoName(isTarget), {}, {}});
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

    RefusalReason reasonForNoName(bool isTarget) const
    {
        if (m_ofCampaigns)
            return !isTarget                               ? RefusalReason::NoCustomer
                   : m_batch.kind == ChangeKind::Campaigns ? RefusalReason::CampaignUnnamed
                                                           : RefusalReason::NoCampaign;
        if (!isTarget)
            return RefusalReason::NoProduct;
        return m_batch.kind == ChangeKind::RangeProducts ? RefusalReason::NoCondition
                                                         : RefusalReason::NoCustomer;
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
        // They travel joined by commas.
        if (m_batch.kind == ChangeKind::Registrations && naming.role.field == Field::Customer &&
            value.find(',') != std::string_view::npos)
            return fault(RefusalReason::CommaInName);
        if (naming.role.by == SelectBy::Name)
            return std::nullopt;
        const IdDamage damage = naming.role.by == SelectBy::Id ? idDamage(value) : codeDamage(value);
        if (damage == IdDamage::Exponent)
            return fault(RefusalReason::DamagedByExponent);
        // A change set that the program made has its ids from the server itself.
        const bool isKnown = m_columns.expected >= 0 || (m_isKnown && m_isKnown(naming.role, value));
        if (damage == IdDamage::TrailingZeros && !isKnown)
            return fault(RefusalReason::DamagedByZeros);
        return std::nullopt;
    }

    Batch& m_batch;
    const KnownId& m_isKnown;
    CheckColumns m_columns;
    CampaignCells m_campaignCells{m_batch, m_columns};
    bool m_ofCampaigns = false;
    std::vector<std::size_t> m_filled; ///< filled cells a column
    std::size_t m_namedRows = 0;       ///< rows that name a target
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
    adoptKind(batch.sheet, kind);
    if (auto checked = Checker(batch, isKnown).run(); !checked)
        return tl::unexpected(checked.error());
    return batch;
}

} // namespace rangedesk
