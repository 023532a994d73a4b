// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/batch_table.h"
#include "session/desk.h"

namespace rangedesk::ui {

/// What became of a job: counts that balance, every row with its outcome and the server's words, and the
/// reports to save. Serves the last step of an import and the list of jobs.
class ResultView : public QWidget
{
    Q_OBJECT
public:
    /// @param isOfList of jobs: not the result of the one that just ended
    ResultView(Desk& desk, const char* name, bool isOfList, QWidget* parent);

    void setOutcome(const SharedOutcome& outcome);
    const SharedOutcome& outcome() const { return m_outcome; }
    void clear();
    BatchTable* table() const { return m_rows; }
    QPushButton* reportButton() const { return m_report; }
    QPushButton* resumeButton() const { return m_resume; }
    /// Asks for a file and writes the report of all rows, or the refused rows, in a worker.
    void saveReport();
    void saveRefused();

Q_SIGNALS:
    void resume(qint64 job);
    void openDraft(qint64 job);
    void discardDraft(qint64 job);
    /// @param rows of the job; empty for all
    void undo(qint64 job, const std::vector<std::uint32_t>& rows);
    void retry(qint64 job);
    void archive(qint64 job, bool archived);
    void told(rangedesk::Mark mark, const QString& text);

private:
    void setTexts();
    void showOutcome();
    void askToUndo();
    void share();

    Desk& m_desk;
    bool m_isOfList;
    SharedOutcome m_outcome;
    QWidget* m_content;
    QLabel* m_title;
    QLabel* m_facts;
    QLabel* m_state;
    struct Cell
    {
        QLabel* sign;
        QLabel* word;
        QLabel* count;
        QLabel* hint;
    };
    std::vector<Cell> m_cells;
    SegmentedBar* m_bar;
    QLabel* m_equations;
    Note* m_note;
    BatchTable* m_rows;
    QPushButton* m_refused;
    QPushButton* m_report;
    QPushButton* m_resume;
    QPushButton* m_withdraw;
    QPushButton* m_openDraft;
    QPushButton* m_discard;
    QPushButton* m_retry;
    QPushButton* m_undo;
    QPushButton* m_share;
    QPushButton* m_archive;
};

/// Writes the changes of a draft as one file to share. @param states of rows as the person left them; empty
/// for those of the draft
/// @param comments as they are now; nothing for those kept with the job
void shareChanges(QWidget* parent, const SharedOutcome& outcome, const std::vector<RowState>& states,
                  const std::optional<RowComments>& comments, const Desk& desk,
                  const std::function<void(Mark, const QString&)>& told);

/// Writes the same for a rehearsal; @p then gets the file.
void rehearseChanges(QWidget* parent, const SharedOutcome& outcome, const std::vector<RowState>& states,
                     const std::optional<RowComments>& comments, const Desk& desk,
                     const std::function<void(Mark, const QString&)>& told,
                     const std::function<void(const QString&)>& then);

/// Writes the refused rows of a batch to a file that is asked for. @p told gets what came of it.
void saveRefusedRows(QWidget* parent, const SharedOutcome& outcome,
                     const std::function<void(Mark, const QString&)>& told);

} // namespace rangedesk::ui
