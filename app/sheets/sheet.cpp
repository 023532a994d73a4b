// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace rangedesk {

namespace {

struct SheetText
{
    Q_DECLARE_TR_FUNCTIONS(SheetText)
};

constexpr std::size_t mostColumns = 1000;
constexpr qint64 mostBytes = 1024LL * 1024 * 1024;

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

/// Two columns with one heading, or with one meaning.
Result<void> checkTwice(const std::vector<SheetColumn>& columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const SheetColumn& a = columns[j];
            const SheetColumn& b = columns[i];
            if (a.heading.empty() || b.heading.empty() || b.ignored || a.ignored)
                continue;
            const bool oneMeaning =
                a.role && b.role && *a.role == *b.role && a.role->field != ColumnRole::Field::Own;
            if (foldedHeading(a.heading) == foldedHeading(b.heading) || oneMeaning)
                return fail(ErrorKind::Input,
                            SheetText::tr("Line 1: columns %1 and %2 (\"%3\" and \"%4\") mean the same.")
                                .arg(j + 1)
                                .arg(i + 1)
                                .arg(toQString(a.heading), toQString(b.heading)),
                            SheetText::tr("Remove one of them, or ignore one."));
        }
    }
    return {};
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
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    if (file.size() > mostBytes)
        return unreadable(path, SheetText::tr("it is larger than 1 GiB. Split it."));
    std::string bytes(static_cast<std::size_t>(file.size()), '\0');
    const qint64 got = file.read(bytes.data(), file.size());
    if (got != file.size())
        return unreadable(path, SheetText::tr("it changed or broke off while being read."));
    if (bytes.empty())
        return fail(ErrorKind::Input, SheetText::tr("%1 is empty.").arg(QDir::toNativeSeparators(path)));
    if (bytes.starts_with("PK\x03\x04"))
        return unreadable(path, SheetText::tr("it is an XLSX or ZIP file. Save the sheet as CSV UTF-8."));
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return unreadable(path, SheetText::tr("it is an XLS file. Save the sheet as CSV UTF-8."));
    return bytes;
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

Result<Sheet> openSheet(std::string bytes, const SheetOptions& options)
{
    auto decoded = decodeText(std::move(bytes), options.encoding);
    if (!decoded)
        return tl::unexpected(decoded.error());
    Sheet sheet;
    sheet.text = std::move(decoded->utf8);
    sheet.encoding = decoded->encoding;
    if (trimmed(sheet.text).empty())
        return fail(ErrorKind::Input, SheetText::tr("The file holds no headings and no rows."));
    sheet.delimiter = options.delimiter != '\0' ? options.delimiter : detectDelimiter(sheet.text);

    CsvScanner scanner(sheet.text, sheet.delimiter);
    CsvRecord record;
    const CsvScanner::Status status = scanner.next(record);
    if (status != CsvScanner::Status::Record)
        return tl::unexpected(scanError(status, scanner));
    if (record.isBlank())
        return fail(ErrorKind::Input, SheetText::tr("Line 1 holds no headings."),
                    SheetText::tr("Put the headings into the first line."));
    if (record.cells.size() > mostColumns)
        return fail(ErrorKind::Input,
                    SheetText::tr("Line 1 has %1 columns; at most %2 are read.")
                        .arg(record.cells.size())
                        .arg(mostColumns),
                    SheetText::tr("Check the delimiter."));
    for (const std::string_view cell : record.cells) {
        SheetColumn column;
        column.heading = trimmed(cell);
        column.ignored = isIgnored(column.heading, options.ignoredColumns);
        if (!column.ignored)
            column.role = roleOfHeading(column.heading);
        sheet.columns.push_back(std::move(column));
    }
    markOwnColumns(sheet.columns);
    if (auto twice = checkTwice(sheet.columns); !twice)
        return tl::unexpected(twice.error());
    sheet.headingOffset = record.offset;
    sheet.headingLength = record.length;
    CsvRecord second;
    CsvScanner ahead = scanner;
    const bool hasData = ahead.next(second) != CsvScanner::Status::End;
    sheet.dataOffset = hasData ? second.offset : sheet.text.size();
    sheet.dataLine = hasData ? second.line : 2;
    return sheet;
}

} // namespace rangedesk
