// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet_rewrite.h"

#include "core/text.h"
#include "sheets/csv_writer.h"

#include <QCoreApplication>
#include <unordered_map>

namespace rangedesk {

namespace {

struct RewriteText
{
    Q_DECLARE_TR_FUNCTIONS(RewriteText)
};

/// What becomes of the cells of one column.
struct ColumnRewrite
{
    std::unordered_map<std::string, std::string> values;
    std::string forEmpty;

    bool isNothing() const { return values.empty() && forEmpty.empty(); }
};

/// A column that is made of others, by their places.
struct Making
{
    MadeColumn how;
    std::vector<std::size_t> of;
};

/// The columns to make, which are appended to those of the sheet.
Result<std::vector<Making>> appendMade(Sheet& sheet, const SheetOptions& options)
{
    std::vector<Making> makings;
    const std::size_t inFile = sheet.columns.size();
    for (const MadeColumn& made : options.made) {
        const auto role = roleOfName(toUtf8(made.role));
        if (!role || made.of.isEmpty() || made.part < MadeColumn::last)
            return fail(
                ErrorKind::Input,
                RewriteText::tr("This program cannot make the column \"%1\" of others.").arg(made.role),
                RewriteText::tr("Take the made column away, or choose another template."));
        if (sheet.columnOf(*role) >= 0)
            continue;
        Making making{made, {}};
        for (const QString& heading : made.of) {
            const std::string folded = foldedHeading(toUtf8(heading));
            std::size_t at = 0;
            while (at < inFile && foldedHeading(sheet.columns[at].heading) != folded)
                ++at;
            if (at == inFile)
                return fail(
                    ErrorKind::Input,
                    RewriteText::tr("\"%1\" is to be made of the column \"%2\", which the sheet lacks.")
                        .arg(toQString(headingOf(*role)), heading),
                    RewriteText::tr("Take the made column away, or choose another template."));
            making.of.push_back(at);
        }
        for (const std::size_t at :
             making.of) // what is read through another column needs no meaning of its own
            sheet.columns[at].ignored = sheet.columns[at].ignored || !sheet.columns[at].role;
        makings.push_back(std::move(making));
        sheet.columns.push_back({headingOf(*role), role, false, SheetColumn::Origin::Made});
    }
    return makings;
}

class Rewriter
{
public:
    Rewriter(Sheet& sheet, const SheetOptions& options, std::vector<Making> makings)
        : m_sheet(sheet), m_columns(sheet.columns.size()), m_inFile(m_columns - makings.size()),
          m_makings(std::move(makings))
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
            m_added.push_back({headingOf(*role), role, false, SheetColumn::Origin::Constant});
            m_constants.push_back(quotedCell(toUtf8(at.value()), sheet.delimiter));
        }
    }

    void run()
    {
        if (!m_hasRewrites && m_edits.empty() && m_added.empty() && m_makings.empty())
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
        const auto append = [this](const SheetColumn& column) {
            m_text.append(1, m_sheet.delimiter).append(quotedCell(column.heading, m_sheet.delimiter));
        };
        std::for_each(m_sheet.columns.begin() + static_cast<std::ptrdiff_t>(m_inFile), m_sheet.columns.end(),
                      append);
        std::for_each(m_added.begin(), m_added.end(), append);
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
        const bool isPlain = !m_hasRewrites && m_makings.empty() && edits == m_edits.end() && !hasExtra;
        if (isPlain) {
            m_text.append(m_sheet.text, record.offset, record.length);
        } else {
            std::vector<std::string> cells(record.cells.begin(), record.cells.end());
            if (!m_makings.empty()) {
                dropEmptyExtra(cells, m_inFile);
                if (edits != m_edits.end() && cells.size() < m_inFile) // a correction fills the row up
                    cells.resize(m_inFile);
                make(cells);
            }
            replace(cells);
            if (edits != m_edits.end()) // they speak of what was shown
                correct(cells, edits->second);
            if (!m_constants.empty())
                dropEmptyExtra(cells, m_columns);
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
    static void dropEmptyExtra(std::vector<std::string>& cells, std::size_t columns)
    {
        while (cells.size() > columns && trimmed(cells.back()).empty())
            cells.pop_back();
    }

    /// A row with too few cells gets none, and stays a faulty one; so does one in which a condition would
    /// come out empty of cells that are not, for it would widen the range. Surplus cells stay behind the last
    /// column.
    void make(std::vector<std::string>& cells) const
    {
        if (cells.size() < m_inFile)
            return;
        std::vector<std::string_view> sources;
        std::vector<std::string> made;
        for (std::size_t i = 0; i < m_makings.size(); ++i) {
            sources.clear();
            for (const std::size_t at : m_makings[i].of)
                sources.push_back(trimmed(cells[at]));
            made.push_back(madeCell(m_makings[i].how, sources));
            const bool isCondition =
                m_sheet.columns[m_inFile + i].role->field == ColumnRole::Field::Condition;
            const bool isFilled = std::any_of(sources.begin(), sources.end(),
                                              [](std::string_view cell) { return !cell.empty(); });
            if (isCondition && isFilled && made.back().empty()) {
                cells.resize(m_inFile);
                return;
            }
        }
        cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(m_inFile),
                     std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
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
    std::size_t m_columns; ///< with those that are made
    std::size_t m_inFile;
    std::vector<Making> m_makings;
    std::vector<ColumnRewrite> m_rewrites;
    bool m_hasRewrites = false;
    std::unordered_map<std::uint32_t, std::vector<const CellEdit*>> m_edits; ///< by line
    std::vector<SheetColumn> m_added;
    std::vector<std::string> m_constants; ///< as they stand in the text
    std::size_t m_cells = 0;              ///< of the record written last
    std::string m_text;
};

} // namespace

std::string madeCell(const MadeColumn& made, std::span<const std::string_view> cells)
{
    const std::string separator = toUtf8(made.separator);
    std::string text;
    if (made.part == MadeColumn::joined) {
        for (const std::string_view cell : cells) {
            const std::string_view part = trimmed(cell);
            if (!part.empty())
                text.append(text.empty() ? std::string_view() : separator).append(part);
        }
        return text;
    }
    if (cells.empty())
        return text;
    std::string_view rest = cells.front();
    for (int part = 1;; ++part) {
        const std::size_t end = separator.empty() ? std::string_view::npos : rest.find(separator);
        const bool isLast = end == std::string_view::npos;
        if (part == made.part || (isLast && made.part == MadeColumn::last))
            return std::string(trimmed(rest.substr(0, end)));
        if (isLast)
            return text; // it has fewer parts
        rest.remove_prefix(end + separator.size());
    }
}

Result<void> rewriteSheet(Sheet& sheet, const SheetOptions& options)
{
    const std::size_t inFile = sheet.columns.size();
    auto makings = appendMade(sheet, options);
    if (!makings) {
        sheet.columns.resize(inFile); // as it was
        return tl::unexpected(makings.error());
    }
    Rewriter(sheet, options, std::move(*makings)).run();
    return {};
}

} // namespace rangedesk
