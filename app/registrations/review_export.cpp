// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/review_export.h"

#include "core/text.h"
#include "registrations/merchant_information.h"
#include "sheets/table_file.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ReviewText
{
    Q_DECLARE_TR_FUNCTIONS(ReviewText)
};

constexpr std::array decisions{ReviewDecision::None, ReviewDecision::Approved, ReviewDecision::Flagged,
                               ReviewDecision::Rejected};
constexpr std::size_t mostFieldColumns = 30;

QString separator()
{
    return ReviewText::tr(", ");
}

/// The fields that the merchants told, in the order in which they first occur.
QStringList fieldNames(const ReviewList& list, const std::vector<std::uint32_t>& rows)
{
    QStringList names;
    for (const std::uint32_t row : rows) {
        if (row >= list.size())
            continue;
        for (const MerchantField& field : parseMerchantInformation(list.at(row).merchantInformation).fields) {
            if (!field.name.isEmpty() && !names.contains(field.name))
                names << field.name;
            if (names.size() >= static_cast<qsizetype>(mostFieldColumns))
                return names;
        }
    }
    return names;
}

/// The columns of one export: those of every review, what the catalogue knows, what the merchants told.
class ReviewColumns
{
public:
    ReviewColumns(const ReviewDownload& download, const std::vector<std::uint32_t>& rows,
                  const CustomerAttributes* facts)
        : m_download(download), m_facts(facts), m_fields(fieldNames(*download.list, rows)),
          m_hasTimes(!download.reports.empty())
    {
        for (std::size_t i = 0; facts != nullptr && i < facts->attributeCount(); ++i) {
            const bool isKnown = std::any_of(
                rows.begin(), rows.end(), [&](std::uint32_t row) { return !facts->value(row, i).empty(); });
            if (isKnown)
                m_attributes.push_back(i);
        }
    }

    QStringList headings() const
    {
        QStringList texts{ReviewText::tr("Decision"),           ReviewText::tr("Note"),
                          ReviewText::tr("Decided by"),         ReviewText::tr("Decided at"),
                          ReviewText::tr("Customer"),           ReviewText::tr("Customer code"),
                          ReviewText::tr("External id"),        ReviewText::tr("Customer id"),
                          ReviewText::tr("In the lists"),       ReviewText::tr("Since the last download"),
                          ReviewText::tr("May be the same as"), ReviewText::tr("Why")};
        if (m_hasTimes)
            texts << ReviewText::tr("Registered at, as reported from here");
        for (const std::size_t attribute : m_attributes)
            texts << m_facts->attributeWord(attribute);
        return texts + m_fields << ReviewText::tr("Merchant information");
    }

    QStringList cells(std::uint32_t row, const ReviewMark& mark) const
    {
        const ReviewList& list = *m_download.list;
        const ReviewCustomer& customer = m_download.customer(row);
        const ReviewChange change = m_download.change(row);
        const bool isDecidable = (customer.lists & Registered) != 0 || change == ReviewChange::Gone;
        const QString partner =
            customer.partner == noCustomer ? QString() : toQString(list.at(customer.partner).code);
        QStringList cells{isDecidable ? decisionWord(mark.decision) : QString(),
                          mark.note,
                          mark.by,
                          mark.at.isValid()
                              ? mark.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                              : QString(),
                          toQString(customer.name),
                          toQString(customer.code),
                          toQString(customer.sourceCode),
                          toQString(customer.id),
                          listsWord(customer.lists),
                          changeWord(change),
                          partner,
                          likenessWord(customer.likeness)};
        if (m_hasTimes)
            cells << toQString(m_download.reportedTime(row));
        for (const std::size_t attribute : m_attributes)
            cells << toQString(m_facts->value(row, attribute));
        const MerchantInformation information = parseMerchantInformation(customer.merchantInformation);
        for (const QString& name : m_fields)
            cells << information.values(name);
        QString all = toQString(customer.merchantInformation);
        for (const std::string_view further : list.furtherInformation(row))
            all += QLatin1Char('\n') + toQString(further);
        return cells << all;
    }

private:
    const ReviewDownload& m_download;
    const CustomerAttributes* m_facts;
    QStringList m_fields;
    std::vector<std::size_t> m_attributes; ///< that any of the rows has
    bool m_hasTimes;
};

const ReviewMark& markOf(const ReviewDownload& download, std::uint32_t row, const ReviewMarks::Marks& marks)
{
    static const ReviewMark none;
    const auto found = marks.find(ReviewList::keyOf(download.customer(row)));
    return found == marks.end() ? none : found->second;
}

void record(XlsxBook& book, const QStringList& cells, XlsxBook::Look look = XlsxBook::Look::Text)
{
    // What a cell of a workbook can hold.
    constexpr qsizetype longest = 32767;
    for (const QString& cell : cells) {
        if (cell.size() <= longest) {
            book.cell(toUtf8(cell), look);
            continue;
        }
        const QString mark = ReviewText::tr("… (cut: a cell holds no more; an export as CSV has all of it)");
        QString part = cell.left(longest - mark.size());
        if (part.back().isHighSurrogate())
            part.chop(1);
        book.cell(toUtf8(part + mark), look);
    }
    book.endRecord();
}

QString percent(std::size_t part, std::size_t of)
{
    const double rate = ReviewFigures::rate(part, of);
    return rate < 0 ? QString() : QString::number(rate * 100, 'f', 1) + QLatin1Char('%');
}

/// Who is written, apart by what they are.
struct ExportedRows
{
    std::vector<std::uint32_t> registered;
    std::vector<std::uint32_t> gone;
    std::vector<std::uint32_t> others; ///< covered or notified, and not registered

    ExportedRows(const ReviewDownload& download, const std::vector<std::uint32_t>& rows)
    {
        for (const std::uint32_t row : rows) {
            const bool isRegistered = (download.customer(row).lists & Registered) != 0;
            const bool isGone = download.change(row) == ReviewChange::Gone;
            (isRegistered ? registered : isGone ? gone : others).push_back(row);
        }
    }
};

void writeSummary(XlsxBook& book, const ReviewDownload& download, const ExportedRows& rows,
                  const ReviewMarks::Marks& marks)
{
    using Look = XlsxBook::Look;
    const Campaign& campaign = download.list->campaign();
    const ReviewFigures& figures = download.list->figures();
    book.beginSheet(ReviewText::tr("Summary"), false);
    book.setWidth(0, 34);
    book.setWidth(1, 26);
    book.setWidth(2, 18);
    record(book, {ReviewText::tr("Campaign"), toQString(campaign.name)}, Look::Heading);
    record(book, {ReviewText::tr("Campaign code"), toQString(campaign.code)});
    record(book, {ReviewText::tr("External id"), toQString(campaign.sourceCode)});
    record(book, {ReviewText::tr("Downloaded at"),
                  download.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))});
    record(book, {});
    record(book, {ReviewText::tr("Funnel"), ReviewText::tr("Customers"), ReviewText::tr("Rate")},
           Look::Heading);
    record(book, {ReviewText::tr("Covered"), QString::number(figures.covered)});
    record(book, {ReviewText::tr("Notified"), QString::number(figures.notified),
                  percent(figures.notified, figures.covered)});
    record(book, {ReviewText::tr("Registered"), QString::number(figures.registered),
                  percent(figures.registered, figures.notified)});
    record(book, {});
    record(book, {ReviewText::tr("Overlap of the lists"), ReviewText::tr("Customers")}, Look::Heading);
    for (std::uint8_t lists = 1; lists < overlapCount; ++lists)
        record(book, {listsWord(lists), QString::number(figures.overlaps.at(lists))});
    record(book, {});
    record(book, {ReviewText::tr("Decision"), ReviewText::tr("Customers")}, Look::Heading);
    if (rows.registered.size() != figures.registered)
        record(book, {ReviewText::tr("Only those that a filter showed"),
                      ReviewText::tr("%1 of %2").arg(rows.registered.size()).arg(figures.registered)});
    std::array<std::size_t, decisions.size()> counts{};
    for (const std::uint32_t row : rows.registered)
        ++counts.at(static_cast<std::size_t>(markOf(download, row, marks).decision));
    for (const ReviewDecision decision : decisions)
        record(book,
               {decisionWord(decision), QString::number(counts.at(static_cast<std::size_t>(decision)))});
    if (!rows.others.empty())
        record(book, {ReviewText::tr("Not registered"), QString::number(rows.others.size())});
    if (!download.before.isValid())
        return;
    record(book, {});
    record(book,
           {ReviewText::tr("Since the download of %1")
                .arg(download.before.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))),
            ReviewText::tr("Customers")},
           Look::Heading);
    record(book, {changeWord(ReviewChange::New), QString::number(download.added)});
    record(book, {changeWord(ReviewChange::Changed), QString::number(download.changed)});
    record(book, {changeWord(ReviewChange::Gone), QString::number(download.gone.size())});
}

} // namespace

QString decisionWord(ReviewDecision decision)
{
    switch (decision) {
    case ReviewDecision::Approved:
        return ReviewText::tr("Approved");
    case ReviewDecision::Flagged:
        return ReviewText::tr("Flagged");
    case ReviewDecision::Rejected:
        return ReviewText::tr("Rejected");
    case ReviewDecision::None:
    case ReviewDecision::Count:
        break;
    }
    return ReviewText::tr("Undecided");
}

QString changeWord(ReviewChange change)
{
    switch (change) {
    case ReviewChange::New:
        return ReviewText::tr("new");
    case ReviewChange::Changed:
        return ReviewText::tr("other information");
    case ReviewChange::Gone:
        return ReviewText::tr("gone");
    case ReviewChange::None:
    case ReviewChange::Count:
        break;
    }
    return {};
}

QString listsWord(std::uint8_t lists)
{
    if (lists == 0)
        return ReviewText::tr("in no list any more");
    QStringList words;
    words << ((lists & Covered) != 0 ? ReviewText::tr("covered") : ReviewText::tr("not covered"));
    words << ((lists & Notified) != 0 ? ReviewText::tr("notified") : ReviewText::tr("not notified"));
    words << ((lists & Registered) != 0 ? ReviewText::tr("registered") : ReviewText::tr("not registered"));
    return words.join(separator());
}

QString likenessWord(std::uint8_t likeness)
{
    QStringList words;
    if ((likeness & SameLicence) != 0)
        words << ReviewText::tr("the same licence");
    if ((likeness & SamePhone) != 0)
        words << ReviewText::tr("the same telephone");
    if ((likeness & NearName) != 0)
        words << ReviewText::tr("nearly the same name");
    return words.join(separator());
}

Result<void> exportReview(const QString& path, const ReviewDownload& download,
                          const std::vector<std::uint32_t>& shown, const ReviewMarks::Marks& marks,
                          const CustomerAttributes* facts)
{
    const ExportedRows rows(download, shown);
    const ReviewColumns columns(download, shown, facts);
    const QStringList headings = columns.headings();
    if (!isWorkbookName(path)) {
        TableFile file(path);
        if (auto opened = file.open({}); !opened)
            return opened;
        const auto write = [&file](const QStringList& cells) {
            for (const QString& cell : cells)
                file.cell(toUtf8(cell));
            file.endRecord();
        };
        write(headings);
        for (const auto* part : {&rows.registered, &rows.others, &rows.gone}) {
            for (const std::uint32_t row : *part)
                write(columns.cells(row, markOf(download, row, marks)));
        }
        return file.commit();
    }
    XlsxBook book(path);
    if (auto opened = book.open(); !opened)
        return opened;
    writeSummary(book, download, rows, marks);
    const auto writeSheet = [&](const QString& name, const std::vector<std::uint32_t>& of,
                                std::optional<ReviewDecision> decision) {
        book.beginSheet(name, true);
        for (int column = 0; column + 1 < static_cast<int>(headings.size()); ++column)
            book.setWidth(column, column == 4 ? 34 : 18);
        record(book, headings, XlsxBook::Look::Heading);
        for (const std::uint32_t row : of) {
            const ReviewMark& mark = markOf(download, row, marks);
            if (!decision || mark.decision == *decision)
                record(book, columns.cells(row, mark));
        }
    };
    for (const ReviewDecision decision : decisions)
        writeSheet(decisionWord(decision), rows.registered, decision);
    if (!rows.gone.empty())
        writeSheet(ReviewText::tr("Gone"), rows.gone, {});
    if (!rows.others.empty())
        writeSheet(ReviewText::tr("Not registered"), rows.others, {});
    return book.commit();
}

} // namespace rangedesk
