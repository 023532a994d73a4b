// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal_rescue.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rangedesk {

namespace {

struct RescueText
{
    Q_DECLARE_TR_FUNCTIONS(RescueText)
};

QString seenPath(const QString& journal)
{
    return journal + QStringLiteral(".seen");
}

} // namespace

std::vector<SetAsideJournal> setAsideJournals(const DataDirectory& data)
{
    std::vector<SetAsideJournal> found;
    const QStringList names =
        QDir(data.path()).entryList({QStringLiteral("journal.db.damaged-*")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        if (name.endsWith(QLatin1String(".seen")) || name.endsWith(QLatin1String("-wal")) ||
            name.endsWith(QLatin1String("-shm")))
            continue;
        SetAsideJournal journal;
        journal.path = data.filePath(name);
        journal.seen = QFileInfo::exists(seenPath(journal.path));
        if (auto readable = Journal::openForReading(journal.path)) {
            if (auto jobs = readable->jobs())
                journal.jobs = std::move(*jobs);
        }
        found.push_back(std::move(journal));
    }
    return found;
}

Result<void> markSeen(const DataDirectory& data, const SetAsideJournal& journal)
{
    return data.keep(seenPath(journal.path), "seen\n");
}

bool lacksJournal(const DataDirectory& data)
{
    const QFileInfo journal(data.journalPath());
    const bool isEmpty =
        journal.size() == 0 && QFileInfo(data.journalPath() + QStringLiteral("-wal")).size() == 0;
    const QDir jobs(data.filePath(QStringLiteral("jobs")));
    return isEmpty &&
           !jobs.entryList({QStringLiteral("*.rows"), QStringLiteral("*.rows.z")}, QDir::Files).isEmpty() &&
           setAsideJournals(data).empty();
}

Result<void> setAsideEmptyJournal(const DataDirectory& data)
{
    if (!lacksJournal(data))
        return {};
    const QString aside = data.journalPath() + QStringLiteral(".damaged-") +
                          QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    QFile::remove(data.journalPath());
    return data.keep(aside, {});
}

Result<Journal> openForPosting(const DataDirectory& data)
{
    if (auto aside = setAsideEmptyJournal(data); !aside)
        return tl::unexpected(aside.error());
    auto journal = Journal::open(data.journalPath());
    if (!journal)
        return journal;
    for (const SetAsideJournal& aside : setAsideJournals(data)) {
        if (!aside.seen)
            return fail(
                ErrorKind::Storage,
                RescueText::tr("The job journal was damaged and has been set aside as %1.")
                    .arg(QDir::toNativeSeparators(aside.path)),
                RescueText::tr(
                    "Look at the list of jobs first: it shows what can still be read. Then post again."));
    }
    return journal;
}

} // namespace rangedesk
