// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the bulk page and what they tell each other.
#include "bulk/bulk_page.h"

namespace rangedesk::ui {

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
    m_result = new ResultView(m_desk, "result", false, m_stack);
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
        if (!m_desk.drafts().isBusy()) // not while the sheet as it was is compared
            m_match->correct(edits);
    };
    connect(m_check->repair(), &RepairCard::corrected, this, correct);
    connect(m_check, &CheckStep::corrected, this, correct);
    connect(m_check->repair(), &RepairCard::undo, this, [this] {
        if (!m_desk.drafts().isBusy())
            m_match->undoCorrection();
    });
    connect(m_match, &MatchStep::otherFile, this, [this] { chooseFile(); });
    connect(m_check, &CheckStep::back, this, [this] { showStep(Step::Match); });
    connect(m_check, &CheckStep::goOn, this, &BulkPage::compare);
    connect(m_check, &CheckStep::cancelled, &m_desk.drafts(), &DraftRunner::stop);
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
    connect(m_review, &ReviewStep::acceptHeld, this, &BulkPage::acceptHeld);
    connect(m_review, &ReviewStep::share, this, [this, tell] {
        if (m_review->draft())
            shareChanges(this, m_review->draft(), m_review->states(), m_review->comments(), m_desk, tell);
    });
    connect(m_review, &ReviewStep::rehearse, this, [this, tell] {
        if (m_review->draft())
            rehearseChanges(this, m_review->draft(), m_review->states(), m_review->comments(), m_desk, tell,
                            [this](const QString& path) { Q_EMIT rehearse(path); });
    });
    connect(m_review, &ReviewStep::effectWanted, this, [this] {
        if (m_review->draft())
            Q_EMIT effectWanted(m_review->draft(), m_review->states());
    });
    connect(m_check, &CheckStep::told, this, &Page::told);
    connect(m_review, &ReviewStep::told, this, &Page::told);
    connect(m_result, &ResultView::told, this, &Page::told);
    connect(&m_desk.drafts(), &DraftRunner::previewed, this, &BulkPage::previewDone);
    connect(&m_desk.drafts(), &DraftRunner::progressed, this, &BulkPage::showPreviewProgress);
    connect(&m_desk.runner(), &JobRunner::finished, this, &BulkPage::postDone);
}

} // namespace rangedesk::ui
