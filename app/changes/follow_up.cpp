// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/follow_up.h"

#include "changes/change_rows.h"
#include "changes/check.h"
#include "changes/job_files.h"

#include <QCoreApplication>
#include <deque>
#include <set>

namespace rangedesk {

namespace {

struct FollowUpText
{
    Q_DECLARE_TR_FUNCTIONS(FollowUpText)
};

constexpr std::size_t mostListedLines = 100;

Flag flagOf(bool value)
{
    return value ? Flag::Yes : Flag::No;
}

Result<FollowUp> followUpOf(const JobOutcome& job, const std::vector<ChangeRow>& rows)
{
    return setOfChanges(job.batch.kind, rows, job.job.file);
}

} // namespace

Result<FollowUp> setOfChanges(ChangeKind kind, const std::vector<ChangeRow>& rows, const QString& name)
{
    FollowUp set;
    set.options.kind = kind;
    set.options.operation = choiceOfChanges(kind);
    set.file.path = name;
    set.file.isMade = true;
    set.file.hash = QStringLiteral("made"); // of no file
    Sheet sheet = sheetOfChanges(kind, rows, false);
    auto batch = checkSheet(std::move(sheet), kind, set.options.operation);
    if (!batch)
        return tl::unexpected(batch.error());
    set.file.batch = std::move(*batch);
    return set;
}

namespace {

/// A job that can still be resumed would send again what its undo took back.
Result<void> checkOver(const JobRecord& job)
{
    if (job.state == JobState::Done || job.state == JobState::Cancelled)
        return {};
    return fail(ErrorKind::Usage, FollowUpText::tr("Job %1 is not over.").arg(job.id),
                FollowUpText::tr("Resume it first: that settles what was under way."));
}

/// Whether the row may have changed the server.
bool mayHaveChanged(const Row& row)
{
    return row.state == RowState::Accepted || row.state == RowState::Verified ||
           row.state == RowState::Unknown;
}

class UndoMaker
{
public:
    UndoMaker(const JobOutcome& job, const ClearedProducts& cleared, UndoSummary& summary)
        : m_job(job), m_cleared(cleared), m_summary(summary)
    {}

    void add(std::uint32_t index)
    {
        const Row& row = m_job.batch.rows[index];
        if (row.primary != noIndex || !mayHaveChanged(row))
            return;
        if (row.type == ChangeType::Clear) {
            addCleared(index, row);
            return;
        }
        if (isOfCampaigns(m_job.batch.kind)) {
            addCampaign(index, row);
            return;
        }
        if (!row.base.known || (row.base.cutShort && row.type != ChangeType::Upsert)) {
            cannot(row);
            return;
        }
        ChangeRow change = changeOf(m_job.batch, row);
        // What the job left behind.
        change.expected.known = true;
        if (row.type == ChangeType::Upsert) {
            change.expected.present = true;
            change.expected.mustSell = row.sentMustSell();
            change.expected.isNew = row.sentIsNew();
        }
        change.type = row.base.present ? ChangeType::Upsert : ChangeType::Delete;
        change.mustSell = row.base.present ? flagOf(row.base.mustSell) : Flag::Keep;
        change.isNew = row.base.present ? flagOf(row.base.isNew) : Flag::Keep;
        if (row.type == ChangeType::Delete && !row.base.present)
            return; // it removed nothing
        const bool isPartly = row.base.conflicting || row.base.oneSupplier || row.base.cutShort;
        ++(isPartly ? m_summary.partly : m_summary.exact);
        m_rows.push_back(std::move(change));
    }

    std::vector<ChangeRow>& rows() { return m_rows; }

private:
    void cannot(const Row& row)
    {
        ++m_summary.impossible;
        if (m_summary.impossibleLines.size() < mostListedLines)
            m_summary.impossibleLines.push_back(row.line);
    }

    void addCleared(std::uint32_t index, const Row& row)
    {
        const auto kept = m_cleared.find(index);
        if (kept == m_cleared.end() || kept->second.empty() || row.base.cutShort) {
            cannot(row);
            return;
        }
        bool isPartly = false;
        for (const ClearedProduct& product : kept->second) {
            ChangeRow change = changeOf(m_job.batch, row);
            change.type = ChangeType::Upsert;
            const TypedCell& cell =
                m_clearedCells.emplace_back(TypedCell{Dimension::Department, SelectBy::Id, -1, product.id});
            change.product = std::span(&cell, 1);
            change.mustSell = flagOf(product.mustSell);
            change.isNew = flagOf(product.isNew);
            change.expected.known = true;
            isPartly = isPartly || product.oneSupplier;
            m_rows.push_back(std::move(change));
        }
        ++(isPartly ? m_summary.partly : m_summary.exact);
    }

    /// A campaign gets back what it held; one that was created cannot go again, it is ended. A registration
    /// cannot be taken back.
    void addCampaign(std::uint32_t index, const Row& row)
    {
        const bool known = m_job.batch.kind == ChangeKind::Campaigns && row.base.known;
        if (!known || (row.base.present && !m_job.batch.campaigns[index].base)) {
            cannot(row);
            return;
        }
        const CampaignRow& done = m_job.batch.campaigns[index];
        CampaignRow undone;
        undone.mode = CampaignRow::Mode::ChangeOnly;
        if (!row.base.present) {
            undone.wish = done.wish; // whole, also where the query shows less of it
            undone.wish[CampaignField::Status] = "3";
            undone.expected = done.wish;
            ++m_summary.partly;
            ++m_summary.ended;
        } else {
            const CampaignWish changed = differences(done.wish, *done.base);
            undone.wish = baseOf(changed, *done.base);
            undone.expected = changed;
            const std::size_t restored = countOf(undone.wish);
            keepRetyped(done.wish, *done.base, undone.wish);
            if (restored == 0) {
                cannot(row);
                return;
            }
            // What the query had cut, or did not tell, cannot be put back.
            const bool isWhole = restored >= countOf(changed);
            ++(isWhole ? m_summary.exact : m_summary.partly);
            m_summary.cut += isWhole ? 0 : 1;
        }
        ChangeRow change = changeOf(m_job.batch, row);
        change.campaign = std::make_shared<CampaignRow>(std::move(undone));
        m_rows.push_back(std::move(change));
    }

    const JobOutcome& m_job;
    const ClearedProducts& m_cleared;
    UndoSummary& m_summary;
    std::vector<ChangeRow> m_rows;
    std::deque<TypedCell> m_clearedCells; ///< of products that clearings took
};

} // namespace

Result<FollowUp> undoOf(const JobOutcome& job, const ClearedProducts& cleared,
                        const std::vector<std::uint32_t>& rows)
{
    UndoSummary summary;
    UndoMaker maker(job, cleared, summary);
    if (rows.empty()) {
        for (std::uint32_t i = 0; i < job.batch.rows.size(); ++i)
            maker.add(i);
    } else {
        std::set<std::uint32_t> wanted; // a repeat stands for the row it repeats
        for (const std::uint32_t row : rows)
            wanted.insert(job.batch.rows[row].primary == noIndex ? row : job.batch.rows[row].primary);
        for (const std::uint32_t row : wanted)
            maker.add(row);
    }
    if (maker.rows().empty())
        return fail(
            ErrorKind::Usage,
            job.batch.kind == ChangeKind::Registrations
                ? FollowUpText::tr("The platform cannot take registrations back, so job %1 cannot be undone.")
                      .arg(job.job.id)
            : summary.impossible > 0
                ? FollowUpText::tr("Nothing of job %1 can be undone: what was there before is not known.")
                      .arg(job.job.id)
                : FollowUpText::tr("Job %1 changed nothing that could be undone.").arg(job.job.id));
    auto set = followUpOf(job, maker.rows());
    if (set) {
        set->options.undoes = job.job.id;
        set->options.undo = summary;
    }
    return set;
}

Result<FollowUp> retryOf(const JobOutcome& job)
{
    // Rows that were sent for a reason that may be gone (only new ones, the desired state) say so.
    const OperationChoice choice = job.batch.operation;
    const bool keepsBase = choice == OperationChoice::InsertOnly || choice == OperationChoice::ChangeOnly ||
                           choice == OperationChoice::Exact;
    std::vector<ChangeRow> rows;
    for (const Row& row : job.batch.rows) {
        // A registration whose fate is open may be there: it is never repeated (decisions 14).
        const bool isOpen = row.state == RowState::Unknown && job.batch.kind != ChangeKind::Registrations;
        // Held again, for a person to decide with what the server holds by then (decisions 18).
        const bool isMoved =
            row.state == RowState::Held && row.note == RowNote::ChangedMeanwhile && row.base.known;
        const bool isWanted =
            row.state == RowState::Failed || isOpen || isMoved || row.state == RowState::NotSent;
        if (!isWanted || row.primary != noIndex)
            continue;
        rows.push_back(changeOf(job.batch, row));
        if (keepsBase || isMoved || (!job.batch.expected.empty() && row.base.known))
            rows.back().expected = row.base;
        if (const CampaignRow* moved = rows.back().campaign.get(); isMoved && moved && !moved->expected) {
            CampaignRow expecting = *moved;
            expecting.expectsAbsent = !row.base.present;
            if (row.base.present && moved->base)
                expecting.expected = baseOf(moved->wish, *moved->base);
            rows.back().campaign = std::make_shared<CampaignRow>(std::move(expecting));
        }
    }
    if (rows.empty())
        return fail(ErrorKind::Usage,
                    FollowUpText::tr("Job %1 has no rows that failed, are unknown or were not sent.")
                        .arg(job.job.id));
    auto set = followUpOf(job, rows);
    if (set)
        set->options.retries = job.job.id;
    return set;
}

Result<FollowUp> undoOf(JobRecord job, const std::vector<std::uint32_t>& rows, const DataDirectory& data,
                        Journal& journal)
{
    if (auto over = checkOver(job); !over)
        return tl::unexpected(over.error());
    auto cleared = loadCleared(job.key, data);
    if (!cleared)
        return tl::unexpected(cleared.error());
    auto outcome = loadJob(std::move(job), data, journal);
    if (!outcome)
        return tl::unexpected(outcome.error());
    return undoOf(*outcome, *cleared, rows);
}

Result<FollowUp> retryOf(JobRecord job, const DataDirectory& data, Journal& journal)
{
    if (auto over = checkOver(job); !over)
        return tl::unexpected(over.error());
    auto outcome = loadJob(std::move(job), data, journal);
    if (!outcome)
        return tl::unexpected(outcome.error());
    return retryOf(*outcome);
}

} // namespace rangedesk
