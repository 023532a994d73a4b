// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulk_page.h"
#include "bulk/scheduling.h"

#include "bulk/posting.h"
#include "changes/job_files.h"
#include "changes/share.h"
#include "models/kind_words.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "core/text.h"
#include "models/job_rows.h"

#include <QApplication>
#include <QFileInfo>

namespace rangedesk::ui {

BulkPage::BulkPage(Desk& desk, QWidget* parent) : Page(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("bulk"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new PageHead(this);
    m_steps = new StepBar(m_head);
    m_another = makeButton(m_head, "", "sheet");
    m_another->setObjectName(QStringLiteral("bulk.another"));
    m_head->addRight(m_steps);
    m_head->addRight(m_another);
    column->addWidget(m_head);
    makeWaiting(column);
    m_stack = new QStackedWidget(this);
    m_start = new StartStep(desk, m_stack);
    connect(m_start, &StartStep::open, this, [this] { chooseFile(); });
    connect(m_start, &StartStep::paste, this, &BulkPage::pasteText);
    connect(m_start, &StartStep::sample, this, &BulkPage::openSample);
    connect(m_start, &StartStep::told, this, &Page::told);
    m_stack->addWidget(m_start);
    column->addWidget(m_stack, 1);

    connect(m_another, &QPushButton::clicked, this, [this] {
        if (m_left) // back to where it was left
            showStep(*std::exchange(m_left, std::nullopt));
        else if (!refuseWhileComparing())
            leaveSheet();
    });
    for (EngineRunner* runner : std::initializer_list<EngineRunner*>{&desk.runner(), &desk.drafts()})
        connect(runner, &EngineRunner::failed, this,
                [this](const Error& error) { Q_EMIT told(Mark::Refused, error.text()); });
    connect(&desk.drafts(), &DraftRunner::discarded, this, [this](qint64 job) {
        noteCompared(job, {}, {});
        if (m_review == nullptr || !m_review->draft() || m_review->draft()->job.id != job)
            return;
        m_review->forget();
        m_drafted.reset();
        if (m_step == Step::Review)
            showStep(Step::Start);
    });
    translated(this, [this] { setTexts(); });
    watchQueue();
    showStep(Step::Start);
}

void BulkPage::leaveSheet()
{
    m_match->abandon();
    m_review->keep();
    showStep(Step::Start);
}

/// From the run, or what became of it, the key leads back to a sheet that was left for it.
void BulkPage::showAnother()
{
    const bool canGoBack = m_left && (m_step == Step::Run || m_step == Step::Result);
    m_another->setVisible(m_step != Step::Start);
    setButtonText(m_another, canGoBack ? tr("Back to the sheet") : tr("Another sheet"));
    if (!canGoBack)
        m_left.reset();
}

void BulkPage::keepDraft()
{
    if (m_review != nullptr)
        m_review->keep();
}

void BulkPage::setTexts()
{
    m_steps->setSteps({tr("Columns"), tr("Check"), tr("Review"), tr("Post"), tr("Result")});
    showAnother();
    showHead();
}

void BulkPage::showStep(Step step)
{
    const bool hasFocusHere = isAncestorOf(QApplication::focusWidget());
    m_step = step;
    m_stack->setCurrentIndex(static_cast<int>(step));
    m_steps->setVisible(step != Step::Start);
    showAnother();
    m_steps->setCurrent(std::max(0, static_cast<int>(step) - 1));
    showHead();
    if (hasFocusHere || isVisible()) {
        const auto all = panes();
        if (!all.empty())
            all.front()->setFocus();
    }
    Q_EMIT stepChanged();
}

void BulkPage::showHead()
{
    QString kind = kindWord(sheetKindName(
        m_match == nullptr ? ChangeKind::RangeProducts : m_match->options().kind, OperationChoice::Upsert));
    const bool isOfJob = m_step == Step::Run || m_step == Step::Result;
    if (m_step == Step::Review && m_review->draft())
        kind = kindWord(m_review->draft()->job.kind);
    else if (isOfJob)
        kind = m_ran.kind.isEmpty() ? tr("Job") : kindWord(m_ran.kind);
    m_head->setTitle(m_step == Step::Start ? tr("Bulk") : tr("Bulk · %1").arg(kind));
    QString number;
    if (isOfJob && m_ran.number > 0)
        number = tr("job #%1").arg(m_ran.number);
    else if (m_step == Step::Review && m_draftNumber > 0)
        number = tr("draft #%1").arg(m_draftNumber);
    QString origin;
    if (m_step == Step::Review && m_review->draft()) {
        const auto options = optionsOf(m_review->draft()->job);
        if (options && options->undoes > 0)
            origin = QStringLiteral("   ") + tr("undo of job #%1").arg(options->undoes);
        else if (options && options->retries > 0)
            origin = QStringLiteral("   ") + tr("retry of job #%1").arg(options->retries);
    }
    m_head->setCaption(m_step == Step::Start
                           ? QString()
                           : (isOfJob ? m_ran.file : m_fileName) + QStringLiteral("   ") + number + origin);
}

std::vector<QWidget*> BulkPage::panes() const
{
    const auto batchPanes = [](const BatchTable* rows, QWidget* last) {
        return std::vector<QWidget*>{rows->table(), rows->searchField(), last};
    };
    switch (m_step) {
    case Step::Start: {
        std::vector<QWidget*> ways;
        for (auto* way : m_start->findChildren<QPushButton*>()) {
            if (way->isVisibleTo(m_start))
                return {way};
        }
        return ways;
    }
    case Step::Match:
        return {m_match->panes()[1], m_match->panes()[2], m_match->panes()[3], m_match->panes()[0]};
    case Step::Check:
        return batchPanes(m_check->table(), m_check->goOnButton());
    case Step::Review:
        return batchPanes(m_review->table(), m_review->postButton());
    case Step::Run:
        return m_run->panes();
    case Step::Result:
        return batchPanes(m_result->table(), m_result->reportButton());
    }
    return {};
}

void BulkPage::find()
{
    for (QWidget* pane : panes()) {
        if (auto* field = qobject_cast<QLineEdit*>(pane)) {
            field->setFocus();
            field->selectAll();
            return;
        }
    }
}

bool BulkPage::refuseWhileRunning()
{
    if (!m_desk.runner().isBusy())
        return false;
    Q_EMIT told(Mark::Warning,
                tr("Job #%1 is running. One goes after the other.").arg(m_desk.runner().jobId()));
    return true;
}

bool BulkPage::refuseWhileComparing()
{
    if (!m_desk.drafts().isBusy())
        return false;
    Q_EMIT told(Mark::Warning,
                tr("Something is being compared with the server. Cancel that, or wait for it."));
    return true;
}

void BulkPage::openPaths(const QStringList& paths, std::optional<ChangeKind> kind)
{
    if (paths.isEmpty() || refuseWhileComparing())
        return;
    if (paths.size() > 1) {
        Q_EMIT told(Mark::Warning,
                    tr("%1 files came at once; one sheet can be opened at a time. None was opened.")
                        .arg(paths.size()));
        return;
    }
    if (isSharedName(paths.first())) {
        if (mayPreview())
            m_desk.drafts().previewShared(paths.first());
        return;
    }
    makeSteps();
    m_review->keep();
    m_isFromJobs = false;
    m_fileName = paths.first().contains(QLatin1String("/pasted/"))
                     ? tr("pasted at %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm")))
                     : QFileInfo(paths.first()).fileName();
    m_draftNumber = 0;
    m_match->openFile(paths.first(), kind);
    showStep(Step::Match);
}

void BulkPage::chooseFile(std::optional<ChangeKind> kind)
{
    if (refuseWhileComparing())
        return;
    const QString path = dialogs().openFile(this, tr("Open a sheet"));
    if (!path.isEmpty())
        openPaths({path}, kind);
}

void BulkPage::saveTemplate(const QString& kindName)
{
    m_start->saveTemplate(kindName);
}

void BulkPage::openSample(const char* name)
{
    openPaths({QStringLiteral(":/samples/%1.csv").arg(QLatin1String(name))});
}

void BulkPage::pasteText()
{
    const QStringList paths =
        sheetOfClipboard(m_desk, [this](Mark mark, const QString& text) { Q_EMIT told(mark, text); });
    if (!paths.isEmpty())
        openPaths(paths);
}

void BulkPage::goOn()
{
    if (m_step == Step::Match && m_match->goOnButton()->isEnabled())
        showCheck();
}

void BulkPage::reviewOrPost()
{
    if (m_step == Step::Match && m_match->goOnButton()->isEnabled())
        showCheck();
    if (m_step == Step::Check && m_check->goOnButton()->isEnabled())
        compare();
    else if (m_step == Step::Review && m_review->postButton()->isEnabled())
        post();
}

void BulkPage::nextProblem()
{
    switch (m_step) {
    case Step::Check:
        m_check->table()->nextProblem();
        break;
    case Step::Review:
        m_review->table()->nextProblem();
        break;
    case Step::Result:
        m_result->table()->nextProblem();
        break;
    case Step::Start:
    case Step::Match:
    case Step::Run:
        break;
    }
}

void BulkPage::showCheck()
{
    if (!m_match->inspection() || !m_match->inspection()->checked || m_match->isInspecting())
        return;
    m_check->showPreviewing({});
    showChecked();
    showStep(Step::Check);
}

void BulkPage::showChecked()
{
    if (!m_match->inspection()->checked) {
        showStep(Step::Match); // it tells why
        return;
    }
    m_checked = m_match->inspection();
    m_check->setInspection(m_checked);
    m_check->repair()->setUndoCount(m_match->correctedCells(), m_match->canUndoCorrection());
}

void BulkPage::compare()
{
    if (m_desk.drafts().isBusy() || !m_desk.isOpen() || m_match->isInspecting())
        return; // a correction is being read: what is compared is what is shown
    m_check->showProblem(std::nullopt);
    m_check->showPreviewing(tr("Reading what the server holds now…"));
    m_isReopening = false;
    m_asked = 0;
    m_review->keep();
    // The very same sheet has a draft already: it is compared again, with what was excluded of it. Two drafts
    // of one sheet could both be posted.
    if (m_drafted == m_checked && m_review->draft())
        m_desk.drafts().reopen(m_review->draft()->job.id);
    else {
        ImportOptions options = m_match->options();
        options.send.productsPerRequest = m_desk.wish().productsPerRequest;
        m_compared = m_checked;
        m_desk.drafts().preview(m_checked->checked, options);
    }
}

void BulkPage::showPreviewProgress()
{
    const DraftRunner& drafts = m_desk.drafts();
    if (drafts.isBusy())
        m_check->showPreviewing(
            drafts.isEnding()
                ? tr("Cancelling…")
                : tr("Reading what the server holds now: %1 requests").arg(figure(drafts.progress().reads)));
}

void BulkPage::previewDone(const SharedOutcome& outcome)
{
    m_check->showPreviewing({});
    const qint64 asked = std::exchange(m_asked, 0);
    if (m_isReopening || asked != 0)
        Q_EMIT told(Mark::None, {});
    if (asked != 0)
        noteCompared(asked, outcome->problem, QFileInfo(outcome->job.file).fileName());
    if (!outcome->problem) {
        m_isFromJobs = m_isReopening;
        // A draft that was compared again stands for the same sheet as before.
        m_drafted = m_isReopening ? nullptr : m_compared;
        m_review->table()->clearFilters();
        m_review->setHasSheet(!m_isFromJobs);
        m_review->setDraft(outcome);
        m_fileName = QFileInfo(outcome->job.file).fileName();
        m_draftNumber = outcome->job.id;
        if (m_step == Step::Run && m_left) { // the run is being looked at
            m_left = Step::Review;
            Q_EMIT told(Mark::Waiting, tr("The sheet is compared and can be reviewed."));
        } else {
            showStep(Step::Review);
        }
        return;
    }
    const bool cancelled = outcome->problem->kind == ErrorKind::Interrupted;
    if (cancelled)
        Q_EMIT told(Mark::Excluded, tr("The comparison was cancelled; nothing was sent."));
    else if (m_isReopening || asked != 0)
        Q_EMIT told(Mark::Refused, outcome->problem->text());
    else
        m_check->showProblem(outcome->problem);
}

} // namespace rangedesk::ui
