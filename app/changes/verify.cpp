// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/verify.h"

#include "changes/resolve.h"

#include <QCoreApplication>
#include <set>

namespace rangedesk {

namespace {

struct VerifyText
{
    Q_DECLARE_TR_FUNCTIONS(VerifyText)
};

bool isOpen(const Row& row)
{
    return row.state == RowState::Accepted && row.primary == noIndex;
}

std::vector<const Target*> openTargets(const Batch& batch)
{
    std::set<std::uint32_t> open;
    for (const Row& row : batch.rows) {
        if (isOpen(row))
            open.insert(row.target);
    }
    std::vector<const Target*> targets;
    targets.reserve(open.size());
    for (const std::uint32_t target : open)
        targets.push_back(&batch.targets[target]);
    return targets;
}

/// @returns whether another reading may show more.
bool compareOnce(Batch& batch, const Snapshot& snapshot)
{
    TargetViews views(batch, snapshot);
    bool differs = false;
    for (Row& row : batch.rows) {
        if (!isOpen(row))
            continue;
        switch (readBackOf(batch, row, snapshot, views)) {
        case ReadBack::Match:
            row.state = RowState::Verified;
            if (row.note != RowNote::LastProduct && row.note != RowNote::SharedRule)
                row.note = RowNote::None;
            break;
        case ReadBack::Differs:
            row.note = baseValue(batch, row, views) == row.base ? RowNote::NotVisible : RowNote::OtherValue;
            differs = true;
            break;
        case ReadBack::Unclear:
            break; // the note of the comparison says why
        }
    }
    return differs;
}

} // namespace

Result<void> verifyRows(Batch& batch, Snapshot& snapshot, RuleReader& reader, const QDateTime& since,
                        const JobControl& control, const ReadBackPauses& pauses)
{
    for (std::size_t attempt = 0; attempt < pauses.size(); ++attempt) {
        const std::vector<const Target*> targets = openTargets(batch);
        if (targets.empty())
            return {};
        if (!waitUnlessStopped(pauses.at(attempt), control.stop))
            return fail(ErrorKind::Interrupted, VerifyText::tr("Interrupted while reading back."));
        if (auto read = reader.readBack(snapshot, targets, since, attempt > 0); !read)
            return read;
        resolveAgain(batch, snapshot);
        if (!compareOnce(batch, snapshot))
            return {};
    }
    return {};
}

} // namespace rangedesk
