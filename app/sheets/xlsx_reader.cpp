// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/xlsx_reader.h"

#include "core/text.h"
#include "sheets/xlsx_workbook.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace rangedesk {

namespace {

struct XlsxText
{
    Q_DECLARE_TR_FUNCTIONS(XlsxText)
};

// Of the format itself (ECMA-376, as every spreadsheet program has them).
constexpr std::uint32_t mostLines = 1048576;
constexpr std::uint32_t mostColumns = 16384;
constexpr std::size_t mostTextBytes = 1024ULL * 1024 * 1024;
constexpr std::size_t mostMerged = 1000000;
/// Programs stop at 32,767 characters a cell.
constexpr std::size_t mostCellBytes = 256ULL * 1024;
constexpr std::size_t mostRowBytes = 64ULL * 1024 * 1024;
/// So many rows say how wide the sheet is: the headings are among them.
constexpr std::size_t rowsForWidth = 10;

struct CellReference
{
    std::uint32_t column = 0; ///< from 1; 0 where it is none
    std::uint32_t line = 0;
};

CellReference referenceOf(QStringView text)
{
    CellReference reference;
    qsizetype i = 0;
    for (; i < text.size() && text[i] >= u'A' && text[i] <= u'Z' && reference.column <= mostColumns; ++i)
        reference.column = reference.column * 26 + static_cast<std::uint32_t>(text[i].unicode() - u'A') + 1;
    bool isNumber = false;
    reference.line = text.mid(i).toUInt(&isNumber);
    const bool isSound = isNumber && reference.column >= 1 && reference.column <= mostColumns &&
                         reference.line >= 1 && reference.line <= mostLines;
    return isSound ? reference : CellReference{};
}

std::optional<MergedArea> areaOf(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const CellReference first = referenceOf(colon < 0 ? text : text.left(colon));
    const CellReference last = colon < 0 ? first : referenceOf(text.mid(colon + 1));
    if (first.column == 0 || last.column == 0)
        return std::nullopt;
    return MergedArea{first.line, last.line, first.column, last.column};
}

class SheetReader
{
public:
    SheetReader(const Workbook& workbook, XmlPart part, bool skipHidden)
        : m_workbook(workbook), m_part(std::move(part)), m_skipHidden(skipHidden)
    {}

    Result<XlsxRows> read()
    {
        while (!m_problem && m_part.next()) {
            if (m_part.isStart(u"row")) {
                readRow();
            } else if (m_part.isStart(u"mergeCell")) {
                const auto area = areaOf(m_part.xml().attributes().value(QLatin1String("ref")));
                if (area && m_result.facts.merged.size() < mostMerged)
                    m_result.facts.merged.push_back(*area);
            }
        }
        if (!m_problem)
            m_problem = m_part.problem();
        if (m_problem)
            return tl::unexpected(*m_problem);
        flushFirstRows();
        return std::move(m_result);
    }

private:
    void damaged(const QString& reason) { m_problem = damagedWorkbook(reason); }

    void readRow()
    {
        const auto attributes = m_part.xml().attributes();
        const QStringView number = attributes.value(QLatin1String("r"));
        bool isNumber = true;
        const std::uint32_t line = number.isEmpty() ? m_line + 1 : number.toUInt(&isNumber);
        if (!isNumber || line <= m_line || line > mostLines) {
            damaged(XlsxText::tr("row %1 follows row %2.").arg(number.toString()).arg(m_line));
            return;
        }
        m_line = line;
        const QStringView hidden = attributes.value(QLatin1String("hidden"));
        const bool isHidden = hidden == u"1" || hidden == u"true";
        m_cells.resize(0);
        m_rowBytes = 0;
        std::uint32_t column = 0;
        while (!m_problem && m_part.next() && !m_part.isEnd(u"row")) {
            if (m_part.isStart(u"c"))
                readCell(column);
        }
        const bool isEmpty = std::all_of(m_cells.begin(), m_cells.end(),
                                         [](const std::string& cell) { return trimmed(cell).empty(); });
        if (isEmpty || m_problem)
            return;
        m_result.facts.hiddenRows += isHidden ? 1 : 0;
        if (isHidden && m_skipHidden)
            return;
        m_result.lines.push_back(m_line);
        if (m_firstRows.size() < rowsForWidth && !m_isFlushed) {
            m_firstRows.push_back(m_cells);
            m_width = std::max(m_width, m_cells.size());
            if (m_firstRows.size() == rowsForWidth)
                flushFirstRows();
        } else {
            append(m_cells);
        }
    }

    void flushFirstRows()
    {
        m_isFlushed = true;
        for (const auto& row : m_firstRows)
            append(row);
        m_firstRows.clear();
    }

    void append(const std::vector<std::string>& cells)
    {
        std::string& text = m_result.text;
        const std::size_t width = std::max(m_width, cells.size());
        for (std::size_t i = 0; i < width; ++i) {
            if (i > 0)
                text += ',';
            if (i < cells.size())
                appendCell(cells[i]);
        }
        text += '\n';
        if (text.size() > mostTextBytes)
            damaged(XlsxText::tr("its rows are larger than 1 GiB."));
    }

    void appendCell(const std::string& cell)
    {
        std::string& text = m_result.text;
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            text += cell;
            return;
        }
        text += '"';
        for (const char c : cell) {
            if (c == '"')
                text += '"';
            text += c;
        }
        text += '"';
    }

    void readCell(std::uint32_t& column)
    {
        const auto attributes = m_part.xml().attributes();
        const QStringView reference = attributes.value(QLatin1String("r"));
        const std::uint32_t at = reference.isEmpty() ? column + 1 : referenceOf(reference).column;
        if (at <= column || at > mostColumns) {
            damaged(XlsxText::tr("cell %1 is out of place.").arg(reference.toString()));
            return;
        }
        column = at;
        const QString type = attributes.value(QLatin1String("t")).toString();
        const auto style = attributes.value(QLatin1String("s")).toULongLong();
        std::string value;
        std::string inlineText;
        bool hasFormula = false;
        while (m_part.next() && !m_part.isEnd(u"c")) {
            if (m_part.isStart(u"v"))
                value = elementText();
            else if (m_part.isStart(u"is"))
                appendRichText(m_part, inlineText);
            else if (m_part.isStart(u"f"))
                hasFormula = true;
        }
        if (m_part.problem())
            return;
        std::string text = cellText(type, value, inlineText, style);
        if (hasFormula && value.empty() && type != u"str") {
            ++m_result.facts.emptyFormulas;
            text = uncomputedFormula;
        }
        m_rowBytes += text.size();
        if (text.size() > mostCellBytes || m_rowBytes > mostRowBytes)
            damaged(XlsxText::tr("a cell or row around line %1 is larger than any program makes it.")
                        .arg(m_line));
        if (text.empty() || m_problem)
            return;
        if (m_cells.size() < column)
            m_cells.resize(column);
        m_cells[column - 1] = std::move(text);
    }

    std::string elementText()
    {
        std::string text;
        while (m_part.next() && !m_part.xml().isEndElement()) {
            if (m_part.xml().isCharacters()) {
                const QByteArray utf8 = m_part.xml().text().toUtf8();
                text.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
            }
        }
        return text;
    }

    std::string cellText(const QString& type, const std::string& value, std::string& inlineText,
                         qulonglong style)
    {
        if (type == QLatin1String("s")) {
            bool isNumber = false;
            const auto index = QByteArray::fromRawData(value.data(), static_cast<qsizetype>(value.size()))
                                   .toULongLong(&isNumber);
            const auto shared = isNumber ? m_workbook.texts.at(index) : std::nullopt;
            if (!shared) {
                damaged(XlsxText::tr("a cell of row %1 names a text that is not there.").arg(m_line));
                return {};
            }
            return std::string(*shared);
        }
        if (type == QLatin1String("inlineStr"))
            return std::move(inlineText);
        if (type == QLatin1String("b"))
            return value == "1" ? "TRUE" : value == "0" ? "FALSE" : value;
        if (type == QLatin1String("d")) // ISO 8601, in strict workbooks
            return isoDateText(value);
        if (type == QLatin1String("e")) // also those that newer programs know
            return isCellError(value) ? value : std::string("#VALUE!");
        if (type == QLatin1String("str") || value.empty())
            return value;
        const NumberFormat format = style < m_workbook.formats.size()
                                        ? m_workbook.formats[static_cast<std::size_t>(style)]
                                        : NumberFormat();
        return format.showsOther ? std::string(disguisedNumber)
                                 : numberText(value, format, m_workbook.dates1904);
    }

    static std::string isoDateText(std::string value)
    {
        std::replace(value.begin(), value.end(), 'T', ' ');
        if (!value.empty() && value.back() == 'Z')
            value.pop_back();
        return value;
    }

    const Workbook& m_workbook;
    XmlPart m_part;
    bool m_skipHidden;
    XlsxRows m_result;
    std::optional<Error> m_problem;
    std::uint32_t m_line = 0;
    std::vector<std::string> m_cells;
    std::vector<std::vector<std::string>> m_firstRows;
    std::size_t m_width = 0;
    std::size_t m_rowBytes = 0;
    bool m_isFlushed = false;
};

} // namespace

bool isCellError(std::string_view cell)
{
    constexpr std::array<std::string_view, 10> errors{disguisedNumber, "#N/A",           "#REF!",  "#VALUE!",
                                                      "#NAME?",        "#DIV/0!",        "#NULL!", "#NUM!",
                                                      "#SPILL!",       uncomputedFormula};
    return cell.starts_with('#') && std::find(errors.begin(), errors.end(), cell) != errors.end();
}

Result<XlsxRows> readXlsx(std::string_view bytes, const std::string& sheetName, bool skipHiddenRows)
{
    auto workbook = openWorkbook(bytes);
    if (!workbook)
        return tl::unexpected(workbook.error());
    const std::vector<WorkbookSheet>& sheets = workbook->sheets;
    const auto wanted = std::find_if(sheets.begin(), sheets.end(), [&](const WorkbookSheet& sheet) {
        return sheetName.empty() ? !sheet.isHidden : sheet.name == sheetName;
    });
    if (wanted == sheets.end() && !sheetName.empty()) {
        QStringList names;
        for (const WorkbookSheet& sheet : sheets)
            names << toQString(sheet.name);
        return fail(ErrorKind::Usage,
                    XlsxText::tr("The workbook holds no sheet \"%1\".").arg(toQString(sheetName)),
                    XlsxText::tr("It holds: %1.").arg(names.join(QStringLiteral(", "))));
    }
    const auto chosen = wanted == sheets.end() ? sheets.begin() : wanted;
    auto part = XmlPart::open(workbook->archive, chosen->part);
    if (!part)
        return tl::unexpected(part.error());
    auto text = SheetReader(*workbook, std::move(*part), skipHiddenRows).read();
    if (!text)
        return text;
    for (const WorkbookSheet& sheet : sheets)
        text->facts.sheets.push_back({sheet.name, sheet.isHidden});
    text->facts.chosen = static_cast<std::size_t>(chosen - sheets.begin());
    return text;
}

} // namespace rangedesk
