// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/batch_table.h"
#include "bulk/row_decisions.h"
#include "changes/plan.h"
#include "session/desk.h"

#include <QFormLayout>

namespace rangedesk::ui {

/// What the sheet would change on the server, row by row, before anything is sent: rows can be excluded, and
/// the box at the side says what posting will come to.
class ReviewStep : public QWidget
{
    Q_OBJECT
public:
    ReviewStep(Desk& desk, QWidget* parent);

    /// A draft as it was previewed.
    void setDraft(const SharedOutcome& draft);
    const SharedOutcome& draft() const { return m_draft; }
    const RowComments& comments() const { return m_comments; }
    /// States of rows as the person left them.
    const std::vector<RowState>& states() const { return m_decisions.states(); }
    const PlanSummary& summary() const { return m_summary; }
    /// Counts and table show the states as they are: what is confirmed is what is posted.
    bool isSettled() const { return m_draft != nullptr && !m_isRebuilding; }
    /// The draft was posted or discarded: nothing of it may be kept or posted again from here.
    void forget();
    /// From here on its exclusions belong to the job that is posted.
    void stopKeeping();
    /// It was not posted after all.
    void keepAgain();
    /// Whether there is an open sheet to go back to.
    void setHasSheet(bool has);
    /// Why posting did not come about.
    void showProblem(const std::optional<Error>& problem);
    BatchTable* table() const { return m_rows; }
    QPushButton* postButton() const { return m_post; }
    /// Keeps the exclusions in the journal, where they changed since.
    void keep();

public Q_SLOTS:
    /// Excludes the selected rows, or includes them where all are excluded.
    void toggleSelected();
    /// The selected rows that are held, or all of them, are wanted as the comparison is now.
    void takeHeld();
    void undo();
    void redo();

Q_SIGNALS:
    void back();
    void post();
    void postLater();
    void exportRefused();
    void share();
    void rehearse();
    /// What the changes change for customers is asked for.
    void effectWanted();
    /// All rows that are wanted whatever was expected of the server.
    void acceptHeld(const std::set<std::uint32_t>& rows);
    void told(rangedesk::Mark mark, const QString& text);

private:
    void setTexts();
    void toggleRow(const QModelIndex& index);
    void comment();
    void toggle(const std::vector<std::uint32_t>& rows);
    void rebuild();
    bool isComparedAgain() const;
    void showDecided(RowDecisions::Change change);
    void clear();
    void showSummary();
    QString heldNote() const;
    QStringList originNotes() const;

    Desk& m_desk;
    SharedOutcome m_draft;
    RowDecisions m_decisions;
    RowComments m_comments;
    RowDecisions::HeldCounts m_held;
    PlanSummary m_summary;
    bool m_isRebuilding = false;
    bool m_rebuildAgain = false;
    bool m_isDirty = false;
    bool m_hasSheet = true;
    QTimer m_keepTimer;

    BatchTable* m_rows;
    QPushButton* m_exclude;
    QPushButton* m_take;
    QPushButton* m_comment;
    QPushButton* m_export;
    QPushButton* m_share;
    QPushButton* m_effect;
    QPushButton* m_rehearse;
    QLabel* m_title;
    QLabel* m_figures;
    QLabel* m_estimate;
    QFormLayout* m_facts;
    std::vector<QLabel*> m_factNames;
    std::vector<QLabel*> m_factValues;
    Note* m_problem;
    QVBoxLayout* m_notes;
    QPushButton* m_post;
    QPushButton* m_back;
    QPushButton* m_later;
    QPushButton* m_plan;
    QLabel* m_hint;
};

} // namespace rangedesk::ui
