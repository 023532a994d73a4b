// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/merchant_facts.h"

#include "common/bare_copy.h"
#include "common/theme.h"
#include "common/widgets.h"
#include "core/text.h"
#include "registrations/review_export.h"

#include <QCoreApplication>

namespace rangedesk::ui {

QString breakable(const QString& text)
{
    constexpr int longestRun = 40;
    QString out;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        out += c;
        if (run >= longestRun && !c.isHighSurrogate()) {
            out += QChar(breakPlace);
            run = 0;
        }
    }
    return out;
}

namespace {

struct FactText
{
    Q_DECLARE_TR_FUNCTIONS(FactText)
};

constexpr qsizetype longestValue = 600;
constexpr std::size_t mostFurther = 5;
constexpr std::size_t longestFurther = 4096;    // bytes
constexpr qsizetype longestRaw = 1024LL * 1024; // characters
constexpr qsizetype longestRawLine = 2000;      // a line is laid out in one go
constexpr qsizetype pieceSize = 32LL * 1024;

/// As text, whatever it holds: markup of a merchant is shown, and never obeyed.
QString shown(const QString& value)
{
    const QString text =
        withVisibleControls(value.size() > longestValue ? value.left(longestValue) + QChar(0x2026) : value);
    return breakable(text).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

QString cell(const QString& html, Token token, const char* extra = "")
{
    return QStringLiteral("<td style=\"padding:2px 14px 4px 0; color:%1;%2\">%3</td>")
        .arg(color(token).name(), QLatin1String(extra), html);
}

} // namespace

std::size_t merchantBytes(const ReviewRows& rows, std::uint32_t row)
{
    const ReviewCustomer& customer = rows.customer(row);
    std::size_t bytes = customer.merchantInformation.size();
    if (customer.likeness != 0 && customer.partner != noCustomer)
        bytes += rows.customer(customer.partner).merchantInformation.size();
    return bytes;
}

MerchantFacts merchantFacts(const ReviewRows& rows, std::uint32_t row)
{
    const ReviewCustomer& customer = rows.customer(row);
    MerchantFacts facts;
    facts.mine = parseMerchantInformation(customer.merchantInformation);
    if (customer.likeness != 0 && customer.partner != noCustomer)
        facts.partners = parseMerchantInformation(rows.customer(customer.partner).merchantInformation);
    const std::vector<std::string_view> further = rows.download().list->furtherInformation(row);
    facts.furtherCount = further.size();
    for (std::size_t i = 0; i < std::min(further.size(), mostFurther); ++i)
        facts.further << toQString(further[i].substr(0, longestFurther));
    return facts;
}

QString merchantTitle(const MerchantInformation& information)
{
    using Form = MerchantInformation::Form;
    switch (information.form) {
    case Form::Empty:
        return FactText::tr("Merchant information: not filled");
    case Form::Text:
        return FactText::tr("Merchant information: free text");
    case Form::Json:
    case Form::Query:
    case Form::Lines:
    case Form::Table:
        break;
    }
    return FactText::tr("Merchant information: %1 fields").arg(information.fields.size());
}

QString merchantTable(const MerchantFacts& facts)
{
    QString html = QStringLiteral("<table>");
    for (const MerchantField& field : facts.mine.fields) {
        const QString value = field.value.isEmpty() ? FactText::tr("Not filled") : shown(field.value);
        html += QStringLiteral("<tr>") +
                cell(field.name.isEmpty() ? QStringLiteral("·") : shown(field.name), Token::Ink3) +
                cell(value, field.value.isEmpty() ? Token::Ink3 : Token::Ink) + QStringLiteral("</tr>");
    }
    html += QStringLiteral("</table>");
    const auto addParagraph = [&html](const QString& text) {
        html += QStringLiteral("<p>") + shown(text) + QStringLiteral("</p>");
    };
    if (!facts.mine.rest.isEmpty())
        addParagraph(facts.mine.rest);
    if (facts.mine.isCut)
        addParagraph(FactText::tr("There is more than is shown here; the raw text has the rest."));
    for (const QString& text : facts.further)
        addParagraph(FactText::tr("Another registration:") + QLatin1Char('\n') + text);
    if (facts.furtherCount > mostFurther)
        addParagraph(FactText::tr("%1 more registrations stand in the raw text.")
                         .arg(figure(static_cast<qint64>(facts.furtherCount - mostFurther))));
    return html;
}

QString partnerTable(const MerchantFacts& facts, const ReviewRows& rows, std::uint32_t row,
                     ReviewDecision mine, ReviewDecision theirs)
{
    const ReviewCustomer& customer = rows.customer(row);
    const ReviewCustomer& other = rows.customer(customer.partner);
    QString html = QStringLiteral("<table>");
    const auto add = [&html](const QString& name, const QString& left, const QString& right) {
        const bool isSame = !left.isEmpty() && left == right;
        const QString empty = FactText::tr("Not filled");
        html += QStringLiteral("<tr>") + cell(shown(name), Token::Ink3) +
                cell(left.isEmpty() ? empty : shown(left), left.isEmpty() ? Token::Ink3 : Token::Ink) +
                cell(isSame            ? QStringLiteral("= ") + FactText::tr("the same")
                     : right.isEmpty() ? empty
                                       : shown(right),
                     isSame            ? Token::Warning
                     : right.isEmpty() ? Token::Ink3
                                       : Token::Ink) +
                QStringLiteral("</tr>");
    };
    add(FactText::tr("Code"), toQString(customer.code), toQString(other.code));
    add(FactText::tr("Name"), toQString(customer.name), toQString(other.name));
    add(FactText::tr("Decision"), decisionWord(mine), decisionWord(theirs));
    for (const MerchantField& field : facts.mine.fields)
        add(field.name, field.value, facts.partners.value(field.name));
    for (const MerchantField& field : facts.partners.fields) {
        const auto isMine = [&field](const MerchantField& own) { return own.name == field.name; };
        if (std::none_of(facts.mine.fields.begin(), facts.mine.fields.end(), isMine))
            add(field.name, {}, field.value);
    }
    return html + QStringLiteral("</table>");
}

QStringList merchantText(const ReviewRows& rows, std::uint32_t row)
{
    QString raw = toQString(rows.customer(row).merchantInformation);
    qsizetype all = raw.size();
    for (const std::string_view other : rows.download().list->furtherInformation(row)) {
        const QString text = toQString(other);
        all += text.size();
        if (raw.size() <= longestRaw)
            raw += QStringLiteral("\n\n") + text;
    }
    if (raw.size() > longestRaw)
        raw = raw.left(longestRaw) + QStringLiteral("…\n\n") +
              FactText::tr("%1 characters in all: an export as CSV holds them whole.").arg(figure(all));
    raw = withVisibleControls(std::move(raw));
    QStringList pieces;
    QString piece;
    qsizetype line = 0;
    for (const QChar c : std::as_const(raw)) {
        line = c == QLatin1Char('\n') ? 0 : line + 1;
        piece += c;
        if (line >= longestRawLine && !c.isHighSurrogate()) {
            piece += QLatin1Char('\n');
            line = 0;
        }
        if (piece.size() >= pieceSize && !c.isHighSurrogate())
            pieces << std::exchange(piece, {});
    }
    return pieces << piece;
}

QString decisionSentence(const ReviewMark& mark)
{
    return mark.by.isEmpty()
               ? FactText::tr("%1, %2").arg(decisionWord(mark.decision), shortTime(mark.at))
               : FactText::tr("%1 by %2, %3").arg(decisionWord(mark.decision), mark.by, shortTime(mark.at));
}

} // namespace rangedesk::ui
