// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/row_model.h"
#include "store/job_record.h"

namespace rangedesk {

/// The jobs of the journal, the newest first, each as it really stands.
class JobRows final : public RowSource
{
public:
    enum Facet : std::uint32_t { Open = 1U << 0U, Over = 1U << 1U, Draft = 1U << 2U };

    explicit JobRows(std::vector<JobRecord> jobs) : m_jobs(std::move(jobs)) {}

    const JobRecord& job(std::uint32_t row) const { return m_jobs[row]; }

    std::size_t size() const override { return m_jobs.size(); }
    std::uint64_t key(std::uint32_t row) const override { return static_cast<std::uint64_t>(m_jobs[row].id); }
    std::uint32_t facets(std::uint32_t row) const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;

private:
    std::vector<JobRecord> m_jobs;
};

/// One column: two lines a job.
class JobModel : public RowModel
{
    Q_OBJECT
public:
    using RowModel::RowModel;

    const JobRecord& job(int row) const { return static_cast<const JobRows&>(*source()).job(sourceRow(row)); }
    /// The share of the running job that is answered; shown as a bar.
    void setRunning(std::int64_t job, double fraction, bool isPaused);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;

private:
    std::int64_t m_running = 0;
    double m_fraction = 0;
    bool m_isPaused = false;
};

/// What became of a job, in a few words: "99.6 %", "812 to go".
QString jobCaption(const JobRecord& job);
QString jobTime(const QDateTime& utc);

} // namespace rangedesk
