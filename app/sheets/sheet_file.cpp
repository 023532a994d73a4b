// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

namespace rangedesk {

namespace {

struct CopyText
{
    Q_DECLARE_TR_FUNCTIONS(CopyText)
};

constexpr std::string_view magic = "RDSHEET1";
constexpr std::size_t hashBytes = 32;
constexpr std::size_t lengthBytes = 8;
constexpr std::size_t endBytes = lengthBytes + hashBytes + magic.size();
constexpr quint32 mostColumns = 2000;
constexpr quint32 mostAreas = 1000000;

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Over the text, the facts and their length.
QByteArray hashOver(std::string_view text, std::string_view facts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    hash.addData(QByteArrayView(facts.data(), static_cast<qsizetype>(facts.size())));
    return hash.result();
}

QByteArray facts(const Sheet& sheet)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << static_cast<quint8>(sheet.encoding) << static_cast<quint8>(sheet.delimiter)
        << static_cast<quint64>(sheet.headingOffset) << static_cast<quint64>(sheet.headingLength)
        << static_cast<quint64>(sheet.dataOffset) << sheet.headingLine << sheet.dataLine;
    out << static_cast<quint32>(sheet.columns.size());
    for (const SheetColumn& column : sheet.columns)
        out << bytesOf(column.heading) << bytesOf(column.role ? roleName(*column.role) : std::string())
            << column.ignored;
    out << static_cast<quint32>(sheet.lines.size());
    for (const std::uint32_t line : sheet.lines)
        out << line;
    out << static_cast<quint64>(sheet.removalsFrom) << sheet.skipsHidden << sheet.workbook.has_value();
    if (!sheet.workbook)
        return bytes;
    const WorkbookFacts& workbook = *sheet.workbook;
    out << static_cast<quint32>(workbook.sheets.size());
    for (const WorkbookFacts::Entry& entry : workbook.sheets)
        out << bytesOf(entry.name) << entry.isHidden;
    out << static_cast<quint32>(workbook.chosen) << static_cast<quint64>(workbook.hiddenRows)
        << static_cast<quint64>(workbook.emptyFormulas) << static_cast<quint32>(workbook.merged.size());
    for (const MergedArea& area : workbook.merged)
        out << area.firstLine << area.lastLine << area.firstColumn << area.lastColumn;
    return bytes;
}

void readWorkbook(QDataStream& in, WorkbookFacts& workbook)
{
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < std::min(count, mostColumns) && in.status() == QDataStream::Ok; ++i) {
        QByteArray name;
        bool isHidden = false;
        in >> name >> isHidden;
        workbook.sheets.push_back({name.toStdString(), isHidden});
    }
    quint32 chosen = 0;
    quint64 hiddenRows = 0;
    quint64 emptyFormulas = 0;
    in >> chosen >> hiddenRows >> emptyFormulas >> count;
    workbook.chosen = chosen;
    workbook.hiddenRows = hiddenRows;
    workbook.emptyFormulas = emptyFormulas;
    for (quint32 i = 0; i < std::min(count, mostAreas) && in.status() == QDataStream::Ok; ++i) {
        MergedArea area;
        in >> area.firstLine >> area.lastLine >> area.firstColumn >> area.lastColumn;
        workbook.merged.push_back(area);
    }
}

bool readFacts(const QByteArray& bytes, Sheet& sheet)
{
    QDataStream in(bytes);
    quint8 encoding = 0;
    quint8 delimiter = 0;
    quint64 headingOffset = 0;
    quint64 headingLength = 0;
    quint64 dataOffset = 0;
    quint32 count = 0;
    in >> encoding >> delimiter >> headingOffset >> headingLength >> dataOffset >> sheet.headingLine >>
        sheet.dataLine >> count;
    const bool isSound = encoding <= static_cast<quint8>(Encoding::Utf16Be) && count <= mostColumns &&
                         dataOffset <= sheet.text.size() && headingOffset <= dataOffset &&
                         headingLength <= dataOffset - headingOffset;
    if (!isSound)
        return false;
    sheet.encoding = static_cast<Encoding>(encoding);
    sheet.delimiter = static_cast<char>(delimiter);
    sheet.headingOffset = headingOffset;
    sheet.headingLength = headingLength;
    sheet.dataOffset = dataOffset;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray heading;
        QByteArray role;
        SheetColumn column;
        in >> heading >> role >> column.ignored;
        column.heading = heading.toStdString();
        if (!role.isEmpty())
            column.role = roleOfName(role.toStdString());
        sheet.columns.push_back(std::move(column));
    }
    in >> count;
    if (count > static_cast<quint64>(bytes.size())) // four bytes a line
        return false;
    sheet.lines.resize(count);
    for (std::uint32_t& line : sheet.lines)
        in >> line;
    bool hasWorkbook = false;
    quint64 removalsFrom = 0;
    in >> removalsFrom >> sheet.skipsHidden >> hasWorkbook;
    sheet.removalsFrom = removalsFrom;
    if (hasWorkbook)
        readWorkbook(in, sheet.workbook.emplace());
    return in.status() == QDataStream::Ok;
}

} // namespace

std::string sheetTrailer(const Sheet& sheet)
{
    const QByteArray described = facts(sheet);
    std::string trailer = described.toStdString();
    for (std::size_t i = 0; i < lengthBytes; ++i)
        trailer += static_cast<char>((static_cast<std::uint64_t>(described.size()) >> (8 * i)) & 0xffU);
    trailer += hashOver(sheet.text, trailer).toStdString();
    trailer += magic;
    return trailer;
}

bool isSheetCopy(std::string_view bytes)
{
    return bytes.size() >= endBytes && bytes.ends_with(magic);
}

Result<Sheet> sheetOfCopy(std::string bytes)
{
    const auto damaged = [] {
        return fail(ErrorKind::Storage, CopyText::tr("The kept copy of the rows is damaged."),
                    CopyText::tr("Import the sheet again; rows that the server holds already are left "
                                 "unchanged."));
    };
    if (!isSheetCopy(bytes))
        return damaged();
    const std::size_t lengthAt = bytes.size() - endBytes;
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i)
        length |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[lengthAt + i])) << (8 * i);
    if (length > lengthAt)
        return damaged();
    const std::size_t textBytes = lengthAt - static_cast<std::size_t>(length);
    const std::string_view all = bytes;
    const QByteArray hash = hashOver(all.substr(0, textBytes),
                                     all.substr(textBytes, static_cast<std::size_t>(length) + lengthBytes));
    if (hash != bytesOf(all.substr(lengthAt + lengthBytes, hashBytes)))
        return damaged();
    const QByteArray described = bytesOf(all.substr(textBytes, static_cast<std::size_t>(length)));
    Sheet sheet;
    bytes.resize(textBytes);
    sheet.text = std::move(bytes);
    if (!readFacts(described, sheet))
        return damaged();
    return sheet;
}

} // namespace rangedesk
