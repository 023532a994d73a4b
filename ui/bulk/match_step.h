// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "common/table_view.h"
#include "models/sheet_models.h"

#include <QComboBox>
#include <QSplitter>
#include <QStackedWidget>

namespace rangedesk::ui {

class ColumnCard;
class MatchFields;
class TemplateBox;

/// What the sheet is read as: kind, operation, encoding and delimiter with a live preview, and the columns.
class MatchStep : public QWidget
{
    Q_OBJECT
public:
    /// @param settingsFolder where column templates are kept
    MatchStep(const QString& settingsFolder, QWidget* parent);

    /// A new sheet: everything is recognised anew but the operation, which a file never changes.
    /// @param kind what it is taken for where its headings do not tell
    void openFile(const QString& path, std::optional<ChangeKind> kind = {});
    QString path() const { return m_path; }
    ImportOptions options() const { return m_options; }
    const SharedInspection& inspection() const { return m_inspection; }
    bool isInspecting() const { return m_isInspecting; }
    /// Reads no further; what is read of a file so far is dropped.
    void abandon();
    QPushButton* goOnButton() const { return m_goOn; }
    /// Corrections of cells; the sheet is read again.
    void correct(const std::vector<CellEdit>& edits);
    /// Takes the last corrections back.
    void undoCorrection();
    int correctedCells() const { return static_cast<int>(m_options.sheet.edits.size()); }
    bool canUndoCorrection() const { return !m_corrections.empty(); }
    std::vector<QWidget*> panes() const;

public Q_SLOTS:
    /// Reads the file again with the options as they are.
    void inspect();

Q_SIGNALS:
    void goOn();
    void otherFile();
    void inspected();
    void told(rangedesk::Mark mark, const QString& text);

private:
    void setTexts();
    void showInspection();
    void showColumn();
    void dropCorrectionsOfMade();
    void toggleColumn(const QModelIndex& index);
    void takeRole(const DraggedRole& dragged, int row);

    QString m_path;
    ImportOptions m_options;
    std::tuple<QString, char, Encoding, bool> m_correctedSource;
    std::vector<MadeColumn> m_correctedMade;
    std::vector<std::size_t> m_corrections; ///< how many cells each of them changed
    SharedInspection m_inspection;
    bool m_isInspecting = false;
    std::shared_ptr<std::atomic<bool>> m_abandon;
    bool m_inspectAgain = false;
    bool m_isNewFile = false;

    MatchFields* m_fields;
    TemplateBox* m_template;
    ColumnCard* m_card;
    QLabel* m_columnsTitle = nullptr;
    QLabel* m_columnsCaption = nullptr;
    ColumnModel* m_columnModel;
    TableView* m_columns = nullptr;
    QLabel* m_previewTitle = nullptr;
    QLabel* m_previewCaption = nullptr;
    SheetPreviewModel* m_previewModel;
    TableView* m_preview = nullptr;
    QStackedWidget* m_tables; ///< or, where there is nothing to show, why
    StatePanel* m_broken;
    Note* m_problem;
    QVBoxLayout* m_notes;
    QPushButton* m_other;
    QPushButton* m_goOn;
};

} // namespace rangedesk::ui
