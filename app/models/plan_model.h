// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/import_job.h"
#include "changes/plan.h"

#include <QAbstractTableModel>
#include <memory>

namespace rangedesk {

/// What would be sent of a reviewed draft, request by request. Made in a worker.
struct ReviewedPlan
{
    std::shared_ptr<const JobOutcome> draft; ///< for the names of targets
    Batch batch;                             ///< as the person left it
    std::vector<PlannedRequest> requests;
    std::vector<std::pair<int, int>> parts; ///< of each: which of how many for its target and operation
    std::vector<bool> follows;              ///< a removal that waits for what is added to its target
    std::size_t productsPerRequest = 0;
};
std::shared_ptr<const ReviewedPlan> makeReviewedPlan(std::shared_ptr<const JobOutcome> draft,
                                                     const std::vector<RowState>& states,
                                                     std::size_t productsPerRequest);

/// The requests of a plan, each with the reason why it is one of its own.
class PlanModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Number, Target, Operation, Rows, Reason, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(std::shared_ptr<const ReviewedPlan> plan);
    /// The operation and the body of a request as it would be sent, for people to read.
    QString bodyOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVariant display(std::size_t at, Column column) const;
    QString reason(std::size_t at) const;

    std::shared_ptr<const ReviewedPlan> m_plan;
};

} // namespace rangedesk
