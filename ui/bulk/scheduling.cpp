// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/scheduling.h"

#include "common/dialogs.h"

#include <QCoreApplication>

namespace rangedesk::ui {

namespace {

struct SchedulingText
{
    Q_DECLARE_TR_FUNCTIONS(SchedulingText)
};

/// Offered at first: late enough for everybody to have gone home.
constexpr int quietHour = 22;

} // namespace

std::optional<QDateTime> startOf(const QString& text, const QDateTime& now)
{
    QString plain = text.simplified();
    plain.replace(QChar(0xff1a), QLatin1Char(':')).replace(QLatin1Char('/'), QLatin1Char('-'));
    if (const QTime time = QTime::fromString(plain, QStringLiteral("H:mm")); time.isValid()) {
        const QDateTime today(now.date(), time);
        return today > now ? today : QDateTime(now.date().addDays(1), time);
    }
    QDateTime start = QDateTime::fromString(plain, QStringLiteral("yyyy-M-d H:mm"));
    if (!start.isValid()) {
        const QString year = QString::number(now.date().year()) + QLatin1Char('-');
        start = QDateTime::fromString(year + plain, QStringLiteral("yyyy-M-d H:mm"));
        // A day long gone is meant for the next year; one of these weeks was mistyped.
        constexpr qint64 longGone = 60;
        if (start.isValid() && start <= now)
            start = start.daysTo(now) > longGone ? start.addYears(1) : QDateTime();
    }
    return start.isValid() && start > now ? std::optional(start) : std::nullopt;
}

QString startWord(const QDateTime& start)
{
    const QDateTime local = start.toLocalTime();
    const QString time = local.toString(QStringLiteral("HH:mm"));
    if (local.date() == QDate::currentDate())
        return SchedulingText::tr("today %1").arg(time);
    if (local.date() == QDate::currentDate().addDays(1))
        return SchedulingText::tr("tomorrow %1").arg(time);
    const bool isThisYear = local.date().year() == QDate::currentDate().year();
    return local.toString(isThisYear ? QStringLiteral("MM-dd HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

std::optional<QDateTime> askStart(QWidget* parent)
{
    QString text = QStringLiteral("%1:00").arg(quietHour);
    QString label =
        SchedulingText::tr("The computer must be on and RangeDesk open then. Time, such as 22:00 or "
                           "11-23 06:30:");
    for (;;) {
        bool accepted = false;
        text = dialogs().input(parent, SchedulingText::tr("Post at a set time"), label, text, &accepted);
        if (!accepted)
            return std::nullopt;
        if (auto start = startOf(text, QDateTime::currentDateTime()))
            return start;
        label = SchedulingText::tr("This is no time to come. Write it as 22:00 or 11-23 06:30:");
    }
}

} // namespace rangedesk::ui
