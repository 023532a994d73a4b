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

Result<Journal> openForPosting(const DataDirectory& data)
{
    auto journal = Journal::open(data.journalPath());
    if (!journal)
        return journal;
    for (const SetAsideJournal& aside : setAsideJournals(data)) {
        if (!aside.seen)
            return fail(ErrorKind::Storage,
                        RescueText::tr("The job journal was damaged and has been set aside as %1.")
                            .arg(QDir::toNativeSeparators(aside.path)),
                        RescueText::tr("Look at the list of jobs first (command: jobs): it shows what can "
                                       "still be read. Then post again."));
    }
    return journal;
}

} // namespace rangedesk
