// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/column_role.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMap>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace rangedesk::ui {

/// What the values of a column become: those that occur are listed, others can be added.
class ValueMapDialog : public QDialog
{
    Q_OBJECT
public:
    ValueMapDialog(const QString& heading, const QStringList& occurring, const QMap<QString, QString>& values,
                   QWidget* parent);
    /// By what stands in the sheet; only those that become something else.
    QMap<QString, QString> values() const;

private:
    void addRow(const QString& from, const QString& to);

    QTableWidget* m_table;
};

/// A column that the sheet lacks, with one value for every row.
class ConstantDialog : public QDialog
{
    Q_OBJECT
public:
    ConstantDialog(const std::vector<ColumnRole>& roles, QWidget* parent);
    /// By the name of the role.
    QString role() const { return m_role->currentData().toString(); }
    QString value() const { return m_value->text().trimmed(); }

private:
    QComboBox* m_role;
    QLineEdit* m_value;
    QPushButton* m_ok;
};

/// The column of such a dialog below its title and a text.
QVBoxLayout* dialogColumn(QDialog* dialog, const QString& title, const QString& text);
/// Cancel, and the button that accepts: secondary left, primary right.
QPushButton* addDialogButtons(QDialog* dialog, QVBoxLayout* column, const QString& accept);

} // namespace rangedesk::ui
