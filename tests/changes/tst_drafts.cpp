// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts: previewed for a person, posted as they were reviewed, and never before.
#include "changes/follow_up.h"
#include "changes/job_files.h"
#include "store/database.h"
#include "support/test_world.h"

#include <QFile>
#include <QTest>
#include <set>

using namespace rangedesk;
using tests::World;

namespace {

const std::string sheet = "dept_code,product_code,is_must_sale,is_new\n"
                          "BM01,SP10001,1,0\nBM01,SP10002,1,0\nBM02,SP10001,1,0\nBM02,SP10001,1,0\n";

JobOutcome draftOf(World& world, Journal& journal)
{
    return world.engine().draft(world.checked(sheet, {}), {}, *world.data, journal);
}

qsizetype writes(World& world)
{
    return QByteArray::fromStdString(world.server.log()).count("modifySaleRangePds");
}

} // namespace

class TestDrafts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Database::setFaultInjector({}); }
    void previewSendsNothing();
    void postSendsWhatIsLeft();
    void repeatGoesWithItsFirst();
    void failedPreviewLeavesNothing();
    void typedChangesAreKeptFirst();
    void reopenedKeepsExclusions();
    void changedMeanwhileIsHeld();
    void foreignDraftIsRefused();
    void postWithoutJournalSendsNothing();
    void unsentJobGoes_sentOneStays();
    void requestsAreTold();
    void scheduledWaitsAndBegins();
    void scheduledIsWithdrawn();
    void scheduledNeedsConsent();
};

void TestDrafts::scheduledWaitsAndBegins()
{
    World world;
    Journal journal = world.openJournal();
    JobOutcome draft = draftOf(world, journal);
    draft.batch.rows[1].state = RowState::Excluded;
    const QDateTime tonight = QDateTime::currentDateTimeUtc().addSecs(3600LL * 30);
    const auto queued = world.engine().schedule(draft.job, draft.batch, journal,
                                                Consent::to(QStringLiteral("profile"), {}), tonight);
    QVERIFY2(queued, queued ? "" : qPrintable(queued.error().text()));
    QCOMPARE(writes(world), 0);
    const JobRecord kept = journal.job(draft.job.id).value().value();
    QCOMPARE(kept.state, JobState::Queued);
    QCOMPARE(livingState(kept.state, false), JobState::Queued); // not taken for an interrupted one
    const auto options = optionsOf(kept);
    QCOMPARE(options->startAt.toSecsSinceEpoch(), tonight.toSecsSinceEpoch());
    QVERIFY(options->consent && options->consent->until > tonight); // the word covers its start
    QVERIFY(!options->consent->plan.isEmpty());
    const JobOutcome begun = world.resume(draft.job.id);
    QVERIFY(!begun.problem);
    QCOMPARE(begun.job.counts.verified, 3);
    QCOMPARE(begun.job.counts.excluded, 1);
}

void TestDrafts::scheduledIsWithdrawn()
{
    World world;
    Journal journal = world.openJournal();
    const JobOutcome draft = draftOf(world, journal);
    const QDateTime start = QDateTime::currentDateTimeUtc();
    const Consent consent = Consent::to(QStringLiteral("profile"), {});
    QVERIFY(world.engine().schedule(draft.job, draft.batch, journal, consent, start));
    // A queued one is no draft any more: it is not queued twice.
    QVERIFY(!world.engine().schedule(draft.job, draft.batch, journal, consent, start));
    QVERIFY(ImportJob::withdraw(journal.job(draft.job.id).value().value(), journal));
    const JobRecord kept = journal.job(draft.job.id).value().value();
    QCOMPARE(kept.state, JobState::Draft);
    QVERIFY(!optionsOf(kept)->consent); // the word goes with it
    QVERIFY(!optionsOf(kept)->startAt.isValid());
    QVERIFY(!ImportJob::withdraw(kept, journal));
    const JobOutcome reopened = world.engine().reopenDraft(kept, *world.data, journal);
    QVERIFY(!reopened.problem);
    QCOMPARE(reopened.job.counts.planned, 4);
    QCOMPARE(writes(world), 0);
}

void TestDrafts::scheduledNeedsConsent()
{
    World world;
    Journal journal = world.openJournal();
    const JobOutcome draft = draftOf(world, journal);
    ImportJob engine = world.engine();
    PostingPolicy policy;
    policy.wantsConsent = true;
    policy.profile = QStringLiteral("production");
    engine.setPolicy(policy);
    const auto refused =
        engine.schedule(draft.job, draft.batch, journal, Consent::to(QStringLiteral("another"), {}),
                        QDateTime::currentDateTimeUtc());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Locked);
    QCOMPARE(journal.job(draft.job.id).value().value().state, JobState::Draft);
}

void TestDrafts::previewSendsNothing()
{
    World world;
    Journal journal = world.openJournal();
    const JobOutcome outcome = draftOf(world, journal);
    QVERIFY(!outcome.problem);
    QCOMPARE(writes(world), 0);
    QCOMPARE(outcome.job.counts.planned, 4);
    QCOMPARE(outcome.job.counts.requests, 2);
    const auto kept = journal.job(outcome.job.id).value().value();
    QCOMPARE(kept.state, JobState::Draft);
    QVERIFY(QFile::exists(world.data->rowsPath(kept.key)));
    QVERIFY(outcome.labels.targets[0].find("BM01") == std::string::npos); // the name that was read
    // A draft is not taken for an interrupted job, whoever looks.
    QCOMPARE(livingState(kept.state, false), JobState::Draft);
    QCOMPARE(loadJob(kept, *world.data, journal)->job.counts.planned, 4);
}

void TestDrafts::postSendsWhatIsLeft()
{
    World world;
    Journal journal = world.openJournal();
    JobOutcome draft = draftOf(world, journal);
    draft.batch.rows[1].state = RowState::Excluded;
    const JobOutcome posted = world.engine().post(draft.job, draft.batch, *world.data, journal);
    QVERIFY(!posted.problem);
    QCOMPARE(posted.job.state, JobState::Done);
    QCOMPARE(posted.job.counts.verified, 3);
    QCOMPARE(posted.job.counts.excluded, 1);
    QVERIFY(world.server.log().find("SP10002") == std::string::npos);
    // Once more, all of it is there already.
    const JobOutcome again = draftOf(world, journal);
    QCOMPARE(again.job.counts.unchanged, 3);
    QCOMPARE(again.job.counts.planned, 1);
}

void TestDrafts::repeatGoesWithItsFirst()
{
    World world;
    Journal journal = world.openJournal();
    JobOutcome draft = draftOf(world, journal);
    QCOMPARE(draft.batch.rows[3].primary, 2U);
    draft.batch.rows[2].state = RowState::Excluded;
    const JobOutcome posted = world.engine().post(draft.job, draft.batch, *world.data, journal);
    QVERIFY(!posted.problem);
    QCOMPARE(posted.job.counts.excluded, 2);
    QCOMPARE(posted.job.counts.verified, 2);
    QCOMPARE(posted.job.counts.rowsRead, 4);
}

void TestDrafts::failedPreviewLeavesNothing()
{
    World world;
    Journal journal = world.openJournal();
    QVERIFY(world.server.set("fault=refuse:getSaleRangePds:-1:0:签名错误"));
    const JobOutcome outcome = draftOf(world, journal);
    QVERIFY(outcome.problem);
    QCOMPARE(outcome.job.id, 0);
    QVERIFY(journal.jobs().value().empty());
}

/// What was typed is recorded before anything is read, and stays whatever becomes of the comparison.
void TestDrafts::typedChangesAreKeptFirst()
{
    World world;
    Journal journal = world.openJournal();
    CheckedFile file = world.checked(sheet, {});
    file.isTyped = true;
    file.keptIn = world.folder.filePath(QStringLiteral("edit.json"));
    file.kept = "what was typed";
    QVERIFY(world.data->keep(file.keptIn, file.kept));
    const QString scope = QStringLiteral("test"); // of the engine below
    // Where it cannot be recorded, the file stays.
    Database::setFaultInjector([] { return true; });
    QVERIFY(!ImportJob::keepAsDraft(file, {}, scope, *world.data, journal));
    Database::setFaultInjector({});
    QVERIFY(QFile::exists(file.keptIn));
    const auto job = ImportJob::keepAsDraft(file, {}, scope, *world.data, journal);
    QVERIFY(job);
    QVERIFY(!QFile::exists(file.keptIn));
    QCOMPARE(job->state, JobState::Draft);
    QVERIFY(world.server.set("fault=refuse:getSaleRangePds:1:0:签名错误"));
    const JobOutcome failed = world.engine().reopenDraft(*job, *world.data, journal);
    QVERIFY(failed.problem);
    QCOMPARE(failed.job.id, job->id);
    const auto kept = journal.job(job->id).value().value();
    QCOMPARE(kept.state, JobState::Draft);
    QCOMPARE(loadJob(kept, *world.data, journal)->job.counts.rowsRead, 4);
    const JobOutcome compared = world.engine().reopenDraft(kept, *world.data, journal);
    QVERIFY(!compared.problem);
    QCOMPARE(compared.job.counts.planned, 4);
    QCOMPARE(journal.jobs().value().size(), std::size_t(1));
    QCOMPARE(writes(world), 0);
}

void TestDrafts::reopenedKeepsExclusions()
{
    World world;
    Journal journal = world.openJournal();
    JobOutcome draft = draftOf(world, journal);
    draft.batch.rows[0].state = RowState::Excluded;
    QVERIFY(ImportJob::keepDraft(draft.job, draft.batch, journal));
    auto job = journal.job(draft.job.id).value().value();
    QCOMPARE(job.counts.excluded, 1);
    const JobOutcome reopened = world.engine().reopenDraft(std::move(job), *world.data, journal);
    QVERIFY(!reopened.problem);
    QCOMPARE(reopened.batch.rows[0].state, RowState::Excluded);
    QCOMPARE(reopened.previewed[0], RowState::NotSent); // so it can be included again
    QCOMPARE(reopened.batch.rows[1].state, RowState::NotSent);
}

void TestDrafts::changedMeanwhileIsHeld()
{
    World world;
    Journal journal = world.openJournal();
    const JobOutcome draft = draftOf(world, journal);
    // Somebody gives the product to the range, with other flags.
    world.server.edit(
        "modifySaleRangePds",
        R"({"opt_type":"0","dept_code":"BM01","sale_products":[{"product_code":"SP10001","is_must_sale":"0","is_new":"1"}]})");
    const JobOutcome posted = world.engine().post(draft.job, draft.batch, *world.data, journal);
    QVERIFY(!posted.problem);
    QCOMPARE(posted.job.counts.held, 1);
    QCOMPARE(posted.batch.rows[0].note, RowNote::ChangedMeanwhile);
    QCOMPARE(posted.job.counts.verified, 3);
    // It is no dead end: compared again it is held still, and goes over what is there when a person takes it.
    auto again = retryOf(posted.job, *world.data, journal);
    QVERIFY(again);
    QCOMPARE(again->file.batch.rows.size(), std::size_t(1));
    JobOutcome held = world.engine().draft(std::move(again->file), again->options, *world.data, journal);
    QVERIFY(!held.problem);
    QCOMPARE(held.batch.rows[0].state, RowState::Held);
    QVERIFY(canAccept(held.batch.rows[0]));
    held.job.options = withAccepted(held.job.options, {0});
    held = world.engine().reopenDraft(held.job, *world.data, journal);
    QCOMPARE(held.batch.rows[0].state, RowState::NotSent);
    // Only what was seen is taken: where it moves once more, it is held again.
    world.server.edit(
        "modifySaleRangePds",
        R"({"opt_type":"0","dept_code":"BM01","sale_products":[{"product_code":"SP10001","is_must_sale":"1","is_new":"1"}]})");
    const JobOutcome moved = world.engine().post(held.job, held.batch, *world.data, journal);
    QCOMPARE(moved.job.counts.held, 1);
    QCOMPARE(moved.job.counts.requestsSent, 0);
    Row unclear = held.batch.rows[0];
    unclear.state = RowState::Held;
    unclear.note = RowNote::ChangedMeanwhile;
    unclear.base.known = false;
    QVERIFY(!canAccept(unclear)); // what cannot be compared is never taken
}

void TestDrafts::foreignDraftIsRefused()
{
    World world;
    Journal journal = world.openJournal();
    const JobOutcome draft = draftOf(world, journal);
    ImportJob other(world.connection(), QStringLiteral("another company"), world.control, {});
    QVERIFY(other.reopenDraft(draft.job, *world.data, journal).problem);
    QVERIFY(other.post(draft.job, draft.batch, *world.data, journal).problem);
    QCOMPARE(writes(world), 0);
    QCOMPARE(journal.job(draft.job.id).value().value().state, JobState::Draft);
}

void TestDrafts::postWithoutJournalSendsNothing()
{
    World world;
    Journal journal = world.openJournal();
    const JobOutcome draft = draftOf(world, journal);
    Database::setFaultInjector([] { return true; });
    const JobOutcome posted = world.engine().post(draft.job, draft.batch, *world.data, journal);
    Database::setFaultInjector({});
    QVERIFY(posted.problem);
    QCOMPARE(posted.problem->kind, ErrorKind::Storage);
    QCOMPARE(posted.job.state, JobState::Draft);
    QCOMPARE(writes(world), 0);
    QCOMPARE(journal.job(draft.job.id).value().value().state, JobState::Draft);
}

void TestDrafts::unsentJobGoes_sentOneStays()
{
    World world;
    Journal journal = world.openJournal();
    const JobOutcome draft = draftOf(world, journal);
    QVERIFY(journal.removeUnsentJob(draft.job.id));
    QVERIFY(journal.jobs().value().empty());
    const JobOutcome sent = world.apply(sheet);
    const auto refused = journal.removeUnsentJob(sent.job.id);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QCOMPARE(journal.jobs().value().size(), 1U);
}

void TestDrafts::requestsAreTold()
{
    World world;
    Journal journal = world.openJournal();
    const JobOutcome draft = draftOf(world, journal);
    ImportJob engine = world.engine();
    std::vector<RequestRecord> told;
    engine.setRequestSink([&](const RequestRecord& request) { told.push_back(request); });
    QVERIFY(!engine.post(draft.job, draft.batch, *world.data, journal).problem);
    QCOMPARE(told.size(), 4U); // two requests: about to leave, and their fate
    QCOMPARE(std::count_if(told.begin(), told.end(),
                           [](const RequestRecord& r) { return r.state == RequestState::Intended; }),
             2);
}

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
