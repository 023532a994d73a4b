// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/answer_dialog.h"
#include "models/edit_rows.h"
#include "ranges/pending_edits.h"

namespace rangedesk::ui {

/// All edits of a kind that wait, each with its base, the server's value and its own; what others changed
/// meanwhile is decided here, many at once. Accepted: they are to be reviewed and posted.
class EditsDialog : public AnswerDialog
{
    Q_OBJECT
public:
    EditsDialog(const Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
                QWidget* parent);

    EditModel* model() const { return m_model; }
    /// Of the chosen rows: mine over theirs, or theirs and the edit is dropped.
    void decide(bool mine);
    /// Another value for the chosen rows, which decides for it.
    void toggle(bool mustSell);
    /// The chosen edits are made no more.
    void drop();

    void accept() override;

protected:
    void showCurrent() override;

private:
    void addActions();
    void work();
    void showLines(const EditRows& rows);
    void showButtons();
    bool canDrop() const;
    bool isRuleGone(const EditRows::Line& line) const;

    PendingEdits& m_edits;
    std::shared_ptr<const RuleRows> m_rules;
    EditModel* m_model;
    int m_question = 0; ///< answers to older ones are dropped
    bool m_isWorking = false;
    QPushButton* m_mine = nullptr;
    QPushButton* m_theirs = nullptr;
    QPushButton* m_mustSell = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_redo = nullptr;
    QPushButton* m_review = nullptr;
};

} // namespace rangedesk::ui
