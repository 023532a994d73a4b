// SPDX-License-Identifier: GPL-3.0-or-later
// What people see of the network: the log, the connection's panel, certificates that are refused, a run that
// pauses when the network goes, and the settings.
#include "common/certificate_card.h"
#include "common/dialogs.h"
#include "common/preferences.h"
#include "core/language.h"
#include "demo/demo_server.h"
#include "gate.h"
#include "openapi/tls_servers.h"
#include "profiles/network_fields.h"
#include "session/log_words.h"
#include "session/mapping_store.h"
#include "shell/connection_panel.h"
#include "shell/program.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;
using namespace rangedesk::ui;
using namespace rangedesk::tests;
using Place = MainWindow::Place;

namespace {

/// A window on a server, which may be the demo server behind a gate.
struct Opened
{
    explicit Opened(const QUrl& server, const QByteArray& authorities = {},
                    std::chrono::milliseconds firstByteTimeout = limits::firstByteTimeout)
    {
        Preferences::setFile(folder.filePath(QStringLiteral("window.ini")));
        SessionWish wish;
        wish.dataDir = folder.filePath(QStringLiteral("data"));
        wish.settingsFolder = folder.path();
        wish.settings = settings;
        wish.environment = Environment::Test;
        wish.connection.baseUrl = server;
        wish.connection.openid = demo::DemoServer::openid();
        wish.connection.requestsPerSecond = 0;
        wish.connection.authorities = authorities;
        wish.connection.firstByteTimeout = firstByteTimeout;
        desk = std::make_unique<Desk>(std::move(wish), AppKey(demo::DemoServer::key()));
        desk->runner().setReadBackPauses(
            {std::chrono::milliseconds(0), std::chrono::milliseconds(50), std::chrono::milliseconds(100)});
        window = std::make_unique<MainWindow>(*desk);
        window->resize(1440, 900);
        window->show();
        window->open({});
    }
    /// The sample sheet, checked and compared.
    bool review() const
    {
        BulkPage* bulk = window->bulk();
        bulk->openSample("range-products");
        const bool isThere = QTest::qWaitFor(
            [bulk] { return bulk->matchStep()->inspection() && bulk->matchStep()->inspection()->checked; },
            tests::patience);
        bulk->goOn();
        bulk->reviewOrPost();
        return isThere && QTest::qWaitFor(
                              [bulk] {
                                  return bulk->step() == BulkPage::Step::Review &&
                                         bulk->reviewStep()->isSettled();
                              },
                              patience);
    }
    /// Posts it; with some requests answered, and most not sent, this happens at the gate.
    bool post(Gate& gate, std::function<void()> act) const
    {
        if (!review())
            return false;
        gate.at(limits::inFlight * 2, "modifySaleRangePds", std::move(act));
        window->bulk()->reviewOrPost();
        return QTest::qWaitFor([this] { return desk->runner().progress().requestsAnswered > 0; }, patience);
    }
    bool isOpen() const
    {
        return QTest::qWaitFor([this] { return desk->isOpen(); }, 20000);
    }
    template <typename T = QPushButton> T* child(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }

    AppSettings settings;
    QTemporaryDir folder;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<MainWindow> window;
};

QUrl urlOf(quint16 port, const char* scheme = "http")
{
    return QUrl(QStringLiteral("%1://localhost:%2").arg(QLatin1String(scheme)).arg(port));
}

quint16 portOf(const demo::DemoServer& server)
{
    return static_cast<quint16>(QUrl(server.address()).port());
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void logShowsEveryRequest();
    void logIsEmptyAtFirst();
    void logTellsOfTampering();
    void networkLossPausesAndAsks();
    void hungServerPausesToo();
    void cancelledWhilePausedSendsNothingMore();
    void pausedRunCanBeStopped();
    void panelFollowsTheConnection();
    void refusedCertificateIsShown();
    void profileTakesAuthorityAndProxy();
    void settingsAreKept();
};

void TestConnection::init()
{
    setLanguage(QStringLiteral("en"));
    dialogs().ask = [](QWidget*, const Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    };
}

void TestConnection::logShowsEveryRequest()
{
    demo::DemoServer server;
    QVERIFY(server.start());
    Opened opened(QUrl(server.address()));
    QVERIFY(opened.isOpen());
    MainWindow& window = *opened.window;
    window.goTo(Place::Ranges);
    auto* ranges = static_cast<ListPage*>(window.page(Place::Ranges));
    QSignalSpy read(ranges, &ListPage::readingEnded);
    ranges->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty(), 20000);
    const std::int64_t sent = opened.desk->connection()->readsSent();
    QVERIFY(sent > 0);

    auto* log = static_cast<LogPage*>(window.page(Place::Log));
    auto* table = log->findChild<TableView*>();
    auto* model = static_cast<LogModel*>(table->model());
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTest::keyClick(&window, Qt::Key_7, Qt::ControlModifier);
    QTRY_COMPARE(model->rowCount(), static_cast<int>(sent));
    const LogEntry& newest = model->rows()->entry(0);
    QCOMPARE(newest.outcome, LogOutcome::Answered);
    // Search, and the chips that filter.
    auto* search = opened.child<QLineEdit>("log.search");
    search->setText(QStringLiteral("nothing like this"));
    QTRY_COMPARE(model->rowCount(), 0);
    search->setText(QStringLiteral("sale RANGES"));
    QTRY_COMPARE(model->rowCount(), static_cast<int>(sent) - 1); // the dimensions are asked for, too
    search->clear();
    model->setFacets(LogRows::Writes);
    QTRY_COMPARE(model->rowCount(), 0);
    model->setFacets(0);
    QTRY_COMPARE(model->rowCount(), static_cast<int>(sent));
    // The chosen one beside it, and as a command without the key.
    table->goToRow(0);
    QTRY_VERIFY(opened.child("log.curl")->isVisible());
    opened.child("log.curl")->click();
    const QString command = QApplication::clipboard()->text();
    QVERIFY(command.contains(QStringLiteral("curl")) &&
            command.contains(QStringLiteral("$RANGEDESK_APPKEY")));
    QVERIFY(!command.contains(QString::fromStdString(demo::DemoServer::key())));
    // All of it as a file.
    const QString file = opened.folder.filePath(QStringLiteral("log.csv"));
    dialogs().saveFile = [&](QWidget*, const QString&, const QString&) { return file; };
    opened.child("log.export")->click();
    QTRY_VERIFY(QFile::exists(file));
    // More requests: F5 brings them on top, the chosen row stays.
    const quint64 chosen = model->keyAt(table->currentIndex().row());
    read.clear();
    ranges->readEverything();
    QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty(), 20000);
    log->refresh();
    QTRY_VERIFY(model->rowCount() > static_cast<int>(sent));
    QCOMPARE(model->keyAt(table->currentIndex().row()), chosen);
    model->sort(static_cast<int>(LogModel::Column::Duration), Qt::DescendingOrder);
    QTRY_VERIFY(!model->isWorking());
    QVERIFY(model->rows()->entry(model->sourceRow(0)).milliseconds >=
            model->rows()->entry(model->sourceRow(1)).milliseconds);
}

void TestConnection::logIsEmptyAtFirst()
{
    demo::DemoServer server;
    QVERIFY(server.start());
    Opened opened(QUrl(server.address()));
    QVERIFY(opened.isOpen());
    opened.window->goTo(Place::Log);
    auto* panel = opened.window->page(Place::Log)->findChild<StatePanel*>();
    QTRY_VERIFY(panel->isVisible() && panel->accessibleName().contains(QStringLiteral("Nothing was sent")));
}

void TestConnection::logTellsOfTampering()
{
    demo::DemoServer server;
    QVERIFY(server.start());
    Opened opened(QUrl(server.address()));
    QVERIFY(opened.isOpen());
    auto* ranges = static_cast<ListPage*>(opened.window->page(Place::Ranges));
    QSignalSpy read(ranges, &ListPage::readingEnded);
    ranges->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty(), 20000);
    opened.window->goTo(Place::Log);
    auto* log = static_cast<LogPage*>(opened.window->page(Place::Log));
    QSignalSpy verified(log, &LogPage::verified);
    log->verify();
    QTRY_COMPARE(verified.size(), 1);
    auto* note = log->findChild<Note*>();
    QVERIFY2(note->text().contains(QStringLiteral("whole")), qPrintable(note->text()));
    QTRY_VERIFY(note->isVisible());
    {
        auto database = Database::open(opened.desk->data()->logPath(), {}, true);
        QVERIFY(database && database->run(QStringLiteral("UPDATE entry SET words='x' WHERE sequence=1")));
    }
    log->verify();
    QTRY_COMPARE(verified.size(), 2);
    QVERIFY2(note->text().contains(QStringLiteral("Entry 1")), qPrintable(note->text()));
}

void TestConnection::networkLossPausesAndAsks()
{
    demo::DemoServer server;
    QVERIFY(server.start());
    QVERIFY(server.set("latency=40"));
    Gate gate(portOf(server));
    Opened opened(urlOf(gate.port()));
    QVERIFY(opened.isOpen());
    MainWindow& window = *opened.window;
    JobRunner& runner = opened.desk->runner();
    QVERIFY(opened.post(gate, [&gate] { gate.shut(); }));
    auto* bar = window.findChild<OfflineBar*>();
    QTRY_VERIFY_WITH_TIMEOUT(runner.isNetworkLost(), 30000);
    QVERIFY(runner.isPaused());
    QTRY_VERIFY(bar->isVisible() && bar->accessibleName().contains(QStringLiteral("paused itself")));
    QTRY_COMPARE(runner.progress().inFlight, 0); // what was on its way is told as lost
    const auto answered = runner.progress().requestsAnswered;
    // It comes back: nothing goes on by itself.
    QVERIFY(gate.open());
    QTRY_VERIFY_WITH_TIMEOUT(bar->accessibleName().contains(QStringLiteral("Go on")), 20000);
    QTest::qWait(300);
    QCOMPARE(runner.progress().requestsAnswered, answered);
    QVERIFY(runner.isBusy() && runner.isPaused());
    // A person lets it.
    bar->retryButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.bulk()->step() == BulkPage::Step::Result, 60000);
    const JobCounts& counts = window.bulk()->resultView()->outcome()->job.counts;
    QCOMPARE(counts.unknown, 0);
    QCOMPARE(counts.notSent, 0);
    QCOMPARE(counts.verified + counts.failed, counts.planned);
    QTRY_VERIFY(!bar->isVisible());
}

void TestConnection::hungServerPausesToo()
{
    demo::DemoServer server;
    QVERIFY(server.start());
    QVERIFY(server.set("latency=40"));
    Gate gate(portOf(server));
    Opened opened(urlOf(gate.port()), {}, std::chrono::milliseconds(3000));
    QVERIFY(opened.isOpen());
    JobRunner& runner = opened.desk->runner();
    QVERIFY(opened.post(gate, [&gate] { gate.freeze(true); }));
    QTRY_VERIFY_WITH_TIMEOUT(runner.isNetworkLost(), 30000);
    QVERIFY(runner.isPaused());
    QTRY_COMPARE_WITH_TIMEOUT(runner.progress().inFlight, 0, 20000); // what was under way has run out of time
    const auto answered = runner.progress().requestsAnswered;
    QTest::qWait(1500);
    QCOMPARE(runner.progress().requestsAnswered, answered); // nothing more is posted into the void
    gate.freeze(false);
    auto* bar = opened.window->findChild<OfflineBar*>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->accessibleName().contains(QStringLiteral("Go on")), 30000);
    bar->retryButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(opened.window->bulk()->step() == BulkPage::Step::Result, 60000);
    const JobCounts& counts = opened.window->bulk()->resultView()->outcome()->job.counts;
    QCOMPARE(counts.unknown, 0);
    QCOMPARE(counts.notSent, 0);
}

void TestConnection::cancelledWhilePausedSendsNothingMore()
{
    demo::DemoServer server;
    QVERIFY(server.start());
    QVERIFY(server.set("latency=40"));
    Gate gate(portOf(server));
    Opened opened(urlOf(gate.port()));
    QVERIFY(opened.isOpen());
    JobRunner& runner = opened.desk->runner();
    QSignalSpy finished(&runner, &JobRunner::finished);
    QVERIFY(opened.post(gate, [&gate] { gate.shut(); }));
    QTRY_VERIFY_WITH_TIMEOUT(runner.isNetworkLost(), 30000);
    runner.cancel();
    QVERIFY(!runner.isNetworkLost());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    const auto broken = finished.takeFirst().at(0).value<SharedOutcome>();
    QCOMPARE(broken->job.state, JobState::Interrupted); // what was sent could not be verified
    QVERIFY2(broken->problem->advice.contains(QStringLiteral("cancelled")),
             qPrintable(broken->problem->advice));
    auto* bar = opened.window->findChild<OfflineBar*>();
    QTRY_VERIFY(!bar->accessibleName().contains(QStringLiteral("paused itself")));
    // Resumed, it settles and verifies; what was cancelled stays unsent.
    QVERIFY(gate.open());
    const std::string before = server.state();
    runner.resume(broken->job.id);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    const auto settled = finished.takeFirst().at(0).value<SharedOutcome>();
    QVERIFY2(!settled->problem, settled->problem ? qPrintable(settled->problem->text()) : "");
    QCOMPARE(settled->job.state, JobState::Cancelled);
    QVERIFY(settled->job.counts.notSent > 0);
    QVERIFY(settled->job.counts.verified > 0);
    QCOMPARE(settled->job.counts.unknown, 0);
    QCOMPARE(server.state(), before);
}

void TestConnection::pausedRunCanBeStopped()
{
    demo::DemoServer server;
    QVERIFY(server.start());
    QVERIFY(server.set("latency=40"));
    Gate gate(portOf(server));
    Opened opened(urlOf(gate.port()));
    QVERIFY(opened.isOpen());
    MainWindow& window = *opened.window;
    JobRunner& runner = opened.desk->runner();
    QVERIFY(opened.review());
    gate.shut(); // gone before the targets are read again
    window.bulk()->reviewOrPost();
    QTRY_VERIFY_WITH_TIMEOUT(runner.isNetworkLost(), 30000);
    runner.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!runner.isBusy(), 20000);
    QVERIFY(!runner.isNetworkLost());
}

void TestConnection::panelFollowsTheConnection()
{
    demo::DemoServer server;
    QVERIFY(server.start());
    QVERIFY(server.set("clock-skew=300"));
    Opened opened(QUrl(server.address()));
    QVERIFY(opened.isOpen());
    QTest::keyClick(opened.window.get(), Qt::Key_I, Qt::ControlModifier);
    auto* panel = opened.window->findChild<ConnectionPanel*>();
    QVERIFY(panel != nullptr && panel->isVisible());
    QVERIFY(panel->text().contains(QStringLiteral("Not asked yet")));
    QSignalSpy tested(panel, &ConnectionPanel::tested);
    opened.child("connection.test")->click();
    QTRY_COMPARE(tested.size(), 1);
    QVERIFY2(panel->text().contains(QStringLiteral("The server answers")), qPrintable(panel->text()));
    QVERIFY2(panel->text().contains(QStringLiteral("s ahead")), qPrintable(panel->text()));
    QVERIFY(panel->text().contains(QStringLiteral("none: not encrypted")));
    QVERIFY(!panel->text().contains(QString::fromStdString(demo::DemoServer::key())));
    opened.desk->connection()->slowDown(QStringLiteral("请求过于频繁"));
    QTRY_VERIFY(panel->text().contains(QStringLiteral("请求过于频繁")));
    auto* status = opened.child("status.connection");
    QTRY_VERIFY(status->text().contains(QStringLiteral("answers")));
    setLanguage(QStringLiteral("zh"));
    QTRY_VERIFY(panel->text().contains(QStringLiteral("服务器有答复")));
    setLanguage(QStringLiteral("en"));
}

void TestConnection::refusedCertificateIsShown()
{
    Authority authority;
    QVERIFY(authority.make());
    QVERIFY(authority.sign(QStringLiteral("expired"), QStringLiteral("localhost"),
                           QStringLiteral("20200101000000Z"), QStringLiteral("20210305000000Z")));
    SecureServer server;
    QVERIFY(server.serve(authority, QStringLiteral("expired")));
    Opened opened(urlOf(server.port(), "https"), authority.pem("ca.pem"));
    QVERIFY(opened.isOpen());
    opened.window->goTo(Place::Ranges);
    auto* page = static_cast<ListPage*>(opened.window->page(Place::Ranges));
    QSignalSpy read(page, &ListPage::readingEnded);
    page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty(), 20000);
    QTRY_VERIFY(page->findChild<CertificateCard*>() != nullptr);
    auto* card = page->findChild<CertificateCard*>();
    QTRY_VERIFY(card->isVisible());
    QVERIFY2(card->accessibleName().contains(QStringLiteral("Quanling Test CA")),
             qPrintable(card->accessibleName()));
    // Nothing on the page offers to go on all the same.
    for (const auto* button : page->findChildren<QAbstractButton*>())
        QVERIFY(!button->text().contains(QStringLiteral("anyway"), Qt::CaseInsensitive));
    QTRY_VERIFY(opened.child("status.connection")->text().contains(QStringLiteral("Certificate refused")));
    QTest::keyClick(opened.window.get(), Qt::Key_I, Qt::ControlModifier);
    auto* panel = opened.window->findChild<ConnectionPanel*>();
    QVERIFY(panel->findChild<CertificateCard*>() != nullptr);
    QVERIFY(panel->text().contains(QStringLiteral("2021-03-05")));
    QVERIFY(!opened.window->findChild<OfflineBar*>()->isVisible()); // the network is there
    QCOMPARE(server.received(), QByteArray());
}

void TestConnection::profileTakesAuthorityAndProxy()
{
    Authority authority;
    QVERIFY(authority.make());
    ProfileForm form(nullptr);
    Profile profile;
    profile.id = QStringLiteral("p1");
    profile.name = QStringLiteral("泉岭食品-测试");
    profile.environment = Environment::Test;
    profile.openid = QStringLiteral("8930212674401593001");
    form.setProfile(profile, true);
    form.show();
    form.findChild<QToolButton*>(QStringLiteral("profile.network"))->click();
    QVERIFY(form.network()->isVisible());
    // A key is refused, an authority taken; what else stood in the file is not.
    form.network()->addAuthorities(authority.path("ca.key"));
    QVERIFY(form.findChild<Note*>() != nullptr);
    QVERIFY(form.profile().authorities.isEmpty());
    QFile mixed(authority.path("mixed.pem"));
    QVERIFY(mixed.open(QIODevice::WriteOnly));
    mixed.write("some words\n" + authority.pem("ca.pem"));
    mixed.close();
    form.network()->addAuthorities(mixed.fileName());
    QVERIFY(form.profile().authorities.startsWith("-----BEGIN CERTIFICATE-----"));
    QVERIFY(readAuthorities(form.profile().authorities));
    auto* kind = form.findChild<QComboBox*>(QStringLiteral("profile.proxy"));
    kind->setCurrentIndex(2);
    auto* host = form.findChild<QLineEdit*>(QStringLiteral("profile.proxyHost"));
    QVERIFY(host->isVisible());
    QVERIFY(!checkedProfile(form.profile(), {})); // no host yet
    host->setText(QStringLiteral(" proxy.quanling.example "));
    form.findChild<QLineEdit*>(QStringLiteral("profile.proxyUser"))->setText(QStringLiteral("ops"));
    form.findChild<QComboBox*>(QStringLiteral("profile.color"))->setCurrentIndex(2);
    const auto checked = checkedProfile(form.profile(), {});
    QVERIFY(checked);
    QCOMPARE(checked->proxyHost, QStringLiteral("proxy.quanling.example"));
    QVERIFY(checked->needsProxyPassword());
    // Kept, exported and read again: all of it, and no password.
    form.findChild<QLineEdit*>(QStringLiteral("profile.proxyPassword"))->setText(QStringLiteral("s3cret"));
    const auto back = profileFromJson(toJson(*checked));
    QVERIFY(back);
    QCOMPARE(back->proxyHost, checked->proxyHost);
    QCOMPARE(back->proxyUser, checked->proxyUser);
    QCOMPARE(back->authorities, checked->authorities);
    QCOMPARE(back->color, ProfileColor::Blue);
    QVERIFY(!ProfileStore::exported(form.profile()).contains("s3cret"));
    // A click anywhere in the card chooses.
    auto* card = form.environmentButton(Environment::Production)->parentWidget();
    QTest::mouseClick(card, Qt::LeftButton, {}, QPoint(card->width() - 6, card->height() - 6));
    QCOMPARE(form.profile().environment, Environment::Production);
}

void TestConnection::settingsAreKept()
{
    demo::DemoServer server;
    QVERIFY(server.start());
    Opened opened(QUrl(server.address()));
    QVERIFY(opened.isOpen());
    opened.window->goTo(Place::Settings);
    opened.child<QSpinBox>("settings.logDays")->setValue(30);
    opened.child<QCheckBox>("settings.logBodies")->setChecked(true);
    opened.child<QDoubleSpinBox>("settings.rate")->setValue(4);
    const AppSettings kept = loadSettings(opened.folder.path());
    QCOMPARE(kept.logDays, 30);
    QVERIFY(kept.logBodies);
    // Bodies are kept from now on, not from the next start.
    opened.window->goTo(Place::Ranges);
    auto* ranges = static_cast<ListPage*>(opened.window->page(Place::Ranges));
    QSignalSpy read(ranges, &ListPage::readingEnded);
    ranges->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty(), 20000);
    opened.desk->session().log()->flush();
    const QString log = opened.desk->data()->logPath();
    const auto newest = RequestLog::readNewest(log, 1);
    QVERIFY(newest && !newest->empty());
    const auto entry = RequestLog::readEntry(log, newest->front().sequence);
    QVERIFY(entry && entry->has_value() && !(*entry)->requestBody.isEmpty());
    QCOMPARE(ProfileStore(opened.folder.path()).fresh().requestsPerSecond, 4.0);
    // Column templates in a folder that is shared.
    const MappingStore templates(opened.folder.path());
    const QTemporaryDir shared;
    ui::dialogs().chooseFolder = [&shared](QWidget*, const QString&, const QString&) {
        return shared.path();
    };
    opened.child<QPushButton>("settings.chooseTemplates")->click();
    QVERIFY(templates.save({QStringLiteral("华东"), ChangeKind::RangeProducts, {}, {}}));
    QCOMPARE(QDir(shared.path()).entryList(QDir::Files).size(), 1);
    QCOMPARE(templates.all().size(), 1U);
    opened.child<QPushButton>("settings.ownTemplates")->click();
    QVERIFY(templates.all().empty());
    QVERIFY(!opened.child<QPushButton>("settings.ownTemplates")->isVisible());
    opened.child<QRadioButton>("settings.language.0")->click();
    QTRY_COMPARE(opened.child<QCheckBox>("settings.logBodies")->text().contains(QStringLiteral("保存")),
                 true);
    opened.child<QRadioButton>("settings.theme.2")->click();
    QVERIFY(Theme::instance().isDark());
    opened.child<QRadioButton>("settings.theme.1")->click();
    // A damaged file, and one with values out of bounds, mean the defaults.
    QFile file(opened.folder.filePath(QStringLiteral("settings.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"logDays\":-5,\"inFlight\":1e9,\"productsPerRequest\":\"x\"}");
    file.close();
    QCOMPARE(loadSettings(opened.folder.path()), AppSettings());
    QVERIFY(!saveSettings(QStringLiteral("/proc/none"), kept));
}

QTEST_MAIN(TestConnection)
#include "tst_connection.moc"
