// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/row_model.h"
#include "models/rule_rows.h"
#include "rules/health.h"

namespace rangedesk {

/// What is odd about the rules, a finding a row. Facets are the problems, one bit each, and Proposed.
class HealthRows final : public RowSource
{
public:
    static constexpr std::uint32_t Proposed = 1U << 16U;
    static constexpr std::uint32_t facetOf(HealthProblem problem)
    {
        return 1U << static_cast<std::uint32_t>(problem);
    }

    /// @param rules kept alive by this; drafts among them are passed over. Takes a while: call it in a
    /// worker.
    HealthRows(std::shared_ptr<const RuleRows> rules, const HealthQuestion& question);

    const HealthFinding& finding(std::uint32_t row) const { return m_findings[row]; }
    /// The rule of a finding, and the one it was compared with, as rows of the rules.
    std::uint32_t ruleRow(std::uint32_t row) const { return m_ruleRows[m_findings[row].rule]; }
    std::optional<std::uint32_t> otherRow(std::uint32_t row) const;
    const RuleRows& rules() const { return *m_rules; }
    std::int64_t count(HealthProblem problem) const;
    std::int64_t proposed() const { return m_proposed; }
    /// Rules that were looked at.
    std::size_t looked() const { return m_ruleRows.size(); }

    std::size_t size() const override { return m_findings.size(); }
    std::uint64_t key(std::uint32_t row) const override;
    std::uint32_t facets(std::uint32_t row) const override;
    std::vector<std::uint32_t> facetGroups() const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    std::shared_ptr<const RuleRows> m_rules;
    std::vector<std::uint32_t> m_ruleRows;
    std::vector<HealthFinding> m_findings;
    std::array<std::int64_t, static_cast<std::size_t>(HealthProblem::Count)> m_counts{};
    std::int64_t m_proposed = 0;
};

class HealthModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Problem, Rule, Products, Other, Proposal, Count };

    using RowModel::RowModel;

    std::shared_ptr<const HealthRows> rows() const
    {
        return std::static_pointer_cast<const HealthRows>(source());
    }
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;
};

} // namespace rangedesk
