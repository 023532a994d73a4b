// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/condition_tree_model.h"

#include <QMimeData>
#include <QStandardItemModel>

namespace rangedesk::ui {

/// The number of a dimension in the list.
inline constexpr int dimensionRole = Qt::UserRole + 100;

/// The dimensions that can be dragged into the tree.
class DimensionModel : public QStandardItemModel
{
public:
    using QStandardItemModel::QStandardItemModel;

    QStringList mimeTypes() const override { return {QLatin1String(ConditionTreeModel::dimensionMime)}; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override
    {
        if (indexes.isEmpty())
            return nullptr;
        auto* data = new QMimeData;
        data->setData(QLatin1String(ConditionTreeModel::dimensionMime),
                      QByteArray::number(indexes.first().data(dimensionRole).toInt()));
        return data;
    }
};

} // namespace rangedesk::ui
