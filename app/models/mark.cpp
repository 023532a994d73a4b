// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mark.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct MarkText
{
    Q_DECLARE_TR_FUNCTIONS(MarkText)
};

Mark markOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::None:
        return Mark::Waiting;
    case Comparison::New:
        return Mark::Added;
    case Comparison::Changed:
        return Mark::Changed;
    case Comparison::Same:
    case Comparison::NothingToRemove:
        return Mark::Same;
    case Comparison::Removed:
        return Mark::Removed;
    case Comparison::NotComparable:
        return Mark::Warning;
    }
    return Mark::None;
}

} // namespace

Mark markOf(const Row& row, RowState state)
{
    switch (state) {
    case RowState::Checked:
        return Mark::Accepted;
    case RowState::Refused:
    case RowState::Rejected:
        return Mark::Refused;
    case RowState::Excluded:
        return Mark::Excluded;
    case RowState::Unchanged:
        return Mark::Same;
    case RowState::Held:
    case RowState::Failed:
        return Mark::Warning;
    case RowState::NotSent:
        return markOf(row.comparison);
    case RowState::Accepted:
        return Mark::Accepted;
    case RowState::Verified:
        return Mark::Verified;
    case RowState::Unknown:
        return Mark::Unknown;
    }
    return Mark::None;
}

Mark markOf(RequestState state)
{
    switch (state) {
    case RequestState::Intended:
        return Mark::Sending;
    case RequestState::Accepted:
        return Mark::Accepted;
    case RequestState::Rejected:
        return Mark::Refused;
    case RequestState::NotLeft:
    case RequestState::NotApplied:
        return Mark::Warning;
    case RequestState::Unknown:
        return Mark::Unknown;
    case RequestState::Applied:
        return Mark::Verified;
    }
    return Mark::None;
}

Mark markOf(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return Mark::Waiting;
    case JobState::Running:
        return Mark::Sending;
    case JobState::Paused:
    case JobState::Interrupted:
        return Mark::Paused;
    case JobState::Done:
        return Mark::Verified;
    case JobState::Cancelled:
        return Mark::Ended;
    case JobState::Draft:
        return Mark::Changed;
    }
    return Mark::None;
}

QString reviewWord(const Row& row, RowState state)
{
    switch (state) {
    case RowState::Refused:
        return MarkText::tr("Refused");
    case RowState::Excluded:
        return MarkText::tr("Excluded");
    case RowState::Held:
        return MarkText::tr("Held");
    case RowState::Checked:
        return MarkText::tr("In order");
    case RowState::Unchanged:
        return MarkText::tr("Same");
    case RowState::NotSent:
    case RowState::Accepted:
    case RowState::Verified:
    case RowState::Rejected:
    case RowState::Failed:
    case RowState::Unknown:
        break;
    }
    switch (row.comparison) {
    case Comparison::None:
        return MarkText::tr("In order");
    case Comparison::New:
        return MarkText::tr("Added");
    case Comparison::Changed:
        return MarkText::tr("Changed");
    case Comparison::Same:
    case Comparison::NothingToRemove:
        return MarkText::tr("Same");
    case Comparison::Removed:
        return MarkText::tr("Removed");
    case Comparison::NotComparable:
        return MarkText::tr("Not compared");
    }
    return {};
}

QString outcomeWord(RowState state)
{
    switch (state) {
    case RowState::Checked:
    case RowState::NotSent:
        return MarkText::tr("Not sent");
    case RowState::Refused:
        return MarkText::tr("Refused");
    case RowState::Excluded:
        return MarkText::tr("Excluded");
    case RowState::Unchanged:
        return MarkText::tr("Same");
    case RowState::Held:
        return MarkText::tr("Held");
    case RowState::Accepted:
        return MarkText::tr("Accepted");
    case RowState::Verified:
        return MarkText::tr("Verified");
    case RowState::Rejected:
        return MarkText::tr("Rejected");
    case RowState::Failed:
        return MarkText::tr("Failed");
    case RowState::Unknown:
        return MarkText::tr("Unknown");
    }
    return {};
}

QString requestWord(RequestState state)
{
    switch (state) {
    case RequestState::Intended:
        return MarkText::tr("Sending");
    case RequestState::Accepted:
        return MarkText::tr("Accepted");
    case RequestState::Rejected:
        return MarkText::tr("Rejected");
    case RequestState::NotLeft:
        return MarkText::tr("Queued again");
    case RequestState::NotApplied:
        return MarkText::tr("Not applied");
    case RequestState::Unknown:
        return MarkText::tr("Unknown");
    case RequestState::Applied:
        return MarkText::tr("Verified");
    }
    return {};
}

} // namespace rangedesk
