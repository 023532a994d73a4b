// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "common/table_view.h"
#include "models/edit_rows.h"
#include "ranges/pending_edits.h"

#include <QDialog>

namespace rangedesk::ui {

/// All edits of a kind that wait, each with its base, the server's value and its own; what others changed
/// meanwhile is decided here, many at once. Accepted: they are to be reviewed and posted.
class EditsDialog : public QDialog
{
    Q_OBJECT
public:
    EditsDialog(const Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
                QWidget* parent);

    EditModel* model() const { return m_model; }
    TableView* table() const { return m_table; }
    /// Of the chosen rows: mine over theirs, or theirs and the edit is dropped.
    void decide(bool mine);
    /// Another value for the chosen rows, which decides for it.
    void toggle(bool mustSell);

    void accept() override;
    void reject() override;

private:
    QWidget* makeMiddle();
    QWidget* makeRight();
    void work();
    void showLines(const EditRows& rows);
    void showCurrent();
    void showButtons();
    std::vector<std::uint32_t> chosen() const;

    PendingEdits& m_edits;
    std::shared_ptr<const RuleRows> m_rules;
    EditModel* m_model;
    int m_question = 0; ///< answers to older ones are dropped
    bool m_isWorking = false;
    QLabel* m_sum = nullptr;
    QLineEdit* m_search = nullptr;
    EquationBar* m_facets = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_mine = nullptr;
    QPushButton* m_theirs = nullptr;
    QPushButton* m_review = nullptr;
};

} // namespace rangedesk::ui
