// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/report.h"

#include "changes/campaign_compare.h"
#include "core/text.h"
#include "sheets/csv_writer.h"
#include "sheets/xlsx_writer.h"

#include <QCoreApplication>
#include <span>

namespace rangedesk {

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

const RequestRecord* requestOf(const Row& row, const std::vector<RequestRecord>& requests)
{
    return row.request == 0 || row.request > requests.size() ? nullptr : &requests[row.request - 1];
}

std::string headingName(const Batch& batch, const Refusal& refusal)
{
    return refusal.column < 0 ? std::string()
                              : batch.sheet.columns[static_cast<std::size_t>(refusal.column)].heading;
}

/// Columns of ours in a sheet that is imported again are not written a second time.
bool isOwn(const SheetColumn& column)
{
    return column.role && (column.role->field == ColumnRole::Field::Own ||
                           column.role->field == ColumnRole::Field::OwnOutcome);
}

/// The columns of a sheet and some of ours, as CSV with the sheet's own bytes, or as a workbook.
class SheetWriter
{
public:
    SheetWriter(const QString& path, const Batch& batch) : m_batch(batch)
    {
        if (isWorkbookName(path))
            m_book = std::make_unique<XlsxBook>(path);
        else
            m_file = std::make_unique<CsvFile>(path);
        for (const SheetColumn& column : batch.sheet.columns)
            m_hasOwn = m_hasOwn || isOwn(column);
    }

    Result<void> open(std::span<const OwnColumn> added)
    {
        if (auto opened = m_book ? m_book->open() : m_file->open(); !opened)
            return opened;
        if (m_book)
            m_book->beginSheet(ReportText::tr("Rows"), true);
        m_look = XlsxBook::Look::Heading;
        const Sheet& sheet = m_batch.sheet;
        copy(std::string_view(sheet.text).substr(sheet.headingOffset, sheet.headingLength),
             sheet.columns.size());
        for (const OwnColumn column : added)
            cell(ownHeading(column));
        endRecord();
        m_look = XlsxBook::Look::Text;
        return {};
    }
    /// The record as it stands in the sheet. @p fillUp too few cells, so that ours keep their columns; not
    /// where the sheet is imported again: a row with too few cells must stay one.
    void input(const Row& row, bool fillUp)
    {
        const Sheet& sheet = m_batch.sheet;
        CsvScanner scanner(sheet.text, sheet.delimiter, row.offset, row.line);
        scanner.next(m_record);
        copy(std::string_view(sheet.text).substr(m_record.offset, m_record.length),
             fillUp ? m_record.cells.size() : m_batch.sheet.columns.size());
    }
    void cell(std::string_view value)
    {
        if (m_book) {
            m_book->cell(value, m_look);
            return;
        }
        m_file->raw(m_batch.sheet.delimiter);
        m_file->raw(csvCell(value, m_batch.sheet.delimiter));
    }
    void endRecord()
    {
        if (m_book)
            m_book->endRecord();
        else
            m_file->endRecord();
    }
    Result<void> commit() { return m_book ? m_book->commit() : m_file->commit(); }

private:
    void copy(std::string_view record, std::size_t cells)
    {
        if (!m_book && !m_hasOwn) {
            m_file->raw(record);
            for (; cells < m_batch.sheet.columns.size(); ++cells)
                m_file->raw(m_batch.sheet.delimiter);
            return;
        }
        CsvRecord parsed;
        CsvScanner scanner(record, m_batch.sheet.delimiter);
        scanner.next(parsed);
        bool first = true;
        for (std::size_t i = 0; i < m_batch.sheet.columns.size(); ++i) {
            if (isOwn(m_batch.sheet.columns[i]))
                continue;
            const std::string_view value = i < parsed.cells.size() ? parsed.cells[i] : std::string_view();
            if (m_book) {
                m_book->cell(value, m_look);
                continue;
            }
            if (!first)
                m_file->raw(m_batch.sheet.delimiter);
            first = false;
            m_file->raw(quotedCell(value, m_batch.sheet.delimiter)); // without the guard that ours get
        }
    }

    const Batch& m_batch;
    std::unique_ptr<CsvFile> m_file; ///< one of the two
    std::unique_ptr<XlsxBook> m_book;
    XlsxBook::Look m_look = XlsxBook::Look::Text;
    CsvRecord m_record;
    bool m_hasOwn = false;
};

/// Where a sheet tells all that a target is to hold, its refused rows alone would tell too little when they
/// come back: the others of those targets go along.
std::vector<bool> rowsToCorrectTogether(const Batch& batch)
{
    std::vector<bool> together(batch.rows.size(), false);
    if (batch.operation != OperationChoice::Exact)
        return together;
    std::vector<bool> targets(batch.targets.size(), false);
    bool any = false;
    for (const Row& row : batch.rows) {
        if (row.state != RowState::Refused)
            continue;
        any = any || row.target == noIndex;
        if (row.target != noIndex)
            targets[row.target] = true;
    }
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        const Row& row = batch.rows[i];
        const bool isOwn = row.offset < batch.sheet.removalsFrom;
        together[i] = isOwn && (any || (row.target != noIndex && targets[row.target]));
    }
    return together;
}

} // namespace

QString outcomeName(RowState state)
{
    switch (state) {
    case RowState::Checked:
    case RowState::NotSent:
        return ReportText::tr("not_sent");
    case RowState::Refused:
        return ReportText::tr("refused");
    case RowState::Excluded:
        return ReportText::tr("excluded");
    case RowState::Unchanged:
        return ReportText::tr("unchanged");
    case RowState::Held:
        return ReportText::tr("held");
    case RowState::Accepted:
        return ReportText::tr("accepted");
    case RowState::Verified:
        return ReportText::tr("verified");
    case RowState::Rejected:
        return ReportText::tr("rejected");
    case RowState::Failed:
        return ReportText::tr("failed");
    case RowState::Unknown:
        return ReportText::tr("unknown");
    }
    return {};
}

QString jobStateWord(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return ReportText::tr("queued");
    case JobState::Running:
        return ReportText::tr("running");
    case JobState::Paused:
        return ReportText::tr("paused");
    case JobState::Interrupted:
        return ReportText::tr("interrupted");
    case JobState::Done:
        return ReportText::tr("done");
    case JobState::Cancelled:
        return ReportText::tr("cancelled");
    case JobState::Draft:
        return ReportText::tr("draft");
    }
    return {};
}

QString changeName(Comparison comparison)
{
    switch (comparison) {
    case Comparison::None:
        return {};
    case Comparison::New:
        return ReportText::tr("new");
    case Comparison::Changed:
        return ReportText::tr("changed");
    case Comparison::Same:
        return ReportText::tr("the same");
    case Comparison::Removed:
        return ReportText::tr("removed");
    case Comparison::NothingToRemove:
        return ReportText::tr("nothing to remove");
    case Comparison::NotComparable:
        return ReportText::tr("not comparable");
    }
    return {};
}

QString describeChange(const Batch& batch, const Row& row)
{
    if (const ClearOutcome cleared = clearOutcome(row); cleared != ClearOutcome::None)
        return clearWord(cleared);
    QString text = changeName(row.comparison);
    if (batch.kind == ChangeKind::Campaigns && row.isPlanned()) {
        const CampaignRow& campaign = batch.campaigns[indexOf(batch, row)];
        const auto [before, after] = describeChange(campaign.wish, campaign.base.get());
        return text + QStringLiteral(": ") +
               (before.isEmpty() ? after : before + QStringLiteral(" → ") + after);
    }
    if (row.comparison != Comparison::Changed || isOfCampaigns(batch.kind))
        return text;
    const auto yesNo = [](bool value) { return value ? ReportText::tr("yes") : ReportText::tr("no"); };
    QStringList parts;
    if (row.base.mustSell != row.sentMustSell() || row.base.conflicting)
        parts << ReportText::tr("must-sell %1 → %2").arg(yesNo(row.base.mustSell), yesNo(row.sentMustSell()));
    if (row.base.isNew != row.sentIsNew() || row.base.conflicting)
        parts << ReportText::tr("new product %1 → %2").arg(yesNo(row.base.isNew), yesNo(row.sentIsNew()));
    return text + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

QString explanation(const Batch& batch, const Row& row, const std::vector<RequestRecord>& requests)
{
    QStringList parts;
    if (row.primary != noIndex)
        parts << ReportText::tr("Repeats line %1 and shares its outcome.").arg(batch.rows[row.primary].line);
    const Row& outcome = batch.outcomeRow(row);
    const ClearOutcome cleared = clearOutcome(outcome);
    if (cleared != ClearOutcome::None)
        parts << describe(cleared);
    const bool isTold = cleared == ClearOutcome::NotCleared &&
                        (outcome.note == RowNote::NotVisible || outcome.note == RowNote::OtherValue);
    if (outcome.note != RowNote::None && !isTold)
        parts << describe(outcome.note);
    const RequestRecord* request = requestOf(outcome, requests);
    if (request != nullptr && (outcome.state == RowState::Failed || outcome.state == RowState::Unknown))
        parts << (request->message.isEmpty()
                      ? ReportText::tr("Sending broke off; read back, it was not there. It can be retried.")
                      : request->message);
    return parts.join(QLatin1Char(' '));
}

Result<void> writeReport(const QString& path, const Batch& batch, const std::vector<RequestRecord>& requests)
{
    SheetWriter writer(path, batch);
    if (auto opened = writer.open(reportColumns); !opened)
        return opened;
    const std::vector<const Refusal*> refusals = refusalByRow(batch);
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        const Row& row = batch.rows[i];
        const Row& outcome = batch.outcomeRow(row);
        const RequestRecord* request = requestOf(outcome, requests);
        const bool answered = request != nullptr &&
                              (outcome.state == RowState::Accepted || outcome.state == RowState::Verified ||
                               outcome.state == RowState::Rejected);
        writer.input(row, true);
        writer.cell(toUtf8(outcomeName(outcome.state)));
        writer.cell(toUtf8(outcome.state == RowState::Refused ? QString() : describeChange(batch, outcome)));
        writer.cell(request != nullptr ? toUtf8(request->msgId) : std::string());
        writer.cell(answered ? toUtf8(request->message) : std::string());
        writer.cell(toUtf8(outcome.state == RowState::Verified ? ReportText::tr("yes")
                           : outcome.isPlanned()               ? ReportText::tr("no")
                                                               : QString()));
        writer.cell(toUtf8(refusals[i] != nullptr && outcome.state == RowState::Refused
                               ? describe(*refusals[i])
                               : explanation(batch, row, requests)));
        writer.endRecord();
    }
    return writer.commit();
}

Result<void> writeRefused(const QString& path, const Batch& batch)
{
    SheetWriter writer(path, batch);
    if (auto opened = writer.open(refusedColumns); !opened)
        return opened;
    const std::vector<const Refusal*> refusals = refusalByRow(batch);
    const std::vector<bool> companions = rowsToCorrectTogether(batch);
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        const bool isRefused = refusals[i] != nullptr && batch.rows[i].state == RowState::Refused;
        if (!isRefused && companions[i]) {
            writer.input(batch.rows[i], false);
            writer.cell(std::to_string(batch.rows[i].line));
            writer.cell({});
            writer.cell({});
            writer.cell(toUtf8(ReportText::tr("In order; kept so that the target stays complete.")));
            writer.endRecord();
        }
        if (!isRefused)
            continue;
        writer.input(batch.rows[i], false);
        writer.cell(std::to_string(batch.rows[i].line));
        writer.cell(headingName(batch, *refusals[i]));
        writer.cell(refusals[i]->value);
        writer.cell(toUtf8(describe(*refusals[i])));
        writer.endRecord();
    }
    return writer.commit();
}

} // namespace rangedesk
