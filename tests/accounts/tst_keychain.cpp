// SPDX-License-Identifier: GPL-3.0-or-later
// QtKeychain against a real gnome-keyring in a D-Bus session of its own, unlocked with a test password.
#include "accounts/keychain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;

namespace {

constexpr std::chrono::milliseconds patience{8000};

KeychainAnswer answerOf(const std::function<void(Keychain&, Keychain::Done)>& ask,
                        std::chrono::milliseconds limit = patience)
{
    Keychain keychain(limit);
    std::optional<KeychainAnswer> got;
    ask(keychain, [&](KeychainAnswer answer) { got = std::move(answer); });
    if (!QTest::qWaitFor([&] { return got.has_value(); }, static_cast<int>(limit.count()) + 5000))
        return {};
    return std::move(*got);
}

KeychainAnswer read(const QString& id)
{
    return answerOf([&](Keychain& k, Keychain::Done done) { k.read(id, std::move(done)); });
}

KeychainAnswer write(const QString& id, const char* key)
{
    return answerOf([&](Keychain& k, Keychain::Done done) { k.write(id, AppKey(key), std::move(done)); });
}

KeychainAnswer removed(const QString& id)
{
    return answerOf([&](Keychain& k, Keychain::Done done) { k.remove(id, std::move(done)); });
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void noKeychain(); // before there is one: GLib ends a process whose session bus goes
    void withKeyring();
    void storedReadChangedRemoved();
    void absent();
    void entryOfOtherForm();
    void locked();
    void hangs();

private:
    bool run(const QString& program, const QStringList& arguments, const QByteArray& input = {});

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_daemon;
};

bool TestKeychain::run(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(10000) && process.exitCode() == 0;
}

void TestKeychain::initTestCase()
{
    for (const char* program : {"dbus-daemon", "gnome-keyring-daemon", "secret-tool"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            QSKIP("gnome-keyring, dbus and libsecret-tools are not installed");
    }
    qputenv("HOME", m_home.path().toUtf8());
    qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("share")).toUtf8());
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    qunsetenv("DISPLAY"); // nobody to ask for a password
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
}

void TestKeychain::withKeyring()
{
    // The bus starts no service by itself: a question that came before the daemon below is on the bus would
    // have it start a second one, which is locked and which nobody can unlock.
    QFile bus(m_home.filePath(QStringLiteral("bus.conf")));
    QVERIFY(bus.open(QIODevice::WriteOnly));
    bus.write(QByteArrayLiteral(R"(<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=HOME</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)")
                  .replace("HOME", m_home.path().toUtf8()));
    bus.close();
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--config-file=") + bus.fileName(), QStringLiteral("--nofork"),
                 QStringLiteral("--print-address")});
    QVERIFY(m_bus.waitForReadyRead(10000));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    m_daemon.start(
        QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    m_daemon.write("test-password");
    m_daemon.closeWriteChannel();
    QVERIFY(QTest::qWaitFor([] { return write(QStringLiteral("probe"), "x").state == KeychainState::Done; },
                            20000));
}

void TestKeychain::cleanupTestCase()
{
    for (QProcess* process : {&m_daemon, &m_bus}) {
        process->kill();
        process->waitForFinished();
    }
}

void TestKeychain::storedReadChangedRemoved()
{
    const QString id = QStringLiteral("one");
    QCOMPARE(write(id, "first-key").state, KeychainState::Done);
    const KeychainAnswer first = read(id);
    QCOMPARE(first.state, KeychainState::Done);
    QCOMPARE(first.key.reveal(), std::string("first-key"));
    QCOMPARE(write(id, "second-key").state, KeychainState::Done);
    QCOMPARE(read(id).key.reveal(), std::string("second-key"));
    QCOMPARE(removed(id).state, KeychainState::Done);
    QCOMPARE(read(id).state, KeychainState::Absent);
    QCOMPARE(removed(id).state, KeychainState::Done); // nothing there is as good
}

void TestKeychain::absent()
{
    QCOMPARE(read(QStringLiteral("never-written")).state, KeychainState::Absent);
}

void TestKeychain::entryOfOtherForm()
{
    QVERIFY(run(QStringLiteral("secret-tool"),
                {QStringLiteral("store"), QStringLiteral("--label=RangeDesk"), QStringLiteral("user"),
                 QStringLiteral("appkey/older"), QStringLiteral("server"), QStringLiteral("RangeDesk"),
                 QStringLiteral("type"), QStringLiteral("plaintext"), QStringLiteral("xdg:schema"),
                 QStringLiteral("org.qt.keychain")},
                "a-bare-key"));
    const KeychainAnswer answer = read(QStringLiteral("older"));
    QCOMPARE(answer.state, KeychainState::OtherForm);
    QVERIFY(answer.key.isEmpty());
    QVERIFY(!keychainError(answer.state, {}).what.contains(QStringLiteral("a-bare-key")));
}

void TestKeychain::locked()
{
    QCOMPARE(write(QStringLiteral("locked"), "key").state, KeychainState::Done);
    QVERIFY(run(QStringLiteral("dbus-send"),
                {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                 QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                 QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                 QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")}));
    // Nobody can type the password: refused, or it waits for the prompt for good and the time-out ends it.
    // Told from one that is not there, which is what the service itself says.
    const KeychainState state = read(QStringLiteral("locked")).state;
    QVERIFY2(state == KeychainState::Denied || state == KeychainState::TimedOut,
             qPrintable(QString::number(static_cast<int>(state))));
    QCOMPARE(read(QStringLiteral("locked")).key.reveal(), std::string());
}

void TestKeychain::hangs()
{
    // The daemon is stopped in its tracks: the question is answered all the same.
    QVERIFY(run(QStringLiteral("kill"), {QStringLiteral("-STOP"), QString::number(m_daemon.processId())}));
    const KeychainAnswer answer =
        answerOf([](Keychain& k, Keychain::Done done) { k.read(QStringLiteral("one"), std::move(done)); },
                 std::chrono::milliseconds(500));
    QCOMPARE(answer.state, KeychainState::TimedOut);
    QVERIFY(run(QStringLiteral("kill"), {QStringLiteral("-CONT"), QString::number(m_daemon.processId())}));
}

void TestKeychain::noKeychain()
{
    const KeychainAnswer answer = read(QStringLiteral("one"));
    QVERIFY2(answer.state == KeychainState::None, qPrintable(answer.words));
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
