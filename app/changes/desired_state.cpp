// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/desired_state.h"

#include "changes/target_view.h"
#include "sheets/csv_writer.h"

#include <unordered_set>

namespace rangedesk {

namespace {

/// What the sheet says of one target.
struct Wish
{
    std::vector<std::uint32_t> rows;
    bool hasRefused = false;
};

class Removals
{
public:
    Removals(Batch& batch, const Snapshot& snapshot) : m_batch(batch), m_snapshot(snapshot)
    {
        const std::vector<SheetColumn>& columns = batch.sheet.columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto& role = columns[i].role;
            if (columns[i].ignored || !role || role->field != ColumnRole::Field::Product)
                continue;
            if (role->by == SelectBy::Id)
                m_idColumn = static_cast<int>(i);
            else if (role->by == SelectBy::Code)
                m_codeColumn = static_cast<int>(i);
        }
    }

    void run()
    {
        std::vector<Wish> wishes(m_batch.targets.size());
        // A row whose target is not known for sure may mean any of them: a misspelt one would cost the right
        // one its products.
        bool anyUnnamed = false;
        const std::vector<const Refusal*> refusals = refusalByRow(m_batch);
        for (std::uint32_t i = 0; i < m_batch.rows.size(); ++i) {
            const Row& row = m_batch.rows[i];
            if (row.target == noIndex || !isSure(m_batch.targets[row.target]) || blamesTarget(refusals[i])) {
                anyUnnamed = true;
                if (row.target == noIndex)
                    continue;
            }
            Wish& wish = wishes[row.target];
            wish.rows.push_back(i);
            wish.hasRefused = wish.hasRefused || row.state == RowState::Refused;
        }
        qint64 kept = 0;
        const auto targets = static_cast<std::uint32_t>(wishes.size());
        for (std::uint32_t target = 0; target < targets; ++target) {
            const Wish& wish = wishes[target];
            if (wish.rows.empty() || m_batch.targets[target].isFaulty)
                continue;
            if (anyUnnamed || wish.hasRefused)
                ++kept;
            else if (!addFor(target, wish))
                hold(wish);
        }
        if (kept > 0)
            m_batch.warnings.push_back({Warning::Kind::NoRemovals, {QString::number(kept)}});
    }

private:
    /// A range of which every value was read; a customer that the server knows by its id.
    bool isSure(const Target& target) const
    {
        const bool isKnown =
            m_batch.kind == ChangeKind::RangeProducts || m_snapshot.customerLabel(target.key) != nullptr;
        return target.comparable && !target.isFaulty && isKnown;
    }

    bool blamesTarget(const Refusal* refusal) const
    {
        if (refusal == nullptr || refusal->column < 0)
            return false;
        const auto& role = m_batch.sheet.columns[static_cast<std::size_t>(refusal->column)].role;
        return role &&
               (role->field == ColumnRole::Field::Condition || role->field == ColumnRole::Field::Customer);
    }

    /// @returns false where it cannot be told what is to go.
    bool addFor(std::uint32_t target, const Wish& wish)
    {
        const TargetView view(m_snapshot, m_batch.targets[target].key);
        if (!m_batch.targets[target].comparable || view.isCutShort() ||
            (m_batch.kind == ChangeKind::RangeProducts && view.ruleCount() > 1))
            return false;
        std::unordered_set<std::string_view> named;
        bool byCode = false;
        for (const std::uint32_t index : wish.rows) {
            const ProductRef& product = m_batch.products[m_batch.rows[index].product];
            const Presence seen = view.find(product);
            if (seen.kind == Presence::Kind::Ambiguous || seen.kind == Presence::Kind::Unnamed)
                return false;
            named.insert(product.value);
            named.insert(product.key);
            byCode = byCode || product.by != SelectBy::Id;
        }
        std::vector<std::pair<std::string, std::string>> gone; // id and code
        for (const auto& [id, seen] : view.products()) {
            const std::string_view code = view.codeOf(id);
            if (named.contains(id) || (!code.empty() && named.contains(code)))
                continue;
            if (code.empty() && (m_idColumn < 0 || byCode))
                return false; // no column could name it, or a row names it by the code that is not listed
            gone.emplace_back(id, code);
        }
        for (const auto& [id, code] : gone)
            add(target, id, code);
        return true;
    }

    void hold(const Wish& wish)
    {
        for (const std::uint32_t index : wish.rows) {
            Row& row = m_batch.rows[index];
            if (row.state != RowState::Checked)
                continue;
            row.state = RowState::Held;
            row.comparison = Comparison::NotComparable;
            row.note = RowNote::SheetIncomplete;
        }
    }

    void add(std::uint32_t target, const std::string& id, const std::string& code)
    {
        Sheet& sheet = m_batch.sheet;
        if (sheet.removalsFrom == std::string::npos) {
            if (!sheet.text.ends_with('\n'))
                sheet.text += '\n';
            sheet.removalsFrom = sheet.text.size();
        }
        const bool byId = m_idColumn >= 0;
        const int column = byId ? m_idColumn : m_codeColumn;
        std::vector<std::string> cells(sheet.columns.size());
        for (const TypedCell& cell : m_batch.targets[target].cells)
            cells[static_cast<std::size_t>(cell.column)] = cell.value;
        cells[static_cast<std::size_t>(column)] = byId ? id : code;
        Row& row = m_batch.rows.emplace_back();
        row.offset = sheet.text.size();
        row.target = target;
        row.product = static_cast<std::uint32_t>(m_batch.products.size());
        row.type = ChangeType::Delete;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0)
                sheet.text += sheet.delimiter;
            sheet.text += quotedCell(cells[i], sheet.delimiter);
        }
        sheet.text += '\n';
        if (!sheet.lines.empty())
            sheet.lines.push_back(0);
        const SelectBy by = byId ? SelectBy::Id : SelectBy::Code;
        ProductRef& product = m_batch.products.emplace_back();
        product.cells = {{Dimension::Department, by, static_cast<std::int16_t>(column), byId ? id : code}};
        product.by = by;
        product.value = byId ? id : code;
        product.key = id;
        if (!m_batch.expected.empty())
            m_batch.expected.emplace_back();
    }

    Batch& m_batch;
    const Snapshot& m_snapshot;
    int m_idColumn = -1;
    int m_codeColumn = -1;
};

} // namespace

void addRemovals(Batch& batch, const Snapshot& snapshot)
{
    Removals(batch, snapshot).run();
}

std::string_view recordOf(const Batch& batch, const Row& row)
{
    CsvScanner scanner(batch.sheet.text, batch.sheet.delimiter, row.offset, row.line);
    CsvRecord record;
    scanner.next(record);
    return std::string_view(batch.sheet.text).substr(record.offset, record.length);
}

std::vector<std::string> dropRemovals(Batch& batch)
{
    Sheet& sheet = batch.sheet;
    std::vector<std::string> records;
    if (sheet.removalsFrom == std::string::npos)
        return records;
    const auto first = std::find_if(batch.rows.begin(), batch.rows.end(),
                                    [&](const Row& row) { return row.offset >= sheet.removalsFrom; });
    const auto kept = static_cast<std::uint32_t>(first - batch.rows.begin());
    for (auto row = first; row != batch.rows.end(); ++row)
        records.emplace_back(recordOf(batch, *row));
    std::erase_if(batch.refusals, [kept](const Refusal& refusal) { return refusal.row >= kept; });
    if (!sheet.lines.empty())
        sheet.lines.resize(sheet.lines.size() - records.size());
    batch.rows.resize(kept);
    sheet.text.resize(sheet.removalsFrom);
    sheet.removalsFrom = std::string::npos;
    return records;
}

} // namespace rangedesk
