// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/batch_table.h"
#include "bulk/repair_card.h"
#include "models/sheet_models.h"

namespace rangedesk::ui {

/// Every fault of the sheet at its row, before any server is asked.
class CheckStep : public QWidget
{
    Q_OBJECT
public:
    CheckStep(Desk& desk, QWidget* parent);

    void setInspection(const SharedInspection& inspection);
    /// Why the comparison with the server did not come about.
    void showProblem(const std::optional<Error>& problem);
    /// The comparison runs: how far it is, or empty when it does not.
    void showPreviewing(const QString& progress);
    BatchTable* table() const { return m_rows; }
    QPushButton* goOnButton() const { return m_goOn; }
    RepairCard* repair() const { return m_repair; }

Q_SIGNALS:
    void back();
    void goOn();
    void cancelled();
    void exportRefused();
    /// What find and replace would correct.
    void corrected(const std::vector<rangedesk::CellEdit>& edits);
    void told(rangedesk::Mark mark, const QString& text);

private:
    Desk& m_desk;
    void setTexts();
    void showRepair();
    void standAgain();
    void replace();

    SharedInspection m_inspection;
    BatchTable* m_rows;
    RepairCard* m_repair;
    bool m_wantsFocus = false; ///< after a correction
    /// Of the rows of a sheet that was read again: from Here on they are in the table, but not yet arranged.
    enum class Arrival { None, Awaited, Here };
    Arrival m_arrival = Arrival::None;
    std::uint32_t m_line = 0;       ///< of the current row
    std::uint32_t m_wantedLine = 0; ///< to stand at when the rows come
    QLabel* m_title;
    QLabel* m_figures;
    QLabel* m_explanation;
    Note* m_problem;
    QVBoxLayout* m_notes;
    QLabel* m_progress;
    QPushButton* m_export;
    QPushButton* m_replace;
    QPushButton* m_back;
    QPushButton* m_cancel;
    QPushButton* m_goOn;
    bool m_isPreviewing = false;
};

/// Replaces the notes of a side pane by warnings about the sheet.
void showWarnings(QVBoxLayout* column, const QStringList& warnings, QWidget* parent);

} // namespace rangedesk::ui
