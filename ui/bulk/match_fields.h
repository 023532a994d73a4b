// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheet_models.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>

namespace rangedesk::ui {

/// How a sheet is read: kind and operation; of text its encoding and delimiter, of a workbook which sheet and
/// whether hidden rows are left out.
class MatchFields : public QFrame
{
    Q_OBJECT
public:
    /// @param options are changed in place
    /// @param last stands behind the fields
    MatchFields(ImportOptions& options, QWidget* last, QWidget* parent);

    /// Fields and figures for a sheet as it was read; nullptr while there is none.
    void showInspection(const SheetInspection* inspection);
    void showReading();
    void showSize(bool visible) { m_size->setVisible(visible); }
    QWidget* firstField() const { return m_kind; }
    QString operationText(OperationChoice choice) const;

Q_SIGNALS:
    void changed();

private:
    void setTexts();
    void offerOperations();
    QWidget* addField(QLayout* line, QWidget* field);

    ImportOptions& m_options;
    std::vector<QLabel*> m_names;
    QComboBox* m_kind;
    QComboBox* m_operation;
    QComboBox* m_sheet;
    QCheckBox* m_skipHidden;
    QComboBox* m_encoding;
    QButtonGroup* m_delimiters;
    QWidget* m_sheetBox;
    QWidget* m_hiddenBox;
    QWidget* m_encodingBox;
    QWidget* m_delimiterBox;
    QLabel* m_size;
};

} // namespace rangedesk::ui
