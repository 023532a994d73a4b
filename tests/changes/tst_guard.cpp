// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between a plan and the wire: the write lock, consent to one plan, the ceiling of a job. The
// writes are counted at the server.
#include "openapi/encode.h"
#include "openapi/signing.h"
#include "support/test_world.h"

#include <QTest>

using namespace rangedesk;
using tests::World;

namespace {

const std::string sheet = "dept_code,product_code,is_must_sale,is_new\n"
                          "BM01,SP10001,1,0\nBM01,SP10002,1,0\nBM02,SP10001,1,0\nBM03,SP10001,1,0\n";

qsizetype writes(World& world)
{
    const QByteArray log = QByteArray::fromStdString(world.server.log());
    qsizetype count = 0;
    for (const char* operation : {"modifySaleRangePds", "modifyCmSaleRangeByPds", "removeSaleRange",
                                  "removeCmSaleRange", "addOrUpdateCampaign", "applyCallBack"})
        count += log.count(operation);
    return count;
}

const PostingPolicy production{std::nullopt, true, QStringLiteral("Acme-PROD")};

} // namespace

class TestGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lockStopsEveryWrite();
    void lockClosesByItself();
    void lockClosedWhileAJobRuns();
    void productionWantsConsent();
    void consentIsToOnePlan();
    void consentEnds();
    void draftStaysADraft();
    void ceilingOfRequests();
    void ceilingOfRemovals();
    void consentIsKept();
    void resumedPreviewIsNoSeenPlan();
    void openRequestsWantConsent();
    void planIsOfOneCompany();
};

void TestGuard::lockStopsEveryWrite()
{
    World world;
    const auto lock = std::make_shared<WriteLock>();
    world.reconnect(world.settings(), demo::DemoServer::key(), lock);
    // Straight at the connection, past everything above it, each operation that writes.
    auto queue = std::make_shared<CompletionQueue>();
    int asked = 0;
    for (int i = 0; i < static_cast<int>(Operation::Count); ++i) {
        const auto operation = static_cast<Operation>(i);
        if (!operationWrites(operation))
            continue;
        world.connection().send(operation, "{}", newMessageId(), queue);
        const auto completion = queue->next(std::chrono::seconds(5));
        QVERIFY(completion.has_value());
        QVERIFY(completion->delivery.writeLocked);
        QCOMPARE(completion->delivery.kind, Delivery::Kind::NeverLeft);
        ++asked;
    }
    QCOMPARE(asked, 6);
    // A whole job: what is read is read, nothing is written, and it can be resumed.
    const JobOutcome outcome = world.apply(sheet);
    QVERIFY(outcome.problem);
    QCOMPARE(outcome.problem->kind, ErrorKind::Locked);
    QCOMPARE(outcome.job.state, JobState::Interrupted);
    QCOMPARE(outcome.job.counts.notSent, outcome.job.counts.planned);
    QCOMPARE(writes(world), 0);
    QCOMPARE(world.connection().writesSent(), 0);
    lock->openForGood();
    const JobOutcome resumed = world.resume(outcome.job.id);
    QVERIFY(!resumed.problem);
    QCOMPARE(resumed.job.counts.verified, 4);
    QCOMPARE(writes(world), 3);
}

void TestGuard::lockClosesByItself()
{
    WriteLock lock;
    QVERIFY(!lock.isOpen());
    lock.openFor(std::chrono::seconds(3));
    QVERIFY(lock.isOpen());
    QVERIFY(lock.left() > std::chrono::seconds(0));
    QTRY_VERIFY(!lock.isOpen());
    QCOMPARE(lock.left().count(), 0);
    lock.openForGood();
    QVERIFY(lock.isOpen());
    lock.lock();
    QVERIFY(!lock.isOpen());
}

void TestGuard::lockClosedWhileAJobRuns()
{
    World world;
    const auto lock = std::make_shared<WriteLock>();
    lock->openForGood();
    ConnectionSettings settings = world.settings();
    settings.inFlight = 1;
    world.reconnect(settings, demo::DemoServer::key(), lock);
    Journal journal = world.openJournal();
    ImportJob engine = world.engine();
    engine.setRequestSink([&](const RequestRecord& request) {
        if (request.state == RequestState::Accepted)
            lock->lock(); // somebody closes it after the first answer
    });
    const JobOutcome outcome = engine.apply(world.checked(sheet, {}), {}, *world.data, journal);
    QCOMPARE(outcome.problem->kind, ErrorKind::Locked);
    QCOMPARE(writes(world), 1);
    QVERIFY(outcome.job.counts.notSent > 0);
}

void TestGuard::productionWantsConsent()
{
    World world;
    Journal journal = world.openJournal();
    ImportJob engine = world.engine();
    engine.setPolicy(production);
    const JobOutcome outcome = engine.apply(world.checked(sheet, {}), {}, *world.data, journal);
    QCOMPARE(outcome.problem->kind, ErrorKind::Locked);
    QCOMPARE(outcome.job.id, 0);
    QVERIFY(journal.jobs()->empty()); // nothing to resume
    QCOMPARE(writes(world), 0);
    // A word for another profile is none.
    ImportOptions options;
    options.consent = Consent::to(QStringLiteral("Acme-TEST"), world.dryRun(sheet).plan);
    QVERIFY(engine.apply(world.checked(sheet, options), options, *world.data, journal).problem);
    QCOMPARE(writes(world), 0);
}

void TestGuard::consentIsToOnePlan()
{
    World world;
    Journal journal = world.openJournal();
    ImportJob engine = world.engine();
    engine.setPolicy(production);
    const QString plan = world.dryRun(sheet).plan;
    QCOMPARE(plan.size(), 16);
    QCOMPARE(world.dryRun(sheet).plan, plan);
    ImportOptions options;
    options.consent = Consent::to(production.profile, plan);
    // One product more is another plan; no plan at all is none that anybody saw.
    const std::string other = sheet + "BM04,SP10001,1,0\n";
    QVERIFY(engine.apply(world.checked(other, options), options, *world.data, journal).problem);
    ImportOptions blind;
    blind.consent = Consent::to(production.profile, {});
    QVERIFY(engine.apply(world.checked(sheet, blind), blind, *world.data, journal).problem);
    QCOMPARE(writes(world), 0);
    const JobOutcome outcome = engine.apply(world.checked(sheet, options), options, *world.data, journal);
    QVERIFY2(!outcome.problem, outcome.problem ? qPrintable(outcome.problem->text()) : "");
    QCOMPARE(outcome.job.counts.verified, 4);
}

void TestGuard::consentEnds()
{
    World world;
    ImportJob engine = world.engine();
    engine.setPolicy(production);
    Journal journal = world.openJournal();
    ImportOptions options;
    options.consent = Consent::to(production.profile, world.dryRun(sheet).plan);
    options.consent->until = QDateTime::currentDateTimeUtc().addSecs(-1);
    QCOMPARE(engine.apply(world.checked(sheet, options), options, *world.data, journal).problem->kind,
             ErrorKind::Locked);
    QCOMPARE(writes(world), 0);
}

void TestGuard::draftStaysADraft()
{
    World world;
    Journal journal = world.openJournal();
    ImportJob engine = world.engine();
    engine.setPolicy({Ceiling{1, 100}, true, production.profile});
    const JobOutcome draft = engine.draft(world.checked(sheet, {}), {}, *world.data, journal);
    QVERIFY(!draft.problem);
    for (const auto& consent :
         {std::optional<Consent>(), std::optional(Consent::to(production.profile, {}))}) {
        QVERIFY(engine.post(draft.job, draft.batch, *world.data, journal, consent).problem);
        QCOMPARE(journal.job(draft.job.id).value()->state, JobState::Draft);
    }
    QCOMPARE(writes(world), 0);
    const Consent raised = Consent::to(production.profile, {}, Ceiling{3, 0});
    const JobOutcome posted = engine.post(draft.job, draft.batch, *world.data, journal, raised);
    QVERIFY2(!posted.problem, posted.problem ? qPrintable(posted.problem->text()) : "");
    QCOMPARE(writes(world), 3);
}

void TestGuard::ceilingOfRequests()
{
    World world;
    Journal journal = world.openJournal();
    ImportJob engine = world.engine();
    engine.setPolicy({Ceiling{2, 100}, false, {}});
    QCOMPARE(engine.apply(world.checked(sheet, {}), {}, *world.data, journal).problem->kind,
             ErrorKind::Locked);
    QCOMPARE(writes(world), 0);
    ImportOptions options;
    options.consent = Consent::to({}, {}, Ceiling{3, 0});
    QVERIFY(!engine.apply(world.checked(sheet, options), options, *world.data, journal).problem);
}

void TestGuard::ceilingOfRemovals()
{
    World world;
    QVERIFY(!world.apply(sheet).problem);
    const auto before = writes(world);
    Journal journal = world.openJournal();
    ImportJob engine = world.engine();
    engine.setPolicy({Ceiling{1000, 10}, false, {}});
    ImportOptions options;
    options.operation = OperationChoice::Delete;
    const std::string removals = "dept_code,product_code\nBM01,SP10001\n";
    const JobOutcome outcome = engine.apply(world.checked(removals, options), options, *world.data, journal);
    QCOMPARE(outcome.problem->kind, ErrorKind::Locked);
    QCOMPARE(writes(world), before);
    options.consent = Consent::to({}, {}, Ceiling{0, 100});
    QVERIFY(!engine.apply(world.checked(removals, options), options, *world.data, journal).problem);
    QCOMPARE(writes(world), before + 1);
}

void TestGuard::consentIsKept()
{
    World world;
    Journal journal = world.openJournal();
    ImportJob engine = world.engine();
    engine.setPolicy(production);
    const JobOutcome draft = engine.draft(world.checked(sheet, {}), {}, *world.data, journal);
    const JobOutcome posted =
        engine.post(draft.job, draft.batch, *world.data, journal, Consent::to(production.profile, {}));
    QVERIFY(!posted.problem);
    const QByteArray options = journal.job(posted.job.id).value()->options;
    QVERIFY(options.contains("Acme-PROD"));
    QVERIFY(options.contains(planHash(draft.batch, 200, draft.job.scope).toLatin1()));
}

/// A job that broke off before its plan was made has none that anybody saw.
void TestGuard::resumedPreviewIsNoSeenPlan()
{
    World world;
    Journal journal = world.openJournal();
    QVERIFY(world.server.set("fault=html:getSaleRangePds:1"));
    ImportOptions options;
    options.consent = Consent::to(production.profile, QStringLiteral("0000000000000000"));
    ImportJob engine = world.engine();
    engine.setPolicy(production);
    const JobOutcome broken = engine.apply(world.checked(sheet, options), options, *world.data, journal);
    QVERIFY(broken.problem);
    QCOMPARE(broken.job.phase, JobPhase::Preview);
    const auto resume = [&](const Consent& consent) {
        ImportJob again = world.engine();
        again.setPolicy(production);
        return again.resume(journal.job(broken.job.id).value().value(), *world.data, journal, consent);
    };
    QCOMPARE(resume(Consent::to(production.profile, {})).problem->kind, ErrorKind::Locked);
    QCOMPARE(writes(world), 0);
    const JobOutcome done = resume(Consent::to(production.profile, world.dryRun(sheet).plan));
    QVERIFY2(!done.problem, done.problem ? qPrintable(done.problem->text()) : "");
    QCOMPARE(done.job.counts.verified, 4);
}

/// Requests whose fate is open may be sent again once it is known: they need the word as well.
void TestGuard::openRequestsWantConsent()
{
    Batch batch;
    QVERIFY(!refusalToPost(production, std::nullopt, batch, 200, false)); // nothing at all would leave
    QVERIFY(refusalToPost(production, std::nullopt, batch, 200, false, 1));
    QVERIFY(refusalToPost({Ceiling{2, 100}, false, {}, {}}, std::nullopt, batch, 200, false, 3));
    const Consent kept{QStringLiteral("Acme"), QStringLiteral("abc"),
                       QDateTime::currentDateTimeUtc().addDays(1), Ceiling{5, 50}};
    const Consent both = renewed(Consent::to({}, {}, Ceiling{9, 0}), kept);
    QCOMPARE(both.profile, kept.profile);
    QCOMPARE(both.plan, kept.plan);
    QCOMPARE(both.raised->requests, 9);
    QCOMPARE(both.raised->removalPercent, 50);
}

void TestGuard::planIsOfOneCompany()
{
    World world;
    const CheckedFile file = world.checked(sheet, {});
    QCOMPARE(planHash(file.batch, 200, QStringLiteral("a")), planHash(file.batch, 200, QStringLiteral("a")));
    QVERIFY(planHash(file.batch, 200, QStringLiteral("a")) != planHash(file.batch, 200, QStringLiteral("b")));
}

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
