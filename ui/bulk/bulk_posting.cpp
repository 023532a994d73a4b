// SPDX-License-Identifier: GPL-3.0-or-later
// Posting from the bulk page: at once, later or after the job that runs; and what becomes of it.
#include "bulk/bulk_page.h"
#include "bulk/posting.h"
#include "bulk/scheduling.h"
#include "changes/job_files.h"

#include <QFileInfo>

namespace rangedesk::ui {

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
    m_ran = {m_fileName, draft->job.kind, draft->job.id};
    m_run->begin(draft, draft->job.id);
    runner.post(draft, states, comments, *consent);
    showStep(Step::Run);
}

std::optional<Consent> BulkPage::askForConsent(const SharedOutcome& draft, const PlanSummary& sum,
                                               const std::optional<QDateTime>& startAt)
{
    const auto rows = m_review->table()->rows();
    BatchLabels::Held lost;
    for (std::uint32_t i = 0; rows && sum.clears > 0 && i < rows->size(); ++i) {
        const Row& row = rows->row(i);
        const auto held = draft->labels.cleared.find(row.target);
        const bool isSent =
            row.type == ChangeType::Clear && row.primary == noIndex && rows->state(i) == RowState::NotSent;
        if (!isSent || held == draft->labels.cleared.end())
            continue;
        lost.count += held->second.count;
        lost.names.insert(lost.names.end(), held->second.names.begin(), held->second.names.end());
    }
    return askToPost(this, m_desk,
                     {sum, static_cast<std::int64_t>(draft->batch.rows.size()),
                      rows ? rows->count(NotComparedFacet) : 0, draft->batch.kind, startAt,
                      m_desk.runner().isBusy() ? m_desk.runner().jobId() : 0, std::move(lost)});
}

bool BulkPage::canPost() const
{
    return m_desk.isOpen() && !m_desk.drafts().isBusy() && m_review->isSettled() &&
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
    makeSteps();
    m_ran = {{}, {}, job};
    m_run->begin(nullptr, job);
    if (m_step == Step::Start || m_step == Step::Result)
        showStep(Step::Run);
}

void BulkPage::showRun()
{
    if (m_run == nullptr || !m_desk.runner().isBusy() || m_step == Step::Run)
        return;
    const bool isLeft = m_step == Step::Match || m_step == Step::Check || m_step == Step::Review;
    m_left = isLeft ? std::optional(m_step) : std::nullopt;
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
    m_ran = isAtHand ? Ran{QFileInfo(shown->job.file).fileName(), shown->job.kind, job} : Ran{{}, {}, job};
    m_run->begin(isAtHand ? shown : nullptr, job);
    m_desk.runner().resume(job, *consent);
    showStep(Step::Run);
}

void BulkPage::postDone(const SharedOutcome& outcome)
{
    const bool isShown = m_step == Step::Run;
    // Nothing was begun: the review is still there, with the reason.
    const bool isStillDraft =
        outcome->problem && (outcome->job.id == 0 || outcome->job.state == JobState::Draft);
    const qint64 number = outcome->job.id == 0 ? m_ran.number : outcome->job.id;
    const bool isOfReview = m_review->draft() && m_review->draft()->job.id == number;
    if (isStillDraft && isOfReview && isShown) {
        m_review->keepAgain();
        m_review->showProblem(outcome->problem);
        showStep(Step::Review);
        return;
    }
    if (isStillDraft && isOfReview) {
        m_review->keepAgain(); // what was excluded is not on disk yet
    } else if (isOfReview) {
        m_review->forget();
        m_drafted.reset();
        if (m_left == Step::Review)
            m_left.reset();
    }
    if (isShown) { // else the next sheet is being prepared
        m_result->setOutcome(outcome);
        m_ran.kind = outcome->job.kind;
        m_ran.number = number;
        showStep(Step::Result);
    }
    Q_EMIT jobEnded(outcome);
}

} // namespace rangedesk::ui
