// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/check_step.h"
#include "bulk/match_step.h"
#include "bulk/result_view.h"
#include "bulk/review_step.h"
#include "bulk/run_step.h"
#include "bulk/start_step.h"
#include "common/page.h"

#include <QStackedWidget>

namespace rangedesk::ui {

/// A sheet's way from file to result: match columns, check, review, post, result. One sheet at a time.
class BulkPage final : public Page
{
    Q_OBJECT
public:
    enum class Step : std::uint8_t { Start, Match, Check, Review, Run, Result };

    BulkPage(Desk& desk, QWidget* parent);

    std::vector<QWidget*> panes() const override;
    void find() override;
    Step step() const { return m_step; }

    /// Files that were chosen or dropped: exactly one can be opened.
    /// @param kind what a sheet is taken for where its headings do not tell
    void openPaths(const QStringList& paths, std::optional<ChangeKind> kind = {});
    void chooseFile(std::optional<ChangeKind> kind = {});
    /// Asks for a place, and writes an empty sheet with the headings of a kind.
    void saveTemplate(const QString& kindName);
    /// Tab-separated text from a spreadsheet.
    void pasteText();
    void openSample(const char* name);
    /// Ctrl+Enter and Ctrl+Shift+Enter: what the step offers.
    void goOn();
    void reviewOrPost();
    void nextProblem();
    /// @p shown tells the names of its targets, where it is at hand
    void resume(qint64 job, const SharedOutcome& shown);
    void openDraft(qint64 job);
    /// Compares changes that were made in a form or on a page, and shows the review. What was typed is kept
    /// as a draft at once, also where nothing can be compared now.
    /// @returns whether the comparison begins, so that this page is worth looking at
    bool reviewChanges(const FollowUp& set);
    /// Compares what undoes a job, or these rows of it; what of it failed; nothing is sent.
    void undoJob(qint64 job, const std::vector<std::uint32_t>& rows);
    void retryJob(qint64 job);
    /// Typed changes that could not be recorded: nothing but this window holds them, also while they are
    /// being written elsewhere.
    bool holdsUnkept() const { return !m_unkept.empty(); }
    /// Before the window goes: exclusions are kept.
    void keepDraft();
    /// The job that runs, from where the next sheet is prepared.
    void showRun();

    MatchStep* matchStep() { return makeSteps(), m_match; }
    CheckStep* checkStep() { return makeSteps(), m_check; }
    ReviewStep* reviewStep() { return makeSteps(), m_review; }
    RunStep* runStep() { return makeSteps(), m_run; }
    ResultView* resultView() { return makeSteps(), m_result; }

Q_SIGNALS:
    void stepChanged();
    void jobEnded(const rangedesk::SharedOutcome& outcome);
    void discardDraft(qint64 job);
    /// The list of jobs, with this one chosen.
    void jobWanted(qint64 job);
    /// A change set that is to be tried on a copy of the company.
    void rehearse(const QString& path);
    /// What the changes under review change for customers.
    void effectWanted(const rangedesk::SharedOutcome& draft, const std::vector<rangedesk::RowState>& states);

private:
    void makeSteps();
    void setTexts();
    void showStep(Step step);
    void showHead();
    void showAnother();
    void leaveSheet();
    void showCheck();
    void showChecked();
    void compare();
    void post();
    void postLater();
    std::optional<Consent> askForConsent(const SharedOutcome& draft, const PlanSummary& sum,
                                         const std::optional<QDateTime>& startAt = {});
    bool canPost() const;
    void watchQueue();
    void leaveQueued(const JobRecord& job);
    void begun(qint64 job);
    bool refuseWhileRunning();
    bool refuseWhileComparing();
    bool mayPreview();
    void makeWaiting(QVBoxLayout* column);
    void keepUnkept();
    bool hasUnkept() const; ///< that wait for a person
    void saveUnkept();
    void noteKept(quint64 number, const Result<std::int64_t>& job);
    void noteCompared(qint64 job, const std::optional<Error>& problem, const QString& name);
    void showWaiting();
    void acceptHeld(const std::set<std::uint32_t>& rows);
    void previewDone(const SharedOutcome& outcome);
    void postDone(const SharedOutcome& outcome);
    void showPreviewProgress();

    Desk& m_desk;
    Step m_step = Step::Start;
    std::optional<Step> m_left; ///< where the next sheet was left to look at the run
    PageHead* m_head;
    StepBar* m_steps;
    QPushButton* m_another;
    QStackedWidget* m_stack;
    StartStep* m_start;
    // Made when the first sheet or job comes: the first window needs none of them.
    MatchStep* m_match = nullptr;
    CheckStep* m_check = nullptr;
    ReviewStep* m_review = nullptr;
    RunStep* m_run = nullptr;
    ResultView* m_result = nullptr;
    QString m_fileName;       ///< of the sheet that is open
    qint64 m_draftNumber = 0; ///< 0 before there is one
    /// The job that runs or ran last; what is not known of it is empty.
    struct Ran
    {
        QString file;
        QString kind;
        qint64 number = 0;
    };
    Ran m_ran;
    bool m_isFromJobs = false;  ///< the draft comes from the list of jobs: there is no sheet to go back to
    bool m_isReopening = false; ///< a draft of the list is being compared
    qint64 m_asked = 0;         ///< the draft that is compared again, 0 where it is a new one
    /// A draft that is recorded and could not be compared yet.
    struct WaitingDraft
    {
        qint64 job = 0;
        QString name;
        QString problem;
    };
    std::vector<WaitingDraft> m_waiting;
    /// Typed changes that are not recorded yet: nothing else holds them.
    struct Unkept
    {
        FollowUp set;
        QString problem;
        bool isOnItsWay = false;
        quint64 number = 0;
    };
    std::vector<Unkept> m_unkept;
    quint64 m_lastUnkept = 0;
    QWidget* m_waitingBox = nullptr;
    Note* m_waitingNote = nullptr;
    SharedInspection m_checked;
    SharedInspection m_compared; ///< what the runner was given
    SharedInspection m_drafted;  ///< of which the draft under review was made
};

} // namespace rangedesk::ui
