// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/find_cells.h"
#include "models/sheet_models.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace rangedesk::ui {

/// Find and replace in the cells of a sheet under check: says how many cells would change while one types.
/// The file itself is not touched.
class ReplaceDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param column the one that is chosen at first, -1 for all
    ReplaceDialog(SharedInspection inspection, int column, QWidget* parent);
    ~ReplaceDialog() override;

    /// The corrections that were counted last; what is accepted.
    const std::vector<CellEdit>& edits() const { return m_edits; }

private:
    void count();

    SharedInspection m_inspection;
    std::vector<CellEdit> m_edits;
    std::shared_ptr<std::atomic<bool>> m_abandon;
    QTimer m_wait;
    QComboBox* m_column;
    QLineEdit* m_find;
    QLineEdit* m_replace;
    QCheckBox* m_whole;
    QLabel* m_found;
    QPushButton* m_accept;
};

} // namespace rangedesk::ui
