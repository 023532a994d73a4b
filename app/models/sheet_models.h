// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sheet_inspection.h"

#include <QAbstractTableModel>

namespace rangedesk {

using SharedInspection = std::shared_ptr<const SheetInspection>;

/// The columns of a sheet with what each was recognised as. A thousand at most, so rows are simply reset.
class ColumnModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Letter, Heading, Samples, Field, State, Explanation, Count };
    enum class ColumnState : std::uint8_t { Matched, Ignored, Unknown, Empty };

    using QAbstractTableModel::QAbstractTableModel;

    void setInspection(SharedInspection inspection);
    const ColumnLook& look(int row) const { return m_inspection->columns[static_cast<std::size_t>(row)]; }
    static ColumnState stateOf(const ColumnLook& look);
    int count(ColumnState state) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVariant display(int row, Column column) const;

    SharedInspection m_inspection;
};

/// The first rows of a sheet as they were read: exactly what will be sent, nothing is guessed.
class SheetPreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setInspection(SharedInspection inspection);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    SharedInspection m_inspection;
};

/// What a column means, in words: "Department code".
QString roleWord(const ColumnRole& role);
/// A, B, … Z, AA, as spreadsheets count columns.
QString columnLetter(int column);

} // namespace rangedesk
