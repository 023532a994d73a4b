// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet.h"

#include "core/text.h"
#include "sheets/csv_writer.h"
#include "sheets/sheet_rewrite.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

#include <unordered_map>

namespace rangedesk {

namespace {

struct SheetText
{
    Q_DECLARE_TR_FUNCTIONS(SheetText)
};

constexpr std::size_t mostColumns = 1000;
constexpr qint64 mostBytes = 1024LL * 1024 * 1024;
/// Headings stand within so many first records.
constexpr int mostHeadingLines = 10;
/// An encrypted workbook is a compound file with an entry of this name, in UTF-16.
constexpr std::string_view encryptedEntry("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

tl::unexpected<Error> unreadable(const QString& path, const QString& reason)
{
    return fail(ErrorKind::Input,
                SheetText::tr("%1 cannot be read: %2").arg(QDir::toNativeSeparators(path), reason));
}

bool isIgnored(const std::string& heading, const QStringList& ignored)
{
    const std::string folded = foldedHeading(heading);
    return std::any_of(ignored.begin(), ignored.end(),
                       [&](const QString& name) { return foldedHeading(toUtf8(name)) == folded; });
}

/// Whether the last columns are, one by one, those that a result file of ours adds.
template <std::size_t count>
bool endsWith(const std::vector<SheetColumn>& columns, const std::array<OwnColumn, count>& own)
{
    if (columns.size() <= count)
        return false;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isOwnHeading(columns[columns.size() - count + i].heading, own.at(i)))
            return false;
    }
    return true;
}

/// Columns that our result files add are ours only where the whole set stands at the end: a column of the
/// user's may have such a name, too.
void markOwnColumns(std::vector<SheetColumn>& columns)
{
    const bool isReport = endsWith(columns, reportColumns);
    const std::size_t count = isReport                            ? reportColumns.size()
                              : endsWith(columns, refusedColumns) ? refusedColumns.size()
                                                                  : 0;
    for (std::size_t i = columns.size() - count; i < columns.size(); ++i) {
        const bool isOutcome = isReport && i == columns.size() - count;
        if (!columns[i].ignored)
            columns[i].role = ColumnRole{isOutcome ? ColumnRole::Field::OwnOutcome : ColumnRole::Field::Own,
                                         Dimension::Department, SelectBy::Id};
    }
}

/// What a person said of the column, else what its heading says.
std::optional<ColumnRole> roleOfColumn(const std::string& heading, const SheetOptions& options)
{
    const auto assigned = options.assigned.constFind(toQString(heading));
    return assigned != options.assigned.constEnd() ? roleOfName(toUtf8(*assigned)) : roleOfHeading(heading);
}

/// A heading that was there before gets a number, and means what a person says of it.
void tellApart(std::vector<SheetColumn>& columns, const SheetOptions& options)
{
    std::unordered_map<std::string, int> met;
    for (SheetColumn& column : columns) {
        const bool isOurs = column.role && (column.role->field == ColumnRole::Field::Own ||
                                            column.role->field == ColumnRole::Field::OwnOutcome);
        if (column.heading.empty() || isOurs)
            continue;
        const int times = ++met[foldedHeading(column.heading)];
        if (times == 1)
            continue;
        column.heading += " (" + std::to_string(times) + ')';
        // Who ignores a heading means all of them, but for one that was given a meaning.
        column.ignored = isIgnored(column.heading, options.ignoredColumns) ||
                         (column.ignored && !options.assigned.contains(toQString(column.heading)));
        column.role = column.ignored ? std::nullopt : roleOfColumn(column.heading, options);
    }
}

/// Two columns with one meaning.
Result<void> checkTwice(const Sheet& sheet)
{
    const std::vector<SheetColumn>& columns = sheet.columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const SheetColumn& a = columns[j];
            const SheetColumn& b = columns[i];
            if (a.heading.empty() || b.heading.empty() || b.ignored || a.ignored)
                continue;
            const bool oneMeaning =
                a.role && b.role && *a.role == *b.role && a.role->field != ColumnRole::Field::Own;
            if (oneMeaning)
                return fail(ErrorKind::Input,
                            SheetText::tr("Line %1: columns %2 and %3 (\"%4\" and \"%5\") mean the same.")
                                .arg(sheet.headingLine)
                                .arg(j + 1)
                                .arg(i + 1)
                                .arg(toQString(a.heading), toQString(b.heading)),
                            SheetText::tr("Remove one of them, or ignore one."));
        }
    }
    return {};
}

Result<void> takeText(std::string bytes, const SheetOptions& options, Sheet& sheet)
{
    auto decoded = decodeText(std::move(bytes), options.encoding);
    if (!decoded)
        return tl::unexpected(decoded.error());
    sheet.text = std::move(decoded->utf8);
    sheet.encoding = decoded->encoding;
    sheet.delimiter = options.delimiter != '\0' ? options.delimiter : detectDelimiter(sheet.text);
    if (sheet.delimiter == '\t' && sheet.text.find('\'') != std::string::npos)
        sheet.text = withoutGuards(sheet.text); // rows that were copied here
    return {};
}

Result<void> takeWorkbook(const std::string& bytes, const SheetOptions& options, Sheet& sheet)
{
    auto read = readXlsx(bytes, toUtf8(options.sheetName), options.skipHiddenRows);
    if (!read)
        return tl::unexpected(read.error());
    sheet.text = std::move(read->text);
    sheet.lines = std::move(read->lines);
    sheet.workbook = std::move(read->facts);
    sheet.skipsHidden = options.skipHiddenRows;
    return {};
}

std::size_t countKnown(const CsvRecord& record)
{
    return static_cast<std::size_t>(
        std::count_if(record.cells.begin(), record.cells.end(),
                      [](std::string_view cell) { return roleOfHeading(cell).has_value(); }));
}

/// Finds the record of the headings and where the rows begin.
Result<std::vector<std::string>> readHeadings(Sheet& sheet)
{
    if (trimmed(sheet.text).empty())
        return fail(ErrorKind::Input, SheetText::tr("The file holds no headings and no rows."));
    CsvScanner scanner(sheet.text, sheet.delimiter, 0, 1, sheet.lines);
    CsvScanner behind = scanner; // stands behind the headings
    CsvRecord record;
    std::vector<std::string> headings;
    std::size_t headingIndex = 0;
    bool isBlank = false;
    constexpr std::size_t knownEnough = 2;
    for (std::size_t i = 0; i < mostHeadingLines; ++i) {
        const CsvScanner::Status status = scanner.next(record);
        if (status != CsvScanner::Status::Record && i == 0)
            return tl::unexpected(scanError(status, scanner));
        if (status != CsvScanner::Status::Record)
            break;
        const std::size_t known = countKnown(record);
        if (i > 0 && known < knownEnough)
            continue;
        headings.clear();
        for (const std::string_view cell : record.cells)
            headings.emplace_back(trimmed(cell));
        isBlank = record.isBlank();
        sheet.headingOffset = record.offset;
        sheet.headingLength = record.length;
        sheet.headingLine = record.line;
        headingIndex = i;
        behind = scanner;
        if (known > 0)
            break;
    }
    if (isBlank)
        return fail(ErrorKind::Input, SheetText::tr("Line 1 holds no headings."),
                    SheetText::tr("Put the headings into the first line."));
    if (headings.size() > mostColumns)
        return fail(ErrorKind::Input,
                    SheetText::tr("Line %1 has %2 columns; at most %3 are read.")
                        .arg(sheet.headingLine)
                        .arg(headings.size())
                        .arg(mostColumns),
                    SheetText::tr("Check the delimiter."));
    CsvRecord second;
    const bool hasData = behind.next(second) != CsvScanner::Status::End;
    sheet.dataOffset = hasData ? second.offset : sheet.text.size();
    sheet.dataLine = hasData ? second.line : 2;
    if (!sheet.lines.empty())
        sheet.lines.erase(sheet.lines.begin(),
                          sheet.lines.begin() + static_cast<std::ptrdiff_t>(headingIndex + 1));
    return headings;
}

} // namespace

int Sheet::columnOf(const ColumnRole& role) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].role == role)
            return static_cast<int>(i);
    }
    return -1;
}

Result<std::string> readSheetBytes(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return unreadable(path, SheetText::tr("it is a folder."));
    if (info.exists() && !info.isFile()) // a pipe or a device: it has no size, and no end that is known
        return unreadable(path, SheetText::tr("it is not a regular file. Save the sheet as one first."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString() + QLatin1Char('.'));
    if (file.size() > mostBytes)
        return unreadable(path, SheetText::tr("it is larger than 1 GiB. Split it."));
    std::string bytes(static_cast<std::size_t>(file.size()), '\0');
    const qint64 got = file.read(bytes.data(), file.size());
    if (got != file.size())
        return unreadable(path, SheetText::tr("it changed or broke off while being read."));
    if (bytes.empty())
        return fail(ErrorKind::Input, SheetText::tr("%1 is empty.").arg(QDir::toNativeSeparators(path)));
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        const bool isEncrypted = bytes.find(encryptedEntry) != std::string::npos;
        return unreadable(path, isEncrypted
                                    ? SheetText::tr("it is encrypted with a password. Save it without one.")
                                    : SheetText::tr("it is an XLS file. Save it as XLSX or CSV UTF-8."));
    }
    return bytes;
}

bool isWorkbook(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Error scanError(CsvScanner::Status status, const CsvScanner& scanner)
{
    const QString what = status == CsvScanner::Status::UnclosedQuote
                             ? SheetText::tr("Line %1, column %2: a quote is opened and never closed.")
                             : SheetText::tr("Line %1, column %2: text follows a closing quote.");
    return {ErrorKind::Input,
            what.arg(scanner.errorLine()).arg(scanner.errorColumn()),
            SheetText::tr("Double quotes within a quoted cell, or save the sheet as CSV again."),
            {},
            {}};
}

Result<Sheet> openSheet(std::string bytes, const SheetOptions& options, std::optional<Error>* ofColumns)
{
    Sheet sheet;
    if (auto text = isWorkbook(bytes) ? takeWorkbook(bytes, options, sheet)
                                      : takeText(std::move(bytes), options, sheet);
        !text)
        return tl::unexpected(text.error());
    auto headings = readHeadings(sheet);
    if (!headings)
        return tl::unexpected(headings.error());
    for (const std::string& heading : *headings) {
        SheetColumn column;
        column.heading = heading;
        column.ignored = isIgnored(column.heading, options.ignoredColumns);
        if (!column.ignored)
            column.role = roleOfColumn(column.heading, options);
        sheet.columns.push_back(std::move(column));
    }
    markOwnColumns(sheet.columns);
    tellApart(sheet.columns, options);
    auto sound = rewriteSheet(sheet, options);
    if (sound)
        sound = checkTwice(sheet);
    if (!sound && ofColumns == nullptr)
        return tl::unexpected(sound.error());
    if (!sound)
        *ofColumns = sound.error();
    return sheet;
}

} // namespace rangedesk
