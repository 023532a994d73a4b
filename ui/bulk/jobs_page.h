// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/result_view.h"
#include "common/page.h"
#include "models/job_rows.h"

#include <QSplitter>
#include <QStackedWidget>

namespace rangedesk::ui {

/// All jobs of this server and company, and the chosen one in full.
class JobsPage : public Page
{
    Q_OBJECT
public:
    JobsPage(Desk& desk, QWidget* parent);

    std::vector<QWidget*> panes() const override;
    void find() override;
    void refresh() override;
    void shown() override { refresh(); }
    /// Chooses a job once the list holds it.
    void choose(qint64 job);
    /// Jobs that wait for their time.
    int queuedCount() const { return m_queued; }
    /// Asks, and takes a draft away.
    void discard(qint64 job);
    JobModel* model() const { return m_model; }
    TableView* list() const { return m_list; }
    ResultView* result() const { return m_result; }

Q_SIGNALS:
    void resume(qint64 job);
    void openDraft(qint64 job);
    void undo(qint64 job, const std::vector<std::uint32_t>& rows);
    void retry(qint64 job);
    /// How many wait for a person: interrupted jobs and drafts.
    void openCountChanged(int interrupted, int drafts);
    void showRunning();

private:
    void setTexts();
    void showCaption();
    void lookForDamage();
    void showDamage();
    void loadChosen();
    void showList(const Result<std::vector<JobRecord>>& jobs);
    void showJobs();
    void setArchived(qint64 job, bool archived);

    Desk& m_desk;
    PageHead* m_head;
    QStackedWidget* m_stack;
    StatePanel* m_empty;
    Note* m_problem;
    Note* m_aside;
    std::optional<SetAsideJournal> m_unseen;
    QLineEdit* m_search;
    QPushButton* m_archive; ///< shows the archive in place of the list
    std::vector<JobRecord> m_jobs;
    qsizetype m_archived = 0;
    JobModel* m_model;
    TableView* m_list;
    QSplitter* m_splitter;
    ResultView* m_result;
    StatePanel* m_side;
    QStackedWidget* m_sideStack;
    bool m_isListing = false;
    bool m_listAgain = false;
    qint64 m_wanted = 0;
    qint64 m_loaded = 0;
    qsizetype m_waiting = 0;
    qsizetype m_drafts = 0;
    int m_queued = 0;
};

} // namespace rangedesk::ui
