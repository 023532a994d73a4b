// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheet_models.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>

namespace rangedesk::ui {

/// A column that is made of others: a part of one, or several joined; with what comes of the first rows.
class MadeColumnDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param roles that it can be read as; those that another column of the sheet has are left out, but for
    ///        what @p column means itself
    /// @param column that it is likely made of
    MadeColumnDialog(SharedInspection inspection, const std::vector<ColumnRole>& roles, int column,
                     QWidget* parent);

    MadeColumn made() const;

private:
    void fillRoles(const std::vector<ColumnRole>& roles, int column);
    QWidget* makeSplit(int column);
    QWidget* makeJoin(int column);
    void guessSeparator();
    void showResult();
    std::vector<int> sources() const;

    SharedInspection m_inspection;
    QComboBox* m_role = nullptr;
    QRadioButton* m_isPart = nullptr;
    QRadioButton* m_isJoined = nullptr;
    QWidget* m_split = nullptr;
    QWidget* m_join = nullptr;
    QComboBox* m_column = nullptr;
    QComboBox* m_part = nullptr;
    QLineEdit* m_separator = nullptr;
    QListWidget* m_columns = nullptr;
    QLineEdit* m_glue = nullptr;
    QLabel* m_result = nullptr;
    QPushButton* m_ok = nullptr;
};

} // namespace rangedesk::ui
