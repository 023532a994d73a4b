// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/result_view.h"

#include "bulk/scheduling.h"
#include "changes/job_archive.h"
#include "changes/job_files.h"

#include "changes/report.h"
#include "changes/share.h"
#include "common/dialogs.h"
#include "common/marks.h"
#include "common/page.h"
#include "models/job_rows.h"
#include "models/kind_words.h"
#include "session/worker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rangedesk::ui {

namespace {

struct ResultText
{
    Q_DECLARE_TR_FUNCTIONS(ResultText)
};

QString reportName(const JobOutcome& outcome, const QString& what)
{
    return QFileInfo(outcome.job.file).completeBaseName() + QLatin1Char('_') + what + QStringLiteral(".csv");
}

using Told = std::function<void(Mark, const QString&)>;

/// Asks for a file and writes it in a worker; the sheet itself is never overwritten.
void saveInWorker(QWidget* parent, const SharedOutcome& outcome, const QString& title, const QString& name,
                  const std::function<Result<void>(const QString&, const JobOutcome&)>& write,
                  const Told& told)
{
    const QString path = dialogs().saveFile(parent, title, name);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).absoluteFilePath() == outcome->job.file) {
        told(Mark::Refused,
             ResultText::tr("This is the sheet itself. Choose another name; nothing was written."));
        return;
    }
    const auto work = [outcome, path, write] { return write(path, *outcome); };
    const auto done = [told, path](const Result<void>& written) {
        if (written)
            told(Mark::Accepted, ResultText::tr("Written: %1").arg(path));
        else
            told(Mark::Refused, written.error().text());
    };
    inWorker(parent, work, done);
}

/// Writes the rows as the person left them, with their comments.
std::function<Result<void>(const QString&, const JobOutcome&)>
sharedWriter(const std::vector<RowState>& states, const std::optional<RowComments>& comments,
             const Desk& desk)
{
    const SharedFacts facts{desk.host(), {}, {}, 0};
    return [states, comments, facts, scope = desk.scope()](const QString& path, const JobOutcome& o) {
        // Comments that came with the sheet go along with those given here.
        const BatchRows rows(std::make_shared<const JobOutcome>(o), BatchRows::View::Review, {}, comments);
        RowComments words;
        for (std::uint32_t i = 0; i < o.batch.rows.size(); ++i) {
            if (const QString word = rows.comment(i); !word.isEmpty())
                words[i] = word;
        }
        Batch batch = o.batch; // as the person left it
        for (std::size_t i = 0; i < states.size(); ++i)
            batch.rows[i].state = states[i];
        return writeShared(path, batch, facts, scope, words);
    };
}

} // namespace

void saveRefusedRows(QWidget* parent, const SharedOutcome& outcome, const Told& told)
{
    saveInWorker(
        parent, outcome, ResultText::tr("Save the refused rows"),
        reportName(*outcome, ResultText::tr("refused")),
        [](const QString& path, const JobOutcome& o) { return writeRefused(path, o.batch); }, told);
}

void shareChanges(QWidget* parent, const SharedOutcome& outcome, const std::vector<RowState>& states,
                  const std::optional<RowComments>& comments, const Desk& desk, const Told& told)
{
    const QString name = QFileInfo(outcome->job.file).completeBaseName() + QLatin1String(sharedSuffix);
    saveInWorker(parent, outcome, ResultText::tr("Share the changes as a file"), name,
                 sharedWriter(states, comments, desk), told);
}

void rehearseChanges(QWidget* parent, const SharedOutcome& outcome, const std::vector<RowState>& states,
                     const std::optional<RowComments>& comments, const Desk& desk, const Told& told,
                     const std::function<void(const QString&)>& then)
{
    const QString folder = desk.data()->filePath(QStringLiteral("rehearse"));
    const QString path = folder + QLatin1Char('/') + QFileInfo(outcome->job.file).completeBaseName() +
                         QLatin1String(sharedSuffix);
    const auto work = [outcome, folder, path, write = sharedWriter(states, comments, desk)] {
        QDir(folder).removeRecursively(); // one at a time is rehearsed
        QDir().mkpath(folder);
        return write(path, *outcome);
    };
    inWorker(parent, work, [told, then, path](const Result<void>& written) {
        if (written)
            then(path);
        else
            told(Mark::Refused, written.error().text());
    });
}

ResultView::ResultView(Desk& desk, const char* name, bool isOfList, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_isOfList(isOfList)
{
    setObjectName(QLatin1String(name));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_content = new QWidget(this);
    outer->addWidget(m_content);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QFrame* head = makePane(m_content, "toolBar");
    auto* headColumn = new QVBoxLayout(head);
    headColumn->setContentsMargins(20, 12, 20, 12);
    headColumn->setSpacing(8);
    auto* titleLine = new QHBoxLayout;
    m_title = makeLabel(head, {}, Type::PaneTitle);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state = makeLabel(head, {}, Type::Body, "caption");
    titleLine->addWidget(m_title, 1);
    titleLine->addWidget(m_state);
    headColumn->addLayout(titleLine);
    m_facts = makeParagraph(head, {}, Type::Caption);
    headColumn->addWidget(m_facts);
    auto* cells = new QHBoxLayout;
    cells->setSpacing(0);
    for (int i = 0; i < 6; ++i) {
        QFrame* frame = makePane(head, "statCell");
        auto* cellColumn = new QVBoxLayout(frame);
        cellColumn->setContentsMargins(i == 0 ? 0 : 14, 2, 14, 2);
        cellColumn->setSpacing(1);
        auto* wordLine = new QHBoxLayout;
        Cell cell{new QLabel(frame), makeLabel(frame, {}, Type::Body), makeLabel(frame, {}, Type::Figure),
                  makeLabel(frame, {}, Type::Caption, "faint")};
        wordLine->setSpacing(6);
        wordLine->addWidget(cell.sign);
        wordLine->addWidget(cell.word);
        wordLine->addStretch();
        cellColumn->addLayout(wordLine);
        cellColumn->addWidget(cell.count);
        cellColumn->addWidget(cell.hint);
        cell.hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        cells->addWidget(frame, 1);
        m_cells.push_back(cell);
    }
    headColumn->addLayout(cells);
    m_bar = new SegmentedBar(head);
    headColumn->addWidget(m_bar);
    m_equations = makeParagraph(head, {}, Type::Caption);
    m_equations->setTextInteractionFlags(Qt::TextSelectableByMouse);
    headColumn->addWidget(m_equations);
    m_note = new Note(Mark::Warning, head);
    headColumn->addWidget(m_note);
    column->addWidget(head);
    m_rows = new BatchTable(name, BatchTable::Step::Result, m_content);
    m_discard = makeButton(m_rows, "danger", "remove");
    m_refused = makeButton(m_rows, "", "export");
    m_report = makeButton(m_rows, "", "sheet");
    m_report->setObjectName(QLatin1String(name) + QStringLiteral(".report"));
    m_withdraw = makeButton(m_rows, "", "undo");
    m_withdraw->setObjectName(QLatin1String(name) + QStringLiteral(".withdraw"));
    m_resume = makeButton(m_rows, "primary", "run");
    m_resume->setObjectName(QLatin1String(name) + QStringLiteral(".resume"));
    m_openDraft = makeButton(m_rows, "primary", "show");
    m_openDraft->setObjectName(QLatin1String(name) + QStringLiteral(".openDraft"));
    m_retry = makeButton(m_rows, "", "retry");
    m_retry->setObjectName(QLatin1String(name) + QStringLiteral(".retry"));
    m_undo = makeButton(m_rows, "danger", "undo");
    m_undo->setObjectName(QLatin1String(name) + QStringLiteral(".undo"));
    m_share = makeButton(m_rows, "", "copy");
    m_share->setObjectName(QLatin1String(name) + QStringLiteral(".share"));
    m_archive = makeButton(m_rows, "", "archive");
    m_archive->setObjectName(QLatin1String(name) + QStringLiteral(".archive"));
    for (QPushButton* button : {m_undo, m_withdraw, m_discard, m_archive, m_share, m_refused, m_report,
                                m_retry, m_openDraft, m_resume})
        m_rows->addTool(button);
    column->addWidget(m_rows, 1);

    connect(m_refused, &QPushButton::clicked, this, &ResultView::saveRefused);
    connect(m_report, &QPushButton::clicked, this, &ResultView::saveReport);
    connect(m_resume, &QPushButton::clicked, this, [this] { Q_EMIT resume(m_outcome->job.id); });
    connect(m_withdraw, &QPushButton::clicked, this, [this] { m_desk.runner().withdraw(m_outcome->job.id); });
    connect(m_openDraft, &QPushButton::clicked, this, [this] { Q_EMIT openDraft(m_outcome->job.id); });
    connect(m_discard, &QPushButton::clicked, this, [this] { Q_EMIT discardDraft(m_outcome->job.id); });
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retry(m_outcome->job.id); });
    connect(m_undo, &QPushButton::clicked, this, &ResultView::askToUndo);
    connect(m_share, &QPushButton::clicked, this, &ResultView::share);
    connect(m_archive, &QPushButton::clicked, this,
            [this] { Q_EMIT archive(m_outcome->job.id, !m_outcome->job.archived.isValid()); });
    connect(m_rows, &BatchTable::told, this, &ResultView::told);
    translated(this, [this] { setTexts(); });
    clear();
}

void ResultView::clear()
{
    m_outcome.reset();
    m_content->hide();
}

void ResultView::setOutcome(const SharedOutcome& outcome)
{
    if (!m_outcome || m_outcome->job.id != outcome->job.id)
        m_rows->clear();
    m_outcome = outcome;
    m_content->show();
    showOutcome();
    const auto work = [outcome] {
        return std::make_shared<const BatchRows>(outcome, BatchRows::View::Result);
    };
    const auto done = [this, outcome](const std::shared_ptr<const BatchRows>& rows) {
        if (outcome == m_outcome)
            m_rows->setRows(rows);
    };
    inWorker(this, work, done);
}

void ResultView::setTexts()
{
    setButtonText(m_refused, tr("Save the refused rows…"));
    setButtonText(m_report, tr("Save the report…"));
    setButtonText(m_resume, tr("Resume the job"));
    setButtonText(m_withdraw, tr("Back to a draft"));
    setButtonText(m_openDraft, tr("Review the draft"));
    setButtonText(m_discard, tr("Discard the draft…"));
    setButtonText(m_retry, tr("Retry only the failed: %1").arg(0));
    setButtonText(m_undo, tr("Undo this job…"));
    m_undo->setToolTip(
        tr("Compares the inverse changes with the server first; nothing is sent before you have seen "
           "them."));
    setButtonText(m_archive, tr("To the archive"));
    setButtonText(m_share, tr("Share…"));
    m_share->setToolTip(tr("Saves the changes as one file that a colleague can open, check and post."));
    if (m_outcome)
        showOutcome();
}

void ResultView::showOutcome()
{
    const JobRecord& job = m_outcome->job;
    const JobCounts& c = job.counts;
    m_title->setText(
        tr("%1   job #%2   %3").arg(QFileInfo(job.file).fileName()).arg(job.id).arg(kindWord(job.kind)));
    m_state->setText(jobStateWord(job.state));
    const QString span =
        job.finished.isValid()
            ? tr("compared %1, ended %2")
                  .arg(job.created.toLocalTime().toString(QStringLiteral("MM-dd HH:mm:ss")),
                       job.finished.toLocalTime().toString(QStringLiteral("MM-dd HH:mm:ss")))
            : tr("compared %1").arg(job.created.toLocalTime().toString(QStringLiteral("MM-dd HH:mm:ss")));
    m_facts->setText(tr("%1   ·   %2 requests sent (%3 planned), %4 readings")
                         .arg(span, figure(c.requestsSent), figure(c.requests), figure(c.reads)));
    struct Figure
    {
        Mark mark;
        QString word;
        qint64 count;
        QString hint;
        Token token;
    };
    const std::array<Figure, 6> figures{{
        {Mark::Verified, tr("Verified"), c.verified, tr("read back, as wished"), Token::Added},
        {Mark::Accepted, tr("Accepted"), c.accepted, tr("not read back yet"), Token::Chart4},
        {Mark::Refused, tr("Rejected"), c.rejected, tr("in the server's words"), Token::Refused},
        {Mark::Warning, tr("Failed"), c.failed, tr("certainly not applied"), Token::Warning},
        {Mark::Unknown, tr("Unknown"), c.unknown, tr("settled when resumed"), Token::Unknown},
        {Mark::Waiting, tr("Not sent"), c.notSent, tr("never tried"), Token::Line2},
    }};
    std::vector<SegmentedBar::Segment> segments;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Figure& f = figures.at(i);
        m_cells[i].sign->setPixmap(markPixmap(f.mark, Theme::instance().scaled(16), devicePixelRatioF()));
        m_cells[i].word->setText(f.word);
        m_cells[i].count->setText(figure(f.count));
        m_cells[i].hint->setText(f.hint);
        m_cells[i].hint->setToolTip(f.hint);
        segments.push_back({f.count, f.token, f.mark == Mark::Warning, f.word});
    }
    m_bar->setSegments(c.planned, std::move(segments));
    m_equations->setText(
        tr("Read %1 = planned %2 + same %3 + held %4 + refused %5 + excluded %6")
            .arg(figure(c.rowsRead), figure(c.planned), figure(c.unchanged), figure(c.held),
                 figure(c.refused), figure(c.excluded)) +
        QStringLiteral("      ") +
        tr("Planned %1 = verified %2 + accepted %3 + rejected %4 + failed %5 + unknown %6 + not sent %7")
            .arg(figure(c.planned), figure(c.verified), figure(c.accepted), figure(c.rejected),
                 figure(c.failed), figure(c.unknown), figure(c.notSent)));
    QString note = m_outcome->problem             ? m_outcome->problem->text()
                   : !m_outcome->notice.isEmpty() ? m_outcome->notice
                                                  : job.problem;
    const bool isDraft = job.state == JobState::Draft;
    if (isDraft && note.isEmpty())
        note =
            tr("A draft: nothing of it was sent. Review it to compare it with the server again and post it.");
    m_note->setVisible(!note.isEmpty());
    m_note->setText(note);
    const bool canStart = !m_desk.runner().isBusy();
    const bool canCompare = !m_desk.drafts().isBusy();
    const bool isQueued = job.state == JobState::Queued;
    if (isQueued && note.isEmpty()) {
        const auto options = optionsOf(job);
        m_note->setText(
            options && options->startAt > QDateTime::currentDateTimeUtc()
                ? tr("It begins %1, if RangeDesk is open then. Its targets are read again first.")
                      .arg(startWord(options->startAt))
                : tr("It waits for its turn. Where its time passed while RangeDesk was closed, it "
                     "does not begin by itself."));
        m_note->show();
    }
    m_resume->setVisible((job.state == JobState::Interrupted || isQueued) && canStart);
    setButtonText(m_resume, isQueued ? tr("Begin now") : tr("Resume the job"));
    m_withdraw->setVisible(isQueued);
    m_openDraft->setVisible(isDraft && canCompare);
    m_discard->setVisible(isDraft && canCompare);
    // A registration whose fate is open is never repeated.
    const qint64 open = m_outcome->batch.kind == ChangeKind::Registrations ? 0 : c.unknown;
    const qint64 again = c.failed + open + c.notSent;
    const bool isOver = job.state == JobState::Done || job.state == JobState::Cancelled;
    const auto& rows = m_outcome->batch.rows;
    const auto moved = std::count_if(rows.begin(), rows.end(), [](const Row& row) {
        return row.primary == noIndex && row.note == RowNote::ChangedMeanwhile && canAccept(row);
    });
    m_retry->setVisible(isOver && again + moved > 0 && canCompare);
    setButtonText(m_retry, again > 0 ? tr("Retry only the failed: %1").arg(figure(again))
                                     : tr("Compare the held again: %1").arg(figure(moved)));
    m_retry->setToolTip(tr("Failed %1, unknown %2, not sent %3, changed meanwhile and held %4")
                            .arg(figure(c.failed), figure(c.unknown), figure(c.notSent), figure(moved)));
    m_undo->setVisible(isOver && canCompare && m_outcome->batch.kind != ChangeKind::Registrations &&
                       c.verified + c.accepted + c.unknown > 0);
    m_share->setVisible(isDraft);
    const bool isArchived = job.archived.isValid();
    setButtonText(m_archive, isArchived ? tr("Out of the archive") : tr("To the archive"));
    m_archive->setVisible(isArchived || (m_isOfList && canArchive(job)));
    m_refused->setVisible(c.refused > 0);
    m_report->setVisible(!isDraft);
}

/// The whole job, or the rows that are selected.
void ResultView::askToUndo()
{
    if (!m_outcome)
        return;
    std::vector<std::uint32_t> rows; // none while the table is still filled: then it is about all of them
    if (m_rows->rows()) {
        for (const int row : m_rows->table()->selectedRows())
            rows.push_back(m_rows->model()->sourceRow(row));
    }
    const bool canChoose = rows.size() > 1 && rows.size() < m_outcome->batch.rows.size();
    Question question{
        tr("Undo job #%1?").arg(m_outcome->job.id),
        tr("The values from before are compared with the server as it is now. You see what would be "
           "put back, and what others changed since, before anything is sent."),
        {{tr("Leave it")}},
        0};
    if (canChoose)
        question.answers.push_back(
            {tr("Only the %1 selected rows").arg(figure(static_cast<qint64>(rows.size())))});
    question.answers.push_back({tr("The whole job"), "primary"});
    const int answer = dialogs().ask(this, question);
    if (answer <= 0)
        return;
    const bool isAll = answer + 1 == static_cast<int>(question.answers.size());
    Q_EMIT undo(m_outcome->job.id, isAll ? std::vector<std::uint32_t>() : rows);
}

void ResultView::share()
{
    if (m_outcome)
        shareChanges(this, m_outcome, {}, {}, m_desk,
                     [this](Mark mark, const QString& text) { Q_EMIT told(mark, text); });
}

void ResultView::saveReport()
{
    if (!m_outcome)
        return;
    saveInWorker(
        this, m_outcome, tr("Save the report"), reportName(*m_outcome, tr("report")),
        [](const QString& path, const JobOutcome& o) { return writeReport(path, o.batch, o.requests); },
        [this](Mark mark, const QString& text) { Q_EMIT told(mark, text); });
}

void ResultView::saveRefused()
{
    if (m_outcome)
        saveRefusedRows(this, m_outcome, [this](Mark mark, const QString& text) { Q_EMIT told(mark, text); });
}

} // namespace rangedesk::ui
