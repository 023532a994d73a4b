// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/job_rows.h"

#include "changes/change_kind.h"
#include "changes/job_files.h"
#include "changes/report.h"
#include "core/text.h"
#include "models/kind_words.h"
#include "models/mark.h"
#include "models/roles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace rangedesk {

namespace {

struct JobRowsText
{
    Q_DECLARE_TR_FUNCTIONS(JobRowsText)
};

} // namespace

QString jobTime(const QDateTime& utc)
{
    const QDateTime local = utc.toLocalTime();
    if (local.date() == QDate::currentDate())
        return JobRowsText::tr("today %1").arg(local.toString(QStringLiteral("HH:mm")));
    return local.toString(QStringLiteral("MM-dd HH:mm"));
}

QString jobCaption(const JobRecord& job)
{
    const JobCounts& c = job.counts;
    switch (job.state) {
    case JobState::Draft:
        if (c.reads == 0) // nothing was asked yet
            return JobRowsText::tr("not compared yet");
        return JobRowsText::tr("%1 rows to post")
            .arg(QLocale(QLocale::English).toString(static_cast<qlonglong>(c.planned)));
    case JobState::Queued:
        if (const auto options = optionsOf(job);
            options && options->startAt > QDateTime::currentDateTimeUtc())
            return JobRowsText::tr("from %1").arg(jobTime(options->startAt));
        return JobRowsText::tr("waits for its turn");
    case JobState::Interrupted:
    case JobState::Paused:
        return JobRowsText::tr("%1 rows to go")
            .arg(QLocale(QLocale::English)
                     .toString(static_cast<qlonglong>(c.notSent) + static_cast<qlonglong>(c.unknown)));
    case JobState::Running:
    case JobState::Done:
    case JobState::Cancelled:
        break;
    }
    if (c.planned == 0)
        return JobRowsText::tr("nothing to send");
    return QString::number(100.0 * static_cast<double>(c.verified) / static_cast<double>(c.planned), 'f', 1) +
           QLatin1Char('%');
}

std::uint32_t JobRows::facets(std::uint32_t row) const
{
    switch (m_jobs[row].state) {
    case JobState::Draft:
        return Draft;
    case JobState::Done:
    case JobState::Cancelled:
        return Over;
    case JobState::Queued:
    case JobState::Running:
    case JobState::Paused:
    case JobState::Interrupted:
        break;
    }
    return Open;
}

RowSource::Matcher JobRows::matcher(const std::string& word) const
{
    return [this, word](std::uint32_t row) {
        const JobRecord& job = m_jobs[row];
        const QString text = QStringLiteral("%1 #%2 %3 %4")
                                 .arg(QFileInfo(job.file).fileName(), QString::number(job.id),
                                      kindWord(job.kind), jobStateWord(job.state));
        return holdsFolded(toUtf8(text), word);
    };
}

std::string JobRows::sortKey(std::uint32_t row, int) const
{
    return numberKey(-m_jobs[row].id);
}

void JobModel::setRunning(std::int64_t job, double fraction, bool isPaused)
{
    m_isPaused = isPaused;
    m_running = job;
    m_fraction = fraction;
    const int row = source() ? rowOfKey(static_cast<std::uint64_t>(job)) : -1;
    if (row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, 0));
}

int JobModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(tr("Job"))
                                                                                    : QVariant();
}

QVariant JobModel::cell(std::uint32_t row, int, int role) const
{
    const JobRecord& job = static_cast<const JobRows&>(*source()).job(row);
    const bool isRunning = m_running != 0 && job.id == m_running;
    const JobState state = isRunning ? (m_isPaused ? JobState::Paused : JobState::Running) : job.state;
    const QString second =
        QStringLiteral("#%1   %2   %3   %4")
            .arg(job.id)
            .arg(kindWord(job.kind), jobTime(job.created),
                 tr("%1 rows").arg(
                     QLocale(QLocale::English).toString(static_cast<qlonglong>(job.counts.rowsRead))));
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(job.file).fileName();
    case SecondLineRole:
        return second;
    case ChipRole:
        return jobStateWord(state);
    case CaptionRole:
        return isRunning ? QString::number(m_fraction * 100, 'f', 0) + QLatin1Char('%') : jobCaption(job);
    case MarkRole:
        return static_cast<int>(markOf(state));
    case FractionRole:
        return isRunning ? QVariant(m_fraction) : QVariant(-1.0);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3, %4")
            .arg(QFileInfo(job.file).fileName(), second, jobStateWord(state), jobCaption(job));
    default:
        return {};
    }
}

} // namespace rangedesk
