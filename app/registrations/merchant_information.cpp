// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/merchant_information.h"

#include "core/text.h"
#include "registrations/merchant_json.h"

#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

namespace rangedesk {

namespace {

constexpr std::size_t mostBytes = 256ULL * 1024;
constexpr std::size_t mostFields = 200;
constexpr qsizetype longestWord = 24; ///< of a name without a second thought
constexpr qsizetype longestName = 60;

QStringList words(std::initializer_list<const char*> utf8)
{
    QStringList all;
    for (const char* word : utf8)
        all << QString::fromUtf8(word);
    return all;
}

bool holdsAny(const QString& text, const QStringList& words)
{
    return std::any_of(words.begin(), words.end(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

template <typename Between> QStringList splitAt(const QString& text, const Between& isBetween)
{
    QStringList pieces;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !isBetween(text[at]))
            continue;
        if (at > from)
            pieces << text.mid(from, at - from);
        from = at + 1;
    }
    return pieces;
}

bool isAddress(const QString& value)
{
    return value.startsWith(QLatin1String("https://"), Qt::CaseInsensitive) ||
           value.startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
}

bool isPictureAddress(const QString& name, const QString& value)
{
    if (!isAddress(value) || value.contains(QLatin1Char(' ')))
        return false;
    static const QStringList pictureWords =
        words({"照片", "图片", "照", "photo", "image", "picture", "pic", "img"});
    const QString path = QUrl(value, QUrl::StrictMode).path().toLower();
    const auto endsLike = [&path](const char* ending) { return path.endsWith(QLatin1String(ending)); };
    return endsLike(".jpg") || endsLike(".jpeg") || endsLike(".png") || endsLike(".webp") ||
           endsLike(".gif") || endsLike(".bmp") || holdsAny(name, pictureWords);
}

/// Adds a field; several addresses in one value become fields of their own.
void add(MerchantInformation& information, const QString& name, const QString& value)
{
    const auto isFull = [&information] {
        information.isCut = information.isCut || information.fields.size() >= mostFields;
        return information.fields.size() >= mostFields;
    };
    if (isFull())
        return;
    const QString whole = value.trimmed();
    if (name.isEmpty() && whole.isEmpty())
        return;
    if (isAddress(whole)) {
        static const QRegularExpression between(QStringLiteral("[,;\\s，；、]+(?=https?://)"),
                                                QRegularExpression::CaseInsensitiveOption);
        for (const QString& address : whole.split(between)) {
            if (isFull())
                return;
            information.fields.push_back({name, address, isPictureAddress(name, address)});
        }
        return;
    }
    information.fields.push_back({name, whole, false});
}

/// What of a tag is no markup: the address that it leads to or shows.
QString addressWithin(const QString& tag)
{
    static const QRegularExpression address(
        QStringLiteral("\\b(?:src|href)\\s*+=\\s*+[\"']?+(https?://[^\"'\\s<>]++)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = address.match(tag);
    return match.hasMatch() ? QLatin1Char(' ') + match.captured(1) + QLatin1Char(' ') : QString();
}

/// Rows and cells of HTML as lines and tabs; everything else of it goes, but for addresses.
QString withoutMarkup(QString text)
{
    if (!text.contains(QLatin1Char('<')))
        return text;
    static const QRegularExpression tags(
        QStringLiteral("<\\s*+(?:/\\s*+)?(?:tr|td|th|br|p|div|li|table|span|b|img|a)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (!text.contains(tags))
        return text;
    static const QRegularExpression cellEnd(QStringLiteral("<\\s*+/\\s*+t[dh]\\s*+>\\s*+"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression lineEnd(QStringLiteral("<\\s*+(?:br\\s*+/?|/\\s*+(?:tr|p|div|li))\\s*+>"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression anyTag(QStringLiteral("<[^<>]{0,2000}>"));
    text.replace(cellEnd, QStringLiteral("\t"));
    text.replace(lineEnd, QStringLiteral("\n"));
    QString plain;
    qsizetype from = 0;
    for (auto all = anyTag.globalMatch(text); all.hasNext();) {
        const auto tag = all.next();
        plain += QStringView(text).mid(from, tag.capturedStart() - from);
        plain += addressWithin(tag.captured());
        from = tag.capturedEnd();
    }
    plain += QStringView(text).mid(from);
    plain.replace(QLatin1String("&nbsp;"), QLatin1String(" "));
    plain.replace(QLatin1String("&lt;"), QLatin1String("<"));
    plain.replace(QLatin1String("&gt;"), QLatin1String(">"));
    plain.replace(QLatin1String("&quot;"), QLatin1String("\""));
    return plain.replace(QLatin1String("&amp;"), QLatin1String("&"));
}

struct Pair
{
    QString name;
    QString value;
};

/// A sentence is no name, however it goes on; but a long label may explain itself in brackets.
bool isSentence(const QString& text)
{
    static const QString ends = QString::fromUtf8("。；！;!");
    static const QString pauses = QString::fromUtf8("，,、");
    static const QString opening = QString::fromUtf8("(（[【");
    static const QString closing = QString::fromUtf8(")）]】");
    int depth = 0;
    for (const QChar c : text) {
        depth += opening.contains(c) ? 1 : closing.contains(c) ? -1 : 0;
        if (ends.contains(c) || (depth <= 0 && pauses.contains(c)))
            return true;
    }
    return false;
}

bool isName(const QString& text)
{
    if (text.isEmpty() || text.size() > longestName || (text.size() > longestWord && isSentence(text)))
        return false;
    static const QString signs = QStringLiteral("{}[]\"<>");
    bool hasLetter = false; // "20:31" is a time, and no field
    bool hasSlash = false;
    for (const QChar c : text) {
        if (signs.contains(c))
            return false;
        hasLetter = hasLetter || c.isLetter();
        hasSlash = hasSlash || c == QLatin1Char('/');
    }
    // "telephone/chat" is one; a part of an address or of a path is none.
    const bool isPath = hasSlash && (text.contains(QLatin1Char('.')) || text.contains(QLatin1Char('?')) ||
                                     text.startsWith(QLatin1Char('/')) || text.endsWith(QLatin1Char('/')) ||
                                     text.contains(QLatin1String("//")));
    return hasLetter && !isPath;
}

/// "name: value", "name：value", "name = value" or two cells of a table.
std::optional<Pair> pairOf(QString piece)
{
    // One cut at either end: forms of nothing but dashes exist.
    const auto isLead = [](QChar c) {
        return c.isSpace() || c == QLatin1Char('|') || c == QLatin1Char('-') || c == QChar(0x2022) ||
               c == QChar(0x00b7);
    };
    qsizetype first = 0;
    qsizetype last = piece.size();
    while (first < last && isLead(piece[first]))
        ++first;
    while (last > first && (piece[last - 1].isSpace() || piece[last - 1] == QLatin1Char('|')))
        --last;
    piece = piece.mid(first, last - first);
    for (qsizetype at = 0; at < piece.size(); ++at) {
        const QChar c = piece[at];
        const bool separates = c == QLatin1Char(':') || c == QChar(0xff1a) || c == QLatin1Char('=') ||
                               c == QLatin1Char('\t') || c == QLatin1Char('|');
        if (!separates)
            continue;
        const QString name = piece.left(at).trimmed();
        const QString value = piece.mid(at + 1).trimmed();
        if (!isName(name) || value.startsWith(QLatin1String("//")))
            return {};
        return Pair{name, value};
    }
    return {};
}

/// Pieces as fields, where at least half of them are pairs.
bool takePairs(MerchantInformation& information, const QStringList& pieces)
{
    QStringList rest;
    std::vector<Pair> pairs;
    for (const QString& piece : pieces) {
        if (auto pair = pairOf(piece))
            pairs.push_back(std::move(*pair));
        else if (!piece.trimmed().isEmpty())
            rest << piece.trimmed();
    }
    if (pairs.empty() || static_cast<qsizetype>(pairs.size()) < rest.size())
        return false;
    for (const Pair& pair : pairs)
        add(information, pair.name, pair.value);
    information.rest = rest.join(QLatin1Char('\n'));
    return true;
}

bool takeQuery(MerchantInformation& information, QString text)
{
    if (text.startsWith(QLatin1Char('?')))
        text = text.mid(1);
    const bool isQuery = !text.contains(QLatin1Char('\n')) && text.contains(QLatin1Char('&')) &&
                         text.contains(QLatin1Char('=')) && !isAddress(text);
    if (!isQuery)
        return false;
    std::vector<Pair> pairs;
    const auto decoded = [](QString part) {
        return QUrl::fromPercentEncoding(part.replace(QLatin1Char('+'), QLatin1Char(' ')).toUtf8());
    };
    for (const QString& part : text.split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
        const qsizetype at = part.indexOf(QLatin1Char('='));
        const QString name = decoded(part.left(at)).trimmed();
        if (at <= 0 || !isName(name))
            return false;
        pairs.push_back({name, decoded(part.mid(at + 1))});
    }
    for (const Pair& pair : pairs)
        add(information, pair.name, pair.value);
    return true;
}

QStringList cellsOf(QString line, QChar between)
{
    line = line.trimmed();
    if (between == QLatin1Char('|')) {
        if (line.startsWith(between))
            line = line.mid(1);
        if (line.endsWith(between))
            line.chop(1);
    }
    QStringList cells;
    for (const QString& cell : line.split(between))
        cells << cell.trimmed();
    return cells;
}

/// A line of names above a line of values.
bool takeTable(MerchantInformation& information, QStringList lines)
{
    static const QRegularExpression rule(QStringLiteral("^[|:+\\-\\s]+$"));
    lines.removeIf([](const QString& line) { return line.contains(rule); });
    if (lines.size() != 2)
        return false;
    for (const QChar between :
         {QChar(QLatin1Char('\t')), QChar(QLatin1Char('|')), QChar(QLatin1Char(',')), QChar(0xff0c)}) {
        const QStringList names = cellsOf(lines[0], between);
        const QStringList values = cellsOf(lines[1], between);
        const bool fits = names.size() > 2 && names.size() == values.size() &&
                          std::all_of(names.begin(), names.end(), isName);
        if (!fits)
            continue;
        for (qsizetype i = 0; i < names.size(); ++i)
            add(information, names[i], values[i]);
        return true;
    }
    return false;
}

/// Lines of "name,value", where all of them are.
bool takeCommaPairs(MerchantInformation& information, const QStringList& lines)
{
    constexpr qsizetype longest = 16; // a sentence has commas as well
    std::vector<Pair> pairs;
    for (const QString& line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const bool isWide = line.contains(QChar(0xff0c));
        const QChar comma = isWide ? QChar(0xff0c) : QChar(QLatin1Char(','));
        const QString name = line.section(comma, 0, 0).trimmed();
        const bool fits = line.contains(comma) && name.size() <= longest && isName(name);
        if (!fits)
            return false;
        pairs.push_back({name, line.section(comma, 1).trimmed()});
    }
    for (const Pair& pair : pairs)
        add(information, pair.name, pair.value);
    return pairs.size() > 1;
}

/// Pieces that are no pairs belong to the value before them: "address: Hangzhou Yuhang telephone: 138…".
QStringList withTheirValues(const QStringList& pieces, const QString& between)
{
    QStringList joined;
    bool hasPair = false;
    for (const QString& piece : pieces) {
        const auto pair = pairOf(piece);
        if (pair || !hasPair) {
            joined << piece;
            hasPair = hasPair || pair;
        } else {
            const bool isBare = pairOf(joined.last())->value.isEmpty();
            joined.last() += (isBare ? QString() : between) + piece.trimmed();
        }
    }
    return joined;
}

bool takeLines(MerchantInformation& information, const QString& text)
{
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.size() > 1) {
        if (takeTable(information, lines)) {
            information.form = MerchantInformation::Form::Table;
            return true;
        }
        return takePairs(information, lines) || takeCommaPairs(information, lines);
    }
    const auto isStrong = [](QChar c) {
        return c == QLatin1Char(';') || c == QChar(0xff1b) || c == QLatin1Char('|');
    };
    const auto isWeak = [](QChar c) {
        return c == QLatin1Char(',') || c == QChar(0xff0c) || c == QChar(0x3001);
    };
    const auto isBlank = [](QChar c) { return c.isSpace(); };
    for (const QStringList& pieces :
         {splitAt(text, isStrong), withTheirValues(splitAt(text, isWeak), QString::fromUtf8("，")),
          withTheirValues(splitAt(text, isBlank), QStringLiteral(" "))}) {
        const auto pairs = std::count_if(pieces.begin(), pieces.end(),
                                         [](const QString& piece) { return pairOf(piece).has_value(); });
        if (pairs > 1 && takePairs(information, pieces))
            return true;
    }
    return takePairs(information, {text});
}

} // namespace

QString MerchantInformation::value(const QString& name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&name](const MerchantField& field) { return field.name == name; });
    return found == fields.end() ? QString() : found->value;
}

QString MerchantInformation::values(const QString& name) const
{
    QStringList all;
    for (const MerchantField& field : fields) {
        if (field.name == name && !field.value.isEmpty())
            all << field.value;
    }
    return all.join(QLatin1Char(' '));
}

MerchantInformation parseMerchantInformation(std::string_view bytes)
{
    using Form = MerchantInformation::Form;
    MerchantInformation information;
    std::string_view text = trimmed(bytes);
    if (text.size() > mostBytes) {
        information.isCut = true;
        text = text.substr(0, mostBytes);
    }
    if (text.empty())
        return information;
    const bool isJson = readMerchantJson(
        text, [&information](const QString& name, const QString& value) { add(information, name, value); });
    if (isJson) {
        information.form = Form::Json;
        return information;
    }
    QString plain = toQString(text);
    plain.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    const QString written = plain.trimmed();
    plain = withoutMarkup(plain).trimmed();
    if (takeQuery(information, plain)) {
        information.form = Form::Query;
    } else if (takeLines(information, plain)) {
        if (information.form == Form::Empty)
            information.form = Form::Lines;
    } else {
        information.form = Form::Text;
        information.rest = written; // with its markup: as text nothing of it is lost
    }
    return information;
}

QString phoneOf(const MerchantInformation& information)
{
    static const QRegularExpression mobile(QStringLiteral("(?<!\\d)(?:\\+?86)?(1[3-9]\\d{9})(?!\\d)"));
    const auto found = [](QString text) {
        static const QRegularExpression between(QStringLiteral("(?<=\\d)[ \\-]+(?=\\d)"));
        const auto match = mobile.match(text.remove(between));
        return match.hasMatch() ? match.captured(1) : QString();
    };
    static const QStringList names = words({"手机", "电话", "联系方式", "phone", "mobile", "tel"});
    for (const MerchantField& field : information.fields) {
        if (!holdsAny(field.name, names))
            continue;
        if (QString number = found(field.value); !number.isEmpty())
            return number;
    }
    return information.rest.isEmpty() ? QString() : found(information.rest);
}

QString licenceOf(const MerchantInformation& information)
{
    static const QRegularExpression other(QStringLiteral("[^0-9A-Z]"));
    constexpr qsizetype shortest = 8;
    static const QStringList names = words({"执照", "信用代码", "licence", "license"});
    for (const MerchantField& field : information.fields) {
        if (field.isPicture || !holdsAny(field.name, names))
            continue;
        QString number = field.value.toUpper().remove(other);
        if (number.size() >= shortest)
            return number;
    }
    if (information.rest.isEmpty())
        return {};
    // A unified social credit code, wherever it stands.
    static const QRegularExpression code(
        QStringLiteral("(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])"));
    const auto match = code.match(information.rest.toUpper());
    return match.hasMatch() ? match.captured(0) : QString();
}

} // namespace rangedesk
