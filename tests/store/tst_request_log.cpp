// SPDX-License-Identifier: GPL-3.0-or-later
// The log of requests: whole from end to end, and every tampering is found (decisions 26).
#include "store/journal.h"
#include "store/request_log.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;

namespace {

LogEntry entry(int number, const QDateTime& at = QDateTime::currentDateTimeUtc())
{
    LogEntry made;
    made.at = at;
    made.profile = QStringLiteral("泉岭食品-测试");
    made.operation = QStringLiteral("getSaleRangePds");
    made.target = QByteArray("{\"page_number\":") + QByteArray::number(number) + '}';
    made.msgId = QStringLiteral("m%1").arg(number);
    made.httpStatus = 200;
    made.code = QStringLiteral("0");
    made.words = QStringLiteral("成功");
    made.milliseconds = 20 + number;
    made.bytesSent = 30;
    made.bytesReceived = 4000;
    made.requestBody = "{}";
    return made;
}

} // namespace

class TestRequestLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { Database::setFaultInjector({}); }
    void entriesComeBack();
    void changesAreFound_data();
    void changesAreFound();
    void cutEndIsFound();
    void laterCutsAreFound();
    void replacedLogIsFound();
    void oldDaysAreDroppedWithAnAnchor();
    void aWrongClockDropsNothing();
    void damagedLogIsSetAside();
    void oddCharactersAreNoAlarm();
    void twoWritersKeepOneChain();
    void fullDiskLosesNothingAndHoldsUpNothing();
    void noLogYet();
    void everyFieldIsHashed();

private:
    QString log() const { return m_folder->filePath(QStringLiteral("log.db")); }
    QString journal() const { return m_folder->filePath(QStringLiteral("journal.db")); }
    void append(int from, int count, int keepDays = 30) const;
    void tamper(const QString& sql) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRequestLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(Journal::open(journal()));
}

void TestRequestLog::append(int from, int count, int keepDays) const
{
    RequestLog writer(log(), journal(), keepDays);
    for (int i = from; i < from + count; ++i)
        writer.append([i] { return entry(i); });
}

void TestRequestLog::tamper(const QString& sql) const
{
    auto database = Database::open(log(), {}, true);
    QVERIFY(database);
    const auto done = database->run(sql);
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().what));
}

void TestRequestLog::entriesComeBack()
{
    append(1, 50);
    append(51, 3);
    const auto entries = RequestLog::read(log(), 48, 10);
    QVERIFY(entries);
    QCOMPARE(entries->size(), 5U);
    QCOMPARE(entries->front().sequence, 49);
    QCOMPARE(entries->front().profile, QStringLiteral("泉岭食品-测试"));
    QCOMPARE(entries->front().target, QByteArray("{\"page_number\":49}"));
    QCOMPARE(entries->front().milliseconds, 69);
    QVERIFY(entries->front().requestBody.isEmpty()); // only on request
    const auto newest = RequestLog::readNewest(log(), 2);
    QVERIFY(newest);
    QCOMPARE(newest->front().sequence, 52);
    const auto one = RequestLog::readEntry(log(), 7);
    QVERIFY(one && *one);
    QCOMPARE((*one)->requestBody, QByteArray("{}"));
    QVERIFY(!*RequestLog::readEntry(log(), 999));
    const auto verdict = verifyLog(log(), journal());
    QVERIFY(verdict && verdict->isWhole());
    QCOMPARE(verdict->entries, 53);
    QVERIFY(verdict->knowsEnd);
}

void TestRequestLog::changesAreFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("broken");
    QTest::newRow("words changed") << QStringLiteral("UPDATE entry SET words='ok' WHERE sequence=20") << 20;
    QTest::newRow("outcome changed") << QStringLiteral("UPDATE entry SET outcome=1 WHERE sequence=3") << 3;
    QTest::newRow("time changed") << QStringLiteral(
                                         "UPDATE entry SET at='2020-01-01T00:00:00.000Z' WHERE sequence=1")
                                  << 1;
    QTest::newRow("taken out") << QStringLiteral("DELETE FROM entry WHERE sequence=10") << 11;
    QTest::newRow("beginning taken out") << QStringLiteral("DELETE FROM entry WHERE sequence<5") << 5;
    QTest::newRow("body changed") << QStringLiteral("UPDATE entry SET request='{1}' WHERE sequence=30") << 30;
    QTest::newRow("put in")
        << QStringLiteral(
               "INSERT INTO entry SELECT 51, at, profile, address, openid, operation, writes, about, target,"
               " items, msg_id, attempt, http, code, words, milliseconds, sent,"
               " received, outcome, request, reply, hash FROM entry WHERE sequence=50")
        << 51;
}

void TestRequestLog::changesAreFound()
{
    QFETCH(QString, sql);
    QFETCH(int, broken);
    append(1, 50);
    tamper(sql);
    const auto verdict = verifyLog(log(), journal());
    QVERIFY(verdict);
    QVERIFY(!verdict->isWhole());
    QCOMPARE(verdict->firstBroken, broken);
}

void TestRequestLog::cutEndIsFound()
{
    append(1, 50);
    tamper(QStringLiteral("DELETE FROM entry WHERE sequence>40"));
    auto verdict = verifyLog(log(), journal());
    QVERIFY(verdict);
    QCOMPARE(verdict->missingAtEnd, 10);
    QVERIFY(!verdict->isWhole());
    // Filled up again with others, to the mark and far beyond: it stays known.
    for (const int more : {10, 1, 300}) {
        append(1, more);
        verdict = verifyLog(log(), journal());
        QVERIFY(verdict && !verdict->isWhole());
    }
    // Without a journal nobody knows the end, and that is said.
    verdict = verifyLog(log(), m_folder->filePath(QStringLiteral("none.db")));
    QVERIFY(verdict && !verdict->knowsEnd);
}

/// Each run of the program moves on how far the log is known to go.
void TestRequestLog::laterCutsAreFound()
{
    for (int run = 0; run < 4; ++run)
        append(1, 5);
    QVERIFY(verifyLog(log(), journal())->isWhole());
    tamper(QStringLiteral("DELETE FROM entry WHERE sequence>17"));
    const auto verdict = verifyLog(log(), journal());
    QVERIFY(verdict && !verdict->isWhole());
    QCOMPARE(verdict->missingAtEnd, 3);
}

void TestRequestLog::replacedLogIsFound()
{
    append(1, 5);
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(log() + QLatin1String(suffix));
    auto verdict = verifyLog(log(), journal());
    QVERIFY(verdict && verdict->isAnother);
    append(1, 5);
    verdict = verifyLog(log(), journal());
    QVERIFY(verdict && verdict->isAnother && !verdict->isWhole());
}

void TestRequestLog::oldDaysAreDroppedWithAnAnchor()
{
    const QDateTime today = QDateTime::currentDateTimeUtc();
    {
        RequestLog writer(log(), journal(), 30);
        for (int i = 0; i < 60; ++i)
            writer.append([i, today] { return entry(i, today.addDays(i - 59)); });
    }
    QCOMPARE(RequestLog::read(log(), 0, 1000)->size(), 60U);
    append(60, 1, 30); // opens anew, which drops
    const auto left = RequestLog::read(log(), 0, 1000);
    QCOMPARE(left->size(), 32U); // 30 days, today, and the new one
    QCOMPARE(left->front().sequence, 30);
    const auto verdict = verifyLog(log(), journal());
    QVERIFY(verdict && verdict->isWhole());
    QCOMPARE(verdict->dropped, 29);
    QCOMPARE(verdict->droppedFrom.date(), today.addDays(-59).date());
    QCOMPARE(verdict->droppedUntil.date(), today.addDays(-31).date());
    // Dropped once more: the chain still goes on from the anchor.
    {
        RequestLog writer(log(), journal(), 1);
        writer.append([] { return entry(1); });
        writer.flush();
    }
    QVERIFY(verifyLog(log(), journal())->isWhole());
    // A beginning that somebody takes out, with an anchor of their own.
    append(1, 40);
    tamper(QStringLiteral(
        "INSERT INTO anchor SELECT sequence, sequence-(SELECT max(last_sequence) FROM anchor), at,"
        " at, hash, at FROM entry WHERE sequence=(SELECT max(sequence)-10 FROM entry)"));
    tamper(QStringLiteral("DELETE FROM entry WHERE sequence<=(SELECT max(last_sequence) FROM anchor)"));
    QVERIFY(!verifyLog(log(), journal())->isWhole());
}

void TestRequestLog::aWrongClockDropsNothing()
{
    append(1, 5);
    // The newest entry is far from today: nothing speaks for its age but the clock.
    tamper(QStringLiteral("UPDATE entry SET at='2021-01-01T00:00:00.000Z'"));
    append(1, 1, 1);
    QCOMPARE(RequestLog::read(log(), 0, 100)->size(), 6U);
}

void TestRequestLog::damagedLogIsSetAside()
{
    append(1, 200);
    {
        QFile file(log());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(0);
        file.write(QByteArray(4096, 'x'));
    }
    QVERIFY(!verifyLog(log(), journal()));
    append(1, 3);
    const auto verdict = verifyLog(log(), journal());
    QVERIFY(verdict && verdict->isWhole() && verdict->hasAside);
    QCOMPARE(verdict->entries, 4); // the first says what happened
    QVERIFY(RequestLog::read(log(), 0, 1)->front().words.contains(QStringLiteral("damaged")));
}

void TestRequestLog::oddCharactersAreNoAlarm()
{
    {
        RequestLog writer(log(), journal(), 30);
        writer.append([] {
            LogEntry odd = entry(1);
            odd.words = QString(QChar(0xFFFF)) + QChar(0xD800) + QStringLiteral("x") + QChar(u'\0') +
                        QStringLiteral("y");
            return odd;
        });
    }
    QVERIFY(verifyLog(log(), journal())->isWhole());
}

void TestRequestLog::twoWritersKeepOneChain()
{
    RequestLog first(log(), journal(), 30);
    RequestLog second(log(), journal(), 30);
    for (int i = 0; i < 200; ++i) {
        first.append([i] { return entry(i); });
        second.append([i] { return entry(1000 + i); });
    }
    first.flush();
    second.flush();
    QVERIFY(!first.problem() && !second.problem());
    const auto verdict = verifyLog(log(), journal());
    QVERIFY(verdict && verdict->isWhole());
    QCOMPARE(verdict->entries, 400);
}

void TestRequestLog::fullDiskLosesNothingAndHoldsUpNothing()
{
    RequestLog writer(log(), journal(), 30);
    writer.append([] { return entry(1); });
    writer.flush();
    Database::setFaultInjector([] { return true; });
    writer.append([] { return entry(2); });
    writer.flush(); // comes back although nothing could be written
    QVERIFY(writer.problem());
    QCOMPARE(writer.problem()->kind, ErrorKind::Storage);
    Database::setFaultInjector({});
    writer.append([] { return entry(3); });
    QTRY_VERIFY_WITH_TIMEOUT(!writer.problem(), tests::patience);
    writer.flush();
    const auto entries = RequestLog::read(log(), 0, 10);
    QCOMPARE(entries->size(), 3U);
    QCOMPARE(entries->at(1).msgId, QStringLiteral("m2"));
    QVERIFY(verifyLog(log(), journal())->isWhole());
}

void TestRequestLog::noLogYet()
{
    QVERIFY(RequestLog::read(log(), 0, 10)->empty());
    const auto verdict = verifyLog(log(), journal());
    QVERIFY(verdict && verdict->isWhole());
    QVERIFY(!QFile::exists(log()));
    { // One that nobody writes to makes no file.
        const RequestLog writer(log(), journal(), 30);
    }
    QVERIFY(!QFile::exists(log()));
}

void TestRequestLog::everyFieldIsHashed()
{
    const LogEntry base = entry(1);
    const QByteArray hash = logHash({}, base);
    QVERIFY(hash != logHash("x", base));
    const QList<std::function<void(LogEntry&)>> changes{
        [](LogEntry& e) { ++e.sequence; },
        [](LogEntry& e) { e.at = e.at.addMSecs(1); },
        [](LogEntry& e) { e.profile += QLatin1Char('x'); },
        [](LogEntry& e) { e.address += QLatin1Char('x'); },
        [](LogEntry& e) { e.openid += QLatin1Char('x'); },
        [](LogEntry& e) { e.operation += QLatin1Char('x'); },
        [](LogEntry& e) { e.writes = !e.writes; },
        [](LogEntry& e) { e.about += QLatin1Char('x'); },
        [](LogEntry& e) { e.target += 'x'; },
        [](LogEntry& e) { ++e.items; },
        [](LogEntry& e) { e.msgId += QLatin1Char('x'); },
        [](LogEntry& e) { ++e.attempt; },
        [](LogEntry& e) { ++e.httpStatus; },
        [](LogEntry& e) { e.code += QLatin1Char('x'); },
        [](LogEntry& e) { e.words += QLatin1Char('x'); },
        [](LogEntry& e) { ++e.milliseconds; },
        [](LogEntry& e) { ++e.bytesSent; },
        [](LogEntry& e) { ++e.bytesReceived; },
        [](LogEntry& e) { e.outcome = LogOutcome::KeptBack; },
        [](LogEntry& e) { e.requestBody += 'x'; },
        [](LogEntry& e) { e.replyBody += 'x'; },
        [](LogEntry& e) { std::swap(e.requestBody, e.replyBody); },
    };
    for (const auto& change : changes) {
        LogEntry other = base;
        change(other);
        QVERIFY(logHash({}, other) != hash);
    }
}

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_request_log.moc"
