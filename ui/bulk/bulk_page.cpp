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
    m_stack = new QStackedWidget(this);
    m_start = new StartStep(desk, m_stack);
    connect(m_start, &StartStep::open, this, &BulkPage::chooseFile);
    connect(m_start, &StartStep::paste, this, &BulkPage::pasteText);
    connect(m_start, &StartStep::sample, this, &BulkPage::openSample);
    connect(m_start, &StartStep::told, this, &Page::told);
    m_stack->addWidget(m_start);
    column->addWidget(m_stack, 1);

    connect(m_another, &QPushButton::clicked, this, [this] {
        if (refuseWhileRunning())
            return;
        m_match->abandon();
        m_review->keep();
        showStep(Step::Start);
    });
    JobRunner& runner = desk.runner();
    connect(&runner, &JobRunner::failed, this,
            [this](const Error& error) { Q_EMIT told(Mark::Refused, error.text()); });
    connect(&runner, &JobRunner::discarded, this, [this](qint64 job) {
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

/// What the queue does is told also before a sheet was opened here.
void BulkPage::watchQueue()
{
    JobRunner& runner = m_desk.runner();
    connect(&runner, &JobRunner::dueStarted, this, &BulkPage::begun);
    connect(&runner, &JobRunner::queued, this, &BulkPage::leaveQueued);
    connect(&runner, &JobRunner::dueLocked, this, [this](qint64 job) {
        Q_EMIT told(
            Mark::Warning,
            tr("Job #%1 is due, but the write lock is closed. Open it within ten minutes, or begin the "
               "job yourself in the list of jobs.")
                .arg(job));
    });
    connect(&runner, &JobRunner::finished, this, [this](const SharedOutcome& outcome) {
        if (m_match == nullptr)
            Q_EMIT jobEnded(outcome);
    });
}

/// The agreement is on disk: the draft belongs to the queue now.
void BulkPage::leaveQueued(const JobRecord& job)
{
    if (m_review != nullptr && m_review->draft() && m_review->draft()->job.id == job.id) {
        m_review->forget();
        m_drafted.reset();
        if (m_step == Step::Review)
            showStep(Step::Start);
    }
    const auto options = optionsOf(job);
    const bool isLater = options && options->startAt > QDateTime::currentDateTimeUtc();
    QString text = isLater ? tr("Job #%1 begins %2.").arg(job.id).arg(startWord(options->startAt))
                           : tr("Job #%1 waits for its turn.").arg(job.id);
    const WriteLock* lock = m_desk.writeLock();
    if (isLater && lock != nullptr && !lock->isOpenForGood())
        text += QLatin1Char(' ') + tr("The write lock must be open then.");
    Q_EMIT told(Mark::Waiting, text);
}

void BulkPage::makeSteps()
{
    if (m_match != nullptr)
        return;
    const SessionWish& wish = m_desk.wish();
    const QString folder = wish.settingsFolder.isEmpty() && m_desk.data() != nullptr ? m_desk.data()->path()
                                                                                     : wish.settingsFolder;
    m_match = new MatchStep(folder, m_stack);
    m_check = new CheckStep(m_desk, m_stack);
    m_review = new ReviewStep(m_desk, m_stack);
    m_run = new RunStep(m_desk, m_stack);
    m_result = new ResultView(m_desk, "result", m_stack);
    for (QWidget* step : std::initializer_list<QWidget*>{m_match, m_check, m_review, m_run, m_result})
        m_stack->addWidget(step);
    connect(m_match, &MatchStep::goOn, this, &BulkPage::showCheck);
    connect(m_match, &MatchStep::inspected, this, [this] {
        showHead(); // the kind may be another
        if (m_step == Step::Check)
            showChecked();
    });
    connect(m_match, &MatchStep::told, this, &Page::told);
    const auto correct = [this](const std::vector<CellEdit>& edits) {
        if (m_desk.runner().task() != JobRunner::Task::Preview) // not while the sheet as it was is compared
            m_match->correct(edits);
    };
    connect(m_check->repair(), &RepairCard::corrected, this, correct);
    connect(m_check, &CheckStep::corrected, this, correct);
    connect(m_check->repair(), &RepairCard::undo, this, [this] {
        if (m_desk.runner().task() != JobRunner::Task::Preview)
            m_match->undoCorrection();
    });
    connect(m_match, &MatchStep::otherFile, this, &BulkPage::chooseFile);
    connect(m_check, &CheckStep::back, this, [this] { showStep(Step::Match); });
    connect(m_check, &CheckStep::goOn, this, &BulkPage::compare);
    connect(m_check, &CheckStep::cancelled, &m_desk.runner(), &JobRunner::stop);
    const auto tell = [this](Mark mark, const QString& text) { Q_EMIT told(mark, text); };
    connect(m_check, &CheckStep::exportRefused, this, [this, tell] {
        if (const auto rows = m_check->table()->rows())
            saveRefusedRows(this, rows->sharedOutcome(), tell);
    });
    connect(m_review, &ReviewStep::exportRefused, this, [this, tell] {
        if (m_review->draft())
            saveRefusedRows(this, m_review->draft(), tell);
    });
    connect(m_review, &ReviewStep::back, this, [this] {
        m_review->keep();
        showStep(m_isFromJobs ? Step::Start : Step::Check);
    });
    connect(m_review, &ReviewStep::post, this, &BulkPage::post);
    connect(m_review, &ReviewStep::postLater, this, &BulkPage::postLater);
    connect(m_result, &ResultView::resume, this, [this](qint64 job) { resume(job, m_result->outcome()); });
    connect(m_result, &ResultView::openDraft, this, &BulkPage::openDraft);
    connect(m_result, &ResultView::discardDraft, this, &BulkPage::discardDraft);
    connect(m_result, &ResultView::undo, this, &BulkPage::undoJob);
    connect(m_result, &ResultView::retry, this, &BulkPage::retryJob);
    connect(m_review, &ReviewStep::share, this, [this, tell] {
        if (m_review->draft())
            shareChanges(this, m_review->draft(), m_review->states(), m_review->comments(), m_desk, tell);
    });
    connect(m_check, &CheckStep::told, this, &Page::told);
    connect(m_review, &ReviewStep::told, this, &Page::told);
    connect(m_result, &ResultView::told, this, &Page::told);
    JobRunner& runner = m_desk.runner();
    connect(&runner, &JobRunner::previewed, this, &BulkPage::previewDone);
    connect(&runner, &JobRunner::finished, this, &BulkPage::postDone);
    connect(&runner, &JobRunner::progressed, this, &BulkPage::showPreviewProgress);
}

void BulkPage::keepDraft()
{
    if (m_review != nullptr)
        m_review->keep();
}

void BulkPage::setTexts()
{
    m_steps->setSteps({tr("Columns"), tr("Check"), tr("Review"), tr("Post"), tr("Result")});
    setButtonText(m_another, tr("Another sheet"));
    showHead();
}

void BulkPage::showStep(Step step)
{
    const bool hasFocusHere = isAncestorOf(QApplication::focusWidget());
    m_step = step;
    m_stack->setCurrentIndex(static_cast<int>(step));
    m_steps->setVisible(step != Step::Start);
    m_another->setVisible(step != Step::Start && step != Step::Run);
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
    if ((m_step == Step::Review || m_step == Step::Run) && m_review->draft())
        kind = kindWord(m_review->draft()->job.kind);
    else if (m_step == Step::Run || m_step == Step::Result)
        kind = m_runKind.isEmpty() ? tr("Job") : kindWord(m_runKind);
    m_head->setTitle(m_step == Step::Start ? tr("Bulk") : tr("Bulk · %1").arg(kind));
    const QString number = m_jobNumber == 0         ? QString()
                           : m_step == Step::Review ? tr("draft #%1").arg(m_jobNumber)
                                                    : tr("job #%1").arg(m_jobNumber);
    QString origin;
    if (m_step == Step::Review && m_review->draft()) {
        const auto options = optionsOf(m_review->draft()->job);
        if (options && options->undoes > 0)
            origin = QStringLiteral("   ") + tr("undo of job #%1").arg(options->undoes);
        else if (options && options->retries > 0)
            origin = QStringLiteral("   ") + tr("retry of job #%1").arg(options->retries);
    }
    m_head->setCaption(m_step == Step::Start ? QString()
                                             : m_fileName + QStringLiteral("   ") + number + origin);
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
    Q_EMIT told(Mark::Warning, tr("A job is under way. Open the next sheet when it has ended."));
    return true;
}

void BulkPage::openPaths(const QStringList& paths)
{
    if (paths.isEmpty() || refuseWhileRunning())
        return;
    if (paths.size() > 1) {
        Q_EMIT told(Mark::Warning,
                    tr("%1 files came at once; one sheet can be opened at a time. None was opened.")
                        .arg(paths.size()));
        return;
    }
    if (isSharedName(paths.first())) {
        if (mayPreview())
            m_desk.runner().previewShared(paths.first());
        return;
    }
    makeSteps();
    m_review->keep();
    m_isFromJobs = false;
    m_fileName = paths.first().contains(QLatin1String("/pasted/"))
                     ? tr("pasted at %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm")))
                     : QFileInfo(paths.first()).fileName();
    m_jobNumber = 0;
    m_match->openFile(paths.first());
    showStep(Step::Match);
}

void BulkPage::chooseFile()
{
    if (refuseWhileRunning())
        return;
    const QString path = dialogs().openFile(this, tr("Open a sheet"));
    if (!path.isEmpty())
        openPaths({path});
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
    if (m_desk.runner().isBusy() || !m_desk.isOpen() || m_match->isInspecting())
        return; // a correction is being read: what is compared is what is shown
    m_check->showProblem(std::nullopt);
    m_check->showPreviewing(tr("Reading what the server holds now…"));
    m_isReopening = false;
    m_review->keep();
    // The very same sheet has a draft already: it is compared again, with what was excluded of it. Two drafts
    // of one sheet could both be posted.
    if (m_drafted == m_checked && m_review->draft())
        m_desk.runner().reopen(m_review->draft()->job.id);
    else {
        ImportOptions options = m_match->options();
        options.send.productsPerRequest = m_desk.wish().productsPerRequest;
        m_compared = m_checked;
        m_desk.runner().preview(m_checked->checked, options);
    }
}

void BulkPage::showPreviewProgress()
{
    const JobRunner& runner = m_desk.runner();
    if (runner.task() == JobRunner::Task::Preview)
        m_check->showPreviewing(
            runner.isEnding()
                ? tr("Cancelling…")
                : tr("Reading what the server holds now: %1 requests").arg(figure(runner.progress().reads)));
}

void BulkPage::previewDone(const SharedOutcome& outcome)
{
    m_check->showPreviewing({});
    if (m_isReopening)
        Q_EMIT told(Mark::None, {});
    if (!outcome->problem) {
        m_isFromJobs = m_isReopening;
        // A draft that was compared again stands for the same sheet as before.
        m_drafted = m_isReopening ? nullptr : m_compared;
        m_review->table()->clearFilters();
        m_review->setHasSheet(!m_isFromJobs);
        m_review->setDraft(outcome);
        m_fileName = QFileInfo(outcome->job.file).fileName();
        m_jobNumber = outcome->job.id;
        showStep(Step::Review);
        return;
    }
    const bool cancelled = outcome->problem->kind == ErrorKind::Interrupted;
    if (cancelled)
        Q_EMIT told(Mark::Excluded, tr("The comparison was cancelled; nothing was sent."));
    else if (m_isReopening)
        Q_EMIT told(Mark::Refused, outcome->problem->text());
    else
        m_check->showProblem(outcome->problem);
}

void BulkPage::post()
{
    if (!canPost())
        return;
    // One moment's draft, states and figures: what the person confirms is what is posted.
    const SharedOutcome draft = m_review->draft();
    const std::vector<RowState> states = m_review->states();
    const RowComments comments = m_review->comments();
    const auto consent = askForConsent(draft, m_review->summary());
    if (!consent || m_review->draft() != draft)
        return;
    m_review->showProblem(std::nullopt);
    JobRunner& runner = m_desk.runner();
    if (runner.isBusy()) { // it goes after the one that runs
        runner.schedule(draft, states, comments, *consent, QDateTime::currentDateTimeUtc());
        return;
    }
    m_review->stopKeeping();
    m_run->begin(draft, draft->job.id);
    runner.post(draft, states, comments, *consent);
    showStep(Step::Run);
}

std::optional<Consent> BulkPage::askForConsent(const SharedOutcome& draft, const PlanSummary& sum,
                                               const std::optional<QDateTime>& startAt)
{
    const auto rows = m_review->table()->rows();
    return askToPost(this, m_desk,
                     {sum, static_cast<std::int64_t>(draft->batch.rows.size()),
                      rows ? rows->count(NotComparedFacet) : 0, draft->batch.kind, startAt});
}

bool BulkPage::canPost() const
{
    return m_desk.isOpen() && m_desk.runner().task() != JobRunner::Task::Preview && m_review->isSettled() &&
           m_review->summary().rows > 0;
}

void BulkPage::postLater()
{
    const auto start = canPost() ? askStart(this) : std::nullopt;
    if (!start || !canPost())
        return;
    // One moment's draft, states and figures, as in `post`.
    const SharedOutcome draft = m_review->draft();
    const std::vector<RowState> states = m_review->states();
    const RowComments comments = m_review->comments();
    const auto consent = askForConsent(draft, m_review->summary(), start);
    if (!consent || m_review->draft() != draft)
        return;
    m_desk.runner().schedule(draft, states, comments, *consent, start->toUTC());
}

/// A queued job has begun: it is shown where nothing else is being done.
void BulkPage::begun(qint64 job)
{
    Q_EMIT told(Mark::Sending, tr("Job #%1 has begun.").arg(job));
    if (m_step != Step::Start && m_step != Step::Result)
        return;
    makeSteps();
    m_jobNumber = job;
    m_runKind.clear();
    m_run->begin(nullptr, job);
    showStep(Step::Run);
}

void BulkPage::resume(qint64 job, const SharedOutcome& shown)
{
    if (refuseWhileRunning())
        return;
    const auto consent = askToResume(this, m_desk, job);
    if (!consent || refuseWhileRunning())
        return;
    makeSteps();
    const bool isAtHand = shown && shown->job.id == job;
    m_fileName = isAtHand ? QFileInfo(shown->job.file).fileName() : QString();
    m_runKind = isAtHand ? shown->job.kind : QString();
    m_jobNumber = job;
    m_run->begin(isAtHand ? shown : nullptr, job);
    m_desk.runner().resume(job, *consent);
    showStep(Step::Run);
}

/// Before a draft that no open sheet stands behind is compared.
bool BulkPage::mayPreview()
{
    if (refuseWhileRunning() || !m_desk.isOpen())
        return false;
    makeSteps();
    m_review->keep();
    m_isReopening = true;
    Q_EMIT told(Mark::Sending, tr("Comparing with the server…"));
    return true;
}

void BulkPage::reviewChanges(const FollowUp& set)
{
    if (mayPreview())
        m_desk.runner().previewChanges(set);
}

void BulkPage::undoJob(qint64 job, const std::vector<std::uint32_t>& rows)
{
    if (mayPreview())
        m_desk.runner().previewUndo(job, rows);
}

void BulkPage::retryJob(qint64 job)
{
    if (mayPreview())
        m_desk.runner().previewRetry(job);
}

void BulkPage::openDraft(qint64 job)
{
    if (!mayPreview())
        return;
    m_desk.runner().reopen(job);
    Q_EMIT told(Mark::Sending, tr("Comparing draft #%1 with the server again…").arg(job));
}

void BulkPage::postDone(const SharedOutcome& outcome)
{
    if (m_step != Step::Run) { // a queued one, while something else is being done here
        Q_EMIT jobEnded(outcome);
        return;
    }
    // Nothing was begun: the review is still there, with the reason.
    const bool isStillDraft =
        outcome->problem && (outcome->job.id == 0 || outcome->job.state == JobState::Draft);
    const bool isOfReview =
        m_review->draft() && (outcome->job.id == 0 ? m_review->draft()->job.id == m_jobNumber
                                                   : m_review->draft()->job.id == outcome->job.id);
    if (isStillDraft && isOfReview) {
        m_review->showProblem(outcome->problem);
        showStep(Step::Review);
        return;
    }
    if (isOfReview) {
        m_review->forget();
        m_drafted.reset();
    }
    m_result->setOutcome(outcome);
    m_runKind = outcome->job.kind;
    if (outcome->job.id > 0)
        m_jobNumber = outcome->job.id;
    showStep(Step::Result);
    Q_EMIT jobEnded(outcome);
}

} // namespace rangedesk::ui
