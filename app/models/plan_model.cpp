// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan_model.h"

#include "core/text.h"
#include "openapi/encode.h"

#include <QJsonDocument>
#include <map>
#include <set>

namespace rangedesk {

std::shared_ptr<const ReviewedPlan> makeReviewedPlan(std::shared_ptr<const JobOutcome> draft,
                                                     const std::vector<RowState>& states,
                                                     std::size_t productsPerRequest)
{
    auto plan = std::make_shared<ReviewedPlan>();
    plan->batch = draft->batch;
    for (std::size_t i = 0; i < plan->batch.rows.size() && i < states.size(); ++i)
        plan->batch.rows[i].state = states[i];
    plan->draft = std::move(draft);
    plan->productsPerRequest = productsPerRequest;
    plan->requests = planRequests(plan->batch, productsPerRequest);
    std::map<std::pair<std::uint32_t, ChangeType>, int> total;
    std::set<std::uint32_t> added;
    for (const PlannedRequest& request : plan->requests) {
        ++total[{request.target, request.type}];
        if (request.type == ChangeType::Upsert)
            added.insert(request.target);
    }
    std::map<std::pair<std::uint32_t, ChangeType>, int> met;
    for (const PlannedRequest& request : plan->requests) {
        const std::pair key{request.target, request.type};
        plan->parts.emplace_back(++met[key], total[key]);
        plan->follows.push_back(request.type == ChangeType::Delete && added.contains(request.target));
    }
    return plan;
}

void PlanModel::setPlan(std::shared_ptr<const ReviewedPlan> plan)
{
    beginResetModel();
    m_plan = std::move(plan);
    endResetModel();
}

int PlanModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_plan ? 0 : static_cast<int>(m_plan->requests.size());
}

int PlanModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    const bool isFigure = column == Column::Number || column == Column::Rows;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Number:
        return tr("Request");
    case Column::Target:
        return tr("Target");
    case Column::Operation:
        return tr("Operation");
    case Column::Rows:
        return tr("Rows");
    case Column::Reason:
        return tr("Why it is one request");
    case Column::Count:
        break;
    }
    return {};
}

QString PlanModel::reason(std::size_t at) const
{
    const PlannedRequest& request = m_plan->requests[at];
    const auto [part, parts] = m_plan->parts[at];
    if (m_plan->batch.kind == ChangeKind::Campaigns)
        return tr("An update replaces the whole campaign, so each goes alone, with all its fields.");
    QStringList why;
    if (m_plan->batch.kind == ChangeKind::Registrations)
        why << tr("Customers of one campaign with the same time and merchant information.");
    else if (request.type == ChangeType::Clear)
        why << tr("Clearing takes everything of one target.");
    else if (m_plan->follows[at])
        why << tr(
            "Removals go after what is added to the same target, so that it is never empty in between.");
    else
        why << tr("All rows of one target with one operation.");
    if (parts > 1 && m_plan->batch.kind != ChangeKind::Registrations)
        why << tr("Part %1 of %2: a request holds %3 products at most.")
                   .arg(part)
                   .arg(parts)
                   .arg(m_plan->productsPerRequest);
    return why.join(QLatin1Char(' '));
}

QVariant PlanModel::display(std::size_t at, Column column) const
{
    const PlannedRequest& request = m_plan->requests[at];
    switch (column) {
    case Column::Number:
        return static_cast<int>(at) + 1;
    case Column::Target: {
        const std::vector<std::string>& names = m_plan->draft->labels.targets;
        return request.target < names.size()
                   ? toQString(names[request.target]).replace(QLatin1Char(labelSeparator), tr(" & "))
                   : QString();
    }
    case Column::Operation:
        return toQString(operationName(writeOperation(m_plan->batch.kind, request.type)));
    case Column::Rows:
        return static_cast<int>(request.rows.size());
    case Column::Reason:
        return reason(at);
    case Column::Count:
        break;
    }
    return {};
}

QVariant PlanModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return display(static_cast<std::size_t>(index.row()), static_cast<Column>(index.column()));
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    return {};
}

QString PlanModel::bodyOf(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const PlannedRequest& request = m_plan->requests[static_cast<std::size_t>(row)];
    const WireRequest wire = wireRequest(m_plan->batch, request);
    const QJsonDocument body = QJsonDocument::fromJson(QByteArray::fromStdString(encodeBody(wire)));
    return QStringLiteral("%1\n\nPOST %2\n\n%3")
        .arg(reason(static_cast<std::size_t>(row)), toQString(operationPath(wire.operation)),
             QString::fromUtf8(body.toJson(QJsonDocument::Indented)));
}

} // namespace rangedesk
