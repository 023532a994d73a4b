// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "common/table_view.h"
#include "models/sheet_models.h"

#include <QComboBox>
#include <QSplitter>
#include <QStackedWidget>

namespace rangedesk::ui {

class MatchFields;

/// What the sheet is read as: kind, operation, encoding and delimiter with a live preview, and the columns.
class MatchStep : public QWidget
{
    Q_OBJECT
public:
    explicit MatchStep(QWidget* parent);

    /// A new sheet: everything is recognised anew but the operation, which a file never changes.
    void openFile(const QString& path);
    QString path() const { return m_path; }
    ImportOptions options() const { return m_options; }
    const SharedInspection& inspection() const { return m_inspection; }
    bool isInspecting() const { return m_isInspecting; }
    /// Reads no further; what is read of a file so far is dropped.
    void abandon();
    QPushButton* goOnButton() const { return m_goOn; }
    std::vector<QWidget*> panes() const;

public Q_SLOTS:
    /// Reads the file again with the options as they are.
    void inspect();

Q_SIGNALS:
    void goOn();
    void otherFile();
    void inspected();

private:
    void setTexts();
    void showInspection();
    void showColumn();
    void toggleColumn(const QModelIndex& index);
    void showRole(const ColumnLook& look);
    void assignRole(int at);

    QString m_path;
    ImportOptions m_options;
    SharedInspection m_inspection;
    bool m_isInspecting = false;
    std::shared_ptr<std::atomic<bool>> m_abandon;
    bool m_inspectAgain = false;
    bool m_isNewFile = false;

    MatchFields* m_fields;
    QLabel* m_columnsTitle = nullptr;
    QLabel* m_columnsCaption = nullptr;
    ColumnModel* m_columnModel;
    TableView* m_columns = nullptr;
    QLabel* m_previewTitle = nullptr;
    QLabel* m_previewCaption = nullptr;
    SheetPreviewModel* m_previewModel;
    TableView* m_preview = nullptr;
    QLabel* m_currentCaption;
    QLabel* m_currentTitle;
    QLabel* m_currentText;
    QLabel* m_roleName;
    QComboBox* m_role;
    QPushButton* m_ignore;
    QStackedWidget* m_tables; ///< or, where there is nothing to show, why
    StatePanel* m_broken;
    Note* m_problem;
    QVBoxLayout* m_notes;
    QPushButton* m_other;
    QPushButton* m_goOn;
};

} // namespace rangedesk::ui
