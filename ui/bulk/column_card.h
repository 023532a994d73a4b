// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheet_models.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

namespace rangedesk::ui {

/// One column of a sheet and what a person decides of it: its meaning, what empty cells and other values
/// become, whether it is ignored; and columns that are added with one value for all rows.
class ColumnCard : public QWidget
{
    Q_OBJECT
public:
    /// @param options are changed in place
    ColumnCard(ImportOptions& options, QWidget* parent);

    /// @param column of the inspection, -1 for none
    void showColumn(const SharedInspection& inspection, int column, const QString& explanation);

Q_SIGNALS:
    /// The options are others: the sheet is to be read again.
    void changed();

private:
    void setTexts();
    void showMeaning();
    void assign(int at);
    void toggleIgnored();
    void setDefault();
    void editValues();
    void addConstant();
    void addMade();
    const ColumnLook* look() const;

    ImportOptions& m_options;
    SharedInspection m_inspection;
    int m_column = -1;
    QString m_explanation;
    QLabel* m_caption;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_roleName;
    QComboBox* m_role;
    QLabel* m_emptyName;
    QLineEdit* m_empty;
    QPushButton* m_values;
    QPushButton* m_ignore;
    QPushButton* m_add;
    QPushButton* m_make;
    QLabel* m_freeTitle;
    QListView* m_free; ///< fields to drag to a column
    FreeRoleModel* m_freeModel;
};

/// Takes a column away that was made or added. @returns false where it is one of the file
bool takeAwayAdded(SheetOptions& options, const ColumnLook& column);

/// What no column of the sheet tells, of all that such a sheet could.
std::vector<ColumnRole> freeRoles(const SheetInspection& inspection, ChangeKind kind);

/// What a column of such a sheet can be read as.
std::vector<ColumnRole> rolesFor(ChangeKind kind);

} // namespace rangedesk::ui
