// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet_rewrite.h"

#include "core/text.h"
#include "sheets/csv_writer.h"

#include <unordered_map>

namespace rangedesk {

namespace {

/// What becomes of the cells of one column.
struct ColumnRewrite
{
    std::unordered_map<std::string, std::string> values;
    std::string forEmpty;

    bool isNothing() const { return values.empty() && forEmpty.empty(); }
};

class Rewriter
{
public:
    Rewriter(Sheet& sheet, const SheetOptions& options) : m_sheet(sheet), m_columns(sheet.columns.size())
    {
        for (const SheetColumn& column : sheet.columns) {
            ColumnRewrite& rewrite = m_rewrites.emplace_back();
            const QString heading = toQString(column.heading);
            if (column.ignored || heading.isEmpty())
                continue;
            const QMap<QString, QString> values = options.valueMaps.value(heading);
            for (auto at = values.begin(); at != values.end(); ++at)
                rewrite.values[toUtf8(at.key())] = toUtf8(at.value());
            rewrite.forEmpty = toUtf8(options.defaults.value(heading));
            m_hasRewrites = m_hasRewrites || !rewrite.isNothing();
        }
        for (const CellEdit& edit : options.edits)
            m_edits[edit.line].push_back(&edit);
        for (auto at = options.constants.begin(); at != options.constants.end(); ++at) {
            const auto role = roleOfName(toUtf8(at.key()));
            if (!role || sheet.columnOf(*role) >= 0)
                continue;
            m_added.push_back({headingOf(*role), role, false});
            m_constants.push_back(quotedCell(toUtf8(at.value()), sheet.delimiter));
        }
    }

    void run()
    {
        if (!m_hasRewrites && m_edits.empty() && m_added.empty())
            return;
        m_text.reserve(m_sheet.text.size() + m_sheet.text.size() / 8);
        writeHeadings();
        CsvScanner scanner = m_sheet.scanner();
        CsvRecord record;
        std::vector<std::uint32_t> lines;
        const std::size_t dataOffset = m_text.size();
        CsvScanner::Status status = CsvScanner::Status::Record;
        while ((status = scanner.next(record)) == CsvScanner::Status::Record) {
            lines.push_back(record.line);
            write(record);
        }
        if (status !=
            CsvScanner::Status::End) // the rest cannot be told apart; its fault is told by the check
            m_text.append(m_sheet.text, record.offset);
        m_sheet.text = std::move(m_text);
        m_sheet.lines = std::move(lines);
        m_sheet.dataOffset = dataOffset;
        m_sheet.columns.insert(m_sheet.columns.end(), m_added.begin(), m_added.end());
    }

private:
    void writeHeadings()
    {
        m_text.append(m_sheet.text, m_sheet.headingOffset, m_sheet.headingLength);
        for (const SheetColumn& column : m_added)
            m_text.append(1, m_sheet.delimiter).append(quotedCell(column.heading, m_sheet.delimiter));
        m_sheet.headingOffset = 0;
        m_sheet.headingLength = m_text.size();
        m_text += '\n';
    }

    void write(const CsvRecord& record)
    {
        if (record.isBlank()) {
            m_text += '\n';
            return;
        }
        const auto edits = m_edits.find(record.line);
        const bool hasExtra = !m_constants.empty() && record.cells.size() > m_columns;
        const bool isPlain = !m_hasRewrites && edits == m_edits.end() && !hasExtra;
        if (isPlain) {
            m_text.append(m_sheet.text, record.offset, record.length);
        } else {
            std::vector<std::string> cells(record.cells.begin(), record.cells.end());
            replace(cells);
            if (edits != m_edits.end()) // they speak of what was shown
                correct(cells, edits->second);
            if (!m_constants.empty())
                dropEmptyExtra(cells);
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (i > 0)
                    m_text += m_sheet.delimiter;
                m_text += quotedCell(cells[i], m_sheet.delimiter);
            }
            m_cells = cells.size();
        }
        addConstants(isPlain ? record.cells.size() : m_cells);
        m_text += '\n';
    }

    void correct(std::vector<std::string>& cells, const std::vector<const CellEdit*>& edits) const
    {
        for (const CellEdit* edit : edits) {
            const auto column = static_cast<std::size_t>(edit->column);
            if (column >= m_columns)
                continue;
            if (cells.size() <= column)
                cells.resize(m_columns);
            if (trimmed(cells[column]) == trimmed(edit->from))
                cells[column] = edit->to;
        }
    }

    void replace(std::vector<std::string>& cells) const
    {
        for (std::size_t i = 0; i < std::min(cells.size(), m_columns); ++i) {
            const ColumnRewrite& rewrite = m_rewrites[i];
            if (rewrite.isNothing())
                continue;
            if (trimmed(cells[i]).empty() && !rewrite.forEmpty.empty())
                cells[i] = rewrite.forEmpty;
            else if (const auto value = rewrite.values.find(std::string(trimmed(cells[i])));
                     value != rewrite.values.end())
                cells[i] = value->second;
        }
    }

    /// Empty cells behind the last column say nothing, and would stand in the place of those that are added.
    void dropEmptyExtra(std::vector<std::string>& cells) const
    {
        while (cells.size() > m_columns && trimmed(cells.back()).empty())
            cells.pop_back();
    }

    /// Behind the last column. A row with too few cells must not get them where a cell of the sheet belongs;
    /// behind one with too many they stand too far right, as those do.
    void addConstants(std::size_t cells)
    {
        if (cells < m_columns)
            return;
        for (const std::string& value : m_constants)
            m_text.append(1, m_sheet.delimiter).append(value);
    }

    Sheet& m_sheet;
    std::size_t m_columns;
    std::vector<ColumnRewrite> m_rewrites;
    bool m_hasRewrites = false;
    std::unordered_map<std::uint32_t, std::vector<const CellEdit*>> m_edits; ///< by line
    std::vector<SheetColumn> m_added;
    std::vector<std::string> m_constants; ///< as they stand in the text
    std::size_t m_cells = 0;              ///< of the record written last
    std::string m_text;
};

} // namespace

void rewriteSheet(Sheet& sheet, const SheetOptions& options)
{
    Rewriter(sheet, options).run();
}

} // namespace rangedesk
