// SPDX-License-Identifier: GPL-3.0-or-later
// From the first start to a tested connection, the states of the keychain, switching, and posting to
// production.
#include "common/dialogs.h"
#include "core/language.h"
#include "profiles/key_dialog.h"
#include "program_world.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDirIterator>
#include <QMenu>
#include <QProcessEnvironment>
#include <QSignalSpy>
#include <QTest>

using namespace rangedesk;
using ui::BulkPage;
using namespace rangedesk::tests;

class TestProfiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        setLanguage(QStringLiteral("en"));
        m_dialogs = ui::dialogs();
    }
    void cleanup()
    {
        ui::dialogs() = m_dialogs;
        QApplication::setQuitOnLastWindowClosed(false);
    }
    void fromFirstStartToATestedConnection();
    void sampleDataInSpiteOfADamagedList();
    void wrongKeyIsExplained();
    void sampleData();
    void keychainStates_data();
    void keychainStates();
    void keyIsInMemoryAlone();
    void switching();
    void removed();
    void productionIsNotCalledATestLightly();
    void writeLock();
    void postingToProduction();
    void holdToConfirm();
    void controlsHaveNames();

private:
    ui::Dialogs m_dialogs;
};

/// The list is left as it is; the sample data opens beside it.
void TestProfiles::sampleDataInSpiteOfADamagedList()
{
    World world;
    const QString list = world.folder.filePath(QStringLiteral("profiles.json"));
    QFile file(list);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{broken");
    file.close();
    world.program->start({}, {});
    QVERIFY(world.program->editor() != nullptr);
    world.program->editor()->sampleButton()->click();
    QTRY_VERIFY(world.program->window() != nullptr && world.program->desk()->isOpen());
    QVERIFY(world.program->desk()->isDemo());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{broken"));
}

void TestProfiles::fromFirstStartToATestedConnection()
{
    World world;
    world.program->start({}, {});
    ui::ProfileEditor* editor = world.program->editor();
    QVERIFY(editor && editor->isVisible() && !world.program->window());
    QVERIFY(!editor->saveButton()->isEnabled()); // nothing is filled in
    ui::ProfileForm* form = editor->form();
    QTest::keyClicks(form->nameField(), QStringLiteral("Acme test"));
    form->environmentButton(Environment::Test)->click();
    form->addressField()->setText(world.server.address());
    QTest::keyClicks(form->openidField(), QString::fromStdString(demo::DemoServer::openid()));
    QTest::keyClicks(form->keyField(), QString::fromStdString(demo::DemoServer::key()));
    QVERIFY(editor->testButton()->isEnabled());
    editor->testButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(editor->report()->text().contains(QStringLiteral("8 conditions are enabled")),
                             20000);
    QCOMPARE(world.writes(), 0);
    // The key can be neither seen nor copied out of its field.
    form->keyField()->selectAll();
    form->keyField()->copy();
    QVERIFY(!QApplication::clipboard()->text().contains(QString::fromStdString(demo::DemoServer::key())));
    editor->saveButton()->click();
    QVERIFY(waitForOpen(world));
    QVERIFY(world.program->window()->isVisible() && !editor->isVisible());
    QVERIFY(form->typedKey().isEmpty());
    QCOMPARE(world.keychain.keys.size(), 1);
    QCOMPARE(world.keychain.keys.first(), QString::fromStdString(demo::DemoServer::key()));
    // The next start opens it without a question.
    QVERIFY(world.program->window()->close());
    world.program.reset();
    world.start();
    world.program->start({}, {});
    QVERIFY(waitForOpen(world));
    QCOMPARE(world.program->desk()->wish().profile, QStringLiteral("Acme test"));
    QCOMPARE(world.program->desk()->environment(), Environment::Test);
}

void TestProfiles::wrongKeyIsExplained()
{
    World world;
    world.program->start({}, {});
    ui::ProfileEditor* editor = world.program->editor();
    Profile profile = world.profile(QStringLiteral("Acme"), Environment::Test);
    editor->form()->setProfile(profile, false);
    editor->form()->keyField()->setText(QStringLiteral("wrong-key"));
    editor->testButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(editor->report()->text().contains(QStringLiteral("The server refused")), 20000);
    QVERIFY(!editor->report()->text().contains(QStringLiteral("wrong-key")));
    // Of a profile that is kept, the test is in the log, too.
    const QString folder = world.program->store().dataFolder(profile);
    QVERIFY(!QFile::exists(folder) && QDir().mkpath(folder));
    editor->testButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder + QStringLiteral("/log.db")), 20000);
    const auto entries = [&folder] {
        const auto read = RequestLog::readNewest(folder + QStringLiteral("/log.db"), 9);
        return read ? read->size() : 0U; // it may be in the making
    };
    QTRY_COMPARE(entries(), 1U);
    QTRY_VERIFY_WITH_TIMEOUT(editor->report()->text().contains(QStringLiteral("The server refused")), 20000);
    profile.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
    editor->form()->setProfile(profile, false);
    editor->form()->keyField()->setText(QStringLiteral("wrong-key"));
    editor->testButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(editor->report()->text().contains(QStringLiteral("not reached")), 20000);
    // Plain HTTP to another computer is not even tried.
    profile.baseUrl = QUrl(QStringLiteral("http://openapi.quanling.example"));
    editor->form()->setProfile(profile, false);
    editor->form()->keyField()->setText(QStringLiteral("wrong-key"));
    editor->testButton()->click();
    QTRY_VERIFY(editor->form()->findChild<ui::Note*>()->isVisible());
}

void TestProfiles::sampleData()
{
    World world;
    world.program->start({}, {});
    world.program->editor()->sampleButton()->click();
    QVERIFY(waitForOpen(world));
    QCOMPARE(world.program->desk()->environment(), Environment::Rehearsal);
    QVERIFY(world.program->desk()->isDemo());
    QCOMPARE(world.program->store().all()->size(), 1U);
}

void TestProfiles::keychainStates_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, KeychainState state, const char* says) {
        QTest::newRow(name) << static_cast<int>(state) << QString::fromLatin1(says);
    };
    row("absent", KeychainState::Absent, "holds no appkey");
    row("other form", KeychainState::OtherForm, "another form");
    row("none", KeychainState::None, "no keychain");
    row("denied", KeychainState::Denied, "locked");
    row("timed out", KeychainState::TimedOut, "does not answer");
    row("failed", KeychainState::Failed, "refused");
}

void TestProfiles::keychainStates()
{
    QFETCH(int, state);
    QFETCH(QString, says);
    World world;
    world.kept(QStringLiteral("Acme"), Environment::Test);
    world.keychain.state = static_cast<KeychainState>(state);
    ui::keyQuestion() = [](QWidget*, const QString&) {
        return std::optional(ui::TypedKey{AppKey(demo::DemoServer::key()), true});
    };
    world.program->start({}, {});
    QPushButton* type = nullptr;
    QTRY_VERIFY((type = world.program->window()->findChild<QPushButton*>(QStringLiteral("key.type"))) !=
                nullptr);
    QStringList said;
    for (const auto* each : world.program->window()->findChildren<ui::StatePanel*>())
        said << each->accessibleName();
    QVERIFY2(said.join(QLatin1Char(' ')).contains(says), qPrintable(said.join(QLatin1Char(' '))));
    QVERIFY(!world.program->desk()->isOpen());
    type->click(); // the key serves this run, whatever the keychain says to it
    QVERIFY(waitForOpen(world));
}

void TestProfiles::keyIsInMemoryAlone()
{
    World world;
    AppSettings settings;
    settings.logBodies = true; // all that the log may ever keep
    QVERIFY(saveSettings(world.folder.path(), settings));
    world.kept(QStringLiteral("Acme"), Environment::Test);
    world.program->start({}, {});
    QVERIFY(waitForOpen(world));
    // A session: read, a sheet to the review, posted.
    ui::MainWindow* window = world.program->window();
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
    ui::dialogs().confirm = [](QWidget*, const ui::Confirmation& c) {
        return ui::ConfirmationAnswer{true, std::vector<bool>(c.checks.size(), true)};
    };
    window->goTo(ui::MainWindow::Place::Ranges);
    window->page(ui::MainWindow::Place::Ranges)->refresh();
    window->bulk()->openSample("range-products");
    QTRY_VERIFY(window->bulk()->matchStep()->inspection() &&
                window->bulk()->matchStep()->inspection()->checked);
    window->bulk()->goOn();
    window->bulk()->reviewOrPost();
    QTRY_VERIFY_WITH_TIMEOUT(window->bulk()->step() == BulkPage::Step::Review, 30000);
    QTRY_VERIFY(window->bulk()->reviewStep()->isSettled());
    window->bulk()->reviewOrPost();
    QTRY_VERIFY_WITH_TIMEOUT(window->bulk()->step() == BulkPage::Step::Result, 60000);
    QVERIFY(world.writes() > 0);
    const QString exported = world.folder.filePath(QStringLiteral("exported.json"));
    ui::dialogs().saveFile = [&](QWidget*, const QString&, const QString&) { return exported; };
    world.program->exportProfile(world.program->store().all()->front());
    QVERIFY(QFile::exists(exported));
    const QByteArray canary = QByteArray::fromStdString(demo::DemoServer::key());
    QDirIterator files(world.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int searched = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(canary), qPrintable(file.fileName()));
        ++searched;
    }
    QVERIFY(searched > 5);
    for (const QWidget* widget : QApplication::allWidgets()) {
        for (const QString& text : {widget->accessibleName(), widget->toolTip(), widget->windowTitle()})
            QVERIFY(!text.contains(QString::fromLatin1(canary)));
    }
    QVERIFY(!QApplication::clipboard()->text().contains(QString::fromLatin1(canary)));
    for (const QString& entry : QProcessEnvironment::systemEnvironment().toStringList())
        QVERIFY(!entry.contains(QString::fromLatin1(canary)));
}

void TestProfiles::switching()
{
    World world;
    const Profile first = world.kept(QStringLiteral("Acme one"), Environment::Test);
    const Profile second = world.kept(QStringLiteral("Acme two"), Environment::Production);
    world.program->start(QStringLiteral("acme one"), {});
    QVERIFY(waitForOpen(world));
    QCOMPARE(world.program->desk()->wish().profile, first.name);
    QMenu menu;
    Q_EMIT world.program->window()->profileMenuWanted(&menu);
    QAction* other = nullptr;
    for (QAction* action : menu.actions()) {
        if (action->text().contains(second.name))
            other = action;
    }
    QVERIFY(other != nullptr && !other->isChecked());
    other->trigger();
    QTRY_VERIFY(world.program->desk()->wish().profile == second.name);
    QVERIFY(waitForOpen(world));
    QCOMPARE(world.program->desk()->environment(), Environment::Production);
    QVERIFY(world.program->window()->windowTitle().contains(QStringLiteral("PROD")));
    // Each has a folder of its own.
    QVERIFY(QFile::exists(world.program->store().dataFolder(first) + QStringLiteral("/journal.db")));
    QVERIFY(QFile::exists(world.program->store().dataFolder(second) + QStringLiteral("/journal.db")));
}

void TestProfiles::removed()
{
    World world;
    const Profile profile = world.kept(QStringLiteral("Acme"), Environment::Test);
    world.program->start({}, {});
    QVERIFY(waitForOpen(world));
    bool answer = false;
    QString name;
    ui::dialogs().confirm = [&](QWidget*, const ui::Confirmation& c) {
        name = c.name;
        return ui::ConfirmationAnswer{answer, {}};
    };
    world.program->remove(profile);
    QCOMPARE(name, QStringLiteral("Acme")); // has to be typed
    QCOMPARE(world.program->store().all()->size(), 1U);
    answer = true;
    world.program->remove(profile);
    QTRY_VERIFY(world.program->store().all()->empty());
    QVERIFY(!QFile::exists(world.program->store().dataFolder(profile)));
    QTRY_VERIFY(world.keychain.keys.isEmpty());
    QTRY_VERIFY(world.program->editor() && world.program->editor()->isVisible()); // nothing is left to open
}

void TestProfiles::productionIsNotCalledATestLightly()
{
    World world;
    const Profile profile = world.kept(QStringLiteral("Acme PROD"), Environment::Production);
    world.program->start({}, {});
    QVERIFY(waitForOpen(world));
    bool answer = false;
    QStringList names;
    ui::dialogs().confirm = [&](QWidget*, const ui::Confirmation& c) {
        names << c.name;
        return ui::ConfirmationAnswer{answer, {}};
    };
    world.program->edit(profile);
    world.program->editor()->form()->environmentButton(Environment::Test)->click();
    world.program->editor()->saveButton()->click();
    QCOMPARE(names, QStringList{QStringLiteral("Acme PROD")});
    QCOMPARE(world.program->store().all()->front().environment, Environment::Production);
    // A second profile of the same company is no way around it.
    Profile twin = world.profile(QStringLiteral("Acme again"), Environment::Test);
    world.program->edit(twin);
    world.program->editor()->form()->keyField()->setText(QStringLiteral("some-key"));
    world.program->editor()->saveButton()->click();
    QCOMPARE(names.size(), 2);
    QCOMPARE(world.program->store().all()->size(), 1U);
    answer = true;
    world.program->editor()->saveButton()->click();
    QTRY_COMPARE(world.program->store().all()->size(), 2U);
    QTRY_VERIFY(world.program->desk() &&
                world.program->desk()->wish().profile == QStringLiteral("Acme again"));
}

void TestProfiles::writeLock()
{
    World world;
    world.kept(QStringLiteral("Acme"), Environment::Test);
    world.program->start({}, {});
    QVERIFY(waitForOpen(world));
    WriteLock* lock = world.program->desk()->writeLock();
    QVERIFY(lock != nullptr && !lock->isOpen());
    QPushButton* button = world.program->window()->titleBar()->lockButton();
    QVERIFY(button->accessibleName().contains(QStringLiteral("on")));
    ui::dialogs().confirm = [](QWidget*, const ui::Confirmation&) { return ui::ConfirmationAnswer{}; };
    button->click();
    QVERIFY(!lock->isOpen());
    ui::dialogs().confirm = [](QWidget*, const ui::Confirmation& c) {
        return ui::ConfirmationAnswer{c.name == QStringLiteral("Acme"), {}};
    };
    button->click();
    QVERIFY(lock->isOpen());
    QTRY_VERIFY(button->accessibleName().contains(QStringLiteral("open")));
    button->click(); // closing needs no word
    QVERIFY(!lock->isOpen());
}

void TestProfiles::postingToProduction()
{
    World world;
    world.kept(QStringLiteral("Acme PROD"), Environment::Production);
    world.program->start({}, {});
    QVERIFY(waitForOpen(world));
    ui::MainWindow* window = world.program->window();
    window->bulk()->openSample("range-products");
    QTRY_VERIFY(window->bulk()->matchStep()->inspection() &&
                window->bulk()->matchStep()->inspection()->checked);
    window->bulk()->goOn();
    window->bulk()->reviewOrPost();
    QTRY_VERIFY_WITH_TIMEOUT(window->bulk()->step() == BulkPage::Step::Review, 30000);
    QTRY_VERIFY(window->bulk()->reviewStep()->isSettled());
    std::vector<ui::Confirmation> asked;
    ui::dialogs().confirm = [&](QWidget*, const ui::Confirmation& c) {
        asked.push_back(c);
        return ui::ConfirmationAnswer{asked.size() == 1, std::vector<bool>(c.checks.size(), true)};
    };
    window->bulk()->reviewOrPost(); // the lock is opened, the posting declined
    QCOMPARE(asked.size(), 2U);
    QCOMPARE(asked[0].name, QStringLiteral("Acme PROD"));
    QCOMPARE(asked[1].name, QStringLiteral("Acme PROD"));
    QVERIFY(asked[1].act.contains(QStringLiteral("requests to PROD")));
    QCOMPARE(QByteArray(asked[1].kind), QByteArray("production"));
    QTest::qWait(200);
    QCOMPARE(world.writes(), 0);
    QCOMPARE(window->bulk()->step(), BulkPage::Step::Review);
    ui::dialogs().confirm = [](QWidget*, const ui::Confirmation& c) {
        return ui::ConfirmationAnswer{true, std::vector<bool>(c.checks.size(), true)};
    };
    window->bulk()->reviewOrPost();
    QTRY_VERIFY_WITH_TIMEOUT(window->bulk()->step() == BulkPage::Step::Result, 60000);
    QVERIFY(world.writes() > 0);
    QTRY_VERIFY(!world.program->desk()->writeLock()->isOpen()); // as it was ticked
}

void TestProfiles::holdToConfirm()
{
    ui::Confirmation question;
    question.title = QStringLiteral("Post?");
    question.name = QString::fromUtf8("泉岭食品-正式");
    question.act = QStringLiteral("Post");
    question.back = QStringLiteral("Back");
    question.kind = "production";
    ui::ConfirmDialog dialog(nullptr, question);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog, tests::patience));
    auto* act = dialog.findChild<QPushButton*>(QStringLiteral("confirm.act"));
    auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("confirm.name"));
    QVERIFY(!act->isEnabled());
    QApplication::clipboard()->setText(question.name);
    QTest::keyClick(name, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(name, Qt::Key_Insert, Qt::ShiftModifier);
    QVERIFY(name->text().isEmpty()); // typed, not pasted
    name->setText(question.name.chopped(1));
    QVERIFY(!act->isEnabled());
    name->setText(question.name);
    QVERIFY(act->isEnabled());
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    act->setFocus();
    QTest::keyClick(act, Qt::Key_Return);
    QTest::keyClick(act, Qt::Key_Space); // a short press is none
    QTest::qWait(50);
    QVERIFY(dialog.isVisible());
    QTest::keyPress(act, Qt::Key_Space);
    QTRY_VERIFY(!dialog.isVisible());
    QTest::keyRelease(act, Qt::Key_Space);
    QVERIFY(dialog.answer().isAgreed);
}

void TestProfiles::controlsHaveNames()
{
    World world;
    world.program->start({}, {});
    QStringList nameless;
    for (const QWidget* widget : world.program->editor()->findChildren<QWidget*>()) {
        const bool takesFocus =
            widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(world.program->editor());
        const bool isControl = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                               (qobject_cast<const QLineEdit*>(widget) != nullptr &&
                                qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) == nullptr) ||
                               qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
        if (takesFocus && isControl && widget->accessibleName().isEmpty())
            nameless << QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                                    widget->objectName());
    }
    QCOMPARE(nameless, QStringList());
}

QTEST_MAIN(TestProfiles)
#include "tst_profiles.moc"
