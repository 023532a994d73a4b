// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/verify.h"

#include "changes/resolve.h"
#include "core/text.h"

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
            if (row.note != RowNote::LastProduct && row.note != RowNote::SharedRule &&
                row.note != RowNote::NotInSheet)
                row.note = RowNote::None;
            break;
        case ReadBack::Differs:
            row.note = baseValue(batch, row, views) == row.base ? RowNote::NotVisible : RowNote::OtherValue;
            differs = true;
            break;
        case ReadBack::Beside:
            row.note = RowNote::BesideOthers;
            break;
        case ReadBack::Unclear:
            // The note of the comparison says why; a value that nothing named may be named a little later.
            // A registration sent once more, of which one stood beside another before, has no such note.
            if (const BaseValue now = baseValue(batch, row, views); batch.kind == ChangeKind::Registrations &&
                                                                    row.note == RowNote::None &&
                                                                    now.present && now.conflicting)
                row.note = RowNote::BesideOthers;
            differs = differs || !batch.targets[row.target].comparable;
            break;
        }
    }
    return differs;
}

/// The other customers of shared rules (decisions 11), as targets to be read.
std::vector<Target> otherCustomers(const Batch& batch, const Snapshot& snapshot)
{
    std::set<std::string> ids;
    for (const Row& row : batch.rows) {
        if (row.state == RowState::Accepted && row.note == RowNote::SharedRule)
            snapshot.collectSharers(batch.targets[row.target].key, ids);
    }
    std::vector<Target> others;
    for (const std::string& id : ids) {
        Target other;
        other.key = id;
        other.customer = {SelectBy::Id, id};
        others.push_back(std::move(other));
    }
    return others;
}

/// Says where a change to one customer shows at others.
void warnOfSharers(Batch& batch, const Snapshot& snapshot, const std::vector<Target>& others)
{
    QStringList names;
    for (const Target& other : others) {
        const TargetView view(snapshot, other.key);
        const bool changed = std::any_of(batch.rows.begin(), batch.rows.end(), [&](const Row& row) {
            if (row.state != RowState::Verified || row.note != RowNote::SharedRule)
                return false;
            if (row.type == ChangeType::Clear)
                return !view.exists();
            const Presence seen = view.find(batch.products[row.product]);
            const bool listed = seen.kind == Presence::Kind::Listed;
            return row.type == ChangeType::Delete
                       ? !listed
                       : listed && seen.mustSell == row.sentMustSell() && seen.isNew == row.sentIsNew();
        });
        const Snapshot::Label* label = snapshot.customerLabel(other.key);
        if (changed)
            names << toQString(label != nullptr ? label->code : other.key);
    }
    if (!names.isEmpty())
        batch.warnings.push_back({Warning::Kind::SharedChanged, names});
}

} // namespace

Result<void> verifyRows(Batch& batch, Snapshot& snapshot, BatchReader& reader, const QDateTime& since,
                        const JobControl& control, const ReadBackPauses& pauses)
{
    const std::vector<Target> others = otherCustomers(batch, snapshot);
    for (std::size_t attempt = 0; attempt < pauses.size(); ++attempt) {
        std::vector<const Target*> targets = openTargets(batch);
        if (targets.empty())
            return {};
        for (const Target& other : others)
            targets.push_back(&other);
        if (!waitUnlessStopped(pauses.at(attempt), control.stop))
            return fail(ErrorKind::Interrupted, VerifyText::tr("Interrupted while reading back."));
        if (auto read = reader.readBack(snapshot, targets, since, attempt > 0); !read)
            return read;
        resolveAgain(batch, snapshot);
        if (!compareOnce(batch, snapshot))
            break;
    }
    warnOfSharers(batch, snapshot, others);
    return {};
}

} // namespace rangedesk
