// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/labels.h"
#include "changes/posting_guard.h"
#include "session/desk.h"

class QWidget;

namespace rangedesk::ui {

/// What would be posted, as it is told to the person who is asked.
struct PostingFigures
{
    PlanSummary sum;
    std::int64_t rowsRead = 0;
    std::int64_t notCompared = 0;
    ChangeKind kind = ChangeKind::RangeProducts;
    std::optional<QDateTime> startAt = {}; ///< where it is not posted now
    std::int64_t after = 0;                ///< the job that it waits for
    BatchLabels::Held lost = {};           ///< by clearing
};

/// Asks before anything leaves: production by the profile's name, other kinds by one confirmation; the write
/// lock and the ceiling have to be opened on purpose first. @returns what was agreed to, or nothing.
std::optional<Consent> askToPost(QWidget* parent, Desk& desk, const PostingFigures& figures);

/// The same for a job that goes on after a break. Nothing where the person declines.
std::optional<Consent> askToResume(QWidget* parent, Desk& desk, std::int64_t job);

/// Asks for the profile's name and opens its write lock for the profile's time. @returns whether it is open.
bool openWriteLock(QWidget* parent, Desk& desk);

} // namespace rangedesk::ui
