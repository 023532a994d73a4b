// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/xlsx_workbook.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QDate>
#include <QHash>
#include <QTime>
#include <array>
#include <charconv>
#include <cmath>

namespace rangedesk {

namespace {

struct WorkbookText
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookText)
};

constexpr std::size_t mostSharedBytes = 1024ULL * 1024 * 1024;
constexpr std::size_t mostSheets = 1000;

/// A relationship's target as the name of a part: relative to the folder of the part that names it.
std::string partName(const QString& target, const QString& folder)
{
    QStringList path = target.startsWith(QLatin1Char('/')) ? QStringList() : folder.split(QLatin1Char('/'));
    for (const QString& step : target.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        if (step == QLatin1String(".."))
            path = path.mid(0, path.size() - 1);
        else if (step != QLatin1String("."))
            path << step;
    }
    path.removeAll(QString());
    return toUtf8(path.join(QLatin1Char('/')));
}

struct Relation
{
    QString type;
    std::string part;
};

Result<QHash<QString, Relation>> readRelations(const ZipArchive& archive, const std::string& name,
                                               const QString& folder)
{
    auto part = XmlPart::open(archive, name);
    if (!part)
        return tl::unexpected(part.error());
    QHash<QString, Relation> relations;
    while (part->next()) {
        if (!part->isStart(u"Relationship"))
            continue;
        const auto attributes = part->xml().attributes();
        relations.insert(attributes.value(QLatin1String("Id")).toString(),
                         {attributes.value(QLatin1String("Type")).toString(),
                          partName(attributes.value(QLatin1String("Target")).toString(), folder)});
    }
    if (part->problem())
        return tl::unexpected(*part->problem());
    return relations;
}

bool isTrue(QStringView value)
{
    return value == u"1" || value == u"true";
}

Result<void> readSheetList(Workbook& workbook, const std::string& name,
                           const QHash<QString, Relation>& relations)
{
    auto part = XmlPart::open(workbook.archive, name);
    if (!part)
        return tl::unexpected(part.error());
    while (part->next()) {
        const auto attributes = part->xml().attributes();
        if (part->isStart(u"workbookPr"))
            workbook.dates1904 = isTrue(attributes.value(QLatin1String("date1904")));
        if (!part->isStart(u"sheet"))
            continue;
        QString id;
        for (const auto& attribute : attributes) {
            if (attribute.name() == u"id" && !attribute.prefix().isEmpty())
                id = attribute.value().toString();
        }
        const auto relation = relations.constFind(id);
        const bool isSheet =
            relation != relations.constEnd() && relation->type.endsWith(QLatin1String("/worksheet"));
        if (isSheet && workbook.sheets.size() < mostSheets)
            workbook.sheets.push_back({toUtf8(attributes.value(QLatin1String("name")).toString()),
                                       attributes.value(QLatin1String("state")).startsWith(u"hidden") ||
                                           attributes.value(QLatin1String("state")) == u"veryHidden",
                                       relation->part});
    }
    if (part->problem())
        return tl::unexpected(*part->problem());
    if (workbook.sheets.empty())
        return tl::unexpected(damagedWorkbook(WorkbookText::tr("it holds no sheet.")));
    return {};
}

/// The built-in formats that are dates and times (ECMA-376 part 1, 18.8.30), those of Chinese spreadsheets
/// among them.
NumberFormat builtInFormat(int id)
{
    const bool isDate = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 ||
                        (id >= 50 && id <= 54) || id == 57 || id == 58;
    const bool isTime =
        (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56;
    return {isDate || id == 22, isTime || id == 22, 0, false};
}

/// What a format code shows, by its first section, outside quotes, escapes and brackets: y or d is a date, h
/// or s a time; zeros alone are leading zeros; letters or digits of its own show another value than the cell
/// holds.
NumberFormat formatOfCode(QStringView code)
{
    NumberFormat format;
    int zeros = 0;
    bool onlyZeros = true;
    bool hasOwn = false;
    const auto addOwn = [&hasOwn](QStringView text) {
        for (const QChar c : text)
            hasOwn = hasOwn || c.isLetterOrNumber();
    };
    for (qsizetype i = 0; i < code.size() && code[i] != u';'; ++i) {
        const QChar c = code[i].toLower();
        if (c == u'"' || c == u'[') {
            const qsizetype end = code.indexOf(c == u'"' ? u'"' : u']', i + 1);
            // Elapsed hours, minutes or seconds stand in brackets; colours, places and conditions, too.
            const QStringView inside = code.mid(i + 1, end - i - 1);
            if (c == u'"')
                addOwn(inside);
            else if (inside.compare(u"h", Qt::CaseInsensitive) == 0 ||
                     inside.compare(u"hh", Qt::CaseInsensitive) == 0)
                format.hasTime = true;
            i = end < 0 ? code.size() : end;
        } else if (c == u'\\') {
            addOwn(code.mid(++i, 1));
        } else if (c == u'_' || c == u'*') {
            ++i;
        } else {
            format.hasDate = format.hasDate || c == u'y' || c == u'd';
            format.hasTime = format.hasTime || c == u'h' || c == u's';
            zeros += c == u'0' ? 1 : 0;
            onlyZeros = onlyZeros && (c == u'0' || c.isSpace());
        }
    }
    if (onlyZeros && zeros > 1)
        format.zeros = std::min(zeros, 15);
    format.showsOther = hasOwn && !format.hasDate && !format.hasTime;
    return format;
}

Result<void> readStyles(Workbook& workbook, const std::string& name)
{
    auto part = XmlPart::open(workbook.archive, name);
    if (!part)
        return tl::unexpected(part.error());
    QHash<int, NumberFormat> own;
    bool inCells = false;
    while (part->next()) {
        const auto attributes = part->xml().attributes();
        if (part->isStart(u"numFmt"))
            own.insert(attributes.value(QLatin1String("numFmtId")).toInt(),
                       formatOfCode(attributes.value(QLatin1String("formatCode"))));
        else if (part->isStart(u"cellXfs") || part->isEnd(u"cellXfs"))
            inCells = part->xml().isStartElement();
        else if (inCells && part->isStart(u"xf")) {
            const int id = attributes.value(QLatin1String("numFmtId")).toInt();
            const auto known = own.constFind(id);
            workbook.formats.push_back(known != own.constEnd() ? *known : builtInFormat(id));
        }
    }
    if (part->problem())
        return tl::unexpected(*part->problem());
    return {};
}

Result<void> readSharedTexts(Workbook& workbook, const std::string& name)
{
    auto part = XmlPart::open(workbook.archive, name);
    if (!part)
        return tl::unexpected(part.error());
    while (part->next()) {
        if (!part->isStart(u"si"))
            continue;
        appendRichText(*part, workbook.texts.text());
        workbook.texts.endText();
        if (workbook.texts.text().size() > mostSharedBytes)
            return tl::unexpected(damagedWorkbook(WorkbookText::tr("its texts are larger than 1 GiB.")));
    }
    if (part->problem())
        return tl::unexpected(*part->problem());
    return {};
}

Result<void> refuseForeign(const ZipArchive& archive)
{
    if (archive.contains("xl/vbaProject.bin"))
        return tl::unexpected(Error{ErrorKind::Input,
                                    WorkbookText::tr("The workbook holds macros (XLSM) and is not opened."),
                                    WorkbookText::tr("Save it as an XLSX workbook without macros."),
                                    {},
                                    {}});
    if (archive.contains("xl/workbook.bin"))
        return tl::unexpected(damagedWorkbook(WorkbookText::tr("it is a binary workbook (XLSB).")));
    if (archive.contains("EncryptedPackage"))
        return tl::unexpected(damagedWorkbook(WorkbookText::tr("it is encrypted with a password.")));
    if (archive.contains("content.xml") && archive.contains("mimetype"))
        return tl::unexpected(damagedWorkbook(WorkbookText::tr("it is an OpenDocument file.")));
    if (!archive.contains("_rels/.rels"))
        return tl::unexpected(damagedWorkbook(WorkbookText::tr("it is a ZIP file, but no workbook.")));
    return {};
}

/// Excel writes characters that XML cannot hold as _x000D_.
void appendUnescaped(QStringView text, std::string& to)
{
    constexpr qsizetype escapeLength = 7;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(u"_x"); at >= 0; at = text.indexOf(u"_x", at + 1)) {
        bool isHex = false;
        const ushort code = text.mid(at + 2, 4).toUShort(&isHex, 16);
        const bool isEscape = isHex && at + escapeLength <= text.size() && text[at + 6] == u'_' &&
                              (code >= 0x20 || code == u'\t' || code == u'\n' || code == u'\r') &&
                              !QChar::isSurrogate(code);
        if (!isEscape)
            continue;
        to += toUtf8(text.mid(from, at - from).toString() + QChar(code));
        from = at + escapeLength;
        at = from - 1;
    }
    const QByteArray rest = text.mid(from).toUtf8();
    to.append(rest.constData(), static_cast<std::size_t>(rest.size()));
}

std::string dateText(double serial, const NumberFormat& format, bool dates1904)
{
    constexpr int secondsADay = 86400;
    auto day = static_cast<qint64>(std::floor(serial));
    auto seconds = static_cast<int>(std::llround((serial - std::floor(serial)) * secondsADay));
    if (seconds == secondsADay) {
        ++day;
        seconds = 0;
    }
    // Day 60 of the 1900 system is a 29 February that never was; what lies before it counts one day less.
    const QDate start = dates1904 ? QDate(1904, 1, 1) : day < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    QString text;
    if (format.hasDate)
        text = start.addDays(day).toString(QStringLiteral("yyyy-MM-dd"));
    if (format.hasTime)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) +
                QTime(0, 0).addSecs(seconds).toString(QStringLiteral("HH:mm:ss"));
    return toUtf8(text);
}

std::string exponentText(double value)
{
    std::array<char, 40> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.14E", value);
    std::string text(buffer.data(), static_cast<std::size_t>(length));
    const std::size_t exponent = text.find('E');
    const std::size_t last = text.find_last_not_of('0', exponent - 1);
    const std::size_t keep = text[last] == '.' ? last + 2 : last + 1; // at least one decimal
    return text.substr(0, keep) + text.substr(exponent);
}

} // namespace

void appendRichText(XmlPart& part, std::string& text)
{
    int depth = 1;
    int phonetic = 0;
    bool inText = false;
    while (depth > 0 && part.next()) {
        if (part.xml().isStartElement()) {
            ++depth;
            phonetic += part.xml().name() == u"rPh" ? 1 : 0;
            inText = part.xml().name() == u"t" && phonetic == 0;
        } else if (part.xml().isEndElement()) {
            --depth;
            phonetic -= part.xml().name() == u"rPh" ? 1 : 0;
            inText = false;
        } else if (part.xml().isCharacters() && inText) {
            appendUnescaped(part.xml().text(), text);
        }
    }
}

std::string numberText(std::string_view value, const NumberFormat& format, bool dates1904)
{
    constexpr double lostDigits = 1e15; // fifteen digits are kept
    constexpr double lastDay = 2958466; // 9999-12-31 and its hours
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(number))
        return std::string(value);
    if ((format.hasDate || format.hasTime) && number >= 0 && number < lastDay)
        return dateText(number, format, dates1904);
    if (std::abs(number) >= lostDigits)
        return exponentText(number);
    std::array<char, 40> buffer{};
    if (number == std::floor(number)) {
        const auto integer = static_cast<std::int64_t>(number);
        const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), integer);
        std::string text(buffer.data(), written.ptr);
        if (integer >= 0 && text.size() < static_cast<std::size_t>(format.zeros))
            text.insert(0, static_cast<std::size_t>(format.zeros) - text.size(), '0');
        return text;
    }
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), written.ptr};
}

Result<Workbook> openWorkbook(std::string_view bytes)
{
    auto archive = ZipArchive::open(bytes);
    if (!archive)
        return tl::unexpected(archive.error());
    if (auto foreign = refuseForeign(*archive); !foreign)
        return tl::unexpected(foreign.error());
    Workbook workbook{std::move(*archive), {}, false, {}, {}};
    auto root = readRelations(workbook.archive, "_rels/.rels", {});
    if (!root)
        return tl::unexpected(root.error());
    std::string main;
    for (const Relation& relation : std::as_const(*root)) {
        if (relation.type.endsWith(QLatin1String("/officeDocument")))
            main = relation.part;
    }
    if (main.empty())
        return tl::unexpected(damagedWorkbook(WorkbookText::tr("it is a ZIP file, but no workbook.")));
    const std::size_t slash = main.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string() : main.substr(0, slash);
    const std::string file = slash == std::string::npos ? main : main.substr(slash + 1);
    auto relations = readRelations(
        workbook.archive, (folder.empty() ? std::string() : folder + '/') + "_rels/" + file + ".rels",
        toQString(folder));
    if (!relations)
        return tl::unexpected(relations.error());
    if (auto sheets = readSheetList(workbook, main, *relations); !sheets)
        return tl::unexpected(sheets.error());
    for (const Relation& relation : std::as_const(*relations)) {
        Result<void> read;
        if (relation.type.endsWith(QLatin1String("/styles")))
            read = readStyles(workbook, relation.part);
        else if (relation.type.endsWith(QLatin1String("/sharedStrings")))
            read = readSharedTexts(workbook, relation.part);
        if (!read)
            return tl::unexpected(read.error());
    }
    return workbook;
}

} // namespace rangedesk
