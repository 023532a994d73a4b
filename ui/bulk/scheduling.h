// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <optional>

class QWidget;

namespace rangedesk::ui {

/// A moment as people write it: "22:00" is the next one there is, "11-23 06:30" is of this year or the next,
/// "2026-11-23 06:30" as it stands. Local time. Nothing where it is none of these, or is over.
std::optional<QDateTime> startOf(const QString& text, const QDateTime& now);

/// "today 22:00", "tomorrow 06:30", "11-25 06:30".
QString startWord(const QDateTime& start);

/// Asks when a job is to begin; again where the answer is no time to come. Nothing where the person gives up.
std::optional<QDateTime> askStart(QWidget* parent);

} // namespace rangedesk::ui
