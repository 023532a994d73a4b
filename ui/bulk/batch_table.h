// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "common/table_view.h"
#include "models/batch_rows.h"

namespace rangedesk::ui {

/// The rows of a sheet with what every step needs: counts as an equation that filters, search as one types,
/// F8 from one problem to the next, and a strip that tells the current row in full.
class BatchTable : public QWidget
{
    Q_OBJECT
public:
    /// What the step is about decides columns and terms.
    enum class Step : std::uint8_t { Check, Review, Result };

    BatchTable(const char* name, Step step, QWidget* parent);

    /// Shows other rows; those shown before stay until these are ready.
    void setRows(const std::shared_ptr<const BatchRows>& rows);
    /// No rows at all.
    void clear();
    std::shared_ptr<const BatchRows> rows() const { return m_rows; }
    TableView* table() const { return m_table; }
    QLineEdit* searchField() const { return m_search; }
    BatchModel* model() const { return m_model; }
    /// Buttons of the step stand in the line of the search.
    void addTool(QWidget* widget) { m_tools->insertWidget(m_tools->count() - 1, widget); }
    void clearFilters();
    void chooseFacet(std::uint32_t facet);

public Q_SLOTS:
    void nextProblem();

Q_SIGNALS:
    void told(rangedesk::Mark mark, const QString& text);
    void settled();

private:
    void useKind(ChangeKind kind);

    ChangeKind m_kind = ChangeKind::RangeProducts;
    void setTexts();
    void showTerms();
    void showRow();
    std::vector<EquationBar::Term> terms() const;

    Step m_step;
    std::shared_ptr<const BatchRows> m_rows;
    BatchModel* m_model;
    EquationBar* m_equation;
    QLineEdit* m_search;
    QHBoxLayout* m_tools;
    QPushButton* m_next;
    TableView* m_table;
    QLabel* m_rowTitle;
    QLabel* m_rowText;
    QLabel* m_sign;
};

} // namespace rangedesk::ui
