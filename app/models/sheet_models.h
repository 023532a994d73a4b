// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sheet_inspection.h"

#include <QAbstractTableModel>
#include <QMimeData>

namespace rangedesk {

using SharedInspection = std::shared_ptr<const SheetInspection>;

/// What is dragged where a meaning is given to a column: the name of a role, and the heading that it comes
/// from, empty where no column has it.
struct DraggedRole
{
    QString role;
    QString from;

    static QString mimeType();
    QMimeData* toMime() const;
    static std::optional<DraggedRole> of(const QMimeData* mime);
};

/// The columns of a sheet with what each was recognised as. A thousand at most, so rows are simply reset. The
/// meaning of a column can be dragged to another one.
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
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override { return {DraggedRole::mimeType()}; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(const QMimeData* mime, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* mime, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    /// The column at @p row is to mean what was dragged.
    void roleDropped(const rangedesk::DraggedRole& dragged, int row);

private:
    QVariant display(int row, Column column) const;
    bool canTakeRole(int row) const;

    SharedInspection m_inspection;
};

/// What a sheet could tell and does not: to be dragged to a column.
class FreeRoleModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRoles(std::vector<ColumnRole> roles);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override { return {DraggedRole::mimeType()}; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    std::vector<ColumnRole> m_roles;
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
