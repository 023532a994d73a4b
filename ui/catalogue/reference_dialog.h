// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "models/reference_models.h"
#include "session/desk.h"

#include <QComboBox>
#include <QDialog>
#include <QRadioButton>
#include <QTableView>

namespace rangedesk::ui {

/// Takes over a reference list from a sheet: which list it is, what its columns mean, whether it is an update
/// or the whole list, and what that does; all of it shown before anything is taken over.
class ReferenceDialog : public QDialog
{
    Q_OBJECT
public:
    ReferenceDialog(Desk& desk, EntryKind kind, const QString& path, QWidget* parent);
    ~ReferenceDialog() override;

    /// What the list did, once the dialog was accepted.
    const ReferenceCounts& counts() const { return m_done; }
    EntryKind kind() const;
    bool isReady() const { return m_plan != nullptr; }
    ReferenceColumnModel* columns() const { return m_columns; }
    ReferenceFaultModel* faults() const { return m_faults; }

public Q_SLOTS:
    void reject() override;

private:
    /// A sheet, and what taking it over would do.
    struct Plan
    {
        ReferenceList list;
        ReferenceCounts counts;
        std::vector<ReferenceFault> faults;
        std::optional<Error> fullRefused; ///< why it cannot be the whole list, where that is wanted
    };

    QWidget* makeTop();
    QWidget* makeTables();
    QWidget* makeFoot();
    void chooseFile();
    void open(const QString& path, const QString& sheetName);
    void work();
    void showPlan();
    void showProblem(const Error& error);
    void tellProblem(const Error& error);
    void saveFaults();
    void takeOver();
    bool isFull() const { return m_full->isChecked(); }

    Desk& m_desk;
    QString m_path;
    std::shared_ptr<const Sheet> m_sheet;
    std::shared_ptr<const Plan> m_plan;
    std::shared_ptr<std::atomic<bool>> m_abandon; ///< of the newest work
    ReferenceCounts m_done;
    bool m_isTaking = false;
    bool m_hasChosenKind = false; ///< the person's choice is not guessed away

    QLabel* m_file = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_sheets = nullptr;
    QLabel* m_sheetsLabel = nullptr;
    QRadioButton* m_update = nullptr;
    QRadioButton* m_full = nullptr;
    ReferenceColumnModel* m_columns;
    ReferenceFaultModel* m_faults;
    QTableView* m_columnTable = nullptr;
    QTableView* m_faultTable = nullptr;
    QLabel* m_faultTitle = nullptr;
    Note* m_problem = nullptr;
    QLabel* m_sum = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_take = nullptr;
};

/// "3 new, 2 changed, …": what a list does, or did.
QString referenceWords(const ReferenceCounts& counts, std::size_t refused);

} // namespace rangedesk::ui
