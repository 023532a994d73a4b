// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/data_directory.h"
#include "store/journal.h"
#include "store/journal_rescue.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QSemaphore>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <thread>

using namespace rangedesk;

namespace {

JobRecord newJob(const QString& key)
{
    JobRecord job;
    job.key = key;
    job.scope = QStringLiteral("https://a.cn|1");
    job.kind = QStringLiteral("range-products");
    job.file = QStringLiteral("表.csv");
    job.fileHash = QStringLiteral("h");
    job.options = "{}";
    job.state = JobState::Running;
    job.created = QDateTime::currentDateTimeUtc();
    return job;
}

RequestRecord intent(std::int64_t sequence)
{
    RequestRecord request;
    request.sequence = sequence;
    request.msgId = QStringLiteral("m%1").arg(sequence);
    request.target = 7;
    request.rows = {1, 2, 4000000000U};
    return request;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Database::setFaultInjector({}); }
    void jobsAndRequestsComeBack();
    void durableSettings();
    void damagedJournalIsSetAside();
    void newerJournalIsLeftAlone();
    void everyFailureLeavesOneState();
    void archive();
    void archiveFailsWhole();
    void packedFiles();
    void earlierVersionIsRead();
    void lostJournalOfPackedJobs();
    void folderIsLocked();
    void aLookIsNoOwner();
    void readOnlyFolder();
    void keptFiles();
};

void TestStore::jobsAndRequestsComeBack()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("j.db"));
    {
        Journal journal = Journal::open(path).value();
        JobRecord job = newJob(QStringLiteral("k1"));
        job.id = journal.createJob(job).value();
        QVERIFY(journal.record(job.id, {}, {intent(1), intent(2)}).has_value());
        RequestRecord fate = intent(1);
        fate.state = RequestState::Rejected;
        fate.code = QStringLiteral("100606");
        fate.message = QStringLiteral("没有权限");
        QVERIFY(journal.record(job.id, {fate}, {}).has_value());
        job.rows = QByteArray("\0rows", 5);
        job.counts.rowsRead = 5;
        job.counts.reads = 9;
        job.phase = JobPhase::Sending;
        job.serverStart = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
        QVERIFY(journal.updateJob(job, true).has_value());
    }
    Journal journal = Journal::open(path).value();
    QVERIFY(journal.setAside().isEmpty());
    QCOMPARE(journal.jobs().value().size(), 1U);
    const JobRecord job = journal.job(1).value().value();
    QCOMPARE(job.file, QStringLiteral("表.csv"));
    QCOMPARE(job.rows, QByteArray("\0rows", 5));
    QCOMPARE(job.counts.rowsRead, 5);
    QCOMPARE(job.counts.reads, 9);
    QCOMPARE(job.serverStart, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC));
    const auto requests = journal.requests(1).value();
    QCOMPARE(requests.size(), 2U);
    QCOMPARE(requests[0].state, RequestState::Rejected);
    QCOMPARE(requests[0].message, QStringLiteral("没有权限"));
    QCOMPARE(requests[1].state, RequestState::Intended);
    QCOMPARE(requests[1].rows, (std::vector<std::uint32_t>{1, 2, 4000000000U}));
    QVERIFY(!journal.job(99).value().has_value());
}

void TestStore::durableSettings()
{
    QTemporaryDir folder;
    auto database =
        Database::open(folder.filePath(QStringLiteral("d.db")), {{QStringLiteral("CREATE TABLE t (x)")}});
    QVERIFY(database.has_value());
    auto mode = database->run(QStringLiteral("PRAGMA journal_mode"));
    QVERIFY(mode->next());
    QCOMPARE(mode->value(0).toString(), QStringLiteral("wal"));
    auto sync = database->run(QStringLiteral("PRAGMA synchronous"));
    QVERIFY(sync->next());
    QCOMPARE(sync->value(0).toInt(), 2);
}

void TestStore::damagedJournalIsSetAside()
{
    QTemporaryDir folder;
    DataDirectory data = DataDirectory::open(folder.path()).value();
    {
        Journal journal = Journal::open(data.journalPath()).value();
        QVERIFY(journal.createJob(newJob(QStringLiteral("k1"))).has_value());
    }
    QFile file(data.journalPath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(100));
    file.write(QByteArray(file.size() > 3000 ? 3000 : 500, '\x5a'));
    file.close();
    const auto refused = openForPosting(data);
    QVERIFY(!refused.has_value()); // locked until the user has seen what it held
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    const auto aside = setAsideJournals(data);
    QCOMPARE(aside.size(), 1U);
    QVERIFY(QFile::exists(aside[0].path));
    QVERIFY(!aside[0].seen);
    QVERIFY(markSeen(data, aside[0]).has_value());
    QVERIFY(openForPosting(data).has_value());
    QVERIFY(openForPosting(data)->jobs().value().empty());
}

void TestStore::newerJournalIsLeftAlone()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("j.db"));
    {
        auto database = Database::open(path, {});
        QVERIFY(database->run(QStringLiteral("PRAGMA user_version=99")).has_value());
    }
    const auto journal = Journal::open(path);
    QVERIFY(!journal.has_value());
    QCOMPARE(journal.error().kind, ErrorKind::Storage);
    QVERIFY(journal.error().what.contains(QLatin1String("newer")));
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*damaged*")}).size(), 0);
}

/// The n-th access fails, for every n: a commit is there whole or not at all.
void TestStore::everyFailureLeavesOneState()
{
    bool reachedEnd = false;
    for (int failing = 1; failing < 60 && !reachedEnd; ++failing) {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("j.db"));
        std::int64_t id = 0;
        {
            Journal journal = Journal::open(path).value();
            id = journal.createJob(newJob(QStringLiteral("k"))).value();
            int access = 0;
            Database::setFaultInjector([&access, failing] { return ++access == failing; });
            const auto done = journal.record(id, {}, {intent(1), intent(2), intent(3)});
            reachedEnd = access < failing;
            Database::setFaultInjector({});
            QCOMPARE(done.has_value(), reachedEnd);
            if (!done)
                QCOMPARE(done.error().kind, ErrorKind::Storage);
        }
        const std::size_t kept = Journal::open(path)->requests(id).value().size();
        QCOMPARE(kept, reachedEnd ? 3U : 0U);
    }
    QVERIFY(reachedEnd);
}

void TestStore::archive()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("j.db"));
    Journal journal = Journal::open(path).value();
    JobRecord job = newJob(QStringLiteral("k"));
    job.id = journal.createJob(job).value();
    std::vector<RequestRecord> many;
    for (int i = 1; i <= 20000; ++i)
        many.push_back(intent(i));
    QVERIFY(journal.record(job.id, {}, many).has_value());
    RequestRecord fate = intent(7);
    fate.state = RequestState::Rejected;
    fate.message = QStringLiteral("没有权限");
    QVERIFY(journal.record(job.id, {fate}, {}).has_value());
    const auto before = journal.requests(job.id).value();
    // Not while it is not over; nor one that there is not.
    QCOMPARE(journal.archive(job.id).error().kind, ErrorKind::Usage);
    QVERIFY(!journal.archive(99));
    QCOMPARE(journal.requests(job.id)->size(), 20000U);
    job.state = JobState::Done;
    QVERIFY(journal.updateJob(job, false).has_value());
    const qint64 large = QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size();
    QVERIFY(journal.archive(job.id).has_value() && journal.compact().has_value());
    QVERIFY(journal.job(job.id)->value().archived.isValid());
    const auto same = [&before](const std::vector<RequestRecord>& now) {
        return std::equal(before.begin(), before.end(), now.begin(), now.end(),
                          [](const RequestRecord& a, const RequestRecord& b) {
                              return a.sequence == b.sequence && a.msgId == b.msgId && a.rows == b.rows &&
                                     a.state == b.state && a.message == b.message && a.target == b.target;
                          });
    };
    QVERIFY(same(journal.requests(job.id).value()));
    // Back, and again: still the same.
    QVERIFY(journal.unarchive(job.id).has_value());
    QVERIFY(!journal.job(job.id)->value().archived.isValid() && same(journal.requests(job.id).value()));
    QVERIFY(journal.archive(job.id).has_value() && same(journal.requests(job.id).value()));
    // A job without requests has none in the archive either.
    JobRecord empty = newJob(QStringLiteral("k2"));
    empty.id = journal.createJob(empty).value();
    empty.state = JobState::Cancelled;
    QVERIFY(journal.updateJob(empty, false).has_value() && journal.archive(empty.id).has_value());
    QVERIFY(journal.requests(empty.id)->empty());
    { // The file is smaller once the journal is closed.
        const Journal closed = std::move(journal);
    }
    QVERIFY2(QFileInfo(path).size() * 2 < large, qPrintable(QString::number(QFileInfo(path).size())));
}

/// Whatever fails, the requests are there: packed or not.
void TestStore::archiveFailsWhole()
{
    bool reachedEnd = false;
    for (int failing = 1; failing < 60 && !reachedEnd; ++failing) {
        QTemporaryDir folder;
        Journal journal = Journal::open(folder.filePath(QStringLiteral("j.db"))).value();
        JobRecord job = newJob(QStringLiteral("k"));
        job.id = journal.createJob(job).value();
        QVERIFY(journal.record(job.id, {}, {intent(1), intent(2)}).has_value());
        job.state = JobState::Done;
        QVERIFY(journal.updateJob(job, false).has_value());
        int access = 0;
        Database::setFaultInjector([&access, failing] { return ++access == failing; });
        const auto done = journal.archive(job.id);
        reachedEnd = access < failing;
        Database::setFaultInjector({});
        QCOMPARE(done.has_value(), reachedEnd);
        QCOMPARE(journal.job(job.id)->value().archived.isValid(), reachedEnd);
        QCOMPARE(journal.requests(job.id)->size(), 2U);
    }
    QVERIFY(reachedEnd);
}

void TestStore::packedFiles()
{
    QTemporaryDir folder;
    const DataDirectory data = DataDirectory::open(folder.path()).value();
    const QString path = data.rowsPath(QStringLiteral("k"));
    const std::string text(100000, 'x');
    QVERIFY(data.pack(path).has_value()); // none is there
    QVERIFY(data.keep(path, text).has_value() && data.pack(path).has_value());
    QVERIFY(!QFile::exists(path));
    QCOMPARE(data.load(path).value(), text);
    QVERIFY(data.pack(path).has_value()); // twice does no harm
    QCOMPARE(data.load(path).value(), text);
    QFile packed(path + QStringLiteral(".z"));
    QVERIFY(packed.open(QIODevice::ReadWrite) && packed.size() < 10000);
    QVERIFY(packed.resize(packed.size() / 2));
    packed.close();
    QCOMPARE(data.load(path).error().kind, ErrorKind::Storage);
}

/// A journal of the version before the archive, as it is set aside or held by an older program.
void TestStore::earlierVersionIsRead()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("j.db"));
    {
        Journal journal = Journal::open(path).value();
        JobRecord job = newJob(QStringLiteral("k"));
        job.id = journal.createJob(job).value();
        QVERIFY(journal.record(job.id, {}, {intent(1)}).has_value());
    }
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("older"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const char* sql : {"ALTER TABLE job DROP COLUMN archived",
                                "ALTER TABLE job DROP COLUMN packed_requests", "PRAGMA user_version=2"})
            QVERIFY2(query.exec(QLatin1String(sql)), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("older"));
    {
        Journal reading = Journal::openForReading(path).value();
        QCOMPARE(reading.jobs()->size(), 1U);
        QVERIFY(reading.job(1)->has_value() && !reading.job(1)->value().archived.isValid());
        QCOMPARE(reading.requests(1)->size(), 1U);
    }
    Journal journal = Journal::open(path).value(); // and brought up to date
    JobRecord job = journal.job(1)->value();
    job.state = JobState::Done;
    QVERIFY(journal.updateJob(job, false).has_value() && journal.archive(1).has_value());
    QCOMPARE(journal.requests(1)->size(), 1U);
    QCOMPARE(journal.removeUnsentJob(1).error().kind,
             ErrorKind::Usage); // it has sent, though they are packed
}

void TestStore::lostJournalOfPackedJobs()
{
    QTemporaryDir folder;
    const DataDirectory data = DataDirectory::open(folder.path()).value();
    QVERIFY(!lacksJournal(data));
    const QString rows = data.rowsPath(QStringLiteral("k"));
    QVERIFY(data.keep(rows, std::string("rows")).has_value() && data.pack(rows).has_value());
    QVERIFY(lacksJournal(data));
    QVERIFY(!openForPosting(data)); // until a person has seen it
}

void TestStore::folderIsLocked()
{
    QTemporaryDir folder;
    DataDirectory first = DataDirectory::open(folder.path()).value();
    QVERIFY(first.lock().has_value());
    QVERIFY(first.lock().has_value()); // by the same instance
    DataDirectory second = DataDirectory::open(folder.path()).value();
    QVERIFY(second.isLockedByAnother());
    QCOMPARE(second.lock().error().kind, ErrorKind::Busy);
    {
        const DataDirectory gone = std::move(first);
    }
    QVERIFY(second.lock().has_value());
}

void TestStore::aLookIsNoOwner()
{
    const QTemporaryDir folder;
    auto data = DataDirectory::open(folder.path());
    QVERIFY(data.has_value());
    // Another instance that asks who uses the folder holds its lock for a moment: no reason to give up.
    QSemaphore isHeld;
    std::thread looker([&] {
        QLockFile lock(folder.filePath(QStringLiteral("lock")));
        lock.tryLock(0);
        isHeld.release();
        QThread::msleep(150);
    });
    isHeld.acquire();
    const bool isLocked = data->lock().has_value();
    looker.join();
    QVERIFY(isLocked);
}

void TestStore::readOnlyFolder()
{
    const auto opened = DataDirectory::open(QStringLiteral("/proc/rangedesk"));
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QVERIFY(opened.error().what.contains(QLatin1String("/proc/rangedesk")));
}

void TestStore::keptFiles()
{
    QTemporaryDir folder;
    const DataDirectory data = DataDirectory::open(folder.path()).value();
    const std::string bytes("a\0b", 3);
    QVERIFY(data.keep(data.rowsPath(QStringLiteral("k")), bytes).has_value());
    QCOMPARE(data.load(data.rowsPath(QStringLiteral("k"))).value(), bytes);
    QCOMPARE(data.load(data.rowsPath(QStringLiteral("none"))).error().kind, ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
