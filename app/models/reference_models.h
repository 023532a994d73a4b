// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/reference_list.h"

#include <QAbstractTableModel>

namespace rangedesk {

/// The columns of a reference list, each with what it means; a person may choose another meaning. A thousand
/// at most, so rows are simply reset.
class ReferenceColumnModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Heading, Sample, Meaning, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void setColumns(std::vector<ReferenceColumn> columns);
    /// What a person chose, by heading.
    const QMap<QString, ReferenceColumn::Meaning>& chosen() const { return m_chosen; }
    void forgetChosen() { m_chosen.clear(); }
    static QString word(ReferenceColumn::Meaning meaning);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Of EditRole the number of a meaning.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void meaningChosen();

private:
    std::vector<ReferenceColumn> m_columns;
    QMap<QString, ReferenceColumn::Meaning> m_chosen;
};

/// The rows of a reference list that are refused, each with its reason. The first hundred thousand.
class ReferenceFaultModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Line, Heading, Value, Reason, Count };
    static constexpr std::size_t mostShown = 100000;

    using QAbstractTableModel::QAbstractTableModel;

    void setFaults(std::vector<ReferenceFault> faults);
    const std::vector<ReferenceFault>& faults() const { return m_faults; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<ReferenceFault> m_faults;
};

} // namespace rangedesk
