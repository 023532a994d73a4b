// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "common/table_view.h"
#include "core/environment.h"
#include "models/row_model.h"

#include <QDialog>
#include <QVBoxLayout>

namespace rangedesk::ui {

/// A large dialog with an answer: a sum, a search, chips that filter, a table, and beside it the current row
/// in words with what can be done about it.
class AnswerDialog : public QDialog
{
    Q_OBJECT
public:
    TableView* table() const { return m_table; }

    /// Esc clears the search first.
    void reject() override;

protected:
    /// @param name of this and, with .table, of the table. @param model becomes the dialog's
    AnswerDialog(Environment environment, RowModel* model, const QString& name, const QString& title,
                 QWidget* parent);

    /// The current row, counted as the source counts.
    std::optional<std::uint32_t> currentRow() const;
    /// The rows that are selected, counted as the source counts.
    std::vector<std::uint32_t> chosenRows() const;
    /// The current row or the rows have changed.
    virtual void showCurrent() = 0;
    void setCaption(const QString& text);
    void setSearchText(const QString& placeholder, const QString& accessibleName);
    /// A key that acts while the table has the focus.
    void onTableKey(const QKeySequence& key, const std::function<void()>& act);
    /// A button below the words.
    QPushButton* addAction(const QString& name, const char* look, const char* icon);
    /// Small words below the buttons.
    void addHint(const QString& text);
    /// In a toast: what was done, or what could not be.
    void say(Mark mark, const QString& text);
    /// Between the sum and the search. What its charts have to tell is said.
    void addPicture(QWidget* picture);
    /// Below the words of the current row.
    void addNote(Note* note) { m_side->insertWidget(m_side->count() - 1, note); }

    QLabel* m_sum = nullptr;
    QLineEdit* m_search = nullptr;
    QHBoxLayout* m_searchRow = nullptr; ///< has room behind the search
    EquationBar* m_facets = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_title = nullptr; ///< of the current row
    QLabel* m_words = nullptr;

private:
    QWidget* makeMiddle(RowModel* model, const QString& name);
    QWidget* makeSide();

    RowModel* m_rowModel;
    QLabel* m_caption = nullptr;
    QVBoxLayout* m_side = nullptr;
    QVBoxLayout* m_foot = nullptr;
    QVBoxLayout* m_head = nullptr;
};

} // namespace rangedesk::ui
