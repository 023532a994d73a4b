// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/health_rows.h"

#include "core/text.h"
#include "models/mark.h"
#include "models/roles.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct HealthText
{
    Q_DECLARE_TR_FUNCTIONS(HealthText)
};

} // namespace

HealthRows::HealthRows(std::shared_ptr<const RuleRows> rules, const HealthQuestion& question)
    : m_rules(std::move(rules))
{
    std::vector<const SaleRule*> looked;
    for (std::uint32_t row = 0; row < m_rules->size(); ++row) {
        if (m_rules->isDraft(row) || m_rules->rule(row).isDeleted())
            continue;
        looked.push_back(&m_rules->rule(row));
        m_ruleRows.push_back(row);
    }
    m_findings = checkHealth(looked, question);
    for (const HealthFinding& finding : m_findings) {
        ++m_counts.at(static_cast<std::size_t>(finding.problem));
        m_proposed += finding.remedy != HealthRemedy::None ? 1 : 0;
    }
}

std::optional<std::uint32_t> HealthRows::otherRow(std::uint32_t row) const
{
    const auto other = m_findings[row].other;
    return other ? std::optional(m_ruleRows[*other]) : std::nullopt;
}

std::int64_t HealthRows::count(HealthProblem problem) const
{
    return m_counts.at(static_cast<std::size_t>(problem));
}

std::uint64_t HealthRows::key(std::uint32_t row) const
{
    return m_rules->key(ruleRow(row)) * static_cast<std::uint64_t>(HealthProblem::Count) +
           static_cast<std::uint64_t>(m_findings[row].problem);
}

std::uint32_t HealthRows::facets(std::uint32_t row) const
{
    const HealthFinding& one = m_findings[row];
    return facetOf(one.problem) | (one.remedy != HealthRemedy::None ? Proposed : 0U);
}

std::vector<std::uint32_t> HealthRows::facetGroups() const
{
    return {Proposed, ~Proposed};
}

RowSource::Matcher HealthRows::matcher(const std::string& word) const
{
    return [this, word, ofRule = m_rules->matcher(word)](std::uint32_t row) {
        const auto other = otherRow(row);
        return ofRule(ruleRow(row)) || (other && ofRule(*other));
    };
}

std::string HealthRows::sortKey(std::uint32_t row, int column) const
{
    const HealthFinding& one = m_findings[row];
    switch (static_cast<HealthModel::Column>(column)) {
    case HealthModel::Column::Problem:
        return numberKey(static_cast<std::int64_t>(one.problem));
    case HealthModel::Column::Rule:
        return textKey(toUtf8(m_rules->sentence(ruleRow(row))));
    case HealthModel::Column::Products:
        return numberKey(one.listed);
    case HealthModel::Column::Other: {
        const auto other = otherRow(row);
        return other ? textKey(toUtf8(m_rules->sentence(*other))) : std::string();
    }
    case HealthModel::Column::Proposal:
        return textKey(toUtf8(proposal(one)));
    case HealthModel::Column::Count:
        break;
    }
    return {};
}

int HealthModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant HealthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant((column == Column::Products ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Problem:
        return HealthText::tr("Finding");
    case Column::Rule:
        return HealthText::tr("Rule");
    case Column::Products:
        return HealthText::tr("Products");
    case Column::Other:
        return HealthText::tr("Compared with");
    case Column::Proposal:
        return HealthText::tr("Proposal");
    case Column::Count:
        break;
    }
    return {};
}

QVariant HealthModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const HealthFinding& one = rows()->finding(row);
    if (role == MarkRole)
        return static_cast<int>(Mark::Warning);
    if (role == FadedRole)
        return one.remedy == HealthRemedy::None;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (static_cast<Column>(columnIndex)) {
    case Column::Problem:
        return describe(one.problem);
    case Column::Rule:
        return rows()->rules().sentence(rows()->ruleRow(row));
    case Column::Products:
        return QVariant::fromValue(one.listed);
    case Column::Other: {
        const auto other = rows()->otherRow(row);
        return other ? rows()->rules().sentence(*other) : QString();
    }
    case Column::Proposal:
        return proposal(one);
    case Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
